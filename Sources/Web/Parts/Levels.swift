import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension View {
  /// A level: colour, shape and word.
  func badge(_ level: Level) -> Node {
    span(.class(Palette.className(level))) {
      span(level.shape, .aria("hidden", true))
      t(level.name)
    }
  }

  /// A level, or the words that there is none.
  func badge(_ level: Level?) -> Node {
    guard let level else { return span(t(Text.Common.notAssessed), .class("no-level")) }
    return badge(level)
  }

  /// The level of a stored pair: with its colour where the methodology knows it, else by its id.
  func badge(of pair: JudgedPair, in methodology: Methodology) -> Node {
    guard let level = methodology.level(pair.levelID), level.rank == pair.levelRank else {
      return span(pair.levelID, .class("no-level"))
    }
    return badge(level)
  }

  /// Score and level of a pair: `16 · Yüksek (4 × 4)`.
  func scoreLine(_ pair: JudgedPair, in methodology: Methodology) -> Node {
    div(.class("score-line")) {
      if let score = pair.score { span(String(score), .class("score-value")) }
      badge(of: pair, in: methodology)
      span(.class("muted")) {
        t(Text.Common.likelihood)
        " \(pair.likelihood) × "
        t(Text.Common.impact)
        " \(pair.impact)"
      }
    }
  }

  /// «İştah üstünde» or «İştah içinde».
  func verdictNode(_ verdict: AppetiteVerdict) -> Node {
    switch verdict {
    case .above: span("▲ " + t(Text.Common.aboveAppetite), .class("verdict-above"))
    case .within: span("✓ " + t(Text.Common.withinAppetite), .class("verdict-within"))
    }
  }

  /// «doğrulanmadı», for what nobody has compared with its source.
  func unverifiedMark(_ citation: Citation) -> Node {
    guard !citation.isVerified else { return .empty }
    return span(t(Text.Common.unverified), .class("mark"), .title(t(Text.Common.unverifiedHint)))
  }

  /// A source with its mark and the day it was checked.
  func citationNode(_ citation: Citation) -> Node {
    fragment {
      citation.text
      if let day = citation.checkedOn, citation.isVerified { " (" + Figures.day(day, language) + ")" }
      " "
      unverifiedMark(citation)
    }
  }
}
