import GuvenceCore

/// The words by which a sentence shows where its cause ends and its consequence begins.
struct StatementMarkers: Hashable, Sendable {
  /// Stand behind the cause: «nedeniyle».
  let afterCause: [WordPhrase]
  /// Stand before the consequence: «sonucunda».
  let beforeConsequence: [WordPhrase]
  /// Say nothing at the end of a statement: «… riski».
  let tails: [WordPattern]
}

/// A statement told apart into cause, event and consequence.
struct StatementSections {
  /// Everything that was written in the sentence.
  let whole: StatementWords
  /// What may happen; the whole sentence where nothing is marked.
  let event: StatementWords
  /// What follows from it; empty where not said.
  let consequence: StatementWords
  /// Whether a cause is named, in the sentence or apart.
  let hasCause: Bool
  /// Whether a consequence is named, in the sentence or apart.
  let hasConsequence: Bool
  /// Sentences of at least two words.
  let sentences: Int

  init(_ text: StatementText, _ markers: StatementMarkers) {
    whole = StatementWords(text.statement)
    sentences = StatementSections.sentences(text.statement)
    let parts = StatementSections.parts(text.statement, whole, markers)
    let isPlain = parts.cause.isEmpty && parts.consequence.isEmpty
    let event = isPlain && !text.event.isEmpty ? StatementWords(text.event) : parts.event
    self.event = event.dropping(tails: markers.tails)
    consequence = parts.consequence.isEmpty ? StatementWords(text.consequence) : parts.consequence
    hasCause = !parts.cause.isEmpty || !text.cause.trimmed.isEmpty
    hasConsequence = !consequence.isEmpty
  }

  private typealias Parts = (cause: StatementWords, event: StatementWords, consequence: StatementWords)

  private static func parts(_ text: String, _ words: StatementWords, _ markers: StatementMarkers) -> Parts {
    let none = StatementWords("")
    let steps = text.replacing("->", with: "→").split(separator: "→").map { StatementWords($0) }
    switch steps.count {
    case 3...: return (steps[0], steps[1], steps[2])
    case 2: return (none, steps[0], steps[1])
    default: break
    }
    var (cause, start) = (none, 0)
    if let marker = words.first(of: markers.afterCause) {
      cause = words.slice(0..<marker.lowerBound)
      start = marker.upperBound
    }
    guard let marker = words.first(of: markers.beforeConsequence, from: start) else {
      return (cause, words.slice(start..<words.count), none)
    }
    return (cause, words.slice(start..<marker.lowerBound), words.slice(marker.upperBound..<words.count))
  }

  /// Counts what stands between semicolons, line ends and full stops; a stop within an abbreviation is none.
  private static func sentences(_ text: String) -> Int {
    var sentences: [String] = [""]
    var characters = Array(text)[...]
    while let character = characters.popFirst() {
      let isStop = character == "." && (characters.first.map { $0.isWhitespace } ?? true)
      let isLong = sentences.last.map { $0.reversed().prefix { $0.isLetter }.count > 3 } ?? false
      if character == ";" || character.isNewline || (isStop && isLong) {
        sentences.append("")
      } else {
        sentences[sentences.count - 1].append(character)
      }
    }
    return sentences.count { StatementWords($0).count >= 2 }
  }
}
