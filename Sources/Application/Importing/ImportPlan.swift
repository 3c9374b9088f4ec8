import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// What an import would do, row by row; made for the preview and made again, from the stored file, on confirmation.
struct ImportPlan {
  /// One row with everything needed to store it.
  struct Step {
    let read: FormRow
    let unit: UnitBook.Entry
    /// The risk the row updates; `nil` where it creates one.
    let existing: Risk?
    let reference: String
    /// Details as they would be stored; for a proposed unit `unitID` is a placeholder.
    let details: RiskDetails
    /// What to assess; `nil` where the row has no factors or they agree with what is stored.
    let input: AssessmentInput?
    let judgement: Judgement?
    let methodology: Methodology
    let changedFields: [String]

    var action: ImportRow.Action {
      existing == nil ? .create : changedFields.isEmpty && input == nil ? .unchanged : .update
    }
  }

  let forms: [SheetForm]
  let methodology: Methodology
  let units: UnitBook
  let steps: [Step]
  let problems: [Diagnostic]
  let notes: [Diagnostic]

  /// The preview under which the file waits as run `id`.
  func preview(run id: Int64, file: String, options: ImportOptions) -> ImportPreview {
    ImportPreview(
      runID: id, fileName: file, sheets: forms.map(\.mapping), rows: steps.map { row($0) },
      proposedUnits: units.proposed, problems: problems, notes: notes, methodology: methodology, options: options)
  }

  private func row(_ step: Step) -> ImportRow {
    let score = step.judgement?.inherent
    return ImportRow(
      sheet: step.read.form.name, row: step.read.row.number, action: step.action, reference: step.reference,
      unitCode: units.code(of: step.unit), statement: step.details.statement, pair: score?.pair(), level: score?.level,
      declaredScore: step.read.declaredScore, declaredLevel: step.details.declaredLevel,
      changedFields: step.changedFields)
  }
}
