/// The encodings a text table may come in.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first, with a byte-order mark.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first, with a byte-order mark.
  case utf16BigEndian = "UTF-16BE"
  /// Windows code page 1254, Turkish; taken where the bytes are not UTF-8.
  case windows1254 = "windows-1254"
}

/// Turns the bytes of a text file into UTF-8.
enum TextDecoding {
  /// The text as UTF-8 without byte-order mark, and what it was; `nil` where it is none of the accepted encodings.
  static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], encoding: TextEncoding)? {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return utf16(bytes, highFirst: false).map { ($0, .utf16LittleEndian) }
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes, highFirst: true).map { ($0, .utf16BigEndian) }
    }
    if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) != nil }) {
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return (hasMark ? Array(bytes[3...]) : bytes, .utf8)
    }
    return windows1254(bytes).map { ($0, .windows1254) }
  }

  private static func utf16(_ bytes: [UInt8], highFirst: Bool) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    let (high, low) = highFirst ? (0, 1) : (1, 0)
    var units = stride(from: 2, to: bytes.count, by: 2).lazy.map { at -> UInt16 in
      UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + low])
    }.makeIterator()
    var decoder = UTF16()
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .emptyInput: return out
      case .error: return nil
      }
    }
  }

  /// `nil` for bytes the code page does not define and for control characters no text has.
  private static func windows1254(_ bytes: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        guard let scalar = scalar(byte) else { return nil }
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return out
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80...0x9F:
      let value = upperControls[Int(byte - 0x80)]
      return value == 0 ? nil : Unicode.Scalar(value)
    case 0xD0: return "Ğ"
    case 0xDD: return "İ"
    case 0xDE: return "Ş"
    case 0xF0: return "ğ"
    case 0xFD: return "ı"
    case 0xFE: return "ş"
    default: return Unicode.Scalar(byte)
    }
  }

  /// 0x80–0x9F of the code page; 0 where undefined.
  private static let upperControls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0, 0x0178,
  ]
}
