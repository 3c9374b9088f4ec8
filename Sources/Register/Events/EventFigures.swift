import GuvenceCore

/// How often a risk came true a year, in hundredths, with what it was worked out from.
///
/// Observed is the time from the risk's first day (or from an event that lies earlier) to the end, but at least one year,
/// so that one event of last week does not read as fifty-two a year. Worked example: 3 events in 912 days,
/// 3 × 365.25 / 912 = 1.20 a year.
public struct EventFrequency: Hashable, Sendable {
  /// Realised events counted.
  public let count: Int
  /// Near misses beside them; they do not count.
  public let nearMisses: Int
  /// Days observed, at least 365.
  public let days: Int
  /// Events a year in hundredths, rounded half up.
  public let hundredthsPerYear: Int

  /// The frequency of `events` from `start` to `end`, both included.
  public init(of events: [RealisedEvent], from start: Day, to end: Day) {
    let realised = events.filter { $0.details.kind == .realised }.map(\.details.occurredOn)
    let first = min(start, realised.min() ?? start)
    count = realised.count
    nearMisses = events.count - realised.count
    days = max(365, end - first + 1)
    // count × 365.25 / days × 100, in whole numbers.
    hundredthsPerYear = (count * 36_525 * 2 + days) / (days * 2)
  }
}

/// Count and loss of some events.
public struct EventTotal: Hashable, Sendable {
  /// Realised events.
  public private(set) var realised = 0
  /// Near misses.
  public private(set) var nearMisses = 0
  /// Events marked as public loss.
  public private(set) var publicLosses = 0
  /// Sum of the losses in kuruş.
  public private(set) var loss = EventLoss()

  /// The total of `events`. Losses beyond what a number holds stay at its end.
  public init(_ events: some Sequence<RealisedEvent>) {
    for event in events { add(event) }
  }

  /// Events in all.
  public var count: Int { realised + nearMisses }

  private mutating func add(_ event: RealisedEvent) {
    if event.details.kind == .realised { realised += 1 } else { nearMisses += 1 }
    if event.details.isPublicLoss { publicLosses += 1 }
    loss.gross = EventTotal.sum(loss.gross, event.details.loss.gross)
    loss.recovered = EventTotal.sum(loss.recovered, event.details.loss.recovered)
  }

  private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let (value, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? .max : value
  }
}

/// What totals of events are grouped by.
public enum EventGrouping: String, Sendable, CaseIterable {
  /// The unit in which they happened.
  case unit
  /// The category of the risk taxonomy.
  case category
  /// The year in which they happened.
  case year
}
