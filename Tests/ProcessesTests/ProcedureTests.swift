import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct ProcedureTests {
  @Test(arguments: Shipped.processes) func everySectionIsThere(process: WorkProcess) {
    for language in Language.allCases {
      let text = ProcedureText(process, language)
      let ids = text.sections.map(\.id)
      for id in ["purpose", "scope", "basis", "responsibilities", "steps", "documents", "force"] {
        #expect(ids.contains(id), "\(id)")
      }
      #expect(text.sections.enumerated().allSatisfy { $1.title.hasPrefix("\($0 + 1). ") })
      for case .steps(let items) in text.sections.flatMap(\.blocks) {
        #expect(items.map(\.step) == process.chart.steps.map(\.id))
        for item in items { #expect(!item.text.contains("..") && !item.text.contains("  "), "\(item.text)") }
      }
    }
  }

  private func text(_ id: String, of code: String, _ language: Language = .turkish) throws -> String {
    let procedure = ProcedureText(try Shipped.process(code), language)
    for case .steps(let items) in procedure.sections.flatMap(\.blocks) {
      return try #require(items.first { $0.step == id }).text
    }
    return ""
  }

  @Test func sentences() throws {
    #expect(
      try text("k1", of: "SOS-01")
        == "Kararı Başvuru Masası verir. «Hayır» ise 7. adıma geçilir; «Evet» ise 4. adıma geçilir.")
    #expect(
      try text("k1", of: "SOS-01", .english)
        == "Başvuru Masası decides. If «Hayır», on to step 7; if «Evet», on to step 4.")
    #expect(
      try text("6", of: "SOS-01")
        == "Sorumlu: Müdürlük (imza). Belge: Teslim tutanağı. Sistem: Taşınır sistemi. Bu adım geri alınamaz.")
    #expect(try text("b", of: "SOS-01") == "Süreci Vatandaş başlatır.")
  }

  @Test func responsibilitiesNameEveryStep() throws {
    let process = try Shipped.process("RUH-01")
    let section = try #require(ProcedureText(process).sections.first { $0.id == "responsibilities" })
    guard case .list(let lines) = section.blocks.first else { return #expect(Bool(false)) }
    #expect(lines.contains("Ruhsat ve Denetim Müdürü: 18. adımı onaylar."))
    #expect(
      lines.contains(
        "Ruhsat Servisi: 1, 3, 5, 8, 13 ve 19. adımları yürütür; 9. adımı karara bağlar; 2 ve 16. adımları kontrol eder; "
          + "17. adımı paraflar; 10. adımı imzalar."))
  }

  @Test func articleIsMarkup() throws {
    let text = String(decoding: ProcedureText(try Shipped.process("MAL-01")).node().rendered(), as: UTF8.self)
    #expect(text.contains("<h1>") && text.contains("<h2>1. Amaç</h2>") && text.contains("form-table-risk-control"))
  }
}
