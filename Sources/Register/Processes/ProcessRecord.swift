import GuvenceCore
import GuvenceProcesses

/// A process of an administration: its place in the tree and its card. Its charts are versions of their own, appended
/// and frozen once approved.
public struct ProcessRecord: Hashable, Sendable {
  /// The process's number, never reused.
  public let id: Identifier<ProcessRecord>
  /// Code as printed, unique also without Turkish letters: `SAT-01`, `SAT-01.02`. Given once.
  public let code: String
  /// The process it is part of; `nil` at the top.
  public var parentID: Identifier<ProcessRecord>?
  /// What people may change.
  public var details: ProcessDetails
  /// Code of the catalogue process it was adopted from; empty for one's own.
  public let origin: String
  /// Counts changes, from 1; a save names the version it was based on.
  public var version: Int
  /// When it was added.
  public let createdAt: Instant
  /// The day from which it is done no more, with `retireReason`; never deleted.
  public var retiredOn: Day?
  /// Why it was closed; empty while active.
  public var retireReason: String

  /// A process made of its parts.
  public init(
    id: Identifier<ProcessRecord>, code: String, parentID: Identifier<ProcessRecord>? = nil, details: ProcessDetails,
    origin: String = "", version: Int, createdAt: Instant, retiredOn: Day? = nil, retireReason: String = ""
  ) {
    (self.id, self.code, self.parentID, self.details) = (id, code, parentID, details)
    (self.origin, self.version, self.createdAt) = (origin, version, createdAt)
    (self.retiredOn, self.retireReason) = (retiredOn, retireReason)
  }

  /// The form in which two spellings of a code meet: `TŞN-01` and `tsn-01` are one.
  public static func key(_ code: String) -> String { TurkishText.fold(code.trimmed) }

  /// Whether `code` may be one: 1–40 letters, digits, `.`, `-`, `_`, `/`, without blanks.
  public static func isCode(_ code: String) -> Bool {
    (1...40).contains(code.count)
      && code.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_" || $0 == "/" }
  }
}

/// The four usual levels of a process tree, by depth; deeper ones are activities too.
public enum ProcessLevel: Int, Sendable, CaseIterable {
  /// Ana süreç, depth 1.
  case main = 1
  /// Süreç, depth 2.
  case process
  /// Alt süreç, depth 3.
  case subprocess
  /// Faaliyet, depth 4 and below.
  case activity

  /// The level at `depth`, from 1.
  public init(depth: Int) { self = ProcessLevel(rawValue: min(max(depth, 1), 4)) ?? .activity }

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .main: Localized("Ana süreç", "Main process")
    case .process: Localized("Süreç", "Process")
    case .subprocess: Localized("Alt süreç", "Sub-process")
    case .activity: Localized("Faaliyet", "Activity")
    }
  }
}
