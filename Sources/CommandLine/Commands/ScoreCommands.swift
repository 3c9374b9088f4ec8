import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceReporting
import GuvenceRules

/// The rules without a database: score a pair, check the shipped data.
let scoreCommands: [Command] = [
  Command(
    "score", Localized("olasılık ve etkiyi puanla, gerekçesini yaz", "score a likelihood and an impact, with reasons"),
    arguments: [
      Command.Argument(name: "LIKELIHOOD", help: Localized("olasılık", "likelihood")),
      Command.Argument(name: "IMPACT", help: Localized("etki", "impact")),
    ],
    options: [
      .json,
      Command.Option(name: "methodology", value: "ID", help: Localized("yöntem (5x5)", "methodology (5x5)")),
      Command.Option(
        name: "on", value: "DAY", help: Localized("o günkü kurallarla (bugün)", "by the rules of that day (today)")),
    ],
    run: scorePair),
  Command(
    "check", Localized("kural, katalog ve rapor dosyalarını denetle", "check rules, catalogs and reports"),
    options: [.json], run: checkData),
]

private func scorePair(_ call: Invocation) throws -> ExitCode {
  let likelihood = try call.integer(call.required(0), named: "LIKELIHOOD")
  let impact = try call.integer(call.required(1), named: "IMPACT")
  let id = call.text("methodology") ?? RuleLibrary.defaultMethodologyID
  let day = try call.day("on") ?? call.console.clock().dayInIstanbul
  let library = try RuleLibrary.loadOne(id: id, dataFolder: call.dataFolder())
  guard let methodology = library.methodology(id, on: day) else {
    throw Problem(
      .invalid,
      Localized("«\(id)» yöntemi \(day.turkish) gününde yürürlükte değil.", "«\(id)» is not in force on \(day)."))
  }
  do throws(ScoreProblem) {
    let score = try score(ScoreInput(likelihood: likelihood, impact: impact), under: methodology, on: day)
    call.say(call.wantsJSON ? json(score, methodology).text : text(score, methodology, call.language))
    return .done
  } catch {
    throw Problem(.invalid, error.message)
  }
}

private func text(_ score: Score, _ methodology: Methodology, _ language: Language) -> String {
  let mark = methodology.citation.isVerified ? "" : Localized(" — doğrulanmadı", " — unverified")(language)
  let number = score.value.map { "\($0) " } ?? ""
  var lines = [
    "\(number)\(score.level.shape) \(score.level.name(language))",
    "\(Localized("Tepki", "Reaction")(language)): \(score.level.reaction(language))",
    "\(Localized("Kaynak", "Source")(language)): \(methodology.citation.text)\(mark)",
    "\(Localized("Gerekçe", "Reasons")(language)):",
  ]
  lines += score.explanation.enumerated().flatMap { RiskOutput.reason($0.offset + 1, $0.element, language) }
  return lines.joined(separator: "\n")
}

private func json(_ score: Score, _ methodology: Methodology) -> JSON {
  .members([
    "methodology": .text(methodology.id), "effective": .text(methodology.effective.description),
    "likelihood": .count(score.likelihood), "impact": .count(score.impact), "score": .optional(score.value),
    "level": .text(score.level.name.turkish), "levelId": .text(score.level.id), "rank": .count(score.level.rank),
    "reaction": .text(score.level.reaction.turkish), "appetite": .text(score.verdict.rawValue),
    "nextReview": .text(score.nextReview.description), "citation": .text(methodology.citation.text),
    "verified": .boolean(methodology.citation.isVerified), "reasons": .array(score.explanation.map(RiskOutput.json)),
  ])
}

private func checkData(_ call: Invocation) throws -> ExitCode {
  let folder = try call.dataFolder()
  let findings =
    RuleLibrary.check(dataFolder: folder) + Catalogs.check(dataFolder: folder)
    + ReportDefinitions.check(dataFolder: folder)
  let errors = findings.count { $0.severity == .error }
  let warnings = findings.count { $0.severity == .warning }
  if call.wantsJSON {
    let list = findings.map { finding in
      JSON.members([
        "severity": .text(finding.severity.rawValue), "code": .text(finding.code), "place": .text(finding.placeText),
        "message": .text(finding.message), "remedy": .text(finding.remedy),
      ])
    }
    call.say(
      JSON.members(["errors": .count(errors), "warnings": .count(warnings), "findings": .array(list)]).text)
  } else {
    for finding in findings { call.say(finding.rendered) }
    call.say(Localized("\(errors) hata, \(warnings) uyarı", "\(errors) errors, \(warnings) warnings"))
  }
  return errors + warnings == 0 ? .done : .findings
}
