import FoundationEssentials
import GuvenceCore

/// How readings of risk indicators are judged: names of the states, limits of the trend, days to deliver a reading.
/// Read from `rules/indicator-rules.yaml`; later versions stand beside it as `indicator-rules@2027-01-01.yaml`.
public struct IndicatorRules: Hashable, Sendable {
  /// Id under which a reading's reasons name these rules.
  public static let id = "indicator-rules"
  /// The day from which they hold.
  public let effective: Day
  /// Name and shape of each state.
  public let labels: [IndicatorStatus: Label]
  /// Where the comparisons of the state come from.
  public let statusCitation: Citation
  /// How many values before count for the trend, from 1.
  public let previousCount: Int
  /// A value more than this many percent above the mean of those before is rising.
  public let risePercent: Decimal
  /// A value more than this many percent below the mean of those before is falling.
  public let fallPercent: Decimal
  /// Where the trend comes from.
  public let trendCitation: Citation
  /// Days after the end of a period within which its reading is to be recorded.
  public let graceDays: [IndicatorFrequency: Int]
  /// Where the days come from.
  public let dueCitation: Citation

  /// How a state is shown: never by colour alone.
  public struct Label: Hashable, Sendable {
    /// Word on screen.
    public let name: Localized
    /// One sign.
    public let shape: String
  }

  /// Name and shape of a state; its id where the file has none.
  public func label(_ status: IndicatorStatus) -> Label {
    labels[status] ?? Label(name: Localized(status.rawValue, status.rawValue), shape: "")
  }
}

/// State of a reading against the thresholds.
public enum IndicatorStatus: String, Sendable, CaseIterable {
  /// Green.
  case normal
  /// Yellow.
  case warning
  /// Red: opens a review of the linked risks.
  case alarm
}

/// Where a reading moves, compared with those before it.
public enum IndicatorTrend: String, Sendable, CaseIterable {
  /// Above the mean by more than the limit.
  case rising
  /// Below the mean by more than the limit.
  case falling
  /// In between, or nothing to compare with.
  case stable
}

/// How often an indicator is read.
public enum IndicatorFrequency: String, Sendable, CaseIterable {
  /// Günlük.
  case daily
  /// Haftalık; weeks begin on Monday.
  case weekly
  /// Aylık.
  case monthly
  /// Üç aylık.
  case quarterly
  /// Altı aylık.
  case halfYearly = "half-yearly"
  /// Yıllık.
  case yearly
}
