/// Percent-encoding of address parts (RFC 3986): only unreserved ASCII stays as it is, so Turkish letters, slashes and
/// question marks in a reference number survive the way there and back.
enum PercentCode {
  /// `text` as one segment of a path or one part of a query.
  static func encode(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      if bytes.allSatisfy(isUnreserved) { return String(decoding: bytes, as: UTF8.self) }
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count + 16)
      for byte in bytes {
        if isUnreserved(byte) {
          out.append(byte)
        } else {
          out += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
        }
      }
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// The text behind an encoded part; `nil` where a sign of it is no code, or where the bytes are not UTF-8 or hold NUL.
  /// A `+` stands for a space only where `plusIsSpace`.
  static func decode(_ part: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    var out: [UInt8] = []
    var bytes = part.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = bytes.next().flatMap(value), let low = bytes.next().flatMap(value) else { return nil }
        guard high << 4 | low != 0 else { return nil }
        out.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: out.append(0x20)
      default: out.append(byte)
      }
    }
    return String(validating: out, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
