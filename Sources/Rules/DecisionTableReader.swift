import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles

extension DecisionTable {
  /// Reads and proves a table given as text; `nil` where any finding is an error.
  public static func parse(_ text: String, file: String) -> (table: DecisionTable?, diagnostics: [Diagnostic]) {
    let reader = DataReader()
    let table = reader.text(text, file: file) { read($0, reader) }
    return (reader.hasErrors ? nil : table, reader.diagnostics)
  }

  /// Reads a table from the root of its file and proves it; `nil` after reporting where anything is wrong.
  static func read(_ root: DataNode, _ reader: DataReader) -> DecisionTable? {
    let before = reader.diagnostics.count
    let table: DecisionTable? = reader.object(root) { object in
      let (id, name, effective) = (object.text("id"), object.localized("name"), object.day("effective"))
      let citation = object.citation()
      let policy = object.choice("hit-policy", as: HitPolicy.self)
      let inputs = object.objects("inputs", Column.read)
      let outputs = object.objects("outputs", Column.read)
      guard let inputs, let outputs else {
        _ = object.required("rows")
        return nil
      }
      let rows = object.objects("rows") { Row.read($0, inputs: inputs, outputs: outputs) }
      guard let id, let name, let effective, let citation, let policy, let rows else { return nil }
      return DecisionTable(
        id: id, name: name, effective: effective, citation: citation, hitPolicy: policy, inputs: inputs,
        outputs: outputs, rows: rows, canonicalText: root.source.text)
    }
    guard let table, reader.diagnostics.count == before else { return nil }
    table.proveAndReport(root, reader)
    return reader.diagnostics.dropFirst(before).contains { $0.severity == .error } ? nil : table
  }

  private func proveAndReport(_ root: DataNode, _ reader: DataReader) {
    let nodes = root["rows"]?.items ?? []
    if hitPolicy == .priority, case .words? = outputs.first?.domain {
    } else if hitPolicy == .priority {
      reader.report(
        at: root["outputs"] ?? root, code: "priority-without-order",
        message: "the priority policy needs a first output of type enum, strongest value first")
    }
    for fault in DecisionTableProof.faults(of: self) {
      switch fault {
      case .gap(let values):
        reader.report(
          at: root["rows"] ?? root, code: "incomplete-table", message: "no row holds for \(text(of: values))",
          remedy: "add a row for it")
      case .overlap(let first, let second, let values):
        reader.report(
          at: nodes[second], code: "overlapping-rows",
          message: "this row and the one in line \(rows[first].line) both hold for \(text(of: values))",
          remedy: "narrow one of them, or choose the hit policy first, any or priority")
      case .unreachable(let row):
        reader.report(
          at: nodes[row], code: "unreachable-row", message: "this row can never count", remedy: "remove or widen it")
      case .tooLarge(let limit):
        reader.report(
          at: root, code: "table-too-large", message: "more than \(limit) combinations of inputs to prove",
          remedy: "split the table")
      }
    }
  }

  private func text(of values: [DecisionValue]) -> String {
    zip(inputs, values).map { "\($0.id) = \($1)" }.joined(separator: ", ")
  }
}

extension DecisionTable.Column {
  fileprivate enum Kind: String, CaseIterable { case integer, decimal, `enum` }

  fileprivate static func read(_ object: ObjectReader) -> DecisionTable.Column? {
    let (id, name) = (object.text("id"), object.localized("name"))
    var domain: DecisionDomain?
    switch object.choice("type", as: Kind.self) {
    case .enum: domain = object.list("values", object.reader.text).map { .words($0) }
    case .integer:
      let (low, high) = (object.int("from"), object.int("through"))
      if let low, let high, ordered(low, high, object) { domain = .integers(low...high) }
    case .decimal:
      let (low, high) = (object.decimal("from"), object.decimal("through"))
      if let low, let high, ordered(low, high, object) { domain = .decimals(low...high) }
    case nil: break
    }
    guard let id, let name, let domain else { return nil }
    return DecisionTable.Column(id: id, name: name, domain: domain)
  }

  private static func ordered<T: Comparable>(_ low: T, _ high: T, _ object: ObjectReader) -> Bool {
    if low <= high { return true }
    object.report("through", code: "not-allowed", message: "through is smaller than from")
    return false
  }

  fileprivate var isNumeric: Bool { if case .words = domain { false } else { true } }

  fileprivate var allowedText: String {
    switch domain {
    case .words(let words): words.joined(separator: ", ")
    case .integers(let range): "\(range.lowerBound)…\(range.upperBound)"
    case .decimals(let range): "\(range.lowerBound)…\(range.upperBound)"
    }
  }
}

extension DecisionTable.Row {
  fileprivate static func read(
    _ object: ObjectReader, inputs: [DecisionTable.Column], outputs: [DecisionTable.Column]
  ) -> DecisionTable.Row? {
    let reader = object.reader
    guard let when = object.list("when", { $0 }), let then = object.list("then", { $0 }) else { return nil }
    guard when.count == inputs.count, then.count == outputs.count else {
      object.reader.report(
        at: object.node, code: "wrong-count",
        message: "expected \(inputs.count) conditions and \(outputs.count) outputs, "
          + "found \(when.count) and \(then.count)")
      return nil
    }
    let conditions = zip(when, inputs).map { cell($0, $1, reader) }
    let values = zip(then, outputs).map { output($0, $1, reader) }
    let (goodConditions, goodValues) = (conditions.compactMap { $0 }, values.compactMap { $0 })
    guard goodConditions.count == when.count, goodValues.count == then.count else { return nil }
    return DecisionTable.Row(conditions: goodConditions, outputs: goodValues, line: object.node.mark.line)
  }

  private static func cell(_ node: DataNode, _ column: DecisionTable.Column, _ reader: DataReader) -> DecisionCell? {
    guard let text = reader.text(node) else { return nil }
    guard let cell = DecisionCell(text, isNumeric: column.isNumeric) else {
      reader.report(
        at: node, code: "bad-cell", message: "\u{201C}\(text)\u{201D} is not a condition on \(column.id)",
        remedy: "use -, a, != a, < 5, <= 5, > 5, >= 5, [1..5], (1..5) or a, b")
      return nil
    }
    for value in cell.named where !column.domain.contains(value) {
      reader.choiceFailed(node, value.description, column)
      return nil
    }
    return cell
  }

  private static func output(_ node: DataNode, _ column: DecisionTable.Column, _ reader: DataReader) -> DecisionValue? {
    let value: DecisionValue?
    if column.isNumeric {
      value = reader.decimal(node).map { .number($0) }
    } else {
      value = reader.text(node).map { .word($0) }
    }
    guard let value else { return nil }
    if column.domain.contains(value) { return value }
    reader.choiceFailed(node, value.description, column)
    return nil
  }
}

extension DataReader {
  fileprivate func choiceFailed(_ node: DataNode, _ value: String, _ column: DecisionTable.Column) {
    var near = ""
    if case .words(let words) = column.domain, let word = nearest(to: value, among: words) {
      near = "did you mean \(word)? "
    }
    report(
      at: node, code: "not-allowed", message: "\(value) is not a value of \(column.id)",
      remedy: near + "allowed: \(column.allowedText)")
  }
}
