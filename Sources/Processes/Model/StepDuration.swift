import GuvenceCore

/// A length of time as offices say it: `2 iş günü`.
public struct StepDuration: Hashable, Sendable {
  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    case minute, hour, day, workday, week, month, year

    /// `iş günü`, `workday`.
    public var name: Localized {
      switch self {
      case .minute: Localized("dakika", "min")
      case .hour: Localized("saat", "h")
      case .day: Localized("gün", "d")
      case .workday: Localized("iş günü", "workdays")
      case .week: Localized("hafta", "weeks")
      case .month: Localized("ay", "months")
      case .year: Localized("yıl", "years")
      }
    }

    /// Working minutes, for sums and comparison: a working day has 8 hours, a week 5 of them, a month 21.
    public var minutes: Int {
      switch self {
      case .minute: 1
      case .hour: 60
      case .day, .workday: 480
      case .week: 2_400
      case .month: 10_080
      case .year: 120_960
      }
    }
  }

  /// How many, from 1.
  public let amount: Int
  /// Of what.
  public let unit: Unit

  /// `amount` times `unit`.
  public init(_ amount: Int, _ unit: Unit) { (self.amount, self.unit) = (amount, unit) }

  /// Reads `2 workday`: a whole number from 1 to 9999, a blank, a unit.
  public init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    guard words.count == 2, let amount = Int(words[0]), (1...9999).contains(amount),
      let unit = Unit.allCases.first(where: {
        $0.rawValue == words[1] || $0.rawValue + "s" == words[1] || $0.name.turkish.filter { $0 != " " } == words[1]
      })
    else { return nil }
    self.init(amount, unit)
  }

  /// `2 workday`, which `init?(_:)` reads.
  public var code: String { "\(amount) \(unit.rawValue)" }
  /// `2 iş günü`.
  public func text(_ language: Language) -> String { "\(amount) \(unit.name(language))" }
  /// Working minutes.
  public var minutes: Int { amount * unit.minutes }
}
