import GuvenceCore

/// The statements of appetite as they were known at a moment, asked for one day.
public struct AppetiteBook: Sendable {
  /// How a statement stands on the day.
  public enum Standing: String, Sendable, CaseIterable {
    /// Waits for a decision.
    case proposed
    /// Was refused.
    case refused
    /// Approved, its first day is still to come.
    case upcoming
    /// Holds.
    case inForce = "in-force"
    /// Another statement on the same subject has taken its place.
    case superseded
    /// Its last day is past.
    case expired
    /// Withdrawn after its approval.
    case withdrawn

    /// Name on screen.
    public var name: Localized {
      switch self {
      case .proposed: Localized("Onay bekliyor", "Waits for approval")
      case .refused: Localized("Onaylanmadı", "Refused")
      case .upcoming: Localized("Yürürlük günü gelmedi", "Not in force yet")
      case .inForce: Localized("Yürürlükte", "In force")
      case .superseded: Localized("Yerine yenisi geçti", "Superseded")
      case .expired: Localized("Süresi doldu", "Expired")
      case .withdrawn: Localized("Geri çekildi", "Withdrawn")
      }
    }
  }

  /// What was proposed by then, oldest first.
  public let statements: [AppetiteStatement]
  /// The day asked for.
  public let day: Day
  private let moment: Instant?

  /// `statements` as known before `moment` (all that is known where `nil`), on `day`.
  public init(_ statements: [AppetiteStatement], on day: Day, before moment: Instant? = nil) {
    self.statements = statements.filter { statement in moment.map { statement.proposedAt < $0 } ?? true }
      .sorted { $0.id < $1.id }
      .map { statement in
        guard let moment, let withdrawal = statement.withdrawal, withdrawal.at >= moment else { return statement }
        var then = statement
        then.withdrawal = nil
        return then
      }
    (self.day, self.moment) = (day, moment)
  }

  /// How `statement` stands.
  public func standing(of statement: AppetiteStatement) -> Standing {
    guard let decision = statement.decision, let decidedAt = statement.decidedAt,
      moment.map({ decidedAt < $0 }) ?? true
    else { return .proposed }
    if decision == .refused { return .refused }
    if withdrawal(of: statement) != nil { return .withdrawn }
    if statement.validFrom > day { return .upcoming }
    if latest(on: statement.subject)?.id != statement.id { return .superseded }
    return statement.validUntil.map { $0 < day } ?? false ? .expired : .inForce
  }

  /// The statements that hold, the most special first.
  public var inForce: [AppetiteStatement] {
    statements.filter { standing(of: $0) == .inForce }.sorted { $0.subject.rank > $1.subject.rank }
  }

  /// The statement that holds for a risk with this category and target: that of its target, else of its category, else
  /// that of all risks; `nil` where none does and the methodology's default applies.
  public func governing(category: String, target: String) -> AppetiteStatement? {
    inForce.first { $0.subject.covers(category: category, target: target) }
  }

  /// The withdrawal of `statement` as far as this book knows of it.
  public func withdrawal(of statement: AppetiteStatement) -> AppetiteWithdrawal? {
    statements.first { $0.id == statement.id }?.withdrawal
  }

  // The one approved last counts, also after its last day or its withdrawal: what it took the place of does not come back.
  // One that was withdrawn before its first day never took a place.
  private func latest(on subject: AppetiteSubject) -> AppetiteStatement? {
    approved.filter { $0.subject.isSame(as: subject) && $0.validFrom <= day }
      .filter { statement in statement.withdrawal.map { $0.at >= .startInIstanbul(of: statement.validFrom) } ?? true }
      .max { ($0.decidedAt ?? $0.proposedAt, $0.id) < ($1.decidedAt ?? $1.proposedAt, $1.id) }
  }

  private var approved: [AppetiteStatement] {
    statements.filter { statement in
      guard statement.decision == .approved, let decidedAt = statement.decidedAt else { return false }
      return moment.map { decidedAt < $0 } ?? true
    }
  }
}

extension AppetiteSubject {
  /// Whether both speak of the same, by folded letters.
  public func isSame(as other: AppetiteSubject) -> Bool {
    kind == other.kind && TurkishText.fold(key) == TurkishText.fold(other.key)
  }
}
