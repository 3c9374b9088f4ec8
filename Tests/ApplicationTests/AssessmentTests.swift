import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage
import Testing

@testable import GuvenceApplication

/// Assessments are appended, judged by the rules, and stay explained.
struct AssessmentTests {
  private static func input(
    _ likelihood: Int, _ impact: Int, residual: (Int, Int)? = nil, target: (Int, Int)? = nil, on day: Day? = nil,
    because reason: String = ""
  ) -> AssessmentInput {
    AssessmentInput(
      inherent: ScoreInput(likelihood: likelihood, impact: impact),
      residual: residual.map { ScoreInput(likelihood: $0.0, impact: $0.1) },
      target: target.map { ScoreInput(likelihood: $0.0, impact: $0.1) }, reason: reason, assessedOn: day)
  }

  private static let refused: [(input: AssessmentInput, field: String)] = [
    (input(2, 2, residual: (3, 2)), "residual-likelihood"),
    (input(4, 4, residual: (2, 2), target: (3, 3)), "target-likelihood"),
    (input(2, 2, target: (5, 5)), "target-likelihood"), (input(6, 1), "likelihood"), (input(1, 0), "impact"),
    (input(5, 5, residual: (0, 1)), "residual-likelihood"),
    (input(2, 2, on: Town.today.adding(days: 1)), "assessedOn"),
  ]

  @Test("What the rules do not allow is refused by field, in the preview too, and leaves no trace", arguments: refused)
  func refusals(input: AssessmentInput, field: String) throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    let (head, before) = (try town.app.journalHead(), try town.page(reference).row)
    #expect(
      faultyFields { _ = try town.app.assess(reference, input, version: 1, by: .machineOperator) } == [field])
    #expect(
      try town.app.previewScore(input, for: reference, by: .machineOperator).problems.map(\.field) == [field])
    let details = RiskDetails(unitID: town.works.id, statement: "Yeni")
    #expect(faultyFields { _ = try town.app.addRisk(details, assessment: input, by: .machineOperator) } == [field])
    #expect(try town.app.journalHead() == head)
    #expect(try town.page(reference).row == before)
    #expect(try town.everything().count == 5)
  }

  @Test("Controls that change nothing are allowed and pointed out")
  func equal() throws {
    let town = try Town()
    let input = AssessmentTests.input(4, 4, residual: (4, 4))
    #expect(
      try town.app.previewScore(input, for: nil, by: .machineOperator).findings.map(\.code)
        == ["residual-equals-inherent"])
    _ = try town.app.assess(town.risk(of: town.works), input, version: 1, by: .machineOperator)
    #expect(try town.page(town.risk(of: town.works)).findings.map(\.code).contains("residual-equals-inherent"))
  }

  @Test("An assessment of an earlier day joins the history and does not replace a later one")
  func backdated() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    let map = try town.app.heatMap(unitCode: nil, by: .machineOperator).inherent
    let early = AssessmentTests.input(1, 1, on: Town.today.adding(days: -90))
    _ = try town.app.assess(reference, early, version: 1, by: .machineOperator)
    let page = try town.page(reference)
    #expect(page.row.assessment?.assessedOn == Town.today && page.row.assessment?.inherent.score == 20)
    #expect(page.history.map(\.assessedOn) == [Town.today, Town.today.adding(days: -90)])
    #expect(try town.app.heatMap(unitCode: nil, by: .machineOperator).inherent == map)
    _ = try town.app.assess(reference, AssessmentTests.input(2, 2), version: 2, by: .machineOperator)
    #expect(try town.page(reference).row.assessment?.inherent.score == 4)
    #expect(try town.page(reference).row.change == .fallen)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("The reasons shown lead to the scores stored, under every shipped methodology")
  func reasons() throws {
    let town = try Town()
    for id in town.app.rules.methodologyIDs {
      var options = ImportOptions()
      options.methodologyID = id
      let text = "Referans No;Risk;Olasılık;Etki;Artık Olasılık;Artık Etki\nHUK.RA.09\(id.utf8.count);\(id);3;3;2;2\n"
      let preview = try town.preview(town.file(text), options)
      try town.bringIn(town.file(text), options)
      let page = try town.page(try #require(preview.rows.first).reference)
      let assessment = try #require(page.row.assessment)
      #expect(page.methodology.id == id && assessment.methodologyID == id)
      for (pair, steps) in [(assessment.inherent, page.inherentReasons), (assessment.residual, page.residualReasons)] {
        let pair = try #require(pair)
        let again = try score(
          ScoreInput(likelihood: pair.likelihood, impact: pair.impact), under: page.methodology,
          on: assessment.assessedOn)
        #expect(again.value == pair.score && again.level.id == pair.levelID && again.explanation == steps)
        #expect(!steps.isEmpty)
      }
    }
  }

  @Test("What a page showed on a day, it shows of that day ever after")
  func asOf() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    var shown: [(day: Day, page: RiskPage)] = []
    for round in 1...4 {
      town.wait(days: 20)
      let risk = try town.page(reference).row.risk
      var details = risk.details
      details.owner = "Sahip \(round)"
      _ = try town.app.editRisk(reference, details, version: risk.version, by: .machineOperator)
      let day = round == 3 ? town.app.today.adding(days: -50) : nil
      let input = AssessmentTests.input(5 - round, 5, on: day, because: "Tur \(round)")
      _ = try town.app.assess(reference, input, version: risk.version + 1, by: .machineOperator)
      shown.append((town.app.today, try town.page(reference)))
    }
    town.wait(days: 20)
    try town.retire(town.works)
    for (day, then) in shown {
      let past = try town.app.risk(reference, by: .machineOperator, asOf: day)
      #expect(past.row.risk.details == then.row.risk.details && past.row.risk.version == then.row.risk.version)
      #expect(past.row.assessment == then.row.assessment && past.history == then.history)
      #expect(past.row.risk.currentAssessmentID == then.row.risk.currentAssessmentID)
      #expect(past.inherentReasons == then.inherentReasons && past.row.level == then.row.level)
      #expect(past.row.change == then.row.change && past.row.risk.retiredOn == nil)
      #expect(past.permissions.isEmpty)
    }
    let before = Town.today.adding(days: -1)
    #expect(refusal { _ = try town.app.risk(reference, by: .machineOperator, asOf: before) } == .notFound)
  }

  @Test("The methodology is chosen before anything is assessed, not after")
  func methodology() throws {
    let town = try Town()
    let coordinator = try town.person(.administrationCoordinator, in: town.root)
    #expect(refusal { try town.app.setMethodology("10x10", by: coordinator) } == .conflict)
    #expect(faultyFields { try town.app.setMethodology("7x7", by: coordinator) } == ["methodology"])
    let folder = try Folder()
    let fresh = try App.create(
      database: folder.file("b.db"), administration: "Örnek Belediyesi", sample: false,
      dataFolder: town.app.dataFolder, clock: { Town.now })
    try fresh.setMethodology("10x10", by: .machineOperator)
    #expect(try fresh.methodology().id == "10x10")
    #expect(try fresh.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("The rules an assessment was made under are kept in full and can be read back without the rules folder")
  func ruleDigest() throws {
    let town = try Town()
    let stored = try #require(try town.page(town.risk(of: town.works)).row.assessment)
    let text = try town.app.read { connection in try RuleSetTable.text(digest: stored.ruleDigest, connection) }
    let kept = try #require(text)
    let rebuilt = try #require(RuleLibrary.rebuild(canonicalText: kept))
    #expect(rebuilt == (try town.app.methodology()))
    #expect(RuleSetTable.digest(of: rebuilt) == stored.ruleDigest)
  }
}
