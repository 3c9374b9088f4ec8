import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// Opportunities stand beside threats and are never counted with them.
struct OpportunityTests {
  private func town() throws -> (Town, String) {
    let town = try Town()
    var details = RiskDetails(unitID: town.finance.id, statement: "Hibe çağrısı açılması")
    (details.kind, details.response) = (.opportunity, .exploit)
    let input = AssessmentInput(inherent: ScoreInput(likelihood: 5, impact: 5))
    return (town, try town.app.addRisk(details, assessment: input, by: .machineOperator).reference)
  }

  @Test("An opportunity has its own map; the threats' map does not move")
  func maps() throws {
    let (before, (town, reference)) = (try Town(), try town())
    for basisTown in [before, town] {
      let map = try basisTown.app.heatMap(unitCode: nil, by: .machineOperator)
      #expect(map.kind == .threat && map.inherent.joined().reduce(0, +) == 5 && map.otherMethodology == 0)
    }
    let map = try town.app.heatMap(unitCode: nil, kind: .opportunity, by: .machineOperator)
    #expect(map.inherent[4][4] == 1 && map.inherent.joined().reduce(0, +) == 1 && map.opportunityCount == 1)
    #expect(map.withoutResidual == 1 && map.otherMethodology == 0 && map.notAssessed == 0)

    var details = try town.page(reference).row.risk.details
    details.kind = .threat
    _ = try town.app.editRisk(
      reference, details, version: try town.page(reference).row.risk.version, by: .machineOperator)
    #expect(try town.app.heatMap(unitCode: nil, by: .machineOperator).inherent[4][4] == 2)
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test("Lists tell the kinds apart and count each")
  func lists() throws {
    let (town, reference) = try town()
    var query = RegisterQuery()
    let all = try town.app.register(query, by: .machineOperator)
    #expect(all.total == 6 && all.countsByKind == [.threat: 5, .opportunity: 1])
    query.kind = .opportunity
    let some = try town.app.register(query, by: .machineOperator)
    #expect(some.rows.map(\.risk.reference) == [reference] && some.total == 1)
    #expect(some.countsByKind == all.countsByKind)
    query.kind = .threat
    let threats = try town.app.register(query, by: .machineOperator)
    #expect(threats.total == 5 && !threats.rows.contains { $0.risk.reference == reference })
    #expect(threats.countsByLevel.values.reduce(0, +) == 5)
  }

  @Test("Appetite bounds threats: a great opportunity is not above it, and asks for no response")
  func appetite() throws {
    let (town, reference) = try town()
    let page = try town.page(reference)
    #expect(page.row.assessment?.verdict == .above && !page.findings.contains { $0.code == "response-missing" })
    var query = RegisterQuery()
    query.states = [.aboveAppetite]
    #expect(!(try town.app.register(query, by: .machineOperator).rows.contains { $0.risk.reference == reference }))
    let board = try town.app.dashboard(by: .machineOperator)
    #expect(board.opportunityCount == 1 && board.riskCount == 5)
    #expect(!board.aboveAppetite.rows.contains { $0.risk.reference == reference })
  }

  @Test(
    "A response for the other kind is pointed out",
    arguments: [
      (RiskKind.opportunity, RiskResponse.avoid, "response-for-threats"),
      (.opportunity, .control, "response-for-threats"),
      (.opportunity, .transfer, "response-for-threats"), (.threat, .exploit, "response-for-opportunities"),
    ])
  func responses(kind: RiskKind, response: RiskResponse, code: String) throws {
    let town = try Town()
    var details = RiskDetails(unitID: town.works.id, statement: "Bir risk")
    (details.kind, details.response) = (kind, response)
    let risk = try town.app.addRisk(details, assessment: nil, by: .machineOperator)
    #expect(try town.page(risk.reference).findings.contains { $0.code == code })
  }

  @Test("Files may say kind, process, controllability and method in their own words")
  func words() throws {
    let town = try Town()
    try town.bringIn(
      town.file(
        """
        Birim;Risk;Fırsat / Tehdit;Süreç;Proje;Kontrol edilebilirlik;Belirleme yöntemi
        Hukuk İşleri;Dava sayısının azalması;FIRSAT;Dava takibi;Sulh;Kısmen kontrol edilebilir;ÇALIŞTAY

        """))
    var query = RegisterQuery()
    (query.unitCode, query.kind) = ("HUK", .opportunity)
    let details = try #require(try town.app.register(query, by: .machineOperator).rows.first?.risk.reference)
    let risk = try town.page(details).row.risk.details
    #expect(risk.process == "Dava takibi" && risk.project == "Sulh")
    #expect(risk.controllability == "partly-controllable" && risk.identificationMethod == "workshop")
    query.identificationMethod = "workshop"
    #expect(try town.app.register(query, by: .machineOperator).total == 1)
    query.controllability = "uncontrollable"
    #expect(try town.app.register(query, by: .machineOperator).total == 0)
  }
}
