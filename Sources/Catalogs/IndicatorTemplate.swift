import FoundationEssentials
import GuvenceCore

/// An example indicator; an administration adopts a copy that remembers its origin. The thresholds are proposals.
public struct IndicatorTemplate: Sendable {
  /// Which values are good.
  public enum Direction: String, Sendable, CaseIterable {
    /// The lower the better.
    case lower
    /// The higher the better.
    case higher
    /// The nearer to a target the better.
    case target
  }

  /// How often it is read.
  public enum Frequency: String, Sendable, CaseIterable {
    /// Every day, week, month, quarter, half-year, year.
    case daily, weekly, monthly, quarterly
    /// Every six months.
    case halfYearly = "half-yearly"
    /// Every year.
    case yearly
  }

  /// Stable id: `collection-rate`.
  public let id: String
  /// Unit code of the directorate that usually reads it: `MH`.
  public let unitCode: String
  /// What is measured.
  public let name: Localized
  /// Unit of measure: `%`, `gün`.
  public let measure: String
  /// Which values are good.
  public let direction: Direction
  /// Green threshold, or the target.
  public let green: Decimal
  /// Yellow threshold, or the allowed deviation.
  public let yellow: Decimal
  /// Deviation beyond which a target is missed; `nil` for the other directions.
  public let red: Decimal?
  /// How often it is read.
  public let frequency: Frequency
  /// Where the values come from.
  public let dataSource: String
  /// How a value is worked out.
  public let method: String
  /// Ids of legal references it touches; may be empty.
  public let legal: [String]
  /// Where the entry comes from.
  public let citation: Citation
}
