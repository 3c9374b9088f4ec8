import GuvenceCore

/// A number that a norm sets and may change: a time limit, an amount, a share. Dated, because the next budget law has
/// another one, and never trusted until somebody compared it with the norm.
public struct Parameter: Hashable, Sendable {
  /// What the number counts.
  public enum Unit: Hashable, Sendable {
    /// A length of time.
    case time(StepDuration.Unit)
    /// Turkish lira.
    case lira
    /// Per cent.
    case percent
    /// A number of people or things.
    case count
  }

  /// One value with the first day it holds.
  public struct Value: Hashable, Sendable {
    /// First day.
    public let from: Day
    /// The number.
    public let amount: Int
    /// Whether somebody compared it with the norm.
    public let citation: Citation
  }

  /// Unique within the process: `goods-receipt-notice`.
  public let id: String
  /// What it is.
  public let name: Localized
  /// What it counts.
  public let unit: Unit
  /// Values, oldest first.
  public let values: [Value]

  /// The value in force on `day`; `nil` before the first.
  public func value(on day: Day) -> Value? { values.last { $0.from <= day } }

  /// The newest value.
  public var newest: Value? { values.last }

  /// `10 gün`, `%10`, `266.618 TL`.
  public func text(_ amount: Int, _ language: Language) -> String {
    switch unit {
    case .time(let unit): StepDuration(amount, unit).text(language)
    case .lira: "\(Parameter.grouped(amount)) TL"
    case .percent: language == .turkish ? "%\(amount)" : "\(amount) %"
    case .count: String(amount)
    }
  }

  private static func grouped(_ amount: Int) -> String {
    var text = ""
    for (index, digit) in String(amount).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(".") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
