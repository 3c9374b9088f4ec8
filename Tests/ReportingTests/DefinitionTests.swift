import GuvenceCore
import GuvenceReporting
import Testing

@Suite struct DefinitionTests {
  private let head = """
    id: ozet
    title: {tr: Özet, en: Summary}
    version: 1
    effective: 2026-01-01
    source: Örnek
    verified: false

    """

  private func findings(_ text: String) -> [Diagnostic] {
    do {
      _ = try ReportDefinition.parse(text, file: "reports/ozet.yaml")
      return []
    } catch { return error.all }
  }

  @Test func shippedDefinitionsAreClean() throws {
    #expect(ReportDefinitions.check(dataFolder: Sample.dataFolder).isEmpty)
    let definition = try Sample.definition()
    #expect(!definition.citation.isVerified)
    #expect(definition.sections.first?.kind == .summary)
    #expect(definition.sections.first { $0.kind == .topRisks }?.limit == 10)
  }

  @Test func unknownSectionAsksWhatWasMeant() throws {
    let all = findings(head + "sections:\n  - id: above-apetite\n    title: {tr: A}\n")
    #expect(all.map(\.code) == ["not-allowed"])
    #expect(all.first?.remedy.contains("did you mean above-appetite?") == true)
    #expect(all.first?.placeText == "reports/ozet.yaml:8:9")
  }

  @Test func allErrorsInOnePass() {
    let text =
      head.replacing("id: ozet", with: "id: baska") + """
        sections:
          - id: summary
            title: {tr: A}
            limit: 5
          - id: top-risks
            title: {tr: B}
            columns: [referense]
          - id: signatures
            title: {tr: C}
        """
    #expect(Set(findings(text).map(\.code)) == ["id-not-file-name", "not-used", "not-allowed", "missing-key"])
  }

  @Test func sameSectionTwice() {
    let text = head + "sections:\n  - {id: units, title: {tr: A}}\n  - {id: units, title: {tr: B}}\n"
    #expect(findings(text).map(\.code) == ["repeated-section"])
  }

  @Test(arguments: ["../rules/5x5", "", "a/b", "Özet"])
  func idsCannotLeaveTheFolder(id: String) {
    #expect(throws: Diagnostics.self) { try ReportDefinition.load(dataFolder: Sample.dataFolder, id: id) }
  }
}
