import GuvenceCore

/// Something that one person should know: what it is about, where it leads, whether it was read.
public struct Notice: Hashable, Sendable {
  /// What it is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// A risk was carried up to this person.
    case escalation
    /// A risk is to be reviewed soon, or should have been.
    case review
    /// An indicator is to be read soon, or should have been.
    case reading
    /// An action is due soon, or should be done.
    case action
    /// A decision of the board is due soon, or should have been carried out.
    case decision
    /// A meeting of the board.
    case meeting
    /// The chart of a process is to be reviewed, approved or drawn again.
    case process
    /// Anything else.
    case other

    /// Name on screen.
    public var name: Localized {
      switch self {
      case .escalation: Localized("Eskalasyon", "Escalation")
      case .review: Localized("Gözden geçirme", "Review")
      case .reading: Localized("Ölçüm", "Reading")
      case .action: Localized("Eylem", "Action")
      case .decision: Localized("Kurul kararı", "Board decision")
      case .meeting: Localized("Toplantı", "Meeting")
      case .process: Localized("Süreç", "Process")
      case .other: Localized("Diğer", "Other")
      }
    }
  }

  /// Its number.
  public let id: Identifier<Notice>
  /// Whose it is.
  public let accountID: Identifier<Account>
  /// What it is about.
  public let kind: Kind
  /// Which one: a risk's reference, an indicator's code, a number; empty for a list.
  public let subject: String
  /// One sentence.
  public let text: Localized
  /// The unit concerned; the notice is shown only to those who may read there.
  public let unitID: Identifier<Unit>?
  /// When it was made.
  public let createdAt: Instant
  /// When it was read.
  public let readAt: Instant?

  /// A notice made of its parts.
  public init(
    id: Identifier<Notice>, accountID: Identifier<Account>, kind: Kind, subject: String, text: Localized,
    unitID: Identifier<Unit>?, createdAt: Instant, readAt: Instant? = nil
  ) {
    (self.id, self.accountID, self.kind, self.subject) = (id, accountID, kind, subject)
    (self.text, self.unitID, self.createdAt, self.readAt) = (text, unitID, createdAt, readAt)
  }
}

extension UnitTree {
  /// The open accounts that look after a unit day by day: the coordinators of the nearest unit upwards that has any.
  public func carers(of unit: Identifier<Unit>, among accounts: [Account]) -> [Account] {
    let roles: Set<Role> = [.subUnitCoordinator, .unitCoordinator, .administrationCoordinator]
    for place in path(to: unit).reversed() {
      let found = accounts.filter { account in
        !account.isDisabled && account.grants.contains { roles.contains($0.role) && $0.unitID == place.id }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The open accounts for whom something waits at `step`; where nobody stands there, those of the next step up.
  public func people(at step: EscalationStep, for unit: Identifier<Unit>, among accounts: [Account]) -> [Account] {
    let path = path(to: unit).map(\.id)
    var current: EscalationStep? = step
    while let place = current {
      let found = accounts.filter { account in
        !account.isDisabled && EscalationAuthority.waits(at: place, for: account.grants, path: path)
      }
      if !found.isEmpty { return found }
      current = place.next
    }
    return []
  }
}
