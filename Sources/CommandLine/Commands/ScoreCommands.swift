import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceProcesses
import GuvenceReporting
import GuvenceRules

/// The rules without a database: score a pair, check the shipped data.
let scoreCommands: [Command] = [
  Command(
    "score", Localized("olasılık ve etkiyi puanla, gerekçesini yaz", "score a likelihood and an impact, with reasons"),
    arguments: [
      Command.Argument(
        name: Localized("OLASILIK", "LIKELIHOOD"), help: Localized("ölçekteki değer", "value of the scale")),
      Command.Argument(name: Localized("ETKİ", "IMPACT"), help: Localized("ölçekteki değer", "value of the scale")),
    ],
    options: [
      .json,
      Command.Option(
        name: "methodology", value: .code, help: Localized("yöntem (5x5)", "methodology (5x5)")),
      Command.Option(
        name: "on", value: .day, help: Localized("o günkü kurallarla (bugün)", "by the rules of that day (today)")),
    ],
    run: scorePair),
  Command(
    "check", Localized("kural, katalog ve rapor dosyalarını denetle", "check rules, catalogs and reports"),
    options: [.json], run: checkData),
]

private func scorePair(_ call: Invocation) throws -> ExitCode {
  let likelihood = try call.integer(call.argument(0), named: call.command.arguments[0].name(call.language))
  let impact = try call.integer(call.argument(1), named: call.command.arguments[1].name(call.language))
  let day = try call.day("on") ?? call.console.clock().dayInIstanbul
  let methodology = try methodology(call, on: day)
  do throws(ScoreProblem) {
    let score = try score(ScoreInput(likelihood: likelihood, impact: impact), under: methodology, on: day)
    if call.wantsJSON { call.answer(json(score, methodology, call.language)) } else { say(score, methodology, call) }
    return .done
  } catch {
    throw Problem(.invalid, error.message)
  }
}

/// Reads only the files that one score needs, since this command is called in loops.
private func methodology(_ call: Invocation, on day: Day) throws -> Methodology {
  let id = call.text("methodology") ?? RuleLibrary.defaultMethodologyID
  let folder = try call.dataFolder()
  do throws(Diagnostics) {
    if let found = try RuleLibrary.loadOne(id: id, dataFolder: folder).methodology(id, on: day) { return found }
  } catch {
    guard error.all.contains(where: { $0.code == "unknown-methodology" }) else { throw error }
    throw UsageProblem.unknown(
      Localized("«\(id)» diye bir yöntem yok", "there is no methodology «\(id)»"), id,
      among: try RuleLibrary.load(dataFolder: folder).methodologyIDs)
  }
  throw Problem(
    .invalid,
    Localized("«\(id)» yöntemi \(day.turkish) gününde yürürlükte değil.", "«\(id)» is not in force on \(day.turkish)."))
}

private func say(_ score: Score, _ methodology: Methodology, _ call: Invocation) {
  let language = call.language
  var reasons = Reasons(language, width: call.width)
  let number = score.value.map { "\($0) " } ?? ""
  call.say("\(number)\(score.level.shape) \(score.level.name(language))")
  call.say("\(Localized("Tepki", "Reaction")(language)): \(score.level.reaction(language))")
  for line in reasons.head(methodology.citation) { call.say(line) }
  call.say(Localized("Gerekçe:", "Reasons:"))
  for line in reasons.lines(score.explanation) { call.say(line) }
}

private func json(_ score: Score, _ methodology: Methodology, _ language: Language) -> JSON {
  .members([
    "methodology": .text(methodology.id), "effective": .text(methodology.effective.description),
    "likelihood": .count(score.likelihood), "impact": .count(score.impact), "score": .optional(score.value),
    "level": .text(score.level.name(language)), "levelId": .text(score.level.id), "rank": .count(score.level.rank),
    "reaction": .text(score.level.reaction(language)), "appetite": .text(score.verdict.rawValue),
    "nextReview": .text(score.nextReview.description), "citation": .text(methodology.citation.text),
    "verified": .boolean(methodology.citation.isVerified),
    "reasons": .array(score.explanation.map { RiskOutput.json($0, language) }),
  ])
}

private func checkData(_ call: Invocation) throws -> ExitCode {
  let folder = try call.dataFolder()
  let findings =
    RuleLibrary.check(dataFolder: folder) + Catalogs.check(dataFolder: folder)
    + ReportDefinitions.check(dataFolder: folder) + WorkflowChecks.check(dataFolder: folder)
    + SeparationOfDuties.check(dataFolder: folder)
  let errors = findings.count { $0.severity == .error }
  let warnings = findings.count { $0.severity == .warning }
  if call.wantsJSON {
    call.answer(
      .members([
        "errors": .count(errors), "warnings": .count(warnings),
        "findings": .array(findings.map { JSON.finding($0, call.language) }),
      ]))
  } else {
    for finding in findings { call.say(finding.rendered(in: call.language)) }
    call.say(Localized("\(errors) hata, \(warnings) uyarı", "\(errors) errors, \(warnings) warnings"))
  }
  return errors + warnings == 0 ? .done : .findings
}
