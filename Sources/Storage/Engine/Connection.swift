import CSQLite

/// One connection to the file. Handed to the closures of `Database.read` and `Database.write`, from which it cannot
/// escape; the table functions take it as their last argument.
public final class Connection {
  let handle: OpaquePointer
  /// What the running write closure has put aside until its end; empty on readers.
  var pending = PendingWrites()
  /// What reading closures keep from one to the next.
  var memory = Memory()
  /// Reused for the bytes of journal rows.
  let journalBuffer = ByteBuffer()
  private var cache: [String: Statement] = [:]
  private var fixedCache: [UnsafePointer<UInt8>: Statement] = [:]

  /// Opens `path` and sets it up for reading or writing; the pragmas are those of platform practice for one writer.
  static func open(_ path: String, flags: Int32) throws -> sending Connection {
    var made: OpaquePointer?
    let code = sqlite3_open_v2(path, &made, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let made else {
      let error = fault(made, code, "")
      sqlite3_close_v2(made)
      throw error
    }
    return Connection(made)
  }

  private init(_ handle: OpaquePointer) {
    self.handle = handle
    sqlite3_busy_timeout(handle, 5000)
  }

  deinit {
    cache.removeAll()
    fixedCache.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Settings of every connection: foreign keys, no trust in the schema, memory for the cache, our Turkish functions.
  func configure() throws {
    for (option, value) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] as [(Int32, Int32)] {
      _ = guvence_sqlite_db_config_int(handle, option, value)
    }
    try script("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA recursive_triggers = ON;")
    try script("PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 268435456;")
    try registerTurkish()
    try SHA256.register(on: handle)
  }

  /// Runs one statement that gives no rows.
  func run(_ sql: String, _ values: [SQLValue] = []) throws {
    try withStatement(sql) { statement in
      try statement.bind(values)
      while try statement.step() {}
    }
  }

  /// All rows of a query, each through `map`.
  func query<Result>(
    _ sql: String, _ values: [SQLValue] = [], _ map: (inout Row) throws -> Result
  ) throws -> [Result] {
    var all: [Result] = []
    try each(sql, values) { row in all.append(try map(&row)) }
    return all
  }

  /// The first row of a query through `map`; `nil` where there is none.
  func first<Result>(
    _ sql: String, _ values: [SQLValue] = [], _ map: (inout Row) throws -> Result
  ) throws -> Result? {
    try withStatement(sql) { statement in
      try statement.bind(values)
      guard try statement.step() else { return nil }
      var row = Row(statement)
      return try map(&row)
    }
  }

  /// Walks the rows of a query without keeping them.
  func each(_ sql: String, _ values: [SQLValue] = [], _ body: (inout Row) throws -> Void) throws {
    try withStatement(sql) { statement in
      try statement.bind(values)
      while try statement.step() {
        var row = Row(statement)
        try body(&row)
      }
    }
  }

  /// The first column of the first row as a number; 0 where there is no row.
  func integer(_ sql: String, _ values: [SQLValue] = []) throws -> Int64 {
    try first(sql, values) { row in row.integer() } ?? 0
  }

  /// Runs `body` with a prepared statement, reset afterwards whatever happens.
  func withStatement<Result>(_ sql: String, _ body: (Statement) throws -> Result) throws -> Result {
    let kept = cache[sql]
    if let kept, !kept.isBusy { return try use(kept, body) }
    let fresh = try Statement(sql, on: handle)
    if kept == nil {
      if cache.count >= 256 { cache.removeAll(where: { !$0.isBusy }) }
      cache[sql] = fresh
    }
    return try use(fresh, body)
  }

  /// The same for a literal, found by its address instead of its text: for statements run 100,000 times.
  func withFixed<Result>(_ sql: StaticString, _ body: (Statement) throws -> Result) throws -> Result {
    let kept = fixedCache[sql.utf8Start]
    if let kept, !kept.isBusy { return try use(kept, body) }
    let fresh = try Statement(sql.description, on: handle)
    if kept == nil { fixedCache[sql.utf8Start] = fresh }
    return try use(fresh, body)
  }

  /// Runs several statements without values.
  func script(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    if code != SQLITE_OK { throw fault(handle, code, sql) }
  }

  /// Forgets the prepared statements; needed before the schema changes.
  func forgetStatements() {
    cache.removeAll()
    fixedCache.removeAll()
  }

  /// The number SQLite gave the last inserted row.
  var lastInsertedID: Int64 { sqlite3_last_insert_rowid(handle) }
  /// How many rows the last statement changed.
  var changes: Int { Int(sqlite3_changes64(handle)) }
  /// Whether a transaction is open; some failures close it without being asked.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  private func use<Result>(_ statement: Statement, _ body: (Statement) throws -> Result) throws -> Result {
    statement.isBusy = true
    defer {
      statement.reset()
      statement.isBusy = false
    }
    return try body(statement)
  }
}

extension Dictionary {
  fileprivate mutating func removeAll(where isUnwanted: (Value) -> Bool) {
    self = filter { !isUnwanted($0.value) }
  }
}
