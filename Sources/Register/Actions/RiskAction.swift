import GuvenceCore

/// An action of the risk action plan (risk eylem planı), without its progress: that is appended and never overwritten.
public struct RiskAction: Hashable, Sendable {
  /// The action's number, never reused.
  public let id: Identifier<RiskAction>
  /// Code as printed, unique: `MH.EY.0001`. Given once.
  public let code: String
  /// What people may change.
  public var details: ActionDetails
  /// Linked risks, by number.
  public var risks: Set<Identifier<Risk>>
  /// Counts changes, from 1; a save names the version it was based on.
  public var version: Int
  /// When it was added.
  public let createdAt: Instant
  /// How it ended; `nil` while it is open.
  public var ending: ActionEnding?

  /// An action made of its parts.
  public init(
    id: Identifier<RiskAction>, code: String, details: ActionDetails, risks: Set<Identifier<Risk>>, version: Int,
    createdAt: Instant, ending: ActionEnding? = nil
  ) {
    (self.id, self.code, self.details, self.risks) = (id, code, details, risks)
    (self.version, self.createdAt, self.ending) = (version, createdAt, ending)
  }

  /// The code of the `number`th action of a unit: `MH.EY.0001`; `number` from 1.
  public static func code(unitCode: String, number: Int) -> String {
    let digits = String(number)
    return "\(unitCode).EY.\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}

/// The editable content of an action. Texts are empty where nothing was entered.
public struct ActionDetails: Hashable, Sendable {
  /// The unit that does it (sorumlu birim).
  public var unitID: Identifier<Unit>
  /// What is done; never empty.
  public var title: String
  /// The post that answers for it (sorumlu).
  public var owner = ""
  /// Units that help (işbirliği yapılacak birimler).
  public var partners: Set<Identifier<Unit>> = []
  /// What it costs, in kuruş, from 0; `nil` where nobody has said.
  public var cost: Int64?
  /// First day.
  public var startsOn: Day
  /// Last day by which it is to be done, not before the first.
  public var dueOn: Day
  /// What is there when it is done (beklenen sonuç/çıktı).
  public var outcome = ""

  /// Details; the remaining texts empty.
  public init(unitID: Identifier<Unit>, title: String, startsOn: Day, dueOn: Day) {
    (self.unitID, self.title, self.startsOn, self.dueOn) = (unitID, title, startsOn, dueOn)
  }
}

/// How an action ended.
public struct ActionEnding: Hashable, Sendable {
  /// The two ways.
  public enum Kind: String, Sendable, CaseIterable {
    /// Done, with evidence.
    case completed
    /// Given up.
    case cancelled
  }

  /// Which way.
  public let kind: Kind
  /// The day.
  public let on: Day
  /// When it was recorded.
  public let at: Instant
  /// Who recorded it, display name.
  public let by: String
  /// What came of it, or why it was given up.
  public let note: String

  /// An ending.
  public init(kind: Kind, on: Day, at: Instant, by: String, note: String) {
    (self.kind, self.on, self.at, self.by, self.note) = (kind, on, at, by, note)
  }
}

/// An entry of an action's progress.
public struct ActionProgress: Hashable, Sendable {
  /// Its number.
  public let id: Identifier<ActionProgress>
  /// The action.
  public let actionID: Identifier<RiskAction>
  /// The day it speaks of.
  public let on: Day
  /// How much is done, 0…100.
  public let percent: Int
  /// Remark; may be empty.
  public let note: String
  /// When it was recorded.
  public let at: Instant
  /// Who recorded it, display name.
  public let by: String

  /// An entry made of its parts.
  public init(
    id: Identifier<ActionProgress>, actionID: Identifier<RiskAction>, on: Day, percent: Int, note: String, at: Instant,
    by: String
  ) {
    (self.id, self.actionID, self.on, self.percent) = (id, actionID, on, percent)
    (self.note, self.at, self.by) = (note, at, by)
  }
}
