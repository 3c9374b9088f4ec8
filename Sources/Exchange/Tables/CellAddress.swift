/// The address of a cell as Excel writes it: row and column from 1, `G6` is row 6, column 7.
public struct CellAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Row, from 1.
  public let row: Int
  /// Column, from 1 (`A`).
  public let column: Int

  /// Largest row number of a worksheet, 1,048,576 (ECMA-376, Excel's own limit).
  public static let lastRow = 1_048_576
  /// Largest column number of a worksheet, 16,384 (`XFD`).
  public static let lastColumn = 16_384

  /// The cell at `row` and `column`, both from 1.
  public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  /// Reads `G6`, also with dollar signs (`$G$6`); `nil` where the text is no address or lies outside a worksheet.
  public init?(_ text: some StringProtocol) {
    let parsed = Array(text.utf8.filter { $0 != 0x24 }).withUnsafeBufferPointer { CellAddress.parse($0) }
    guard let parsed, parsed.isInsideWorksheet else { return nil }
    self = parsed
  }

  /// `G6`.
  public var description: String { CellAddress.letters(of: column) + String(row) }

  /// The letters of a column number: 1 → `A`, 28 → `AB`; empty for numbers below 1.
  public static func letters(of column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The number of a column written in letters: `A` → 1, `XFD` → 16,384; `nil` for anything else.
  public static func column(of letters: some StringProtocol) -> Int? {
    guard let address = CellAddress(letters + "1"), address.row == 1 else { return nil }
    return address.column
  }

  /// Row first, then column.
  public static func < (left: Self, right: Self) -> Bool { (left.row, left.column) < (right.row, right.column) }

  var isInsideWorksheet: Bool {
    (1...CellAddress.lastRow).contains(row) && (1...CellAddress.lastColumn).contains(column)
  }

  /// Reads letters then digits. Values grow to at most about ten times the worksheet's limits, so the caller can tell
  /// an absurd address from none.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> CellAddress? {
    var (row, column, at) = (0, 0, 0)
    while at < bytes.count, case let letter = bytes[at] & 0xDF, (0x41...0x5A).contains(letter) {
      if column <= lastColumn { column = column * 26 + Int(letter - 0x40) }
      at += 1
    }
    guard at > 0, at < bytes.count else { return nil }
    while at < bytes.count {
      guard (0x30...0x39).contains(bytes[at]) else { return nil }
      if row <= lastRow { row = row * 10 + Int(bytes[at] - 0x30) }
      at += 1
    }
    return CellAddress(row: row, column: column)
  }
}

/// A rectangle of cells, both corners included: `A1:N1`.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// Upper left corner.
  public let first: CellAddress
  /// Lower right corner.
  public let last: CellAddress

  /// The rectangle with these corners.
  public init(_ first: CellAddress, _ last: CellAddress) { (self.first, self.last) = (first, last) }

  /// Reads `A1:N1` or a single `A1`.
  public init?(_ text: some StringProtocol) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false).map { CellAddress($0) }
    guard (1...2).contains(corners.count), let first = corners[0], let last = corners[corners.count - 1],
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(first, last)
  }

  /// Whether the cell lies in the rectangle.
  public func contains(row: Int, column: Int) -> Bool {
    (first.row...last.row).contains(row) && (first.column...last.column).contains(column)
  }

  /// `A1:N1`.
  public var description: String { "\(first):\(last)" }
}
