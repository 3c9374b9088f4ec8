import FoundationEssentials
import GuvenceCore
import GuvenceRules

/// One reading of an indicator. Rows are appended; a correction is a new row that names the one it replaces.
public struct IndicatorReading: Hashable, Sendable {
  /// The reading's number.
  public let id: Identifier<IndicatorReading>
  /// The indicator it belongs to.
  public let indicatorID: Identifier<Indicator>
  /// The day the value speaks of.
  public let readOn: Day
  /// The period that day lies in, as printed: `2026-09`.
  public let period: String
  /// The value, exact.
  public let value: Decimal
  /// State against the thresholds of the moment it was recorded.
  public let status: IndicatorStatus
  /// The thresholds it was judged by.
  public let thresholds: IndicatorThresholds
  /// Effective day of the rules it was judged by.
  public let ruleEffectiveOn: Day
  /// Remark; may be empty.
  public let note: String
  /// When it was recorded.
  public let recordedAt: Instant
  /// Who recorded it, display name.
  public let recordedBy: String
  /// How it came in.
  public let origin: ReadingOrigin
  /// The reading this one replaces.
  public let supersedesID: Identifier<IndicatorReading>?
  /// Why it replaces the other; empty for a first reading.
  public let reason: String

  /// A reading made of its parts.
  public init(
    id: Identifier<IndicatorReading>, indicatorID: Identifier<Indicator>, readOn: Day, period: String, value: Decimal,
    status: IndicatorStatus, thresholds: IndicatorThresholds, ruleEffectiveOn: Day, note: String, recordedAt: Instant,
    recordedBy: String, origin: ReadingOrigin, supersedesID: Identifier<IndicatorReading>?, reason: String
  ) {
    (self.id, self.indicatorID, self.readOn, self.period) = (id, indicatorID, readOn, period)
    (self.value, self.status, self.thresholds) = (value, status, thresholds)
    (self.ruleEffectiveOn, self.note, self.recordedAt) = (ruleEffectiveOn, note, recordedAt)
    (self.recordedBy, self.origin, self.supersedesID, self.reason) = (recordedBy, origin, supersedesID, reason)
  }

  /// The readings that count, oldest first: those that no other one replaces.
  public static func effective(_ all: [IndicatorReading]) -> [IndicatorReading] {
    let replaced = Set(all.compactMap(\.supersedesID))
    return all.filter { !replaced.contains($0.id) }.sorted { ($0.readOn, $0.id) < ($1.readOn, $1.id) }
  }
}

/// How a reading came in.
public enum ReadingOrigin: String, Sendable, CaseIterable {
  /// Entered by a person.
  case entered
  /// Read from a file.
  case imported
}

/// A risk that has to be looked at again: opened by a red reading or a realised event, closed by the next assessment.
public struct ReviewRequest: Hashable, Sendable {
  /// The request's number.
  public let id: Identifier<ReviewRequest>
  /// The risk to look at.
  public let riskID: Identifier<Risk>
  /// The reading that opened it; `nil` where an event did.
  public let readingID: Identifier<IndicatorReading>?
  /// The event that opened it; `nil` where a reading did.
  public let eventID: Identifier<RealisedEvent>?
  /// The completed action that opened it; `nil` where something else did.
  public let actionID: Identifier<RiskAction>?
  /// The risk's last assessment when it was opened; a later one closes it. `nil` where there was none.
  public let afterAssessmentID: Identifier<Assessment>?
  /// When it was opened.
  public let openedAt: Instant
  /// Why, one sentence.
  public let reason: String

  /// A request made of its parts.
  public init(
    id: Identifier<ReviewRequest>, riskID: Identifier<Risk>, readingID: Identifier<IndicatorReading>? = nil,
    eventID: Identifier<RealisedEvent>? = nil, actionID: Identifier<RiskAction>? = nil,
    afterAssessmentID: Identifier<Assessment>?, openedAt: Instant,
    reason: String
  ) {
    (self.id, self.riskID, self.readingID, self.eventID) = (id, riskID, readingID, eventID)
    self.actionID = actionID
    (self.afterAssessmentID, self.openedAt, self.reason) = (afterAssessmentID, openedAt, reason)
  }
}
