import GuvenceCore
import GuvenceRegister

/// A risk as the coverage of processes lists it.
public struct CoverageRisk: Sendable, Hashable {
  /// The risk's number.
  public let id: Identifier<Risk>
  /// Reference number.
  public let reference: String
  /// The risk in one sentence.
  public let statement: String
  /// Post or person that answers for it; may be empty.
  public let owner: String
  /// Its unit.
  public let unitID: Identifier<Unit>
  /// Level id of the effective pair; `nil` while not assessed.
  public let levelID: String?
  /// Rank of that level.
  public let rank: Int?
}

/// Risks seen from the processes: which belong to a step, which to none, how they lie on the heat map.
public enum ProcessRisks {
  /// Active risks that belong to no step of any process, highest first: how many, and the first `limit` of them.
  public static func withoutProcess(
    in scope: Scope, limit: Int, _ connection: Connection
  ) throws -> (total: Int, first: [CoverageRisk]) {
    let seen = scope.predicate("unit_id")
    let condition = """
      FROM risk WHERE retired_on IS NULL AND \(seen.sql)
        AND id NOT IN (SELECT risk_id FROM chart_link WHERE ended_at IS NULL AND risk_id IS NOT NULL)
      """
    let total = Int(try connection.integer("SELECT count(*) \(condition)", seen.values))
    let first = try connection.query(
      "SELECT \(columns) \(condition) ORDER BY current_rank DESC, current_score DESC, reference LIMIT ?",
      seen.values + [.integer(Int64(limit))], read)
    return (total, first)
  }

  /// Active risks linked to steps whose level has at least this rank, with the process of each link.
  public static func linked(
    fromRank rank: Int, in scope: Scope, _ connection: Connection
  ) throws -> [(process: Identifier<ProcessRecord>, risk: CoverageRisk)] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      SELECT DISTINCT process_id, \(columns.split(separator: ", ").map { "risk." + $0 }.joined(separator: ", "))
      FROM chart_link JOIN risk ON risk.id = chart_link.risk_id
      WHERE ended_at IS NULL AND retired_on IS NULL AND current_rank >= ? AND \(seen.sql)
      ORDER BY current_rank DESC, current_score DESC, reference
      """, [.integer(Int64(rank))] + seen.values
    ) { row in (row.identifier(), try read(&row)) }
  }

  /// Active risks with the free text that says their process, which are linked to no step of `process`, highest first.
  public static func named(
    notLinkedTo process: Identifier<ProcessRecord>, in scope: Scope, _ connection: Connection
  ) throws -> [(process: String, risk: CoverageRisk)] {
    let seen = scope.predicate("unit_id")
    return try connection.query(
      """
      SELECT process, \(columns) FROM risk WHERE retired_on IS NULL AND process <> '' AND \(seen.sql)
        AND id NOT IN (
          SELECT risk_id FROM chart_link WHERE process_id = ? AND ended_at IS NULL AND risk_id IS NOT NULL)
      ORDER BY current_rank DESC, current_score DESC, reference
      """, seen.values + [.integer(process.rawValue)]
    ) { row in (row.text(), try read(&row)) }
  }

  private static let columns = "id, reference, statement, owner, unit_id, current_level, current_rank"

  private static func read(_ row: inout Row) throws -> CoverageRisk {
    CoverageRisk(
      id: row.identifier(), reference: row.text(), statement: row.text(), owner: row.text(),
      unitID: row.identifier(),
      levelID: row.optionalText(), rank: row.optionalInteger().map { Int($0) })
  }
}
