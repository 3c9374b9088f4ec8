import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Reads the forms of a risk. What cannot be read is a field problem; what is wrong in content the use case says.
enum RiskInput {
  /// The details typed; collects all problems.
  static func details(_ values: Values, units: [UnitLine]) throws -> RiskDetails {
    var problems: [FieldProblem] = []
    let code = values.text("unit")
    let unit = units.first { $0.unit.code == code }?.unit
    if unit == nil { problems.append(FieldProblem("unit", Localized("Bir birim seçin.", "Choose a unit."))) }
    let statement = values.text("statement")
    if statement.isEmpty {
      problems.append(
        FieldProblem("statement", Localized("Riski bir cümleyle yazın.", "Write the risk in a sentence.")))
    }
    let startedOn = day("startedOn", in: values, &problems)
    guard let unit, problems.isEmpty else { throw refusal(problems) }
    var details = RiskDetails(unitID: unit.id, statement: statement)
    fill(&details, values)
    details.startedOn = startedOn
    return details
  }

  private static func fill(_ details: inout RiskDetails, _ values: Values) {
    details.cause = values.text("cause")
    details.event = values.text("event")
    details.consequence = values.text("consequence")
    details.strategicTarget = values.text("strategicTarget")
    details.unitObjective = values.text("unitObjective")
    details.kind = RiskKind(rawValue: values.text("kind")) ?? .threat
    details.process = values.text("process")
    details.project = values.text("project")
    details.category = values.text("category")
    details.controllability = values.text("controllability")
    details.identificationMethod = values.text("identificationMethod")
    details.source = RiskSource(rawValue: values.text("source"))
    details.response = RiskResponse(rawValue: values.text("response"))
    details.controls = values.text("controls")
    details.plannedControls = values.text("plannedControls")
    details.owner = values.text("owner")
    details.notes = values.text("notes")
    details.declaredChange = ChangeDirection(rawValue: values.text("declaredChange"))
    details.isKeyRisk = values["isKeyRisk"] == "1"
    details.keyRiskReason = values.text("keyRiskReason")
  }

  /// The form's values of stored details.
  static func values(of risk: Risk, unitCode: String) -> Values {
    let details = risk.details
    var values = Values()
    let pairs: [(String, String?)] = [
      ("unit", unitCode), ("statement", details.statement), ("cause", details.cause), ("event", details.event),
      ("consequence", details.consequence), ("strategicTarget", details.strategicTarget),
      ("unitObjective", details.unitObjective), ("category", details.category),
      ("kind", details.kind.rawValue), ("process", details.process), ("project", details.project),
      ("controllability", details.controllability), ("identificationMethod", details.identificationMethod),
      ("source", details.source?.rawValue), ("response", details.response?.rawValue), ("controls", details.controls),
      ("plannedControls", details.plannedControls), ("owner", details.owner), ("notes", details.notes),
      ("declaredChange", details.declaredChange?.rawValue), ("isKeyRisk", details.isKeyRisk ? "1" : nil),
      ("keyRiskReason", details.keyRiskReason), ("startedOn", details.startedOn?.description),
    ]
    for (name, value) in pairs { values.add(name, value) }
    return values
  }

  /// The form's values of the latest assessment, where it was made under the same methodology: the next one starts there.
  static func values(of assessment: Assessment?, under methodology: Methodology) -> Values {
    var values = Values()
    guard let assessment, assessment.methodologyID == methodology.id else { return values }
    let pairs = [("", assessment.inherent), ("residual-", assessment.residual), ("target-", assessment.target)]
    for case (let prefix, let pair?) in pairs {
      values.add(prefix + "likelihood", String(pair.likelihood))
      values.add(prefix + "impact", String(pair.impact))
    }
    for (dimension, value) in assessment.inherent.impactByDimension {
      values.add("impact-" + dimension, String(value))
    }
    return values
  }

  /// The assessment typed; `nil` where every pair is empty.
  static func assessment(_ values: Values, _ methodology: Methodology) throws -> AssessmentInput? {
    var problems: [FieldProblem] = []
    let inherent = pair("", values, methodology, &problems)
    let residual = pair("residual-", values, nil, &problems)
    let target = pair("target-", values, nil, &problems)
    let assessedOn = day("assessedOn", in: values, &problems)
    if inherent == nil, residual != nil || target != nil, problems.isEmpty {
      problems.append(FieldProblem("likelihood", Text.Assess.required))
    }
    guard problems.isEmpty else { throw refusal(problems) }
    guard let inherent else { return nil }
    var input = AssessmentInput(
      inherent: inherent, residual: residual, target: target, reason: values.text("reason"), assessedOn: assessedOn)
    input.edition = values.nonEmpty("edition")
    return input
  }

  /// The assessment typed; refuses an empty one.
  static func requiredAssessment(_ values: Values, _ methodology: Methodology) throws -> AssessmentInput {
    guard let input = try assessment(values, methodology) else {
      throw refusal([
        FieldProblem("likelihood", Text.Assess.required), FieldProblem("impact", Text.Assess.required),
      ])
    }
    return input
  }

  /// One pair, with its impacts by dimension where `dimensioned` has them; `nil` where nothing was chosen.
  static func pair(
    _ prefix: String, _ values: Values, _ dimensioned: Methodology?, _ problems: inout [FieldProblem]
  ) -> ScoreInput? {
    let likelihood = values.number(prefix + "likelihood")
    var byDimension: [String: Int] = [:]
    for dimension in dimensioned?.dimensions ?? [] {
      if let value = values.number("impact-" + dimension.id) { byDimension[dimension.id] = value }
    }
    let impact = values.number(prefix + "impact")
    switch (likelihood, impact, byDimension.isEmpty) {
    case (nil, nil, true): return nil
    case (let likelihood?, _, false): return ScoreInput(likelihood: likelihood, dimensions: byDimension)
    case (let likelihood?, let impact?, true): return ScoreInput(likelihood: likelihood, impact: impact)
    case (nil, _, _): problems.append(FieldProblem(prefix + "likelihood", Text.Assess.pairNeeded))
    case (_, nil, true): problems.append(FieldProblem(prefix + "impact", Text.Assess.pairNeeded))
    }
    return nil
  }

  private static func day(_ name: String, in values: Values, _ problems: inout [FieldProblem]) -> Day? {
    let text = values.text(name)
    guard !text.isEmpty else { return nil }
    let day = dayFromField(text)
    if day == nil { problems.append(FieldProblem(name, Text.Assess.dayWrong)) }
    return day
  }

  /// A refusal of the whole form.
  static func refusal(_ problems: [FieldProblem]) -> Problem {
    Problem(.invalid, Text.Frame.errorSummary, fields: problems)
  }
}
