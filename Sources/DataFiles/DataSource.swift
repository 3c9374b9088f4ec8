import GuvenceCore

/// The text of one data file, kept so that findings can show the line they speak of.
public final class DataSource: Sendable {
  /// The path as it is to be shown.
  public let file: String
  /// The whole text.
  public let text: String

  /// A text shown under the name `file`.
  public init(file: String, text: String) { (self.file, self.text) = (file, text) }

  /// Line `number` (from 1) without its line end; empty where there is none.
  public func line(_ number: Int) -> String {
    var (current, start) = (1, text.utf8.startIndex)
    while current < number {
      guard let end = text.utf8[start...].firstIndex(of: 0x0A) else { return "" }
      start = text.utf8.index(after: end)
      current += 1
    }
    let end = text.utf8[start...].firstIndex(of: 0x0A) ?? text.utf8.endIndex
    let line = text.utf8[start..<end]
    return String(Substring(line.last == 0x0D ? line.dropLast() : line))
  }

  /// A finding at `mark`, with the source line as excerpt.
  public func finding(
    _ severity: Diagnostic.Severity, at mark: Mark, code: String, message: String, remedy: String = ""
  ) -> Diagnostic {
    Diagnostic(
      severity, at: .text(file: file, line: mark.line, column: mark.column), code: code, message: message,
      remedy: remedy, excerpt: line(mark.line))
  }

  /// The mark of the byte at `offset`.
  func mark(atByte offset: Int) -> Mark {
    var (line, column) = (1, 1)
    for byte in text.utf8.prefix(offset) {
      if byte == 0x0A {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Mark(line: line, column: column)
  }
}
