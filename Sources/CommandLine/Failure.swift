import GuvenceApplication
import GuvenceCore
import GuvenceExchange

/// How each kind of error is said at the prompt, and its exit code.
enum Failure {
  static func report(_ error: any Error, to console: Console, _ language: Language) -> ExitCode {
    switch error {
    case let usage as Invocation.UsageProblem:
      console.error("guvence: \(usage.message(language))")
      console.error(Localized("Yardım: guvence help", "Help: guvence help")(language))
      return .usage
    case let problem as Problem:
      console.error("guvence: \(problem.message(language))")
      for field in problem.fields { console.error("  \(field.field): \(field.message(language))") }
      if let stale = problem.stale { describe(stale, to: console, language) }
      return .refused
    case let diagnostics as Diagnostics:
      for finding in diagnostics.all { console.error(finding.rendered) }
      return .badFile
    case let refusal as ExchangeRefusal:
      console.error(refusal.diagnostic(in: language).rendered)
      return .badFile
    case let missing as DataLocator.NotFound:
      let places = missing.searched.joined(separator: ", ")
      console.error(
        Localized(
          "guvence: veri klasörü bulunamadı (bakılan yerler: \(places)). --data ile gösterin.",
          "guvence: no data folder found (looked at: \(places)). Name one with --data.")(language))
      return .fault
    default: return other(error, to: console, language)
    }
  }

  private static func other(_ error: any Error, to console: Console, _ language: Language) -> ExitCode {
    if let fault = error as? Fault {
      console.error(
        Localized(
          "guvence: işlem yapılamadı (\(fault.reference)): \(fault.detail)",
          "guvence: failed (\(fault.reference)): \(fault.detail)")(
            language))
    } else {
      console.error("guvence: \(error)")
    }
    return .fault
  }

  private static func describe(_ stale: StaleSave, to console: Console, _ language: Language) {
    for difference in stale.differences {
      console.error("  \(difference.label(language)): «\(difference.theirs)» ≠ «\(difference.yours)»")
    }
  }
}
