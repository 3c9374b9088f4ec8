internal import CZip
import Glibc
import GuvenceCore

/// Writes a ZIP container. It appears at its place, whole, with `close()`; parts carry no moment of writing, so the same
/// parts give the same bytes.
public final class ZipWriter {
  /// How hard parts are compressed, 1 (fast) to 9.
  public let level: Int

  private let path: String
  private var archive: OpaquePointer?

  /// Starts a container at `path`, which is replaced by `close()`. Throws `ExchangeRefusal`.
  public init(path: String, level: Int = 6) throws {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw ExchangeRefusal.unwritable(path)
    }
    (self.path, self.archive, self.level) = (path, archive, min(max(level, 1), 9))
  }

  deinit { if let archive { zip_discard(archive) } }

  /// Adds a part from memory. Throws `ExchangeRefusal`.
  public func add(_ name: String, _ bytes: [UInt8]) throws {
    guard let archive, let copy = malloc(max(1, bytes.count)) else { throw ExchangeRefusal.unwritable(path) }
    bytes.withUnsafeBytes { if let from = $0.baseAddress { _ = memcpy(copy, from, bytes.count) } }
    // libzip frees the copy together with the source.
    guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      free(copy)
      throw ExchangeRefusal.unwritable(path)
    }
    try add(name, source: source)
  }

  /// Adds a text part. Throws `ExchangeRefusal`.
  public func add(_ name: String, _ text: String) throws { try add(name, Array(text.utf8)) }

  /// Writes the file. Throws `ExchangeRefusal`; the old file, where there was one, then stands unchanged.
  public func close() throws {
    guard let archive else { return }
    self.archive = nil
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw ExchangeRefusal.unwritable(path)
    }
  }

  /// Adds what was spooled; the spool is used up.
  func add(_ name: String, _ spool: ByteSpool) throws {
    guard let archive, let file = spool.takeFile() else { throw ExchangeRefusal.unwritable(path) }
    // The library closes the file together with the source.
    guard let source = zip_source_filep(archive, file, 0, -1) else {
      fclose(file)
      throw ExchangeRefusal.unwritable(path)
    }
    try add(name, source: source)
  }

  private func add(_ name: String, source: OpaquePointer) throws {
    let index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8)
    guard index >= 0 else {
      zip_source_free(source)
      throw ExchangeRefusal.unwritable(path)
    }
    zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, UInt32(level))
    // 01.01.1980, the first moment a ZIP entry can carry.
    zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0)
  }
}
