import GuvenceCore

/// A confidential suspicion report (ihbar) as far as it is not encrypted. Contents are in its sealed entries.
public struct Concern: Hashable, Sendable {
  /// The report's number.
  public let id: Identifier<Concern>
  /// The day it came in; nothing finer is ever stored.
  public let receivedOn: Day
  /// BLAKE2b hash of the receipt code, 32 bytes: the code itself is with the reporter only.
  public let receiptHash: [UInt8]
  /// Public key that follows from the receipt code, 32 bytes: what officers ask is sealed for it.
  public let reporterKey: [UInt8]

  /// A report made of its parts.
  public init(id: Identifier<Concern>, receivedOn: Day, receiptHash: [UInt8], reporterKey: [UInt8]) {
    (self.id, self.receivedOn) = (id, receivedOn)
    (self.receiptHash, self.reporterKey) = (receiptHash, reporterKey)
  }
}

/// Where a report stands.
public enum ConcernStatus: String, Sendable, CaseIterable {
  /// Nobody has taken it up.
  case new
  /// Officers are looking into it.
  case underReview = "under-review"
  /// Handed to another authority: inspection, public prosecutor, disciplinary board.
  case forwarded
  /// Closed with a result.
  case closed

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .new: Localized("Yeni", "New")
    case .underReview: Localized("İnceleniyor", "Under review")
    case .forwarded: Localized("İletildi", "Forwarded")
    case .closed: Localized("Sonuçlandı", "Closed")
    }
  }
}

/// What an entry of a report is.
public enum ConcernEntryKind: String, Sendable, CaseIterable {
  /// The report itself; only officers can read it.
  case report
  /// What officers ask or tell the reporter.
  case question
  /// What the reporter answers.
  case reply
  /// A note among officers.
  case note
  /// A change of status with its remark, which the reporter sees.
  case status

  /// Whether the reporter may read it.
  public var isForReporter: Bool {
    switch self {
    case .question, .reply, .status: true
    case .report, .note: false
    }
  }
}

/// One appended, encrypted entry of a report.
public struct SealedEntry: Hashable, Sendable {
  /// The entry's number, over all reports.
  public let id: Identifier<SealedEntry>
  /// The report it belongs to.
  public let concernID: Identifier<Concern>
  /// What it is.
  public let kind: ConcernEntryKind
  /// The day it was made.
  public let madeOn: Day
  /// The register's key it is sealed for.
  public let keyID: Identifier<ConcernKey>
  /// Contents, readable with the register's secret key.
  public let sealed: [UInt8]
  /// The same contents, readable with the receipt code; `nil` where the reporter may not read them.
  public let sealedForReporter: [UInt8]?
  /// The new status, for `status` and `report`.
  public let status: ConcernStatus?
  /// The officer who made it; `nil` for the reporter.
  public let accountID: Identifier<Account>?

  /// An entry made of its parts.
  public init(
    id: Identifier<SealedEntry>, concernID: Identifier<Concern>, kind: ConcernEntryKind, madeOn: Day,
    keyID: Identifier<ConcernKey>, sealed: [UInt8], sealedForReporter: [UInt8]?, status: ConcernStatus?,
    accountID: Identifier<Account>?
  ) {
    (self.id, self.concernID, self.kind, self.madeOn) = (id, concernID, kind, madeOn)
    (self.keyID, self.sealed, self.sealedForReporter) = (keyID, sealed, sealedForReporter)
    (self.status, self.accountID) = (status, accountID)
  }

  /// The status after `entries`, in the order they were made.
  public static func status(after entries: [SealedEntry]) -> ConcernStatus {
    entries.compactMap(\.status).last ?? .new
  }
}

/// A key pair of the confidential register. The secret half is stored only wrapped by the officers' passphrase.
public struct ConcernKey: Hashable, Sendable {
  /// The key's number; the highest one is in use.
  public let id: Identifier<ConcernKey>
  /// Public half, 32 bytes: new entries are sealed for it.
  public let publicKey: [UInt8]
  /// Secret half, wrapped.
  public var wrapped: WrappedSecret
  /// When it was made.
  public let createdAt: Instant

  /// A key made of its parts.
  public init(id: Identifier<ConcernKey>, publicKey: [UInt8], wrapped: WrappedSecret, createdAt: Instant) {
    (self.id, self.publicKey, self.wrapped, self.createdAt) = (id, publicKey, wrapped, createdAt)
  }
}

/// A secret key in a box that a passphrase opens: argon2id over `salt` gives the key of the box.
public struct WrappedSecret: Hashable, Sendable {
  /// Salt of argon2id, 16 bytes.
  public let salt: [UInt8]
  /// Passes of argon2id.
  public let passes: Int
  /// Memory of argon2id in bytes.
  public let memory: Int
  /// Nonce of the box, 24 bytes.
  public let nonce: [UInt8]
  /// The box, 48 bytes.
  public let box: [UInt8]

  /// A wrapped key made of its parts.
  public init(salt: [UInt8], passes: Int, memory: Int, nonce: [UInt8], box: [UInt8]) {
    (self.salt, self.passes, self.memory, self.nonce, self.box) = (salt, passes, memory, nonce, box)
  }
}

/// Whether an account is named as an officer of the confidential register.
public struct ConcernOfficer: Hashable, Sendable {
  /// The naming's number.
  public let id: Identifier<ConcernOfficer>
  /// Who.
  public let accountID: Identifier<Account>
  /// Whether the naming stands.
  public var isActive: Bool

  /// A naming made of its parts.
  public init(id: Identifier<ConcernOfficer>, accountID: Identifier<Account>, isActive: Bool) {
    (self.id, self.accountID, self.isActive) = (id, accountID, isActive)
  }
}

/// What the journal keeps of an opening: how long the register's chain was and its last hash.
public struct ConcernAnchor: Hashable, Sendable {
  /// The report opened; `nil` for the list.
  public let concernID: Identifier<Concern>?
  /// Entries in the register.
  public let entries: Int64
  /// Hash of the last one, 32 bytes.
  public let head: [UInt8]

  /// An anchor.
  public init(concernID: Identifier<Concern>?, entries: Int64, head: [UInt8]) {
    (self.concernID, self.entries, self.head) = (concernID, entries, head)
  }
}
