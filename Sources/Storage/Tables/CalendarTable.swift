import GuvenceCore
import GuvenceRegister

/// SQL that reads the review days of risks for the calendar.
public enum CalendarTable {
  /// A risk to be looked at again.
  public struct Review: Sendable {
    /// Its reference number.
    public let reference: String
    /// What it says.
    public let statement: String
    /// Its unit.
    public let unitID: Identifier<Unit>
    /// The day.
    public let reviewOn: Day
  }

  /// Reviews of active risks due from `from` (any time before where `nil`) through `through`, soonest first.
  public static func reviews(
    from: Day?, through: Day, in scope: Scope, limit: Int, _ connection: Connection
  ) throws -> [Review] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      SELECT reference, statement, unit_id, next_review_on FROM risk
      WHERE retired_on IS NULL AND next_review_on BETWEEN ? AND ? AND \(seen.sql)
      ORDER BY next_review_on, reference LIMIT ?
      """,
      [.text(from?.description ?? "0000-00-00"), .text(through.description)] + seen.values + [.integer(Int64(limit))]
    ) { row in
      Review(reference: row.text(), statement: row.text(), unitID: row.identifier(), reviewOn: try row.day())
    }
  }

  /// Actions of the units in `scope` still to be done, due from `from` (any time before where `nil`) through `through`,
  /// by code, title, unit and day.
  public static func actions(
    from: Day?, through: Day, in scope: Scope, _ connection: Connection
  ) throws -> [(code: String, title: String, unitID: Identifier<Unit>, dueOn: Day)] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      SELECT code, title, unit_id, due_on FROM risk_action
      WHERE ending IS NULL AND due_on BETWEEN ? AND ? AND \(seen.sql) ORDER BY due_on, code
      """, [.text(from?.description ?? "0000-00-00"), .text(through.description)] + seen.values
    ) { row in (row.text(), row.text(), row.identifier(), try row.day()) }
  }
}
