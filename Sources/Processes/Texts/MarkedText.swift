import GuvenceCore

/// Texts with marks in them, as outlines have: a backslash takes the next character as it is.
enum MarkedText {
  /// The name before the first mark, and what follows each mark: `@role {K} [a; b] <system> ~2 day #3`.
  static func fields(_ text: String) -> (name: String, fields: [(mark: Character, value: String)]) {
    var name = ""
    var fields: [(mark: Character, value: String)] = []
    var open: (mark: Character, close: Character?)?
    var value = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        value += open?.mark == "[" ? ["\\", character] : [character]
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if let current = open, let close = current.close {
        if character == close {
          fields.append((current.mark, value.trimmed))
          (open, value) = ((" ", nil), "")
        } else {
          value.append(character)
        }
      } else if let close = closing[character] {
        if let open, open.mark != " " {
          fields.append((open.mark, value.trimmed))
        } else if open == nil {
          name = value.trimmed
        }
        (open, value) = ((character, close), "")
      } else {
        value.append(character)
      }
    }
    if let open { if open.mark != " " { fields.append((open.mark, value.trimmed)) } } else { name = value.trimmed }
    return (name, fields)
  }

  private static let closing: [Character: Character?] = ["@": nil, "#": nil, "~": nil, "{": "}", "[": "]", "<": ">"]

  /// The parts between separators.
  static func split(_ text: String, at separator: Character, keepsEmpty: Bool = false) -> [String] {
    var (parts, part, isEscaped): ([String], String, Bool) = ([], "", false)
    for character in text {
      if isEscaped {
        part.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == separator {
        parts.append(part.trimmed)
        part = ""
      } else {
        part.append(character)
      }
    }
    parts.append(part.trimmed)
    return keepsEmpty ? parts : parts.filter { !$0.isEmpty }
  }

  /// Without the backslashes.
  static func plain(_ text: String) -> String { split(text, at: "\0", keepsEmpty: true).first ?? "" }

  /// What stands before and after the first `->` or `→`; `nil` where there is none.
  static func arrow(_ text: String) -> (label: String, target: String)? {
    var (label, isEscaped, isDash): (String, Bool, Bool) = ("", false, false)
    for index in text.indices {
      let character = text[index]
      if isEscaped {
        label.append(character)
        (isEscaped, isDash) = (false, false)
      } else if character == "→" || (isDash && character == ">") {
        if character == ">" { label.removeLast() }
        return (label.trimmed, text[text.index(after: index)...].trimmed)
      } else if character == "\\" {
        isEscaped = true
      } else {
        label.append(character)
        isDash = character == "-"
      }
    }
    return nil
  }

  /// A text and the note in brackets at its end, the note still with its backslashes.
  static func note(_ text: String) -> (text: String, note: String) {
    guard text.last == ")", text.dropLast().reversed().prefix(while: { $0 == "\\" }).count.isMultiple(of: 2) else {
      return (plain(text), "")
    }
    var (at, isEscaped): (String.Index?, Bool) = (nil, false)
    for index in text.indices {
      if isEscaped {
        isEscaped = false
      } else if text[index] == "\\" {
        isEscaped = true
      } else if text[index] == "(" {
        at = index
        break
      }
    }
    guard let at else { return (plain(text), "") }
    let note = text[text.index(after: at)...].dropLast()
    return (plain(text[..<at].trimmed), String(note).trimmed)
  }
}
