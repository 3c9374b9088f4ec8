import GuvenceCore
import GuvenceRules

/// What a statement of appetite speaks of. The more special one holds: target before category before overall.
public enum AppetiteSubject: Hashable, Sendable {
  /// All risks of the administration.
  case overall
  /// Risks of a category, by its id in `catalogs/risk-categories.yaml`.
  case category(String)
  /// Risks of a strategic target (hedef), by its code: `H2.2`.
  case target(String)

  /// The stored word.
  public var kind: String {
    switch self {
    case .overall: "overall"
    case .category: "category"
    case .target: "target"
    }
  }

  /// Category id or target code; empty for all risks.
  public var key: String {
    switch self {
    case .overall: ""
    case .category(let id): id
    case .target(let code): code
    }
  }

  /// The subject of a stored word and key; `nil` for an unknown word or a missing key.
  public init?(kind: String, key: String) {
    switch (kind, key.isEmpty) {
    case ("overall", true): self = .overall
    case ("category", false): self = .category(key)
    case ("target", false): self = .target(key)
    default: return nil
    }
  }

  /// Whether it speaks of a risk with this category and target.
  public func covers(category: String, target: String) -> Bool {
    switch self {
    case .overall: true
    case .category(let id): id == category
    case .target(let code): !target.trimmed.isEmpty && TurkishText.fold(code) == TurkishText.fold(target.trimmed)
    }
  }

  /// Higher for the more special subject.
  var rank: Int {
    switch self {
    case .overall: 0
    case .category: 1
    case .target: 2
    }
  }
}

/// A statement of risk appetite: proposed by one person, decided by another of a higher role. It is never changed; a later
/// approved statement on the same subject supersedes it from its first day on.
public struct AppetiteStatement: Hashable, Sendable {
  /// What became of the proposal.
  public enum Decision: String, Sendable, CaseIterable {
    /// It holds from its first day on.
    case approved
    /// It never held.
    case refused
  }

  /// Its number.
  public let id: Identifier<AppetiteStatement>
  /// What it speaks of.
  public let subject: AppetiteSubject
  /// Number of the stored methodology version whose scores the limits are.
  public let ruleSetID: Int64
  /// Id of that methodology.
  public let methodologyID: String
  /// The limits.
  public let limits: AppetiteLimits
  /// Why they are so; never empty.
  public let rationale: String
  /// First day on which it holds.
  public let validFrom: Day
  /// Last day on which it holds; until superseded where `nil`.
  public let validUntil: Day?
  /// When it was proposed.
  public let proposedAt: Instant
  /// Who proposed it, display name.
  public let proposedBy: String
  /// The proposer's account; `nil` for the operator of the machine.
  public let proposerID: Identifier<Account>?
  /// What became of it; `nil` while it waits.
  public var decision: Decision?
  /// When it was decided.
  public var decidedAt: Instant?
  /// Who decided, display name; empty while it waits.
  public var decidedBy = ""
  /// What the decider remarked.
  public var note = ""
  /// How it was withdrawn after its approval; `nil` while it was not.
  public var withdrawal: AppetiteWithdrawal?

  /// A proposal made of its parts.
  public init(
    id: Identifier<AppetiteStatement>, subject: AppetiteSubject, ruleSetID: Int64, methodologyID: String,
    limits: AppetiteLimits, rationale: String, validFrom: Day, validUntil: Day?, proposedAt: Instant,
    proposedBy: String, proposerID: Identifier<Account>?
  ) {
    (self.id, self.subject, self.ruleSetID, self.methodologyID) = (id, subject, ruleSetID, methodologyID)
    (self.limits, self.rationale, self.validFrom, self.validUntil) = (limits, rationale, validFrom, validUntil)
    (self.proposedAt, self.proposedBy, self.proposerID) = (proposedAt, proposedBy, proposerID)
  }
}
