/// What is new or moved is drawn near its neighbours; the rest stays.
extension BPMNPatch {
  /// Draws what was touched; nothing where the file has no drawing.
  func draw(_ drawing: BPMNDrawing) {
    follow()
    if case .redrawn(let orientation) = drawing { redraw(orientation) }
  }

  private func follow() {
    let content = BPMNReading(root).content
    let nodes = content.nodes.filter { $0.process == base.process && $0.parent.isEmpty }
    let lanes = content.lanes.filter { $0.process == base.process }
    let pools = content.pools.filter { $0.process == base.process }.map(\.id)
    let frames = Set(lanes.map(\.id) + pools)
    guard let plane = BPMNPlane(root, nodes: Set(nodes.map(\.id)), lanes: frames) else { return }
    var redrawing = BPMNRedrawing(patch: self, plane: plane, content: content, lanes: lanes, pools: pools)
    redrawing.draw()
  }
}

/// One drawing being brought up to date.
struct BPMNRedrawing {
  private let patch: BPMNPatch
  private let plane: BPMNPlane
  private let content: BPMNContent
  private let lanes: [BPMNContent.Lane]
  private let pools: [String]
  /// Shapes that things stand in rather than beside.
  private let frames: Set<String>
  private let laneOf: [String: String]
  private let kinds: [String: String]

  init(patch: BPMNPatch, plane: BPMNPlane, content: BPMNContent, lanes: [BPMNContent.Lane], pools: [String]) {
    (self.patch, self.plane, self.content, self.lanes, self.pools) = (patch, plane, content, lanes, pools)
    frames = Set(
      content.lanes.map(\.id) + content.pools.map(\.id) + content.artifacts.filter { $0.element == "group" }.map(\.id))
    // Inner lanes come later and win.
    laneOf = Dictionary(lanes.flatMap { lane in lane.members.map { ($0, lane.id) } }) { _, inner in inner }
    kinds = Dictionary(content.nodes.map { ($0.id, $0.element) }) { first, _ in first }
  }

  mutating func draw() {
    let touched = patch.touched
    if touched.lostLane { closeGaps() }
    for lane in lanes where touched.moved.contains(lane.id) && plane.boxes[lane.id] == nil { addBand(lane.id) }
    for id in touched.resized.sorted(by: <) { resize(id) }
    var moved = touched.resized
    for step in patch.wanted.steps {
      guard let id = patch.steps[step.id]?["id"], touched.moved.contains(id), isAstray(id) else { continue }
      place(id)
      moved.insert(id)
    }
    drawDocuments(touched.moved)
    lead(touched.flows, moved)
  }

  // MARK: Frames

  /// A band for a new lane below the others.
  private func addBand(_ id: String) {
    let bands = lanes.compactMap { plane.boxes[$0.id] }
    let pool = pools.lazy.compactMap { plane.boxes[$0] }.first
    let more: [(String, String?)] = [("isHorizontal", plane.isVertical ? "false" : "true")]
    guard let last = bands.max(by: { $0.bottom < $1.bottom }) else {
      let around = pool ?? everything
      let header = pool == nil ? 0 : 30.0
      let band = DrawnBox(x: around.x + header, y: around.y, width: around.width - header, height: around.height)
      return plane.put(id, patch.newID(id + "_di"), band, more)
    }
    let left = bands.map(\.x).min() ?? last.x
    let band = DrawnBox(x: left, y: last.bottom, width: last.right - left, height: 120)
    for (other, box) in plane.boxes where box.y >= last.bottom - 1 && other != id {
      plane.put(other, other, DrawnBox(x: box.x, y: box.y + band.height, width: box.width, height: box.height))
    }
    for (edge, points) in plane.lines where points.contains(where: { $0.y > last.bottom }) {
      plane.lead(edge, edge, points.map { $0.y > last.bottom ? DrawnPoint(x: $0.x, y: $0.y + band.height) : $0 })
    }
    plane.put(id, patch.newID(id + "_di"), band, more)
    for pool in pools {
      guard let box = plane.boxes[pool] else { continue }
      plane.put(
        pool, pool, DrawnBox(x: box.x, y: box.y, width: box.width, height: max(box.bottom, band.bottom) - box.y))
    }
  }

