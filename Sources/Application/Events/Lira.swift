import FoundationEssentials
import GuvenceCore
import GuvenceExchange

/// Amounts of kuruş as people in Türkiye type and read them in lira.
public enum Lira {
  /// The most that may be typed: ten trillion lira.
  static let limit: Int64 = 1_000_000_000_000_000

  /// `1.234,56` → 123456; `nil` for what is no amount, negative, finer than a kuruş or above the limit.
  public static func kurus(_ text: String) -> Int64? {
    guard let lira = TurkishNumber.parse(text.trimmed), lira >= 0, lira * 100 <= Decimal(limit) else { return nil }
    let amount = lira * 100
    guard let whole = Int64(amount.description) else { return nil }
    return whole
  }

  /// `1.234,56 ₺` in Turkish, `₺1,234.56` in English.
  public static func text(_ kurus: Int64) -> Localized {
    let (whole, rest) = (String(kurus.magnitude / 100), kurus.magnitude % 100)
    let cents = (rest < 10 ? "0" : "") + String(rest)
    let sign = kurus < 0 ? "-" : ""
    return Localized(
      "\(sign)\(grouped(whole, ".")),\(cents) ₺", "\(sign)₺\(grouped(whole, ",")).\(cents)")
  }

  /// `1234,56`: what `kurus` reads back.
  public static func plain(_ kurus: Int64) -> String { TurkishNumber.text(decimal(kurus)) }

  /// Lira as an exact number.
  static func decimal(_ kurus: Int64) -> Decimal { Decimal(kurus) / 100 }

  private static func grouped(_ digits: String, _ sign: Character) -> String {
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(sign) }
      out.append(digit)
    }
    return out
  }
}
