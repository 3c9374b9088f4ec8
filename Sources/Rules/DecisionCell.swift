import FoundationEssentials
import GuvenceDataFiles

/// A condition on one input. Written forms: `-` (any), `a` or `= a`, `!= a`, `< 5`, `<= 5`, `> 5`, `>= 5`,
/// `[1..5]` with `(` or `)` for an open end, and `a, b, c` for a list.
public enum DecisionCell: Hashable, Sendable {
  /// Always holds.
  case any
  /// The value is this one.
  case equals(DecisionValue)
  /// The value is another one.
  case notEquals(DecisionValue)
  /// Smaller.
  case less(Decimal)
  /// Smaller or equal.
  case atMost(Decimal)
  /// Greater.
  case greater(Decimal)
  /// Greater or equal.
  case atLeast(Decimal)
  /// Between two numbers.
  case interval(from: Decimal, includesFrom: Bool, through: Decimal, includesThrough: Bool)
  /// One of several.
  case list([DecisionValue])

  /// Whether the condition holds for `value`.
  public func holds(for value: DecisionValue) -> Bool {
    switch self {
    case .any: return true
    case .equals(let wanted): return value == wanted
    case .notEquals(let unwanted): return value != unwanted
    case .list(let values): return values.contains(value)
    default: break
    }
    guard case .number(let number) = value else { return false }
    switch self {
    case .less(let bound): return number < bound
    case .atMost(let bound): return number <= bound
    case .greater(let bound): return number > bound
    case .atLeast(let bound): return number >= bound
    case .interval(let from, let includesFrom, let through, let includesThrough):
      return (includesFrom ? number >= from : number > from) && (includesThrough ? number <= through : number < through)
    default: return false
    }
  }

  /// Reads one of the written forms; `nil` where it is none of them.
  public init?(_ text: String, isNumeric: Bool) {
    let text = trimmed(text[...])
    if text == "-" {
      self = .any
    } else if let cell = DecisionCell.comparison(text, isNumeric: isNumeric) {
      self = cell
    } else if text.first == "[" || text.first == "(" {
      guard isNumeric, let cell = DecisionCell.interval(text) else { return nil }
      self = cell
    } else {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let values = parts.compactMap { DecisionCell.value($0, isNumeric: isNumeric) }
      guard values.count == parts.count, let first = values.first else { return nil }
      self = values.count == 1 ? .equals(first) : .list(values)
    }
  }

  private static func comparison(_ text: Substring, isNumeric: Bool) -> DecisionCell? {
    for sign in ["!=", "<=", ">=", "≠", "≤", "≥", "<", ">", "="] where text.hasPrefix(sign) {
      guard let value = value(text.dropFirst(sign.count), isNumeric: isNumeric) else { return nil }
      switch (sign, value) {
      case ("=", _): return .equals(value)
      case ("!=", _), ("≠", _): return .notEquals(value)
      case ("<", .number(let bound)): return .less(bound)
      case (">", .number(let bound)): return .greater(bound)
      case ("<=", .number(let bound)), ("≤", .number(let bound)): return .atMost(bound)
      case (">=", .number(let bound)), ("≥", .number(let bound)): return .atLeast(bound)
      default: return nil
      }
    }
    return nil
  }

  private static func interval(_ text: Substring) -> DecisionCell? {
    guard let opening = text.first, let closing = text.last, closing == "]" || closing == ")",
      let dots = text.firstRange(of: "..")
    else { return nil }
    let low = trimmed(text[text.index(after: text.startIndex)..<dots.lowerBound])
    let high = trimmed(text[dots.upperBound...].dropLast())
    guard let from = DataReader.decimal(String(low)), let through = DataReader.decimal(String(high)), from <= through
    else { return nil }
    return .interval(from: from, includesFrom: opening == "[", through: through, includesThrough: closing == "]")
  }

  private static func value(_ text: Substring, isNumeric: Bool) -> DecisionValue? {
    let text = trimmed(text)
    if isNumeric { return DataReader.decimal(String(text)).map { .number($0) } }
    let isWord = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    return isWord && !text.isEmpty ? .word(String(text)) : nil
  }

  /// Numbers and words named in the cell, for checks and for the proof's cut points.
  var named: [DecisionValue] {
    switch self {
    case .any: []
    case .equals(let value), .notEquals(let value): [value]
    case .less(let n), .atMost(let n), .greater(let n), .atLeast(let n): [.number(n)]
    case .interval(let from, _, let through, _): [.number(from), .number(through)]
    case .list(let values): values
    }
  }
}

private func trimmed(_ text: Substring) -> Substring {
  var text = text
  while text.first == " " { text.removeFirst() }
  while text.last == " " { text.removeLast() }
  return text
}
