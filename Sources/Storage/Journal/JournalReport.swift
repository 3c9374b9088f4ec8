/// What checking the journal found.
public struct JournalReport: Sendable, Hashable {
  /// One thing that is not as it was written.
  public enum Finding: Sendable, Hashable {
    /// The row's content does not give its hash.
    case edited(sequence: Int64)
    /// The row stands where another one belongs: it names another predecessor and its hash is for another place.
    case misplaced(sequence: Int64)
    /// Rows are missing.
    case missing(from: Int64, through: Int64)
    /// The chain is whole, but it is not the one whose head was noted: rows were rewritten up to here.
    case rewritten(sequence: Int64)
    /// Rows after `last` are missing that were there when the head was noted.
    case truncated(last: Int64, expected: Int64)
    /// A stored row is not what the journal last said of it.
    case changed(entity: JournalEntity, id: Int64)
    /// A stored row of which the journal knows nothing.
    case unknown(entity: JournalEntity, id: Int64)
    /// A row the journal knows of is gone.
    case vanished(entity: JournalEntity, id: Int64)
    /// A derived value (heat map, current assessment) disagrees with a fresh count.
    case miscounted(String)
  }

  /// Rows looked at.
  public let rowCount: Int64
  /// The chain's last link.
  public let head: JournalHead
  /// What was found; empty where all is well.
  public let findings: [Finding]

  /// Whether nothing was found.
  public var isClean: Bool { findings.isEmpty }
}
