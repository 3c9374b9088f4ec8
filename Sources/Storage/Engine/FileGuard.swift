import CSQLite
import Glibc

/// Looks at a file before it is opened in earnest, and makes new files private to their owner.
enum FileGuard {
  /// Written into the head of every file of this program: «Gvnc».
  static let applicationID: Int64 = 0x4776_6E63

  /// Throws a `StorageRefusal` unless the file may be opened in `mode`; makes an empty file for `.create`.
  static func admit(_ path: String, mode: Database.Mode, migrations: [Migration]) throws {
    let isThere = access(path, F_OK) == 0
    switch mode {
    case .create:
      guard access(folder(of: path), W_OK | X_OK) == 0 else { throw StorageRefusal.folderNotWritable(path: path) }
      try makeEmpty(path)
    case .open, .readOnly:
      guard isThere else { throw StorageRefusal.missing(path: path) }
      let isWritable = mode == .open
      guard access(path, isWritable ? R_OK | W_OK : R_OK) == 0 else { throw StorageRefusal.notAccessible(path: path) }
      if isWritable, access(folder(of: path), W_OK | X_OK) != 0 { throw StorageRefusal.folderNotWritable(path: path) }
      try checkVersion(path, mode: mode, supported: migrations.last?.number ?? 0)
    }
  }

  /// The schema's number in a file of ours; throws where the file is not ours or cannot be read.
  static func version(of path: String) throws -> Int {
    do {
      let connection = try Connection.open(path, flags: SQLITE_OPEN_READONLY)
      guard try connection.integer("PRAGMA application_id") == applicationID else {
        throw StorageRefusal.foreign(path: path)
      }
      return Int(try connection.integer("PRAGMA user_version"))
    } catch let error as StorageFault where error.code & 0xFF == SQLITE_NOTADB {
      throw StorageRefusal.foreign(path: path)
    }
  }

  /// Makes an empty file that only its owner may read; throws where one is there.
  static func makeEmpty(_ path: String) throws {
    let file = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { throw StorageRefusal.exists(path: path) }
      throw StorageFault(code: -errno, message: String(cString: strerror(errno)))
    }
    close(file)
  }

  /// The folder of `path`, `.` where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func checkVersion(_ path: String, mode: Database.Mode, supported: Int) throws {
    let found = try version(of: path)
    if found > supported { throw StorageRefusal.newer(path: path, found: found, supported: supported) }
    if found < supported, mode == .readOnly {
      throw StorageRefusal.older(path: path, found: found, supported: supported)
    }
  }
}
