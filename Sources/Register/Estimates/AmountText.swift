import GuvenceCore
import GuvenceQuantitative

/// Amounts and shares as people of each language write them.
public enum AmountText {
  /// `1.234.567 ₺` in Turkish, `₺1,234,567` in English; whole lira.
  public static func lira(_ amount: Double, _ language: Language) -> String {
    let digits = grouped(amount, language)
    guard language == .english else { return "\(digits) ₺" }
    return amount.rounded() < 0 ? "-₺\(digits.dropFirst())" : "₺\(digits)"
  }

  /// `%12,5` in Turkish, `12.5%` in English; at most `digits` decimals.
  public static func percent(_ share: Double, _ language: Language, digits: Int = 1) -> String {
    let text = number(share * 100, digits: digits, language)
    return language == .turkish ? "%\(text)" : "\(text)%"
  }

  /// `1.234,5` in Turkish, `1,234.5` in English; at most `digits` decimals, no zeros at the end.
  public static func number(_ value: Double, digits: Int, _ language: Language) -> String {
    var power = 1.0
    for _ in 0..<digits { power *= 10 }
    let scaled = (value.magnitude * power).rounded()
    let whole = (scaled / power).rounded(.down)
    var rest = String(Int(scaled - whole * power))
    rest = String(repeating: "0", count: max(0, digits - rest.count)) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    let head = sign + grouped(whole, language)
    return rest.isEmpty || digits == 0 ? head : head + (language == .turkish ? "," : ".") + rest
  }

  private static func grouped(_ value: Double, _ language: Language) -> String {
    guard value.magnitude < 9e18 else { return "\(value)" }
    let rounded = Int64(value.rounded())
    var out = ""
    let digits = Array(String(rounded.magnitude))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += language == .turkish ? "." : "," }
      out.append(digit)
    }
    return rounded < 0 ? "-" + out : out
  }
}

extension Frequency {
  /// The frequency in words: `yılda 0,5 olay`, `yılda en çok bir kez, %25`.
  public var words: Localized {
    switch self {
    case .poisson(let perYear):
      Localized(
        "yılda ortalama \(AmountText.number(perYear, digits: 4, .turkish)) olay",
        "\(AmountText.number(perYear, digits: 4, .english)) events a year on average")
    case .bernoulli(let probability):
      Localized(
        "yılda en çok bir kez, \(AmountText.percent(probability, .turkish, digits: 4)) olasılıkla",
        "at most once a year, with \(AmountText.percent(probability, .english, digits: 4))")
    }
  }
}

extension Loss {
  /// The loss of an event in words.
  public var words: Localized { Localized(inWords(.turkish), inWords(.english)) }

  private func inWords(_ language: Language) -> String {
    let amounts = numbers.prefix(3).map { AmountText.lira($0, language) }
    switch kind {
    case .pert, .triangular: return "\(kind.name(language)): " + amounts.joined(separator: " – ")
    case .lognormal: return "\(kind.name(language)): " + amounts.joined(separator: " – ")
    case .empirical:
      let (count, mean) = (numbers.count, AmountText.lira(mean, language))
      return language == .turkish
        ? "\(kind.name(language)): \(count) olay, ortalama \(mean)"
        : "\(kind.name(language)): \(count) events, mean \(mean)"
    }
  }
}

extension Loss.Kind {
  /// Name on screen.
  public var name: Localized {
    switch self {
    case .pert: Localized("PERT (en düşük, en olası, en yüksek)", "PERT (least, likeliest, greatest)")
    case .triangular: Localized("Üçgen (en düşük, en olası, en yüksek)", "Triangular (least, likeliest, greatest)")
    case .lognormal: Localized("Lognormal (%90 aralığı)", "Lognormal (90% interval)")
    case .empirical: Localized("Gözlenen kayıplar", "Observed losses")
    }
  }
}

extension AmountText {
  /// A round amount for an axis: `2,5 mn ₺`, `₺2.5m`.
  public static func short(_ amount: Double, _ language: Language) -> String {
    let steps: [(Double, String, String)] = [
      (1e12, " trilyon", "tn"), (1e9, " milyar", "bn"), (1e6, " mn", "m"), (1e3, " bin", "k"),
    ]
    let step = steps.first { amount.magnitude >= $0.0 * 0.999_999 }
    let text = number(amount / (step?.0 ?? 1), digits: 1, language)
    return language == .turkish ? "\(text)\(step?.1 ?? "") ₺" : "₺\(text)\(step?.2 ?? "")"
  }
}
