import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

@Suite("Controls, tests, links and the suggestion")
struct ControlUseTests {
  let town: Town
  let risk: String
  let code: String

  init() throws {
    town = try Town()
    risk = town.risk(of: town.finance)
    code = try town.app.addControl(ControlUseTests.form(), by: .machineOperator).code
  }

  static func form(_ unit: String = "MH", _ name: String = "Çift onay") -> ControlForm {
    var form = ControlForm()
    (form.unitCode, form.name, form.kind, form.nature) = (unit, name, .preventive, .automatic)
    form.answers = ["trace": "record", "approval": "other-team", "oversight": "regular"]
    return form
  }

  private func test(_ exceptions: Int, by actor: Actor = .machineOperator) throws {
    town.wait(seconds: 1)
    let input = ControlTestInput(
      sampleSize: 10, exceptions: exceptions, conclusion: exceptions == 0 ? .passed : .passedWithExceptions,
      notes: "Bulgu")
    _ = try town.app.recordControlTest(code, input, by: actor)
  }

  private func link(_ share: Int, _ factor: ControlFactor = .likelihood, by actor: Actor = .machineOperator) throws {
    town.wait(seconds: 1)
    try town.app.linkControl(code, to: risk, ControlLinkInput(share: share, factor: factor), by: actor)
  }

  private func choose(_ method: ControlEffectMethod) throws {
    town.wait(seconds: 1)
    _ = try town.app.chooseControlEffect(method, reason: "Rehber", by: .machineOperator)
  }

  private func controls(asOf: Day? = nil) throws -> RiskControls {
    try town.app.controls(ofRisk: risk, asOf: asOf, by: .machineOperator)
  }

  private func assess(_ residual: ScoreInput, reason: String = "") throws {
    town.wait(seconds: 1)
    let version = try town.page(risk).row.risk.version
    _ = try town.app.assess(
      risk, AssessmentInput(inherent: ScoreInput(likelihood: 5, impact: 2), residual: residual, reason: reason),
      version: version, by: .machineOperator)
  }

  @Test func testsLinksAndMethodGiveASuggestionWithItsArithmetic() throws {
    #expect(code == "MH.KN.0001")
    try choose(.tierReduction)
    try link(100)
    #expect(try controls().suggestion?.text == "? × 2")
    try test(1)
    let found = try controls()
    // KYP 80, KTS 90, KEP 86: very strong, three steps down.
    #expect(found.suggestion?.text == "2 × 2" && found.score?.value == 4)
    #expect(found.suggestion?.reasons.map(\.result.turkish) == ["90", "86", "86, Çok güçlü", "2", "0, Çok zayıf", "2"])
    #expect(found.differs && found.mayAdopt && found.choice?.reason == "Rehber")
    #expect(try town.app.verifyJournal(expectedHead: nil).isIntact)
  }

