import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct OutlineTests {
  @Test(arguments: Shipped.processes) func outlineKeepsTheChart(process: WorkProcess) {
    let text = OutlineWriter.text(process)
    let (read, diagnostics) = OutlineReader.read(text, file: "x.txt")
    #expect(diagnostics.isEmpty)
    #expect(read.chart.steps == process.chart.steps)
    #expect(read.chart.flows.sorted(by: order) == process.chart.flows.sorted(by: order))
    #expect(Set(read.chart.risks) == Set(process.chart.risks))
    #expect(Set(read.chart.controls) == Set(process.chart.controls))
    #expect(read.chart.lanes == process.chart.lanes)
    #expect(read.card.legalBasis == process.card.legalBasis)
    #expect(OutlineWriter.text(read) == text)
  }

  private func order(_ a: Flow, _ b: Flow) -> Bool { (a.source, a.target, a.label) < (b.source, b.target, b.label) }

  @Test func typedByHand() {
    let text = """
      kod: X-01
      birim: Yazı İşleri

      b) (başla) Talep geldi @Masa
      1) Kayıt @Masa {K, hassas} [Dilekçe; Ek liste] <EBYS> ~2 workday
      k) Tam mı? @Şef
        Evet → s
        Hayır -> 1
        R1 yüksek: Süre aşımı (yoğunluk > şikâyet)
        C1 R1 önleyici: Uyarı (KFS 8)
      s) (bitir) Bitti @Masa
      """
    let (process, diagnostics) = OutlineReader.read(text, file: "x")
    #expect(diagnostics.isEmpty)
    #expect(process.chart.lanes == ["Masa", "Şef"])
    #expect(
      process.chart.flows == [
        Flow("b", "1"), Flow("1", "k"), Flow("k", "s", label: "Evet"), Flow("k", "1", label: "Hayır"),
      ])
    let step = process.chart.step("1")
    #expect(step?.documents == ["Dilekçe", "Ek liste"])
    #expect((step?.action, step?.isSensitive, step?.duration) == (.control, true, StepDuration(2, .workday)))
    #expect(
      process.chart.risks == [
        RiskPoint(id: "R1", step: "k", text: "Süre aşımı", cause: "yoğunluk", effect: "şikâyet", level: .high)
      ])
    #expect(process.chart.controls.first?.kind == .preventive)
    #expect(process.chart.controls.first?.basis == "KFS 8")
  }

  @Test func marksInTextSurvive() {
    let name = #"A@b {c} [d] <e> ~f #g \h -> i → j (k)"#
    let chart = Chart(
      steps: [Step(id: "a", kind: .decision, role: name, name: name, documents: [name, "x; y"], system: name)],
      flows: [Flow("a", "a", label: name)],
      risks: [RiskPoint(id: "R1", step: "a", text: name, cause: name, effect: name)],
      controls: [ControlPoint(id: "C1", step: "a", risk: "R1", kind: .directive, text: name, basis: name)])
    let text = OutlineWriter.text(WorkProcess(card: ProcessCard(code: "X", name: .init("x", "")), chart: chart))
    let (read, diagnostics) = OutlineReader.read(text, file: "x")
    #expect(diagnostics.isEmpty, "\(text)")
    #expect(read.chart == chart)
  }

  @Test(arguments: [
    "kodd: X", "b) (başlık) A @R", "1) A @M\n  Evet -> z", "1) A @M\n  Qq", "1) A @M\n  q q: x", "1) A @M\n  R1 çok: x",
    "b) A\nb) B", "1) A {Z}", "1) A ~5 asır", "serbest satır", "1) A @M\n  Evet -> z z",
    (0..<500).map { "\($0)) A" }.joined(separator: "\n"),
  ])
  func findingsComeInBothLanguages(text: String) {
    let found = OutlineReader.read(text, file: "x").diagnostics
    #expect(!found.isEmpty && found.allSatisfy { $0.isInBothLanguages }, "\(found)")
  }

  /// One line may hold any number of mistakes, and words of any length.
  @Test(arguments: [
    ("1) A {", "x,", "}"), ("1) A ~", "9", ""), ("1) A @M\n  -> ", "z", ""), ("", "a", ": x"), ("1) (", "a", ") A"),
    ("", "\n", ""),
  ])
  func findingsOfLongLinesAreShort(head: String, unit: String, tail: String) {
    let text = head + String(repeating: unit, count: 100_000) + tail
    expectShort(OutlineReader.read(text, file: "x").diagnostics)
  }

  @Test func likenessesOfLongIDsAreNotSought() {
    let lines = (0..<300).map { "\($0)) A\n  -> \(String(repeating: "z", count: 4_000))\($0)" }
    expectShort(OutlineReader.read(lines.joined(separator: "\n"), file: "x").diagnostics)
  }

  private func expectShort(_ found: [Diagnostic]) {
    #expect(!found.isEmpty && found.count <= ChartText.mostFindings + 1)
    #expect(found.allSatisfy { $0.rendered.utf8.count + $0.rendered(in: .english).utf8.count < 2000 })
  }

  @Test func wrongLinesAreAllReported() {
    let text = "kodd: X\nb) (başlık) A @R\n  Evet -> z\n  Qq\nb) B {Z} ~5 asır\nserbest satır"
    let codes = OutlineReader.read(text, file: "x").diagnostics.map { "\($0.placeText) \($0.code)" }
    #expect(
      codes == [
        "x:1:1 unknown-key", "x:2:1 bad-kind", "x:4:3 bad-line", "x:5:1 duplicate-id", "x:6:1 bad-line",
        "x:3:3 unknown-id",
      ])
  }
}

