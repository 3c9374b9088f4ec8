import GuvenceCore
import Testing

@testable import GuvenceStorage

@Suite("Events come into a file that has reviews already")
struct EventMigrationTests {
  @Test func reviewsOfReadingsKeepTheirNumbers() throws {
    let folder = try Folder()
    let step = Migration.events.number
    do {
      let old = try Database(
        folder.file(), mode: .create, readers: 1, migrations: Migration.all.filter { $0.number < step })
      try old.write { connection in
        try connection.script(
          """
          INSERT INTO unit (id, code, code_key, name, match_key, version) VALUES (1, 'A', 'a', 'A', 'a', 1);
          INSERT INTO risk (id, reference, unit_id, statement, cause, event, consequence, strategic_target,
            unit_objective, category, controls, planned_controls, owner, notes, declared_level, source_reference,
            is_key_risk, key_risk_reason, version, created_at, retire_reason, updated_at)
            VALUES (1, 'A.RA.0001', 1, 'x', '', '', '', '', '', '', '', '', '', '', '', '', 0, '', 1, 0, '', 0);
          INSERT INTO indicator (id, code, unit_id, name, kind, measure, direction, green, yellow, frequency, starts_on,
            data_source, method, owner, origin, version, created_at, retire_reason)
            VALUES (1, 'A.G.0001', 1, 'x', 'key', '', 'lower', '1', '2', 'monthly', '2026-01-01', '', '', '', '', 1, 0, '');
          INSERT INTO indicator_reading (id, indicator_id, read_on, period, value, status, direction, green, yellow,
            rule_effective_on, note, recorded_at, recorded_by, origin, reason)
            VALUES (1, 1, '2026-01-01', '2026-01', '3', 'alarm', 'lower', '1', '2', '2026-01-01', '', 0, 'x', 'entered', '');
          INSERT INTO review_request (id, risk_id, reading_id, opened_at, reason) VALUES (7, 1, 1, 5, 'alarm');
          """)
      }
    }
    let database = try Database(folder.file(), readers: 1)
    let found = try database.read { connection in
      try ReviewRequestTable.open(ofRisk: Identifier(1), connection)
    }
    #expect(found.map(\.id.rawValue) == [7] && found.first?.readingID?.rawValue == 1 && found.first?.eventID == nil)
    #expect(throws: StorageFault.self) { try database.write { try $0.run("DELETE FROM review_request") } }
    #expect(throws: StorageFault.self) {
      try database.write {
        try $0.run("INSERT INTO review_request (risk_id, opened_at, reason) VALUES (1, 5, 'neither')")
      }
    }
  }
}
