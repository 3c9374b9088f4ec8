/// What separates the fields of a record.
public enum Delimiter: UInt8, Sendable, CaseIterable {
  /// `;`, what Excel writes on a Turkish system.
  case semicolon = 0x3B
  /// `,`
  case comma = 0x2C
  /// Tab.
  case tab = 0x09

  /// The delimiter that cuts the first records most evenly; semicolon where none does. Also obeys Excel's `sep=;` line.
  static func detect(_ bytes: [UInt8]) -> (delimiter: Delimiter, start: Int) {
    if bytes.count >= 5, bytes.starts(with: Array("sep=".utf8)), let named = Delimiter(rawValue: bytes[4]) {
      let end = bytes.prefix(16).firstIndex(of: 0x0A).map { $0 + 1 }
      return (named, end ?? min(5, bytes.count))
    }
    var best: (delimiter: Delimiter, even: Int, fields: Int) = (.semicolon, 0, 0)
    for candidate in allCases {
      let counts = counts(of: candidate, in: bytes)
      guard let first = counts.first, first > 0 else { continue }
      let even = counts.count { $0 == first }
      if (even, first) > (best.even, best.fields) { best = (candidate, even, first) }
    }
    return (best.delimiter, 0)
  }

  /// How often the delimiter stands outside quotes in each of the first records.
  private static func counts(of delimiter: Delimiter, in bytes: [UInt8]) -> [Int] {
    var counts: [Int] = []
    var (count, isQuoted, length) = (0, false, 0)
    for byte in bytes.prefix(64 << 10) where counts.count < 20 {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A {
        if length > 0 { counts.append(count) }
        (count, length) = (0, 0)
      } else if byte != 0x0D {
        length += 1
        if byte == delimiter.rawValue { count += 1 }
      }
    }
    if length > 0, counts.isEmpty || bytes.count <= 64 << 10 { counts.append(count) }
    return counts
  }
}
