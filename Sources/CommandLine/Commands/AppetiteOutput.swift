import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// How appetite and cases are printed.
enum AppetiteOutput {
  static func say(_ page: AppetitePage, _ call: Invocation) {
    if page.lines.isEmpty {
      let level = page.defaultLevel?.name(call.language) ?? "–"
      call.say(
        Localized(
          "İştah beyanı yok; yöntemin varsayılanı uygulanır: en çok «\(level)». Beyan önermek için: guvence appetite propose",
          "No statement of appetite; the methodology's default applies: up to «\(level)». To propose one: guvence appetite propose"
        ))
    } else {
      say(page.lines, call)
    }
    let (attention, breach) = (page.grades[.attention] ?? 0, page.grades[.breach] ?? 0)
    call.say(
      Localized(
        "İştah üstünde \(attention), tolerans üstünde \(breach), varsayılana göre üstünde \(page.aboveDefault) risk.",
        "\(attention) risks above appetite, \(breach) above tolerance, \(page.aboveDefault) above the default."))
  }

  static func say(_ lines: [AppetiteLine], _ call: Invocation) {
    call.say(
      [
        Localized("No", "No"), Localized("Kapsam", "Scope"), Localized("İştah", "Appetite"),
        Localized("Tolerans", "Tolerance"), Localized("Kapasite", "Capacity"), Localized("Geçerli", "Valid"),
        Localized("Durum", "State"), Localized("Karar", "Decision"),
      ],
      lines.map { line in
        let (statement, limits) = (line.statement, line.statement.limits)
        let values = zip([limits.appetite, limits.tolerance, limits.capacity], line.levels).map { value, level in
          level.map { "\(value) \($0.shape) \($0.name(call.language))" } ?? "\(value)"
        }
        let until = statement.validUntil?.turkish ?? ""
        return [statement.id.description, line.subject(call.language)] + values + [
          "\(statement.validFrom.turkish)–\(until)", line.standing.name(call.language),
          [statement.decidedBy, statement.withdrawal?.by ?? ""].filter { !$0.isEmpty }.joined(separator: " → "),
        ]
      }, numbers: [0])
  }

  static func say(_ lines: [BreachLine], _ call: Invocation) {
    call.say(
      [
        Localized("Risk", "Risk"), Localized("Birim", "Unit"), Localized("Derece", "Grade"),
        Localized("Puan", "Score"), Localized("Durum", "State"), Localized("Açılış", "Opened"),
        Localized("Risk ifadesi", "Statement"),
      ],
      lines.map { line in
        let breach = line.breach
        return [
          line.reference, line.unitCode, "\(breach.grade.shape) \(breach.grade.name(call.language))",
          breach.last.map { String($0.score) } ?? "", text(breach, call.language),
          breach.openedAt?.dayInIstanbul.turkish ?? "", shortened(line.statement, to: 40),
        ]
      }, numbers: [3])
  }

  static func say(_ page: RiskPage, _ appetite: RiskAppetite, _ call: Invocation) {
    RiskOutput.sayHeadline(page, call)
    if let standing = appetite.standing {
      let mark = standing.statement == nil ? Localized(" (varsayılan)", " (default)")(call.language) : ""
      call.say("  \(standing.grade.shape) \(standing.grade.name(call.language))\(mark)")
      if let step = standing.step(in: page.methodology) {
        var reasons = Reasons(call.language, width: call.width)
        for line in reasons.lines([step]) { call.say(line) }
      }
    }
    for line in hanging("  ", appetite.choice(call.language), call.width, indent: 2) { call.say(line) }
    for candidate in appetite.candidates {
      let mark = candidate.isChosen ? "→" : candidate.covers ? "·" : "✗"
      let limits = candidate.statement.limits
      call.say(
        "  \(mark) #\(candidate.statement.id) \(candidate.subject(call.language)): "
          + "\(limits.appetite) ≤ \(limits.tolerance) ≤ \(limits.capacity) (\(candidate.statement.methodologyID))")
    }
    for breach in appetite.cases {
      for event in breach.events {
        let head = "  \(event.at.dayInIstanbul.turkish) \(event.kind.name(call.language)), \(event.by): "
        for line in hanging(head, event.text, call.width, indent: 4) { call.say(line) }
      }
    }
  }

