import GuvenceCore
import GuvenceRules

/// Reasons of a score as lines: what was reckoned, then rule and source. A source is printed once; after that a line
/// says where it stands.
struct Reasons {
  private let language: Language
  private let width: Int
  private var places: [Citation: Localized] = [:]
  private var last: Citation?

  init(_ language: Language, width: Int) { (self.language, self.width) = (language, width) }

  /// `Kaynak: …`, for the source of the whole methodology.
  mutating func head(_ citation: Citation) -> [String] {
    let label = Localized("Kaynak", "Source")
    return hanging("\(label(language)): ", source(citation, at: label), width, indent: 2)
  }

  /// The steps in order, each over two or more lines. `part` names them where a later part may point back.
  mutating func lines(_ steps: [ExplanationStep], part: Localized? = nil) -> [String] {
    var lines: [String] = []
    for (index, step) in steps.enumerated() {
      let number = index + 1
      let place = Localized(
        (part.map { "\($0.turkish), " } ?? "") + "\(number). adım",
        (part.map { "\($0.english), " } ?? "") + "step \(number)")
      let since = Localized("\(step.effective.turkish) gününden beri", "since \(step.effective.turkish)")
      lines += hanging("  \(number). ", Reasons.sentence(step, language), width, indent: 5)
      lines += hanging(
        "     ", "\(step.rule), \(since(language)); \(source(step.citation, at: place))", width, indent: 5)
    }
    return lines
  }

  /// `Puan = olasılık × etki: 4 × 5 = 20`; the result is added where the arithmetic does not end with it.
  private static func sentence(_ step: ExplanationStep, _ language: Language) -> String {
    let (arithmetic, result) = (step.arithmetic(language), step.result(language))
    let isSaid = arithmetic.hasSuffix("= \(result)")
    return "\(step.title(language)): \(arithmetic)" + (isSaid ? "" : " → \(result)")
  }

  private mutating func source(_ citation: Citation, at place: Localized) -> String {
    defer { last = citation }
    if citation == last { return Localized("aynı kaynak", "same source")(language) }
    if let first = places[citation] {
      return Localized("kaynak: \(first.turkish)", "source: \(first.english)")(language)
    }
    places[citation] = place
    return citation.text + unverifiedMark(citation, language)
  }
}

/// ` (doğrulanmadı)` behind what nobody has compared with its source.
func unverifiedMark(_ citation: Citation, _ language: Language) -> String {
  citation.isVerified ? "" : Localized(" (doğrulanmadı)", " (unverified)")(language)
}
