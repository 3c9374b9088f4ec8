import CSQLite
import GuvenceCore
import GuvenceRegister

/// A version of a chart without the chart, for lists.
public struct ChartHead: Sendable, Hashable {
  /// The process.
  public let processID: Identifier<ProcessRecord>
  /// Revision.
  public let number: Int
  /// How far it has come.
  public let state: ChartState
  /// What was counted when it was saved.
  public let figures: ChartFigures
  /// When it was approved.
  public let approvedAt: Instant?
  /// The day of the yearly review.
  public let reviewDueOn: Day?
}

/// Heads of the versions in table `chart_version`, read without their charts.
public enum ChartHeadTable {
  private static let columns = [
    "process_id", "number", "state", "step_count", "risk_count", "control_count", "error_count", "warning_count",
    "calls", "approved_at", "review_due_on",
  ]

  /// Heads of every version that is in force or open.
  public static func standing(_ connection: Connection) throws -> [ChartHead] {
    try connection.query(
      """
      SELECT \(columns.joined(separator: ", ")) FROM chart_version
      WHERE state IN ('draft', 'in-review', 'approved') ORDER BY id
      """, [], read)
  }

  /// The same as it stood just before `moment`.
  public static func standing(before moment: Instant, _ connection: Connection) throws -> [ChartHead] {
    try connection.query(
      JournalStates.latest(
        "chart_version", columns + ["id"], where: "state IN ('draft', 'in-review', 'approved')"),
      [.integer(moment.milliseconds)], read)
  }

  private static func read(_ row: inout Row) throws -> ChartHead {
    let process: Identifier<ProcessRecord> = row.identifier()
    let (number, state) = (Int(row.integer()), ChartState(rawValue: row.text()))
    let (steps, risks, controls) = (Int(row.integer()), Int(row.integer()), Int(row.integer()))
    let (errors, warnings, calls) = (Int(row.integer()), Int(row.integer()), row.lines())
    let approvedAt = row.optionalInstant()
    guard let state else { throw StorageFault(code: SQLITE_MISMATCH, message: "a chart's state cannot be read") }
    return ChartHead(
      processID: process, number: number, state: state,
      figures: ChartFigures(
        steps: steps, risks: risks, controls: controls, errors: errors, warnings: warnings, calls: calls),
      approvedAt: approvedAt, reviewDueOn: try row.optionalDay())
  }
}
