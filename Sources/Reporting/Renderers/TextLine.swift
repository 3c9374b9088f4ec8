/// Text laid out in a fixed number of characters, for terminals.
public enum TextLine {
  /// `text` filled with blanks up to `width`; longer text stays whole.
  public static func fitted(_ text: String, _ width: Int, _ alignment: Table.Alignment) -> String {
    let gap = max(0, width - text.count)
    switch alignment {
    case .start: return text + String(repeating: " ", count: gap)
    case .end: return String(repeating: " ", count: gap) + text
    case .center: return String(repeating: " ", count: gap / 2) + text + String(repeating: " ", count: gap - gap / 2)
    }
  }

  /// Lines of at most `width` characters, broken at blanks, and within a word only where the word alone is longer.
  public static func wrapped(_ text: String, _ width: Int) -> [String] {
    if text.count <= width { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = String(word)
      while line.count > width {
        lines.append(String(line.prefix(width)))
        line = String(line.dropFirst(width))
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// `text` with control characters, line breaks and marks that turn the writing direction as blanks.
  public static func clean(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(steers(scalar) ? " " : scalar) }
    return String(out)
  }

  static func trimmedEnd(_ text: String) -> String {
    var view = text[...]
    while view.last == " " { view.removeLast() }
    return String(view)
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
