import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// The wording of risks at the prompt.
let statementCommands: [Command] = [
  Command(
    "risk check-statement", Localized("bir risk ifadesini denetle", "check the wording of a risk"),
    arguments: [
      Command.Argument(
        name: Localized("CÜMLE", "SENTENCE"), help: Localized("tırnak içinde risk cümlesi", "the sentence in quotes"))
    ],
    options: [
      .json,
      Command.Option(name: "objective", value: .text, help: Localized("riskin durduğu hedef", "objective at risk")),
      Command.Option(name: "kind", value: .word, help: Localized("threat, opportunity", "threat, opportunity")),
    ], run: checkStatement),
  Command(
    "risk check", Localized("kayıttaki risk ifadelerini denetle", "check the wording of the register"),
    options: [.database, .asUser, .json, .unit], run: checkRegister),
  Command(
    "risk dismiss", Localized("ifade bulgusunu gerekçesiyle kapat", "dismiss a finding on the wording"),
    arguments: [.reference],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "check", value: .code, help: Localized("bulgunun kodu", "id of the finding"), isRequired: true),
      Command.Option(
        name: "reason", value: .text, help: Localized("ifade neden böyle kalıyor", "why the wording stands"),
        isRequired: true),
    ], run: dismissFinding),
]

private func checkStatement(_ call: Invocation) throws -> ExitCode {
  let kinds: [RiskKind] = try call.choices("kind")
  var text = StatementText(try call.argument(0))
  text.objective = call.text("objective") ?? ""
  text.isOpportunity = kinds.last == .opportunity
  let day = call.console.clock().dayInIstanbul
  let checks = try RuleLibrary.load(dataFolder: call.dataFolder()).statementChecks(on: day)
  let found = checks?.findings(in: text) ?? []
  if call.wantsJSON {
    call.answer(.members(["findings": .array(found.map { StatementOutput.json($0, call.language) })]))
  } else if found.isEmpty {
    call.say(Localized("İfadede bulgu yok.", "Nothing to remark."))
  } else {
    for finding in found { StatementOutput.say(finding, call) }
  }
  return found.isEmpty ? .done : .findings
}

private func checkRegister(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let report = try app.checkStatements(unitCode: call.text("unit"), by: call.actor(app))
  if call.wantsJSON {
    call.answer(StatementOutput.json(report, call.language))
  } else {
    for line in report.lines {
      for text in hanging("\(line.reference)  ", line.statement, call.width, indent: 2) { call.say(text) }
      for remark in line.remarks { StatementOutput.say(remark, call) }
    }
    call.say(
      Localized(
        "\(report.checked) riskten \(report.open) tanesinin ifadesi gözden geçirilmeli.",
        "\(report.open) of \(report.checked) statements ask for a second look."))
    for entry in report.counts where entry.count > 0 {
      call.say("  \(entry.count) × \(entry.check.name(call.language)) (\(entry.check.id))")
    }
  }
  return report.open == 0 ? .done : .findings
}

private func dismissFinding(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let reference = try call.argument(0)
  let dismissal = try app.dismissStatementFinding(
    reference, check: call.text("check") ?? "", reason: call.text("reason") ?? "", by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "reference": .text(reference), "check": .text(dismissal.checkID), "reason": .text(dismissal.reason),
      ]))
  } else {
    call.say(
      Localized(
        "\(reference): «\(dismissal.checkID)» bulgusu kapatıldı.", "\(reference): «\(dismissal.checkID)» dismissed."))
  }
  return .done
}

/// Findings on wording as text and as JSON.
enum StatementOutput {
  static func say(_ finding: StatementFinding, _ call: Invocation) {
    let place = finding.excerpt.isEmpty ? "" : " («\(finding.excerpt)»)"
    let head = "  \(finding.check.level == .note ? "·" : "!") "
    let text = "\(finding.check.name(call.language))\(place): \(finding.check.reason(call.language))"
    for line in hanging(head, text, call.width, indent: 4) { call.say(line) }
    for line in hanging("    → ", finding.check.remedy(call.language), call.width, indent: 6) { call.say(line) }
  }

  static func say(_ remark: StatementRemark, _ call: Invocation) {
    guard let dismissal = remark.dismissal else { return say(remark.finding, call) }
    let text = Localized(
      "\(remark.finding.check.name.turkish): kapatıldı (\(dismissal.recorded.by)) — \(dismissal.reason)",
      "\(remark.finding.check.name.english): dismissed (\(dismissal.recorded.by)) — \(dismissal.reason)")
    for line in hanging("  ✓ ", text(call.language), call.width, indent: 4) { call.say(line) }
  }

  static func json(_ finding: StatementFinding, _ language: Language) -> JSON {
    .members([
      "check": .text(finding.check.id), "level": .text(finding.check.level.rawValue),
      "name": .text(finding.check.name(language)), "excerpt": .text(finding.excerpt),
      "reason": .text(finding.check.reason(language)), "remedy": .text(finding.check.remedy(language)),
    ])
  }

  static func json(_ remark: StatementRemark, _ language: Language) -> JSON {
    guard case .object(let members) = json(remark.finding, language) else { return .null }
    return .object(members + [JSON.Member(key: "dismissed", value: .optional(remark.dismissal?.reason))])
  }

  static func json(_ report: StatementReport, _ language: Language) -> JSON {
    .members([
      "checked": .count(report.checked), "open": .count(report.open),
      "counts": .array(
        report.counts.map { .members(["check": .text($0.check.id), "count": .count($0.count)]) }),
      "risks": .array(
        report.lines.map { line in
          .members([
            "reference": .text(line.reference), "unit": .text(line.unitCode), "statement": .text(line.statement),
            "findings": .array(line.remarks.map { json($0, language) }),
          ])
        }),
    ])
  }
}
