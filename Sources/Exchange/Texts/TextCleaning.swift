/// Makes text from outside safe to keep: drops NUL and other control characters, marks that reverse the reading
/// direction (U+202A–202E, U+2066–2069), byte-order marks and non-characters; line ends become `\n`.
public enum TextCleaning {
  /// Cleans the UTF-8 bytes from `start` to the end in place. `unescaping` also resolves `_x000D_` as workbooks write
  /// it. Returns whether a character was lost (a carriage return does not count).
  static func clean(_ bytes: inout [UInt8], from start: Int, unescaping: Bool) -> Bool {
    guard start < bytes.count else { return false }
    let needed = bytes.withUnsafeBufferPointer { needsCleaning($0, from: start, unescaping: unescaping) }
    guard needed else { return false }
    var lost = false
    let end = bytes.withUnsafeMutableBufferPointer { buffer in
      var pass = Pass(buffer: buffer, write: start, lost: false)
      if unescaping { pass.unescape(from: start) }
      pass.filter(from: start, to: unescaping ? pass.write : buffer.count)
      lost = pass.lost
      return pass.write
    }
    bytes.removeSubrange(end...)
    return lost
  }

  /// A cleaned copy of `text`.
  public static func clean(_ text: String) -> String {
    var bytes = Array(text.utf8)
    _ = clean(&bytes, from: 0, unescaping: false)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func needsCleaning(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, unescaping: Bool) -> Bool {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x20 {
        if byte != 0x09 && byte != 0x0A { return true }
      } else if byte >= 0x7F {
        if byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF { return true }
      } else if byte == 0x5F, unescaping {
        return true
      }
      at += 1
    }
    return false
  }

  private struct Pass {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var write: Int
    var lost: Bool

    mutating func filter(from start: Int, to end: Int) {
      var at = start
      write = start
      while at < end {
        let length = unwanted(at, end)
        if length > 0 {
          if buffer[at] == 0x0D {
            if at + 1 == end || buffer[at + 1] != 0x0A { put(0x0A) }
          } else {
            lost = true
          }
          at += length
        } else {
          put(buffer[at])
          at += 1
        }
      }
    }

    mutating func unescape(from start: Int) {
      var at = start
      while at < buffer.count {
        if buffer[at] == 0x5F, let scalar = escaped(at) {
          for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { put(byte) }
          at += 7
        } else {
          put(buffer[at])
          at += 1
        }
      }
    }

    private mutating func put(_ byte: UInt8) {
      buffer[write] = byte
      write += 1
    }

    /// `_xHHHH_` at `at`; `nil` for half of a surrogate pair.
    private func escaped(_ at: Int) -> Unicode.Scalar? {
      guard at + 6 < buffer.count, buffer[at + 1] == 0x78, buffer[at + 6] == 0x5F else { return nil }
      var value: UInt32 = 0
      for index in (at + 2)..<(at + 6) {
        guard let digit = hexadecimal(buffer[index]) else { return nil }
        value = value << 4 | digit
      }
      return Unicode.Scalar(value)
    }

    private func hexadecimal(_ byte: UInt8) -> UInt32? {
      switch byte {
      case 0x30...0x39: UInt32(byte - 0x30)
      case 0x41...0x46: UInt32(byte - 0x37)
      case 0x61...0x66: UInt32(byte - 0x57)
      default: nil
      }
    }

    /// Bytes of an unwanted character at `at`; 0 where the character stays.
    private func unwanted(_ at: Int, _ end: Int) -> Int {
      let byte = buffer[at]
      if byte < 0x20 { return byte == 0x09 || byte == 0x0A ? 0 : 1 }
      if byte == 0x7F { return 1 }
      if byte == 0xC2, at + 1 < end, buffer[at + 1] < 0xA0 { return 2 }
      guard byte == 0xE2 || byte == 0xEF, at + 2 < end else { return 0 }
      let (second, third) = (buffer[at + 1], buffer[at + 2])
      let isReversing =
        byte == 0xE2
        && (second == 0x80 && (0xAA...0xAE).contains(third)
          || second == 0x81 && (0xA6...0xA9).contains(third))
      let isMark = byte == 0xEF && (second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE)
      return isReversing || isMark ? 3 : 0
    }
  }
}
