/// Which addresses an attribute may carry.
public enum Address {
  /// True for an address without a scheme and for `http`, `https`, `mailto` and `tel`; false for `javascript:`, `data:`
  /// and everything else. Reads the address as browsers do: control characters and spaces in front are skipped, tabs
  /// and line breaks inside the scheme do not count.
  public static func isAllowed(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0x00...0x20 where scheme.isEmpty: continue
      case UInt8(ascii: ":"): return allowedSchemes.contains(scheme)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      default: scheme.append(asciiLowercase(byte))
      }
    }
    return true
  }

  private static let allowedSchemes: [[UInt8]] = ["http", "https", "mailto", "tel"].map { Array($0.utf8) }
}

/// The one place that decides which attribute names exist.
enum AttributeName {
  enum Kind {
    case plain
    case address
    case refused
  }

  static func kind(of name: StaticString) -> Kind {
    let lower = name.withUTF8Buffer { bytes in bytes.map(asciiLowercase) }
    guard !lower.isEmpty, lower.allSatisfy(isNameByte), !lower.starts(with: "on".utf8) else { return .refused }
    return kinds[lower] ?? .plain
  }

  private static let kinds: [[UInt8]: Kind] = [
    Array("style".utf8): .refused, Array("srcdoc".utf8): .refused, Array("srcset".utf8): .refused,
    Array("ping".utf8): .refused, Array("http-equiv".utf8): .refused,
    Array("href".utf8): .address, Array("src".utf8): .address, Array("action".utf8): .address,
    Array("formaction".utf8): .address, Array("xlink:href".utf8): .address, Array("poster".utf8): .address,
    Array("cite".utf8): .address, Array("data".utf8): .address, Array("background".utf8): .address,
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }
}

func asciiLowercase(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
