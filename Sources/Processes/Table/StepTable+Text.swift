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

  /// A table from cells, with or without headings. What stands above the headings, a title or a form's head, is left out.
  public static func parse(cells: [[String]], first: StepColumn = .number) -> StepTable {
    var cells = cells.filter { row in row.contains { !$0.trimmed.isEmpty } }
    var columns: [StepColumn?] = position(first, width: cells.map(\.count).max() ?? 0, of: cells)
    if let found = heading(of: cells) {
      columns = found.columns
      cells.removeFirst(found.row + 1)
    }
    var table = StepTable()
    for row in cells.prefix(mostRows) {
      let step = StepTable.row(row, columns)
      if OutlineWords.isOne(step.kind, of: lanesWords) {
        table.lanes = MarkedText.split(step.name, at: ";")
      } else if !step.isEmpty {
        table.rows.append(step)
      }
    }
    table.takeNumbersFromNames()
    return table
  }

  /// The cells of a row in their columns. Where two columns are called the same, as «İş Akışı» and «Faaliyet» of the
  /// forms in use, the first that says something counts. A line break in a list parts its entries.
  private static func row(_ cells: [String], _ columns: [StepColumn?]) -> StepRow {
    let lists: Set<StepColumn> = [.documents, .risks, .controls, .next]
    var step = StepRow()
    for (column, text) in zip(columns, cells) {
      guard let column, step[column].isEmpty else { continue }
      let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
      step[column] = lines.joined(separator: lists.contains(column) ? "; " : " ")
    }
    return step
  }

  /// Where the headings stand among the first rows, and the column that each names.
  private static func heading(of cells: [[String]]) -> (row: Int, columns: [StepColumn?])? {
    for (at, row) in cells.prefix(headRows).enumerated() {
      let columns = row.map { StepColumn(heading: $0) }
      let known = columns.compactMap { $0 }.count
      let isAll = known == row.filter { !$0.trimmed.isEmpty }.count
      if known >= 3 || (isAll && known > (at == 0 ? 0 : 1) && cells.count > at + 1) { return (at, columns) }
    }
    return nil
  }

  /// Rows among which headings are looked for: forms have a head of their own above the table.
  private static let headRows = 12

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

  /// Columns by position. A table that starts at its beginning without numbers starts with the names.
  private static func position(_ first: StepColumn, width: Int, of cells: [[String]]) -> [StepColumn?] {
    let all = StepColumn.allCases.filter { $0 != .id }
    var start = all.firstIndex(of: first) ?? 0
    let hasNumbers = cells.contains { row in row.first.map { $0.trimmed.first?.isNumber == true } == true }
    if first == .number, !hasNumbers { start = 1 }
    return (0..<width).map { start + $0 < all.count ? all[start + $0] : nil }
  }
}

/// Text with tabs between cells; a cell in quotation marks may hold tabs and line breaks. A quotation mark that no other
/// ends before a tab or a line break is text.
struct TabSeparatedText {
  /// Most characters of a cell in quotation marks; spreadsheets hold no longer ones.
  private static let longest = 32_767

  private let text: [Character]
  private var at = 0

  static func rows(_ text: String, limit: Int) -> [[String]] {
    var reader = TabSeparatedText(text: Array(text))
    var rows: [[String]] = []
    while rows.count < limit, let row = reader.row() { rows.append(row) }
    return rows
  }

  private init(text: [Character]) { self.text = text }

  private mutating func row() -> [String]? {
    guard at < text.count else { return nil }
    var cells: [String] = []
    while true {
      cells.append(quoted() ?? plain())
      guard at < text.count else { return cells }
      at += 1
      if text[at - 1].isNewline { return cells }
    }
  }

  private func isEnd(_ index: Int) -> Bool { index >= text.count || text[index] == "\t" || text[index].isNewline }

  private mutating func plain() -> String {
    let start = at
    while !isEnd(at) { at += 1 }
    return String(text[start..<at])
  }

  private mutating func quoted() -> String? {
    guard at < text.count, text[at] == "\"" else { return nil }
    var (index, cell) = (at + 1, "")
    while index < text.count, index - at <= TabSeparatedText.longest {
      if text[index] != "\"" {
        cell.append(text[index])
      } else if index + 1 < text.count, text[index + 1] == "\"" {
        cell.append("\"")
        index += 1
      } else {
        guard isEnd(index + 1) else { return nil }
        at = index + 1
        return cell
      }
      index += 1
    }
    return nil
  }
}