@Suite struct MermaidTests {
  @Test(arguments: Shipped.processes) func flowchartKeepsStepsAndArrows(process: WorkProcess) {
    let (chart, diagnostics) = MermaidReader.read(MermaidWriter.text(process), file: "x.mmd")
    #expect(diagnostics.isEmpty)
    #expect(chart.lanes == process.chart.lanes)
    #expect(chart.flows == process.chart.flows)
    let wanted = Set(process.chart.steps.map { "\($0.id) \($0.kind) \($0.role ?? "") \($0.number) \($0.name)" })
    #expect(Set(chart.steps.map { "\($0.id) \($0.kind) \($0.role ?? "") \($0.number) \($0.name)" }) == wanted)
  }

  /// The spellings met on the web pages of Turkish administrations.
  @Test func spellingsOfOthers() {
    let text = """
      %% Doğrudan temin
      graph TD
          A([Başla]) --> B[İhtiyaç<br>talebi]
          B --> C{Ödenek var mı?}
          C -->|Evet| D["Onay; (belge)"]:::x
          C -- Hayır --> B
          D -.-> E & F-1; E ==> G([Bitir]); F-1 --- G
          classDef x fill:#eee
          style A fill:#fff
      """
    let (chart, diagnostics) = MermaidReader.read(text, file: "x")
    #expect(diagnostics.isEmpty)
    #expect(chart.steps.map(\.id) == ["A", "B", "C", "D", "E", "F-1", "G"])
    #expect(chart.steps.map(\.kind) == [.start, .task, .decision, .task, .task, .task, .end])
    #expect(chart.steps[1].name == "İhtiyaç talebi")
    #expect(chart.steps[3].name == "Onay; (belge)")
    #expect(
      chart.flows == [
        Flow("A", "B"), Flow("B", "C"), Flow("C", "D", label: "Evet"), Flow("C", "B", label: "Hayır"), Flow("D", "E"),
        Flow("D", "F-1"), Flow("E", "G"), Flow("F-1", "G"),
      ])
  }

  @Test func topLevelSubgraphsAreLanes() {
    let text =
      "swimlane-beta\nsubgraph a[Yazı İşleri]\n1[x]\nsubgraph iç\n2[y]\nend\nend\nsubgraph Encümen\n3[z]\nend\n1-->2-->3"
    let (chart, diagnostics) = MermaidReader.read(text, file: "x")
    #expect(diagnostics.isEmpty)
    #expect(chart.lanes == ["Yazı İşleri", "Encümen"])
    #expect(chart.steps.map(\.role) == ["Yazı İşleri", "Yazı İşleri", "Encümen"])
  }

  @Test func shapesByNameTitlesAndTurkishNamesAreRead() {
    let text = """
      ---
      title: Tahsilat
      config: {theme: base}
      ---
      flowchart LR
        Başla([Talep geldi]) --> b@{ shape: diam, label: "Borç, doğru mu?" }
        b -- Evet --> Ödeme
        b -- Hayır --> Başla2
        Başla2@{ shape: doc }
        Başla2 --> Ödeme
        Ödeme@{ label: "`Ödeme yapılır`", shape: fr-rect } --> son@{ shape: stadium, label: "Bitti" }
      """
    let (chart, diagnostics) = MermaidReader.read(text, file: "x")
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(chart.steps.map(\.name) == ["Talep geldi", "Borç, doğru mu?", "Ödeme yapılır", "Başla2", "Bitti"])
    #expect(chart.steps.map(\.kind) == [.start, .decision, .subprocess, .document, .end])
    #expect(chart.steps.allSatisfy { Step.isID($0.id) } && Set(chart.steps.map(\.id)).count == 5)
    #expect(chart.flows.map(\.label) == ["", "Evet", "Hayır", "", ""])
  }

  @Test func namesThatDifferInTurkishLettersStayApart() {
    let chart = MermaidReader.read("graph TD\nş --> s\ns --> nş\n", file: "x").chart
    #expect(chart.steps.map(\.name) == ["ş", "s", "nş"] && Set(chart.steps.map(\.id)).count == 3)
  }

  @Test(arguments: [
    "", "sequenceDiagram\nA->>B: x", "graph TD\nA --> ", "graph TD\n--> B", "graph TD\nend", "---\ngraph TD\nA-->B",
  ])
  func othersAreRefused(text: String) {
    let found = MermaidReader.read(text, file: "x").diagnostics
    #expect(!found.isEmpty && found.allSatisfy { $0.isInBothLanguages })
  }

  /// Circles are how many draw the two ends; between steps they wait.
  @Test(
    arguments: [
      ("a((Başla)) --> b[İş] --> c((Bitti))", [.start, .task, .end]),
      ("a((x)) --> b --> c(((y)))", [.start, .task, .end]),
      ("a([Başla]) --> b((Bekle)) --> c((Bitti))", [.start, .wait, .end]),
      ("a([Başla]) --> c([Bitti]); b((Süre doldu)) --> c", [.start, .end, .wait]),
      ("a((x)) --> c[z]; b((y)) --> c", [.start, .task, .wait]), ("a((x))", [.wait]), ("a((x)) --> a", [.wait]),
    ] as [(String, [Step.Kind])])
  func circlesAtTheEnds(text: String, kinds: [Step.Kind]) {
    let (chart, diagnostics) = MermaidReader.read("graph TD\n" + text, file: "x")
    #expect(diagnostics.isEmpty)
    #expect(chart.steps.map(\.kind) == kinds)
    #expect(chart.steps.allSatisfy { !$0.name.contains("(") })
  }

  @Test(arguments: ["subgraph x\n", "subgraph x#\nend\n", "%%\n", "a[x]\n", "\n"])
  func textsThatAreNoChartAreReadToTheLimit(line: String) {
    let text = (0..<60_000).map { line.replacing("#", with: "\($0)") }.joined()
    let found = MermaidReader.read("graph TD\n" + text, file: "x").diagnostics
    #expect(found.map(\.code) == ["too-long"])
  }

  @Test func findingsOfLongLinesAreShort() {
    let found = MermaidReader.read("graph TD\na" + String(repeating: "([", count: 100_000), file: "x").diagnostics
    #expect(found.count == 1 && found.allSatisfy { $0.rendered.utf8.count < 1000 })
  }

  @Test(arguments: [100_000, 401]) func textsTooLongForAChartAreReadToTheLimit(count: Int) {
    let steps = (0...count).map { "\($0)) Adım yapılması @Masa" }.joined(separator: "\n")
    let outline = OutlineReader.read(steps, file: "uzun.txt")
    #expect(outline.process.chart.steps.count == ChartLayouter.maximumSteps + 1)
    #expect(outline.diagnostics.map(\.code) == ["too-long"])
    let nodes = (0...count).map { "n\($0) --> n\($0 + 1)" }.joined(separator: "\n")
    let mermaid = MermaidReader.read("graph TD\n" + nodes, file: "uzun.mmd")
    #expect(mermaid.chart.steps.count == ChartLayouter.maximumSteps + 1)
    #expect(mermaid.diagnostics.map(\.code) == ["too-long"])
  }

  @Test func arrowsOfManyToManyStopAtTheLimit() {
    let many = (0..<300).map { "n\($0)" }.joined(separator: " & ")
    let read = MermaidReader.read("graph TD\n\(many) --> \(many)", file: "cok.mmd")
    #expect(read.diagnostics.map(\.code) == ["too-long"])
    #expect(read.chart.flows.count <= ChartText.mostArrows + 300)
  }

  @Test func findingsOfATextStopAtTheLimit() {
    let read = OutlineReader.read(String(repeating: "a) Adım @Masa\n", count: 100_000), file: "ayni.txt")
    #expect(read.diagnostics.count == ChartText.mostFindings + 1)
    #expect(read.diagnostics.last?.code == "too-long")
  }
}
