import GuvenceCore
import GuvenceRegister

/// SQL of table `reference_counter`: running numbers of a unit's risks, given once and never again.
public enum ReferenceCounterTable {
  /// The unit's next number, from 1; it counts as given once the transaction is committed.
  public static func next(of id: Identifier<Unit>, _ connection: Connection) throws -> Int {
    try flush(connection)
    let next = try connection.first(
      """
      INSERT INTO reference_counter (unit_id, next) VALUES (?, 2)
      ON CONFLICT (unit_id) DO UPDATE SET next = next + 1 RETURNING next - 1
      """, [.integer(id.rawValue)]
    ) { row in row.integer() }
    return Int(next ?? 1)
  }

  /// Keeps numbers up to `used` from being given, after an import that brought its own.
  public static func reserve(through used: Int, of id: Identifier<Unit>, _ connection: Connection) {
    connection.pending.usedNumbers[id] = max(connection.pending.usedNumbers[id] ?? 0, used)
  }

  static func flush(_ connection: Connection) throws {
    for (id, used) in connection.pending.usedNumbers {
      try connection.run(
        """
        INSERT INTO reference_counter (unit_id, next) VALUES (?1, ?2)
        ON CONFLICT (unit_id) DO UPDATE SET next = max(next, excluded.next)
        """, [.integer(id.rawValue), .integer(Int64(used) + 1)])
    }
    connection.pending.usedNumbers.removeAll(keepingCapacity: true)
  }
}
