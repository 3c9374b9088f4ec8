import GuvenceCore
import GuvenceRules

/// What a run does with one risk.
public enum EscalationMove: Hashable, Sendable {
  /// A new escalation.
  case open(EscalationOccasion, to: EscalationStep, dueOn: Day, EscalationRuling)
  /// One goes further up.
  case raise(Escalation, to: EscalationStep, dueOn: Day, EscalationRuling, isOverdue: Bool)
  /// The trigger of one is gone.
  case close(Escalation)
}

/// Decides what a run does: pure, so that the same day with the same facts gives nothing new the second time.
public struct EscalationPlan: Sendable {
  private let rules: EscalationRules
  private let day: Day

  /// A plan for `day` under `rules`.
  public init(_ rules: EscalationRules, on day: Day) { (self.rules, self.day) = (rules, day) }

  /// The moves for a risk with these facts, where `live` are its escalations that are not closed. Without facts (the
  /// risk was retired) all of them end.
  public func moves(_ facts: EscalationFacts?, live: [Escalation]) -> [EscalationMove] {
    guard let facts else { return live.map(EscalationMove.close) }
    let ruled = triggers(for: facts, on: day).compactMap { occasion in
      rules.ruling(trigger: occasion.trigger.rawValue, level: facts.levelID).map { (occasion, $0) }
    }
    var moves: [EscalationMove] = []
    for escalation in live {
      guard let match = ruled.first(where: { escalation.concerns($0.0) }) else {
        moves.append(.close(escalation))
        continue
      }
      if let raise = raise(escalation, match.1) { moves.append(raise) }
    }
    for (occasion, ruling) in ruled where !live.contains(where: { $0.concerns(occasion) }) {
      let to = EscalationStep.target(ruling.target, from: facts.home)
      if to > facts.home { moves.append(.open(occasion, to: to, dueOn: day.adding(days: ruling.days), ruling)) }
    }
    return moves
  }

  private func raise(_ escalation: Escalation, _ ruling: EscalationRuling) -> EscalationMove? {
    guard escalation.state.isUnsettled else { return nil }
    let asked = EscalationStep.target(ruling.target, from: escalation.from)
    if asked > escalation.to {
      return .raise(escalation, to: asked, dueOn: day.adding(days: ruling.days), ruling, isOverdue: false)
    }
    guard escalation.isOverdue(on: day), let next = escalation.to.next, let ruling = rules.further(to: next.rawValue)
    else { return nil }
    return .raise(escalation, to: next, dueOn: day.adding(days: ruling.days), ruling, isOverdue: true)
  }
}

extension Escalation {
  fileprivate func concerns(_ occasion: EscalationOccasion) -> Bool {
    self.occasion.trigger == occasion.trigger && self.occasion.key == occasion.key
  }
}

/// Who may answer what waits at a step, and whom it waits for.
public enum EscalationAuthority {
  /// Whether somebody with these grants stands at `step` for a unit, whose path from the administration down is `path`.
  /// For the board its secretary, the İRK, counts too.
  public static func waits(at step: EscalationStep, for grants: [RoleGrant], path: [Identifier<Unit>]) -> Bool {
    grants.contains { grant in
      path.contains(grant.unitID)
        && (grant.role == step.role || (step == .board && grant.role == .administrationCoordinator))
    }
  }

  /// Whether somebody with these grants may take note of or decide what waits at `step`: those who stand there or above.
  /// The board acts through its secretary.
  public static func mayAnswer(at step: EscalationStep, by grants: [RoleGrant], path: [Identifier<Unit>]) -> Bool {
    grants.contains { grant in
      guard path.contains(grant.unitID), let own = EscalationStep(grant.role), own != .board, own != .subUnit else {
        return false
      }
      return own >= step || (step == .board && own == .administration)
    }
  }
}

extension UnitTree {
  /// The units whose risks wait for somebody with these grants when they wait at `step`.
  public func units(waitingAt step: EscalationStep, by grants: [RoleGrant]) -> Set<Identifier<Unit>> {
    var found: Set<Identifier<Unit>> = []
    for grant in grants where EscalationAuthority.waits(at: step, for: [grant], path: [grant.unitID]) {
      found.formUnion(subtree(of: grant.unitID))
    }
    return found
  }
}
