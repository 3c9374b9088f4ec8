import CSQLite
import FoundationEssentials
import GuvenceCore

@testable import GuvenceCommandLine

/// A folder of its own, a fixed day and the program in it; the folder goes with the value.
final class Shell {
  let folder: String
  var day = Day(2026, 11, 23) ?? Day(daysSinceEpoch: 0)
  var environment: [String: String]

  init() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = place.path
    environment = ["GUVENCE_DB": folder + "/a.db"]
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What a command printed, line by line in the order printed, and its exit code.
  struct Answer {
    var lines: [(isError: Bool, text: String)]
    var code: ExitCode

    var out: String { lines.filter { !$0.isError }.map(\.text).joined(separator: "\n") }
    var error: String { lines.filter(\.isError).map(\.text).joined(separator: "\n") }
  }

  @discardableResult
  func run(_ words: [String]) -> Answer {
    let lines = Locked<[(isError: Bool, text: String)]>([])
    let (now, environment) = (Instant.startInIstanbul(of: day).adding(seconds: 12 * 3600), environment)
    let console = Console(
      out: { text in lines.withLock { $0.append((false, text)) } },
      error: { text in lines.withLock { $0.append((true, text)) } },
      environment: { environment[$0] }, clock: { now }, secret: { _ in "denizde yedi ışıklı gemi" })
    let code = Program.run(words, console: console, serve: { _ in })
    return Answer(lines: lines.withLock { $0 }, code: code)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  /// Changes the database as somebody with the sqlite3 shell would, the guarding triggers taken away first.
  func tamper(_ sql: String) throws {
    var handle: OpaquePointer?
    guard sqlite3_open(folder + "/a.db", &handle) == SQLITE_OK else { throw Broken(reason: "open") }
    defer { sqlite3_close(handle) }
    for name in try column("SELECT name FROM sqlite_schema WHERE type = 'trigger'", handle) {
      try script("DROP TRIGGER \(name)", handle)
    }
    try script(sql, handle)
  }

  private func script(_ sql: String, _ handle: OpaquePointer?) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw Broken(reason: String(cString: sqlite3_errmsg(handle)))
    }
  }

  private func column(_ sql: String, _ handle: OpaquePointer?) throws -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw Broken(reason: sql) }
    defer { sqlite3_finalize(statement) }
    var names: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW, let text = sqlite3_column_text(statement, 0) {
      names.append(String(cString: text))
    }
    return names
  }

  struct Broken: Error { let reason: String }
}

/// Files of the repository that tests compare with; `GUVENCE_UPDATE_GOLDEN=1` writes them anew, to be read before they
/// are committed.
enum Repository {
  static let root = (try? DataLocator.locate()) ?? "."
  static let updatesGolden = ProcessInfo.processInfo.environment["GUVENCE_UPDATE_GOLDEN"] == "1"

  static func text(_ path: String) -> String {
    (try? Data(contentsOf: URL(filePath: "\(root)/\(path)"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  static func write(_ text: String, to path: String) throws {
    let place = URL(filePath: "\(root)/\(path)")
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// Names of the files in a folder, sorted.
  static func files(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }
}
