import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// A dry run of an import: what would happen, and every problem by sheet and cell. Nothing has been stored but the file.
public struct ImportPreview: Sendable {
  /// Under this number the file waits for confirmation.
  public let runID: Int64
  /// Name of the file.
  public let fileName: String
  /// What was recognised, sheet by sheet.
  public let sheets: [SheetMapping]
  /// Rows as they would be stored.
  public let rows: [ImportRow]
  /// Units that do not exist yet and would be created.
  public let proposedUnits: [ProposedUnit]
  /// Problems (errors block, warnings do not), in file order.
  public let problems: [Diagnostic]
  /// Notes: recomputed formulas, methodology recognised by its values.
  public let notes: [Diagnostic]
  /// Methodology the rows would be assessed under.
  public let methodology: Methodology
  /// Options that gave this preview.
  public let options: ImportOptions

  /// A preview.
  public init(
    runID: Int64, fileName: String, sheets: [SheetMapping], rows: [ImportRow], proposedUnits: [ProposedUnit],
    problems: [Diagnostic], notes: [Diagnostic], methodology: Methodology, options: ImportOptions
  ) {
    (self.runID, self.fileName, self.sheets, self.rows) = (runID, fileName, sheets, rows)
    (self.proposedUnits, self.problems, self.notes) = (proposedUnits, problems, notes)
    (self.methodology, self.options) = (methodology, options)
  }

  /// Code of the problem that a reason for the whole run solves.
  public static let reasonMissing = "reason-missing"

  /// Whether it may be confirmed.
  public var mayConfirm: Bool { !rows.isEmpty && !problems.contains { $0.severity == .error } }
  /// Rows that would create a risk.
  public var createdCount: Int { rows.count { $0.action == .create } }
  /// Rows that would change a risk.
  public var updatedCount: Int { rows.count { $0.action == .update } }
  /// Rows that agree with what is stored.
  public var unchangedCount: Int { rows.count { $0.action == .unchanged } }
}

/// How the columns of one sheet were understood.
public struct SheetMapping: Sendable, Hashable {
  /// Sheet name; the file name for CSV.
  public let sheet: String
  /// Row of the header, from 1; `nil` where none was found and the sheet is left out.
  public let headerRow: Int?
  /// Unit read from the sheet's head or name; empty where a column gives it.
  public let unitText: String
  /// Columns in order.
  public let columns: [Column]

  /// One column.
  public struct Column: Sendable, Hashable {
    /// Letter: `G`.
    public let letter: String
    /// Header text.
    public let header: String
    /// Field it feeds; `nil` where it is not used.
    public let field: String?

    /// A column.
    public init(letter: String, header: String, field: String?) {
      (self.letter, self.header, self.field) = (letter, header, field)
    }
  }

  /// A mapping.
  public init(sheet: String, headerRow: Int?, unitText: String, columns: [Column]) {
    (self.sheet, self.headerRow, self.unitText, self.columns) = (sheet, headerRow, unitText, columns)
  }
}

/// One row of a file as it would be stored.
public struct ImportRow: Sendable, Hashable {
  /// What would happen.
  public enum Action: String, Sendable, Hashable {
    /// A new risk.
    case create
    /// An existing risk changes.
    case update
    /// Nothing to change.
    case unchanged
  }

  /// Sheet it stands in.
  public let sheet: String
  /// Row from 1.
  public let row: Int
  /// What would happen.
  public let action: Action
  /// Reference number it will have.
  public let reference: String
  /// Code of the unit, existing or proposed.
  public let unitCode: String
  /// The statement.
  public let statement: String
  /// Pair as entered in the file; `nil` comes in as not yet assessed.
  public let pair: JudgedPair?
  /// Level of the pair.
  public let level: Level?
  /// The file's own score.
  public let declaredScore: Int?
  /// The file's own level word.
  public let declaredLevel: String
  /// Names of the fields that change, for `update`.
  public let changedFields: [String]

  /// A row.
  public init(
    sheet: String, row: Int, action: Action, reference: String, unitCode: String, statement: String, pair: JudgedPair?,
    level: Level?, declaredScore: Int?, declaredLevel: String, changedFields: [String]
  ) {
    (self.sheet, self.row, self.action, self.reference) = (sheet, row, action, reference)
    (self.unitCode, self.statement, self.pair, self.level) = (unitCode, statement, pair, level)
    (self.declaredScore, self.declaredLevel, self.changedFields) = (declaredScore, declaredLevel, changedFields)
  }
}

/// A unit named in a file that does not exist yet.
public struct ProposedUnit: Sendable, Hashable {
  /// Key for `ImportOptions.unitChoices`.
  public let key: String
  /// Proposed code.
  public let code: String
  /// Proposed name.
  public let name: String
  /// Rows that need it.
  public let rowCount: Int
  /// Code of the existing unit most like it; `nil` where none is near.
  public let nearestCode: String?

  /// A proposal.
  public init(key: String, code: String, name: String, rowCount: Int, nearestCode: String?) {
    (self.key, self.code, self.name) = (key, code, name)
    (self.rowCount, self.nearestCode) = (rowCount, nearestCode)
  }
}

/// What an import did.
public struct ImportResult: Sendable, Hashable {
  /// Risks created.
  public let created: Int
  /// Risks changed.
  public let updated: Int
  /// Rows that agreed with what was stored.
  public let unchanged: Int
  /// Units created.
  public let unitsCreated: Int
  /// Risks that came in as not yet assessed.
  public let notAssessed: Int
  /// Warnings and notes that were shown in the dry run.
  public let problems: [Diagnostic]

  /// A result.
  public init(
    created: Int, updated: Int, unchanged: Int, unitsCreated: Int, notAssessed: Int, problems: [Diagnostic]
  ) {
    (self.created, self.updated, self.unchanged) = (created, updated, unchanged)
    (self.unitsCreated, self.notAssessed, self.problems) = (unitsCreated, notAssessed, problems)
  }
}
