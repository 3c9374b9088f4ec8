import GuvenceCore
import GuvenceReporting

/// How answers are printed.
extension Invocation {
  /// Characters a line may have.
  var width: Int { console.width }

  /// Prints text, one or more lines. Control characters of entered text become blanks, so that it cannot steer the
  /// terminal.
  func say(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      console.out(TextLine.clean(String(line)))
    }
  }

  /// Prints text in the language of the call.
  func say(_ text: Localized) { say(text(language)) }

  /// Prints JSON as it is: its writer has escaped what must be.
  func answer(_ json: JSON) { console.out(json.text) }

  /// Prints aligned columns within the width; long cells wrap.
  func say(_ titles: [Localized], _ rows: [[String]], numbers: Set<Int> = []) {
    let alignments = titles.indices.map { numbers.contains($0) ? Table.Alignment.end : .start }
    let table = TextTable(
      titles: titles.map { $0(language) }, alignments: alignments, rows: rows.map { $0.map(TextLine.clean) },
      width: width)
    for line in table.lines { console.out(line) }
  }
}

/// `text` cut to `width` characters, with an ellipsis where something is missing.
func shortened(_ text: String, to width: Int) -> String {
  text.count <= width ? text : text.prefix(width - 1) + "…"
}

/// `head` and then `text` in lines of at most `width` characters, the second and later ones set in by `indent` blanks.
func hanging(_ head: String, _ text: String, _ width: Int, indent: Int) -> [String] {
  let lines = TextLine.wrapped(text, width - max(indent, head.count))
  return lines.enumerated().map { index, line in (index == 0 ? head : String(repeating: " ", count: indent)) + line }
}
