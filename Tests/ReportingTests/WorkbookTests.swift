import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceReporting
import GuvenceRules
import Testing

@Suite struct WorkbookTests {
  private func bytes(_ document: Document) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try XLSXRenderer.write(document, to: file.path)
    return Array(try Data(contentsOf: file))
  }

  private func sheets(_ document: Document) throws -> [String: [[String]]] {
    let reader = try XLSXReader(bytes: try bytes(document), name: "rapor.xlsx")
    var sheets: [String: [[String]]] = [:]
    for tab in reader.tabs {
      _ = try reader.forEachRow(of: tab) { row in
        sheets[tab.name, default: []].append((1...max(1, row.lastColumn)).map { row.text($0) })
      }
    }
    return sheets
  }

  @Test func tablesStandOnSheetsOfTheirOwn() throws {
    let sheets = try sheets(try Sample.document())
    let top = try #require(sheets["En yüksek riskler"])
    #expect(top[0] == ["En yüksek riskler"])
    #expect(Array(top[1][4...7]) == ["Doğal risk (puan)", "Doğal risk (düzey)", "Güncel (puan)", "Güncel (düzey)"])
    #expect(
      Array(top[2][0...7]) == [
        "1", "FİM.RA.0001", "Fen İşleri Müdürlüğü", "Bakımsız araçların arızalanması sonucunda hizmetin aksaması", "20",
        "◕ Yüksek", "16", "◕ Yüksek",
      ])
    let cover = try #require(sheets["Özet"])
    #expect(cover.contains(["", "6 riskten 5’i değerlendirilmiştir."]))
    let maps = try #require(sheets["Risk haritası"])
    #expect(maps.contains { $0.first == "4 Yüksek" && $0.contains("1") })
  }

  @Test func sameDocumentSameBytes() throws {
    let document = try Sample.document()
    #expect(try bytes(document) == bytes(document))
  }

  @Test func hostileTextStaysText() throws {
    let entry = Sample.entry(
      1, (code: "MH", name: "=1+1"), "=HYPERLINK(\"http://ornek\")",
      current: Sample.assessment(1, (5, 5), nil, on: "2026-07-01", review: "2027-01-01"))
    let document = try Sample.document([entry])
    let all = try sheets(document).values.joined().joined()
    #expect(all.contains("=1+1"))
    let reader = try XLSXReader(bytes: try bytes(document), name: "rapor.xlsx")
    for tab in reader.tabs {
      _ = try reader.forEachRow(of: tab) { row in
        row.forEachCell { _, value in
          if case .uncachedFormula = value { Issue.record("a text became a formula") }
        }
      }
    }
  }

  @Test func emptyRegisterHasItsSheets() throws {
    for methodology in [Sample.product, Sample.matrix] {
      let sheets = try sheets(try Sample.document([], methodology))
      #expect(sheets["Artan riskler"]?.contains(["Artan risk yoktur."]) == true)
    }
  }
}
