import FoundationEssentials
import GuvenceCore

/// What the tables `escalation` and `escalation-further` say, with the version they were asked in.
public struct EscalationRuling: Hashable, Sendable {
  /// To whom, as the table says: `next`, `brk`, `irk`, `kurul`, `ust-yonetici`.
  public let target: String
  /// Days to decide, from the day it is carried there.
  public let days: Int
  /// Id of the table.
  public let ruleID: String
  /// First day of the table's version.
  public let effective: Day
  /// Where the rule comes from.
  public let citation: Citation

  /// A ruling made of its parts.
  public init(target: String, days: Int, ruleID: String, effective: Day, citation: Citation) {
    (self.target, self.days, self.ruleID) = (target, days, ruleID)
    (self.effective, self.citation) = (effective, citation)
  }
}

/// The two tables of escalation in force on one day.
public struct EscalationRules: Sendable {
  private let first: DecisionTable
  private let further: DecisionTable

  /// The word that the table has for a risk without an assessment.
  public static let unassessed = "unassessed"

  /// The tables of `library` in force on `day`; `nil` where there are none yet.
  public init?(_ library: RuleLibrary, on day: Day) {
    guard let first = library.table("escalation", on: day), let further = library.table("escalation-further", on: day)
    else { return nil }
    (self.first, self.further) = (first, further)
  }

  /// Where a risk of `level` (an id, or `nil` where not assessed) goes when `trigger` happens; `nil` where it stays.
  public func ruling(trigger: String, level: String?) -> EscalationRuling? {
    let found = try? first.decide(["trigger": .word(trigger), "level": .word(level ?? EscalationRules.unassessed)])
    guard let target = found?["to"]?.description, target != "none", let days = found?["days"]?.int else { return nil }
    return EscalationRuling(
      target: target, days: days, ruleID: first.id, effective: first.effective, citation: first.citation)
  }

  /// How long `role` has for what was not decided in time below.
  public func further(to role: String) -> EscalationRuling? {
    guard let days = (try? further.decide(["to": .word(role)]))?["days"]?.int else { return nil }
    return EscalationRuling(
      target: role, days: days, ruleID: further.id, effective: further.effective, citation: further.citation)
  }
}
