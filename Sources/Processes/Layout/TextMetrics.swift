/// Widths of text in DejaVu Sans, so that boxes know their size before anything is drawn. Advance widths are in
/// thousandths of the font size, taken from the font's own table; all results are whole units.
public enum TextMetrics {
  /// Width of `text` in thousandths of the font size.
  public static func thousandths(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + advance($1) }
  }

  /// Width of `text` at `size`, rounded up.
  public static func width(_ text: String, size: Int) -> Int { (thousandths(text) * size + 999) / 1000 }

  /// Width of `text` in bold, rounded up: the bold face is at most a seventh wider than the plain one.
  public static func boldWidth(_ text: String, size: Int) -> Int { (thousandths(text) * size * 8 / 7 + 999) / 1000 }

  /// `text` in lines no wider than `width` in bold.
  static func wrapBold(_ text: String, width: Int, size: Int) -> [String] {
    wrap(text, width: width * 7 / 8, size: size)
  }

  /// `text` in lines no wider than `width` at `size`; words too long for a line are cut. Lines after `limit` are
  /// dropped and the last one ends in `…`.
  public static func wrap(_ text: String, width: Int, size: Int, limit: Int = 8) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace).flatMap({ pieces(String($0), width: width, size: size) }) {
      let longer = line.isEmpty ? word : line + " " + word
      if line.isEmpty || self.width(longer, size: size) <= width {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > limit {
      lines = Array(lines.prefix(limit))
      lines[limit - 1] = shortened(lines[limit - 1] + "…", width: width, size: size)
    }
    return lines
  }

  private static func shortened(_ text: String, width: Int, size: Int) -> String {
    var text = text
    while text.count > 2, self.width(text, size: size) > width { text = String(text.dropLast(2)) + "…" }
    return text
  }

  /// A word that fits a line as it is, a longer one cut after a hyphen or a slash, or else anywhere.
  private static func pieces(_ word: String, width: Int, size: Int) -> [String] {
    guard self.width(word, size: size) > width else { return [word] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if !piece.isEmpty, self.width(piece + String(character), size: size) > width {
        let cut = piece.lastIndex { $0 == "/" || $0 == "-" }.map(piece.index(after:))
        let head = cut.map { String(piece[..<$0]) } ?? piece
        pieces.append(head)
        piece = String(piece[head.endIndex...])
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if value >= 0x20, value - 0x20 < latin.count { return latin[value - 0x20] }
    if let width = others[scalar.value] { return width }
    return value >= 0x300 && value < 0x370 ? 0 : 838
  }

  private static let others: [UInt32: Int] = [
    0x2013: 500, 0x2014: 1000, 0x2018: 318, 0x2019: 318, 0x201C: 518, 0x201D: 518, 0x2022: 590, 0x2026: 1000,
    0x20AC: 636, 0x20BA: 636, 0x25A0: 945, 0x25B2: 769, 0x25C6: 769, 0x25CB: 873, 0x25CF: 873,
  ]

  /// U+0020 to U+017F.
  private static let latin: [Int] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    318, 401, 636, 636, 636, 636, 337, 500, 500, 1000, 471, 612, 838, 361, 1000, 500,
    500, 838, 401, 401, 500, 636, 636, 318, 500, 401, 471, 612, 969, 969, 969, 531,
    684, 684, 684, 684, 684, 684, 974, 698, 632, 632, 632, 632, 295, 295, 295, 295,
    775, 748, 787, 787, 787, 787, 787, 838, 787, 732, 732, 732, 732, 611, 605, 630,
    613, 613, 613, 613, 613, 613, 982, 550, 615, 615, 615, 615, 278, 278, 278, 278,
    612, 634, 612, 612, 612, 612, 612, 838, 612, 634, 634, 634, 634, 592, 635, 592,
    684, 613, 684, 613, 684, 613, 698, 550, 698, 550, 698, 550, 698, 550, 770, 635,
    775, 635, 632, 615, 632, 615, 632, 615, 632, 615, 632, 615, 775, 635, 775, 635,
    775, 635, 775, 635, 752, 634, 916, 695, 295, 278, 295, 278, 295, 278, 295, 278,
    295, 278, 590, 556, 295, 278, 656, 579, 579, 557, 278, 557, 278, 557, 375, 557,
    342, 562, 284, 748, 634, 748, 634, 748, 634, 813, 748, 634, 787, 612, 787, 612,
    787, 612, 1070, 1023, 695, 411, 695, 411, 695, 411, 635, 521, 635, 521, 635, 521,
    635, 521, 611, 392, 611, 392, 611, 392, 732, 634, 732, 634, 732, 634, 732, 634,
    732, 634, 732, 634, 989, 818, 611, 592, 611, 685, 525, 685, 525, 685, 525, 352,
  ]
}
