import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// The register as one read transaction saw it, with what a report compares it to. Plain values: a report made twice
/// from one snapshot is the same byte for byte.
public struct RegisterSnapshot: Sendable, Hashable {
  /// Name of the administration.
  public let administration: String
  /// Whether the data is sample data, which the report says.
  public let isSample: Bool
  /// The period reported on.
  public let period: Period
  /// Name of the unit reported on; `nil` for the whole administration.
  public let unitName: String?
  /// The day the values hold for: the period's last day, or the day of making where the period still runs.
  public let asOf: Day
  /// When the snapshot was taken.
  public let takenAt: Instant
  /// Who took it.
  public let takenBy: String
  /// Journal head at that moment, `<sequence>:<hex>`.
  public let journalHead: String
  /// The administration's methodology.
  public let methodology: Methodology
  /// All risks in view, active ones and those closed within the period, in reference order.
  public let entries: [Entry]

  /// One risk with its assessments at the end of this period and of the one before.
  public struct Entry: Sendable, Hashable {
    /// The risk.
    public let risk: Risk
    /// Code of its unit.
    public let unitCode: String
    /// Name of its unit.
    public let unitName: String
    /// Latest assessment on or before `asOf`.
    public let current: Assessment?
    /// Latest assessment on or before the last day of the previous period.
    public let previous: Assessment?
    /// Level of the current effective pair.
    public let level: Level?
    /// Level of the previous effective pair.
    public let previousLevel: Level?
    /// Whether it entered the register within the period.
    public let isNew: Bool
    /// Whether it was retired within the period.
    public let isClosed: Bool
    /// When it is to be looked at again: the day a person set, else that of the current assessment.
    public let reviewOn: Day?

    /// An entry; its review day is that of the current assessment where none is given.
    public init(
      risk: Risk, unitCode: String, unitName: String, current: Assessment?, previous: Assessment?, level: Level?,
      previousLevel: Level?, isNew: Bool, isClosed: Bool, reviewOn: Day? = nil
    ) {
      (self.risk, self.unitCode, self.unitName) = (risk, unitCode, unitName)
      (self.current, self.previous) = (current, previous)
      (self.level, self.previousLevel) = (level, previousLevel)
      (self.isNew, self.isClosed) = (isNew, isClosed)
      self.reviewOn = reviewOn ?? current?.nextReviewOn
    }
  }

  /// A snapshot.
  public init(
    administration: String, isSample: Bool, period: Period, unitName: String?, asOf: Day, takenAt: Instant,
    takenBy: String, journalHead: String, methodology: Methodology, entries: [Entry]
  ) {
    (self.administration, self.isSample, self.period) = (administration, isSample, period)
    (self.unitName, self.asOf, self.takenAt, self.takenBy) = (unitName, asOf, takenAt, takenBy)
    (self.journalHead, self.methodology, self.entries) = (journalHead, methodology, entries)
  }
}
