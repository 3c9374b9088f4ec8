/// Turkish endings of numbers written in digits, which follow the number's last spoken word.
///
/// `possessive(7)` is `7’si` (yedi → yedisi), `possessive(40)` is `40’ı` (kırk → kırkı), `possessive(1000)` is `1.000’i`.
public enum TurkishNumerals {
  /// `number` in digits with the third-person possessive ending («41 riskten 7’si»), thousands parted by points.
  public static func possessive(_ number: Int) -> String {
    "\(ReportFormat.number(number, .turkish))’\(ending(number.magnitude))"
  }

  private static func ending(_ number: UInt) -> String {
    if number == 0 { return "ı" }  // sıfır
    if number % 10 != 0 { return ones[Int(number % 10)] }
    if number % 100 != 0 { return tens[Int(number / 10 % 10)] }
    if number % 1000 != 0 { return "ü" }  // yüz
    return power(number)
  }

  /// bin, milyon, milyar, trilyon, katrilyon, kentilyon: the last word of a number that ends in three zeros.
  private static func power(_ number: UInt) -> String {
    var (rest, step) = (number, 0)
    while rest % 1000 == 0 { (rest, step) = (rest / 1000, step + 1) }
    return step == 1 ? "i" : step == 3 ? "ı" : "u"
  }

  // bir iki üç dört beş altı yedi sekiz dokuz
  private static let ones = ["", "i", "si", "ü", "ü", "i", "sı", "si", "i", "u"]
  // on yirmi otuz kırk elli altmış yetmiş seksen doksan
  private static let tens = ["", "u", "si", "u", "ı", "si", "ı", "i", "i", "ı"]
}
