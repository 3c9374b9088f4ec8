import GuvenceCore

/// An outside file is not taken at all: hostile, damaged, too large, or of another kind.
public struct ExchangeRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why; stable words in kebab case.
  public enum Code: String, Sendable, CaseIterable {
    /// The file cannot be opened or read.
    case unreadable
    /// The file cannot be written.
    case unwritable
    /// The file, one part or one cell is larger than allowed.
    case tooLarge = "too-large"
    /// Neither a workbook nor a text table.
    case notATable = "not-a-table"
    /// Excel 97–2003, a binary workbook, or a workbook locked with a password.
    case oldFormat = "old-format"
    /// The ZIP container is cut or damaged.
    case damaged
    /// A part is locked with a password.
    case encrypted
    /// More entries in the container than allowed.
    case tooManyEntries = "too-many-entries"
    /// An entry name that leads out of the container, or stands twice.
    case unsafeName = "unsafe-name"
    /// A part inflates to absurdly more than its compressed size.
    case bomb
    /// The XML carries a DOCTYPE, with which entities are declared.
    case doctype
    /// A part is not well-formed XML, or not the XML expected there.
    case malformed
    /// Elements nested absurdly deep.
    case tooDeep = "too-deep"
    /// Rows or columns beyond a worksheet's limits.
    case outOfBounds = "out-of-bounds"
    /// A part the workbook needs is missing.
    case missingPart = "missing-part"
    /// Bytes that are no text in any accepted encoding.
    case notText = "not-text"
    /// The value cannot be stored in this format.
    case unstorable
  }

  /// Why.
  public let code: Code
  /// Where.
  public let place: Diagnostic.Place
  /// What is wrong, one sentence without full stop.
  public let message: Localized
  /// What to do; may be empty.
  public let remedy: Localized

  init(_ code: Code, at place: Diagnostic.Place, _ message: Localized, remedy: Localized = Localized("", "")) {
    (self.code, self.place, self.message, self.remedy) = (code, place, message, remedy)
  }

  /// The refusal as a finding, in `language`.
  public func diagnostic(in language: Language = .turkish) -> Diagnostic {
    Diagnostic(.error, at: place, code: code.rawValue, message: message(language), remedy: remedy(language))
  }

  /// The refusal as printed in a terminal, in Turkish.
  public var description: String { diagnostic().rendered }
}
