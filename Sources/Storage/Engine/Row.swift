import CSQLite
import GuvenceCore

/// The row a statement stands on, read column by column from the left.
struct Row {
  private let handle: OpaquePointer
  private var column: Int32 = 0

  init(_ statement: Statement) { handle = statement.handle }

  mutating func integer() -> Int64 {
    defer { column += 1 }
    return sqlite3_column_int64(handle, column)
  }

  mutating func optionalInteger() -> Int64? {
    if isNull {
      column += 1
      return nil
    }
    return integer()
  }

  mutating func text() -> String {
    defer { column += 1 }
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  mutating func optionalText() -> String? {
    if isNull {
      column += 1
      return nil
    }
    return text()
  }

  mutating func blob() -> [UInt8] {
    defer { column += 1 }
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  /// Runs `body` with the column's bytes without copying them; they die with the next step.
  mutating func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    defer { column += 1 }
    let start = sqlite3_column_blob(handle, column)
    return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  mutating func flag() -> Bool { integer() != 0 }
  mutating func instant() -> Instant { Instant(milliseconds: integer()) }
  mutating func optionalInstant() -> Instant? { optionalInteger().map { Instant(milliseconds: $0) } }
  mutating func day() throws -> Day { try parsed(text()) }
  mutating func optionalDay() throws -> Day? { try optionalText().map { try parsed($0) } }
  mutating func identifier<Entity>() -> Identifier<Entity> { Identifier(integer()) }
  mutating func optionalIdentifier<Entity>() -> Identifier<Entity>? { optionalInteger().map { Identifier($0) } }
  mutating func skip() { column += 1 }

  /// SQLite's type of the next column: SQLITE_INTEGER, SQLITE_TEXT, SQLITE_BLOB, SQLITE_NULL.
  var type: Int32 { sqlite3_column_type(handle, column) }
  var isNull: Bool { type == SQLITE_NULL }

  private func parsed(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else { throw fault(nil, SQLITE_MISMATCH, "a stored day is not YYYY-MM-DD") }
    return day
  }
}
