import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

extension RiskOutput {
  static func json(_ row: RegisterRow, _ language: Language) -> JSON {
    let details = row.risk.details
    let pair = row.assessment?.effective
    return .members([
      "reference": .text(row.risk.reference), "unit": .text(row.unitCode), "unitName": .text(row.unitName),
      "statement": .text(details.statement), "strategicTarget": .text(details.strategicTarget),
      "kind": .text(details.kind.rawValue), "sharedWith": .array(row.sharedWith.map { .text($0) }),
      "response": .optional(details.response?.rawValue), "controls": .text(details.controls),
      "owner": .text(details.owner), "startedOn": .optional(details.startedOn),
      "assessed": .boolean(row.assessment != nil), "likelihood": .optional(pair?.likelihood),
      "impact": .optional(pair?.impact), "score": .optional(pair?.score), "level": .optional(row.level?.name(language)),
      "levelId": .optional(row.level?.id), "methodology": .optional(row.assessment?.methodologyID),
      "appetite": .optional(row.grade.map { $0 == .within ? "within" : "above" }),
      "appetiteGrade": .optional(row.grade?.rawValue),
      "appetiteIsDefault": .boolean(row.appetite == nil), "nextReview": .optional(row.assessment?.nextReviewOn),
      "declaredScore": .optional(details.declaredScore), "declaredLevel": .text(details.declaredLevel),
      "change": .optional(row.change?.rawValue), "version": .count(row.risk.version),
      "retiredOn": .optional(row.risk.retiredOn),
    ])
  }

  static func json(_ page: RiskPage, _ steps: [ProcessStepLine], _ language: Language) -> JSON {
    guard case .object(var members) = json(page.row, language) else { return .null }
    if let place = members.firstIndex(where: { $0.key == "nextReview" }) {
      members[place] = JSON.Member(key: "nextReview", value: .optional(page.reviewOn))
    }
    let details = page.row.risk.details
    let more = JSON.members([
      "cause": .text(details.cause), "event": .text(details.event), "consequence": .text(details.consequence),
      "process": .text(details.process), "project": .text(details.project), "category": .text(details.category),
      "source": .optional(details.source?.rawValue), "controllability": .text(details.controllability),
      "identificationMethod": .text(details.identificationMethod),
      "notes": .text(details.notes), "plannedControls": .text(details.plannedControls),
      "unitPath": .array(page.unitPath.map { .text($0.code) }),
      "inherent": page.row.assessment.map { json($0.inherent) } ?? .null,
      "residual": page.row.assessment?.residual.map(json) ?? .null,
      "target": page.row.assessment?.target.map(json) ?? .null,
      "findings": .array(
        page.findings.map { .members(["code": .text($0.code), "message": .text($0.message(language))]) }),
      "reasons": .array(page.inherentReasons.map { json($0, language) }),
      "statementFindings": .array(page.identification.remarks.map { StatementOutput.json($0, language) }),
      "shares": .array(page.identification.shares.map { .text($0.unitCode) }),
      "relations": RelationOutput.json(page.identification.relations),
      "origin": page.identification.origin.map(json) ?? .null,
      "steps": .array(
        steps.map { line in
          .members([
            "process": .text(line.record.code), "name": .text(line.record.details.name),
            "step": .text(line.link.stepID), "stepName": .text(line.stepName), "point": .text(line.link.pointID),
          ])
        }),
    ])
    guard case .object(let rest) = more else { return .null }
    return .object(members + rest)
  }

  private static func json(_ line: OriginLine) -> JSON {
    let state =
      switch line.state {
      case .same: "same"
      case .changed: "changed"
      case .gone: "gone"
      }
    return .members([
      "catalog": .text(line.origin.catalog), "entry": .text(line.origin.entry), "digest": .text(line.origin.digest),
      "verified": .boolean(line.origin.isVerified), "state": .text(state),
    ])
  }

  static func json(_ pair: JudgedPair) -> JSON {
    .members([
      "likelihood": .count(pair.likelihood), "impact": .count(pair.impact), "score": .optional(pair.score),
      "levelId": .text(pair.levelID),
    ])
  }

  static func json(_ assessment: Assessment) -> JSON {
    .members([
      "assessedOn": .text(assessment.assessedOn.description), "recordedAt": .text(assessment.recordedAt.description),
      "recordedBy": .text(assessment.recordedBy), "methodology": .text(assessment.methodologyID),
      "ruleDigest": .text(assessment.ruleDigest), "inherent": json(assessment.inherent),
      "residual": assessment.residual.map(json) ?? .null, "target": assessment.target.map(json) ?? .null,
      "appetite": .text(assessment.verdict.rawValue), "nextReview": .text(assessment.nextReviewOn.description),
      "reason": .text(assessment.reason), "origin": .text(assessment.origin.rawValue),
    ])
  }

  static func json(_ step: ExplanationStep, _ language: Language) -> JSON {
    .members([
      "rule": .text(step.rule), "effective": .text(step.effective.description), "title": .text(step.title(language)),
      "arithmetic": .text(step.arithmetic(language)), "result": .text(step.result(language)),
      "citation": .text(step.citation.text), "verified": .boolean(step.citation.isVerified),
    ])
  }

  static func json(_ line: JournalLine) -> JSON {
    .members([
      "sequence": .integer(line.sequence), "at": .text(line.at.description), "actor": .text(line.actor),
      "useCase": .text(line.useCase), "entity": .text(line.entity), "key": .text(line.entityKey),
      "changes": .array(
        line.changes.map {
          .members(["field": .text($0.field), "before": .optional($0.before), "after": .optional($0.after)])
        }),
    ])
  }
}
