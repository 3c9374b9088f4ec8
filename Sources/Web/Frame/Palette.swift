import GuvenceCore
import GuvenceReporting
import GuvenceRules

/// Colours of levels as classes of a style sheet: the policy of the pages allows no inline style, and the colours are
/// data of the methodologies.
final class Palette: Sendable {
  private struct State {
    var addresses: [String: String] = [:]
    var files: [String: Assets.File] = [:]
  }

  private let state = Locked(State())

  /// Address of the style sheet with the colours of this methodology's levels.
  func address(for methodology: Methodology) -> String {
    let key = methodology.id + "@" + methodology.effective.description
    return state.withLock { state in
      if let known = state.addresses[key] { return known }
      let bytes = Array((Palette.sheet(methodology.levels) + PageStyle.css(levels: methodology.levels)).utf8)
      let name = "levels.\(contentDigest(bytes)).css"
      state.files[name] = Assets.File(type: "text/css; charset=utf-8", bytes: bytes)
      let address = Route.asset(name).path
      state.addresses[key] = address
      return address
    }
  }

  /// The style sheet behind `/static/<name>`.
  func file(_ name: String) -> Assets.File? { state.withLock { $0.files[name] } }

  /// Class of a level: named by its colours, so that levels of another methodology never wear the wrong ones.
  static func className(_ level: Level) -> String {
    guard let back = hex(level.background), let fore = hex(level.foreground) else { return "lv" }
    return "lv lv-\(back)-\(fore)"
  }

  private static func sheet(_ levels: [Level]) -> String {
    levels.map { level in
      guard let back = hex(level.background), let fore = hex(level.foreground) else { return "" }
      let name = ".lv-\(back)-\(fore)"
      return """
        \(name){background:#\(back);color:#\(fore)}
        svg \(name){fill:#\(back);stroke:#\(back)}
        .cell\(name) a{color:#\(fore)}

        """
    }.joined()
  }

  /// Six hexadecimal digits of `#RRGGBB`; `nil` for anything else, so data cannot become style.
  private static func hex(_ colour: String) -> String? {
    let bytes = Array(colour.utf8)
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#"),
      bytes.dropFirst().allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
      })
    else { return nil }
    return String(decoding: bytes.dropFirst(), as: UTF8.self)
  }
}
