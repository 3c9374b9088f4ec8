import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// How indicators are printed.
enum IndicatorOutput {
  static func say(_ lines: [IndicatorLine], _ rules: IndicatorRules, _ call: Invocation) {
    let language = call.language
    call.say(
      [
        Localized("Kod", "Code"), Localized("Durum", "State"), Localized("Değer", "Value"), Localized("Yön", "Trend"),
        Localized("Sıradaki", "Next"), Localized("Gösterge", "Indicator"),
      ],
      lines.map { line in
        [
          line.indicator.code, state(line.last, rules, language), line.last.map { value($0, line, language) } ?? "",
          line.movement.map { "\($0.trend.arrow) \($0.trend.name(language))" } ?? "", due(line, language),
          shortened(line.indicator.details.name, to: 40),
        ]
      })
  }

  static func sayHeadline(_ page: IndicatorPage, _ call: Invocation) {
    let value = page.line.last.map { " " + self.value($0, page.line, call.language) } ?? ""
    let head = "\(page.line.indicator.code) \(state(page.line.last, page.rules, call.language))\(value)"
    for line in hanging("\(head) — ", page.line.indicator.details.name, call.width, indent: 2) { call.say(line) }
  }

  static func say(_ page: IndicatorPage, _ call: Invocation) {
    sayHeadline(page, call)
    let fields = fields(page, call.language).filter { !$0.1.isEmpty }.map { ($0.0(call.language), $0.1) }
    let column = (fields.map(\.0.count).max() ?? 0) + 4
    for (label, text) in fields {
      let head = "  " + label + String(repeating: " ", count: column - 2 - label.count)
      for line in hanging(head, text, call.width, indent: column) { call.say(line) }
    }
    var reasons = Reasons(call.language, width: call.width)
    for line in reasons.lines(page.reasons) { call.say(line) }
    for line in page.readings { call.say(reading(line, page, call.language)) }
  }

  private static func fields(_ page: IndicatorPage, _ language: Language) -> [(Localized, String)] {
    let details = page.line.indicator.details
    let limits = details.thresholds
    let numbers = [limits.green, limits.yellow] + (limits.red.map { [$0] } ?? [])
    return [
      (Localized("Birim", "Unit"), page.unitPath.map(\.name).joined(separator: " › ")),
      (Localized("Türü", "Kind"), details.kind.name(language)),
      (Localized("Yönü", "Direction"), limits.direction.name(language)),
      (
        Localized("Eşikler", "Thresholds"),
        numbers.map { IndicatorReasons.number($0)(language) }.joined(separator: " / ") + " " + details.measure
      ),
      (Localized("Sıklık", "Frequency"), details.frequency.name(language)),
      (Localized("Veri kaynağı", "Data source"), details.dataSource),
      (Localized("Hesaplama", "Method"), details.method), (Localized("Sorumlu", "Owner"), details.owner),
      (Localized("Katalog", "Catalogue"), details.origin),
      (Localized("Riskler", "Risks"), page.risks.map(\.reference).joined(separator: ", ")),
      (Localized("Sıradaki ölçüm", "Next reading"), due(page.line, language)),
    ]
  }

  static func json(_ line: IndicatorLine, _ rules: IndicatorRules) -> JSON {
    let details = line.indicator.details
    return .members([
      "code": .text(line.indicator.code), "unit": .text(line.unitCode), "name": .text(details.name),
      "kind": .text(details.kind.rawValue), "measure": .text(details.measure),
      "direction": .text(details.thresholds.direction.rawValue),
      "green": .number(details.thresholds.green.description), "yellow": .number(details.thresholds.yellow.description),
      "red": details.thresholds.red.map { .number($0.description) } ?? .null,
      "frequency": .text(details.frequency.rawValue), "startsOn": .text(details.startsOn.description),
      "dataSource": .text(details.dataSource), "method": .text(details.method), "owner": .text(details.owner),
      "origin": .text(details.origin), "value": line.last.map { .number($0.value.description) } ?? .null,
      "period": .optional(line.last?.period), "status": .optional(line.last?.status.rawValue),
      "statusName": .optional(line.last.map { rules.label($0.status).name.turkish }),
      "trend": .optional(line.movement?.trend.rawValue), "nextPeriod": .optional(line.schedule?.next.text),
      "dueOn": .optional(line.schedule?.dueOn), "overdue": .optional(line.schedule?.overdueCount),
      "version": .count(line.indicator.version), "retiredOn": .optional(line.indicator.retiredOn),
    ])
  }

  static func json(_ page: IndicatorPage, _ language: Language) -> JSON {
    guard case .object(let members) = json(page.line, page.rules) else { return .null }
    let more = JSON.members([
      "risks": .array(page.risks.map { .text($0.reference) }), "readings": .array(page.readings.map(json)),
      "overduePeriods": .array((page.line.schedule?.overdue ?? []).map { .text($0.text) }),
      "reasons": .array(page.reasons.map { RiskOutput.json($0, language) }),
    ])
    guard case .object(let rest) = more else { return .null }
    return .object(members + rest)
  }

  private static func json(_ line: IndicatorPage.Reading) -> JSON {
    let reading = line.reading
    return .members([
      "number": .integer(reading.id.rawValue), "readOn": .text(reading.readOn.description),
      "period": .text(reading.period), "value": .number(reading.value.description),
      "status": .text(reading.status.rawValue), "trend": .optional(line.movement?.trend.rawValue),
      "note": .text(reading.note), "recordedAt": .text(reading.recordedAt.description),
      "recordedBy": .text(reading.recordedBy), "origin": .text(reading.origin.rawValue),
      "corrects": reading.supersedesID.map { .integer($0.rawValue) } ?? .null, "reason": .text(reading.reason),
      "replacedBy": line.replacedBy.map { .integer($0.rawValue) } ?? .null,
    ])
  }

  private static func reading(_ line: IndicatorPage.Reading, _ page: IndicatorPage, _ language: Language) -> String {
    let reading = line.reading
    let replaced = line.replacedBy.map { Localized("  → düzeltildi #\($0)", "  → corrected by #\($0)")(language) } ?? ""
    let trend = line.movement.map { "  \($0.trend.arrow)" } ?? ""
    let texts = [reading.note, reading.reason].filter { !$0.isEmpty }.map { "  «\($0)»" }.joined()
    return "  #\(reading.id)  \(reading.period)  \(value(reading, page.line, language))"
      + "  \(state(reading, page.rules, language))\(trend)\(texts)\(replaced)"
  }

  private static func state(_ reading: IndicatorReading?, _ rules: IndicatorRules, _ language: Language) -> String {
    guard let reading else { return Localized("ölçüm yok", "not read")(language) }
    let label = rules.label(reading.status)
    return "\(label.shape) \(label.name(language))"
  }

  private static func value(_ reading: IndicatorReading, _ line: IndicatorLine, _ language: Language) -> String {
    let measure = line.indicator.details.measure
    return IndicatorReasons.number(reading.value)(language) + (measure.isEmpty ? "" : " \(measure)")
  }

  private static func due(_ line: IndicatorLine, _ language: Language) -> String {
    guard let schedule = line.schedule else { return Localized("kapatıldı", "closed")(language) }
    let late =
      schedule.overdueCount > 0
      ? Localized(" (\(schedule.overdueCount) gecikmiş)", " (\(schedule.overdueCount) overdue)")(language) : ""
    return "\(schedule.next.text), \(schedule.dueOn.turkish)\(late)"
  }
}
