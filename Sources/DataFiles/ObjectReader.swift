import FoundationEssentials
import GuvenceCore

/// Reads the keys of one mapping. Made by `DataReader.object`; keys never asked for are reported as unknown.
public final class ObjectReader {
  /// The mapping itself, for findings about it as a whole.
  public let node: DataNode
  /// Where findings go.
  public let reader: DataReader
  private let entries: [DataNode.Entry]
  private var asked: [String] = []

  init(node: DataNode, entries: [DataNode.Entry], reader: DataReader) {
    (self.node, self.entries, self.reader) = (node, entries, reader)
  }

  /// The value under `key`, `nil` where it is missing or empty. Nothing is reported.
  public func optional(_ key: String) -> DataNode? {
    if !asked.contains(key) { asked.append(key) }
    let value = entries.first { $0.key.text == key }?.value
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The value under `key`; a missing or empty one is reported.
  public func required(_ key: String) -> DataNode? {
    if let value = optional(key) { return value }
    let place = entries.first { $0.key.text == key }?.key ?? node
    reader.report(at: place, code: "missing-key", message: "\(key) is missing", remedy: "add \(key): …")
    return nil
  }

  /// Whether `key` is written, with or without a value.
  public func has(_ key: String) -> Bool {
    if !asked.contains(key) { asked.append(key) }
    return entries.contains { $0.key.text == key }
  }

  /// Required text, not empty.
  public func text(_ key: String) -> String? { required(key).flatMap(reader.text) }
  /// Text where written.
  public func optionalText(_ key: String) -> String? { optional(key).flatMap(reader.text) }
  /// Required whole number within `range`.
  public func int(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? {
    required(key).flatMap { reader.int($0, in: range) }
  }
  /// Whole number within `range`, where written.
  public func optionalInt(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? {
    optional(key).flatMap { reader.int($0, in: range) }
  }
  /// Required exact decimal.
  public func decimal(_ key: String) -> Decimal? { required(key).flatMap(reader.decimal) }
  /// Exact decimal where written.
  public func optionalDecimal(_ key: String) -> Decimal? { optional(key).flatMap(reader.decimal) }
  /// Required `true` or `false`.
  public func flag(_ key: String) -> Bool? { required(key).flatMap(reader.flag) }
  /// `true` or `false` where written.
  public func optionalFlag(_ key: String) -> Bool? { optional(key).flatMap(reader.flag) }
  /// Required day.
  public func day(_ key: String) -> Day? { required(key).flatMap(reader.day) }
  /// Day where written.
  public func optionalDay(_ key: String) -> Day? { optional(key).flatMap(reader.day) }
  /// Required text in both languages.
  public func localized(_ key: String) -> Localized? { required(key).flatMap(reader.localized) }
  /// Text in both languages where written.
  public func optionalLocalized(_ key: String) -> Localized? { optional(key).flatMap(reader.localized) }

  /// Required word of an enumeration.
  public func choice<E: RawRepresentable & CaseIterable>(_ key: String, as type: E.Type) -> E?
  where E.RawValue == String {
    required(key).flatMap { reader.choice($0, as: type) }
  }

  /// Word of an enumeration where written.
  public func optionalChoice<E: RawRepresentable & CaseIterable>(_ key: String, as type: E.Type) -> E?
  where E.RawValue == String {
    optional(key).flatMap { reader.choice($0, as: type) }
  }

  /// Required nested mapping.
  public func object<T>(_ key: String, _ body: (ObjectReader) -> T?) -> T? {
    required(key).flatMap { reader.object($0, body) }
  }

  /// Nested mapping where written.
  public func optionalObject<T>(_ key: String, _ body: (ObjectReader) -> T?) -> T? {
    optional(key).flatMap { reader.object($0, body) }
  }

  /// Required list, each item read by `each`; `nil` where any item could not be read.
  public func list<T>(_ key: String, _ each: (DataNode) -> T?) -> [T]? {
    required(key).flatMap { reader.list($0, each) }
  }

  /// List where written; empty where not. `nil` where any item could not be read.
  public func optionalList<T>(_ key: String, _ each: (DataNode) -> T?) -> [T]? {
    guard let node = optional(key) else { return [] }
    return reader.list(node, each)
  }

  /// Required list of mappings.
  public func objects<T>(_ key: String, _ body: (ObjectReader) -> T?) -> [T]? {
    list(key) { reader.object($0, body) }
  }

  /// List of mappings where written; empty where not.
  public func optionalObjects<T>(_ key: String, _ body: (ObjectReader) -> T?) -> [T]? {
    optionalList(key) { reader.object($0, body) }
  }

  /// Reports a finding at the value under `key`, or at the mapping where the key is not written.
  public func report(
    _ key: String, _ severity: Diagnostic.Severity = .error, code: String, message: String, remedy: String = ""
  ) {
    reader.report(severity, at: node[key] ?? node, code: code, message: message, remedy: remedy)
  }

  func reportUnknownKeys() {
    for entry in entries {
      guard let key = entry.key.text, !asked.contains(key) else { continue }
      let unused = asked.filter { wanted in !entries.contains { $0.key.text == wanted } }
      let near = nearest(to: key, among: unused).map { "did you mean \($0)? " } ?? ""
      reader.report(
        at: entry.key, code: "unknown-key", message: "unknown key \(key)",
        remedy: near + "known keys: \(asked.joined(separator: ", "))")
    }
  }
}
