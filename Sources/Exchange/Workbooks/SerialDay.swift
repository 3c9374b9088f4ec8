import FoundationEssentials
import GuvenceCore

/// Excel's day numbers. In the 1900 system 1 is 01.01.1900 and 60 a 29.02.1900 that never was; in the 1904 system 0 is
/// 01.01.1904 (ECMA-376 part 1, 18.17.4.1).
enum SerialDay {
  /// The day of a stored number, its time left out; `nil` below one day (a bare time), for 60, and after year 9999.
  static func day(_ digits: UnsafeBufferPointer<UInt8>, from1904: Bool) -> Day? {
    guard let serial = whole(digits), serial <= 2_958_465 else { return nil }
    if from1904 {
      let day = origin1904.adding(days: serial)
      return day.year <= 9999 ? day : nil
    }
    guard serial >= 1, serial != 60 else { return nil }
    return origin1900.adding(days: serial < 60 ? serial : serial - 1)
  }

  /// The number Excel stores for `day` in the 1900 system; `nil` before 01.01.1900.
  static func number(_ day: Day) -> Int? {
    let serial = day - origin1900
    guard serial >= 1 else { return nil }
    return serial < 60 ? serial : serial + 1
  }

  /// The part before the decimal point; `nil` for negative numbers and for what is no number.
  private static func whole(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    let end = digits.firstIndex(of: 0x2E) ?? digits.count
    if let whole = unsignedInteger(UnsafeBufferPointer(rebasing: digits[0..<end])) { return whole }
    guard let number = DecimalBytes.parse(digits), number >= 0, number < 10_000_000 else { return nil }
    return Int(number.description.split(separator: ".").first ?? "")
  }

  private static let origin1900 = Day(daysSinceEpoch: -25_568)
  private static let origin1904 = Day(daysSinceEpoch: -24_107)
}
