/// Turkish letters done right: case, folding for search, and alphabetical order.
///
/// Swift's own `lowercased()` turns `I` into `i` and `İ` into two scalars; nothing in this program calls it on text.
public enum TurkishText {
  /// Small letters by the Turkish alphabet: `I` → `ı`, `İ` → `i`.
  public static func lowercase(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "I": out.append("ı")
      case "İ": out.append("i")
      case "\u{307}" where out.last == "i" || out.last == "ı":  // I + combining dot, as typed on some keyboards
        out.removeLast()
        out.append("i")
      default: out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(out)
  }

  /// Capital letters by the Turkish alphabet: `i` → `İ`, `ı` → `I`.
  public static func uppercase(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "i": out.append("İ")
      case "ı": out.append("I")
      default: out.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
      }
    }
    return String(out)
  }

  /// First letter capital, the rest as it is.
  public static func capitalizeFirst(_ text: String) -> String {
    guard let first = text.first else { return text }
    return uppercase(String(first)) + text.dropFirst()
  }

  /// The form used for search and for matching names: small letters, Turkish and circumflexed letters reduced to their
  /// ASCII base (ı, İ, î → i; ş → s; ğ → g; ç → c; ö → o; ü, û → u; â → a), combining marks dropped.
  /// `fold("IŞIK") == fold("ışık") == "isik"`.
  public static func fold(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { appendFolded(scalar, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the folded form of one scalar as UTF-8; nothing for combining marks.
  public static func appendFolded(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      out.append((0x41...0x5A).contains(value) ? UInt8(value) + 0x20 : UInt8(value))
      return
    }
    if let base = foldedBase(value) {
      out.append(base)
    } else if !(0x300...0x36F).contains(value) {
      out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// The ASCII letter a Turkish, circumflexed or accented Latin letter folds to.
  private static func foldedBase(_ value: UInt32) -> UInt8? {
    switch value {
    case 0x130, 0x131, 0xCC...0xCF, 0xEC...0xEF: 0x69  // İ ı Ì-Ï ì-ï → i
    case 0x15E, 0x15F, 0x160, 0x161, 0x218, 0x219: 0x73  // Ş ş Š š Ș ș → s
    case 0x11E, 0x11F: 0x67  // Ğ ğ → g
    case 0xC7, 0xE7: 0x63  // Ç ç → c
    case 0xD2...0xD6, 0xF2...0xF6: 0x6F  // Ò-Ö ò-ö → o
    case 0xD9...0xDC, 0xF9...0xFC: 0x75  // Ù-Ü ù-ü → u
    case 0xC0...0xC5, 0xE0...0xE5: 0x61  // À-Å à-å → a
    case 0xC8...0xCB, 0xE8...0xEB: 0x65  // È-Ë è-ë → e
    case 0xD1, 0xF1: 0x6E  // Ñ ñ → n
    default: nil
    }
  }

  /// Alphabetical order: a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z; digits before letters, case and
  /// circumflex decide only between otherwise equal texts. Negative, zero or positive like `strcmp`.
  public static func compare(_ left: String, _ right: String) -> Int {
    var (left, right) = (left, right)
    return left.withUTF8 { a in right.withUTF8 { b in compare(a, b) } }
  }

  /// Whether `left` comes before `right` in the Turkish alphabet; for `sorted(by:)`.
  public static func precedes(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }

  /// `compare` on UTF-8 bytes, as SQLite hands them to a collation.
  public static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    var (i, j, tie) = (0, 0, 0)
    while i < left.count, j < right.count {
      let (a, nextI) = scalar(left, i)
      let (b, nextJ) = scalar(right, j)
      (i, j) = (nextI, nextJ)
      if a == b { continue }
      let (ka, kb) = (weight(a), weight(b))
      if ka != kb { return ka < kb ? -1 : 1 }
      if tie == 0 { tie = a < b ? -1 : 1 }
    }
    if i < left.count { return 1 }
    if j < right.count { return -1 }
    return tie
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, at + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard at + length <= bytes.count else { return (first, at + 1) }
    var value = first & (0xFF >> (UInt32(length) + 1))
    for k in 1..<length { value = value << 6 | UInt32(bytes[at + k]) & 0x3F }
    return (value, at + length)
  }

  /// Order of a scalar: punctuation, then digits, then letters with gaps of four for ç ğ ı ö ş ü, then everything else.
  private static func weight(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x30...0x39: return 0x100 + value
    case 0x49: return letter(0x69) - 2  // I is the capital of ı
    case 0x41...0x5A: return letter(value + 0x20)
    case 0x61...0x7A: return letter(value)
    case 0..<0x80: return value
    case 0xE7, 0xC7: return letter(0x63) + 2
    case 0x11F, 0x11E: return letter(0x67) + 2
    case 0x131: return letter(0x69) - 2
    case 0x130: return letter(0x69)
    case 0xF6, 0xD6: return letter(0x6F) + 2
    case 0x15F, 0x15E: return letter(0x73) + 2
    case 0xFC, 0xDC: return letter(0x75) + 2
    default: return foldedBase(value).map { letter(UInt32($0)) } ?? (0x10000 + value)
    }
  }

  private static func letter(_ small: UInt32) -> UInt32 { 0x200 + (small - 0x61) * 4 }
}
