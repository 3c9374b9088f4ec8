import GuvenceCore

/// A risk or control point: something with an id that sits on a step.
public protocol ChartPoint: Hashable, Sendable {
  /// Within the chart: `R1`.
  var id: String { get }
  /// Id of the step it sits on.
  var step: String { get }
  /// What it says.
  var text: String { get }
}

extension RiskPoint: ChartPoint {}
extension ControlPoint: ChartPoint {}

/// What two versions differ in among their risk or control points.
public struct PointChanges<Point: ChartPoint>: Hashable, Sendable {
  /// A point of both versions that says something else or sits elsewhere.
  public struct Change: Hashable, Sendable {
    /// The point before.
    public let old: Point
    /// The point now.
    public let new: Point
  }

  /// Points of the later version only.
  public let added: [Point]
  /// Points of the earlier version only.
  public let removed: [Point]
  /// Points of both that differ.
  public let changed: [Change]

  /// The difference of two lists of points, by id.
  public init(old: [Point], new: [Point]) {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(\.id))
    added = new.filter { before[$0.id] == nil }
    removed = old.filter { !after.contains($0.id) }
    changed = new.compactMap { point in
      guard let earlier = before[point.id], earlier != point else { return nil }
      return Change(old: earlier, new: point)
    }
  }

  /// Whether the lists say the same.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Ids of the steps these changes are about.
  public var steps: Set<String> {
    Set((added + removed).map(\.step) + changed.flatMap { [$0.old.step, $0.new.step] })
  }
}
