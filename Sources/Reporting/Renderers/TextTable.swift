import GuvenceCore
import GuvenceRules

/// A table as lines of aligned columns; long cells wrap.
public struct TextTable {
  private let titles: [String]
  private let alignments: [Table.Alignment]
  private let rows: [[String]]
  private let total: [String]
  private let emptyText: String
  private let width: Int

  /// A table of texts under `titles`, at most `width` characters wide. Callers have made the texts free of control
  /// characters (`TextLine.clean`).
  public init(titles: [String], alignments: [Table.Alignment], rows: [[String]], width: Int) {
    (self.titles, self.alignments, self.rows) = (titles, alignments, rows)
    (total, emptyText, self.width) = ([], "", width)
  }

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

  /// Aligned columns; where not even the longest words fit side by side, one block of labelled lines per row.
  public var lines: [String] {
    guard !rows.isEmpty else { return [emptyText] }
    guard let widths = fitted(naturalWidths) else { return records }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let body = rows.flatMap { line($0, widths) }
    return line(titles, widths) + [rule] + body + (total.isEmpty ? [] : [rule] + line(total, widths))
  }

  private var naturalWidths: [Int] { widest(\.count) }

  /// No column falls below its longest word, counted up to sixteen letters.
  private var leastWidths: [Int] {
    widest { cell in min(16, cell.split(separator: " ").reduce(0) { max($0, $1.count) }) }
  }

  private func widest(_ size: (String) -> Int) -> [Int] {
    (rows + [titles, total]).reduce(into: titles.map { _ in 1 }) { widths, row in
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], size(cell))
      }
    }
  }

  /// Takes width from the widest column until the line fits; `nil` where it cannot.
  private func fitted(_ natural: [Int]) -> [Int]? {
    let least = leastWidths
    var widths = natural
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// Each row as labelled lines, empty cells left out.
  private var records: [String] {
    let labelWidth = titles.reduce(0) { max($0, $1.count) } + 2
    return (rows + (total.isEmpty ? [] : [total])).enumerated().flatMap { index, row in
      let cells = zip(titles, row).filter { !$0.1.isEmpty && $0.1 != TextTable.nothing }
      let lines = cells.flatMap { label, cell in
        TextLine.wrapped(cell, max(20, width - labelWidth)).enumerated().map { line, text in
          TextLine.fitted(line == 0 ? label : "", labelWidth, .start) + text
        }
      }
      return (index == 0 ? [] : [""]) + lines
    }
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

  private static let nothing = "–"

  private static func text(_ cell: Cell, _ language: Language) -> String {
    if case .empty = cell { return nothing }
    return TextLine.clean(cell.text(language))
  }
}
