import GuvenceCore
import GuvenceRegister

/// Form names of the assessment's fields and the columns they stand in.
enum RowFields {
  static func field(_ name: String) -> FormField {
    switch name {
    case "likelihood": .likelihood
    case "impact": .impact
    case "residual-likelihood": .residualLikelihood
    case "residual-impact": .residualImpact
    case "target-likelihood": .targetLikelihood
    case "target-impact": .targetImpact
    default: .score
    }
  }
}

extension ImportPlanner {
  /// The risk's details after the row: what the file has a column for is taken from it, everything else stays.
  func details(
    _ read: FormRow, _ unit: UnitBook.Entry, _ existing: Risk?, _ judgement: Judgement?, sourceReference: String
  ) -> RiskDetails {
    let unitID = if case .existing(let unit) = unit { unit.id } else { existing?.details.unitID ?? Identifier<Unit>(0) }
    var details = existing?.details ?? RiskDetails(unitID: unitID, statement: read[.statement])
    details.unitID = unitID
    takeStatement(read, existing, &details)
    take(read, .strategicTarget, &details.strategicTarget)
    take(read, .unitObjective, &details.unitObjective)
    take(read, .plannedControls, &details.plannedControls)
    take(read, .owner, &details.owner)
    take(read, .notes, &details.notes)
    take(read, .category, &details.category)
    take(read, .keyRiskReason, &details.keyRiskReason)
    take(read, .process, &details.process)
    take(read, .project, &details.project)
    if read.has(.controllability) { details.controllability = words.controllability.id(read[.controllability]) }
    if read.has(.identificationMethod) {
      details.identificationMethod = words.identificationMethods.id(read[.identificationMethod])
    }
    if read.has(.kind) { details.kind = read.kind }
    if read.has(.controls) || read.has(.response) { takeResponse(read, &details) }
    if read.has(.change) { details.declaredChange = read.change }
    if read.has(.startedOn) { details.startedOn = read.startedOn }
    if read.has(.source) { details.source = read.source }
    if read.has(.keyRisk) { details.isKeyRisk = read.isKeyRisk }
    takeDeclared(read, judgement, &details)
    if existing == nil { details.sourceReference = sourceReference }
    take(read, .sourceReference, &details.sourceReference)
    return details
  }

  private func take(_ read: FormRow, _ field: FormField, _ text: inout String) {
    if read.has(field) { text = read[field] }
  }

  private func takeStatement(_ read: FormRow, _ existing: Risk?, _ details: inout RiskDetails) {
    if read.has(.statement), !read[.statement].isEmpty { details.statement = read[.statement] }
    if existing == nil || existing?.details.statement != details.statement {
      let parts = StatementParts(details.statement)
      (details.cause, details.event, details.consequence) = (parts.cause, parts.event, parts.consequence)
    }
    take(read, .cause, &details.cause)
    take(read, .event, &details.event)
    take(read, .consequence, &details.consequence)
  }

  private func takeResponse(_ read: FormRow, _ details: inout RiskDetails) {
    if read.has(.controls) { details.controls = read.controls }
    details.response = read.response
  }

  /// Our own export carries the declared values in columns of their own; other files declare by their score column.
  /// A declared score is kept where it says something the rules do not.
  private func takeDeclared(_ read: FormRow, _ judgement: Judgement?, _ details: inout RiskDetails) {
    if read.has(.declaredScore) || read.has(.declaredLevel) {
      details.declaredScore = read[.declaredScore].isEmpty ? nil : read.declaredScore
      details.declaredLevel = read[.declaredLevel]
      return
    }
    guard let declared = read.declaredScore else { return }
    let score = judgement?.inherent
    if score?.value != declared {
      details.declaredScore = declared
      details.declaredLevel = read[.level]
    } else {
      (details.declaredScore, details.declaredLevel) = (nil, "")
    }
  }
}

extension Localized {
  /// Without full stops at the end, as findings are printed.
  var droppingFullStop: Localized {
    func dropped(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
    return Localized(dropped(turkish), dropped(english))
  }
}
