/// Lanes: members, names, order, new ones and those nobody stands for any more.
extension BPMNPatch {
  private static let heads: Set = [
    "documentation", "extensionElements", "auditing", "monitoring", "ioSpecification", "ioBinding", "property",
  ]

  func changeLanes() {
    lanes = base.places.lanes.mapValues { reading.lanes[$0] }
    let moved = wanted.steps.filter { old[$0.id]?.role != $0.role }
    guard
      base.chart.lanes != wanted.lanes || !moved.isEmpty || wanted.steps.contains(where: { old[$0.id] == nil })
    else { return }
    let isPoolOnly =
      lanes.isEmpty && wanted.lanes == base.chart.lanes && wanted.steps.allSatisfy { $0.role == wanted.lanes.first }
    if isPoolOnly { return }
    rename()
    for role in base.chart.lanes where !wanted.lanes.contains(role) {
      if let lane = lanes.removeValue(forKey: role) {
        remove([lane])
        touched.lostLane = true
      }
    }
    for role in wanted.lanes where lanes[role] == nil { lanes[role] = addLane(role) }
    for step in wanted.steps where needsLane(step) { put(step, into: step.role.flatMap { lanes[$0] }) }
    sort(wanted.lanes.compactMap { lanes[$0] })
  }

  private func needsLane(_ step: Step) -> Bool {
    base.places.lanes.isEmpty || old[step.id].map { $0.role != step.role } ?? true
  }

  /// A role that is new where another went with the same steps is the other's new name.
  private func rename() {
    for role in base.chart.lanes where !wanted.lanes.contains(role) {
      let members = base.chart.steps.filter { $0.role == role && new[$0.id] != nil }.map(\.id)
      let names = Set(members.map { new[$0]?.role })
      guard let lane = lanes[role], names.count == 1, let name = names.first.flatMap(\.self), lanes[name] == nil,
        !base.chart.lanes.contains(name)
      else { continue }
      set(lane, name)
      lanes[role] = nil
      lanes[name] = lane
    }
  }

  private func set(_ lane: XMLElement, _ role: String) {
    lane.set("name", role)
    if let exact = BPMNOwn.beside(role) {
      extensionOf(lane, "lane").set("name", exact)
    } else {
      lane.ownElement?.set("name", nil)
    }
  }

  private func addLane(_ role: String) -> XMLElement {
    let home =
      process.parts.first { $0.name == "laneSet" }
      ?? process.add("laneSet", [("id", newID("LaneSet_1"))], behind: Self.heads)
    let id = newID("Lane_\(base.places.lanes.count + 1)")
    let lane = home.add("lane", [("id", id)], behind: ["documentation", "extensionElements", "lane"])
    self.set(lane, role)
    touched.moved.insert(id)
    return lane
  }

  private func put(_ step: Step, into lane: XMLElement?) {
    guard let id = steps[step.id]?["id"] else { return }
    for set in process.parts where set.name == "laneSet" { leave(set, id) }
    lane?.add(
      "flowNodeRef", text: id, behind: ["documentation", "extensionElements", "partitionElement", "flowNodeRef"])
    touched.moved.insert(id)
  }

  private func leave(_ set: XMLElement, _ id: String) {
    for lane in set.parts where lane.name == "lane" {
      for part in lane.parts {
        if part.name == "flowNodeRef", BPMNReading.local(part.content) == id { part.remove() }
        if part.name == "childLaneSet" { leave(part, id) }
      }
    }
  }

  /// Puts lanes that stand side by side in one set into the chart's order.
  private func sort(_ lanes: [XMLElement]) {
    guard current?.chart.lanes != wanted.lanes, let set = lanes.first?.parent,
      lanes.allSatisfy({ $0.parent == set })
    else { return }
    for lane in lanes { lane.move(into: set, behind: ["documentation", "extensionElements", "lane"]) }
  }
}
