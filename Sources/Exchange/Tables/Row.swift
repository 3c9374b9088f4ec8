import FoundationEssentials
import GuvenceCore

/// One row of a table. Cells stay bytes until they are asked for, so walking a large sheet allocates next to nothing.
public struct Row: Sendable {
  /// Row number from 1: in a workbook the one Excel shows, in a CSV file the count of records.
  public internal(set) var number = 0
  /// The line a CSV record begins on, from 1; the row number in a workbook.
  public internal(set) var line = 0
  /// Whether the row is hidden in the workbook.
  public internal(set) var isHidden = false

  /// Filled cells, by rising column.
  var cells: [RawCell] = []
  var bytes: [UInt8] = []
  let strings: SharedStrings

  init(strings: SharedStrings = .none) { self.strings = strings }

  /// The value in `column` (from 1); `.empty` where there is none.
  public subscript(column: Int) -> CellValue { position(of: column).map { value(cells[$0]) } ?? .empty }

  /// The text of `column` as a person reads it (see `CellValue.text`).
  public func text(_ column: Int) -> String { self[column].text }

  /// The columns that hold something, rising, from 1.
  public var columns: [Int] { cells.map { Int($0.column) } }

  /// The last column that holds something; 0 for an empty row.
  public var lastColumn: Int { Int(cells.last?.column ?? 0) }

  /// Whether no cell holds anything.
  public var isEmpty: Bool { cells.isEmpty }

  /// The values of columns 1…`count`.
  public func values(count: Int) -> [CellValue] { (0..<count).map { self[$0 + 1] } }

  /// Calls `body` with every filled cell, by rising column.
  public func forEachCell(_ body: (_ column: Int, _ value: CellValue) throws -> Void) rethrows {
    for cell in cells { try body(Int(cell.column), value(cell)) }
  }

  /// A copy of its own that takes no more memory than it needs; for rows kept from a streaming reader.
  public var compacted: Row {
    var copy = self
    copy.cells = cells.withUnsafeBufferPointer { Array($0) }
    copy.bytes = bytes.withUnsafeBufferPointer { Array($0) }
    return copy
  }

  mutating func reset() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    isHidden = false
  }

  private func position(of column: Int) -> Int? {
    if column >= 1, column <= cells.count, Int(cells[column - 1].column) == column { return column - 1 }
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      let found = Int(cells[middle].column)
      if found == column { return middle }
      if found < column { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func value(_ cell: RawCell) -> CellValue {
    switch cell.kind {
    case .shared: return .text(strings[Int(cell.start)])
    case .day: return .day(Day(daysSinceEpoch: Int(Int32(bitPattern: cell.start))))
    case .boolean: return .boolean(cell.start != 0)
    case .text: return .text(string(cell))
    case .error: return .error(string(cell))
    case .formula: return .uncachedFormula(string(cell))
    case .number:
      let range = Int(cell.start)..<Int(cell.start + cell.count)
      let number = bytes.withUnsafeBufferPointer { DecimalBytes.parse(UnsafeBufferPointer(rebasing: $0[range])) }
      return number.map { .number($0) } ?? .text(string(cell))
    }
  }

  private func string(_ cell: RawCell) -> String {
    let range = Int(cell.start)..<Int(cell.start + cell.count)
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }
}

/// A cell before it is asked for: where its bytes lie in the row, or the value itself in `start`.
struct RawCell: Sendable {
  enum Kind: UInt8, Sendable {
    /// `start` and `count` delimit UTF-8 bytes.
    case text, number, error, formula
    /// `start` is the index in the shared strings.
    case shared
    /// `start` is the day number, bit pattern of an Int32.
    case day
    /// `start` is 0 or 1.
    case boolean
  }

  var column: UInt16
  var kind: Kind
  var start: UInt32
  var count: UInt32 = 0
}

/// The texts a workbook keeps once and cells point at; one block of bytes, no allocation per text.
final class SharedStrings: Sendable {
  static let none = SharedStrings(bytes: [], ends: [], cleaned: [])

  private let bytes: [UInt8]
  private let ends: [UInt32]
  /// Texts that lost control characters.
  let cleaned: Set<Int>

  init(bytes: [UInt8], ends: [UInt32], cleaned: Set<Int>) {
    (self.bytes, self.ends, self.cleaned) = (bytes, ends, cleaned)
  }

  var count: Int { ends.count }

  subscript(index: Int) -> String {
    guard ends.indices.contains(index) else { return "" }
    let range = (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  func isEmpty(_ index: Int) -> Bool { ends[index] == (index == 0 ? 0 : ends[index - 1]) }
}