  @Test func withoutAChoiceTheMethodologySaysHow() throws {
    try link(100)
    try test(0)
    let found = try controls()
    #expect(
      found.method == .rescored && found.choice == nil && found.suggestion?.isComplete == false && !found.mayAdopt)
  }

  @Test func adoptingIsOneStepAndKeepsTheReason() throws {
    try choose(.tierReduction)
    try link(100)
    try test(1)
    let version = try town.page(risk).row.risk.version
    let made = try town.app.adoptSuggestion(risk, version: version, by: .machineOperator)
    #expect(made.residual?.likelihood == 2 && made.residual?.impact == 2 && made.inherent.likelihood == 5)
    #expect(made.reason.contains("MH.KN.0001") && made.reason.contains("2 × 2"))
    #expect(try !controls().differs)
    #expect(
      refusal { _ = try town.app.adoptSuggestion(risk, version: version, by: .machineOperator) } == .stale)
  }

  @Test func judgingOtherwiseNeedsAReason() throws {
    try choose(.tierReduction)
    try link(100)
    try test(1)
    #expect(faultyFields { try assess(ScoreInput(likelihood: 3, impact: 2)) } == ["reason"])
    try assess(ScoreInput(likelihood: 2, impact: 2))
    try assess(ScoreInput(likelihood: 3, impact: 2), reason: "Yeni personel")
    let input = AssessmentInput(
      inherent: ScoreInput(likelihood: 5, impact: 2), residual: ScoreInput(likelihood: 3, impact: 2))
    let codes = try town.app.previewScore(input, for: risk, by: .machineOperator).findings.map(\.code)
    #expect(codes == ["control-suggestion"])
  }

  @Test func sharesOnAFactorStayWithinTheWhole() throws {
    try link(70)
    let second = try town.app.addControl(ControlUseTests.form("MH", "Sayım"), by: .machineOperator).code
    func add(_ share: Int, _ factor: ControlFactor) throws {
      try town.app.linkControl(
        second, to: risk, ControlLinkInput(share: share, factor: factor), by: .machineOperator)
    }
    #expect(faultyFields { try add(31, .likelihood) } == ["share"])
    #expect(faultyFields { try add(31, .both) } == ["share"])
    #expect(faultyFields { try add(0, .impact) } == ["share"])
    try add(100, .impact)
    try link(60)
    #expect(try controls().lines.map(\.link.share) == [100, 60])
    #expect(
      faultyFields { try town.app.linkControl("YOK", to: risk, .init(share: 1, factor: .both), by: .machineOperator) }
        == ["control"])
  }

  @Test func aPastDayShowsWhatWasKnownThen() throws {
    try choose(.tierReduction)
    try link(100)
    try test(1)
    let then = try controls()
    town.wait(days: 1)
    try test(8)
    var form = ControlUseTests.form("MH", "Yeni ad")
    form.nature = .manual
    _ = try town.app.editControl(code, form, version: 1, by: .machineOperator)
    try choose(.percentage)
    town.wait(days: 1)
    try town.app.unlinkControl(code, from: risk, reason: "Kaldırıldı", by: .machineOperator)
    #expect(try controls().lines.isEmpty)
    #expect(try controls(asOf: Town.today.adding(days: -1)).lines.isEmpty)
    let first = try controls(asOf: Town.today)
    #expect(first.suggestion == then.suggestion && first.lines.map(\.control.details.name) == ["Çift onay"])
    #expect(!first.mayLink && !first.mayAdopt && first.method == .tierReduction)
    let second = try controls(asOf: Town.today.adding(days: 1))
    #expect(second.method == .percentage && second.lines.map(\.control.details.name) == ["Yeni ad"])
    #expect(second.suggestion?.text == "4 × 2")
  }

  @Test func closedControlsDoNotCount() throws {
    try choose(.tierReduction)
    try link(100)
    try test(0)
    _ = try town.app.retireControl(code, reason: "Bitti", version: 1, by: .machineOperator)
    #expect(try controls().suggestion == nil && controls().lines.count == 1)
    #expect(refusal { try test(0) } == .conflict)
    #expect(try town.app.controls(by: .machineOperator).lines.isEmpty)
    #expect(try town.app.controls(ControlQuery(state: .retired), by: .machineOperator).lines.count == 1)
    _ = try town.app.reinstateControl(code, version: 2, by: .machineOperator)
    #expect(try controls().suggestion?.isComplete == true)
  }

  @Test func testsMustFitTheirConclusion() {
    func faults(_ size: Int, _ exceptions: Int, _ conclusion: ControlTestConclusion, notes: String = "x") -> [String] {
      faultyFields {
        let input = ControlTestInput(
          sampleSize: size, exceptions: exceptions, conclusion: conclusion, notes: notes)
        _ = try town.app.recordControlTest(code, input, by: .machineOperator)
      }
    }
    #expect(faults(0, 0, .passed) == ["sampleSize"])
    #expect(faults(5, 6, .failed) == ["exceptions"])
    #expect(faults(5, 1, .passed) == ["conclusion"])
    #expect(faults(5, 0, .passedWithExceptions) == ["conclusion"])
    #expect(faults(5, 1, .passedWithExceptions, notes: "") == ["notes"])
    #expect(faults(5, 0, .notTested) == ["sampleSize"])
    #expect(faults(0, 0, .notTested, notes: "") == ["notes"])
    #expect(faults(5, 2, .failed).isEmpty && faults(0, 0, .notTested).isEmpty)
  }

  @Test func writtenControlsBecomeLibraryControlsOfTheirRisk() throws {
    var details = try town.page(risk).row.risk.details
    details.controls = "mutabakat; sayım"
    let version = try town.page(risk).row.risk.version
    _ = try town.app.editRisk(risk, details, version: version, by: .machineOperator)
    #expect(try controls().written == ["mutabakat", "sayım"])
    var form = ControlUseTests.form("MH", "mutabakat")
    form.risk = risk
    let made = try town.app.addControl(form, by: .machineOperator)
    #expect(made.details.origin == risk)
    let lines = try controls().lines
    #expect(lines.map(\.control.code) == [made.code] && lines.first?.link.share == 100)
    #expect(try town.page(risk).row.risk.details.controls == "mutabakat; sayım")
  }

  @Test(arguments: Role.allCases)
  func permissionsFollowTheUnit(_ role: Role) throws {
    try link(50)
    let person = try town.person(role, in: role.isAdministrationWide ? town.root : town.finance)
    let reads = UseCase.readers.contains(role)
    let writes = UseCase.writers.contains(role)
    #expect(refusal { _ = try town.app.control(code, by: person) } == (reads ? nil : .notFound))
    #expect(refusal { _ = try town.app.addControl(ControlUseTests.form(), by: person) } == (writes ? nil : .forbidden))
    #expect(refusal { try test(0, by: person) } == (writes ? nil : reads ? .forbidden : .notFound))
    #expect(refusal { try link(40, by: person) } == (writes ? nil : reads ? .forbidden : .notFound))
    let chooses: Set<Role> = [.topManager, .administrationCoordinator]
    #expect(
      refusal { _ = try town.app.chooseControlEffect(.percentage, reason: "x", by: person) }
        == (chooses.contains(role) ? nil : .forbidden))
  }

  @Test func strangersSeeNeitherControlNorLink() throws {
    try link(50)
    let stranger = try town.person(.unitCoordinator, in: town.works)
    #expect(refusal { _ = try town.app.control(code, by: stranger) } == .notFound)
    #expect(refusal { _ = try town.app.controls(ofRisk: risk, by: stranger) } == .notFound)
    #expect(try town.app.controls(by: stranger).lines.isEmpty)
    let own = town.risk(of: town.works)
    #expect(
      faultyFields { try town.app.linkControl(code, to: own, .init(share: 10, factor: .both), by: stranger) }
        == ["control"])
    let form = ControlUseTests.form("MH", "Başka")
    #expect(refusal { _ = try town.app.addControl(form, by: stranger) } == .invalid)
  }

  @Test func staleSavesShowBothVersions() throws {
    _ = try town.app.editControl(code, ControlUseTests.form("MH", "Yeni ad"), version: 1, by: .machineOperator)
    let found = problem {
      _ = try town.app.editControl(code, ControlUseTests.form("MH", "Başka ad"), version: 1, by: .machineOperator)
    }
    #expect(found?.kind == .stale && found?.stale?.differences.map(\.field) == ["name"])
  }

  @Test func listsAreFilteredAndExported() throws {
    _ = try town.app.addControl(ControlUseTests.form("FEN", "İş güvenliği denetimi"), by: .machineOperator)
    try test(0)
    func found(_ query: ControlQuery) throws -> [String] {
      try town.app.controls(query, by: .machineOperator).lines.map(\.control.code)
    }
    #expect(try found(ControlQuery(unitCode: "MH")) == [code])
    #expect(try found(ControlQuery(text: "IS GÜVENLİĞİ")) == ["FEN.KN.0001"])
    #expect(try found(ControlQuery(state: .effective)) == [code])
    #expect(try found(ControlQuery(state: .untested)) == ["FEN.KN.0001"])
    #expect(try found(ControlQuery(kind: .corrective)).isEmpty)
    for format in [ExportFormat.csv, .xlsx] {
      let path = town.folder.fresh(format.rawValue)
      #expect(try town.app.exportControls(ControlQuery(), format: format, to: path, by: .machineOperator) == 2)
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func theResidualLawIsTheSameInFormAndFile() throws {
    #expect(faultyFields { try assess(ScoreInput(likelihood: 5, impact: 3), reason: "x") } == ["residual-likelihood"])
    let text =
      "Birim;Tespit Edilen Risk;Olasılık;Etki;Artık Olasılık;Artık Etki\nMali Hizmetler Müdürlüğü;Dosyadan;2;4;"
    func codes(_ pair: String) throws -> [String] {
      let path = town.folder.fresh("csv")
      try Data("\(text)\(pair)\n".utf8).write(to: URL(fileURLWithPath: path))
      let preview = try town.app.previewImport(
        file: path, name: "a.csv", options: ImportOptions(), by: .machineOperator)
      return preview.problems.map(\.code)
    }
    #expect(try codes("3;4").contains("bad-value"))
    #expect(try codes("2;4").contains("residual-equals-inherent"))
    #expect(try codes("4;1").contains("residual-factor-above"))
    #expect(try codes("1;4").allSatisfy { !$0.hasPrefix("residual-") })
  }
}
