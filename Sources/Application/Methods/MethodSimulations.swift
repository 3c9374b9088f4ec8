import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// What publishing a methodology would do to the whole register. Changes nothing. At most `limit` changed risks are
  /// listed; all are counted.
  public func simulateMethod(
    _ selection: MethodSelection, limit: Int = 200, by actor: Actor
  ) throws -> MethodSimulationPage {
    try read { connection in
      try Access(actor, connection).requireEverywhere(.chooseMethodology)
      let chosen = try self.chosen(selection, connection)
      let current = try self.methodology(connection, on: today)
      let standing = try StandingAssessments.all(connection)
      let rescoring = try rescoring(of: standing, under: chosen, connection)
      let result = MethodSimulation(
        standing, under: rescoring, current: current, limit: limit,
        appetite: try movedAppetite(to: chosen, rescoring.mapping, connection))
      return MethodSimulationPage(
        current: current, chosen: chosen, digest: RuleSetTable.digest(of: chosen), mapping: rescoring.mapping,
        result: result, notAssessed: try StandingAssessments.notAssessedCount(connection),
        changes: try named(result.changes, chosen, connection), version: try administration(connection).version,
        obstacle: try obstacle(toPublishing: chosen, standing, unreadable: result.unreadableCount, connection))
    }
  }

  /// What re-scores `standing` under `methodology`, by the mapping in force today.
  func rescoring(
    of standing: [StandingAssessment], under methodology: Methodology, _ connection: Connection
  ) throws -> Rescoring {
    var sources: [Int64: Methodology] = [:]
    for id in Set(standing.map(\.ruleSetID)) {
      guard let ruleSet = try RuleSetTable.find(id, connection) else { continue }
      sources[id] = try self.methodology(digest: ruleSet.digest, connection)
    }
    let mapping = try ScaleMapping.load(dataFolder: dataFolder, on: today)
    return Rescoring(under: methodology, from: sources, by: mapping)
  }

  /// Why `methodology` cannot be published; `nil` where it can.
  func obstacle(
    toPublishing methodology: Methodology, _ standing: [StandingAssessment], unreadable: Int, _ connection: Connection
  ) throws -> Localized? {
    if unreadable > 0 {
      return Localized(
        "\(unreadable) risk yeniden puanlanamıyor: değerlendirildikleri yöntem okunamıyor.",
        "\(unreadable) risks cannot be re-scored: the methodology they were assessed under cannot be read.")
    }
    let current = try self.methodology(connection, on: today)
    let stored = try RuleSetTable.find(digest: RuleSetTable.digest(of: methodology), connection)
    let isEverywhere = standing.allSatisfy { $0.ruleSetID == stored?.id }
    if current.canonicalText == methodology.canonicalText, isEverywhere {
      return Localized(
        "Bu yöntem zaten kullanımda; yeniden puanlanacak risk yok.",
        "This methodology is already in use; there is nothing to re-score.")
    }
    return nil
  }

  private func named(
    _ changes: [MethodSimulation.Change], _ chosen: Methodology, _ connection: Connection
  ) throws -> [MethodSimulationPage.Change] {
    let names = try RiskNames.find(changes.map(\.riskID), connection)
    var sources: [Int64: Methodology] = [:]
    for id in Set(changes.map(\.ruleSetID)) {
      sources[id] = try RuleSetTable.find(id, connection).flatMap { try methodology(digest: $0.digest, connection) }
    }
    return changes.map { change in
      let name = names[change.riskID]
      return MethodSimulationPage.Change(
        reference: name?.reference ?? "", statement: name?.statement ?? "", unitCode: name?.unitCode ?? "",
        change: change, levelBefore: sources[change.ruleSetID]?.level(change.before.levelID),
        levelAfter: chosen.level(change.after.levelID))
    }
  }
}
