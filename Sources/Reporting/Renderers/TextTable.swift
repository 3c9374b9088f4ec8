import GuvenceCore
import GuvenceRules

/// A table as lines of aligned columns; long cells wrap.
struct TextTable {
  private let titles: [String]
  private let alignments: [Table.Alignment]
  private let rows: [[String]]
  private let total: [String]
  private let emptyText: String
  private let width: Int

  init(_ table: Table, language: Language, width: Int) {
    titles = table.columns.map { $0.title(language) }
    alignments = table.columns.map(\.alignment)
    rows = table.rows.map { $0.map { TextTable.text($0, language) } }
    total = table.total.map { TextTable.text($0, language) }
    (emptyText, self.width) = (table.emptyText(language), width)
  }

  /// A heat map: likelihood from high to low, impact from low to high, shape of the level and count.
  init(heatMap map: HeatMap, language: Language, width: Int) {
    titles = ["\(Axis.likelihood(language)) \\ \(Axis.impact(language))"] + map.impact.steps.map { String($0.value) }
    alignments = [.start] + map.impact.steps.map { _ in .end }
    rows = map.rows.reversed().map { cells in
      let step = cells.first.flatMap { map.likelihood[$0.likelihood] }
      let name = step.map { "\($0.value) \($0.name(language))" } ?? ""
      return [name] + cells.map { "\($0.count == 0 ? "" : String($0.count)) \($0.level?.shape ?? "")" }
    }
    (total, emptyText, self.width) = ([], "", width)
  }

  var lines: [String] {
    guard !rows.isEmpty else { return [emptyText] }
    let widths = fitted(naturalWidths)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let body = rows.flatMap { line($0, widths) }
    return line(titles, widths) + [rule] + body + (total.isEmpty ? [] : [rule] + line(total, widths))
  }

  private var naturalWidths: [Int] {
    titles.indices.map { index in
      (rows + [titles, total]).reduce(1) { max($0, index < $1.count ? $1[index].count : 0) }
    }
  }

  /// Takes width from the widest column until the line fits; none falls below its longest word of up to ten letters.
  private func fitted(_ natural: [Int]) -> [Int] {
    var widths = natural
    let least = titles.indices.map { index in
      min(natural[index], max(4, min(10, titles[index].split(separator: " ").map(\.count).max() ?? 0)))
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { TextLine.wrapped($0, $1) }
    let height = wrapped.reduce(1) { max($0, $1.count) }
    return (0..<height).map { row in
      let parts = wrapped.indices.map { column in
        TextLine.fitted(row < wrapped[column].count ? wrapped[column][row] : "", widths[column], alignments[column])
      }
      return TextLine.trimmedEnd(parts.joined(separator: "  "))
    }
  }

  private static func text(_ cell: Cell, _ language: Language) -> String {
    if case .empty = cell { return "–" }
    return TextLine.clean(cell.text(language))
  }
}
