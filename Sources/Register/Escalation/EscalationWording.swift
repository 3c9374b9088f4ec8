import GuvenceCore

/// The sentences that the machine writes into escalations. They are stored in Turkish; the English twin is found by the
/// sentence's form. What people wrote stays as they wrote it.
public enum EscalationWording: CaseIterable, Sendable {
  /// The level's name.
  case topLevel
  /// The score.
  case breachWithScore
  /// Nothing.
  case breach
  /// Indicator code, its name with period and value.
  case redIndicator
  /// Event code, day.
  case realisedEvent
  /// Action code, day.
  case overdueAction
  /// Codes of units.
  case sharedRisk
  /// Day.
  case overdueReview
  /// Day.
  case undecided
  /// Nothing.
  case otherLevel
  /// Nothing.
  case riskGone
  /// Nothing.
  case triggerGone

  /// The form in both languages, `{}` where a value stands.
  private var form: Localized {
    switch self {
    case .topLevel: Localized("Risk en üst düzeyde: {}.", "The risk stands at the top level: {}.")
    case .breachWithScore: Localized("Risk toleransın üstünde, puan {}.", "The risk is above tolerance, score {}.")
    case .breach: Localized("Risk toleransın üstünde.", "The risk is above tolerance.")
    case .redIndicator: Localized("{} göstergesi alarm verdi: {}.", "Indicator {} gave the alarm: {}.")
    case .realisedEvent: Localized("Risk gerçekleşti: {}, {}.", "The risk came true: {}, {}.")
    case .overdueAction: Localized("Eylem gecikti: {}, son günü {}.", "Action overdue: {}, due on {}.")
    case .sharedRisk: Localized("Risk başka birimleri de etkiliyor: {}.", "The risk touches other units too: {}.")
    case .overdueReview:
      Localized("Gözden geçirme günü {} idi; değerlendirme yapılmadı.", "The review was due on {}; nobody assessed.")
    case .undecided: Localized("Süresinde ({}) karara bağlanmadı.", "Not decided in time ({}).")
    case .otherLevel:
      Localized(
        "Riskin düzeyi değişti; kural üst makamı gösteriyor.", "The risk's level changed; the rule names a higher step."
      )
    case .riskGone: Localized("Risk kayıttan çıktı.", "The risk left the register.")
    case .triggerGone: Localized("Tetikleyici ortadan kalktı.", "The trigger is gone.")
    }
  }

  /// The sentence as it is stored.
  public func text(_ values: String...) -> String { EscalationWording.filled(form.turkish, values) }

  /// A stored sentence with its English twin; the sentence itself in both languages where people wrote it.
  public static func twin(of stored: String) -> Localized {
    for wording in allCases {
      guard let values = wording.values(in: stored) else { continue }
      return Localized(stored, filled(wording.form.english, values.map(english)))
    }
    return Localized(stored, stored)
  }

  private static func filled(_ form: String, _ values: [String]) -> String {
    var parts = form.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
    for (index, value) in values.enumerated() where index < parts.count - 1 { parts[index] += value }
    return parts.joined()
  }

  /// The values of a sentence of this form; `nil` for another sentence.
  private func values(in text: String) -> [String]? {
    let parts = form.turkish.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return text == form.turkish ? [] : nil
    }
    guard text.count >= first.count + last.count, text.hasPrefix(first), text.hasSuffix(last) else { return nil }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    var values: [String] = []
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return nil }
      values.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return values + [String(rest)]
  }

  /// Days as English texts write them.
  private static func english(_ value: String) -> String {
    let parts = value.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 3, value.count == 10, let day = Day(parts[2], parts[1], parts[0]) else { return value }
    return day.description
  }
}
