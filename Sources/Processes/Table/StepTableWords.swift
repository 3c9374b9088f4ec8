import GuvenceCore

/// How cells that hold several things are written and taken apart: semicolons or line breaks between them, a backslash
/// takes the next character as it is.
enum StepTableWords {
  static let nextRow = ["sonraki", "next"]

  static func word<Value: Equatable>(
    _ value: Value, in list: [(value: Value, words: [String])], _ language: Language
  ) -> String {
    let words = list.first { $0.value == value }?.words ?? []
    return (language == .turkish ? words.first : words.last) ?? ""
  }

  static func kind(_ kind: Step.Kind, _ language: Language) -> String {
    word(kind, in: OutlineWords.kinds.map { ($0.kind, $0.words) }, language)
  }

  static func level(_ level: RiskPoint.Level, _ language: Language) -> String {
    word(level, in: OutlineWords.levels.map { ($0.level, $0.words) }, language)
  }

  static func control(_ kind: ControlPoint.Kind, _ language: Language) -> String {
    word(kind, in: OutlineWords.controls.map { ($0.kind, $0.words) }, language)
  }

  static func escape(_ text: String, _ marks: String) -> String {
    text.reduce(into: "") { out, character in
      if character == "\\" || marks.contains(character) { out.append("\\") }
      out.append(character.isNewline ? " " : character)
    }
  }

  /// The parts of a cell, each still with its backslashes.
  static func parts(_ cell: String) -> [String] {
    var (parts, part, isEscaped): ([String], String, Bool) = ([], "", false)
    for character in cell {
      if !isEscaped, character == ";" || character.isNewline {
        parts.append(part.trimmed)
        part = ""
      } else {
        part.append(character)
        isEscaped = !isEscaped && character == "\\"
      }
    }
    return (parts + [part.trimmed]).filter { !$0.isEmpty }
  }

  /// What stands before and after the first `mark` without a backslash; `nil` where there is none.
  static func halves(_ text: String, at mark: Character) -> (before: String, after: String)? {
    var isEscaped = false
    for index in text.indices {
      if !isEscaped, text[index] == mark {
        return (text[..<index].trimmed, text[text.index(after: index)...].trimmed)
      }
      isEscaped = !isEscaped && text[index] == "\\"
    }
    return nil
  }
}
