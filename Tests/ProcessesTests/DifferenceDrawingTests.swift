import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct DifferenceDrawingTests {
  /// One of everything on a shipped chart.
  static func edited(_ chart: Chart) throws -> Chart {
    var new = chart
    let at = try #require(new.steps.firstIndex { $0.id == "9" })
    new.steps.insert(Step(id: "9a", kind: .task, role: new.steps[at].role, name: "Listenin basılması"), at: at + 1)
    let flow = try #require(new.flows.firstIndex { $0.source == "9" })
    let next = new.flows[flow].target
    new.flows[flow].target = "9a"
    new.flows.append(Flow("9a", next))
    new.steps[2].duration = StepDuration(2, .workday)
    new.steps[3].role = new.lanes.first { $0 != new.steps[3].role }
    let gone = try #require(
      new.steps.firstIndex { step in
        step.kind == .task && new.flows(from: step.id).count == 1 && step.id != "9" && step.id != next
          && new.steps.firstIndex(of: step) ?? 0 > 4
      })
    let id = new.steps.remove(at: gone).id
    let after = new.flows(from: id).first?.target ?? ""
    for at in new.flows.indices where new.flows[at].target == id { new.flows[at].target = after }
    new.flows.removeAll { $0.source == id }
    return new
  }

  /// Made once for all tests that look at them.
  private static let drawings: [String: DifferenceDrawing] = {
    var drawings: [String: DifferenceDrawing] = [:]
    for code in ["MAL-01", "SAT-01"] {
      guard let process = try? Shipped.process(code), let new = try? edited(process.chart) else { continue }
      drawings[code] = DifferenceDrawing(
        process, ChartDifference(old: process.chart, new: new), previous: Shipped.layouts[code]?.placement)
    }
    return drawings
  }()

  /// On paper the picture is cut as charts are: every step once, each sheet of the paper's size and with the key.
  @Test(arguments: ["MAL-01", "SAT-01"]) func pagesOfPaper(code: String) throws {
    let drawing = try #require(Self.drawings[code])
    let pages = drawing.pages(.a4).map(\.markup)
    #expect(code == "SAT-01" ? pages.count > 1 : pages.count == 1)
    #expect(pages.reduce(0) { $0 + $1.ranges(of: "tabindex=\"0\"").count } == drawing.both.chart.steps.count)
    for (at, page) in pages.enumerated() {
      #expect(page.contains("width=\"277.0mm\" height=\"190.0mm\"") && page.contains("Rolü değişti"))
      #expect(page.contains("iki sürümün farkı (\(at + 1)/\(pages.count))"))
    }
  }

  @Test(arguments: ["MAL-01", "SAT-01"]) func everythingIsToldInWords(code: String) throws {
    let drawing = try #require(DifferenceDrawingTests.drawings[code])
    let text = String(decoding: try #require(drawing.file()).rendered(), as: UTF8.self)
    for word in ["Eklendi", "Kaldırıldı", "Değişti", "Rolü değişti", "Eski yeri", "Süre: – → 2 iş günü"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(text.contains("aria-label=\"+ Eklendi. Adım 9a"))
    #expect(text.contains("1 adım eklendi, 1 adım kaldırıldı, 1 adım değişti, 1 adımın rolü değişti"))
    // Steps of both versions, the ghost, and nothing twice.
    let steps = drawing.difference.new.steps.count + drawing.difference.removed.count + 1
    #expect(text.ranges(of: "role=\"graphics-symbol\"").count == steps)
    for word in ["foreignObject", "<script", "<style", "href"] { #expect(!text.contains(word)) }
  }

  /// Risk and control points tell what they say, old and new; marks of those that are gone are struck out.
  @Test func pointsAreToldInWords() throws {
    let process = try Shipped.process("MAL-01")
    var new = process.chart
    let gone = try #require(new.controls.first)
    new.controls.removeFirst()
    new.risks[0].text = "Aynı belgenin ikinci kez ödenmesi"
    new.risks.append(RiskPoint(id: "R9", step: new.steps[2].id, text: "Yetkisiz onay"))
    let drawing = DifferenceDrawing(
      process, ChartDifference(old: process.chart, new: new), previous: Shipped.layouts["MAL-01"]?.placement)
    let text = String(decoding: try #require(drawing.svg()).rendered(), as: UTF8.self)
    for word in [
      "− Kontrol \(gone.id) \(gone.text)", "± Risk R1 Metin: Mükerrer ödeme → Aynı belgenin", "+ Risk R9 Yetkisiz onay",
    ] { #expect(text.contains(word), "\(word)") }
    #expect(drawing.both.struck == [gone.id])
    #expect(LayoutScore(try #require(drawing.layout), of: drawing.both.chart).isLegal)
  }

  @Test(arguments: ["MAL-01", "SAT-01"]) func pictureIsLegal(code: String) throws {
    let drawing = try #require(DifferenceDrawingTests.drawings[code])
    let score = LayoutScore(try #require(drawing.layout), of: drawing.both.chart)
    #expect(score.isLegal, "\(score)")
  }

  /// What did not change stands where it stood.
  @Test func unchangedStepsStayCalm() throws {
    let process = try Shipped.process("SAT-01")
    let before = try #require(Shipped.layouts["SAT-01"]?.placement)
    let drawing = try #require(DifferenceDrawingTests.drawings["SAT-01"])
    let after = try #require(drawing.layout).placement
    let same = process.chart.steps.map(\.id).filter { drawing.both.fates[$0] == nil }
    let stayed = same.count { before.cells[$0]?.row == after.cells[$0]?.row }
    #expect(stayed * 100 >= same.count * 75, "\(stayed) of \(same.count)")
  }

  @Test(arguments: 0..<4) func randomDifferencesAreDrawn(seed: UInt64) throws {
    let old = RandomChart.make(seed: seed)
    let new = ChartEdits(old, seed: seed).chart
    let card = ProcessCard(code: "X-\(seed)", name: Localized("Deneme", "Trial"))
    let drawing = DifferenceDrawing(
      WorkProcess(card: card, chart: new), ChartDifference(old: old, new: new), .english,
      orientation: seed % 2 == 0 ? .horizontal : .vertical, previous: Placement(cells: [:]))
    let layout = try #require(drawing.layout)
    #expect(LayoutScore(layout, of: drawing.both.chart).isLegal)
    #expect(drawing.svg() != nil)
  }
}
