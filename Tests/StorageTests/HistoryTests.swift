import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceStorage

struct HistoryTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func registerAsOfAPosition() throws {
    var risk = try office.add("A", "önce") {
      $0.startedOn = Office.today; $0.source = .external
    }
    let first = try office.assess(risk, 5, 5, on: Office.today.adding(days: -40))
    let position = try office.database.read { try Journal.head($0).sequence }
    let before = risk
    risk.details.statement = "sonra"
    risk.details.unitID = office.works.id
    risk.version = 2
    let changed = risk
    try office.database.write { connection in
      #expect(try RiskTable.update(changed, basedOn: 1, connection))
      try Journal.append(Office.stamp, before: .risk(before), after: .risk(changed), connection)
    }
    let second = try office.assess(risk, 1, 1)
    try office.add("B")
    let (then, now, outside) = try office.database.read { connection in
      (
        try RegisterHistory.risks(at: .journal(position), in: .all, connection),
        try RegisterHistory.risks(
          at: .day(Office.today), comparedWith: Office.today.adding(days: -10), in: .all, connection),
        try RegisterHistory.risks(at: .journal(position), in: .units([office.works.id]), connection)
      )
    }
    #expect(then.map(\.risk.details) == [before.details])
    #expect(then.first?.assessment == first)
    #expect(then.first?.risk.version == 1)
    #expect(now.map(\.risk.reference) == ["A", "B"])
    #expect(now.first?.assessment == second)
    #expect(now.first?.earlier == first)
    #expect(now.first?.risk.details == changed.details)
    #expect(outside == [])
  }

  @Test func nothingWasKnownTheDayBefore() throws {
    let risk = try office.add("A")
    let found = try office.database.read { connection in
      (
        try RegisterHistory.risk(risk.id, at: .day(Office.today.adding(days: -1)), connection),
        try RegisterHistory.risk(risk.id, at: .day(Office.today), connection)
      )
    }
    #expect(found.0 == nil)
    #expect(found.1 == risk)
  }
}
