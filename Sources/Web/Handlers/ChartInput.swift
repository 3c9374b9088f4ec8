import GuvenceApplication
import GuvenceCore
import GuvenceProcesses

/// The editor's form: rows of fields of the same names, in the order of the rows.
struct ChartInput: Sendable {
  /// What was typed.
  var table: StepTable
  /// Row whose cells hold something that cannot be read, with what is wrong.
  var remarks: [StepTable.Remark] = []

  /// Field of each column; the marks are two fields.
  static let fields: [(name: String, column: StepColumn)] = [
    ("step-id", .id), ("step-no", .number), ("step-name", .name), ("step-kind", .kind), ("step-role", .role),
    ("step-next", .next), ("step-documents", .documents), ("step-system", .system), ("step-duration", .duration),
    ("step-risks", .risks), ("step-controls", .controls),
  ]

  init(_ table: StepTable) { self.table = table }

  /// The rows typed.
  init(_ values: Values) {
    let columns = ChartInput.fields.map { (values: values.all($0.name), column: $0.column) }
    let (calls, actions, flags) = (values.all("step-calls"), values.all("step-action"), values.all("step-flag"))
    let count = columns.map(\.values.count).max() ?? 0
    var rows: [StepRow] = []
    for at in 0..<count {
      var row = StepRow()
      for (values, column) in columns where at < values.count {
        row[column] = String(values[at].map { $0.isNewline ? " " : $0 }).trimmed
      }
      if at < calls.count, row.kind == StepKindWord.subprocess { row.kind += " " + calls[at].trimmed }
      row.kind = row.kind.trimmed
      let marks = [at < actions.count ? actions[at] : "", at < flags.count ? flags[at] : ""]
      row.marks = marks.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: ", ")
      rows.append(row)
    }
    let lanes = values.text("lanes").split { $0 == ";" || $0.isNewline }.map(\.trimmed).filter { !$0.isEmpty }
    table = StepTable(lanes: lanes, rows: rows)
  }

  /// Does what a button of the form asks with the rows: `add`, `add:3`, `delete:3`, `up:3`, `down:3`, `renumber`,
  /// `paste`.
  mutating func perform(_ command: String, pasted: String, at row: Int?, column: StepColumn?) {
    let parts = command.split(separator: ":")
    let at = parts.count > 1 ? Int(parts[1]) ?? -1 : table.rows.count - 1
    switch parts.first {
    case "add": add(below: at)
    case "delete" where table.rows.indices.contains(at): table.rows.remove(at: at)
    case "up" where table.rows.indices.contains(at) && at > 0: table.rows.swapAt(at, at - 1)
    case "down" where table.rows.indices.contains(at + 1): table.rows.swapAt(at, at + 1)
    case "renumber": table = table.renumbered()
    case "paste": paste(pasted, below: row, column: column)
    default: break
    }
  }

  private mutating func add(below at: Int) {
    var row = StepRow()
    row.number = table.freeNumber(below: at)
    table.rows.insert(row, at: min(table.rows.count, max(0, at + 1)))
  }

  /// Rows from a spreadsheet below a row; one that is still empty is replaced by them.
  private mutating func paste(_ text: String, below row: Int?, column: StepColumn?) {
    let pasted = StepTable.parse(text, first: column ?? .number)
    guard !pasted.rows.isEmpty else { return }
    var at = min(table.rows.count - 1, row ?? table.rows.count - 1)
    if table.rows.indices.contains(at), table.rows[at].isBlank {
      table.rows.remove(at: at)
      at -= 1
    }
    if table.lanes.isEmpty { table.lanes = pasted.lanes }
    let used = Set(table.rows.map(\.id))
    for new in pasted.rows {
      var row = new
      if used.contains(row.id) { row.id = "" }
      table.rows.insert(row, at: at + 1)
      if row.number.isEmpty { table.rows[at + 1].number = table.freeNumber(below: at) }
      at += 1
    }
  }
}

/// Words of the editor's choices, which the table reads in both languages.
enum StepKindWord {
  static let subprocess = "alt süreç"
  /// In the order of the choice.
  static let all: [(value: String, kind: Step.Kind)] = [
    ("işlem", .task), ("karar", .decision), ("başla", .start), ("bitir", .end), (subprocess, .subprocess),
    ("bekle", .wait), ("belge", .document), ("ayır", .split), ("birleştir", .join),
  ]
}

extension StepRow {
  /// Whether nothing but id, number and kind is given.
  var isBlank: Bool {
    StepColumn.allCases.allSatisfy { $0 == .id || $0 == .number || $0 == .kind || self[$0].isEmpty }
  }
}
