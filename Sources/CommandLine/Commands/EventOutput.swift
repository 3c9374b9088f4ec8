import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// How events are printed.
enum EventOutput {
  static func say(_ list: EventList, _ call: Invocation) {
    let language = call.language
    call.say(
      [
        Localized("Kod", "Code"), Localized("Gün", "Day"), Localized("Türü", "Kind"),
        Localized("Net kayıp", "Net loss"),
        Localized("Durum", "State"), Localized("Ne oldu", "What happened"),
      ],
      list.lines.map { line in
        [
          line.event.code, line.event.details.occurredOn.turkish, line.event.details.kind.name(language),
          Lira.text(line.event.details.loss.net)(language), state(line.event)(language),
          shortened(line.event.details.description, to: 40),
        ]
      }, numbers: [3])
    let total = list.total
    call.say(
      Localized(
        "\(total.realised) gerçekleşen olay, \(total.nearMisses) ramak kala, net kayıp \(Lira.text(total.loss.net).turkish).",
        "\(total.realised) realised, \(total.nearMisses) near misses, net loss \(Lira.text(total.loss.net).english)."))
  }

  static func sayHeadline(_ page: EventPage, _ call: Invocation) {
    let event = page.line.event
    let head = "\(event.code) \(event.details.kind.name(call.language)), \(state(event)(call.language)) — "
    for line in hanging(head, event.details.description, call.width, indent: 2) { call.say(line) }
  }

  static func say(_ page: EventPage, _ call: Invocation) {
    sayHeadline(page, call)
    let fields = fields(page, call).filter { !$0.1.isEmpty }.map { ($0.0(call.language), $0.1) }
    let column = (fields.map(\.0.count).max() ?? 0) + 4
    for (label, text) in fields {
      let head = "  " + label + String(repeating: " ", count: column - 2 - label.count)
      for line in hanging(head, text, call.width, indent: column) { call.say(line) }
    }
    for lesson in page.lessons {
      let followed =
        switch lesson.isFollowed {
        case nil: Localized("karar verilmedi", "undecided")
        case true?: Localized("uygulandı", "followed")
        case false?: Localized("uygulanmadı", "not followed")
        }
      let text = lesson.proposal.isEmpty ? lesson.text : "\(lesson.text) → \(lesson.proposal)"
      let head = "  #\(lesson.id) (\(followed(call.language))) "
      for line in hanging(head, text, call.width, indent: 4) { call.say(line) }
    }
  }

  private static func fields(_ page: EventPage, _ call: Invocation) -> [(Localized, String)] {
    let (event, details, language) = (page.line.event, page.line.event.details, call.language)
    return [
      (Localized("Birim", "Unit"), page.unitPath.map(\.name).joined(separator: " › ")),
      (
        Localized("Olay / fark / bildirim", "Occurred / noticed / reported"),
        [details.occurredOn, details.detectedOn, details.reportedOn].map(\.turkish).joined(separator: " / ")
      ),
      (Localized("Neden", "Cause"), details.cause), (Localized("Sonuç", "Consequence"), details.consequence),
      (Localized("Kategori", "Category"), ClassNames.category(details.category, call)),
      (Localized("Brüt kayıp", "Gross loss"), details.loss.gross == 0 ? "" : Lira.text(details.loss.gross)(language)),
      (
        Localized("Geri alınan", "Recovered"),
        details.loss.recovered == 0 ? "" : Lira.text(details.loss.recovered)(language)
      ),
      (
        Localized("Kamu zararı", "Public loss"),
        details.isPublicLoss ? Localized("evet (5018 m.71)", "yes (Law 5018, art. 71)")(language) : ""
      ),
      (Localized("Diğer etkiler", "Other effects"), details.otherEffects),
      (Localized("Yapılanlar", "What was done"), details.measures),
      (Localized("Riskler", "Risks"), page.risks.map(\.reference).joined(separator: ", ")),
      (Localized("Kapanış", "Closed"), event.closedOn.map { "\($0.turkish): \(event.closeReason)" } ?? ""),
    ]
  }

  private static func state(_ event: RealisedEvent) -> Localized {
    event.closedOn == nil ? Localized("açık", "open") : Localized("kapalı", "closed")
  }

  static func json(_ list: EventList) -> JSON {
    .members([
      "total": .count(list.lines.count), "events": .array(list.lines.map(json)), "sum": json(list.total),
      "byUnit": groups(list, .unit), "byCategory": groups(list, .category), "byYear": groups(list, .year),
    ])
  }

  private static func groups(_ list: EventList, _ grouping: EventGrouping) -> JSON {
    .array((list.groups[grouping] ?? []).map { .members(["key": .text($0.key), "sum": json($0.total)]) })
  }

  private static func json(_ total: EventTotal) -> JSON {
    .members([
      "realised": .count(total.realised), "nearMisses": .count(total.nearMisses),
      "publicLosses": .count(total.publicLosses), "grossKurus": .integer(total.loss.gross),
      "recoveredKurus": .integer(total.loss.recovered), "netKurus": .integer(total.loss.net),
    ])
  }

  private static func json(_ line: EventLine) -> JSON {
    let (event, details) = (line.event, line.event.details)
    return .members([
      "code": .text(event.code), "unit": .text(line.unitCode), "kind": .text(details.kind.rawValue),
      "description": .text(details.description), "occurredOn": .text(details.occurredOn.description),
      "detectedOn": .text(details.detectedOn.description), "reportedOn": .text(details.reportedOn.description),
      "cause": .text(details.cause), "consequence": .text(details.consequence), "category": .text(details.category),
      "grossKurus": .integer(details.loss.gross), "recoveredKurus": .integer(details.loss.recovered),
      "netKurus": .integer(details.loss.net), "publicLoss": .boolean(details.isPublicLoss),
      "otherEffects": .text(details.otherEffects), "measures": .text(details.measures),
      "risks": .array(line.risks.map { .text($0) }), "version": .count(event.version),
      "closedOn": .optional(event.closedOn), "closeReason": .text(event.closeReason),
    ])
  }

  static func json(_ page: EventPage) -> JSON {
    guard case .object(let members) = json(page.line) else { return .null }
    let lessons = JSON.members([
      "lessons": .array(
        page.lessons.map {
          .members([
            "number": .integer($0.id.rawValue), "text": .text($0.text), "proposal": .text($0.proposal),
            "followed": $0.isFollowed.map { .boolean($0) } ?? .null, "recordedBy": .text($0.recordedBy),
            "recordedAt": .text($0.recordedAt.description),
          ])
        })
    ])
    guard case .object(let rest) = lessons else { return .null }
    return .object(members + rest)
  }
}
