import GuvenceCore
import GuvenceRules

/// Style sheets, scripts and the icon, served from memory under names that hold a digest of their content, so browsers
/// may keep them for a year.
final class Assets: Sendable {
  /// Address of the style sheet.
  let style: String
  /// Address of the script.
  let script: String
  /// Address of the icon.
  let icon: String
  /// Address of the reports' style sheet; `nil` where the data folder has none.
  let report: String?
  /// Address of the style sheet of the printed forms of processes; `nil` where the data folder has none.
  let forms: String?
  /// Colours of levels.
  let palette: Palette
  private let files: [String: File]

  /// One served file.
  struct File: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  /// The files; `reportStyle` is the text of `reports/print.css`, `formStyle` that of `reports/forms.css`.
  init(reportStyle: String?, formStyle: String? = nil) {
    var files: [String: File] = [:]
    func add(_ stem: String, _ ending: String, _ type: String, _ parts: [String]) -> String {
      let bytes = Array(parts.joined(separator: "\n").utf8)
      let name = "\(stem).\(contentDigest(bytes)).\(ending)"
      files[name] = File(type: type, bytes: bytes)
      return Route.asset(name).path
    }
    style = add("guvence", "css", "text/css; charset=utf-8", Stylesheet.parts)
    script = add("guvence", "js", "text/javascript; charset=utf-8", Script.parts)
    icon = add("guvence", "svg", "image/svg+xml", [Icon.svg])
    report = reportStyle.map { add("report", "css", "text/css; charset=utf-8", [$0]) }
    forms = formStyle.map { add("forms", "css", "text/css; charset=utf-8", [$0]) }
    palette = Palette()
    self.files = files
  }

  /// The file behind `/static/<name>`.
  func file(_ name: String) -> File? { files[name] ?? palette.file(name) }
}

/// FNV-1a over the bytes, 16 hexadecimal digits: tells versions of our own files apart, guards nothing.
func contentDigest(_ bytes: some Sequence<UInt8>) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
