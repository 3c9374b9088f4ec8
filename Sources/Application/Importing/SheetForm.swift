import GuvenceCore
import GuvenceExchange

/// One sheet understood as a register: where its header is, what each column feeds, which unit it speaks of.
struct SheetForm {
  let sheet: Sheet
  /// Row number of the header; `nil` where none was found.
  let headerRow: Int?
  /// Column number → field.
  let fields: [Int: FormField]
  /// Header texts by column.
  let headers: [Int: String]
  /// The unit as the sheet's head names it, else the sheet's own name; empty for CSV.
  let unitText: String

  /// The unit's code as the sheet's head gives it; empty where it does not.
  let unitCode: String

  /// Understands `sheet`; `corrections` maps a column letter or header to a field, or to nothing.
  init(_ sheet: Sheet, corrections: [String: String]) {
    self.sheet = sheet
    guard let header = SheetForm.header(of: sheet) else {
      (headerRow, fields, headers, unitText, unitCode) = (nil, [:], [:], "", "")
      return
    }
    var texts: [Int: String] = [:]
    header.forEachCell { column, value in
      let text = value.text.trimmed
      if !text.isEmpty { texts[column] = text }
    }
    headerRow = header.number
    headers = texts
    fields = SheetForm.fields(texts, corrections)
    unitText = SheetForm.text(of: .unit, above: header.number, in: sheet) ?? sheet.name
    unitCode = SheetForm.text(of: .unitCode, above: header.number, in: sheet) ?? ""
  }

  /// The mapping as it is shown.
  var mapping: SheetMapping {
    SheetMapping(
      sheet: name, headerRow: headerRow, unitText: fields.values.contains(.unit) ? "" : unitText,
      columns: headers.sorted { $0.key < $1.key }.map { column, header in
        SheetMapping.Column(
          letter: CellAddress.letters(of: column), header: header, field: fields[column]?.rawValue)
      })
  }

  /// Name of the sheet, of the file for CSV.
  var name: String { sheet.name.isEmpty ? sheet.file : sheet.name }

  /// Headers in order, by which a corrected mapping is found again.
  var signature: String {
    headers.sorted { $0.key < $1.key }.map { FormField.key($0.value) }.joined(separator: "|")
  }

  /// Rows that hold a risk: below the header, up to the signature block or the end.
  var rows: [Row] {
    guard let headerRow else { return [] }
    let essential = fields.filter { [.statement, .reference].contains($0.value) }.map(\.key)
    let end = signatureRow
    return sheet.rows.filter { row in
      row.number > headerRow && row.number < end && essential.contains { !row.text($0).trimmed.isEmpty }
        && !isRepeatedHeader(row)
    }
  }

  /// Rows with impact and likelihood but neither text nor number of a risk: a forgotten text, or a line of means.
  var scoresWithoutRisk: [Row] {
    guard let headerRow, let impact = column(.impact), let likelihood = column(.likelihood) else { return [] }
    let (taken, end) = (Set(rows.map(\.number)), signatureRow)
    return sheet.rows.filter { row in
      row.number > headerRow && row.number < end && !taken.contains(row.number) && !isRepeatedHeader(row)
        && !row.text(impact).trimmed.isEmpty && !row.text(likelihood).trimmed.isEmpty
    }
  }

  func column(_ field: FormField) -> Int? { fields.first { $0.value == field }?.key }

  private func isRepeatedHeader(_ row: Row) -> Bool {
    let named = headers.keys.filter { FormField.key(row.text($0)) == FormField.key(headers[$0] ?? "") }
    return named.count >= 2
  }

  /// «Hazırlayan / Kontrol Eden / Onaylayan» and what stands below them belong to the form, not to the register.
  private var signatureRow: Int {
    let words: Set = ["hazirlayan", "hazirlayanlar", "kontrol eden", "onaylayan", "tasdik eden", "imza", "imzalar"]
    let found = sheet.rows.first { row in
      guard row.number > headerRow ?? 0 else { return false }
      let texts = row.columns.map { FormField.key(row.text($0)) }.filter { !$0.isEmpty }
      return !texts.isEmpty && texts.allSatisfy { words.contains($0) }
    }
    return found?.number ?? .max
  }

  /// The row among the first forty in which most cells name a field: at least two of them, one the risk or reference.
  private static func header(of sheet: Sheet) -> Row? {
    var best: (count: Int, row: Row)?
    for row in sheet.rows.prefix(40) {
      let fields = Set(row.columns.compactMap { FormField(header: row.text($0)) })
      let isRegister = !fields.isDisjoint(with: [.statement, .reference])
      if isRegister, fields.count >= 2, fields.count > best?.count ?? 0 { best = (fields.count, row) }
    }
    return best?.row
  }

  private static func fields(_ headers: [Int: String], _ corrections: [String: String]) -> [Int: FormField] {
    var fields: [Int: FormField] = [:]
    var taken: Set<FormField> = []
    for (column, header) in headers.sorted(by: { $0.key < $1.key }) {
      let word = corrections[CellAddress.letters(of: column)] ?? corrections[header]
      let field = word.map { FormField(rawValue: $0) } ?? FormField(header: header)
      if let field, taken.insert(field).inserted { fields[column] = field }
    }
    return fields
  }

  /// The text right of a cell above the header that names `field`: «Birim».
  private static func text(of field: FormField, above headerRow: Int, in sheet: Sheet) -> String? {
    for row in sheet.rows where row.number < headerRow {
      for column in row.columns where FormField(header: row.text(column)) == field {
        for next in row.columns where next > column {
          let text = row.text(next).trimmed
          if !text.isEmpty { return text }
        }
      }
    }
    return nil
  }
}
