import Glibc

/// Collects the bytes of a long part in a temporary file, through one buffer of its own.
final class ByteSpool {
  private var file: UnsafeMutablePointer<FILE>?
  private let buffer: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var hasFailed = false
  private static let capacity = 256 << 10

  init() {
    file = tmpfile()
    buffer = .allocate(capacity: ByteSpool.capacity)
  }

  deinit {
    if let file { fclose(file) }
    buffer.deallocate()
  }

  /// The temporary file, rewound, for the taker to close; `nil` where writing failed.
  func takeFile() -> UnsafeMutablePointer<FILE>? {
    flush()
    guard !hasFailed, let file, fflush(file) == 0 else { return nil }
    rewind(file)
    self.file = nil
    return file
  }

  @inline(__always)
  func putByte(_ byte: UInt8) {
    if count == ByteSpool.capacity { flush() }
    buffer[count] = byte
    count += 1
  }

  @inline(__always)
  func putLiteral(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress else { return }
    var (at, rest) = (from, bytes.count)
    while rest > 0 {
      if count == ByteSpool.capacity { flush() }
      let piece = min(rest, ByteSpool.capacity - count)
      (buffer + count).update(from: at, count: piece)
      (count, at, rest) = (count + piece, at + piece, rest - piece)
    }
  }

  func put(_ text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  /// A whole number in decimal.
  func put(_ number: Int) {
    guard number < 0 || number >= 10 else { return putByte(UInt8(0x30 + number)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, at) = (number.magnitude, 20)
      repeat {
        at -= 1
        digits[at] = UInt8(0x30 + rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 { putByte(0x2D) }
      put(UnsafeBufferPointer(rebasing: digits[at...]))
    }
  }

  /// Text between tags or in an attribute.
  func putEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for at in 0..<bytes.count where bytes[at] < 0x40 {
      guard let entity = XMLEscape.entity(bytes[at]) else { continue }
      put(UnsafeBufferPointer(rebasing: bytes[start..<at]))
      putLiteral(entity)
      start = at + 1
    }
    put(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private func flush() {
    if let file, fwrite(buffer, 1, count, file) == count {
      count = 0
    } else {
      (hasFailed, count) = (true, 0)
    }
  }
}

/// The one place where text becomes XML.
enum XMLEscape {
  @inline(__always)
  static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    default: nil
    }
  }

  /// `text` for use between tags or in an attribute, control characters dropped.
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in TextCleaning.clean(text).utf8 {
      if let entity = entity(byte) {
        out.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