  private var everything: DrawnBox {
    let boxes = plane.boxes.values
    let (x, y) = (boxes.map(\.x).min() ?? 0, boxes.map(\.y).min() ?? 0)
    return DrawnBox(
      x: x - 40, y: y - 30, width: (boxes.map(\.right).max() ?? 0) - x + 70,
      height: (boxes.map(\.bottom).max() ?? 0) - y + 60)
  }

  /// The band of a lane that went falls to its neighbour.
  private func closeGaps() {
    let leaves = lanes.filter { lane in !lanes.contains { $0.parent == lane.id } }
    let drawn = leaves.compactMap { lane in plane.boxes[lane.id].map { (lane.id, $0) } }.sorted { $0.1.y < $1.1.y }
    let pool = pools.lazy.compactMap { plane.boxes[$0] }.first
    for (at, (id, box)) in drawn.enumerated() {
      let top = at == 0 ? min(box.y, pool?.y ?? box.y) : box.y
      let end = at + 1 < drawn.count ? drawn[at + 1].1.y : max(box.bottom, pool?.bottom ?? box.bottom)
      if top != box.y || end > box.bottom {
        plane.put(id, id, DrawnBox(x: box.x, y: top, width: box.width, height: max(end, box.bottom) - top))
      }
    }
  }

  // MARK: Steps

  private func size(_ id: String) -> (width: Double, height: Double) {
    let kind = kinds[id] ?? ""
    if BPMNNames.events.contains(kind) { return (36, 36) }
    if BPMNNames.gateways.contains(kind) { return (50, 50) }
    return plane.isVertical ? (80, 100) : (100, 80)
  }

  private func resize(_ id: String) {
    guard let box = plane.boxes[id] else { return }
    let (width, height) = size(id)
    let isMarked = kinds[id] == "exclusiveGateway"
    plane.shapes[id]?.set("isMarkerVisible", isMarked ? "true" : nil)
    plane.shapes[id]?.set("isExpanded", nil)
    plane.put(
      id, id, DrawnBox(x: box.middle.x - width / 2, y: box.middle.y - height / 2, width: width, height: height))
  }

  private func band(_ id: String) -> DrawnBox? {
    laneOf[id].flatMap { plane.boxes[$0] } ?? pools.lazy.compactMap { plane.boxes[$0] }.first
  }

  /// Whether a step is not drawn, or not in its lane.
  private func isAstray(_ id: String) -> Bool {
    guard let box = plane.boxes[id] else { return true }
    return band(id).map { !$0.holds(box.middle) } ?? false
  }

  /// Shapes to keep off.
  private func obstacles(_ but: Set<String>) -> [DrawnBox] {
    plane.boxes.filter { !frames.contains($0.key) && !but.contains($0.key) }.map(\.value)
  }

  /// Labels to keep off.
  private func labels(_ but: Set<String>) -> [DrawnBox] { plane.labels.filter { !but.contains($0.key) }.map(\.value) }

  private func place(_ id: String) {
    let old = plane.boxes[id]
    let (width, height) = old.map { ($0.width, $0.height) } ?? size(id)
    let riders = content.nodes.filter { $0.host == id }.map(\.id)
    let blocked = obstacles(Set(riders + [id])) + labels([id])
    let wish = old?.middle ?? wish(id, width)
    let band = band(id)
    let rows = rows(band, height, wish.y)
    let ends = blocked.filter { box in band.map { $0.overlaps(box) } ?? true }.map(\.right).max() ?? wish.x
    var best: (cost: Double, box: DrawnBox)?
    for column in 0..<200 {
      let x = wish.x - width / 2 + Double(column) * 20
      for y in rows {
        let box = DrawnBox(x: x, y: y, width: width, height: height)
        let cost = Double(column) * 20 + 2 * abs(box.middle.y - wish.y)
        if best.map({ cost < $0.cost }) ?? true, !blocked.contains(where: { $0.overlaps(box, by: 14) }) {
          best = (cost, box)
        }
      }
      if let best, best.cost < Double(column) * 20 { break }
    }
    let far = DrawnBox(x: ends + 50, y: rows.first ?? wish.y, width: width, height: height)
    let box = best?.box ?? far
    let marks: [(String, String?)] = kinds[id] == "exclusiveGateway" ? [("isMarkerVisible", "true")] : []
    plane.put(id, patch.newID(id + "_di"), box, marks)
    if let old { carry(riders, box.x - old.x, box.y - old.y) }
    widen(to: box.right + 30)
  }

