import GuvenceCore

/// What makes a risk be carried upwards.
public enum EscalationTrigger: String, Sendable, CaseIterable {
  /// The risk stands at the highest level of its methodology.
  case topLevel = "top-level"
  /// A case of appetite is open and above the tolerance.
  case breach
  /// A red reading of an indicator asks for a review.
  case redIndicator = "red-indicator"
  /// An action on a high risk is past its day.
  case overdueAction = "overdue-action"
  /// The risk has come true.
  case realisedEvent = "realised-event"
  /// The risk touches other units too.
  case sharedRisk = "shared-risk"
  /// The review day is past.
  case overdueReview = "overdue-review"

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .topLevel: Localized("En üst düzeyde", "At the top level")
    case .breach: Localized("Tolerans aşımı", "Above tolerance")
    case .redIndicator: Localized("Kırmızı gösterge", "Red indicator")
    case .overdueAction: Localized("Geciken eylem", "Overdue action")
    case .realisedEvent: Localized("Gerçekleşen olay", "Realised event")
    case .sharedRisk: Localized("Ortak risk", "Shared risk")
    case .overdueReview: Localized("Gözden geçirme gecikti", "Review overdue")
    }
  }
}

/// What is known of one risk on the day of the run.
public struct EscalationFacts: Sendable {
  /// The risk.
  public let riskID: Identifier<Risk>
  /// Its unit.
  public let unitID: Identifier<Unit>
  /// The step that looks after the unit.
  public let home: EscalationStep
  /// Id of the effective level; `nil` while not assessed.
  public let levelID: String?
  /// Name of the level.
  public let levelName: Localized?
  /// Whether it is the highest level of its methodology.
  public let isTopLevel: Bool
  /// Whether it is one of the two highest levels.
  public let isHigh: Bool
  /// When the risk is to be looked at again.
  public let nextReviewOn: Day?
  /// Happenings that other parts of the register know of.
  public var happenings: [EscalationOccasion]

  /// Facts made of their parts.
  public init(
    riskID: Identifier<Risk>, unitID: Identifier<Unit>, home: EscalationStep, levelID: String?, levelName: Localized?,
    isTopLevel: Bool, isHigh: Bool, nextReviewOn: Day?, happenings: [EscalationOccasion] = []
  ) {
    (self.riskID, self.unitID, self.home) = (riskID, unitID, home)
    (self.levelID, self.levelName, self.isTopLevel, self.isHigh) = (levelID, levelName, isTopLevel, isHigh)
    (self.nextReviewOn, self.happenings) = (nextReviewOn, happenings)
  }
}

/// One happening of a trigger. The same happening never opens a second escalation while the first one lives.
public struct EscalationOccasion: Hashable, Sendable {
  /// What kind.
  public let trigger: EscalationTrigger
  /// Which one among those of its kind; empty where there is only one at a time.
  public let key: String
  /// One sentence, in Turkish as the journal keeps it.
  public let text: String

  /// An occasion.
  public init(_ trigger: EscalationTrigger, key: String = "", text: String) {
    (self.trigger, self.key, self.text) = (trigger, key, text)
  }
}

/// What holds for a risk with these facts on `day`, in the order of the triggers. An overdue action counts on a high
/// risk only.
public func triggers(for facts: EscalationFacts, on day: Day) -> [EscalationOccasion] {
  var found: [EscalationOccasion] = []
  if facts.isTopLevel {
    let name = facts.levelName?.turkish ?? facts.levelID ?? ""
    found.append(EscalationOccasion(.topLevel, text: EscalationWording.topLevel.text(name)))
  }
  found += facts.happenings.filter { $0.trigger != .overdueAction || facts.isHigh }
  if let due = facts.nextReviewOn, due < day {
    found.append(
      EscalationOccasion(
        .overdueReview, key: due.description, text: EscalationWording.overdueReview.text(due.turkish)))
  }
  var seen: Set<String> = []
  return found.filter { seen.insert($0.trigger.rawValue + "\u{0}" + $0.key).inserted }
    .sorted { ($0.trigger.place, $0.key) < ($1.trigger.place, $1.key) }
}

extension EscalationTrigger {
  fileprivate var place: Int { EscalationTrigger.allCases.firstIndex(of: self) ?? 0 }
}
