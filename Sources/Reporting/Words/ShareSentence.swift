import GuvenceCore

/// «41 riskten 7’si risk iştahının üstündedir.» and its forms for none, all and a single risk, in both languages.
struct ShareSentence {
  /// What stands before the number: «değerlendirilen», or nothing.
  var qualifier = Localized("", "")
  /// The Turkish predicate where it holds: «risk iştahının üstündedir».
  let holds: String
  /// The Turkish predicate where it does not: «risk iştahının üstünde değildir».
  let holdsNot: String
  /// The English predicate without its verb: «above the risk appetite».
  let english: String
  /// The English verb for one and for several.
  var verb = (one: "is", many: "are")

  /// The sentence on `part` of `total` risks; `nil` where there are none to speak of.
  func text(_ part: Int, of total: Int) -> Localized? {
    total > 0 ? Localized(turkish(part, total), englishText(part, total)) : nil
  }

  private func turkish(_ part: Int, _ total: Int) -> String {
    let subject: String =
      switch (part, total) {
      case (_, 1): "tek risk,"
      case (0, _): "\(number(total, .turkish)) riskin hiçbiri"
      case (total, _): "\(number(total, .turkish)) riskin tamamı"
      default: "\(number(total, .turkish)) riskten \(TurkishNumerals.possessive(part))"
      }
    return sentence([qualifier.turkish, subject, part == 0 ? holdsNot : holds])
  }

  private func englishText(_ part: Int, _ total: Int) -> String {
    let kind = qualifier.english.isEmpty ? "" : "\(qualifier.english) "
    let subject: String =
      switch (part, total) {
      case (0, 1): "the only \(kind)risk \(verb.one) not"
      case (_, 1): "the only \(kind)risk \(verb.one)"
      case (0, _): "none of the \(number(total, .english)) \(kind)risks \(verb.one)"
      case (total, _): "all \(number(total, .english)) \(kind)risks \(verb.many)"
      default:
        "\(number(part, .english)) of \(number(total, .english)) \(kind)risks \(part == 1 ? verb.one : verb.many)"
      }
    return sentence([subject, english])
  }

  private func number(_ value: Int, _ language: Language) -> String { ReportFormat.number(value, language) }

  private func sentence(_ parts: [String]) -> String {
    let text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return TurkishText.capitalizeFirst(text) + "."
  }
}

/// Joins parts of a sentence: «a», «a ve b», «a, b ve c».
func joined(_ parts: [String], and conjunction: String) -> String {
  guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
  return "\(parts.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
