import GuvenceCore
import GuvenceDataFiles

/// Expectations for the cells of a methodology:
///
///     methodology: 5x5
///     on: 2026-01-01
///     grid:
///       2: [2 very-low, 4 low, …]      # likelihood 2; impact 1, 2, …; a look-up matrix names only the level
///     counts: {very-low: 3, low: 5}    # cells per level
struct GridCases {
  let library: RuleLibrary

  func results(_ object: ObjectReader) -> [CaseResult]? {
    let (id, day) = (object.text("methodology"), object.day("on"))
    let (grid, counts) = (object.required("grid"), object.required("counts"))
    guard let id, let day, let grid, let counts else { return nil }
    guard let methodology = library.methodology(id, on: day) else {
      object.report("methodology", code: "unknown-methodology", message: "there is no methodology \(id) on \(day)")
      return nil
    }
    return size(methodology, grid) + cells(methodology, day, grid) + totals(methodology, counts)
  }

  /// A grid that leaves cells out must not pass.
  private func size(_ methodology: Methodology, _ grid: DataNode) -> [CaseResult] {
    let expected = methodology.likelihood.steps.count * methodology.impact.steps.count
    let actual = (grid.entries ?? []).reduce(0) { $0 + ($1.value.items?.count ?? 0) }
    return [CaseResult("\(methodology.id) cells in the grid", at: grid, expected: "\(actual)", actual: "\(expected)")]
  }

  private func cells(_ methodology: Methodology, _ day: Day, _ grid: DataNode) -> [CaseResult] {
    (grid.entries ?? []).flatMap { row in
      (row.value.items ?? []).enumerated().map { index, cell in
        let likelihood = row.key.text.flatMap { Int($0) } ?? 0
        return CaseResult(
          "\(methodology.id) \(likelihood) × \(index + 1)", at: cell, expected: cell.text ?? "",
          actual: answer(methodology, ScoreInput(likelihood: likelihood, impact: index + 1), day))
      }
    }
  }

  private func answer(_ methodology: Methodology, _ input: ScoreInput, _ day: Day) -> String {
    guard let score = try? score(input, under: methodology, on: day) else { return "not in the scales" }
    return (score.value.map { "\($0) " } ?? "") + score.level.id
  }

  private func totals(_ methodology: Methodology, _ counts: DataNode) -> [CaseResult] {
    var found: [String: Int] = [:]
    for likelihood in methodology.likelihood.range {
      for impact in methodology.impact.range {
        if let level = methodology.level(likelihood: likelihood, impact: impact) { found[level.id, default: 0] += 1 }
      }
    }
    return (counts.entries ?? []).map { entry in
      let id = entry.key.text ?? ""
      return CaseResult(
        "\(methodology.id) cells with level \(id)", at: entry.value, expected: entry.value.text ?? "",
        actual: "\(found[id] ?? 0)")
    }
  }
}
