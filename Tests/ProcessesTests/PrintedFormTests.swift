import FoundationEssentials
import GuvenceCore
import GuvenceMarkup
import Testing

@testable import GuvenceProcesses

@Suite struct PrintedFormTests {
  private var header: FormHeader {
    var header = FormHeader(administration: "Örnek Belediyesi", unit: "Birim", documentNumber: "ÖB-012")
    (header.formNumber, header.revision, header.firstIssue) = ("FR-148", "02", Day(2025, 3, 1))
    header.prepared = FormHeader.Signatory(name: "Ayşe Örnek", title: "Şef", day: Day(2026, 9, 10))
    return header
  }

  private func pages(_ kind: PrintedForm.Kind, _ process: WorkProcess, _ language: Language = .turkish) -> [String] {
    PrintedForm(kind, process, header, language).pages(layout: Shipped.layouts[process.card.code])
      .map { String(decoding: $0.rendered(), as: UTF8.self) }
  }

  private func count(_ word: String, in text: String) -> Int { text.ranges(of: word).count }

  @Test(arguments: [PrintedForm.Kind.steps, .tags, .card]) func everyPageHasHeadAndFoot(kind: PrintedForm.Kind) {
    for process in Shipped.processes {
      let pages = pages(kind, process)
      for (at, page) in pages.enumerated() {
        for word in [
          "Örnek Belediyesi", "ÖB-012", "01.03.2025", "<dd>02</dd>", "<dd>\(at + 1)/\(pages.count)</dd>", "Hazırlayan",
          "Kontrol eden", "Onaylayan", "Ayşe Örnek", "10.09.2026", "FR-148",
        ] { #expect(page.contains(word), "\(process.card.code) \(word)") }
        #expect(!page.contains("style=") && !page.contains("<script"))
      }
    }
  }

  /// A sheet that is not of the version in force says so on every page.
  @Test(arguments: PrintedForm.Kind.allCases) func draftsSayThatTheyAreDrafts(kind: PrintedForm.Kind) throws {
    let process = try Shipped.process("SAT-01")
    #expect(!pages(kind, process).joined().contains("form-state"))
    var header = header
    header.state = "Taslak"
    let drafts = PrintedForm(kind, process, header).pages().map { String(decoding: $0.rendered(), as: UTF8.self) }
    #expect(drafts.allSatisfy { $0.contains("<p class=\"form-state\">Taslak</p>") })
  }

  /// Each step has its band once, read aloud as in the chart, on a page that holds it.
  @Test(arguments: Shipped.processes) func bandsHoldTheChart(process: WorkProcess) {
    for kind in [PrintedForm.Kind.steps, .tags] {
      let text = pages(kind, process).joined()
      #expect(count("class=\"form-flow\"", in: text) == process.chart.steps.count)
      for role in process.chart.lanes where kind == .steps {
        let steps = process.chart.steps.count { $0.role == role }
        #expect(count("<td><p>\(role)</p></td>", in: text) == steps, "\(role)")
      }
    }
    let least = process.chart.steps.map { _ in 40 }
    let strip = FlowStrip(process.chart, width: 400, room: 760, least: least)
    for page in 0..<strip.pages {
      #expect(strip.bands.filter { $0.page == page }.reduce(0) { $0 + $1.height } <= 760)
    }
    #expect(strip.down.count + strip.jumps.count == process.chart.flows.count)
  }

  /// Where a flow goes on on another page a letter leaves and the same letter arrives.
  @Test(arguments: 0..<20) func lettersHavePartners(seed: UInt64) {
    let chart = RandomChart.make(seed: seed)
    let strip = FlowStrip(chart, width: 400, room: 700, least: chart.steps.map { _ in 30 })
    let cut =
      strip.jumps.map { ($0.source, $0.target) } + strip.down.keys.map { ($0, $0 + 1) }
    let targets = cut.filter { strip.bands[$0.0].page != strip.bands[$0.1].page }.map(\.1)
    #expect(Set(strip.letters.keys) == Set(targets))
    #expect(Set(strip.letters.values).count == strip.letters.count)
  }

  @Test func laneChart() throws {
    let process = try Shipped.process("MAL-01")
    for paper in FormPaper.allCases {
      let pages = PrintedForm(.lanes, process, header).pages(paper: paper, layout: Shipped.layouts["MAL-01"])
      let text = pages.map { String(decoding: $0.rendered(), as: UTF8.self) }
      #expect(text.first?.contains("Mevzuat: ") == true)
      #expect(count("role=\"graphics-symbol\"", in: text.joined()) >= process.chart.steps.count)
      #expect(!text.joined().contains("<?xml"))
      for page in text { #expect(page.contains("form-\(paper.rawValue)")) }
    }
  }

  @Test func cardTakesMoreLines() throws {
    let process = try Shipped.process("SAT-01")
    let line = PrintedForm.Line(Localized("Göstergeler", "Indicators"), ["Ortalama süre", "İade oranı"])
    let pages = PrintedForm(.card, process, header, .english).pages(lines: [line])
    let text = pages.map { String(decoding: $0.rendered(), as: UTF8.self) }.joined()
    for word in ["Indicators", "İade oranı", "Legal basis", "R1 ", "C1 ", "Sensitive duties"] {
      #expect(text.contains(word))
    }
  }

  /// A row longer than a sheet goes on on the next; nothing is printed twice or left out.
  @Test func longRowsGoOn() throws {
    var process = try Shipped.process("MAL-01")
    process.chart.controls = (1...150).map {
      ControlPoint(id: "X\($0)", step: "1", risk: "R1", kind: .preventive, text: "Denetim")
    }
    let pages = pages(.card, process)
    #expect(pages.count > 2 && pages.joined().contains("Kontroller (devam)"))
    for at in 1...150 { #expect(count("<p>X\(at) Denetim", in: pages.joined()) == 1) }
    for page in pages { #expect(count("<p>X", in: page) * 14 <= FormPaper.a4Portrait.room.height) }
  }

  /// Large charts are printed on A3, small ones on A4.
  @Test func paperFollowsTheChart() throws {
    for (code, paper) in [("YAZ-02", "a4-landscape"), ("SAT-01", "a3-landscape")] {
      let pages = pages(.lanes, try Shipped.process(code))
      #expect(pages.allSatisfy { $0.contains("form-\(paper)") } && pages.count <= 3, "\(code) \(pages.count)")
    }
  }

  /// What the card says stands above the chart, risks and controls beside the steps, the version's digest on each sheet.
  @Test func sheetsSayWhatTheyShow() throws {
    let process = try Shipped.process("MAL-01")
    for kind in [PrintedForm.Kind.steps, .tags] {
      let pages = pages(kind, process)
      for word in [
        "Mevzuat: </span>5018 s.K.", "Girdiler: </span>", "Çıktılar: </span>", "Toplam süre: </span>4 iş günü",
      ] {
        #expect(count(word, in: pages[0]) == 1, "\(word)")
        #expect(!pages.dropFirst().contains { $0.contains(word) })
      }
      for page in pages { #expect(page.contains(process.digest)) }
    }
    #expect(pages(.tags, process).joined().contains("▲ R1 Mükerrer ödeme"))
    let procedure = String(decoding: ProcedureText(process).node(header).rendered(), as: UTF8.self)
    for word in ["ÖB-012", "Hazırlayan", "Ayşe Örnek", process.digest] { #expect(procedure.contains(word)) }
  }

  @Test func tagsAreShortAndDifferent() {
    let roles = [
      "Harcama Yetkilisi", "Hizmet Yürütücüsü", "Muhasebe", "Müdür", "Müdürlük", "Satın Alma Birimi", "İç ve Dış İşler",
    ]
    let marks = RoleTags(roles).marks
    #expect(marks["Harcama Yetkilisi"] == "HY" && marks["Satın Alma Birimi"] == "SAB")
    #expect(marks["İç ve Dış İşler"] == "İDİ")
    #expect(Set(marks.values).count == roles.count)
    let step = Step(id: "1", kind: .task, role: "Harcama Yetkilisi", name: "Onay", action: .approve)
    #expect(RoleTags(roles).tag(step, .turkish) == "O-HY")
  }

  @Test func fileIsSelfContained() throws {
    let form = PrintedForm(.steps, try Shipped.process("MAL-01"), header)
    let folder = try DataLocator.locate()
    let css = try String(contentsOf: URL(filePath: folder + "/reports/forms.css"), encoding: .utf8)
    let file = PrintedForm.file(form.pages(), title: form.title, .turkish, css: css)
    let text = String(decoding: file.rendered(), as: UTF8.self)
    #expect(text.hasPrefix("<!doctype html>") && text.contains("@page form-a4-portrait"))
    #expect(!text.contains("href=") && !text.contains("src="))
  }
}