  /// State, with the last day of an acceptance.
  static func text(_ breach: BreachCase, _ language: Language) -> String {
    guard breach.state == .accepted, let until = breach.acceptance?.until else { return breach.state.name(language) }
    return "\(breach.state.name(language)) → \(until.turkish)"
  }

  static func json(_ page: AppetitePage) -> JSON {
    .members([
      "statements": .array(page.lines.map(json)), "methodology": .text(page.methodology.id),
      "defaultLevel": .optional(page.defaultLevel?.id), "attention": .count(page.grades[.attention] ?? 0),
      "breach": .count(page.grades[.breach] ?? 0), "aboveDefault": .count(page.aboveDefault),
    ])
  }

  static func json(_ line: AppetiteLine) -> JSON {
    let statement = line.statement
    return .members([
      "number": .integer(statement.id.rawValue), "scope": .text(statement.subject.kind),
      "key": .text(statement.subject.key), "methodology": .text(statement.methodologyID),
      "appetite": .count(statement.limits.appetite), "tolerance": .count(statement.limits.tolerance),
      "capacity": .count(statement.limits.capacity), "reason": .text(statement.rationale),
      "validFrom": .text(statement.validFrom.description), "validUntil": .optional(statement.validUntil),
      "state": .text(line.standing.rawValue), "proposedBy": .text(statement.proposedBy),
      "proposedAt": .text(statement.proposedAt.description), "decidedBy": .text(statement.decidedBy),
      "note": .text(statement.note), "withdrawnBy": .optional(statement.withdrawal?.by),
      "withdrawnAt": .optional(statement.withdrawal?.at.description),
      "withdrawalReason": .optional(statement.withdrawal?.reason),
    ])
  }

  static func json(_ line: BreachLine) -> JSON {
    guard case .object(let members) = json(line.breach) else { return .null }
    guard
      case .object(let rest) = JSON.members([
        "risk": .text(line.reference), "unit": .text(line.unitCode), "statement": .text(line.statement),
      ])
    else { return .null }
    return .object(rest + members)
  }

  static func json(_ breach: BreachCase) -> JSON {
    .members([
      "number": .integer(breach.id.rawValue), "state": .text(breach.state.rawValue),
      "grade": .text(breach.grade.rawValue), "score": .optional(breach.last?.score),
      "until": .optional(breach.state == .accepted ? breach.acceptance?.until : nil),
      "version": .count(breach.version),
      "events": .array(
        breach.events.map { event in
          .members([
            "at": .text(event.at.description), "kind": .text(event.kind.rawValue), "by": .text(event.by),
            "grade": .text(event.grade.rawValue), "score": .count(event.score), "text": .text(event.text),
            "until": .optional(event.until),
          ])
        }),
    ])
  }

  static func json(_ page: RiskPage, _ appetite: RiskAppetite, _ language: Language) -> JSON {
    let standing = appetite.standing
    return .members([
      "reference": .text(page.row.risk.reference), "grade": .optional(standing?.grade.rawValue),
      "score": .optional(standing?.score), "statement": standing?.statement.map { .integer($0.id.rawValue) } ?? .null,
      "isDefault": .boolean(standing?.statement == nil), "appetite": .optional(standing?.limits?.appetite),
      "tolerance": .optional(standing?.limits?.tolerance), "capacity": .optional(standing?.limits?.capacity),
      "why": .text(appetite.choice(language)),
      "candidates": .array(
        appetite.candidates.map {
          .members([
            "number": .integer($0.statement.id.rawValue), "subject": .text($0.subject(language)),
            "covers": .boolean($0.covers), "chosen": .boolean($0.isChosen),
          ])
        }), "cases": .array(appetite.cases.map(json)),
    ])
  }
}
