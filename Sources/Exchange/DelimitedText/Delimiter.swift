/// What separates the fields of a record.
public enum Delimiter: UInt8, Sendable, CaseIterable {
  /// `;`, what Excel writes on a Turkish system.
  case semicolon = 0x3B
  /// `,`
  case comma = 0x2C
  /// Tab.
  case tab = 0x09

  /// What `detect` finds.
  struct Finding {
    let delimiter: Delimiter
    /// Fields that most of the first records have.
    let fields: Int
    /// Where the records begin, behind Excel's `sep=;` line.
    let start: Int
  }

  /// The delimiter that cuts the most of the first records evenly, `;` before tab before `,`; obeys a `sep=;` line.
  static func detect(_ bytes: [UInt8]) -> Finding {
    if bytes.count >= 5, bytes.starts(with: Array("sep=".utf8)), let named = Delimiter(rawValue: bytes[4]) {
      let end = bytes.prefix(16).firstIndex(of: 0x0A).map { $0 + 1 } ?? 5
      return Finding(delimiter: named, fields: 0, start: end)
    }
    var best = (delimiter: Delimiter.semicolon, records: 0, fields: 0)
    for candidate in [Delimiter.semicolon, .tab, .comma] {
      let records = Dictionary(counts(of: candidate, in: bytes).map { ($0, 1) }, uniquingKeysWith: +)
      for (count, number) in records where count > 0 {
        let isMore =
          number > best.records || number == best.records && candidate == best.delimiter && count >= best.fields
        if isMore { best = (candidate, number, count + 1) }
      }
    }
    return Finding(delimiter: best.delimiter, fields: best.fields, start: 0)
  }

  /// How often the delimiter stands outside quotes in each of the first records.
  private static func counts(of delimiter: Delimiter, in bytes: [UInt8]) -> [Int] {
    var counts: [Int] = []
    var (count, isQuoted, length) = (0, false, 0)
    for byte in bytes.prefix(64 << 10) where counts.count < 20 {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if length > 0 { counts.append(count) }
        (count, length) = (0, 0)
      } else {
        length += 1
        if byte == delimiter.rawValue { count += 1 }
      }
    }
    if length > 0, counts.isEmpty || bytes.count <= 64 << 10 { counts.append(count) }
    return counts
  }
}
