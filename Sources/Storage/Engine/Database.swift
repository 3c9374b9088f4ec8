import CSQLite
import Dispatch
import GuvenceCore

/// The file that holds one administration's work: one writer connection, several query-only readers.
///
/// Safe to use from any number of threads. Neither `read` nor `write` may be called from inside the other's closure.
public final class Database: Sendable {
  /// How a file is opened.
  public enum Mode: Sendable {
    /// A new file; refused where one exists.
    case create
    /// An existing file, upgraded where it is of an older version.
    case open
    /// An existing file that is only looked at.
    case readOnly
  }

  private final class Slot: Sendable {
    let connection: Locked<Connection>
    init(_ connection: sending Connection) { self.connection = Locked(connection) }
  }

  /// The file's path as it was given.
  public let path: String
  // Readers stand before the writer because they are let go in this order: whoever closes last folds the log into the
  // file, and a reader may not.
  private let readers: [Slot]
  private let writer: Slot?
  private let group = CommitGroup()
  private let free: Locked<[Int]>
  private let gate: DispatchSemaphore

  /// Opens `path` with `readers` query-only connections (at least one). Throws `StorageRefusal` where the file must
  /// not be touched and `StorageFault` where SQLite or the disk fails.
  public convenience init(_ path: String, mode: Mode = .open, readers: Int = 4) throws {
    try self.init(path, mode: mode, readers: readers, migrations: Migration.all)
  }

  init(_ path: String, mode: Mode, readers: Int, migrations: [Migration]) throws {
    try FileGuard.admit(path, mode: mode, migrations: migrations)
    self.path = path
    writer = mode == .readOnly ? nil : Slot(try Database.openWriter(path, migrations))
    self.readers = try (0..<max(1, readers)).map { _ in Slot(try Database.openReader(path)) }
    free = Locked(Array(self.readers.indices))
    gate = DispatchSemaphore(value: self.readers.count)
  }

  /// Runs `body` in a transaction and returns once it is on the disk. Closures of several threads share a commit; each
  /// sees the ones before it, and where one throws only its own changes are undone.
  public func write<Result>(
    _ body: (inout sending Connection) throws -> sending Result
  ) throws -> sending Result {
    guard let writer else { throw StorageRefusal.readOnly }
    group.announce()
    let (result, commit) = try writer.connection.withLock { connection in
      let commit = try group.join(connection)
      defer { group.leave(connection, commit) }
      do {
        try group.mark(connection, commit)
        let result = try body(&connection)
        try group.keep(connection, commit)
        return (result, commit)
      } catch {
        group.undo(connection, commit)
        throw error
      }
    }
    try commit.wait()
    return result
  }

  /// Runs `body` on one consistent state of the file.
  public func read<Result>(
    _ body: (inout sending Connection) throws -> sending Result
  ) throws -> sending Result {
    gate.wait()
    let slot = free.withLock { $0.popLast() ?? 0 }
    defer {
      free.withLock { $0.append(slot) }
      gate.signal()
    }
    return try readers[slot].connection.withLock { connection in
      // Kept statements: preparing these two took longer than many a query.
      try connection.withFixed("BEGIN DEFERRED") { _ = try $0.step() }
      defer { try? connection.withFixed("ROLLBACK") { _ = try $0.step() } }
      try connection.beginRemembering()
      return try body(&connection)
    }
  }

  private static func openWriter(_ path: String, _ migrations: [Migration]) throws -> sending Connection {
    let connection = try Connection.open(path, flags: SQLITE_OPEN_READWRITE)
    try connection.configure()
    // A larger cache than the readers': a bulk import writes each page once instead of spilling it again and again.
    try connection.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -64000;")
    try Migration.run(migrations, on: connection)
    return connection
  }

  private static func openReader(_ path: String) throws -> sending Connection {
    let connection = try Connection.open(path, flags: SQLITE_OPEN_READONLY)
    try connection.configure()
    try connection.script("PRAGMA query_only = ON;")
    return connection
  }
}
