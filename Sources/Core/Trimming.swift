extension StringProtocol {
  /// Without white space at both ends.
  public var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}

extension String {
  /// One blank for each stretch of white space, none at both ends. Takes time that grows with the length only, so that
  /// names of any size may come.
  public var collapsed: String {
    var text = self
    let bytes = text.withUTF8 { bytes in
      var (out, at, isApart): ([UInt8], Int, Bool) = ([], 0, false)
      out.reserveCapacity(bytes.count)
      while at < bytes.count {
        let length = Self.space(bytes, at)
        if length > 0 {
          (at, isApart) = (at + length, true)
        } else {
          let mark = isApart && bytes[at] >= 0xCC ? Self.mark(bytes, at) : 0
          if mark == 0 {
            if isApart, !out.isEmpty { out.append(0x20) }
            isApart = false
            out.append(bytes[at])
          }
          at += Swift.max(1, mark)
        }
      }
      return out
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Bytes of the white space of Unicode at `at`; 0 where another character is.
  private static func space(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : 0 }
    if first == 0xC2 { return bytes[at + 1] == 0x85 || bytes[at + 1] == 0xA0 ? 2 : 0 }
    guard (0xE1...0xE3).contains(first) else { return 0 }
    switch (first, bytes[at + 1], bytes[at + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  /// Bytes of the mark at `at` that would stand on the blank before it; 0 where another character is.
  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let length = bytes[at] < 0xE0 ? 2 : 3
    guard bytes[at] < 0xF0 else { return 0 }
    let value = (1..<length).reduce(UInt32(bytes[at]) & (0xFF >> UInt32(length + 1))) {
      $0 << 6 | UInt32(bytes[at + $1] & 0x3F)
    }
    switch value {
    case 0x300...0x36F, 0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F: return length
    default: return 0
    }
  }

  /// As much of the text on one line as a message shows: `most` characters, the last one «…» where something is cut off.
  public func shortened(to most: Int = 120) -> String {
    // A few marks may belong to one character, and white space goes.
    let text = String(String.UnicodeScalarView(unicodeScalars.prefix(8 * most))).collapsed
    return text.count > most ? text.prefix(most - 1) + "…" : text
  }
}
