import GuvenceApplication
import GuvenceCore
import GuvenceExchange
import GuvenceReporting

/// How each kind of error is said at the prompt, and its exit code.
struct Failure: Error {
  private let error: any Error
  private let command: Command?

  /// What went wrong in `command`; `nil` where none was understood.
  init(_ error: any Error, _ command: Command?) { (self.error, self.command) = (error, command) }

  /// Says it on the error stream.
  func report(to console: Console, _ language: Language) -> ExitCode {
    let (lines, code) = said(language)
    for line in lines.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      console.error(TextLine.clean(String(line)))
    }
    return code
  }

  private func said(_ language: Language) -> (lines: [String], code: ExitCode) {
    switch error {
    case let usage as UsageProblem: (lines(usage, language), .usage)
    case let problem as Problem: (lines(problem, language), .refused)
    case let diagnostics as Diagnostics: (diagnostics.all.map { $0.rendered(in: language) }, .badFile)
    case let refusal as ExchangeRefusal: ([refusal.diagnostic(in: language).rendered], .badFile)
    case let missing as DataLocator.NotFound: (lines(missing, language), .fault)
    case let fault as Fault: (lines(fault.detail, reference: fault.reference, language), .fault)
    default: (lines("\(type(of: error))", reference: nil, language), .fault)
    }
  }

  private func lines(_ usage: UsageProblem, _ language: Language) -> [String] {
    let page = (["guvence", "help"] + (command?.path ?? [])).joined(separator: " ")
    return ["guvence: " + usage.message(language), Localized("Yardım: \(page)", "Help: \(page)")(language)]
  }

  /// What forms say above their fields; at the prompt the field alone says enough.
  private static let oneField = Localized("1 alanı düzeltin.", "Correct 1 field.")

  /// One field at fault is said at once; several are listed under the problem's own sentence.
  private func lines(_ problem: Problem, _ language: Language) -> [String] {
    if let only = problem.fields.first, problem.message == Failure.oneField {
      return ["guvence: \(name(of: only, language)): \(only.message(language))"]
    }
    let fields = problem.fields.map { "  \(name(of: $0, language)): \($0.message(language))" }
    let differences = (problem.stale?.differences ?? []).map { difference in
      let (yours, theirs) = (difference.yours, difference.theirs)
      return Localized(
        "  \(difference.label.turkish): kayıttaki «\(theirs)», sizinki «\(yours)»",
        "  \(difference.label.english): stored «\(theirs)», yours «\(yours)»")(language)
    }
    return ["guvence: " + problem.message(language)] + fields + differences
  }

  /// The form's field by the name it has at the prompt.
  private func name(of problem: FieldProblem, _ language: Language) -> String {
    if problem.field == "login" { return Localized.login(language) }
    if problem.field == "file" { return Localized.file(language) }
    let renamed = [
      "displayName": "name", "assessedOn": "on", "current": "password", "testedOn": "on", "sampleSize": "sample-size",
      "designReason": "design-reason", "legalBasis": "basis", "documentNumber": "document-number",
      "effectiveOn": "effective", "reference": "risk",
      "dueOn": "due", "risks": "risk",
      "partners": "partner", "validUntil": "until", "rationale": "reason",
    ]
    let name = renamed[problem.field] ?? problem.field
    let isOption = command?.options.contains { $0.name == name } ?? false
    return isOption ? "--\(name)" : name
  }

  private func lines(_ missing: DataLocator.NotFound, _ language: Language) -> [String] {
    let heading = Localized(
      "guvence: rules, catalogs ve reports klasörlerinin bulunduğu veri klasörü bulunamadı. Bakılan yerler:",
      "guvence: no data folder with rules, catalogs and reports was found. Looked at:")
    let remedy = Localized(
      "--data KLASÖR veya GUVENCE_DATA ile gösterin.", "Name it with --data FOLDER or GUVENCE_DATA.")
    return [heading(language)] + missing.searched.map { "  " + $0 } + [remedy(language)]
  }

  private func lines(_ detail: String, reference: String?, _ language: Language) -> [String] {
    let number = reference.map { " [\($0)]" } ?? ""
    let heading = Localized(
      "guvence: beklenmeyen bir hata oluştu, işlem yapılmadı\(number).",
      "guvence: an unexpected failure, nothing was done\(number).")
    return [heading(language), Localized("  ayrıntı: \(detail)", "  detail: \(detail)")(language)]
  }
}
