import GuvenceCore
import GuvenceExchange
import GuvenceRules

/// A table of a document on a sheet. A column of levels with scores becomes two: the score as a number, the level.
struct XLSXTable {
  private let table: Table
  private let language: Language
  private let scored: Set<Int>

  init(_ table: Table, _ language: Language) {
    (self.table, self.language) = (table, language)
    scored = Set(
      table.columns.indices.filter { column in
        table.rows.contains { row in
          if case .level(_, .some) = row[column] { true } else { false }
        }
      })
  }

  /// Widths by the weights of the columns.
  var layout: [XLSXLayout.Column] {
    table.columns.indices.flatMap { index -> [XLSXLayout.Column] in
      let width = Double(max(8, table.columns[index].weight * 5))
      return scored.contains(index)
        ? [XLSXLayout.Column(width: 9, style: .body), XLSXLayout.Column(width: 16, style: .body)]
        : [XLSXLayout.Column(width: width, style: .body)]
    }
  }

  /// Head, rows and total; one sentence where there are no rows.
  func write(on sheet: XLSXSheetWriter) throws {
    guard !table.rows.isEmpty else { return try sheet.write([.text(table.emptyText(language))], style: XLSXStyle()) }
    try sheet.write(head, style: .header)
    let first = sheet.rowCount
    for row in table.rows { try write(row, on: sheet) }
    sheet.filter(row: first, width: head.count)
    if !table.total.isEmpty { try sheet.write(table.total.flatMap { cells($0, split: false) }, style: .total) }
  }

  private var head: [OutputCell] {
    table.columns.indices.flatMap { index -> [OutputCell] in
      let title = table.columns[index].title(language)
      guard scored.contains(index) else { return [.text(title)] }
      return [
        .text("\(title) (\(Localized("puan", "score")(language)))"),
        .text("\(title) (\(Localized("düzey", "level")(language)))"),
      ]
    }
  }

  private func write(_ row: [Cell], on sheet: XLSXSheetWriter) throws {
    var out: [OutputCell] = []
    var styles: [Int: XLSXStyle] = [:]
    for (index, cell) in row.enumerated() {
      out += cells(cell, split: scored.contains(index))
      if case .level(let level, _) = cell { styles[out.count] = .level(level) }
    }
    try sheet.write(out, styles: styles)
  }

  private func cells(_ cell: Cell, split: Bool) -> [OutputCell] {
    if split {
      guard case .level(let level, let score) = cell else { return [plain(cell), .blank] }
      return [score.map { .integer($0) } ?? .blank, .text("\(level.shape) \(level.name(language))")]
    }
    return [plain(cell)]
  }

  private func plain(_ cell: Cell) -> OutputCell {
    switch cell {
    case .empty, .blank: .blank
    case .number(let value): .integer(value)
    case .day(let day): .day(day)
    default: .text(cell.text(language))
    }
  }
}

extension XLSXTable {
  /// A wide first column for the steps of likelihood, narrow ones for those of impact.
  static let mapLayout = [XLSXLayout.Column(width: 22)] + (0..<10).map { _ in XLSXLayout.Column(width: 12) }

  /// A heat map with filled cells: likelihood from high to low, impact from low to high.
  static func write(_ map: HeatMap, _ caption: Localized, _ language: Language, on sheet: XLSXSheetWriter) throws {
    sheet.skipRow()
    try sheet.write([.text(caption(language))], style: .heading(11))
    let corner = "\(Axis.likelihood(language)) ↓ / \(Axis.impact(language)) →"
    try sheet.write([.text(corner)] + map.impact.steps.map { .text(step($0, language)) }, style: .header)
    for cells in map.rows.reversed() {
      let name = cells.first.flatMap { map.likelihood[$0.likelihood] }.map { step($0, language) } ?? ""
      var styles: [Int: XLSXStyle] = [1: .body]
      for (index, cell) in cells.enumerated() { styles[index + 2] = cell.level.map { .level($0) } ?? .body }
      try sheet.write([.text(name)] + cells.map { $0.count == 0 ? .blank : .integer($0.count) }, styles: styles)
    }
  }

  private static func step(_ step: Scale.Step, _ language: Language) -> String {
    let name = step.name(language)
    return name.isEmpty || name == String(step.value) ? String(step.value) : "\(step.value) \(name)"
  }
}

extension XLSXStyle {
  static func heading(_ size: Double) -> XLSXStyle { .with { ($0.isBold, $0.size) = (true, size) } }
  static let text = XLSXStyle.with { $0.wraps = true }
  static let total = XLSXStyle.with { ($0.isBold, $0.hasBorder) = (true, true) }

  /// Fill and letters of a level; plain where its colours are not `#RRGGBB`.
  static func level(_ level: Level) -> XLSXStyle {
    .with {
      ($0.hasBorder, $0.alignment) = (true, .center)
      ($0.fill, $0.color) = (colour(level.background), colour(level.foreground))
    }
  }

  private static func colour(_ text: String) -> UInt32? {
    text.utf8.count == 7 && text.hasPrefix("#") ? UInt32(text.dropFirst(), radix: 16) : nil
  }
}
