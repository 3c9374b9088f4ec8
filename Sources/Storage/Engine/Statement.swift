import CSQLite

/// One prepared statement. Values are bound in order; texts and blobs are copied once into memory that the statement
/// owns and handed to SQLite as SQLITE_STATIC, which saves SQLite an allocation per value.
final class Statement {
  let sql: String
  /// While true the cache must prepare another copy rather than hand this one out again.
  var isBusy = false
  let handle: OpaquePointer
  private let database: OpaquePointer
  private var position: Int32 = 0
  private var chunk: UnsafeMutableRawPointer
  private var capacity = 1024
  private var used = 0
  private var outgrown: [UnsafeMutableRawPointer] = []

  init(_ sql: String, on database: OpaquePointer, persistent: Bool = true) throws {
    var made: OpaquePointer?
    let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    var text = sql
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_prepare_v3(database, $0.baseAddress, Int32($0.count), flags, &made, nil)
      }
    }
    guard code == SQLITE_OK, let made else { throw fault(database, code, sql) }
    (self.sql, self.database, handle) = (sql, database, made)
    chunk = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit {
    sqlite3_finalize(handle)
    chunk.deallocate()
    for old in outgrown { old.deallocate() }
  }

  /// Binds all of `values` from the next free placeholder on.
  func bind(_ values: [SQLValue]) throws {
    for value in values {
      switch value {
      case .null: try bindNull()
      case .integer(let number): try bind(number)
      case .text(let text): try bind(text)
      case .blob(let bytes): try bind(bytes)
      }
    }
  }

  func bind(_ value: Int64) throws {
    position += 1
    try check(sqlite3_bind_int64(handle, position, value))
  }

  func bind(_ value: Int64?) throws { if let value { try bind(value) } else { try bindNull() } }

  func bind(_ text: String) throws {
    position += 1
    var text = text
    let (start, count) = text.withUTF8 { (keep(UnsafeRawBufferPointer($0)), $0.count) }
    let utf8 = UInt8(SQLITE_UTF8)
    try check(
      sqlite3_bind_text64(
        handle, position, start.assumingMemoryBound(to: CChar.self), UInt64(count), guvence_sqlite_static(), utf8))
  }

  func bind(_ text: String?) throws { if let text { try bind(text) } else { try bindNull() } }

  /// Binds UTF-8 as TEXT without a copy: the bytes must stay where they are until the step is done.
  func bind(borrowing bytes: UnsafeRawBufferPointer?) throws {
    guard let bytes else { return try bindNull() }
    position += 1
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    try check(
      sqlite3_bind_text64(
        handle, position, start, UInt64(bytes.count), guvence_sqlite_static(), UInt8(SQLITE_UTF8)))
  }

  func bind(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try bind(blob: $0) } }

  func bind(blob bytes: UnsafeRawBufferPointer) throws {
    position += 1
    try check(
      sqlite3_bind_blob64(handle, position, keep(bytes), UInt64(bytes.count), guvence_sqlite_static()))
  }

  func bindNull() throws {
    position += 1
    try check(sqlite3_bind_null(handle, position))
  }

  /// True while there is a row to read.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw fault(database, code, sql)
  }

  /// Makes the statement ready for other values, whatever happened; a statement left open would pin the log.
  func reset() {
    sqlite3_reset(handle)
    if position > 0 { sqlite3_clear_bindings(handle) }
    (position, used) = (0, 0)
    for old in outgrown { old.deallocate() }
    outgrown.removeAll(keepingCapacity: true)
  }

  private func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawPointer {
    if used + bytes.count > capacity {
      // Values bound before still point into the old chunk, so it lives until the reset.
      outgrown.append(chunk)
      capacity = max(capacity * 2, bytes.count)
      chunk = .allocate(byteCount: capacity, alignment: 8)
      used = 0
    }
    let start = chunk + used
    if let source = bytes.baseAddress { start.copyMemory(from: source, byteCount: bytes.count) }
    used += bytes.count
    return start
  }

  private func check(_ code: Int32) throws { if code != SQLITE_OK { throw fault(database, code, sql) } }
}

/// What SQLite says about its last failure on `database`.
func fault(_ database: OpaquePointer?, _ code: Int32, _ sql: String) -> StorageFault {
  guard let database else { return StorageFault(code: code, message: String(cString: sqlite3_errstr(code)), sql: sql) }
  let extended = sqlite3_extended_errcode(database)
  let isSame = extended & 0xFF == code & 0xFF
  return StorageFault(
    code: isSame ? extended : code, message: String(cString: sqlite3_errmsg(database)), sql: sql)
}
