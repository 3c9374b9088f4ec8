import Glibc

/// The stated size of a ZIP file's central directory, looked at before libzip reads that directory into memory: a file
/// of 50 MiB can name a million entries. Everything else about the container is libzip's business.
enum ZipTail {
  /// Whether any end record in the tail of the file states a directory of more than `limit` bytes. `read` gives `count`
  /// bytes at an offset, fewer at the end of the file.
  static func exceeds(_ limit: Int, fileSize: Int, _ read: (_ offset: Int, _ count: Int) -> [UInt8]) -> Bool {
    // An end record is followed by a comment of at most 65,535 bytes; a wide one stands just before it.
    let tailSize = min(fileSize, 65_535 + 22 + 76)
    let tail = read(fileSize - tailSize, tailSize)
    for at in tail.indices where at + 20 <= tail.count && tail[at] == 0x50 && tail[at + 1] == 0x4B {
      switch (tail[at + 2], tail[at + 3]) {
      case (5, 6):
        let size = number(tail, at + 12, bytes: 4)
        if size > limit, size != 0xFFFF_FFFF { return true }
      case (6, 7):
        let record = read(min(number(tail, at + 8, bytes: 8), fileSize), 56)
        if record.count == 56, number(record, 40, bytes: 8) > limit { return true }
      default: break
      }
    }
    return false
  }

  /// Bytes of a file that is open already.
  static func bytes(of file: UnsafeMutablePointer<FILE>, at offset: Int, count: Int) -> [UInt8] {
    guard fseek(file, offset, SEEK_SET) == 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      read = fread(buffer.baseAddress, 1, count, file)
    }
  }

  /// A number stored low byte first; the largest `Int` where it is larger.
  private static func number(_ bytes: [UInt8], _ at: Int, bytes count: Int) -> Int {
    var value: UInt64 = 0
    for index in (at..<at + count).reversed() { value = value << 8 | UInt64(bytes[index]) }
    return Int(clamping: value)
  }
}
