import FoundationEssentials
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceReporting
import GuvenceRules
import Testing

@Suite struct RenderingTests {
  private let golden = "\(Sample.dataFolder)/Tests/Golden/consolidated-risk.txt"

  /// With `GUVENCE_UPDATE_GOLDEN=1` the file is written anew, to be read before it is committed.
  @Test func textIsTheGoldenFile() throws {
    let text = TextRenderer.render(try Sample.document(), width: 150)
    if ProcessInfo.processInfo.environment["GUVENCE_UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: URL(filePath: golden))
    }
    let expected = String(decoding: try Data(contentsOf: URL(filePath: golden)), as: UTF8.self)
    #expect(text == expected)
  }

  @Test func linesFitTheWidth() throws {
    for width in [80, 100, 140] {
      let lines = TextRenderer.render(try Sample.document(), width: width).split(separator: "\n")
      let isNarrowEnough = lines.allSatisfy { $0.count <= width }
      #expect(isNarrowEnough)
    }
  }

  @Test func sameSnapshotSameBytes() throws {
    let (first, second) = (try Sample.document(), try Sample.document())
    #expect(first == second)
    for language in Language.allCases {
      #expect(HTMLRenderer.render(first, language).rendered() == HTMLRenderer.render(second, language).rendered())
    }
    let snapshot = Sample.snapshot(Sample.register)
    #expect(ConsolidatedReport(snapshot).json() == ConsolidatedReport(snapshot).json())
  }

  @Test func levelsShowShapeAndWord() throws {
    let markup = HTMLRenderer.render(try Sample.document(), .turkish).markup
    #expect(
      markup.contains("<span class=\"level level-high\"><span class=\"shape\" aria-hidden=\"true\">◕</span> Yüksek"))
    #expect(markup.contains("doğrulanmadı"))
    #expect(markup.contains("Örnek veri"))
    #expect(!markup.contains("style="))
  }

  @Test func risksBecomeLinksWhereTheyLive() throws {
    let renderer = HTMLRenderer(language: .turkish) { "/risks/\($0)" }
    #expect(renderer.article(try Sample.document()).markup.contains("href=\"/risks/MH.RA.0003\""))
  }

  @Test func hostileTextIsEscaped() throws {
    let hostile = "</style><script>alert(1)</script>\u{1B}[2J\u{202E}"
    let entry = Sample.entry(
      1, (code: "MH", name: hostile), hostile,
      current: Sample.assessment(1, (5, 5), nil, on: "2026-07-01", review: "2027-01-01"))
    let snapshot = Sample.snapshot([entry], unitName: hostile, administration: hostile)
    let document = ConsolidatedReport(snapshot).document(try Sample.definition())
    let file = HTMLRenderer.file(document, .turkish, css: "a::before{content:'</style>'}").markup
    #expect(!file.contains("<script"))
    #expect(file.ranges(of: "</style").count == 1)
    let text = TextRenderer.render(document)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func styleTakesOnlyNamesAndColours() {
    let bad = Sample.level("x}body{", 1, Localized("A", "A"), "○", "#A5D66F")
    let worse = Sample.level("low", 1, Localized("A", "A"), "○", "red;}*{")
    #expect(PageStyle.css(levels: [bad, worse]).isEmpty)
    #expect(PageStyle.css(levels: Sample.levels).contains(".level-high{--level-ground:#F59E42;--level-ink:#000000}"))
  }

  @Test func emptyAndUnassessedRegistersRender() throws {
    for entries in [[], [Sample.entry(1, Sample.finance, "Risk")]] {
      for methodology in [Sample.product, Sample.matrix] {
        let document = try Sample.document(entries, methodology)
        #expect(HTMLRenderer.render(document, .english).markup.contains("No risk is assessed."))
        #expect(TextRenderer.render(document).contains("Değerlendirilmiş risk yoktur."))
      }
    }
  }

  @Test func matrixMethodologyHasNoScoreColumn() throws {
    let markup = HTMLRenderer.render(try Sample.document([], Sample.matrix), .turkish).markup
    #expect(markup.contains("puan hesaplanmaz"))
    #expect(!markup.contains("<th scope=\"col\" class=\"number\">Puan</th>"))
  }

  @Test func jsonKeepsOrderAndEscapes() throws {
    let entry = Sample.entry(1, Sample.finance, "Tırnak \" ters \\ satır\nsonu \u{1}")
    let json = ConsolidatedReport(Sample.snapshot([entry])).json()
    #expect(json.contains("\"statement\": \"Tırnak \\\" ters \\\\ satır\\nsonu \\u0001\""))
    #expect(
      json.hasPrefix("{\n  \"administration\": \"Örnek Belediyesi\",\n  \"sample\": true,\n  \"period\": \"2026-Q3\","))
    #expect(throws: Never.self) { try JSONDecoder().decode(Period.self, from: Data(json.utf8)) }
  }

  private struct Period: Decodable { let period: String }
}
