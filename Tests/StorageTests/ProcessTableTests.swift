import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import Testing

@testable import GuvenceStorage

@Suite struct ProcessTableTests {
  /// An approved chart and a link, past the use cases.
  private func filled() throws -> Office {
    let office = try Office()
    try office.database.write { connection in
      let record = try ProcessTable.insert(
        ProcessRecord(
          id: Identifier(0), code: "TŞN-01", details: ProcessDetails(name: "x", unitID: office.finance.id), version: 1,
          createdAt: Office.now), connection)
      try Journal.append(Office.stamp, after: .processRecord(record), connection)
      let chart = Chart(steps: [Step(id: "1", kind: .task, role: "Şef", name: "a")], flows: [])
      var version = ChartVersion(
        id: Identifier(0), processID: record.id, number: 1, chart: chart, figures: ChartFigures(chart), note: "",
        preparedBy: "A", preparerID: nil, preparedAt: Office.now)
      (version.state, version.submittedBy, version.submittedAt) = (.approved, "A", Office.now)
      (version.decidedBy, version.approvedAt) = ("B", Office.now)
      (version.effectiveOn, version.reviewDueOn, version.sourceName) = (Office.today, Office.today, "a.bpmn")
      let stored = try ChartVersionTable.insert(version, source: [1, 2, 3], connection)
      try Journal.append(Office.stamp, after: .chartVersion(stored, unitID: office.finance.id), connection)
      let risk = try RiskTable.insert(
        reference: "MH.RA.0001", RiskDetails(unitID: office.finance.id, statement: "x"), at: Office.now, connection)
      try Journal.append(Office.stamp, after: .risk(risk), connection)
      let link = try ChartLinkTable.insert(
        ChartLink(
          id: Identifier(0), processID: record.id, stepID: "1", pointID: "", target: .risk(risk.id),
          linkedAt: Office.now, linkedBy: "A"), connection)
      try Journal.append(Office.stamp, after: .chartLink(link, unitID: office.finance.id), connection)
    }
    return office
  }

  @Test(arguments: [
    "DELETE FROM process_record", "DELETE FROM chart_version", "DELETE FROM chart_link",
    "UPDATE process_record SET code = 'X'", "UPDATE chart_version SET chart = '1) b\n'",
    "UPDATE chart_version SET state = 'draft'", "UPDATE chart_version SET approved_at = approved_at + 1",
    "UPDATE chart_link SET step_id = '2'", "UPDATE chart_link SET risk_id = NULL",
    "INSERT INTO chart_version SELECT NULL, process_id, 2, 'approved', chart, 0, 0, 0, 0, 0, '', '', 'A', NULL, 0, "
      + "'A', 0, 'B', 0, '2026-01-01', '2027-01-01', '', '', '', 1 FROM chart_version",
    "INSERT INTO process_record SELECT NULL, 'TSN-01', key, NULL, unit_id, name, class, owner, purpose, scope, inputs, "
      + "outputs, suppliers, customers, legal_basis, documents, systems, indicators, document_number, file_plan_code, "
      + "detsis_number, is_financial, is_service, service_documents, service_time, complaint_first, complaint_second, "
      + "origin, 1, 0, NULL, '' FROM process_record",
  ])
  func theFileKeepsItsRules(_ sql: String) throws {
    let office = try filled()
    #expect(throws: (any Error).self) { try office.database.write { try $0.run(sql) } }
  }

  @Test(arguments: [
    "UPDATE chart_version SET note = 'x'", "UPDATE chart_source SET bytes = x'00'",
    "UPDATE process_record SET name = 'y'",
  ])
  func changesBehindTheJournalShow(_ sql: String) throws {
    let office = try filled()
    #expect(try office.database.read { try Journal.verify($0) }.findings.isEmpty)
    try office.database.write { try $0.run(sql) }
    #expect(try office.database.read { try Journal.verify($0) }.findings.count == 1)
  }

  @Test func pastStatesComeFromTheJournal() throws {
    let office = try filled()
    let after = Office.now.adding(seconds: 1)
    try office.database.read { connection in
      let record = try ProcessTable.find(code: "tsn-01", in: .all, connection)
      #expect(record?.code == "TŞN-01")
      let past = try ProcessTable.all(before: after, connection)
      #expect(past.map(\.id) == [record?.id])
      #expect(try ProcessTable.all(before: Office.now, connection).isEmpty)
      guard let record else { return }
      let versions = try ChartVersionTable.all(of: record.id, before: after, connection)
      let live = try ChartVersionTable.all(of: record.id, connection)
      #expect(versions == live)
      let (then, now) = (
        try ChartHeadTable.standing(before: after, connection), try ChartHeadTable.standing(connection)
      )
      #expect(then == now)
    }
  }
}
