import GuvenceCore

/// A line and a column in a text file, both from 1; columns count Unicode scalars.
public struct Mark: Hashable, Sendable {
  /// Line from 1.
  public let line: Int
  /// Column from 1, in Unicode scalars.
  public let column: Int

  /// The place `line`:`column`.
  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

/// One value of a data file, with its place. Scalars are text; typing them is the reader's business.
public struct DataNode: Sendable {
  /// What kind of value it is.
  public indirect enum Content: Sendable {
    /// Text as written; `isQuoted` where it stood in quotes or in a block (`|`, `>`).
    case scalar(text: String, isQuoted: Bool)
    /// A list.
    case sequence([DataNode])
    /// Keys and values in the order written. Keys are scalars.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable {
    /// The key; always a scalar.
    public let key: DataNode
    /// The value.
    public let value: DataNode

    /// A key with its value.
    public init(key: DataNode, value: DataNode) { (self.key, self.value) = (key, value) }
  }

  /// The value.
  public let content: Content
  /// Where it starts.
  public let mark: Mark
  /// The file it stands in.
  public let source: DataSource

  /// A value at a place.
  public init(_ content: Content, at mark: Mark, in source: DataSource) {
    (self.content, self.mark, self.source) = (content, mark, source)
  }

  /// The text of a scalar; `nil` for lists and mappings.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The items of a list; `nil` for anything else.
  public var items: [DataNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping; `nil` for anything else.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Whether nothing was written: `key:` with no value after it.
  public var isEmpty: Bool {
    if case .scalar(let text, false) = content { text.isEmpty } else { false }
  }

  /// The value under `key`; `nil` where there is none or this is not a mapping.
  public subscript(_ key: String) -> DataNode? { entries?.first { $0.key.text == key }?.value }

  /// What it is, for messages: `a mapping`, `a list`, `text`, `nothing`.
  public var kind: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(let text, let isQuoted): text.isEmpty && !isQuoted ? "nothing" : "text"
    }
  }

  /// A finding at this place, with the source line as excerpt.
  public func finding(
    _ severity: Diagnostic.Severity = .error, code: String, message: String, remedy: String = ""
  ) -> Diagnostic {
    source.finding(severity, at: mark, code: code, message: message, remedy: remedy)
  }
}
