import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// Relations between risks: drawn in layers along the arrows, and as a table.
struct RelationGraph: View {
  let frame: Frame
  let map: RelationMap
  /// The risk whose page it is on; `nil` for a picture of many.
  var centre: Identifier<Risk>?
  /// What stands in the table's last cell: a form that ends a relation.
  var end: (RiskRelation) -> Node = { _ in .empty }

  private static let (box, height) = ((width: 190.0, height: 58.0), 78.0)
  private static let (column, margin) = (300.0, 12.0)

  /// Drawing and table.
  var node: Node {
    guard !map.relations.isEmpty else { return .empty }
    return fragment {
      // The keyboard scrolls it where it is wider than the page.
      div(.class("table-frame"), .tabindex(0), .role("region"), .aria("label", t(Text.Identification.relations))) {
        figure { drawing }
      }
      table
    }
  }

  private var drawing: Node {
    let layout = RelationLayout(count: map.nodes.count, edges: edges.map { (from: $0.from, to: $0.to) })
    var places: [Int: (x: Double, y: Double)] = [:]
    let tallest = Double(layout.layers.map(\.count).max() ?? 1)
    for (depth, layer) in layout.layers.enumerated() {
      let top = (tallest - Double(layer.count)) * RelationGraph.height / 2
      for (row, node) in layer.enumerated() {
        let x = RelationGraph.margin + Double(depth) * RelationGraph.column
        places[node] = (x, RelationGraph.margin + top + Double(row) * RelationGraph.height)
      }
    }
    let width =
      Double(layout.layers.count - 1) * RelationGraph.column + RelationGraph.box.width + 2 * RelationGraph.margin
    return SVG.svg(
      width: width, height: tallest * RelationGraph.height + 2 * RelationGraph.margin, label: summary,
      .class("relations")
    ) {
      GuvenceMarkup.title(summary)
      Node.fragment(edges.map { arrow($0.kind, places[$0.from] ?? (0, 0), places[$0.to] ?? (0, 0)) })
      Node.fragment(map.nodes.enumerated().map { index, node in risk(node, places[index] ?? (0, 0)) })
    }
  }

  private var edges: [(from: Int, to: Int, kind: RelationKind)] {
    let index = Dictionary(uniqueKeysWithValues: map.nodes.enumerated().map { ($1.id, $0) })
    return map.relations.compactMap { relation in
      guard let from = index[relation.fromID], let to = index[relation.toID] else { return nil }
      return (from, to, relation.kind)
    }
  }

  /// All relations in words: the accessible name of the drawing.
  private var summary: String {
    let sentences = map.relations.map { relation in
      "\(reference(relation.fromID)) → \(reference(relation.toID)): \(t(relation.kind.name))"
    }
    return "\(t(Text.Identification.relations)): \(sentences.joined(separator: "; "))"
  }

  private func reference(_ id: Identifier<Risk>) -> String { map.node(id)?.reference ?? "" }

  /// From the right side of one box to the left side of the other; an arrow back runs from left to right sides.
  private func arrow(_ kind: RelationKind, _ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) -> Node {
    let (box, isBack) = (RelationGraph.box, to.x <= from.x)
    // Two arrows between the same boxes do not cover each other.
    let shift = isBack ? 12.0 : -6.0
    let start = (x: isBack ? from.x : from.x + box.width, y: from.y + box.height / 2 + shift)
    let stop = (x: isBack ? to.x + box.width : to.x, y: to.y + box.height / 2 + shift)
    let side = isBack ? -1.0 : 1.0
    let bend = side * max(40, abs(stop.x - start.x) / 2)
    let curve =
      "M\(number(start.x)) \(number(start.y)) C\(number(start.x + bend)) \(number(start.y)) "
      + "\(number(stop.x - bend)) \(number(stop.y)) \(number(stop.x - side * 8)) \(number(stop.y))"
    let tip = [
      (x: stop.x, y: stop.y), (x: stop.x - side * 10, y: stop.y - 5), (x: stop.x - side * 10, y: stop.y + 5),
    ]
    let middle = (x: (start.x + stop.x) / 2, y: (start.y + stop.y) / 2)
    return fragment {
      SVG.path(curve, .class("arrow rel-\(kind.rawValue)"))
      SVG.polygon(tip, .class("tip rel-\(kind.rawValue)"))
      SVG.circle(x: middle.x, y: middle.y, radius: 9, title: t(kind.name), .class("sign"))
      SVG.text(kind.sign, x: middle.x, y: middle.y + 5, .textAnchor("middle"), .class("sign-text"))
    }
  }

  private func number(_ value: Double) -> String { String(Int(value.rounded())) }

  private func risk(_ node: RelationMap.Node, _ place: (x: Double, y: Double)) -> Node {
    let (words, box) = (node.statement.split(separator: " ").map(String.init), RelationGraph.box)
    var lines = [""]
    for word in words {
      if lines[lines.count - 1].count + word.count > 26 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    let shown = lines.prefix(2).enumerated().map { $0 == 1 && lines.count > 2 ? $1 + "…" : $1 }
    // Without links: a drawing with a name is read as one picture; the table below leads on.
    return SVG.g {
      SVG.rect(
        x: place.x, y: place.y, width: box.width, height: box.height, title: node.statement, .rx(4),
        .class(node.id == centre ? "node centre" : "node"))
      SVG.text(
        node.reference + (node.level.map { "  \($0.shape) \(t($0.name))" } ?? ""), x: place.x + 8, y: place.y + 17,
        .class("name")
      )
      Node.fragment(
        shown.enumerated().map { SVG.text($1, x: place.x + 8, y: place.y + 34 + Double($0) * 15, .class("words")) })
    }
  }

  private var table: Node {
    div(.class("table-frame")) {
      GuvenceMarkup.table(.class("cards-on-phone wrapped")) {
        caption(t(Text.Identification.relationTable), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.statement), .scope("col"))
            th(t(Text.Identification.relation), .scope("col"))
            th(t(Text.Identification.otherRisk), .scope("col"))
            th(t(Text.RiskForm.notes), .scope("col"))
            if centre != nil { th(t(Text.Common.actions), .scope("col")) }
          }
        }
        tbody { .fragment(map.relations.map(row)) }
      }
    }
  }

  private func row(_ relation: RiskRelation) -> Node {
    tr {
      th(.scope("row")) { link(relation.fromID) }
      td("\(relation.kind.sign) \(t(relation.kind.name))", .data("label", t(Text.Identification.relation)))
      td(.data("label", t(Text.Identification.otherRisk))) { link(relation.toID) }
      td(relation.note)
      if centre != nil { td { end(relation) } }
    }
  }

  private func link(_ id: Identifier<Risk>) -> Node {
    guard let node = map.node(id) else { return .empty }
    return fragment {
      if id == centre {
        node.reference
      } else {
        a(node.reference, .href(Route.risk(node.reference, asOf: nil).path))
      }
      div(.class("two-lines small muted")) { node.statement }
    }
  }
}
