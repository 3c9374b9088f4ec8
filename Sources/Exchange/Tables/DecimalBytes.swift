import FoundationEssentials

/// Exact decimals from ASCII bytes, as workbooks store them: `-12.5`, `1E-3`.
enum DecimalBytes {
  /// `nil` where the bytes are no number or do not fit `Decimal` (38 digits, exponent ±127).
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Decimal? {
    guard let parts = scan(bytes) else { return nil }
    if parts.digits > 15, let value = shortest(bytes) { return value }
    guard parts.digits <= 19 else { return nil }
    return compose(parts)
  }

  private struct Parts {
    var isNegative = false
    var mantissa: UInt64 = 0
    /// Significant digits without leading zeros.
    var digits = 0
    var exponent = 0
  }

  private static func compose(_ parts: Parts) -> Decimal? {
    guard parts.mantissa != 0 else { return 0 }
    guard (-110...110).contains(parts.exponent) else { return nil }
    let significand = Decimal(parts.mantissa)
    if parts.exponent == 0 { return parts.isNegative ? -significand : significand }
    return Decimal(sign: parts.isNegative ? .minus : .plus, exponent: parts.exponent, significand: significand)
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Parts? {
    var parts = Parts()
    var (at, seen, fraction) = (0, 0, false)
    if at < bytes.count, bytes[at] == 0x2D || bytes[at] == 0x2B {
      parts.isNegative = bytes[at] == 0x2D
      at += 1
    }
    while at < bytes.count {
      let byte = bytes[at]
      if (0x30...0x39).contains(byte) {
        seen += 1
        if parts.digits > 0 || byte != 0x30 { parts.digits += 1 }
        if parts.digits <= 19 { parts.mantissa = parts.mantissa &* 10 &+ UInt64(byte - 0x30) }
        if fraction { parts.exponent -= 1 }
      } else if byte == 0x2E, !fraction {
        fraction = true
      } else {
        break
      }
      at += 1
    }
    guard seen > 0 else { return nil }
    if at == bytes.count { return parts }
    guard bytes[at] | 0x20 == 0x65, let power = exponent(bytes, from: at + 1) else { return nil }
    parts.exponent += power
    return parts
  }

  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var (at, value, sign) = (start, 0, 1)
    if at < bytes.count, bytes[at] == 0x2D || bytes[at] == 0x2B {
      sign = bytes[at] == 0x2D ? -1 : 1
      at += 1
    }
    guard at < bytes.count else { return nil }
    while at < bytes.count {
      guard (0x30...0x39).contains(bytes[at]), value < 100_000 else { return nil }
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return sign * value
  }

  private static func shortest(_ bytes: UnsafeBufferPointer<UInt8>) -> Decimal? {
    guard let double = Double(String(decoding: bytes, as: UTF8.self)), double.isFinite else { return nil }
    return Array(double.description.utf8).withUnsafeBufferPointer { scan($0).flatMap(compose) }
  }
}
