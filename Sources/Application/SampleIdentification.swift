import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// A few shared risks and relations in the sample administration.
  func fillSampleIdentification() throws {
    try write("sample", by: .machineOperator) { connection, stamp in
      let units = try UnitTable.all(connection)
      var risks: [String: Risk] = [:]
      for unit in units {
        for (origin, _) in try OriginTable.all(ofUnit: unit.id, connection) {
          risks[origin.entry] = try RiskTable.find(origin.riskID, connection)
        }
      }
      let recorded = RecordStamp(at: stamp.at, by: stamp.actor)
      for (from, kind, to) in SampleIdentification.relations {
        guard let one = risks[from], let other = risks[to] else { continue }
        let draft = RiskRelation(
          id: Identifier(0), fromID: one.id, toID: other.id, kind: kind, note: "", recorded: recorded)
        let relation = try RelationTable.insert(draft, connection)
        try Journal.append(stamp, after: .riskRelation(relation, unitID: one.details.unitID), connection)
      }
      for (entry, code, reason) in SampleIdentification.shares {
        guard let risk = risks[entry], let unit = units.first(where: { $0.code == code }) else { continue }
        let draft = RiskShare(
          id: Identifier(0), riskID: risk.id, unitID: unit.id, reason: reason, recorded: recorded)
        let share = try ShareTable.insert(draft, connection)
        try Journal.append(stamp, after: .riskShare(share, unitID: risk.details.unitID), connection)
      }
    }
  }
}

/// Made-up relations between the catalogue's risks.
private enum SampleIdentification {
  static let relations: [(String, RelationKind, String)] = [
    ("financial-services/revenue-leakage", .increases, "financial-services/revenue-forecast"),
    ("financial-services/revenue-forecast", .increases, "financial-services/debt-limit"),
    ("information-technology/backup", .increases, "records/lost-documents"),
    ("information-technology/excess-rights", .triggers, "social-aid/personal-data-disclosure"),
    ("information-technology/ransomware", .triggers, "information-technology/backup"),
    ("procurement/specification", .increases, "procurement/acceptance"),
    ("procurement/acceptance", .triggers, "financial-services/undue-payment"),
    ("transport/maintenance", .triggers, "cleaning-environment/collection-interruption"),
  ]
  static let shares = [
    ("information-technology/backup", "SY", "Sosyal yardım kayıtları aynı sunucularda tutulur."),
    ("procurement/acceptance", "Fİ", "Yapım işlerinin kabulü aynı usulle yapılır."),
  ]
}
