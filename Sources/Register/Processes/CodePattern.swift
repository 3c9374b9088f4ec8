import GuvenceCore

/// How the parts of a process are numbered: what stands before the number, and how many digits it has. An administration
/// sets the pattern with the first part it codes itself: `SAT-01`, `SAT.01`, `03.2.1`.
public struct CodePattern: Hashable, Sendable {
  /// What stands before the number.
  public let stem: String
  /// Digits of the number at least.
  public let width: Int
  /// The highest number given; 0 where none is.
  public let last: Int

  /// A pattern made of its parts.
  public init(stem: String, width: Int, last: Int) { (self.stem, self.width, self.last) = (stem, width, last) }

  /// The pattern that most of `codes` follow; `nil` where none ends in a number of at most 6 digits.
  public init?(of codes: [String]) {
    var found: [String: (count: Int, width: Int, last: Int)] = [:]
    for code in codes {
      let digits = String(code.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      guard let number = Int(digits), (1...6).contains(digits.count) else { continue }
      let stem = String(code.dropLast(digits.count))
      let before = found[stem] ?? (0, digits.count, 0)
      found[stem] = (before.count + 1, min(before.width, digits.count), max(before.last, number))
    }
    let usual = found.max { left, right in
      left.value.count == right.value.count
        ? TurkishText.precedes(right.key, left.key) : left.value.count < right.value.count
    }
    guard let usual else { return nil }
    self.init(stem: usual.key, width: usual.value.width, last: usual.value.last)
  }

  /// The code with `number`.
  public func code(_ number: Int) -> String {
    let digits = String(number)
    return stem + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
