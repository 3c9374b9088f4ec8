import GuvenceCore

/// When a check finds something: everything that is written must hold.
struct StatementCondition: Hashable, Sendable {
  /// Where to look.
  enum Part: String, Sendable, CaseIterable {
    /// What may happen; the whole sentence where nothing is marked.
    case event
    /// Everything.
    case whole
    /// What follows.
    case consequence
  }

  /// A part that must not be named.
  enum Missing: String, Sendable, CaseIterable {
    case cause, event, consequence
  }

  var part = Part.event
  var lacks: [Missing] = []
  /// The part ends with one of these.
  var ends: [WordPhrase] = []
  /// One of these stands in the part.
  var has: [WordPhrase] = []
  /// None of these stands in the part.
  var hasNot: [WordPhrase] = []
  /// Every word of the part is one of these.
  var only: [WordPattern] = []
  /// The part has at most so many words.
  var wordsAtMost: Int?
  /// The statement has at least so many sentences.
  var sentencesFrom: Int?
  /// At least `repeatedFrom` words of the part are such.
  var repeated: [WordPattern] = []
  /// Words that look like `repeated` and are not.
  var repeatedExcept: [WordPattern] = []
  var repeatedFrom = 2
  /// The part says the objective with a negation.
  var negatesObjective = false

  /// The words in which the condition holds; `nil` where it does not.
  func excerpt(in sections: StatementSections, objective: String) -> String? {
    guard lacks.allSatisfy({ isMissing($0, sections) }) else { return nil }
    let words = words(of: sections)
    if let sentencesFrom, sections.sentences < sentencesFrom { return nil }
    if let wordsAtMost, words.count > wordsAtMost { return nil }
    if !only.isEmpty, words.isEmpty || !words.folded.allSatisfy({ word in only.contains { $0.matches(word) } }) {
      return nil
    }
    if words.first(of: hasNot) != nil || !isRepeated(words) { return nil }
    if negatesObjective, !negates(objective, words) { return nil }
    var found: Range<Int>?
    if !has.isEmpty {
      found = words.first(of: has)
      if found == nil { return nil }
    }
    if !ends.isEmpty {
      guard let end = words.last(of: ends) else { return nil }
      found = end
    }
    return found.map { words.text($0) } ?? ""
  }

  private func words(of sections: StatementSections) -> StatementWords {
    switch part {
    case .event: sections.event
    case .whole: sections.whole
    case .consequence: sections.consequence
    }
  }

  private func isMissing(_ part: Missing, _ sections: StatementSections) -> Bool {
    switch part {
    case .cause: !sections.hasCause
    case .event: sections.event.isEmpty
    case .consequence: !sections.hasConsequence
    }
  }

  private func isRepeated(_ words: StatementWords) -> Bool {
    guard !repeated.isEmpty else { return true }
    let count = words.folded.count { word in
      repeated.contains { $0.matches(word) } && !repeatedExcept.contains { $0.matches(word) }
    }
    return count >= repeatedFrom
  }

  /// Whether most words of the objective come back. Stems are compared by their first five letters, which Turkish endings
  /// leave alone.
  private func negates(_ objective: String, _ words: StatementWords) -> Bool {
    func stems(_ words: StatementWords) -> Set<Substring> {
      Set(words.folded.filter { $0.count >= 4 }.map { $0.prefix(5) })
    }
    let wanted = stems(StatementWords(objective))
    guard wanted.count >= 2 else { return false }
    return wanted.intersection(stems(words)).count * 5 >= wanted.count * 3
  }
}
