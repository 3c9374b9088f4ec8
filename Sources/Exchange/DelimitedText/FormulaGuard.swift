/// Keeps spreadsheet programs from running a text of ours as a formula when they open a CSV file.
///
/// A text is dangerous where, after any number of apostrophes, it begins with `=`, `+`, `-`, `@`, tab, line break, or
/// one of the full-width forms ＝ ＋ － ＠. Writing puts one apostrophe in front of such a text; reading takes exactly one
/// away again from `'`-texts of that shape. Both together change nothing: `=A1` ↔ `'=A1`, `'=A1` ↔ `''=A1`, `'a` ↔ `'a`.
enum FormulaGuard {
  /// Whether a spreadsheet program might take the text for a formula.
  static func isDangerous(_ bytes: some Collection<UInt8>) -> Bool {
    let rest = bytes.drop { $0 == 0x27 }
    guard let first = rest.first else { return false }
    switch first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: return true
    case 0xEF: return isFullWidth(Array(rest.prefix(3)))
    default: return false
    }
  }

  /// Whether a field read from a CSV file carries one of our apostrophes.
  static func isGuarded(_ bytes: some Collection<UInt8>) -> Bool { bytes.first == 0x27 && isDangerous(bytes) }

  private static func isFullWidth(_ bytes: [UInt8]) -> Bool {
    bytes == [0xEF, 0xBC, 0x9D] || bytes == [0xEF, 0xBC, 0x8B] || bytes == [0xEF, 0xBC, 0x8D]
      || bytes == [0xEF, 0xBC, 0xA0]
  }
}
