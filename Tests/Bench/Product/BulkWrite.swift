import CPlain
import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// Risks, each with an assessment, in one transaction.
enum BulkWrite {
  /// A file with the administration, so that both sides begin with the same tables.
  static func prepare(_ path: String) throws { try Office.prepare(path) }

  /// The product's own path, step by step as the import takes it: judgement by the rules, rule set, risk, assessment with
  /// heat map, both journal rows, running number.
  static func run(_ path: String, count: Int) throws {
    let office = try Office(path)
    let rows = rows(count, office)
    let meter = try Meter.time {
      try office.database.write { connection in
        for row in rows {
          try office.add(row.reference, row.details, row.input, isJournalled: true, connection)
          ReferenceCounterTable.reserve(through: row.number, of: row.details.unitID, connection)
        }
      }
    }
    let head = try office.database.read { connection in try Journal.head(connection) }
    report(["time": meter.json, "rows": .count(2 * count), "journal": .integer(head.sequence)])
  }

  /// The same rows, read from `source`, by the C program.
  static func plain(_ path: String, source: String, risksOnly: Bool) throws {
    let result = plain_bulk_write(source, path, risksOnly ? 1 : 0)
    guard result.rows >= 0 else {
      throw Failure(withUnsafeBytes(of: result.error) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    report(["time": Meter(wall: result.wall_seconds, cpu: result.cpu_seconds).json, "rows": .integer(result.rows)])
  }

  private struct NewRisk {
    let reference: String
    let number: Int
    let details: RiskDetails
    let input: AssessmentInput
  }

  private static func rows(_ count: Int, _ office: Office) -> [NewRisk] {
    var register = FictionalRegister()
    return (1...count).map { number in
      let place = number % office.units.count
      return NewRisk(
        reference: "M\(place + 1).RA.\(number)", number: number, details: register.details(of: office.units[place]),
        input: register.assessment(on: office.stamp.at.dayInIstanbul))
    }
  }
}
