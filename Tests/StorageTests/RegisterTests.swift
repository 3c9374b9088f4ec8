import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceStorage

struct RegisterTests {
  let office: Office

  init() throws { office = try Office() }

  private func references(_ change: (inout RegisterSelection) -> Void) throws -> [String] {
    var selection = RegisterSelection(scope: .all, today: Office.today)
    change(&selection)
    let wanted = selection
    return try office.database.read { connection in
      let lines = try RegisterList.lines(wanted, connection).map(\.risk.reference)
      #expect(lines == (try RegisterList.references(wanted, connection)))
      if wanted.limit == nil { #expect(try RegisterList.counts(wanted, connection).total == lines.count) }
      return lines
    }
  }

  private func fill() throws {
    let a = try office.add("A", "a") {
      $0.category = "fin"; $0.response = .control
    }
    try office.assess(a, 5, 5, residual: (2, 2))
    let b = try office.add("B", "b", unit: office.works) {
      $0.isKeyRisk = true; $0.keyRiskReason = "önemli"
    }
    try office.assess(b, 4, 4)
    try office.add("C", "c")
    var d = try office.add("D", "d")
    try office.assess(d, 3, 3, on: Office.today.adding(months: -4))
    d.retiredOn = Office.today
    d.retireReason = "bitti"
    d.version = 2
    let retired = d
    try office.database.write { connection in
      #expect(try RiskTable.update(retired, basedOn: 1, connection))
      try Journal.append(Office.stamp, after: .risk(retired), connection)
    }
    let e = try office.add("E", "e", unit: office.works)
    try office.assess(e, 1, 2, on: Office.today.adding(months: -3))
  }

  @Test func filtersAndOrders() throws {
    try fill()
    #expect(try references { _ in } == ["B", "A", "E", "C"])
    #expect(try references { $0.isReversed = true } == ["C", "E", "A", "B"])
    #expect(try references { $0.scope = .units([office.works.id]) } == ["B", "E"])
    #expect(try references { $0.scope = .units([]) } == [])
    #expect(try references { $0.levels = ["level4", "level1"] } == ["B", "E"])
    #expect(try references { $0.category = "fin" } == ["A"])
    #expect(try references { $0.response = .control } == ["A"])
    #expect(try references { $0.states = [.notAssessed] } == ["C"])
    #expect(try references { $0.states = [.aboveAppetite] } == ["B", "A"])
    #expect(try references { $0.states = [.reviewDue] } == ["E"])
    #expect(try references { $0.states = [.key, .notAssessed] } == ["B", "C"])
    #expect(try references { $0.states = [.retired] } == ["D"])
    #expect(try references { $0.states = [.stale] } == [])
    #expect(try references { $0.cell = .init(basis: .inherent, likelihood: 5, impact: 5) } == ["A"])
    #expect(try references { $0.cell = .init(basis: .residual, likelihood: 2, impact: 2) } == ["A"])
    #expect(try references { $0.methodologyID = "10x10" } == [])
    #expect(try references { $0.order = .unit } == ["B", "E", "A", "C"])
    #expect(try references { $0.order = .nextReview } == ["E", "A", "B", "C"])
    #expect(
      try references {
        $0.limit = 2; $0.offset = 1
      } == ["A", "E"])
  }

  @Test func countsStandBesideTheirFilter() throws {
    try fill()
    var selection = RegisterSelection(scope: .all, today: Office.today)
    selection.levels = ["level4"]
    let wanted = selection
    let counts = try office.database.read { try RegisterList.counts(wanted, $0) }
    #expect(counts.total == 1)
    #expect(counts.byLevel == ["level4": 1, "level2": 1, "level1": 1])
    #expect(counts.byState[.aboveAppetite] == 1)
    #expect(counts.byState[.retired] == 0)
  }

  @Test func linesCarryTheAssessmentAndTheOneBefore() throws {
    let risk = try office.add("A", "a") {
      $0.cause = "sebep"; $0.startedOn = Office.today
    }
    let first = try office.assess(risk, 5, 5, on: Office.today.adding(days: -30))
    let second = try office.assess(risk, 2, 3, residual: (1, 2))
    let line = try office.database.read {
      try RegisterList.lines(RegisterSelection(scope: .all, today: Office.today), $0).first
    }
    #expect(line?.assessment == second)
    #expect(line?.previousScore == 25)
    #expect(line?.risk.details == risk.details)
    #expect(line?.unitName == "Mali Hizmetler Müdürlüğü")
    let history = try office.database.read { try AssessmentTable.history(of: risk.id, $0) }
    #expect(history == [second, first])
  }

  @Test func laterEntryOfAnEarlierDayDoesNotBecomeCurrent() throws {
    let risk = try office.add("A")
    let current = try office.assess(risk, 2, 2)
    try office.assess(risk, 5, 5, on: Office.today.adding(days: -1))
    let stored = try office.database.read { try RiskTable.find(risk.id, $0) }
    #expect(stored?.currentAssessmentID == current.id)
    #expect(try office.database.read { try Journal.verify($0).findings } == [])
  }

  @Test func staleSaveChangesNothing() throws {
    var risk = try office.add("A")
    risk.version = 2
    risk.details.notes = "yeni"
    let first = risk
    #expect(try office.database.write { try RiskTable.update(first, basedOn: 1, $0) })
    risk.details.notes = "eski"
    let second = risk
    #expect(try office.database.write { try RiskTable.update(second, basedOn: 1, $0) } == false)
    #expect(try office.database.read { try RiskTable.find(risk.id, $0)?.details.notes } == "yeni")
  }

