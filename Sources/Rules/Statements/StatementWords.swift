import GuvenceCore

/// The words of a text: as written, and folded for comparing.
struct StatementWords {
  /// As written.
  let written: [Substring]
  /// Small ASCII letters and digits.
  let folded: [String]

  /// The words of `text`; what stands in brackets (article numbers, abbreviations) is left out.
  init(_ text: some StringProtocol) {
    var written: [Substring] = []
    for piece in StatementWords.outsideBrackets(Substring(text)) {
      written += piece.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    }
    self.init(written)
  }

  private init(_ written: [Substring]) {
    let pairs = written.map { ($0, TurkishText.fold(String($0)).filter { $0.isLetter || $0.isNumber }) }
      .filter { !$0.1.isEmpty }
    (self.written, folded) = (pairs.map(\.0), pairs.map(\.1))
  }

  var isEmpty: Bool { folded.isEmpty }
  var count: Int { folded.count }

  /// The words at `range`.
  func slice(_ range: Range<Int>) -> StatementWords { StatementWords(Array(written[range])) }

  /// Without the last words that match one of `tails`.
  func dropping(tails: [WordPattern]) -> StatementWords {
    var end = count
    while end > 1, tails.contains(where: { $0.matches(folded[end - 1]) }) { end -= 1 }
    return end == count ? self : slice(0..<end)
  }

  /// Where `phrase` stands first, from word `start` on.
  func first(_ phrase: WordPhrase, from start: Int = 0) -> Range<Int>? {
    let length = phrase.patterns.count
    guard length > 0, count - start >= length else { return nil }
    for index in start...(count - length) {
      if zip(phrase.patterns, folded[index...]).allSatisfy({ $0.matches($1) }) { return index..<index + length }
    }
    return nil
  }

  /// Where the first of any of `phrases` stands.
  func first(of phrases: [WordPhrase], from start: Int = 0) -> Range<Int>? {
    phrases.compactMap { first($0, from: start) }.min { $0.lowerBound < $1.lowerBound }
  }

  /// The place of one of `phrases` at the very end.
  func last(of phrases: [WordPhrase]) -> Range<Int>? {
    phrases.compactMap { phrase in
      let start = count - phrase.patterns.count
      return start >= 0 ? first(phrase, from: start) : nil
    }.max { $0.count < $1.count }
  }

  /// The words at `range` as they were written.
  func text(_ range: Range<Int>) -> String { written[range].joined(separator: " ") }

  private static func outsideBrackets(_ text: Substring) -> [Substring] {
    var (pieces, rest): ([Substring], Substring) = ([], text)
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      pieces.append(rest[..<open])
      rest = rest[rest.index(after: close)...]
    }
    return pieces + [rest]
  }
}

/// One word of a rule, `*` standing for any letters at its beginning or end: `hedef*`, `*amaması`.
struct WordPattern: Hashable, Sendable {
  private let core: String
  private let isOpenBefore: Bool
  private let isOpenAfter: Bool

  /// Reads a pattern; `nil` where no letter or digit is left of it.
  init?(_ text: some StringProtocol) {
    let core = TurkishText.fold(String(text)).filter { $0.isLetter || $0.isNumber }
    guard !core.isEmpty else { return nil }
    (self.core, isOpenBefore, isOpenAfter) = (core, text.hasPrefix("*"), text.hasSuffix("*"))
  }

  /// Whether a folded word fits.
  func matches(_ word: String) -> Bool {
    switch (isOpenBefore, isOpenAfter) {
    case (false, false): word == core
    case (true, false): word.hasSuffix(core)
    case (false, true): word.hasPrefix(core)
    case (true, true): word.contains(core)
    }
  }
}

/// Words in a row: `para cezası`, `sorun* yaşan*`.
struct WordPhrase: Hashable, Sendable {
  let patterns: [WordPattern]

  /// Reads a phrase; `nil` where a word of it is none.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    patterns = words.compactMap { WordPattern($0) }
    if patterns.isEmpty || patterns.count != words.count { return nil }
  }
}
