import Foundation
import GuvenceApplication

/// A file of this request that nobody else may read; its maker removes it.
struct TemporaryFile: Sendable {
  /// Where it is.
  let path: String

  /// A name that is free, in a private folder of its own.
  init(ending: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-" + UUID().uuidString)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Fault(reference: "TEMP", detail: "cannot make a temporary folder")
    }
    path = folder.appendingPathComponent("dosya." + ending).path
  }

  /// Takes over a file that would be removed when its request ends.
  func take(_ other: String) throws {
    do {
      try FileManager.default.moveItem(atPath: other, toPath: path)
    } catch {
      throw Fault(reference: "TEMP", detail: "cannot keep an uploaded file")
    }
  }

  /// Its bytes.
  func contents() throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault(reference: "TEMP", detail: "cannot read a temporary file")
    }
    return Array(data)
  }

  /// Removes file and folder.
  func remove() {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }
}

/// Text files of the data folder.
enum TextFile {
  /// The text of the file at `path`.
  static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// The bytes of an uploaded file.
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault(reference: "TEMP", detail: "cannot read an uploaded file")
    }
    return Array(data)
  }
}
