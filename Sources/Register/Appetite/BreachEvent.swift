import GuvenceCore

/// Something that happened to the case of a risk above its appetite. Events are appended; a case is what they add up to.
public struct BreachEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// The score went above the appetite.
    case opened
    /// Score, grade or statement changed while the case stood.
    case regraded
    /// Somebody took note and said what will be done.
    case acknowledged
    /// A higher role accepted the risk until a day.
    case accepted
    /// The acceptance ended: its day passed, or the risk grew beyond what was accepted.
    case reopened
    /// Closed by hand, within the tolerance only.
    case settled
    /// The score fell, or nothing is left to compare it with.
    case resolved

    /// Name on screen.
    public var name: Localized {
      switch self {
      case .opened: Localized("Açıldı", "Opened")
      case .regraded: Localized("Durum değişti", "Changed")
      case .acknowledged: Localized("Üstlenildi", "Acknowledged")
      case .accepted: Localized("Süreli kabul edildi", "Accepted until a day")
      case .reopened: Localized("Yeniden açıldı", "Reopened")
      case .settled: Localized("Elle kapatıldı", "Closed by hand")
      case .resolved: Localized("Çözüldü", "Resolved")
      }
    }
  }

  /// Its number.
  public let id: Identifier<BreachEvent>
  /// The event that opened the case; the event itself where it is that one.
  public let caseID: Identifier<BreachCase>
  /// The risk.
  public let riskID: Identifier<Risk>
  /// What happened.
  public let kind: Kind
  /// When.
  public let at: Instant
  /// Who, display name; what the evaluation does carries who set it off.
  public let by: String
  /// The account of who; `nil` for the operator of the machine.
  public let accountID: Identifier<Account>?
  /// The grade after the event.
  public let grade: AppetiteGrade
  /// The score after the event.
  public let score: Int
  /// Id of the methodology of the score.
  public let methodologyID: String
  /// The statement the score was compared with; `nil` where none holds any more.
  public let statementID: Identifier<AppetiteStatement>?
  /// Plan, reason or cause in words.
  public let text: String
  /// Last day of an acceptance.
  public let until: Day?

  /// An event made of its parts.
  public init(
    id: Identifier<BreachEvent>, caseID: Identifier<BreachCase>, riskID: Identifier<Risk>, kind: Kind, at: Instant,
    by: String, accountID: Identifier<Account>?, grade: AppetiteGrade, score: Int, methodologyID: String,
    statementID: Identifier<AppetiteStatement>?, text: String, until: Day? = nil
  ) {
    (self.id, self.caseID, self.riskID, self.kind, self.at) = (id, caseID, riskID, kind, at)
    (self.by, self.accountID, self.grade, self.score) = (by, accountID, grade, score)
    (self.methodologyID, self.statementID, self.text, self.until) = (methodologyID, statementID, text, until)
  }
}
