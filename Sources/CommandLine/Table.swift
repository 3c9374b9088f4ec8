import GuvenceCore

/// Rows of text in aligned columns, as the command line prints them. The last column runs on.
struct Table {
  private var rows: [[String]]

  init(_ header: [String]) { rows = [header] }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The table, columns two spaces apart, a rule under the header.
  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    var lines = rows.map { row in
      row.enumerated().map { index, cell in
        index == row.count - 1 ? cell : Help.padded(cell, widths[index] + 2)
      }.joined()
    }
    lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), at: 1)
    return lines.joined(separator: "\n")
  }
}

/// Joins the lines that matter, cutting `text` to `width` characters with an ellipsis.
func shortened(_ text: String, to width: Int) -> String {
  text.count <= width ? text : String(text.prefix(width - 1)) + "…"
}
