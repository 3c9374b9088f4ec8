import GuvenceCore
import GuvenceRules

/// How a score stands against the limits of an appetite statement.
public enum AppetiteGrade: String, Sendable, CaseIterable, Comparable {
  /// Not above the appetite (iştah içinde).
  case within
  /// Above the appetite, not above the tolerance (dikkat): a response is required.
  case attention
  /// Above the tolerance (aşım): a response is required, and only a falling score or an approved acceptance ends it.
  case breach

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .within: Localized("İştah içinde", "Within appetite")
    case .attention: Localized("İştah üstünde", "Above appetite")
    case .breach: Localized("Tolerans aşıldı", "Above tolerance")
    }
  }

  /// A shape that survives greyscale print.
  public var shape: String {
    switch self {
    case .within: "✓"
    case .attention: "◆"
    case .breach: "▲"
    }
  }

  private var order: Int {
    switch self {
    case .within: 0
    case .attention: 1
    case .breach: 2
    }
  }

  /// Milder grades order first.
  public static func < (left: AppetiteGrade, right: AppetiteGrade) -> Bool { left.order < right.order }
}

/// Appetite, tolerance and capacity as scores of one methodology; ranks of levels where it has no numbers. The law of a
/// statement is appetite ≤ tolerance ≤ capacity.
public struct AppetiteLimits: Hashable, Sendable {
  /// Highest score that is willingly taken (risk iştahı).
  public let appetite: Int
  /// Highest score that is borne as a deviation (risk toleransı).
  public let tolerance: Int
  /// Highest score that can be borne at all (risk kapasitesi).
  public let capacity: Int

  /// Three limits, in whatever order; `problems` says what is wrong with them.
  public init(appetite: Int, tolerance: Int, capacity: Int) {
    (self.appetite, self.tolerance, self.capacity) = (appetite, tolerance, capacity)
  }

  /// The grade of `score`, a score of the same methodology.
  public func grade(of score: Int) -> AppetiteGrade {
    score <= appetite ? .within : score <= tolerance ? .attention : .breach
  }

  /// Whether `score` is more than can be borne at all.
  public func isBeyondCapacity(_ score: Int) -> Bool { score > capacity }

  /// Something wrong with one of the limits.
  public struct Problem: Hashable, Sendable {
    /// `appetite`, `tolerance` or `capacity`.
    public let field: String
    /// One sentence.
    public let message: Localized
  }

  /// What is wrong with the limits under `methodology`; empty where they may stand.
  public func problems(under methodology: Methodology) -> [Problem] {
    let scale = methodology.scoreRange
    var problems = [("appetite", appetite), ("tolerance", tolerance), ("capacity", capacity)]
      .filter { !scale.contains($0.1) }
      .map { field, _ in
        Problem(
          field: field,
          message: Localized(
            "\(scale.lowerBound) ile \(scale.upperBound) arasında bir puan yazın.",
            "Enter a score between \(scale.lowerBound) and \(scale.upperBound)."))
      }
    if appetite > tolerance {
      problems.append(
        Problem(
          field: "tolerance",
          message: Localized("Tolerans iştahtan küçük olamaz.", "The tolerance cannot be below the appetite.")))
    }
    if tolerance > capacity {
      problems.append(
        Problem(
          field: "capacity",
          message: Localized("Kapasite toleranstan küçük olamaz.", "The capacity cannot be below the tolerance.")))
    }
    return problems
  }

  /// The limits under another methodology: of each limit the highest score that the pairs up to it come to when values
  /// move by `mapping`. So a risk within a limit stays within it when it is re-scored, and the order of the limits stays.
  public func moved(from old: Methodology, to new: Methodology, by mapping: ScaleMapping) -> AppetiteLimits {
    let (likelihoods, impacts) = (old.likelihood.steps.count, old.impact.steps.count)
    let to = (
      mapping.values(from: likelihoods, to: new.likelihood.steps.count),
      mapping.values(from: impacts, to: new.impact.steps.count)
    )
    var reached: [(old: Int, new: Int)] = []
    for likelihood in 1...max(1, likelihoods) where likelihood <= to.0.count {
      for impact in 1...max(1, impacts) where impact <= to.1.count {
        guard let before = old.order(likelihood: likelihood, impact: impact),
          let after = new.order(likelihood: to.0[likelihood - 1], impact: to.1[impact - 1])
        else { continue }
        reached.append((before, after))
      }
    }
    func limit(_ value: Int) -> Int {
      reached.filter { $0.old <= value }.map(\.new).max() ?? new.scoreRange.lowerBound
    }
    return AppetiteLimits(appetite: limit(appetite), tolerance: limit(tolerance), capacity: limit(capacity))
  }
}

extension Methodology {
  /// The scores there are: products, or ranks of levels where levels are looked up.
  public var scoreRange: ClosedRange<Int> {
    switch scoring {
    case .product: 1...max(1, likelihood.steps.count * impact.steps.count)
    case .matrix: 1...max(1, levels.count)
    }
  }

  /// The level of a score of `scoreRange`; where bands leave out what no product comes to, that of the band below.
  public func level(ofScore score: Int) -> Level? {
    switch scoring {
    case .product(let bands): bands.last { $0.from <= score }.flatMap { level($0.level) }
    case .matrix: levels.first { $0.rank == score }
    }
  }

  /// By what pairs are compared: the product, or the level's rank; `nil` outside the scales.
  func order(likelihood: Int, impact: Int) -> Int? {
    guard let level = level(likelihood: likelihood, impact: impact) else { return nil }
    if case .product = scoring { return likelihood * impact }
    return level.rank
  }
}

extension JudgedPair {
  /// The score that limits are compared with: the product, or the level's rank where there is no number.
  public var comparable: Int { order }
}
