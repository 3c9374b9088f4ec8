import Foundation
import GuvenceCatalogs
import GuvenceCore

/// A throw-away copy of the shipped catalogs in which a test plants errors.
final class CatalogCopy {
  /// The data folder that holds the copy.
  let folder: String

  init() throws {
    let files = FileManager.default
    folder = files.temporaryDirectory.appending(path: "guvence-catalogs-\(UUID().uuidString)").path
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try files.copyItem(atPath: DataLocator.locate() + "/catalogs", toPath: folder + "/catalogs")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The findings, as `file:line:column: severity code`.
  var findings: [String] {
    Catalogs.check(dataFolder: folder).map { "\($0.placeText): \($0.severity.rawValue) \($0.code)" }
  }

  /// Replaces the first `old` in `catalogs/<file>` by `new`; returns `file:line:column` of what `new` has after `mark`.
  func plant(_ file: String, _ old: String, _ new: String, at mark: String = "") throws -> String {
    let path = "\(folder)/catalogs/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let range = text.range(of: old) else { throw NotThere(text: old) }
    try text.replacingCharacters(in: range, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    guard let offset = new.range(of: mark)?.lowerBound ?? (mark.isEmpty ? new.startIndex : nil) else {
      throw NotThere(text: mark)
    }
    let before = text[..<range.lowerBound] + new[..<offset]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    return "catalogs/\(file):\(line.count):\((line.last?.unicodeScalars.count ?? 0) + 1)"
  }

  /// Cuts `catalogs/<file>` off where `start` begins.
  func cut(_ file: String, from start: String) throws {
    let path = "\(folder)/catalogs/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let range = text.range(of: start) else { throw NotThere(text: start) }
    try String(text[..<range.lowerBound]).write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Takes `catalogs/<file>` away.
  func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: "\(folder)/catalogs/\(file)") }

  struct NotThere: Error { let text: String }
}
