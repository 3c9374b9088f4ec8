import Dispatch
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// Two people at the same risk: nobody's work is lost, and nobody overwrites what they have not seen.
struct LockingTests {
  /// One of two people who edit the same risk, each a field of their own.
  private struct Editor: Sendable {
    let actor: Actor
    let field: WritableKeyPath<RiskDetails, String> & Sendable
  }

  /// What became of one person's save in one round.
  private enum Outcome: Sendable { case saved(Int), stale(StaleSave), failed(String) }

  @Test("Fifty rounds of two editors: one saves, the other is shown both versions and saves after them")
  func twoEditors() throws {
    let town = try Town()
    let reference = town.risk(of: town.finance)
    let editors = [
      Editor(actor: try town.person(.unitCoordinator, in: town.finance), field: \.owner),
      Editor(actor: try town.person(.administrationCoordinator, in: town.root), field: \.notes),
    ]
    for round in 1...50 { try play(round, reference, editors, town) }
    let risk = try town.page(reference).row.risk
    #expect(risk.version == 101)
    #expect(risk.details.owner == "tur 50" && risk.details.notes == "tur 50")
    let lines = try town.app.journal(entity: "risk", key: reference, before: nil, limit: 500, by: .machineOperator)
    for field in ["owner", "notes"] {
      let kept = lines.flatMap(\.changes).filter { $0.field == field && $0.after != "" }.compactMap(\.after)
      #expect(Set(kept) == Set((1...50).map { "tur \($0)" }))
    }
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("Two assessments based on the same version: the second is told of the first")
  func twoAssessors() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    let input = { (likelihood: Int) in AssessmentInput(inherent: ScoreInput(likelihood: likelihood, impact: 4)) }
    _ = try town.app.assess(reference, input(2), version: 1, by: .machineOperator)
    let stale = problem { _ = try town.app.assess(reference, input(3), version: 1, by: .machineOperator) }
    #expect(stale?.kind == .stale && stale?.stale?.currentVersion == 2)
    let factor = stale?.stale?.differences.first { $0.field == "likelihood" }
    #expect(factor?.theirs == "2 × 4" && factor?.yours == "3 × 4")
    #expect(try town.page(reference).history.count == 2)
    _ = try town.app.assess(reference, input(3), version: 2, by: .machineOperator)
    #expect(try town.page(reference).history.count == 3)
  }

  @Test("An edit and a retirement based on the same version do not both happen")
  func editAgainstRetirement() throws {
    let town = try Town()
    let risk = try town.page(town.risk(of: town.legal)).row.risk
    _ = try town.app.editRisk(risk.reference, risk.details, version: risk.version, by: .machineOperator)
    let late = refusal {
      _ = try town.app.retireRisk(risk.reference, reason: "Bitti", version: risk.version, by: .machineOperator)
    }
    #expect(late == .stale)
    #expect(try town.page(risk.reference).row.risk.retiredOn == nil)
  }

  private func play(_ round: Int, _ reference: String, _ editors: [Editor], _ town: Town) throws {
    let seen = try town.page(reference).row.risk
    let outcomes = Locked<[Int: Outcome]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      var details = seen.details
      details[keyPath: editors[index].field] = "tur \(round)"
      let outcome = save(reference, details, seen.version, editors[index], town)
      outcomes.withLock { $0[index] = outcome }
    }
    let results = outcomes.withLock { $0 }
    guard let loser = results.first(where: { if case .stale = $0.value { true } else { false } }),
      case .stale(let stale) = loser.value, case .saved(let version)? = results[1 - loser.key]
    else {
      Issue.record("round \(round): \(results)")
      return
    }
    #expect(version == seen.version + 1 && stale.currentVersion == version)
    #expect(stale.changedBy == editors[1 - loser.key].actor.displayName)
    let mine = loser.key == 0 ? "owner" : "notes"
    #expect(stale.differences.first { $0.field == mine }?.yours == "tur \(round)")
    var rebased = try town.page(reference).row.risk.details
    rebased[keyPath: editors[loser.key].field] = "tur \(round)"
    _ = try town.app.editRisk(reference, rebased, version: stale.currentVersion, by: editors[loser.key].actor)
  }

  private func save(
    _ reference: String, _ details: RiskDetails, _ version: Int, _ editor: Editor, _ town: Town
  ) -> Outcome {
    do {
      return .saved(try town.app.editRisk(reference, details, version: version, by: editor.actor).version)
    } catch let problem as Problem {
      return problem.stale.map { .stale($0) } ?? .failed("\(problem)")
    } catch {
      return .failed("\(error)")
    }
  }
}
