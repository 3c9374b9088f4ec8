import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

extension MethodOutput {
  static func json(_ page: MethodsPage, _ language: Language) -> JSON {
    .members([
      "methodologies": .array(
        page.lines.map { line in
          let rule = line.methodology
          return .members([
            "id": .text(rule.id), "name": .text(rule.name(language)), "effective": .text(rule.effective.description),
            "likelihoods": .count(rule.likelihood.steps.count), "impacts": .count(rule.impact.steps.count),
            "inUse": .boolean(line.isInUse), "own": .boolean(line.isOwn), "risks": .count(line.riskCount),
            "digest": .text(line.digest), "verified": .boolean(rule.citation.isVerified),
          ])
        }),
      "changes": .array(
        page.changes.map { line in
          .members([
            "change": .text(line.change.id.description), "kind": .text(line.change.kind.rawValue),
            "at": .text(line.change.changedAt.description), "by": .text(line.change.changedBy),
            "reason": .text(line.change.reason), "from": .text(line.from), "to": .text(line.to),
            "assessments": .count(line.change.assessmentCount), "undone": .boolean(line.isUndone),
            "mayUndo": .boolean(line.mayUndo),
          ])
        }),
    ])
  }

  static func json(_ page: MethodSimulationPage, _ language: Language) -> JSON {
    let result = page.result
    return .members([
      "from": .text(page.current.id), "to": .text(page.chosen.id), "digest": .text(page.digest),
      "mapping": .text(page.mapping.id), "obstacle": .optional(page.obstacle.map { $0(language) }),
      "risks": .count(result.riskCount), "notAssessed": .count(page.notAssessed),
      "adjusted": .count(result.adjustedCount), "elsewhere": .count(result.elsewhereCount),
      "aboveBefore": .count(result.aboveBefore), "aboveAfter": .count(result.aboveAfter),
      "newlyAbove": .count(result.newlyAbove), "newlyWithin": .count(result.newlyWithin),
      "levelsBefore": counts(result.levelsBefore), "levelsAfter": counts(result.levelsAfter),
      "mapBefore": grid(result.mapBefore), "mapAfter": grid(result.mapAfter),
      "opportunities": .count(result.opportunityCount),
      "opportunityMapBefore": grid(result.mapsBefore[.opportunity] ?? []),
      "opportunityMapAfter": grid(result.mapsAfter[.opportunity] ?? []),
      "transitions": .array(
        result.transitions.map {
          .members(["from": .text($0.from), "to": .text($0.to), "risks": .count($0.count)])
        }),
      "changed": .count(result.changedCount),
      "changes": .array(
        page.changes.map { line in
          .members([
            "reference": .text(line.reference), "unit": .text(line.unitCode),
            "before": RiskOutput.json(line.change.before), "after": RiskOutput.json(line.change.after),
            "wasAbove": .boolean(line.change.wasAbove), "isAbove": .boolean(line.change.isAbove),
          ])
        }),
    ])
  }

  private static func counts(_ levels: [String: Int]) -> JSON {
    .array(
      levels.sorted { $0.key < $1.key }.map { .members(["level": .text($0.key), "risks": .count($0.value)]) })
  }

  private static func grid(_ cells: [[Int]]) -> JSON { .array(cells.map { .array($0.map { .count($0) }) }) }
}
