import FoundationEssentials
import Glibc

/// A colour of a level, for the check that its text can be read.
struct Colour {
  private let red: UInt8
  private let green: UInt8
  private let blue: UInt8

  /// Reads `#RRGGBB`.
  init?(hex text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[0] == 0x23, bytes.dropFirst().allSatisfy({ Colour.isHex($0) }),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    (red, green, blue) = (UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }

  /// Contrast ratio 1…21 after WCAG 2.1, 1.4.3. Floating point is right here: it is a measure, not a score.
  func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
