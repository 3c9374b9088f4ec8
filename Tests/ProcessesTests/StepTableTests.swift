import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct StepTableTests {
  private func expectExact(_ chart: Chart, _ language: Language = .turkish) {
    let (read, remarks) = StepTable(chart, language).chart()
    #expect(remarks.isEmpty, "\(remarks)")
    #expect(read == chart.inTableOrder)
  }

  @Test(arguments: Shipped.processes) func tableKeepsTheChart(process: WorkProcess) {
    for language in Language.allCases { expectExact(process.chart, language) }
  }

  @Test(arguments: Shipped.processes) func spreadsheetKeepsTheChart(process: WorkProcess) {
    for language in Language.allCases {
      let table = StepTable(process.chart, language)
      #expect(StepTable.parse(cells: table.cells(language)).chart().chart == process.chart.inTableOrder)
      #expect(StepTable.parse(table.tabSeparated(language)).chart().chart == process.chart.inTableOrder)
    }
  }

  @Test func tableKeepsRandomCharts() {
    for seed in UInt64(1)...200 { expectExact(RandomChart.make(seed: seed)) }
  }

  @Test func marksInTextSurvive() {
    let name = #"A@b {c} [d] <e> ~f #g \h -> i → j (k); l: m > n, "o""#
    let chart = Chart(
      lanes: ["Boş", name],
      steps: [
        Step(
          id: "a", number: "1; 2", kind: .decision, role: name, name: name, documents: [name, "x; y"], system: name,
          duration: StepDuration(3, .workday), limit: "x-y", action: .sign, isSensitive: true, isIrrevocable: true),
        Step(id: "1", number: "", kind: .subprocess, role: nil, name: "yok", calls: "YAZ-02"),
        Step(id: "c", number: "1", kind: .end, role: nil, name: "1"),
      ],
      flows: [Flow("a", "a", label: name), Flow("a", "1", label: "Hayır"), Flow("a", "c"), Flow("1", "c", label: "x")],
      risks: [
        RiskPoint(id: "R1", step: "a", text: name, cause: name, effect: name, level: .high),
        RiskPoint(id: "R2", step: "a", text: name), RiskPoint(id: "R10", step: "1", text: "x", effect: "y"),
      ],
      controls: [
        ControlPoint(id: "C1", step: "a", risk: "R1", kind: .directive, text: name, basis: name),
        ControlPoint(id: "C2", step: "a", risk: "", kind: .detective, text: name),
      ])
    for language in Language.allCases {
      expectExact(chart, language)
      #expect(StepTable.parse(StepTable(chart, language).tabSeparated()).chart().chart == chart.inTableOrder)
    }
  }

  private func rows(_ cells: [[StepColumn: String]]) -> StepTable {
    StepTable(
      rows: cells.map { cell in
        var row = StepRow()
        for (column, text) in cell { row[column] = text }
        return row
      })
  }

  @Test func typedByHand() {
    let table = rows([
      [.number: "1", .name: "Talep geldi", .kind: "başlangıç", .role: "Masa"],
      [.number: "2", .name: "Kayıt", .documents: "Dilekçe; Ek", .duration: "2 iş günü", .marks: "k, hassas"],
      [.number: "3", .name: "Tam mı?", .next: "Evet 5; Hayır: 2", .risks: "Süre aşımı", .controls: "İkinci kişi"],
      [.number: "4", .name: "Arşiv", .next: "yok"],
      [.number: "5", .name: "Bitti", .kind: "Bitiş"],
    ])
    let (chart, remarks) = table.chart()
    #expect(remarks.isEmpty)
    #expect(chart.steps.map(\.id) == ["1", "2", "3", "4", "5"])
    #expect(chart.steps.map(\.kind) == [.start, .task, .decision, .task, .end])
    #expect(
      chart.flows == [
        Flow("1", "2"), Flow("2", "3"), Flow("3", "5", label: "Evet"), Flow("3", "2", label: "Hayır"),
      ])
    #expect((chart.steps[1].action, chart.steps[1].isSensitive) == (.control, true))
    #expect(chart.steps[1].duration == StepDuration(2, .workday))
    #expect(chart.risks == [RiskPoint(id: "R1", step: "3", text: "Süre aşımı")])
    #expect(
      chart.controls == [ControlPoint(id: "C1", step: "3", risk: "R1", kind: .preventive, text: "İkinci kişi")])
  }

  @Test func whatCannotBeReadIsRemarkedAndTheRestKept() {
    let table = rows([
      [.number: "1", .name: "A", .kind: "uçuş", .duration: "5 asır", .marks: "Z", .next: "Evet → 9"],
      [.number: "1", .name: "B", .risks: "R1 dev: x; R1: y", .controls: "C1 R1 garip: z"],
    ])
    let (chart, remarks) = table.chart()
    #expect(
      remarks.map { "\($0.row) \($0.column.rawValue)" } == [
        "0 kind", "0 duration", "0 marks", "0 next", "1 number", "1 risks", "1 risks", "1 controls",
      ])
    #expect(chart.steps.count == 2)
    #expect(chart.risks.count == 2)
  }

  @Test func idsStayAndAreNotReused() {
    let chart = Chart(
      steps: [
        Step(id: "a", number: "1", kind: .task, role: "X", name: "A"),
        Step(id: "b", number: "2", kind: .task, role: "X", name: "B"),
      ], flows: [Flow("a", "b")])
    var table = StepTable(chart)
    table.rows.swapAt(0, 1)
    var row = StepRow()
    (row.number, row.name) = (table.freeNumber(below: 0), "Yeni")
    #expect(row.number == "2a")
    table.rows.insert(row, at: 1)
    table.rows.append(StepRow())
    let named = table.withIDs(taken: ["2a", "s1"])
    #expect(named.rows.map(\.id) == ["b", "s2", "a", ""])
    #expect(named.chart().chart.flows == [Flow("b", "s2"), Flow("s2", "a")])
    #expect(named.freeNumber(below: 3) == "3")
  }

  @Test func renumberingKeepsTheArrows() {
    let chart = Shipped.processes.first?.chart
    guard var table = chart.map({ StepTable($0) }) else { return }
    let before = table.chart().chart.flows
    table.rows.swapAt(3, 5)
    let arrows = table.chart().chart.flows
    let after = table.renumbered()
    #expect(after.chart().chart.flows == arrows)
    #expect(arrows != before)
    let numbers = after.rows.map(\.number).filter { !$0.isEmpty }
    #expect(numbers == (1...numbers.count).map { String($0) })
  }

  @Test func pastedWithHeadings() {
    let text =
      "İş Akışı Adımları\tSorumlu\tİlgili Dokümanlar\n1. Talep alınır\tMasa\t\"Dilekçe\nEk \"\"liste\"\"\"\n2. Kayıt yapılır\tŞef\t\n"
    let table = StepTable.parse(text)
    #expect(table.rows.map(\.number) == ["1", "2"])
    #expect(table.rows.map(\.name) == ["Talep alınır", "Kayıt yapılır"])
    #expect(table.rows.map(\.role) == ["Masa", "Şef"])
    #expect(table.chart().chart.steps[0].documents == ["Dilekçe", "Ek \"liste\""])
  }

  @Test func formsInUseAreRead() {
    // Two columns called by names of the step, of which the first is a drawing; headings in any order and spelling.
    let second = StepTable.parse(
      "Sorumlular\tİŞ AKIŞI\tFaaliyet:\tDoküman / Kayıt\nServis\t\tBaşvuru alınır\tDilekçe\n"
        + "Şef\tKontrol\tBeyan\t\n")
    #expect(second.rows.map(\.name) == ["Başvuru alınır", "Kontrol"])
    #expect(second.rows.map(\.role) == ["Servis", "Şef"])
    #expect(second.rows.map(\.documents) == ["Dilekçe", ""])
    let third = StepTable.parse("Adım\tİşaretler\nYazının hazırlanması\tİY-R\nYazının parafı\tP-ŞM\n").chart()
    #expect(third.remarks.isEmpty && third.chart.steps.map(\.role) == ["R", "ŞM"])
    #expect(third.chart.steps.map(\.action) == [nil, .initial])
  }

  @Test func whatStandsAboveTheHeadingsIsLeftOut() {
    let table = StepTable.parse(cells: [
      ["ÖRNEK BELEDİYESİ", "", ""], ["Doküman No", "İA-099", ""],
      ["Sorumlu Birim", "İş Akış Adımları", "İlgili Doküman"],
      ["Servis", "Başvuru", "Dilekçe\nTapu"], ["Şef", "Çok\nsatırlı ad", ""],
    ])
    #expect(table.rows.map(\.name) == ["Başvuru", "Çok satırlı ad"])
    #expect(table.rows.map(\.documents) == ["Dilekçe; Tapu", ""])
    #expect(table.rows.map(\.role) == ["Servis", "Şef"])
  }

  @Test(arguments: [
    ("\"EKAP\" kaydı\tişlem\nSon\tbitir", ["\"EKAP\" kaydı", "Son"]),
    ("\"İki\nsatır\"\tişlem\nSon\tbitir", ["İki satır", "Son"]),
    ("\"Yarım\tişlem\nSon\tbitir", ["\"Yarım", "Son"]),
    ("\"\"\"A\"\"\"\tişlem\r\nSon\tbitir\r\n", ["\"A\"", "Son"]),
  ])
  func quotationMarksAreTextUnlessTheyEncloseACell(text: String, names: [String]) {
    #expect(StepTable.parse(text).rows.map(\.name) == names)
  }

  @Test func pastedByPosition() {
    #expect(StepTable.parse("Kayıt\tişlem\tMasa").rows.map(\.role) == ["Masa"])
    #expect(StepTable.parse("3\tKayıt\tişlem\tMasa").rows.map(\.name) == ["Kayıt"])
    #expect(StepTable.parse("Masa\t5", first: .role).rows.map(\.next) == ["5"])
    #expect(StepTable.parse("\n\t\n").rows.isEmpty)
    #expect(StepTable.parse("a\n\n\"b").rows.map(\.name) == ["a", "\"b"])
  }

  @Test func longTablesAreCut() {
    let text = String(repeating: "Adım\tişlem\n", count: 100_000)
    #expect(StepTable.parse(text).rows.count == StepTable.mostRows)
  }
}
