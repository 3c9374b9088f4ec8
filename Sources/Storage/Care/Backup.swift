import CSQLite
import Glibc
import GuvenceCore

extension Database {
  /// Writes a copy of the whole file to `path`, made smaller on the way (VACUUM INTO), while work goes on. Never
  /// overwrites: a file at `path` is refused. When it returns, file and folder are on the disk.
  public func backup(to path: String) throws {
    guard access(FileGuard.folder(of: path), W_OK | X_OK) == 0 else {
      throw StorageRefusal.folderNotWritable(path: path)
    }
    // The empty file holds the name, so that a copy cut short never looks like a backup.
    try FileGuard.makeEmpty(path)
    let partial = path + ".partial"
    do {
      try FileGuard.makeEmpty(partial)
      let connection = try Connection.open(self.path, flags: SQLITE_OPEN_READONLY)
      try connection.configure()
      try connection.run("VACUUM INTO ?", [.text(partial)])
      try Disk.sync(partial)
      try Disk.rename(partial, to: path)
      try Disk.sync(FileGuard.folder(of: path))
    } catch {
      unlink(partial)
      unlink(path)
      throw error
    }
  }

  /// Puts the backup at `backup` in the place of `path`. The backup is checked first; a file at `path` must not be open
  /// anywhere, and is kept as `<path>.before-restore` (with a number where that is taken). The exchange is one rename.
  public static func restore(from backup: String, to path: String) throws {
    let findings = try check(file: backup)
    guard findings.isEmpty else { throw StorageRefusal.damaged(path: backup, findings: findings) }
    guard access(FileGuard.folder(of: path), W_OK | X_OK) == 0 else {
      throw StorageRefusal.folderNotWritable(path: path)
    }
    let incoming = path + ".restoring"
    unlink(incoming)
    do {
      try FileGuard.makeEmpty(incoming)
      let source = try Connection.open(backup, flags: SQLITE_OPEN_READONLY)
      try source.run("VACUUM INTO ?", [.text(incoming)])
      try Disk.sync(incoming)
      if access(path, F_OK) == 0 { try setAside(path) }
      // A log left behind by a file that is gone would be played into the restored one.
      for ending in ["-wal", "-shm", "-journal"] { unlink(path + ending) }
      try Disk.rename(incoming, to: path)
      try Disk.sync(FileGuard.folder(of: path))
    } catch {
      unlink(incoming)
      throw error
    }
  }

  /// Checks a file as a whole: SQLite's structure, foreign keys, the journal and the live rows. Empty where all is well.
  /// Throws a `StorageRefusal` where the file is not ours or too new.
  public static func check(file path: String) throws -> [String] {
    let database: Database
    do {
      database = try Database(path, mode: .readOnly, readers: 1)
    } catch let refusal as StorageRefusal {
      guard case .older = refusal else { throw refusal }
      // An older file cannot be read through today's tables; its structure is checked, its journal after the upgrade.
      return try structure(try Connection.open(path, flags: SQLITE_OPEN_READONLY))
    }
    return try database.read { connection in
      try structure(connection) + Journal.verify(connection).findings.map { "\($0)" }
    }
  }

  /// SQLite's own check and the foreign keys, as text.
  static func structure(_ connection: Connection) throws -> [String] {
    do {
      let damage = try connection.query("PRAGMA integrity_check(20)") { row in row.text() }.filter { $0 != "ok" }
      let orphans = try connection.query("PRAGMA foreign_key_check") { row in "foreign key of \(row.text())" }
      return damage + orphans
    } catch let error as StorageFault where error.code & 0xFF == SQLITE_CORRUPT {
      return [error.message]
    }
  }

  /// Folds the log of the old file into it and gives it another name.
  private static func setAside(_ path: String) throws {
    let old = try Connection.open(path, flags: SQLITE_OPEN_READWRITE)
    sqlite3_busy_timeout(old.handle, 0)
    do {
      try old.script("PRAGMA locking_mode = EXCLUSIVE; PRAGMA wal_checkpoint(TRUNCATE);")
      // Leaving WAL needs the file alone; whoever else has it open makes this fail.
      let mode = try old.first("PRAGMA journal_mode = DELETE") { row in row.text() }
      guard mode == "delete" else { throw StorageRefusal.inUse(path: path) }
      try old.script("BEGIN EXCLUSIVE; ROLLBACK;")
    } catch let error as StorageFault where error.isBusy {
      throw StorageRefusal.inUse(path: path)
    } catch let error as StorageFault where error.code & 0xFF == SQLITE_NOTADB {
      throw StorageRefusal.foreign(path: path)
    }
    var (name, number) = (path + ".before-restore", 1)
    while link(path, name) != 0 {
      guard errno == EEXIST else { throw Disk.failure() }
      number += 1
      name = path + ".before-restore-\(number)"
    }
  }
}

/// The few calls that make a file last.
enum Disk {
  static func sync(_ path: String) throws {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure() }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure() }
  }

  static func rename(_ from: String, to: String) throws {
    guard Glibc.rename(from, to) == 0 else { throw failure() }
  }

  static func failure() -> StorageFault { StorageFault(code: -errno, message: String(cString: strerror(errno))) }
}
