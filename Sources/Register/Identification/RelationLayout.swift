/// Where the risks of a relation picture stand: in layers from left to right along the arrows, the same for the same
/// risks and arrows. Arrows that close a circle point back.
public struct RelationLayout: Hashable, Sendable {
  /// Indices of the nodes, layer by layer, each from top to bottom.
  public let layers: [[Int]]

  /// Layers of `count` nodes under arrows `edges` (from, to; indices from 0; an arrow to itself or out of range is left
  /// out).
  public init(count: Int, edges: [(from: Int, to: Int)]) {
    var next: [[Int]] = Array(repeating: [], count: max(0, count))
    for edge in edges where edge.from != edge.to && next.indices.contains(edge.from) && next.indices.contains(edge.to) {
      next[edge.from].append(edge.to)
    }
    for index in next.indices { next[index].sort() }
    let order = RelationLayout.order(next)
    let depths = RelationLayout.depths(order, next)
    layers = RelationLayout.arranged(depths, next)
  }

  /// The nodes so that every arrow leads forward, but for those that close a circle: depth first, without recursion.
  private static func order(_ next: [[Int]]) -> [Int] {
    var (finished, isSeen): ([Int], [Bool]) = ([], Array(repeating: false, count: next.count))
    let targets = Set(next.joined())
    let roots = next.indices.filter { !targets.contains($0) } + next.indices.filter { targets.contains($0) }
    for root in roots where !isSeen[root] {
      isSeen[root] = true
      var path = [(node: root, step: 0)]
      while let last = path.last {
        guard last.step < next[last.node].count else {
          finished.append(last.node)
          path.removeLast()
          continue
        }
        path[path.count - 1].step += 1
        let target = next[last.node][last.step]
        if !isSeen[target] {
          isSeen[target] = true
          path.append((target, 0))
        }
      }
    }
    return finished.reversed()
  }

  /// The longest way to each node along arrows that lead forward in `order`.
  private static func depths(_ order: [Int], _ next: [[Int]]) -> [Int] {
    var place = Array(repeating: 0, count: next.count)
    for (index, node) in order.enumerated() { place[node] = index }
    var depths = Array(repeating: 0, count: next.count)
    for node in order {
      for target in next[node] where place[target] > place[node] {
        depths[target] = max(depths[target], depths[node] + 1)
      }
    }
    return depths
  }

  /// Layers, each ordered by the mean place of its neighbours in the layer before, then by number.
  private static func arranged(_ depths: [Int], _ next: [[Int]]) -> [[Int]] {
    guard let deepest = depths.max() else { return [] }
    var layers: [[Int]] = (0...deepest).map { depth in depths.indices.filter { depths[$0] == depth } }
    var place = Array(repeating: 0.0, count: depths.count)
    for (depth, layer) in layers.enumerated() {
      var mean: [Int: Double] = [:]
      for node in layer where depth > 0 {
        let before = layers[depth - 1].filter { next[$0].contains(node) }
        if !before.isEmpty { mean[node] = before.reduce(0) { $0 + place[$1] } / Double(before.count) }
      }
      layers[depth] = layer.sorted { (mean[$0] ?? place[$0], $0) < (mean[$1] ?? place[$1], $1) }
      for (index, node) in layers[depth].enumerated() { place[node] = Double(index) }
    }
    return layers
  }
}
