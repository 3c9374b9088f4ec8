import GuvenceCore

/// What two versions of a chart differ in, by the stable ids of steps, risk and control points. Positions never enter
/// it, so a chart drawn anew does not differ.
///
/// Worked example: a version that puts step 9a between 9 and 10 adds one step and the flows 9 → 9a → 10, and removes
/// the flow 9 → 10; that the steps behind it are numbered anew is told apart from real changes (`renumbered`).
public struct ChartDifference: Hashable, Sendable {
  /// A step that is in both versions and says something else.
  public struct StepChange: Hashable, Sendable {
    /// Step id.
    public let id: String
    /// What changed, in the order of the chart's columns; never empty.
    public let fields: [FieldChange]
  }

  /// One field, old → new.
  public struct FieldChange: Hashable, Sendable {
    /// Which one.
    public let field: StepField
    /// What it said; empty where it said nothing.
    public let old: Localized
    /// What it says; empty where it says nothing.
    public let new: Localized
  }

  /// A step that another role answers for.
  public struct LaneMove: Hashable, Sendable {
    /// Step id.
    public let id: String
    /// The role before; `nil` where nobody was named.
    public let old: String?
    /// The role now; `nil` where nobody is named.
    public let new: String?
  }

  /// A flow between the same two steps under another branch label.
  public struct Relabelling: Hashable, Sendable {
    /// The flow before.
    public let old: Flow
    /// The flow now.
    public let new: Flow
  }

  /// A step that is only numbered differently.
  public struct Renumbering: Hashable, Sendable {
    /// Step id.
    public let id: String
    /// The number before.
    public let old: String
    /// The number now.
    public let new: String
  }

  /// The earlier version.
  public let old: Chart
  /// The later version.
  public let new: Chart
  /// Steps of the later version only, in its order.
  public let added: [Step]
  /// Steps of the earlier version only, in its order.
  public let removed: [Step]
  /// Steps of both that differ in anything but role and number, in the later version's order.
  public let changed: [StepChange]
  /// Steps of both that changed their role, in the later version's order.
  public let laneMoves: [LaneMove]
  /// Steps of both with another number, in the later version's order.
  public let renumbered: [Renumbering]
  /// The fewest steps that have to be taken out of the list so that the others stand in the order they had.
  public let reordered: [String]
  /// Roles of the later version only.
  public let lanesAdded: [String]
  /// Roles of the earlier version only.
  public let lanesRemoved: [String]
  /// Whether the roles of both versions stand in another order.
  public let areLanesReordered: Bool
  /// Flows of the later version only.
  public let flowsAdded: [Flow]
  /// Flows of the earlier version only.
  public let flowsRemoved: [Flow]
  /// Flows whose branch label changed.
  public let flowsRelabelled: [Relabelling]
  /// Risk points.
  public let risks: PointChanges<RiskPoint>
  /// Control points.
  public let controls: PointChanges<ControlPoint>

  /// The difference of two versions.
  public init(old: Chart, new: Chart) {
    (self.old, self.new) = (old, new)
    let (before, after) = (ChartDifference.byID(old.steps), ChartDifference.byID(new.steps))
    let (oldSteps, newSteps) = (old.steps.uniquedByID, new.steps.uniquedByID)
    added = newSteps.filter { before[$0.id] == nil }
    removed = oldSteps.filter { after[$0.id] == nil }
    let pairs = newSteps.compactMap { step in before[step.id].map { (old: $0, new: step) } }
    changed = pairs.compactMap { old, new in
      let fields = StepField.changes(from: old, to: new)
      return fields.isEmpty ? nil : StepChange(id: new.id, fields: fields)
    }
    laneMoves = pairs.filter { $0.old.role != $0.new.role }.map {
      LaneMove(id: $0.new.id, old: $0.old.role, new: $0.new.role)
    }
    renumbered = pairs.filter { $0.old.number != $0.new.number }.map {
      Renumbering(id: $0.new.id, old: $0.old.number, new: $0.new.number)
    }
    reordered = ChartDifference.outOfOrder(pairs.map(\.new.id), before: oldSteps.map(\.id))
    lanesAdded = new.lanes.filter { !old.lanes.contains($0) }
    lanesRemoved = old.lanes.filter { !new.lanes.contains($0) }
    areLanesReordered = old.lanes.filter(new.lanes.contains) != new.lanes.filter(old.lanes.contains)
    (flowsAdded, flowsRemoved, flowsRelabelled) = ChartDifference.flows(old.flows, new.flows)
    risks = PointChanges(old: old.risks, new: new.risks)
    controls = PointChanges(old: old.controls, new: new.controls)
  }

  /// Whether the two versions say the same. The order in which flows and points are listed says nothing.
  public var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && changed.isEmpty && laneMoves.isEmpty && renumbered.isEmpty && reordered.isEmpty
      && lanesAdded.isEmpty && lanesRemoved.isEmpty && !areLanesReordered && flowsAdded.isEmpty
      && flowsRemoved.isEmpty && flowsRelabelled.isEmpty && risks.isEmpty && controls.isEmpty
  }

  private static func byID(_ steps: [Step]) -> [String: Step] {
    Dictionary(steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Flows taken as a bag: what is left when equal ones are taken from both. Among these a flow between the same steps
  /// is one that was relabelled.
  private static func flows(_ old: [Flow], _ new: [Flow]) -> (added: [Flow], removed: [Flow], relabelled: [Relabelling])
  {
    var removed = without(old, new)
    var added: [Flow] = []
    var relabelled: [Relabelling] = []
    for flow in without(new, old) {
      if let at = removed.firstIndex(where: { $0.source == flow.source && $0.target == flow.target }) {
        relabelled.append(Relabelling(old: removed.remove(at: at), new: flow))
      } else {
        added.append(flow)
      }
    }
    return (added, removed, relabelled)
  }

  private static func without(_ flows: [Flow], _ others: [Flow]) -> [Flow] {
    var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    return flows.filter { flow in
      guard let count = counts[flow], count > 0 else { return true }
      counts[flow] = count - 1
      return false
    }
  }

  /// The ids outside a longest run that keeps the earlier order.
  private static func outOfOrder(_ ids: [String], before: [String]) -> [String] {
    let place = Dictionary(before.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let places = ids.map { place[$0] ?? 0 }
    if zip(places, places.dropFirst()).allSatisfy(<) { return [] }
    var best = [Int](repeating: 1, count: places.count)
    var previous = [Int](repeating: -1, count: places.count)
    for at in places.indices {
      for earlier in 0..<at where places[earlier] < places[at] && best[earlier] + 1 > best[at] {
        (best[at], previous[at]) = (best[earlier] + 1, earlier)
      }
    }
    var kept: Set<Int> = []
    var at = places.indices.max { (best[$0], $1) < (best[$1], $0) } ?? -1
    while at >= 0 {
      kept.insert(at)
      at = previous[at]
    }
    return ids.indices.filter { !kept.contains($0) }.map { ids[$0] }
  }
}

extension [Step] {
  /// Of steps with the same id only the first.
  fileprivate var uniquedByID: [Step] {
    var seen: Set<String> = []
    return filter { seen.insert($0.id).inserted }
  }
}
