/// Something wrong in a file: where, what, and how to mend it. Diagnostics are collected, never thrown one at a time.
///
/// Printed as `rules/methodologies/5x5.yaml:12:7: error: … [unknown-key]`, then the line with a caret and the remedy.
public struct Diagnostic: Hashable, Sendable, Error {
  /// How serious it is.
  public enum Severity: String, Sendable, Comparable {
    /// For information; nothing need be done.
    case note
    /// Usable, but probably not what was meant.
    case warning
    /// The file cannot be used as it is.
    case error

    /// note < warning < error.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  /// The place of a finding.
  public enum Place: Hashable, Sendable {
    /// A text file: path as the user gave it, line and column from 1.
    case text(file: String, line: Int, column: Int)
    /// A workbook: file, sheet name, cell such as `G6`; an empty cell means the whole sheet.
    case cell(file: String, sheet: String, cell: String)
    /// The file as a whole.
    case file(String)
  }

  /// Where it is.
  public let place: Place
  /// How serious it is.
  public let severity: Severity
  /// A stable word for this kind of finding, in kebab case: `unknown-key`.
  public let code: String
  /// What is wrong, one sentence, without full stop; the same in both languages where it comes in one only.
  public let text: Localized
  /// What to do about it; empty where the text says enough.
  public let advice: Localized
  /// The source line, for text files; empty where unknown.
  public let excerpt: String

  /// A finding at `place`.
  public init(
    _ severity: Severity, at place: Place, code: String, message: String, remedy: String = "", excerpt: String = ""
  ) {
    self.init(
      severity, at: place, code: code, text: Localized(message, message), advice: Localized(remedy, remedy),
      excerpt: excerpt)
  }

  /// A finding at `place`, in both languages.
  public init(
    _ severity: Severity, at place: Place, code: String, text: Localized, advice: Localized = Localized("", ""),
    excerpt: String = ""
  ) {
    (self.severity, self.place, self.code) = (severity, place, code)
    (self.text, self.advice, self.excerpt) = (text, advice, excerpt)
  }

  /// What is wrong, in Turkish.
  public var message: String { text.turkish }
  /// What to do about it, in Turkish.
  public var remedy: String { advice.turkish }

  /// The place as printed: `file:line:col`, `file [sheet!G6]` or `file`.
  public var placeText: String {
    switch place {
    case .text(let file, let line, let column): "\(file):\(line):\(column)"
    case .cell(let file, let sheet, let cell): "\(file) [\(cell.isEmpty ? sheet : "\(sheet)!\(cell)")]"
    case .file(let file): file
    }
  }

  /// One finding in Turkish as a person reads it in a terminal, over one to four lines.
  public var rendered: String { rendered(in: .turkish) }

  /// One finding as a person reads it in a terminal, over one to four lines.
  public func rendered(in language: Language) -> String {
    var lines = ["\(placeText): \(severity.rawValue): \(text(language)) [\(code)]"]
    if case .text(_, _, let column) = place, !excerpt.isEmpty {
      lines.append("  | \(excerpt)")
      lines.append("  | \(String(repeating: " ", count: max(0, column - 1)))^")
    }
    if !advice(language).isEmpty { lines.append("  = \(advice(language))") }
    return lines.joined(separator: "\n")
  }
}

/// Collects findings; thrown whole where at least one is an error.
public struct Diagnostics: Error, Sendable {
  /// All findings, in the order met.
  public var all: [Diagnostic]

  /// Starts with `all`.
  public init(_ all: [Diagnostic] = []) { self.all = all }

  /// Whether any finding is an error.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }
  /// Adds one.
  public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }
  /// Adds many.
  public mutating func add(_ others: [Diagnostic]) { all += others }
  /// Throws all findings where any is an error.
  public func throwIfErrors() throws(Diagnostics) { if hasErrors { throw self } }
}
