import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// How escalations are printed.
enum EscalationOutput {
  static func say(_ lines: [EscalationLine], _ call: Invocation) {
    let language = call.language
    call.say(
      [
        Localized("No", "No"), Localized("Risk", "Risk"), Localized("Tetikleyici", "Trigger"),
        Localized("Kime", "To"), Localized("Durum", "State"), Localized("Son gün", "Due"),
      ],
      lines.map { line in
        [
          line.escalation.id.description, line.reference, line.escalation.occasion.trigger.name(language),
          line.escalation.to.short(language), line.escalation.state.name(language), due(line, language),
        ]
      }, numbers: [0])
  }

  static func sayHeadline(_ line: EscalationLine, _ call: Invocation) {
    let (escalation, language) = (line.escalation, call.language)
    call.say(
      "#\(escalation.id) \(line.reference) → \(escalation.to.short(language)), \(escalation.state.name(language)): "
        + escalation.occasion.trigger.name(language))
  }

  static func say(_ page: EscalationPage, _ call: Invocation) {
    let (line, language) = (page.line, call.language)
    sayHeadline(line, call)
    for text in hanging("  ", line.statement, call.width, indent: 2) { call.say(text) }
    call.say("  \(Localized("Birim", "Unit")(language)): \(page.unitPath.map(\.name).joined(separator: " › "))")
    call.say("  \(Localized("Son gün", "Due")(language)): \(due(line, language))")
    var reasons = Reasons(language, width: call.width)
    for text in reasons.lines(page.reasons) { call.say(text) }
    for event in line.escalation.events {
      let head = "  \(event.at.dayInIstanbul.turkish)  \(name(event.kind)(language)): "
      let said = EscalationWording.twin(of: event.text)(language)
      for text in hanging(head, "\(said) (\(event.doneBy))", call.width, indent: 4) { call.say(text) }
    }
  }

  static func json(_ line: EscalationLine) -> JSON {
    let escalation = line.escalation
    return .members([
      "number": .integer(escalation.id.rawValue), "risk": .text(line.reference), "unit": .text(line.unitCode),
      "trigger": .text(escalation.occasion.trigger.rawValue), "text": .text(escalation.occasion.text),
      "from": .text(escalation.from.rawValue), "to": .text(escalation.to.rawValue),
      "state": .text(escalation.state.rawValue), "openedOn": .text(escalation.openedOn.description),
      "dueOn": .text(escalation.dueOn.description), "overdue": .boolean(line.isOverdue), "mine": .boolean(line.waits),
      "meeting": line.meetingID.map { .integer($0.rawValue) } ?? .null,
    ])
  }

  static func json(_ page: EscalationPage, _ language: Language) -> JSON {
    guard case .object(let members) = json(page.line) else { return .null }
    let more = JSON.members([
      "events": .array(
        page.line.escalation.events.map { event in
          .members([
            "number": .integer(event.id.rawValue), "kind": .text(event.kind.rawValue),
            "at": .text(event.at.description), "by": .text(event.doneBy), "to": .text(event.to.rawValue),
            "dueOn": .text(event.dueOn.description), "text": .text(event.text),
          ])
        }),
      "reasons": .array(page.reasons.map { RiskOutput.json($0, language) }),
    ])
    guard case .object(let rest) = more else { return .null }
    return .object(members + rest)
  }

  static func name(_ kind: EscalationEvent.Kind) -> Localized {
    switch kind {
    case .opened: Localized("Açıldı", "Opened")
    case .acknowledged: Localized("Görüldü", "Acknowledged")
    case .decided: Localized("Karar", "Decision")
    case .raised: Localized("Üste taşındı", "Carried further up")
    case .closed: Localized("Kapandı", "Closed")
    }
  }

  private static func due(_ line: EscalationLine, _ language: Language) -> String {
    line.escalation.dueOn.turkish + (line.isOverdue ? Localized(" (gecikmiş)", " (overdue)")(language) : "")
  }
}
