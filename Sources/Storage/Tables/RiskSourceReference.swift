import GuvenceCore
import GuvenceRegister

extension RiskTable {
  /// Risks that came in under `sourceReference`, a number that their file used for several rows.
  public static func find(sourceReference: String, _ connection: Connection) throws -> [Risk] {
    try connection.query(
      "SELECT \(selectColumns) FROM risk WHERE source_reference = ? AND source_reference <> '' ORDER BY id",
      [.text(sourceReference)], read)
  }
}
