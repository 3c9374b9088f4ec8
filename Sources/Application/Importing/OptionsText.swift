import Foundation
import GuvenceCore

extension ImportOptions {
  /// The options as the store keeps them.
  var text: String {
    JSON.members([
      "methodology": .optional(methodologyID), "columns": ImportOptions.json(columns),
      "excluded": .array(excludedSheets.sorted().map(JSON.text)), "units": ImportOptions.json(unitChoices),
      "createsUnits": .boolean(createsUnits), "reason": .text(reason),
    ]).text
  }

  /// Reads what `text` wrote; what cannot be read is left at its default.
  init(text: String) {
    self.init()
    guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return }
    methodologyID = object["methodology"] as? String
    columns = object["columns"] as? [String: String] ?? [:]
    excludedSheets = Set(object["excluded"] as? [String] ?? [])
    unitChoices = object["units"] as? [String: String] ?? [:]
    createsUnits = object["createsUnits"] as? Bool ?? true
    reason = object["reason"] as? String ?? ""
  }

  /// A column mapping as the store keeps it.
  static func text(_ columns: [String: String]) -> String { json(columns).text }

  /// Reads a kept column mapping.
  static func columns(_ text: String) -> [String: String] {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: String] ?? [:]
  }

  private static func json(_ map: [String: String]) -> JSON {
    .object(map.sorted { $0.key < $1.key }.map { JSON.Member(key: $0.key, value: .text($0.value)) })
  }
}