  @Test func heatMapAgreesWithACountWhateverHappens() throws {
    var random = Seeded(state: 7)
    var risks: [Risk] = []
    let units = [office.root, office.finance, office.works]
    for step in 0..<300 {
      let choice = risks.isEmpty ? 0 : Int.random(in: 0..<6, using: &random)
      let pair = (Int.random(in: 1...5, using: &random), Int.random(in: 1...5, using: &random))
      switch choice {
      case 0, 1: risks.append(try office.add("R\(step)", unit: units.randomElement(using: &random)))
      case 2, 3, 4:
        guard let risk = risks.randomElement(using: &random) else { continue }
        let day = Office.today.adding(days: -Int.random(in: 0...3, using: &random))
        try office.assess(risk, 5, pair.0, residual: Bool.random(using: &random) ? pair : nil, on: day)
      default:
        let index = Int.random(in: risks.indices, using: &random)
        risks[index].version += 1
        risks[index].retiredOn = Bool.random(using: &random) ? Office.today : nil
        risks[index].details.unitID = units.randomElement(using: &random)?.id ?? office.root.id
        let risk = risks[index]
        try office.database.write { connection in
          #expect(try RiskTable.update(risk, basedOn: risk.version - 1, connection))
          try Journal.append(Office.stamp, after: .risk(risk), connection)
        }
      }
    }
    #expect(try office.database.read { try Journal.verify($0).findings } == [])
    let (cells, active) = try office.database.read { connection in
      (
        try HeatTable.cells(.inherent, methodologyID: "5x5", in: .units([office.works.id]), connection),
        try connection.integer(
          """
          SELECT count(*) FROM risk WHERE retired_on IS NULL AND unit_id = ? AND current_assessment_id IS NOT NULL
          """, [.integer(office.works.id.rawValue)])
      )
    }
    #expect(cells.reduce(0) { $0 + $1.count } == Int(active))
    #expect(cells.allSatisfy { $0.likelihood == 5 })
  }

  @Test func riskWithItsFirstAssessmentInOneStep() throws {
    try office.assess(try office.add("A"), 1, 1)
    let first = Office.assessment(
      Identifier(0), 4, 5, residual: (2, 3), on: Office.today, digest: office.rules.digest)
    let (finance, rules) = (office.finance.id, office.rules)
    let (risk, assessment) = try office.database.write { connection in
      let details = RiskDetails(unitID: finance, statement: "Birlikte")
      let made = try RiskTable.insert(
        reference: "B", details, assessment: first, ruleSet: rules, at: Office.now, connection)
      try Journal.append(Office.stamp, after: .risk(made.risk), connection)
      try Journal.append(
        Office.stamp, after: .assessment(made.assessment, ruleSetID: rules.id, unitID: finance), connection)
      return made
    }
    let stored = try office.database.read { connection in
      (try RiskTable.find(risk.id, connection), try AssessmentTable.history(of: risk.id, connection))
    }
    #expect(stored.0 == risk)
    #expect(stored.1 == [assessment])
    #expect(risk.currentAssessmentID == assessment.id)
    #expect(try office.database.read { try Journal.verify($0).findings } == [])
  }

  @Test func scopesMeet() {
    let (a, b) = (office.finance.id, office.works.id)
    #expect(Scope.all.intersection(.units([a])) == .units([a]))
    #expect(Scope.units([a, b]).intersection(.units([b])) == .units([b]))
    #expect(Scope.units([a]).contains(b) == false)
    #expect(Scope.units([a, b]).predicate("x").sql == Scope.units([a]).predicate("x").sql)
  }

  @Test func riskOfAnotherUnitIsNotFound() throws {
    try office.add("A", unit: office.works)
    let (outside, inside) = try office.database.read { connection in
      (
        try RiskTable.find(reference: "A", in: .units([office.finance.id]), connection),
        try RiskTable.find(reference: "A", in: .units([office.works.id]), connection)
      )
    }
    #expect(outside == nil)
    #expect(inside?.reference == "A")
  }

  @Test func unitTreeIsOrderedAndHasNoCircle() throws {
    let names = try office.database.read { try UnitTable.all($0).map(\.code) }
    #expect(names == ["OB", "FEN", "MH"])
    let below = try office.database.read { try UnitTable.subtree(of: office.root.id, $0).count }
    #expect(below == 3)
    var root = office.root
    root.parentID = office.works.id
    let moved = root
    #expect(throws: StorageFault.self) {
      try office.database.write { try UnitTable.update(moved, basedOn: 1, $0) }
    }
    #expect(try office.database.read { try UnitTable.find(code: "fen", $0)?.id } == office.works.id)
    #expect(try office.database.read { try UnitTable.find(matching: "FEN İŞLERİ", $0).map(\.id) } == [office.works.id])
  }

  @Test func referenceNumbersRun() throws {
    let id = office.works.id
    let numbers = try office.database.write { connection in
      let first = try ReferenceCounterTable.next(of: id, connection)
      let second = try ReferenceCounterTable.next(of: id, connection)
      ReferenceCounterTable.reserve(through: 9, of: id, connection)
      ReferenceCounterTable.reserve(through: 4, of: id, connection)
      return [first, second, try ReferenceCounterTable.next(of: id, connection)]
    }
    #expect(numbers == [1, 2, 10])
  }
}
