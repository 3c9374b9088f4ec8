internal import CZip
import Glibc
import GuvenceCore

/// Reads the parts of a ZIP container, with every limit enforced while inflating. Nothing is ever unpacked to disk.
///
/// Not `Sendable`: one reader, one thread.
public final class ZipReader {
  /// The file as the user named it.
  public let file: String
  /// Entry names in the order of the central directory.
  public let names: [String]

  private let archive: OpaquePointer
  private let limits: ExchangeLimits
  private var inflated = 0

  /// Opens a file on disk. `name` is what findings call it. Throws `ExchangeRefusal`.
  public convenience init(path: String, name: String? = nil, limits: ExchangeLimits = ExchangeLimits()) throws {
    let file = name ?? path
    let size = try InputFile.checkSize(path, name: file, limits)
    let isCrowded = try InputFile.withFile(path, file) { open in
      ZipTail.exceeds(limits.directoryBytes, fileSize: size) { ZipTail.bytes(of: open, at: $0, count: $1) }
    }
    guard !isCrowded else { throw ExchangeRefusal.tooManyEntries(file, nil, limits) }
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let source = zip_source_file_create(path, 0, -1, &failure) else { throw ZipReader.refusal(&failure, file) }
    try self.init(source: source, file: file, limits)
  }

  /// Opens a container held in memory, as an upload is. Throws `ExchangeRefusal`.
  public convenience init(bytes: [UInt8], name: String, limits: ExchangeLimits = ExchangeLimits()) throws {
    guard bytes.count <= limits.fileBytes else { throw ExchangeRefusal.fileTooLarge(name, limits) }
    let isCrowded = ZipTail.exceeds(limits.directoryBytes, fileSize: bytes.count) {
      Array(bytes.dropFirst($0).prefix($1))
    }
    guard !isCrowded else { throw ExchangeRefusal.tooManyEntries(name, nil, limits) }
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    let copy = malloc(max(1, bytes.count))
    bytes.withUnsafeBytes { if let from = $0.baseAddress { _ = copy.map { memcpy($0, from, bytes.count) } } }
    // libzip frees the copy together with the source.
    guard let copy, let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &failure) else {
      throw ZipReader.refusal(&failure, name)
    }
    try self.init(source: source, file: name, limits)
  }

  private init(source: OpaquePointer, file: String, _ limits: ExchangeLimits) throws {
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw ZipReader.refusal(&failure, file)
    }
    do {
      names = try ZipReader.checkedNames(archive, file, limits)
    } catch {
      zip_discard(archive)
      throw error
    }
    (self.archive, self.file, self.limits) = (archive, file, limits)
  }

  deinit { zip_discard(archive) }

  /// Whether there is a part of this name; letters' case does not count (OPC).
  public func contains(_ name: String) -> Bool { zip_name_locate(archive, name, ZIP_FL_NOCASE) >= 0 }

  /// The size the container states for a part; 0 where it is missing. Stated by the file, so not to be trusted.
  public func statedSize(_ name: String) -> Int {
    guard let stat = stat(name) else { return 0 }
    return Int(clamping: stat.size)
  }

  /// Inflates a part and hands it over in blocks; the block is valid during the call only. Throws `ExchangeRefusal`
  /// for a missing, locked, damaged or bomb-like part, and what `body` throws.
  public func read(_ name: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard let stat = stat(name) else { throw ExchangeRefusal.missingPart(file, name) }
    guard stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw ExchangeRefusal.encrypted(file) }
    guard stat.size <= UInt64(limits.partBytes) else { throw ExchangeRefusal.bomb(file, part: name) }
    guard let entry = zip_fopen_index(archive, stat.index, 0) else { throw ExchangeRefusal.damaged(file) }
    defer { zip_fclose(entry) }
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
    defer { block.deallocate() }
    var size = 0
    while true {
      let count = Int(zip_fread(entry, block.baseAddress, UInt64(block.count)))
      guard count >= 0 else { throw ExchangeRefusal.damaged(file) }
      if count == 0 { return }
      size += count
      inflated += count
      try check(size, compressed: Int(clamping: stat.comp_size), name)
      try body(UnsafeBufferPointer(rebasing: block[0..<count]))
    }
  }

  /// A whole part in memory, at most `limit` bytes. Throws `ExchangeRefusal`.
  public func bytes(_ name: String, limit: Int = 16 << 20) throws -> [UInt8] {
    var all: [UInt8] = []
    try read(name) { block in
      guard all.count + block.count <= limit else { throw ExchangeRefusal.bomb(file, part: name) }
      all.append(contentsOf: block)
    }
    return all
  }

  private func check(_ size: Int, compressed: Int, _ name: String) throws {
    let isAbsurd = size > limits.ratioFreeBytes && size / limits.ratio > compressed
    if isAbsurd || size > limits.partBytes || inflated > limits.totalBytes {
      throw ExchangeRefusal.bomb(file, part: name)
    }
  }

  private func stat(_ name: String) -> zip_stat_t? {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat(archive, name, ZIP_FL_NOCASE, &stat) == 0 else { return nil }
    return stat
  }

  private static func checkedNames(_ archive: OpaquePointer, _ file: String, _ limits: ExchangeLimits) throws
    -> [String]
  {
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.entries else { throw ExchangeRefusal.tooManyEntries(file, count, limits) }
    var names: [String] = []
    var seen: Set<String> = []
    for index in 0..<max(0, count) {
      guard let raw = zip_get_name(archive, UInt64(index), 0) else { throw ExchangeRefusal.damaged(file) }
      let name = String(cString: raw)
      guard isSafe(name), seen.insert(TurkishText.fold(name)).inserted else {
        throw ExchangeRefusal.unsafeName(file, name)
      }
      names.append(name)
    }
    return names
  }

  /// Relative, forward slashes, no step upwards, no drive letter, no control character.
  private static func isSafe(_ name: String) -> Bool {
    if name.isEmpty || name.utf8.contains(where: { $0 < 0x20 || $0 == 0x5C || $0 == 0x3A }) { return false }
    if name.utf8.first == 0x2F { return false }
    return !name.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }

  private static func refusal(_ failure: inout zip_error_t, _ file: String) -> ExchangeRefusal {
    switch zip_error_code_zip(&failure) {
    case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_NOENT: .unreadable(file)
    default: .damaged(file)
    }
  }
}
