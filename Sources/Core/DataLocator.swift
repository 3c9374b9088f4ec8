import Glibc

/// Finds the folder that holds `rules/`, `catalogs/` and `reports/`.
///
/// Order: an explicit folder or `GUVENCE_DATA` (never falls through), `<folder of the program>/../share/guvence`, then
/// upwards from the program and from the working folder.
public enum DataLocator {
  /// No data folder was found, or the one named is not one. `searched` lists the places looked at.
  public struct NotFound: Error, Sendable {
    /// The folders that were looked at, in order.
    public let searched: [String]
  }

  /// The data folder's path without a trailing slash. `explicit` is what the user named with `--data`.
  public static func locate(explicit: String? = nil) throws(NotFound) -> String {
    if let named = explicit ?? environment("GUVENCE_DATA") {
      guard isDataFolder(named) else { throw NotFound(searched: [named]) }
      return named
    }
    var searched: [String] = []
    for folder in candidates() {
      if isDataFolder(folder) { return folder }
      searched.append(folder)
    }
    throw NotFound(searched: searched)
  }

  private static func candidates() -> [String] {
    var list: [String] = []
    if let program = resolved("/proc/self/exe") {
      let folder = parent(program)
      list.append(parent(folder) + "/share/guvence")
      list += ancestors(of: folder)
    }
    if let here = resolved(".") { list += ancestors(of: here) }
    return list
  }

  private static func ancestors(of folder: String) -> [String] {
    var list: [String] = []
    var current = folder
    while current != "" && current != "/" {
      list.append(current)
      current = parent(current)
    }
    return list
  }

  private static func isDataFolder(_ folder: String) -> Bool {
    ["rules", "catalogs", "reports"].allSatisfy { access("\(folder)/\($0)", R_OK | X_OK) == 0 }
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
