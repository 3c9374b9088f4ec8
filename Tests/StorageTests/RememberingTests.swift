import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceStorage

@Suite("What is kept between transactions") struct RememberingTests {
  let office: Office

  init() throws { office = try Office(readers: 1) }

  @Test func readersKeepUntilSomethingIsCommitted() throws {
    try office.add("A", unit: office.works)
    let before = try office.database.read { try UnitTable.riskCounts($0)[office.works.id] }
    let again = try office.database.read { connection in
      try connection.remembered("unit.riskCounts") { throw StorageFault(code: 1, message: "asked twice") }
        as [Identifier<Unit>: Int]
    }
    try office.add("B", unit: office.works)
    let after = try office.database.read { try UnitTable.riskCounts($0)[office.works.id] }
    #expect(before == 1)
    #expect(again[office.works.id] == 1)
    #expect(after == 2)
  }

  @Test func absenceIsKeptAsAbsence() throws {
    let found = try office.database.read { connection in
      let first: Int? = connection.remembered("nothing") { nil }
      let second: Int? = connection.remembered("nothing") { 7 }
      return [first, second, connection.remembered("else") { 7 }]
    }
    #expect(found == [nil, nil, 7])
  }

  @Test func theWriterKeepsNothing() throws {
    let counts = try office.database.write { connection in
      var counts = [try UnitTable.riskCounts(connection)[office.works.id] ?? 0]
      _ = try RiskTable.insert(
        reference: "A", RiskDetails(unitID: office.works.id, statement: "Bir şey olur"), at: Office.now, connection)
      counts.append(try UnitTable.riskCounts(connection)[office.works.id] ?? 0)
      return counts
    }
    #expect(counts == [0, 1])
  }

  @Test func runningNumbersOfAFailedWriteAreNotGiven() throws {
    let id = office.finance.id
    #expect(throws: StorageFault.self) {
      try office.database.write { connection in
        ReferenceCounterTable.reserve(through: 40, of: id, connection)
        throw StorageFault(code: 1, message: "given up")
      }
    }
    let next = try office.database.write { connection in
      ReferenceCounterTable.reserve(through: 6, of: id, connection)
      return try ReferenceCounterTable.next(of: id, connection)
    }
    #expect(next == 7)
  }

  @Test func briefLinesLackOnlyLongTexts() throws {
    try office.add("A") { details in
      (details.cause, details.notes, details.controls, details.owner) = ("Sebep", "Not", "Kontrol", "Müdür")
    }
    var selection = RegisterSelection(scope: .all, today: Office.today)
    let whole = selection
    selection.isBrief = true
    let brief = selection
    let (first, second) = try office.database.read { connection in
      (try RegisterList.lines(whole, connection).first?.risk, try RegisterList.lines(brief, connection).first?.risk)
    }
    var expected = first
    expected?.details.cause = ""
    expected?.details.notes = ""
    #expect(first?.details.cause == "Sebep")
    #expect(second == expected)
  }

  @Test(arguments: [1, 3, 40]) func pagesAreTheSameWalkedAndSorted(_ limit: Int) throws {
    var random = Seeded(state: 5)
    for number in 0..<60 {
      let risk = try office.add("R\(number)", unit: number % 3 == 0 ? office.works : office.finance)
      if number % 5 != 0 {
        try office.assess(risk, Int.random(in: 1...5, using: &random), Int.random(in: 1...5, using: &random))
      }
    }
    for units in [[office.works.id], [office.works.id, office.finance.id]] {
      var selection = RegisterSelection(scope: .units(Set(units)), today: Office.today)
      let whole = selection
      let all = try office.database.read { try RegisterList.lines(whole, $0).map(\.risk.reference) }
      (selection.limit, selection.offset) = (limit, 2)
      let asked = selection
      let page = try office.database.read { try RegisterList.lines(asked, $0).map(\.risk.reference) }
      #expect(page == Array(all.dropFirst(2).prefix(limit)))
    }
  }
}
