import GuvenceCore

/// A methodology as flat tables, for scoring many pairs: no allocation, no search, no explanation.
///
/// Gives the same level, score and verdict as `score(_:under:on:)`; a test holds both together for every pair.
public struct CompiledMethodology: Sendable {
  /// One judged pair. `isKnown` is false for a pair outside the scales; the rest is 0 then.
  @frozen
  public struct Cell: Sendable, Hashable {
    /// Product score, or 0 where levels are looked up.
    public let value: Int32
    /// Index into `levels`, from 0.
    public let level: UInt8
    /// Months until the next review.
    public let reviewMonths: UInt8
    /// Whether the level is above the appetite.
    public let isAboveAppetite: Bool
    /// Whether the pair lies in the scales.
    public let isKnown: Bool

    @usableFromInline
    init(value: Int32, level: UInt8, reviewMonths: UInt8, isAboveAppetite: Bool, isKnown: Bool) {
      (self.value, self.level, self.reviewMonths) = (value, level, reviewMonths)
      (self.isAboveAppetite, self.isKnown) = (isAboveAppetite, isKnown)
    }

    @inlinable static var unknown: Cell {
      Cell(value: 0, level: 0, reviewMonths: 0, isAboveAppetite: false, isKnown: false)
    }
  }

  /// The levels from lowest to highest.
  public let levels: [Level]
  @usableFromInline let cells: [Cell]
  @usableFromInline let likelihoods: Int
  @usableFromInline let impacts: Int

  /// Compiles `methodology`, with the administration's own appetite where it has one.
  public init(_ methodology: Methodology, appetite: DefaultAppetite? = nil) {
    let scoring = PairScoring(methodology: methodology, appetite: appetite ?? methodology.appetite)
    (likelihoods, impacts) = (methodology.likelihood.steps.count, methodology.impact.steps.count)
    levels = methodology.levels
    let verdicts = methodology.levels.map { scoring.verdict(of: $0) == .above }
    var cells: [Cell] = []
    for likelihood in methodology.likelihood.range {
      for impact in methodology.impact.range {
        guard let level = methodology.level(likelihood: likelihood, impact: impact),
          let index = methodology.levels.firstIndex(where: { $0.id == level.id })
        else {
          cells.append(.unknown)
          continue
        }
        cells.append(
          Cell(
            value: Int32(methodology.product(likelihood, impact) ?? 0), level: UInt8(index),
            reviewMonths: UInt8(clamping: level.reviewMonths), isAboveAppetite: verdicts[index], isKnown: true))
      }
    }
    self.cells = cells
  }

  /// The judged pair; `isKnown` is false outside the scales.
  @inlinable
  public func scoreFast(likelihood: Int, impact: Int) -> Cell {
    guard likelihood >= 1, likelihood <= likelihoods, impact >= 1, impact <= impacts else { return .unknown }
    let index = (likelihood &- 1) &* impacts &+ (impact &- 1)
    return index < cells.count ? cells[index] : .unknown
  }

  /// Judges many pairs given as two columns of the same length, into `body` with the pair's index.
  @inlinable
  public func forEach(likelihoods: [UInt8], impacts: [UInt8], _ body: (Int, Cell) -> Void) {
    cells.withUnsafeBufferPointer { cells in
      for index in 0..<min(likelihoods.count, impacts.count) {
        let (l, i) = (Int(likelihoods[index]), Int(impacts[index]))
        let isIn = l >= 1 && l <= self.likelihoods && i >= 1 && i <= self.impacts
        let cell = isIn ? (l &- 1) &* self.impacts &+ (i &- 1) : cells.count
        body(index, cell < cells.count ? cells[cell] : .unknown)
      }
    }
  }
}
