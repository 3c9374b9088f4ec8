/// Lays a chart out: cells by local search, ways by cheapest path, then room for what stands in the cells.
///
/// The order of things: feedback flows and main path (`LayoutGraph`), cells (`PlacementSearch`), ways on numbered lines
/// (`Router`), shapes around the sides the ways leave free (`StepShape`), true positions (`LinePositions`). Nothing
/// depends on anything but the chart, the options and the previous cells.
public enum ChartLayouter {
  /// The most steps laid out; a chart with more is to be split.
  public static let maximumSteps = 400

  /// The layout of `chart`. With `previous`, steps that were there keep their cells as far as possible. `nil` where the
  /// chart has more than `maximumSteps` steps.
  public static func layout(_ chart: Chart, _ options: LayoutOptions, previous: Placement? = nil) -> ChartLayout? {
    guard chart.steps.count <= maximumSteps else { return nil }
    let graph = LayoutGraph(chart)
    let kept = previous.map { placement in
      chart.steps.map { step in placement.cells[step.id].map { (column: $0.column, row: $0.row) } }
    }
    let candidates = search(graph, options, kept)
    guard let (cells, router) = ways(graph, candidates) else { return nil }
    return LayoutAssembly(chart, graph, options, cells, router).layout()
  }

  /// The layout of `chart` as it follows from the versions before it, oldest first: each starts from the one before, so
  /// a step stands where it stood as long as it can.
  public static func layout(_ chart: Chart, _ options: LayoutOptions, after earlier: [Chart]) -> ChartLayout? {
    let placement = earlier.reduce(nil as Placement?) { layout($1, options, previous: $0)?.placement }
    return layout(chart, options, previous: placement)
  }

  /// The cells of the more promising half of all starts, best first. Large charts get fewer starts and tries, so that
  /// the time for a chart stays within bounds.
  private static func search(
    _ graph: LayoutGraph, _ options: LayoutOptions, _ kept: [(column: Int, row: Int)?]?
  ) -> [GridCells] {
    let size = max(1, graph.edges.count)
    let starts = kept == nil ? max(1, min(options.starts, max(options.starts / 2, options.starts * 36 / size))) : 1
    let base = SeededNumbers.seed(of: options.seed)
    let found = (0..<starts).map { start in
      var search = PlacementSearch(graph, seed: base &+ UInt64(start))
      search.start(spread: start * 60, previous: kept)
      search.improve(
        rounds: max(options.effort / 3, min(options.effort, options.effort * 30 / size)), heat: kept == nil ? 320 : 0)
      return search
    }
    let ranked = found.indices.sorted { (found[$0].cost, $0) < (found[$1].cost, $1) }
    return ranked.prefix((starts + 1) / 2).map { GridCells(found[$0].grid, graph) }
  }

  /// Points the routers may settle, one router half as many before its last improvements; a candidate likely to take
  /// more is not looked at any more. Tangled charts of a hundred arrows would take long and hardly look better for it.
  private static let patience = 150_000
  private static let usualTracks = 3
  private static let mostTracks = 24

  /// The candidate whose ways cost least, with these. Where no candidate gets by, the first is tried again with steps
  /// that may send several arrows out at one side (those at the ends of arrows without a way), then with more tracks.
  private static func ways(_ graph: LayoutGraph, _ candidates: [GridCells]) -> (GridCells, Router)? {
    var best: (cost: Int, cells: GridCells, router: Router)?
    var (work, stuck) = (0, Set<Int>())
    for (at, cells) in candidates.enumerated() where at == 0 || work + work / at <= patience {
      let router = route(graph, cells, usualTracks)
      work += router.work
      if at == 0 { stuck = router.stuck }
      guard let total = router.total else { continue }
      let cost = total + cells.columns * cells.rows * Weight.paper * 4
      if best.map({ cost < $0.cost }) ?? true { best = (cost, cells, router) }
    }
    if let best { return (best.cells, best.router) }
    guard let cells = candidates.first else { return nil }
    var tracks = usualTracks
    while true {
      let router = route(graph, cells, tracks, crowded: stuck)
      if router.total != nil || tracks >= mostTracks { return (cells, router) }
      stuck.formUnion(router.stuck)
      tracks *= 2
    }
  }

  private static func route(
    _ graph: LayoutGraph, _ cells: GridCells, _ tracks: Int, crowded: Set<Int> = []
  ) -> Router {
    var router = Router(
      graph, columns: cells.columns, rows: cells.rows, cells: cells.cells, tracks: tracks, crowded: crowded)
    router.routeAll(passes: 2, patience: patience / 2)
    return router
  }
}

/// The cells in use: columns and rows without steps are gone, rows know their lane.
struct GridCells {
  let columns: Int
  let rows: Int
  let cells: [(column: Int, row: Int)]
  let lane: [Int]

  init(_ grid: PlacementGrid, _ graph: LayoutGraph) {
    var columnMap = [Int](repeating: -1, count: grid.columns)
    var rowMap = [Int](repeating: -1, count: grid.rows)
    for step in 0..<graph.count {
      columnMap[grid.column[step]] = 0
      rowMap[grid.row[step]] = 0
    }
    columns = GridCells.number(&columnMap)
    rows = GridCells.number(&rowMap)
    cells = (0..<graph.count).map { (columnMap[grid.column[$0]], rowMap[grid.row[$0]]) }
    var lane = [Int](repeating: 0, count: rows)
    for step in 0..<graph.count { lane[rowMap[grid.row[step]]] = graph.lane[step] }
    self.lane = lane
  }

  private static func number(_ map: inout [Int]) -> Int {
    var count = 0
    for at in map.indices where map[at] >= 0 {
      map[at] = count
      count += 1
    }
    return count
  }
}
