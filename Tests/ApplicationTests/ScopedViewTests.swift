import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// Everything that lists or counts shows what is in view and nothing else.
struct ScopedViewTests {
  @Test("Lists, counts, maps, reports, exports and the journal stop at the edge of the scope", arguments: Role.allCases)
  func views(role: Role) throws {
    let town = try Town()
    for held in town.units where !role.isAdministrationWide || held.id == town.root.id {
      let actor = try town.person(role, in: held)
      guard UseCase.readers.contains(role) else {
        #expect(refusal { _ = try town.app.register(RegisterQuery(), by: actor) } == .forbidden)
        #expect(try town.app.dashboard(by: actor).riskCount == 0)
        continue
      }
      let units = town.below(held)
      let expected = Set(units.map { town.risk(of: $0) })
      try checkLists(town, actor, expected, units)
      try checkPapers(town, actor, expected)
      try checkJournal(town, actor, role, units)
    }
  }

  @Test("A unit asked for narrows the view further")
  func oneUnit() throws {
    let town = try Town()
    let actor = try town.person(.administrationCoordinator, in: town.root)
    var query = RegisterQuery()
    query.unitCode = "MH"
    #expect(Set(try town.app.register(query, by: actor).rows.map(\.unitCode)) == ["MH", "MHT"])
    #expect(try town.app.heatMap(unitCode: "MH", by: actor).inherent.joined().reduce(0, +) == 2)
    let period = Period(containing: Town.today, length: .quarter)
    #expect(try town.app.consolidatedReport(period: period, unitCode: "MHT", by: actor).active.count == 1)
  }

  @Test("A search finds only what is in view")
  func search() throws {
    let town = try Town()
    let actor = try town.person(.unitCoordinator, in: town.works)
    var query = RegisterQuery()
    query.text = "risk"
    #expect(try town.app.register(query, by: .machineOperator).total == 5)
    #expect(try town.app.register(query, by: actor).rows.map(\.unitCode) == ["FEN"])
  }

  private func checkLists(_ town: Town, _ actor: Actor, _ expected: Set<String>, _ units: [Unit]) throws {
    let page = try town.app.register(RegisterQuery(), by: actor)
    #expect(Set(page.rows.map(\.risk.reference)) == expected)
    #expect(page.total == expected.count)
    #expect(page.countsByLevel.values.reduce(0, +) == expected.count)
    #expect(Set(page.units.map(\.unit.id)) == Set(units.map(\.id)))
    let map = try town.app.heatMap(unitCode: nil, by: actor)
    #expect(map.inherent.joined().reduce(0, +) == expected.count)
    #expect(map.residual.joined().reduce(0, +) == expected.count)
    #expect(Set(map.units.map(\.unit.id)) == Set(units.map(\.id)))
    let board = try town.app.dashboard(by: actor)
    #expect(board.riskCount == expected.count)
    #expect(board.countsByLevel.values.reduce(0, +) == expected.count)
    for list in [board.reviewsDue, board.aboveAppetite, board.stale, board.notAssessed] {
      #expect(Set(list.rows.map(\.risk.reference)).isSubset(of: expected) && list.total <= expected.count)
    }
    #expect(Set(try town.app.units(by: actor).map(\.unit.id)) == Set(units.map(\.id)))
  }

  private func checkPapers(_ town: Town, _ actor: Actor, _ expected: Set<String>) throws {
    let period = Period(containing: Town.today, length: .quarter)
    let report = try town.app.consolidatedReport(period: period, unitCode: nil, by: actor)
    #expect(Set(report.snapshot.entries.map(\.risk.reference)) == expected)
    for format in ExportFormat.allCases {
      let path = town.folder.fresh(format.rawValue)
      #expect(try town.app.exportRegister(RegisterQuery(), format: format, to: path, by: actor) == expected.count)
      let cells = try Workbook.read(path: path).sheets.flatMap { sheet in
        sheet.rows.flatMap { row in row.columns.map { row.text($0) } }
      }
      #expect(Set(cells).intersection(town.risks.values) == expected)
    }
  }

  private func checkJournal(_ town: Town, _ actor: Actor, _ role: Role, _ units: [Unit]) throws {
    guard UseCase.journalReaders.contains(role) else {
      #expect(
        refusal { _ = try town.app.journal(entity: nil, key: nil, before: nil, limit: 500, by: actor) } == .forbidden)
      #expect(try town.app.dashboard(by: actor).recent.isEmpty)
      return
    }
    let lines = try town.app.journal(entity: nil, key: nil, before: nil, limit: 500, by: actor)
    let keys = Set(lines.filter { $0.entity == "risk" || $0.entity == "assessment" }.map(\.entityKey))
    #expect(keys == Set(units.map { town.risk(of: $0) }))
    #expect(Set(lines.filter { $0.entity == "unit" }.map(\.entityKey)) == Set(units.map(\.code)))
    if units.count < town.units.count { #expect(!lines.contains { $0.entity == "account" }) }
  }
}
