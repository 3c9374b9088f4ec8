/// A rectangle of a drawing; x runs along the flow, y across it, whichever way the drawing lies.
struct DrawnBox: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: DrawnPoint { DrawnPoint(x: x + width / 2, y: y + height / 2) }
  var turned: DrawnBox { DrawnBox(x: y, y: x, width: height, height: width) }

  func overlaps(_ other: DrawnBox, by gap: Double = 0) -> Bool {
    x - gap < other.right && other.x < right + gap && y - gap < other.bottom && other.y < bottom + gap
  }

  func holds(_ point: DrawnPoint) -> Bool { point.x >= x && point.x <= right && point.y >= y && point.y <= bottom }
}

/// A point of a drawing.
struct DrawnPoint: Hashable {
  var x: Double
  var y: Double
  var turned: DrawnPoint { DrawnPoint(x: y, y: x) }
}

/// The plane of a file on which a process is drawn, read and written along and across the flow.
final class BPMNPlane {
  let element: XMLElement
  let isVertical: Bool
  /// Prefix of the names of elements drawn.
  private let prefix: String
  private(set) var shapes: [String: XMLElement] = [:]
  private(set) var edges: [String: XMLElement] = [:]
  private(set) var boxes: [String: DrawnBox] = [:]
  private(set) var lines: [String: [DrawnPoint]] = [:]
  /// Where labels stand that have a place of their own.
  private(set) var labels: [String: DrawnBox] = [:]

  /// The plane with most of the nodes; `nil` where none of them is drawn. Without `lanes` positions are as in the file,
  /// whichever way it lies.
  init?(_ root: XMLElement, nodes: Set<String>, lanes: Set<String>?) {
    let planes = root.children.filter { $0.namespace == BPMNNames.diagram }.flatMap(\.children)
      .filter { $0.name == "BPMNPlane" }
    func drawn(_ plane: XMLElement) -> Int {
      plane.children.count { nodes.contains(BPMNReading.local($0["bpmnElement"] ?? "")) }
    }
    guard let best = planes.max(by: { drawn($0) < drawn($1) }), drawn(best) > 0 else { return nil }
    element = best
    let name = best["bpmnElement"] ?? ""
    prefix = name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
    let upright = best.children.first { lanes?.contains(BPMNReading.local($0["bpmnElement"] ?? "")) ?? false }
    isVertical = upright?["isHorizontal"] == "false"
    for child in best.children where child.namespace == BPMNNames.diagram { read(child) }
  }

  /// A plane with nothing on it.
  init(_ element: XMLElement) { (self.element, isVertical, prefix) = (element, false, "") }

  private func read(_ child: XMLElement) {
    let id = BPMNReading.local(child["bpmnElement"] ?? "")
    if let label = child.label?.box { labels[id] = isVertical ? label.turned : label }
    if child.name == "BPMNShape", let box = child.box {
      (shapes[id], boxes[id]) = (child, isVertical ? box.turned : box)
    } else if child.name == "BPMNEdge" {
      edges[id] = child
      let points = child.children.filter { $0.name == "waypoint" }.compactMap(\.point)
      lines[id] = isVertical ? points.map(\.turned) : points
    }
  }

  /// Draws the element there, with its label where it was beside it.
  func put(_ id: String, _ shapeID: @autoclosure () -> String, _ box: DrawnBox, _ more: [(String, String?)] = []) {
    let shape =
      shapes[id]
      ?? element.append("BPMNShape", in: BPMNNames.diagram, [("id", shapeID()), ("bpmnElement", prefix + id)] + more)
    if let old = boxes[id], let label = shape.label, let labelBox = label.box {
      let turned = isVertical ? labelBox.turned : labelBox
      let (dx, dy) = (box.middle.x - old.middle.x, box.middle.y - old.middle.y)
      let moved = DrawnBox(x: turned.x + dx, y: turned.y + dy, width: turned.width, height: turned.height)
      label.setBox(isVertical ? moved.turned : moved)
      labels[id] = moved
    }
    shape.setBox(isVertical ? box.turned : box)
    (shapes[id], boxes[id]) = (shape, box)
  }

  /// Draws the arrow so; its label stands where the reading program puts it.
  func lead(_ id: String, _ edgeID: @autoclosure () -> String, _ points: [DrawnPoint]) {
    let edge =
      edges[id]
      ?? element.append("BPMNEdge", in: BPMNNames.diagram, [("id", edgeID()), ("bpmnElement", prefix + id)])
    for child in edge.children where child.name == "waypoint" { child.remove() }
    if lines[id] != points, let label = edge.label {
      for box in label.children where box.name == "Bounds" { box.remove() }
      labels[id] = nil
    }
    for point in isVertical ? points.map(\.turned) : points {
      edge.add(
        "waypoint", in: BPMNNames.waypoint, [("x", point.x.drawn), ("y", point.y.drawn)],
        behind: ["extension", "waypoint"])
    }
    (edges[id], lines[id]) = (edge, points)
  }

  /// Puts the label of a shape or an arrow there; `nil` leaves its place to the reading program.
  func label(_ id: String, _ box: DrawnBox?) {
    guard let element = shapes[id] ?? edges[id] else { return }
    labels[id] = box
    guard let box else {
      for old in element.label?.children ?? [] where old.name == "Bounds" { old.remove() }
      return
    }
    let label = element.label ?? element.append("BPMNLabel", in: BPMNNames.diagram)
    label.setBox(isVertical ? box.turned : box)
  }
}

extension XMLElement {
  fileprivate var label: XMLElement? { children.first { $0.namespace == BPMNNames.diagram && $0.name == "BPMNLabel" } }

  fileprivate var box: DrawnBox? {
    guard let bounds = children.first(where: { $0.namespace == BPMNNames.bounds && $0.name == "Bounds" }),
      let x = bounds.number("x"), let y = bounds.number("y"), let width = bounds.number("width"),
      let height = bounds.number("height")
    else { return nil }
    return DrawnBox(x: x, y: y, width: width, height: height)
  }

  fileprivate func setBox(_ box: DrawnBox) {
    let bounds =
      children.first { $0.namespace == BPMNNames.bounds && $0.name == "Bounds" }
      ?? add("Bounds", in: BPMNNames.bounds, behind: ["extension"])
    let values = [("x", box.x), ("y", box.y), ("width", box.width), ("height", box.height)]
    for (name, value) in values where bounds.number(name) != value { bounds.set(name, value.drawn) }
  }

  fileprivate var point: DrawnPoint? {
    guard let x = number("x"), let y = number("y") else { return nil }
    return DrawnPoint(x: x, y: y)
  }

  private func number(_ name: String) -> Double? {
    self[name].flatMap(Double.init).flatMap { $0.isFinite && abs($0) < 1e7 ? $0 : nil }
  }
}

extension Double {
  /// To a tenth, whole where it is.
  fileprivate var drawn: String {
    let tenths = Int((self * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : String(Double(tenths) / 10)
  }
}
