import CPlain
import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// The heat map of many assessed risks in 120 units.
enum HeatMap {
  private static let rounds = 301

  /// Stores the risks with their assessments through the product, without journal: filling is not measured.
  static func fill(_ path: String, count: Int) throws {
    try Office.prepare(path)
    let office = try Office(path)
    var register = FictionalRegister()
    let day = office.stamp.at.dayInIstanbul
    for first in stride(from: 0, to: count, by: 50_000) {
      try office.database.write { connection in
        for number in first..<min(count, first + 50_000) {
          let unit = office.units[register.pick(office.units.count)]
          let details = RiskDetails(unitID: unit, statement: "Örnek risk")
          try office.add("R\(number)", details, register.assessment(on: day), isJournalled: false, connection)
        }
      }
    }
  }

  /// Takes the heat map's time beside a GROUP BY over the assessments, and compares the two answers.
  static func run(_ path: String) throws {
    let office = try Office(path)
    let some = Array(office.units.prefix(10))
    let list = some.map(\.description).joined(separator: ", ")
    let (all, allPlain) = try compare(
      office, .all, path, "SELECT residual_likelihood, residual_impact, count(*) FROM assessment GROUP BY 1, 2")
    let (ten, tenPlain) = try compare(
      office, .units(Set(some)), path,
      """
      SELECT residual_likelihood, residual_impact, count(*)
      FROM risk CROSS JOIN assessment ON assessment.risk_id = risk.id
      WHERE risk.unit_id IN (\(list)) GROUP BY 1, 2
      """)
    report(["all": all.json, "allPlain": allPlain.json, "ten": ten.json, "tenPlain": tenPlain.json])
  }

  private static func compare(
    _ office: Office, _ scope: Scope, _ path: String, _ sql: String
  ) throws -> (Meter, Meter) {
    var cells: [HeatCell] = []
    var meters: [Meter] = []
    for _ in 0..<rounds {
      meters.append(
        try Meter.time {
          cells = try office.database.read { connection in
            try HeatTable.cells(.residual, methodologyID: "5x5", in: scope, connection)
          }
        })
    }
    var counts = [Int64](repeating: 0, count: 256)
    var plain: [Meter] = []
    for _ in 0..<3 {
      let result = plain_matrix(path, sql, &counts)
      guard result.rows >= 0 else { throw Failure("the GROUP BY failed") }
      plain.append(Meter(wall: result.wall_seconds, cpu: result.cpu_seconds))
    }
    let shown = cells.reduce(0) { $0 + Int64($1.count) }
    let isSame = cells.allSatisfy { counts[$0.likelihood * 16 + $0.impact] == $0.count }
    guard isSame, shown == counts.reduce(0, +), shown > 0 else {
      throw Failure("the heat map and the GROUP BY differ")
    }
    return (Meter.middle(meters), Meter.middle(plain))
  }
}
