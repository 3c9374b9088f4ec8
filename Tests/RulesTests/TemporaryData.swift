import Foundation
import GuvenceRules

/// A copy of the shipped data in a temporary folder, removed at the end, for tests that change files.
final class TemporaryData {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "guvence-rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    try FileManager.default.copyItem(atPath: "\(Shipped.folder())/rules", toPath: "\(folder)/rules")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func read(_ name: String) throws -> String { try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  /// Replaces `old` by `new` in a copy of the file `name`, written as `other` or over it.
  func edit(_ name: String, as other: String? = nil, _ changes: (String, String)...) throws {
    var text = try read(name)
    for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
    try write(other ?? name, text)
  }
}
