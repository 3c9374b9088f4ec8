import GuvenceCore

/// A file that shows that something was done (kanıt): kept with its digest, withdrawn with a reason, never deleted.
public struct Evidence: Hashable, Sendable {
  /// The file's number.
  public let id: Identifier<Evidence>
  /// What kind of thing it belongs to.
  public let targetKind: EvidenceTarget.Kind
  /// Number of that thing in its own table.
  public let targetID: Int64
  /// Name the file had, without folders; for display and download, never for a path.
  public let name: String
  /// What the file is, by its ending and its first bytes.
  public let format: EvidenceFormat
  /// Bytes, 1 … `sizeLimit`.
  public let size: Int
  /// SHA-256 of the bytes, 64 small hexadecimal digits.
  public let digest: String
  /// What it shows; may be empty.
  public let note: String
  /// When it was added.
  public let addedAt: Instant
  /// Who added it, display name.
  public let addedBy: String
  /// How it was withdrawn; `nil` while it stands.
  public var withdrawal: Withdrawal?

  /// Bytes one file may have: 10 MiB.
  public static let sizeLimit = 10 * 1_048_576

  /// That a file counts no more. Its bytes stay.
  public struct Withdrawal: Hashable, Sendable {
    /// When.
    public let at: Instant
    /// Who, display name.
    public let by: String
    /// Why; never empty.
    public let reason: String

    /// A withdrawal.
    public init(at: Instant, by: String, reason: String) { (self.at, self.by, self.reason) = (at, by, reason) }
  }

  /// A file made of its parts.
  public init(
    id: Identifier<Evidence>, targetKind: EvidenceTarget.Kind, targetID: Int64, name: String, format: EvidenceFormat,
    size: Int, digest: String, note: String, addedAt: Instant, addedBy: String, withdrawal: Withdrawal? = nil
  ) {
    (self.id, self.targetKind, self.targetID) = (id, targetKind, targetID)
    (self.name, self.format, self.size, self.digest, self.note) = (name, format, size, digest, note)
    (self.addedAt, self.addedBy, self.withdrawal) = (addedAt, addedBy, withdrawal)
  }

  /// The files as they stood before `moment`: later ones left out, later withdrawals undone.
  public static func known(_ all: [Evidence], before moment: Instant) -> [Evidence] {
    all.filter { $0.addedAt < moment }.map { file in
      var then = file
      if let withdrawal = file.withdrawal, withdrawal.at >= moment { then.withdrawal = nil }
      return then
    }
  }
}

/// What a file is evidence of.
public struct EvidenceTarget: Hashable, Sendable {
  /// Kinds of things that have evidence.
  public enum Kind: String, Sendable, CaseIterable {
    /// A risk.
    case risk
    /// A realised event or near miss.
    case event
    /// An action.
    case action
  }

  /// What kind of thing.
  public let kind: Kind
  /// How people name it: a reference number, a code, or a number.
  public let key: String

  /// The thing of this kind with this key.
  public init(_ kind: Kind, _ key: String) { (self.kind, self.key) = (kind, key) }
}
