import FoundationEssentials
import GuvenceCore

/// Types the nodes of one or more files and collects everything that is wrong with them, in one pass.
///
/// Every reading function returns `nil` after reporting why; read all keys of an object before giving up on it, so that
/// one pass shows all errors.
public final class DataReader {
  /// All findings so far, in the order met.
  public private(set) var diagnostics: [Diagnostic] = []

  /// A reader with nothing found yet.
  public init() {}

  /// Whether any finding is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds findings made elsewhere.
  public func add(_ others: [Diagnostic]) { diagnostics += others }

  /// Reports a finding at `node`.
  public func report(
    _ severity: Diagnostic.Severity = .error, at node: DataNode, code: String, message: String, remedy: String = ""
  ) {
    diagnostics.append(node.finding(severity, code: code, message: message, remedy: remedy))
  }

  /// Parses the file at `path` and hands its root to `body`; `nil` where it cannot be parsed or `body` says so.
  public func file<T>(_ path: String, name: String? = nil, _ body: (DataNode) -> T?) -> T? {
    read(DataFile.load(path: path, name: name), body)
  }

  /// Parses `text` as the file `file` and hands its root to `body`.
  public func text<T>(_ text: String, file: String, _ body: (DataNode) -> T?) -> T? {
    read(DataFile.parse(text, file: file), body)
  }

  private func read<T>(_ result: DataFile.Result, _ body: (DataNode) -> T?) -> T? {
    add(result.diagnostics)
    return result.node.flatMap(body)
  }

  /// Reads a mapping through `body`, then reports each key that `body` did not ask for.
  public func object<T>(_ node: DataNode, _ body: (ObjectReader) -> T?) -> T? {
    guard let entries = node.entries else {
      wrongType(node, "a mapping (key: value)")
      return nil
    }
    let object = ObjectReader(node: node, entries: entries, reader: self)
    let value = body(object)
    object.reportUnknownKeys()
    return value
  }

  /// Reads each item of a list through `each`; `nil` where it is no list or any item could not be read.
  public func list<T>(_ node: DataNode, _ each: (DataNode) -> T?) -> [T]? {
    guard let items = node.items else {
      wrongType(node, "a list")
      return nil
    }
    let values = items.map(each)
    let good = values.compactMap { $0 }
    return good.count == values.count ? good : nil
  }

  func wrongType(_ node: DataNode, _ wanted: String, _ remedy: String = "") {
    let found = node.text.flatMap { $0.isEmpty ? nil : "\u{201C}\($0)\u{201D}" } ?? node.kind
    report(at: node, code: "wrong-type", message: "expected \(wanted), found \(found)", remedy: remedy)
  }
}
