import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// How actions are printed.
enum ActionOutput {
  static func say(_ lines: [ActionLine], _ call: Invocation) {
    call.say(
      [
        Localized("Kod", "Code"), Localized("Durum", "State"), Localized("%", "%"), Localized("Bitiş", "Due"),
        Localized("Süre", "Time"), Localized("Maliyet", "Cost"), Localized("Eylem", "Action"),
      ],
      lines.map { line in
        let details = line.action.details
        return [
          line.action.code, "\(line.status.shape) \(line.status.name(call.language))", String(line.percent),
          details.dueOn.turkish, line.urgency?.name(call.language) ?? "",
          details.cost.map { Lira.text($0)(call.language) } ?? "", shortened(details.title, to: 40),
        ]
      }, numbers: [2, 5])
  }

  static func sayHeadline(_ page: ActionPage, _ call: Invocation) {
    let line = page.line
    let head = "\(line.action.code) \(line.status.shape) \(line.status.name(call.language)) %\(line.percent) — "
    for text in hanging(head, line.action.details.title, call.width, indent: 2) { call.say(text) }
  }

  static func say(_ page: ActionPage, _ call: Invocation) {
    sayHeadline(page, call)
    let details = page.line.action.details
    let language = call.language
    let fields: [(Localized, String)] = [
      (Localized("Sorumlu birim", "Unit"), page.unitPath.map(\.name).joined(separator: " › ")),
      (Localized("Sorumlu", "Owner"), details.owner),
      (Localized("İşbirliği", "Partners"), page.line.partners.joined(separator: ", ")),
      (Localized("Riskler", "Risks"), page.risks.map(\.reference).joined(separator: ", ")),
      (Localized("Maliyet", "Cost"), details.cost.map { Lira.text($0)(language) } ?? ""),
      (Localized("Süre", "Time"), "\(details.startsOn.turkish) – \(details.dueOn.turkish)"),
      (Localized("Kalan", "Left"), page.line.urgency?.name(language) ?? ""),
      (Localized("Beklenen çıktı", "Expected output"), details.outcome),
      (Localized("Kanıt", "Evidence"), String(page.evidenceCount)),
      (Localized("Sona erme", "Ended"), page.line.action.ending.map { "\($0.on.turkish), \($0.by): \($0.note)" } ?? ""),
    ].filter { !$0.1.isEmpty }
    let column = (fields.map { $0.0(language).count }.max() ?? 0) + 4
    for (label, text) in fields {
      let name = label(language)
      let head = "  " + name + String(repeating: " ", count: column - 2 - name.count)
      for line in hanging(head, text, call.width, indent: column) { call.say(line) }
    }
    for entry in page.progress {
      call.say("  \(entry.on.turkish) %\(entry.percent) \(entry.by)" + (entry.note.isEmpty ? "" : ": «\(entry.note)»"))
    }
  }

  /// One column a month: `─` planned time, `█` the part that is done, `|` the month of today.
  static func draw(_ lines: [ActionLine], _ today: Day, _ call: Invocation) {
    func index(_ day: Day) -> Int { day.year * 12 + day.month - 1 }
    let first = min(lines.map { index($0.action.details.startsOn) }.min() ?? 0, index(today))
    let last = min(max(lines.map { index($0.action.details.dueOn) }.max() ?? 0, index(today)), first + 59)
    let width = lines.map(\.action.code.count).max() ?? 0
    call.say("\(first % 12 + 1).\(first / 12) – \(last % 12 + 1).\(last / 12)")
    for line in lines {
      let (start, end) = (index(line.action.details.startsOn), min(index(line.action.details.dueOn), last))
      let done = start + (end - start + 1) * line.percent / 100
      var bar = ""
      for month in first...last {
        let isIn = (start...max(start, end)).contains(month)
        bar += isIn ? (month < done ? "█" : "─") : month == index(today) ? "|" : "·"
      }
      let mark = line.urgency == .overdue ? "!" : " "
      let code = line.action.code + String(repeating: " ", count: width - line.action.code.count)
      call.say(
        "\(code) \(line.status.shape)\(mark) \(bar) %\(line.percent) \(shortened(line.action.details.title, to: 40))")
    }
  }

  static func json(_ line: ActionLine) -> JSON {
    let (action, details) = (line.action, line.action.details)
    return .members([
      "code": .text(action.code), "unit": .text(line.unitCode), "title": .text(details.title),
      "owner": .text(details.owner), "partners": .array(line.partners.map { .text($0) }),
      "risks": .array(line.risks.map { .text($0) }), "costKurus": details.cost.map { .integer($0) } ?? .null,
      "startsOn": .text(details.startsOn.description), "dueOn": .text(details.dueOn.description),
      "outcome": .text(details.outcome), "status": .text(line.status.rawValue), "percent": .count(line.percent),
      "urgency": .optional(line.urgency?.rawValue), "endedOn": .optional(action.ending?.on),
      "endingNote": .optional(action.ending?.note), "version": .count(action.version),
    ])
  }

  static func json(_ page: ActionPage) -> JSON {
    guard case .object(let members) = json(page.line),
      case .object(let rest) = JSON.members([
        "evidence": .count(page.evidenceCount),
        "progress": .array(
          page.progress.map {
            .members([
              "on": .text($0.on.description), "percent": .count($0.percent), "note": .text($0.note),
              "recordedAt": .text($0.at.description), "recordedBy": .text($0.by),
            ])
          }),
      ])
    else { return .null }
    return .object(members + rest)
  }
}
