/// Addresses as mail can carry them without any encoding: `ad.soyad@kurum.bel.tr`.
public enum EmailAddress {
  /// Whether `text` is a plain address: letters, digits and the usual signs of ASCII before one `@`, then a host name
  /// of at least two parts; at most 254 bytes. Quoted local parts and addresses in brackets are not taken.
  public static func isValid(_ text: String) -> Bool {
    let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard text.utf8.count <= 254, halves.count == 2, (1...64).contains(halves[0].count) else { return false }
    let words = halves[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let labels = halves[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.allSatisfy { !$0.isEmpty && $0.allSatisfy { isPlain($0) || "!#$%&'*+/=?^_`{|}~-".utf8.contains($0) } }
      && labels.count >= 2
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") }
          && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
      }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
