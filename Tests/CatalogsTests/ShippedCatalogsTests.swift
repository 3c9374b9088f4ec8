import GuvenceCatalogs
import GuvenceCore
import Testing

@Suite struct ShippedCatalogsTests {
  let catalogs: Catalogs

  init() throws { catalogs = try Catalogs.load(dataFolder: DataLocator.locate()) }

  @Test func checkFindsNothing() throws {
    #expect(try Catalogs.check(dataFolder: DataLocator.locate()).map(\.rendered) == [])
  }

  @Test func standardsHaveTheOfficialCounts() {
    #expect(catalogs.standards.components.map(\.component) == StandardComponent.allCases)
    #expect(catalogs.standards.components.map { $0.standards.flatMap(\.conditions).count } == [26, 9, 17, 20, 7])
    #expect(catalogs.standards.standards.map(\.number.number) == Array(1...18))
    #expect(
      catalogs.standards.standards.map(\.conditions.count) == [6, 7, 8, 5, 6, 3, 4, 3, 2, 2, 3, 3, 7, 4, 6, 3, 5, 2])
    #expect(catalogs.standards.conditions.count == 79)
  }

  @Test func conditionsAreFoundByTheCodeOfAnAction() throws {
    let code = try #require(StandardCode("bis 16.3.2"))
    #expect(catalogs.standards.condition(of: code)?.code.description == "BİS 16.3")
    let beyond = try #require(StandardCode("KOS 1.7"))
    #expect(catalogs.standards.condition(of: beyond) == nil)
  }

  @Test func everyConditionSpeaksBothLanguages() {
    for condition in catalogs.standards.conditions {
      #expect(condition.subject.turkish.hasSuffix("."), "\(condition.code)")
      #expect(condition.subject.english.hasSuffix("."), "\(condition.code)")
    }
  }

  @Test func eighteenDirectoratesCarryFortyOneRisks() {
    #expect(
      catalogs.directorates.map(\.code) == [
        "MH", "DSA", "İVŞ", "Fİ", "Z", "RVD", "Bİ", "UMİ", "TÇA", "PB", "SY", "İA", "İK", "H", "Eİ", "Yİ", "ÖKB", "SKB",
      ])
    #expect(catalogs.directorates.map(\.risks.count) == [5, 5, 4, 3, 2, 1, 4, 2, 3, 1, 2, 2, 2, 1, 1, 1, 1, 1])
    #expect(catalogs.directorate(code: "MH")?.name.turkish == "Mali Hizmetler Müdürlüğü")
    #expect(catalogs.directorate(code: "MH")?.alsoCalled == ["Mali Hizmetler"])
  }

  @Test func risksAreWholeSentences() {
    for risk in catalogs.directorates.flatMap(\.risks) {
      for text in [risk.cause, risk.event, risk.consequence, risk.statement] {
        #expect(text.hasSuffix(".") && TurkishText.capitalizeFirst(text) == text, "\(risk.id): \(text)")
        #expect(!text.contains("\n") && !text.contains("  "), "\(risk.id): \(text)")
      }
      #expect(!risk.controls.isEmpty, "\(risk.id)")
    }
  }

  @Test func taxonomyHasBothSidesOfTheRiskUniverse() {
    #expect(catalogs.taxonomy.category("financial")?.code == "INT-FIN")
    #expect(catalogs.taxonomy.category("strategic")?.origin == .external)
    #expect(catalogs.taxonomy.category("nothing") == nil)
    #expect(catalogs.taxonomy.types.map(\.id) == ["strategic", "corporate", "program", "project", "operational"])
    #expect(catalogs.taxonomy.controllability.count == 3)
    #expect(!catalogs.taxonomy.identificationMethods.isEmpty)
  }

  @Test func namesSpeakBothLanguages() {
    let names =
      catalogs.directorates.map(\.name) + catalogs.directorates.flatMap(\.risks).map(\.title)
      + catalogs.obligations.flatMap { [$0.title, $0.who] } + catalogs.legal.norms.map(\.title)
      + catalogs.taxonomy.categories.flatMap { [$0.name, $0.description] }
    #expect(names.filter { $0.english.isEmpty }.map(\.turkish) == [])
  }

  @Test func whatNobodyCheckedSaysSo() {
    #expect(catalogs.standards.components.allSatisfy { !$0.citation.isVerified && $0.citation.checkedOn == nil })
    #expect(catalogs.directorates.allSatisfy { !$0.citation.isVerified })
    #expect(catalogs.obligations.first { $0.id == "activity-report" }?.citation.isVerified == true)
    #expect(catalogs.obligations.first { $0.id == "board-meeting" }?.citation.isVerified == false)
  }
}
