import GuvenceCore

/// A source text in which `①`, `②`, … mark places; the marks are taken out before parsing.
struct Marked {
  let text: String
  private var places: [Character: (line: Int, column: Int)] = [:]

  init(_ marked: String) {
    var (line, column) = (1, 1)
    var plain = ""
    for character in marked {
      if "①②③④⑤⑥⑦⑧⑨".contains(character) {
        places[character] = (line, column)
      } else {
        plain.append(character)
        (line, column) = character == "\n" ? (line + 1, 1) : (line, column + character.unicodeScalars.count)
      }
    }
    text = plain
  }

  /// `line:column code` as `Diagnostic.summary` prints it.
  func at(_ mark: Character, _ code: String) -> String {
    guard let place = places[mark] else { return "no mark \(mark)" }
    return "\(place.line):\(place.column) \(code)"
  }
}

extension Diagnostic {
  /// `line:column code`.
  var summary: String {
    if case .text(_, let line, let column) = place { "\(line):\(column) \(code)" } else { "\(placeText) \(code)" }
  }
}