  private func carry(_ riders: [String], _ dx: Double, _ dy: Double) {
    for rider in riders {
      guard let box = plane.boxes[rider] else { continue }
      plane.put(rider, rider, DrawnBox(x: box.x + dx, y: box.y + dy, width: box.width, height: box.height))
    }
  }

  /// Behind what leads there, else before what follows, else at the end.
  private func wish(_ id: String, _ width: Double) -> DrawnPoint {
    let flows = content.flows.filter { $0.element == "sequenceFlow" }
    if let before = flows.first(where: { $0.targets.first == id }).flatMap({ plane.boxes[$0.sources.first ?? ""] }) {
      return DrawnPoint(x: before.right + 50 + width / 2, y: row(id, before.middle.y))
    }
    if let after = flows.first(where: { $0.sources.first == id }).flatMap({ plane.boxes[$0.targets.first ?? ""] }) {
      return DrawnPoint(x: after.x - 50 - width / 2, y: row(id, after.middle.y))
    }
    let end = obstacles([]).map(\.right).max() ?? 0
    return DrawnPoint(x: end + 50 + width / 2, y: row(id, everything.middle.y))
  }

  private func row(_ id: String, _ y: Double) -> Double {
    guard let band = band(id) else { return y }
    return y > band.y && y < band.bottom ? y : band.middle.y
  }

  /// Upper sides to try: the wish, then all of the band.
  private func rows(_ band: DrawnBox?, _ height: Double, _ wish: Double) -> [Double] {
    guard let band else { return (-12...12).map { wish - height / 2 + Double($0) * 20 } }
    let (top, end) = (band.y + 6, band.bottom - 6 - height)
    guard end > top else { return [band.middle.y - height / 2] }
    let all = stride(from: top, through: end, by: 10)
    return [min(max(wish - height / 2, top), end)] + all
  }

  /// Lanes and pool reach as far as what stands in them.
  private func widen(to right: Double) {
    for frame in lanes.map(\.id) + pools {
      guard let box = plane.boxes[frame], box.right < right else { continue }
      plane.put(frame, frame, DrawnBox(x: box.x, y: box.y, width: right - box.x, height: box.height))
    }
  }

  // MARK: Documents and arrows

  private func drawDocuments(_ touched: Set<String>) {
    for flow in content.flows where flow.element == "dataOutputAssociation" {
      guard let paper = flow.targets.first, touched.contains(paper), plane.boxes[paper] == nil,
        let owner = plane.boxes[flow.owner]
      else { continue }
      let blocked = obstacles([])
      let near = [owner.bottom + 20, owner.y - 70].flatMap { y in
        [0.0, 50, -50, 100, -100].map { DrawnBox(x: owner.middle.x - 18 + $0, y: y, width: 36, height: 50) }
      }
      guard let box = near.first(where: { box in !blocked.contains { $0.overlaps(box, by: 4) } }) ?? near.first else {
        continue
      }
      plane.put(paper, patch.newID(paper + "_di"), box)
      let from = box.y > owner.y ? owner.bottom : owner.y
      let end = DrawnPoint(x: box.middle.x, y: box.y > owner.y ? box.y : box.bottom)
      let x = min(max(box.middle.x, owner.x), owner.right)
      plane.lead(flow.id, patch.newID(flow.id + "_di"), [DrawnPoint(x: x, y: from), end])
    }
  }

  /// Leads new flows, and those of moved steps, anew.
  private func lead(_ flows: Set<String>, _ moved: Set<String>) {
    let riders = Set(content.nodes.filter { moved.contains($0.host) }.map(\.id))
    let all = moved.union(riders)
    for flow in content.flows where !flow.id.isEmpty {
      let ends = [flow.sources.first ?? flow.owner, flow.targets.first ?? flow.owner]
      let isNew = flows.contains(flow.id)
      guard isNew || plane.edges[flow.id] != nil && ends.contains(where: all.contains),
        let from = plane.boxes[ends[0]], let to = plane.boxes[ends[1]]
      else { continue }
      let others = plane.lines.filter { $0.key != flow.id }.map(\.value)
      let isSequence = flow.element == "sequenceFlow"
      let keepOff = obstacles(Set(ends)) + labels(Set(ends + [flow.id]))
      let route = BPMNRoute(source: from, target: to, obstacles: keepOff, others: isSequence ? others : [])
      plane.lead(flow.id, patch.newID(flow.id + "_di"), route.points)
    }
  }
}
