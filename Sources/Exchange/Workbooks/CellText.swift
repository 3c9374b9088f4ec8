/// Texts on their way into a workbook.
enum CellText {
  /// The text as a workbook stores it: without control characters and what else XML cannot hold, and with `_x0041_`
  /// written as `_x005F_x0041_`, which a reader would otherwise take for an escaped character.
  static func storable(_ text: String) -> String {
    var text = text
    guard text.withUTF8(needsWork) else { return text }
    var bytes = Array(text.utf8)
    _ = TextCleaning.clean(&bytes, from: 0, unescaping: false)
    return String(decoding: escaped(bytes), as: UTF8.self)
  }

  private static func needsWork(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte < 0x20, byte != 0x0A, byte != 0x09 { return true }
      if byte == 0x78, previous == 0x5F { return true }
      // U+FFFE and U+FFFF, among others.
      if byte == 0xBF, previous == 0xEF { return true }
      previous = byte
    }
    return false
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for (at, byte) in bytes.enumerated() {
      out.append(byte)
      if byte == 0x5F, looksEscaped(bytes[at...].prefix(7)) { out.append(contentsOf: Array("x005F_".utf8)) }
    }
    return out
  }

  /// `_xHHHH_`.
  private static func looksEscaped(_ bytes: ArraySlice<UInt8>) -> Bool {
    let all = Array(bytes)
    return all.count == 7 && all[1] == 0x78 && all[6] == 0x5F
      && all[2...5].allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF) }
  }
}
