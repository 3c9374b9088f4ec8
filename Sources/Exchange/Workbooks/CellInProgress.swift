/// The cell being read: where it stands, and of what kind it says it is.
struct CellInProgress {
  enum ValueType { case number, shared, inline, formulaText, boolean, error, isoDay }

  var column = 0
  var start = 0
  var style = 0
  var type = ValueType.number
  var hasFormula = false
  var isInline = false
  var formula: [UInt8] = []

  mutating func begin(column: Int, at start: Int, _ attributes: XMLAttributes) {
    (self.column, self.start) = (column, start)
    (hasFormula, isInline) = (false, false)
    style = attributes.integer("s") ?? 0
    type = attributes.bytes("t").map(CellInProgress.type) ?? .number
  }

  mutating func opens(_ name: XMLName) -> SheetScan.Capture {
    if name == "v" { return .value }
    isInline = name == "is"
    guard name == "f" else { return .none }
    hasFormula = true
    formula.removeAll(keepingCapacity: true)
    return .formula
  }

  mutating func appendFormula(_ piece: UnsafeBufferPointer<UInt8>) {
    // Formulas are kept to be shown; Excel's own limit is 8,192 characters.
    if formula.count < 8192 { formula.append(contentsOf: piece.prefix(8192 - formula.count)) }
  }

  private static func type(_ bytes: UnsafeBufferPointer<UInt8>) -> ValueType {
    guard let first = bytes.first else { return .number }
    switch (first, bytes.count) {
    case (0x73, 1): return .shared
    case (0x73, _): return .formulaText
    case (0x69, _): return .inline
    case (0x62, _): return .boolean
    case (0x65, _): return .error
    case (0x64, _): return .isoDay
    default: return .number
    }
  }
}

extension RawCell.Kind {
  /// Whether the cell says something without any bytes.
  var holdsItself: Bool { self == .shared || self == .day || self == .boolean || self == .formula }
}
