import Glibc
import GuvenceCore
import GuvenceDataFiles

/// All report definitions of a data folder.
public enum ReportDefinitions {
  /// Ids of the definition files in `reports/`, in ASCII order; empty where the folder cannot be read.
  public static func ids(dataFolder: String) -> [String] {
    guard let folder = opendir("\(dataFolder)/reports") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append(id(ofFile: name)) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Everything that is wrong with the definitions of `dataFolder`, all files in one pass.
  public static func check(dataFolder: String) -> [Diagnostic] {
    let reader = DataReader()
    let ids = ids(dataFolder: dataFolder)
    if ids.isEmpty {
      reader.add([
        Diagnostic(.error, at: .file("reports"), code: "no-reports", message: "no report definition was found")
      ])
    }
    for id in ids { _ = ReportDefinition.read(dataFolder: dataFolder, id: id, reader) }
    return reader.diagnostics
  }

  /// `consolidated-risk` of `reports/consolidated-risk.yaml`.
  static func id(ofFile path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }

  /// Small ASCII letters, digits and hyphens: what may name a file.
  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
