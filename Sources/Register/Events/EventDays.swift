import GuvenceCore

/// The order in which the days of an event may stand.
public enum EventDays {
  /// A day that stands in the wrong place.
  public enum Fault: Sendable, Hashable {
    /// Noticed before it happened.
    case detectedBeforeOccurred
    /// Reported before it was noticed.
    case reportedBeforeDetected
    /// After today.
    case inTheFuture(Field)
  }

  /// Which of the three days.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case occurred
    case detected
    case reported
  }

  /// What is wrong with the days; empty where occurred ≤ detected ≤ reported ≤ today.
  public static func faults(occurred: Day, detected: Day, reported: Day, today: Day) -> [Fault] {
    var faults: [Fault] = []
    for (field, day) in [(Field.occurred, occurred), (.detected, detected), (.reported, reported)] where day > today {
      faults.append(.inTheFuture(field))
    }
    if detected < occurred { faults.append(.detectedBeforeOccurred) }
    if reported < detected { faults.append(.reportedBeforeDetected) }
    return faults
  }
}
