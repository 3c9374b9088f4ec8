import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage
import Testing

@testable import GuvenceApplication

/// Shared risks, relations, suggestions and findings on wording.
struct IdentificationTests {
  @Test("A shared risk is read by the sharing unit, marked, and changed only by the lead")
  func shared() throws {
    let town = try Town()
    let reader = try town.person(.unitCoordinator, in: town.works)
    let reference = town.risk(of: town.finance)
    #expect(refusal { _ = try town.app.risk(reference, by: reader) } == .notFound)
    _ = try town.app.shareRisk(reference, with: "FEN", reason: "Hakedişler", by: .machineOperator)

    let rows = try town.app.everything(by: reader)
    #expect(rows.map(\.risk.reference) == [town.risk(of: town.works), reference])
    #expect(rows.map(\.isOfOtherUnit) == [false, true] && rows[1].unitCode == "MH" && rows[1].sharedWith == ["FEN"])
    let page = try town.app.risk(reference, by: reader)
    #expect(page.identification.leadUnitCode == "MH" && page.permissions.isEmpty && page.journal.isEmpty)
    #expect(page.identification.otherUnits.isEmpty)

    let input = AssessmentInput(inherent: ScoreInput(likelihood: 1, impact: 1))
    let version = page.row.risk.version
    let attempts: [() throws -> Void] = [
      { _ = try town.app.editRisk(reference, page.row.risk.details, version: version, by: reader) },
      { _ = try town.app.assess(reference, input, version: version, by: reader) },
      { _ = try town.app.retireRisk(reference, reason: "x", version: version, by: reader) },
      { _ = try town.app.shareRisk(reference, with: "HUK", reason: "x", by: reader) },
      { _ = try town.app.unshareRisk(reference, with: "FEN", by: reader) },
      { _ = try town.app.relateRisks(reference, to: town.risk(of: town.works), kind: .triggers, by: reader) },
      { _ = try town.app.dismissStatementFinding(reference, check: "vague", reason: "x", by: reader) },
    ]
    let head = try town.app.journalHead()
    for attempt in attempts { #expect(refusal(attempt) == .forbidden) }
    #expect(try town.app.journalHead() == head)
  }

  @Test("A share reaches the unit itself and those above it, nobody else, and ends when it is ended")
  func reach() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    _ = try town.app.shareRisk(reference, with: "MHT", reason: "Bordro", by: .machineOperator)
    let below = try town.person(.subUnitCoordinator, in: town.payroll)
    let above = try town.person(.unitCoordinator, in: town.finance)
    let aside = try town.person(.unitCoordinator, in: town.legal)
    func sees(_ actor: Actor) throws -> Bool {
      try town.app.everything(by: actor).contains { $0.risk.reference == reference }
    }
    #expect(try sees(below) && sees(above) && !sees(aside))
    #expect(refusal { _ = try town.app.risk(reference, by: aside) } == .notFound)

    _ = try town.app.unshareRisk(reference, with: "MHT", by: .machineOperator)
    #expect(try !sees(below) && !sees(above))
    #expect(refusal { _ = try town.app.risk(reference, by: below) } == .notFound)
    #expect(refusal { _ = try town.app.unshareRisk(reference, with: "MHT", by: .machineOperator) } == .notFound)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("A share with the parent unit does not reach into the units below it")
  func downwards() throws {
    let town = try Town()
    _ = try town.app.shareRisk(town.risk(of: town.works), with: "MH", reason: "Ödeme", by: .machineOperator)
    let below = try town.person(.subUnitCoordinator, in: town.payroll)
    #expect(refusal { _ = try town.app.risk(town.risk(of: town.works), by: below) } == .notFound)
    #expect(try town.app.everything(by: below).map(\.unitCode) == ["MHT"])
  }

  @Test("Nothing is counted twice: map, report, dashboard and export stay with the lead")
  func once() throws {
    let town = try Town()
    let reader = try town.person(.unitCoordinator, in: town.works)
    let map = try town.app.heatMap(unitCode: nil, by: reader)
    let board = try town.app.dashboard(by: reader).riskCount
    _ = try town.app.shareRisk(town.risk(of: town.finance), with: "FEN", reason: "Ortak", by: .machineOperator)
    let after = try town.app.heatMap(unitCode: nil, by: reader)
    #expect(after.inherent == map.inherent && after.otherMethodology == 0 && after.notAssessed == map.notAssessed)
    #expect(try town.app.dashboard(by: reader).riskCount == board)
    let path = town.folder.fresh("csv")
    #expect(try town.app.exportRegister(RegisterQuery(), format: .csv, to: path, by: reader) == 1)
    #expect(try town.app.register(RegisterQuery(), by: reader).total == 2)
    var query = RegisterQuery()
    query.states = [.shared]
    #expect(try town.app.register(query, by: reader).total == 1)
    #expect(try town.app.register(query, by: .machineOperator).total == 1)
  }

  @Test(
    "A share is refused with its own unit, with an unknown or closed one, without a reason, and twice",
    arguments: [("MH", "x", "unit"), ("YOK", "x", "unit"), ("HUK", "x", "unit"), ("FEN", "  ", "reason")])
  func refusedShares(unit: String, reason: String, field: String) throws {
    let town = try Town()
    try town.retire(town.legal)
    let version = try town.app.resolve(unitCode: "HUK", by: .machineOperator).version
    _ = try? town.app.retireUnit("HUK", reason: "Kapandı", version: version, by: .machineOperator)
    let reference = town.risk(of: town.finance)
    #expect(
      faultyFields { _ = try town.app.shareRisk(reference, with: unit, reason: reason, by: .machineOperator) }
        == [field])
    _ = try town.app.shareRisk(reference, with: "FEN", reason: "x", by: .machineOperator)
    #expect(
      refusal { _ = try town.app.shareRisk(reference, with: "FEN", reason: "x", by: .machineOperator) } == .conflict)
  }

  @Test("A past page shows the shares, relations and dismissals that stood at the end of that day")
  func past() throws {
    let town = try Town()
    let (reference, other) = (town.risk(of: town.finance), town.risk(of: town.works))
    let reader = try town.person(.unitCoordinator, in: town.works)
    try town.word("Kamu zararı oluşması", town.finance)
    town.wait(days: 1)
    _ = try town.app.shareRisk(reference, with: "FEN", reason: "Ortak", by: .machineOperator)
    _ = try town.app.relateRisks(reference, to: other, kind: .increases, by: .machineOperator)
    _ = try town.app.dismissStatementFinding(reference, check: "effect-only", reason: "Bilerek", by: .machineOperator)
    town.wait(days: 1)
    _ = try town.app.unrelateRisks(reference, to: other, by: .machineOperator)
    town.wait(days: 1)
    _ = try town.app.unshareRisk(reference, with: "FEN", by: .machineOperator)
    _ = try town.app.shareRisk(reference, with: "HUK", reason: "Dava", by: .machineOperator)
    func at(_ days: Int) throws -> RiskIdentification {
      try town.app.risk(reference, by: .machineOperator, asOf: Town.today.adding(days: days)).identification
    }
    #expect(try (0...3).map { try at($0).shares.map(\.unitCode) } == [[], ["FEN"], ["FEN"], ["HUK"]])
    #expect(try (0...3).map { try at($0).relations.relations.count } == [0, 1, 0, 0])
    #expect(try (0...1).map { try at($0).remarks.map { $0.dismissal != nil } } == [[false], [true]])
    // What another unit shared is seen for the days on which it did.
    #expect(refusal { _ = try town.app.risk(reference, by: reader) } == .notFound)
    _ = try town.app.shareRisk(reference, with: "FEN", reason: "Yine", by: .machineOperator)
    _ = try town.app.risk(reference, by: reader, asOf: Town.today.adding(days: 2))
    #expect(
      refusal { _ = try town.app.risk(reference, by: reader, asOf: Town.today) } == .notFound)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("Relations: circles yes, loops and doubles no; hidden ends are not shown")
  func relations() throws {
    let town = try Town()
    let (one, two) = (town.risk(of: town.finance), town.risk(of: town.works))
    _ = try town.app.relateRisks(one, to: two, kind: .triggers, note: " not ", by: .machineOperator)
    _ = try town.app.relateRisks(two, to: one, kind: .decreases, by: .machineOperator)
    #expect(
      faultyFields { _ = try town.app.relateRisks(one, to: one, kind: .triggers, by: .machineOperator) } == ["other"])
    #expect(
      faultyFields { _ = try town.app.relateRisks(one, to: "YOK.1", kind: .triggers, by: .machineOperator) } == [
        "other"
      ])
    #expect(refusal { _ = try town.app.relateRisks(one, to: two, kind: .increases, by: .machineOperator) } == .conflict)
    let map = try town.app.relations(unitCode: "FEN", by: .machineOperator).map
    #expect(map.nodes.map(\.reference) == [two, one].sorted(by: TurkishText.precedes) && map.relations.count == 2)
    #expect(map.relations.first?.note == "not")
    #expect(try town.app.relations(unitCode: "HUK", by: .machineOperator).map == .empty)

    let reader = try town.person(.unitCoordinator, in: town.works)
    #expect(try town.app.relations(unitCode: nil, by: reader).map == .empty)
    #expect(try town.app.risk(two, by: reader).identification.relations == .empty)
    #expect(faultyFields { _ = try town.app.relateRisks(two, to: one, kind: .triggers, by: reader) } == ["other"])
    _ = try town.app.shareRisk(one, with: "FEN", reason: "Ortak", by: .machineOperator)
    #expect(try town.app.risk(two, by: reader).identification.relations.relations.count == 2)
  }

  @Test("Suggestions of the unit's directorate are adopted with their origin, once, not assessed")
  func suggestions() throws {
    let town = try Town()
    let page = try town.app.suggestions(unitCode: "MH", by: .machineOperator)
    #expect(page.directorate?.id == "financial-services" && !page.suggestions.isEmpty)
    #expect(page.suggestions.allSatisfy { $0.adopted.isEmpty && !$0.citation.isVerified })
    #expect(try town.app.suggestions(unitCode: "MHT", by: .machineOperator).directorate == nil)
    let entries = page.suggestions.prefix(2).map(\.entry)
    let risks = try town.app.adoptRisks(entries, unitCode: "MH", by: .machineOperator)
    #expect(risks.count == 2 && risks.allSatisfy { $0.currentAssessmentID == nil && $0.details.response == nil })
    let shown = try town.page(risks[0].reference).identification.origin
    #expect(shown?.state == .same && shown?.origin.entry == entries[0] && shown?.origin.isVerified == false)
    #expect(shown?.origin.catalog == "directorate-risks" && shown?.origin.digest.count == 64)
    let again = try town.app.suggestions(unitCode: "MH", by: .machineOperator).suggestions
    #expect(again.suffix(2).map(\.adopted) == risks.map { [$0.reference] } && again.first?.adopted == [])

    let head = try town.app.journalHead()
    #expect(
      refusal { _ = try town.app.adoptRisks([again[0].entry, entries[0]], unitCode: "MH", by: .machineOperator) }
        == .conflict)
    #expect(refusal { _ = try town.app.adoptRisks(["yok/yok"], unitCode: "MH", by: .machineOperator) } == .notFound)
    #expect(faultyFields { _ = try town.app.adoptRisks([], unitCode: "MH", by: .machineOperator) } == ["entry"])
    #expect(try town.app.journalHead() == head)
    #expect(try town.page(town.risk(of: town.finance)).identification.origin == nil)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("An entry that the catalogue changed or dropped since is marked")
  func changedSince() throws {
    let town = try Town()
    let origin = RiskOrigin(
      id: Identifier(1), riskID: Identifier(1), catalog: "directorate-risks", entry: "parks/playground",
      digest: String(repeating: "0", count: 64), text: "title: Eski\nlikelihood: 1", source: "", isVerified: false,
      recorded: RecordStamp(at: Town.now, by: "x"))
    let entry = try #require(
      try town.app.suggestions(unitCode: "MH", directorate: "parks", by: .machineOperator).suggestions.first?.entry)
    func line(_ entry: String) -> OriginLine.State {
      town.app.originLine(
        RiskOrigin(
          id: origin.id, riskID: origin.riskID, catalog: origin.catalog, entry: entry, digest: origin.digest,
          text: origin.text, source: "", isVerified: false, recorded: origin.recorded)
      ).state
    }
    guard case .changed(let fields) = line(entry) else {
      Issue.record("not changed")
      return
    }
    #expect(fields.contains("statement") && fields.contains("title"))
    #expect(line("parks/nothing") == .gone)
  }

  @Test("A dismissal holds until the statement is worded otherwise, and asks for a reason")
  func dismissals() throws {
    let town = try Town()
    let reference = town.risk(of: town.works)
    try town.word("Kamu zararı oluşması", town.works)
    let dismiss = { (check: String, reason: String) in
      _ = try town.app.dismissStatementFinding(reference, check: check, reason: reason, by: .machineOperator)
    }
    #expect(faultyFields { try dismiss("effect-only", " ") } == ["reason"])
    #expect(refusal { try dismiss("negated-goal", "Böyle") } == .conflict)
    try dismiss("effect-only", "Böyle bilinir")
    #expect(refusal { try dismiss("effect-only", "Yine") } == .conflict)
    #expect(try town.page(reference).identification.remarks.map(\.dismissal?.reason) == ["Böyle bilinir"])
    let report = try town.app.checkStatements(unitCode: "FEN", by: .machineOperator)
    #expect(report.checked == 1 && report.open == 0 && report.lines.count == 1)
    try town.word("Kamu zararı doğması", town.works)
    #expect(try town.page(reference).identification.remarks.map(\.dismissal) == [nil])
    #expect(try town.app.checkStatements(unitCode: "FEN", by: .machineOperator).open == 1)
  }

  @Test("Those who keep the journal of accounts do not read risks in it")
  func journal() throws {
    let town = try Town()
    _ = try town.app.shareRisk(town.risk(of: town.works), with: "HUK", reason: "Gizli", by: .machineOperator)
    _ = try town.app.relateRisks(
      town.risk(of: town.works), to: town.risk(of: town.legal), kind: .triggers, note: "Gizli", by: .machineOperator)
    let keeper = try town.person(.systemAdministrator, in: town.root)
    let seen = try town.app.journal(entity: nil, key: nil, before: nil, limit: 500, by: keeper)
    #expect(!seen.contains { ["risk_share", "risk_relation"].contains($0.entity) })
    let all = try town.app.journal(entity: nil, key: nil, before: nil, limit: 500, by: .machineOperator)
    #expect(all.contains { $0.entity == "risk_share" && $0.entityKey == town.risk(of: town.works) })
  }
}
