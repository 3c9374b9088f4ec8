import GuvenceCore

/// A duty that recurs in the year of a municipality: a report, a review, a meeting.
public struct Obligation: Sendable {
  /// Who sets the time it falls due.
  public enum Timing: String, Sendable, CaseIterable {
    /// The norm itself.
    case norm
    /// Usual practice; each administration sets its own time.
    case practice
  }

  /// Stable id: `activity-report`.
  public let id: String
  /// What is to be done.
  public let title: Localized
  /// Who owes it.
  public let who: Localized
  /// When it falls due.
  public let recurrence: Recurrence
  /// Whether the time is the norm's or only usual.
  public let timing: Timing
  /// Owed only by municipalities with more people than this; `nil` for all.
  public let populationOver: Int?
  /// Whether municipalities of provinces and districts owe it whatever their population.
  public let includesAllProvincesAndDistricts: Bool
  /// Ids of the legal references it rests on.
  public let basis: [String]
  /// A remark; `nil` where there is none.
  public let note: Localized?
  /// Where it comes from and whether that was checked.
  public let citation: Citation

  /// The due days from `from` through `through`, both included, in order.
  public func occurrences(from: Day, through: Day) -> [Day] { recurrence.occurrences(from: from, through: through) }

  /// The first day work on the occurrence due on `due` may begin.
  public func opening(of due: Day) -> Day { recurrence.opening(of: due) }

  /// Whether a municipality of `population` people owes it; `isProvinceOrDistrict` is false for a town (belde).
  public func applies(toPopulation population: Int, isProvinceOrDistrict: Bool) -> Bool {
    if includesAllProvincesAndDistricts && isProvinceOrDistrict { return true }
    return populationOver.map { population > $0 } ?? true
  }
}
