import GuvenceCore

/// What the journal says of an entity's rows as they stood before a moment, as a query that gives the columns of its table.
enum PastStates {
  /// Every row's last state before the moment bound first; `condition` may speak of `state.after` and binds after it.
  static func all(_ entity: JournalEntity, _ columns: [String]) -> String {
    // With max() SQLite takes the bare column from the row that holds the maximum (sqlite.org/lang_select.html#bareagg).
    """
    SELECT \(fields(columns))
    FROM (SELECT max(sequence), after FROM journal
          WHERE entity = '\(entity.rawValue)' AND after IS NOT NULL AND at < ? GROUP BY entity_id) AS state
    """
  }

  /// One row's last state before a moment: binds the row's number, then the moment.
  static func one(_ entity: JournalEntity, _ columns: [String]) -> String {
    """
    SELECT \(fields(columns))
    FROM (SELECT after FROM journal
          WHERE entity = '\(entity.rawValue)' AND entity_id = ? AND after IS NOT NULL AND at < ?
          ORDER BY sequence DESC LIMIT 1) AS state
    """
  }

  /// A field of the state, for conditions.
  static func field(_ column: String) -> String { "json_extract(state.after, '$.\(column)')" }

  private static func fields(_ columns: [String]) -> String { columns.map(field).joined(separator: ", ") }
}
