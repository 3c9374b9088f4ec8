import GuvenceCore

extension RiskResponse {
  /// Name on screen and in forms.
  public var name: Localized {
    switch self {
    case .accept: Localized("Kabul etmek", "Accept")
    case .control: Localized("Kontrol etmek", "Control")
    case .transfer: Localized("Devretmek", "Transfer")
    case .avoid: Localized("Kaçınmak", "Avoid")
    case .exploit: Localized("Fırsatı değerlendirmek", "Exploit")
    }
  }

  /// Reads a response word in the spellings forms use: «Kontrol etmek», «kontrol», «azaltma», «paylaşma» …
  public init?(word: String) {
    let folded = TurkishText.fold(word).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    switch folded {
    case "kabul", "kabul etmek", "kabul etme", "katlanma", "katlanmak", "accept": self = .accept
    case "kontrol", "kontrol etmek", "kontrol etme", "azaltma", "azaltmak", "control", "mitigate": self = .control
    case "devretmek", "devretme", "devir", "paylasma", "paylasmak", "transfer", "transfer etmek": self = .transfer
    case "kacinmak", "kacinma", "avoid": self = .avoid
    case "firsat", "firsati degerlendirmek", "firsatlari degerlendirmek", "exploit": self = .exploit
    default: return nil
    }
  }

  /// Splits «Kontrol etmek: yedekleme, tatbikat» into response and controls, as the Risk Kayıt Formu writes them in one
  /// column. Where the text before the colon is no response word, all of it is controls.
  public static func split(_ text: String) -> (response: RiskResponse?, controls: String) {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    let rest = text[colon...].dropFirst().drop(while: \.isWhitespace)
    if rest.isEmpty { return RiskResponse(word: text).map { ($0, "") } ?? (nil, text) }
    let word = String(text[..<colon])
    let response = RiskResponse(word: word)
    guard response != nil || TurkishText.fold(word) == TurkishText.fold(unanswered) else { return (nil, text) }
    return (response, String(rest))
  }

  /// Stands before controls that would otherwise read as if they began with a response.
  private static let unanswered = "Cevap seçilmedi"

  /// The column's text again: the reverse of `split`.
  public static func joined(_ response: RiskResponse?, _ controls: String) -> String {
    guard let response else {
      let isPlain = split(controls) == (nil, controls)
      return isPlain ? controls : "\(unanswered): \(controls)"
    }
    return controls.isEmpty ? response.name.turkish : "\(response.name.turkish): \(controls)"
  }
}

extension ChangeDirection {
  /// Word on screen.
  public var name: Localized {
    switch self {
    case .new: Localized("Yeni", "New")
    case .risen: Localized("Arttı", "Risen")
    case .fallen: Localized("Azaldı", "Fallen")
    case .same: Localized("Aynı", "Same")
    }
  }

  /// Sign in tables and forms.
  public var sign: String {
    switch self {
    case .new: "Yeni"
    case .risen: "↑"
    case .fallen: "↓"
    case .same: "↔"
    }
  }

  /// Reads a sign or word of the column «Değişim (Riskin Yönü)».
  public init?(word: String) {
    switch TurkishText.fold(word).filter({ !$0.isWhitespace }) {
    case "yeni", "new": self = .new
    case "↑", "⬆", "artti", "artan", "yukari", "up": self = .risen
    case "↓", "⬇", "azaldi", "azalan", "asagi", "down": self = .fallen
    case "↔", "=", "→", "ayni", "degismedi", "sabit": self = .same
    default: return nil
    }
  }

  /// Direction from one assessment to the next by their effective pairs: score where both have one under the same
  /// methodology, else rank of the level; `nil` where methodologies differ and ranks cannot be compared.
  public init?(from before: Assessment?, to now: Assessment) {
    guard let before else {
      self = .new
      return
    }
    guard before.methodologyID == now.methodologyID else { return nil }
    let old = before.effective.score ?? before.effective.levelRank
    let new = now.effective.score ?? now.effective.levelRank
    self = new > old ? .risen : new < old ? .fallen : .same
  }
}

extension RiskKind {
  /// Word on screen.
  public var name: Localized {
    switch self {
    case .threat: Localized("Tehdit", "Threat")
    case .opportunity: Localized("Fırsat", "Opportunity")
    }
  }

  /// Reads a word of the column «Tehdit / Fırsat»; `nil` for another word.
  public init?(word: String) {
    switch TurkishText.fold(word).filter({ !$0.isWhitespace }) {
    case "tehdit", "risk", "threat", "t": self = .threat
    case "firsat", "opportunity", "f": self = .opportunity
    default: return nil
    }
  }
}

extension RiskSource {
  /// Word on screen.
  public var name: Localized {
    switch self {
    case .internal: Localized("İç", "Internal")
    case .external: Localized("Dış", "External")
    }
  }
}
