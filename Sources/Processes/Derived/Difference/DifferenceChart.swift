import GuvenceCore

/// Both versions as one chart: the steps of the later one, those taken away at their old place in the list, and for
/// each step that changed its role a ghost in the old lane with an arrow to the new one.
struct DifferenceChart: Sendable {
  /// What became of a step or a flow.
  struct Fate: Hashable, Sendable {
    var isAdded = false
    var isRemoved = false
    var isChanged = false
    var isMoved = false
    /// Stands in the old lane of a step that moved.
    var isGhost = false

    /// What is drawn, most important first.
    var kinds: [RevisionRow.Kind] {
      var kinds: [RevisionRow.Kind] = []
      if isAdded { kinds.append(.added) }
      if isRemoved { kinds.append(.removed) }
      if isMoved || isGhost { kinds.append(.moved) }
      if isChanged { kinds.append(.changed) }
      return kinds
    }
  }

  private(set) var chart: Chart
  /// By step id; steps that stayed as they were are not in it.
  private(set) var fates: [String: Fate] = [:]
  /// By index of the flow in `chart`.
  private(set) var flowFates: [Int: Fate] = [:]
  private let difference: ChartDifference
  private let language: Language

  init(_ difference: ChartDifference, _ language: Language) {
    (self.difference, self.language) = (difference, language)
    chart = difference.new
    settleFates()
    addRemoved()
    addGhosts()
    addFlows()
    chart.risks += difference.risks.removed
    chart.controls += difference.controls.removed
    // Steps say what became of them where a chart shows their documents.
    for at in chart.steps.indices { chart.steps[at].documents = remarks(chart.steps[at].id) }
  }

  /// Id of the ghost of a step that moved; no chart's own id contains the mark.
  static func ghost(_ id: String) -> String { id + "~" }

  /// The earlier layout's cells, with ghosts where the moved steps stood.
  func placement(_ old: Placement) -> Placement {
    var cells = old.cells
    for move in difference.laneMoves {
      cells[DifferenceChart.ghost(move.id)] = cells[move.id]
      cells[move.id] = nil
    }
    return Placement(cells: cells)
  }

  private mutating func settleFates() {
    for step in difference.added { fates[step.id, default: Fate()].isAdded = true }
    for step in difference.removed { fates[step.id, default: Fate()].isRemoved = true }
    for move in difference.laneMoves { fates[move.id, default: Fate()].isMoved = true }
    let points = difference.risks.steps.union(difference.controls.steps)
    for id in difference.changed.map(\.id) + chart.steps.map(\.id).filter(points.contains) {
      if fates[id]?.isAdded != true { fates[id, default: Fate()].isChanged = true }
    }
  }

  private mutating func addRemoved() {
    for lane in difference.lanesRemoved {
      // Behind the role it stood behind.
      let at = difference.old.lanes.firstIndex(of: lane) ?? 0
      let before = difference.old.lanes[..<at].last { chart.lanes.contains($0) }
      let place = before.flatMap { chart.lanes.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      chart.lanes.insert(lane, at: place)
    }
    for step in difference.removed {
      let at = difference.old.steps.firstIndex { $0.id == step.id } ?? 0
      let before = difference.old.steps[..<at].last { earlier in chart.steps.contains { $0.id == earlier.id } }
      let place = before.flatMap { earlier in chart.steps.firstIndex { $0.id == earlier.id } }.map { $0 + 1 } ?? 0
      chart.steps.insert(step, at: place)
    }
  }

  private mutating func addGhosts() {
    for move in difference.laneMoves {
      guard let at = chart.steps.firstIndex(where: { $0.id == move.id }), let step = difference.old.step(move.id) else {
        continue
      }
      let id = DifferenceChart.ghost(move.id)
      chart.steps.insert(
        Step(id: id, number: step.number, kind: step.kind, role: step.role, name: step.name), at: at)
      fates[id] = Fate(isGhost: true)
      flowFates[chart.flows.count] = Fate(isGhost: true)
      chart.flows.append(Flow(id, move.id))
    }
  }

  private mutating func addFlows() {
    var added = difference.flowsAdded
    for (at, flow) in chart.flows.enumerated() {
      if let place = added.firstIndex(of: flow) {
        added.remove(at: place)
        flowFates[at] = Fate(isAdded: true)
      }
    }
    var relabelled = difference.flowsRelabelled
    for (at, flow) in chart.flows.enumerated() where flowFates[at] == nil {
      guard let place = relabelled.firstIndex(where: { $0.new == flow }) else { continue }
      let old = relabelled.remove(at: place).old.label
      chart.flows[at].label = "\(old.isEmpty ? "–" : old) → \(flow.label.isEmpty ? "–" : flow.label)"
      flowFates[at] = Fate(isChanged: true)
    }
    for flow in difference.flowsRemoved {
      flowFates[chart.flows.count] = Fate(isRemoved: true)
      chart.flows.append(flow)
    }
  }

  // MARK: remarks

  /// What became of the step, in words: `+ Eklendi`, `± Süre: 2 gün → 3 gün`.
  private func remarks(_ id: String) -> [String] {
    guard let fate = fates[id] else { return [] }
    if fate.isGhost { return ["⇄ \(Localized("Eski yeri", "Where it was")(language))"] }
    var lines: [String] = []
    if fate.isAdded { lines.append("+ \(RevisionRow.Kind.added.name(language))") }
    if fate.isRemoved { lines.append("− \(RevisionRow.Kind.removed.name(language))") }
    let none = Localized("sorumlusuz", "nobody")(language)
    lines += difference.laneMoves.filter { $0.id == id }.map { "⇄ \($0.old ?? none) → \($0.new ?? none)" }
    for change in difference.changed where change.id == id { lines += change.fields.flatMap(words) }
    if fate.isChanged { lines += pointRemarks(id) }
    return lines
  }

  private func words(_ change: ChartDifference.FieldChange) -> [String] {
    let (name, old, new) = (change.field.name(language), change.old(language), change.new(language))
    // The new name is the one the symbol carries.
    if change.field == .name { return ["± \(Localized("Eski adı", "Former name")(language)): \(old)"] }
    return ["± \(name): \(old.isEmpty ? "–" : old) → \(new.isEmpty ? "–" : new)"]
  }

  /// `+ Risk R5 Yetkisiz ödeme`, `± Risk R3 Metin: … → …`: what became of the step's points.
  private func pointRemarks(_ id: String) -> [String] {
    let words = RevisionWords(difference, language)
    let told = (words.risks() + words.controls()).filter { $0.step == id }.map { row in
      let change = "\(row.field): \(row.old.isEmpty ? "–" : row.old) → \(row.new.isEmpty ? "–" : row.new)"
      return "\(row.kind.sign) \(row.subject) \(row.field.isEmpty ? row.new + row.old : change)"
    }
    func gone<Point>(_ changes: PointChanges<Point>) -> [String] {
      changes.changed.filter { $0.old.step == id && $0.new.step != id }.map { "− \($0.old.id)" }
    }
    return told + gone(difference.risks) + gone(difference.controls)
  }

  /// Ids of risk and control points that are gone.
  var struck: Set<String> { Set(difference.risks.removed.map(\.id) + difference.controls.removed.map(\.id)) }
}
