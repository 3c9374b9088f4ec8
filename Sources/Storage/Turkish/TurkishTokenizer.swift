import CSQLite
import GuvenceCore

/// The FTS5 tokenizer `turkce`: a token is a run of letters and digits in the folded form of `TurkishText`, so that
/// `IŞIK`, `Işık`, `ışık` and `isik` meet. Offsets given to FTS5 are those of the original text, as `highlight` needs.
enum TurkishTokenizer {
  /// Makes the tokenizer known to one connection.
  static func register(on database: OpaquePointer) throws {
    guard let api = guvence_fts5_api(database) else {
      throw StorageFault(code: SQLITE_ERROR, message: "this SQLite has no FTS5")
    }
    var tokenizer = fts5_tokenizer(
      xCreate: { _, _, _, out in
        // There is no state: any pointer that is not null will do.
        out?.pointee = OpaquePointer(bitPattern: 1)
        return SQLITE_OK
      },
      xDelete: { _ in },
      xTokenize: { _, context, _, text, count, emit in
        guard let emit, let text else { return SQLITE_OK }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        return TurkishTokenizer.walk(bytes) { token, range in
          token.withMemoryRebound(to: CChar.self) {
            emit(context, 0, $0.baseAddress, Int32($0.count), Int32(range.lowerBound), Int32(range.upperBound))
          }
        }
      })
    let code = api.pointee.xCreateTokenizer(api, "turkce", nil, &tokenizer, nil)
    guard code == SQLITE_OK else { throw fault(database, code, "turkce") }
  }

  /// The folded tokens of a text, for building a search expression.
  static func tokens(of text: String) -> [String] {
    var found: [String] = []
    var text = text
    text.withUTF8 { bytes in
      _ = walk(UnsafeRawBufferPointer(bytes)) { token, _ in
        found.append(String(decoding: token, as: UTF8.self))
        return SQLITE_OK
      }
    }
    return found
  }

  /// Hands every token and its place in bytes to `emit` until that returns something else than SQLITE_OK.
  static func walk(
    _ bytes: UnsafeRawBufferPointer, _ emit: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Int32
  ) -> Int32 {
    var token: [UInt8] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      let (scalar, next) = decode(bytes, position)
      if isWordPart(scalar, inside: !token.isEmpty) {
        if token.isEmpty { start = position }
        TurkishText.appendFolded(scalar, to: &token)
      } else if !token.isEmpty {
        let code = token.withUnsafeBufferPointer { emit($0, start..<position) }
        if code != SQLITE_OK { return code }
        token.removeAll(keepingCapacity: true)
      }
      position = next
    }
    if token.isEmpty { return SQLITE_OK }
    return token.withUnsafeBufferPointer { emit($0, start..<bytes.count) }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar, inside: Bool) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      return (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value) || (0x30...0x39).contains(value)
    }
    if (0xC0...0x24F).contains(value) { return value != 0xD7 && value != 0xF7 }  // Latin letters, × and ÷ among them
    if (0x300...0x36F).contains(value) { return inside }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func decode(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), at + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, at + length <= bytes.count else { return ("\u{FFFD}", at + 1) }
    var value = first & (0xFF >> (UInt32(length) + 1))
    for k in 1..<length { value = value << 6 | UInt32(bytes[at + k]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", at + length)
  }
}
