import Glibc
import GuvenceCore

/// Reads data files: YAML in a strict profile. No anchors, aliases, tags, directives, duplicate keys or second
/// documents; block and flow collections; every scalar stays text until a `DataReader` types it.
public enum DataFile {
  /// The largest file read, in bytes.
  public static let maximumSize = 1 << 20
  /// The deepest nesting of collections.
  public static let maximumDepth = 64

  /// What came out of a file. The node may be there although there are errors: then the file must not be used, but
  /// reading on finds the rest of what is wrong.
  public typealias Result = (node: DataNode?, diagnostics: [Diagnostic])

  /// Parses `text`; `file` is the name shown in findings.
  public static func parse(_ text: String, file: String) -> Result {
    if text.utf8.count > maximumSize { return (nil, [tooLarge(file)]) }
    return DataParser.parse(DataSource(file: file, text: text))
  }

  /// Parses UTF-8 bytes; `file` is the name shown in findings.
  public static func parse(_ bytes: [UInt8], file: String) -> Result {
    if bytes.count > maximumSize { return (nil, [tooLarge(file)]) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return (nil, [notUTF8(bytes, file)]) }
    return parse(text, file: file)
  }

  /// Reads and parses the file at `path`; findings show `name`, or the path where it is `nil`.
  public static func load(path: String, name: String? = nil) -> Result {
    let file = name ?? path
    let handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return (nil, [unreadable(file, errno)]) }
    defer { close(handle) }
    var status = stat()
    guard fstat(handle, &status) == 0 else { return (nil, [unreadable(file, errno)]) }
    if status.st_size > maximumSize { return (nil, [tooLarge(file)]) }
    // One byte more than the size tells whether the file grew since; pipes and the like say 0 and are read to the limit.
    let capacity = (status.st_size > 0 ? Int(status.st_size) : maximumSize) + 1
    var count = 0
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while count < capacity {
        let got = read(handle, buffer.baseAddress.map { $0 + count }, capacity - count)
        if got > 0 { count += got }
        if got == 0 { break }
        if got < 0, errno != EINTR {
          failure = errno
          break
        }
      }
      filled = count
    }
    if failure != 0 { return (nil, [unreadable(file, failure)]) }
    if count == capacity, status.st_size > 0 { return (nil, [unreadable(file, EAGAIN)]) }
    return parse(bytes, file: file)
  }

  private static func tooLarge(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, at: .file(file), code: "file-too-large", message: "the file is larger than \(maximumSize) bytes",
      remedy: "split it into several files")
  }

  private static func unreadable(_ file: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .error, at: .file(file), code: "unreadable-file",
      message: "the file cannot be read: \(String(cString: strerror(code)))")
  }

  private static func notUTF8(_ bytes: [UInt8], _ file: String) -> Diagnostic {
    let text = String(decoding: bytes, as: UTF8.self)
    let scalars = text.unicodeScalars
    let before = scalars.firstIndex(of: "\u{FFFD}").map { text.utf8.distance(from: text.startIndex, to: $0) } ?? 0
    let source = DataSource(file: file, text: text)
    return source.finding(
      .error, at: source.mark(atByte: before), code: "not-utf8", message: "the file is not UTF-8 text",
      remedy: "save it as UTF-8")
  }
}
