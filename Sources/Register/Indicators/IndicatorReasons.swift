import FoundationEssentials
import GuvenceCore
import GuvenceRules

/// Why a reading has its state and its trend: the comparisons with the numbers, rule and source.
public enum IndicatorReasons {
  /// Two steps: the state by the thresholds of that moment, the trend by the values before.
  public static func steps(
    _ reading: IndicatorReading, _ movement: IndicatorMovement, under rules: IndicatorRules
  ) -> [ExplanationStep] {
    [
      ExplanationStep(
        rule: IndicatorRules.id + "/status", effective: reading.ruleEffectiveOn,
        title: Localized("Durum", "State"), arithmetic: comparison(reading),
        result: rules.label(reading.status).name, citation: rules.statusCitation),
      ExplanationStep(
        rule: IndicatorRules.id + "/trend", effective: rules.effective, title: Localized("Yön", "Trend"),
        arithmetic: change(reading, movement, rules), result: movement.trend.name, citation: rules.trendCitation),
    ]
  }

  /// `1234,5` in Turkish, `1234.5` in English; exact, without grouping.
  public static func number(_ value: Decimal) -> Localized {
    let text = value.description
    return Localized(String(text.map { $0 == "." ? "," : $0 }), text)
  }

  private static func comparison(_ reading: IndicatorReading) -> Localized {
    let limits = reading.thresholds
    let sign: String
    var left = reading.value
    var limit = limits.yellow
    switch (limits.direction, reading.status) {
    case (.lower, .normal): (sign, limit) = ("<", limits.green)
    case (.lower, .warning): sign = "<"
    case (.lower, .alarm): sign = "≥"
    case (.higher, .normal): (sign, limit) = (">", limits.green)
    case (.higher, .warning): sign = ">"
    case (.higher, .alarm): sign = "≤"
    case (.target, let status):
      left = reading.value < limits.green ? limits.green - reading.value : reading.value - limits.green
      sign = status == .alarm ? ">" : "≤"
      if status != .normal { limit = limits.red ?? limits.yellow }
    }
    let (mine, bound) = (number(left), number(limit))
    guard limits.direction == .target else {
      return Localized("\(mine.turkish) \(sign) \(bound.turkish)", "\(mine.english) \(sign) \(bound.english)")
    }
    let (value, goal) = (number(reading.value), number(limits.green))
    return Localized(
      "|\(value.turkish) − \(goal.turkish)| = \(mine.turkish) \(sign) \(bound.turkish)",
      "|\(value.english) − \(goal.english)| = \(mine.english) \(sign) \(bound.english)")
  }

  private static func change(
    _ reading: IndicatorReading, _ movement: IndicatorMovement, _ rules: IndicatorRules
  ) -> Localized {
    if movement.previous.isEmpty { return Localized("önceki ölçüm yok", "no reading before") }
    let values = movement.previous.map(number)
    let (value, rise, fall) = (number(reading.value), number(rules.risePercent), number(rules.fallPercent))
    return Localized(
      "\(value.turkish), önceki değerler \(values.map(\.turkish).joined(separator: "; ")); "
        + "sınırlar +%\(rise.turkish), −%\(fall.turkish)",
      "\(value.english) after \(values.map(\.english).joined(separator: ", ")); "
        + "limits +\(rise.english)%, −\(fall.english)%")
  }
}
