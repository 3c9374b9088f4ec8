import Glibc
import GuvenceCore

/// Reading a file of the outside world, its size checked first.
enum InputFile {
  /// The whole file. Throws `ExchangeRefusal`.
  static func bytes(_ path: String, name: String, _ limits: ExchangeLimits) throws -> [UInt8] {
    let size = try checkSize(path, name: name, limits)
    return try withFile(path, name) { file in
      try [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
        count = fread(buffer.baseAddress, 1, size, file)
        if ferror(file) != 0 { throw ExchangeRefusal.unreadable(name) }
      }
    }
  }

  /// The first `count` bytes. Throws `ExchangeRefusal`.
  static func prefix(_ path: String, name: String, count: Int) throws -> [UInt8] {
    try withFile(path, name) { file in
      [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
        read = fread(buffer.baseAddress, 1, count, file)
      }
    }
  }

  /// The file's size. Throws `ExchangeRefusal` where it is too large, no regular file, or cannot be read.
  @discardableResult
  static func checkSize(_ path: String, name: String, _ limits: ExchangeLimits) throws -> Int {
    var status = stat()
    // A pipe or device has no size and could deliver bytes for ever.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw ExchangeRefusal.unreadable(name) }
    guard status.st_size <= limits.fileBytes else { throw ExchangeRefusal.fileTooLarge(name, limits) }
    return Int(status.st_size)
  }

  /// The file opened for reading, for the duration of `body`. Throws `ExchangeRefusal`, and what `body` throws.
  static func withFile<Result>(
    _ path: String, _ name: String, _ body: (UnsafeMutablePointer<FILE>) throws -> Result
  ) throws -> Result {
    guard let file = fopen(path, "rb") else { throw ExchangeRefusal.unreadable(name) }
    defer { fclose(file) }
    return try body(file)
  }
}
