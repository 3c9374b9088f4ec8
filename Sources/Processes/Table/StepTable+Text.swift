import GuvenceCore

extension StepTable {
  /// Most rows taken from a pasted text.
  public static let mostRows = 1_000

  /// Heading and rows as cells, for spreadsheets. Where the lanes stand in another order than their roles are met, a
  /// first row says so: kind `roller`, name `A; B; C`.
  public func cells(_ language: Language = .turkish) -> [[String]] {
    var rows = self.rows
    if lanes != self.rows.map(\.role).filter({ !$0.isEmpty }).uniqued {
      var row = StepRow()
      row.kind = language == .turkish ? StepTable.lanesWords[0] : StepTable.lanesWords[1]
      row.name = lanes.map { StepTableWords.escape($0, ";") }.joined(separator: "; ")
      rows.insert(row, at: 0)
    }
    let columns = StepColumn.allCases
    return [columns.map { $0.title(language) }] + rows.map { row in columns.map { row[$0] } }
  }

  private static let lanesWords = ["roller", "roles"]

  /// Rows of cells as tab-separated text, which spreadsheets and word processors take; cells that hold a tab, a line
  /// break or a quotation mark are quoted.
  public func tabSeparated(_ language: Language = .turkish) -> String {
    cells(language).map { row in
      row.map { cell in
        let needsQuotes = cell.contains { $0 == "\t" || $0 == "\"" || $0.isNewline }
        guard needsQuotes else { return cell }
        return "\"" + cell.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
      }.joined(separator: "\t")
    }.joined(separator: "\n") + "\n"
  }

  /// A table from text pasted from a spreadsheet or a word processor. Columns are found by their headings, Turkish or
  /// English; without headings by their position: `first` and the columns behind it.
  public static func parse(_ text: String, first: StepColumn = .number) -> StepTable {
    parse(cells: TabSeparatedText.rows(text, limit: mostRows + 1), first: first)
  }

  /// A table from cells, with or without headings.
  public static func parse(cells: [[String]], first: StepColumn = .number) -> StepTable {
    var cells = cells.filter { row in row.contains { !$0.trimmed.isEmpty } }
    var columns: [StepColumn?] = position(first, width: cells.map(\.count).max() ?? 0, of: cells)
    if let head = cells.first?.map({ StepColumn(heading: $0) }), isHeading(head, cells) {
      columns = unique(head)
      cells.removeFirst()
    }
    var table = StepTable()
    for row in cells.prefix(mostRows) {
      var step = StepRow()
      for (column, text) in zip(columns, row) {
        if let column { step[column] = text.trimmed }
      }
      if OutlineWords.isOne(step.kind, of: lanesWords) {
        table.lanes = MarkedText.split(step.name, at: ";")
      } else if !step.isEmpty {
        table.rows.append(step)
      }
    }
    table.takeNumbersFromNames()
    return table
  }

  /// `1. Talebin alınması` in a table without numbers of its own.
  private mutating func takeNumbersFromNames() {
    let parts = rows.map { row -> (number: String, name: String)? in
      let digits = row.name.prefix { $0.isASCII && $0.isNumber }
      let rest = row.name.dropFirst(digits.count)
      guard row.number.isEmpty, !digits.isEmpty, let mark = rest.first, ".)-–".contains(mark) else { return nil }
      return (String(digits), rest.dropFirst().trimmed)
    }
    guard !rows.isEmpty, parts.allSatisfy({ $0 != nil }) else { return }
    for (at, part) in parts.enumerated() {
      if let part { (rows[at].number, rows[at].name) = (part.number, part.name) }
    }
  }

  /// Headings: all cells of the first of several rows are known ones, or three are.
  private static func isHeading(_ columns: [StepColumn?], _ cells: [[String]]) -> Bool {
    let known = columns.compactMap { $0 }.count
    return known >= 3 || (known > 0 && cells.count > 1 && known == cells[0].filter { !$0.trimmed.isEmpty }.count)
  }

  /// A heading met twice counts once.
  private static func unique(_ columns: [StepColumn?]) -> [StepColumn?] {
    var seen: Set<StepColumn> = []
    return columns.map { column in column.flatMap { seen.insert($0).inserted ? $0 : nil } }
  }

  /// Columns by position. A table that starts at its beginning without numbers starts with the names.
  private static func position(_ first: StepColumn, width: Int, of cells: [[String]]) -> [StepColumn?] {
    let all = StepColumn.allCases.filter { $0 != .id }
    var start = all.firstIndex(of: first) ?? 0
    let hasNumbers = cells.contains { row in row.first.map { $0.trimmed.first?.isNumber == true } == true }
    if first == .number, !hasNumbers { start = 1 }
    return (0..<width).map { start + $0 < all.count ? all[start + $0] : nil }
  }
}

/// Text with tabs between cells; a cell in quotation marks may hold tabs and line breaks.
enum TabSeparatedText {
  static func rows(_ text: String, limit: Int) -> [[String]] {
    var (rows, row, cell): ([[String]], [String], String) = ([], [], "")
    var (isQuoted, wasQuote) = (false, false)
    for character in text {
      if isQuoted {
        if wasQuote, character != "\"" {
          isQuoted = false
        } else {
          if wasQuote || character != "\"" { cell.append(character) }
          wasQuote = !wasQuote && character == "\""
          continue
        }
      }
      wasQuote = false
      if character == "\"", cell.isEmpty {
        isQuoted = true
      } else if character == "\t" {
        row.append(cell)
        cell = ""
      } else if character.isNewline {
        rows.append(row + [cell])
        (row, cell) = ([], "")
        if rows.count >= limit { return rows }
      } else {
        cell.append(character)
      }
    }
    return cell.isEmpty && row.isEmpty ? rows : rows + [row + [cell]]
  }
}
