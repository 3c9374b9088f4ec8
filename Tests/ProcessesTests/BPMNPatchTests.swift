import GuvenceCore
import Testing

@testable import GuvenceProcesses

/// An edited chart goes into the file it came from, and nothing else in the file changes.
@Suite struct BPMNPatchTests {
  private static let small = Array(BPMNSample.small.utf8)

  private func file(_ text: String = BPMNSample.small) throws -> BPMNFile {
    try BPMNFile(Array(text.utf8), name: "a.bpmn")
  }

  /// The sample after an edit, and as libxml2 writes it unedited.
  private func edited(_ text: String = BPMNSample.small, _ edit: (inout Chart) -> Void) throws -> (
    new: String, old: String, read: BPMNFile, chart: Chart
  ) {
    let file = try file(text)
    var chart = try #require(file.chart()).chart
    edit(&chart)
    let bytes = try file.patched(with: chart)
    let read = try BPMNFile(bytes, name: "b.bpmn")
    #expect(read.chart()?.chart == chart)
    return (
      String(decoding: bytes, as: UTF8.self), String(decoding: try file.tree().bytes(), as: UTF8.self), read, chart
    )
  }

  @Test(arguments: Shipped.processes) func anUneditedChartGivesTheSameBytes(process: WorkProcess) throws {
    let bytes = try BPMNRoundTripTests.bytes(process)
    let file = try BPMNFile(bytes, name: "a.bpmn")
    #expect(try file.patched(with: process.chart) == bytes)
    #expect(try file.patched(with: process.chart, card: process.card) == bytes)
  }

  @Test(arguments: Shipped.processes) func whatIsReadAfterwardsIsTheEditedChart(process: WorkProcess) throws {
    let file = try BPMNFile(BPMNRoundTripTests.bytes(process), name: "a.bpmn")
    for seed in 0..<6 as Range<UInt64> {
      var edits = FileEdits(seed: seed &* 7919 &+ SeededNumbers.seed(of: process.card.code))
      let chart = edits.edit(process.chart, count: Int(seed) + 1)
      let read = try BPMNFile(file.patched(with: chart), name: "b.bpmn")
      #expect(read.chart()?.chart == chart)
      #expect(read.findings.filter { $0.severity > .note }.isEmpty)
      let drawn = Set(read.content.shapes.map(\.element) + read.content.edges.map(\.element))
      let elements = read.content.nodes.map(\.id) + read.content.flows.filter { $0.element == "sequenceFlow" }.map(\.id)
      #expect(elements.allSatisfy(drawn.contains))
    }
  }

  /// Charts are kept with their flows in the order of the steps; a file of another program has them in its own.
  @Test func howChartsAreKeptChangesNothingInTheFile() throws {
    let text = BPMNSample.small.replacing(
      "<sequenceFlow id=\"f\"", with: "<sequenceFlow id=\"h\" sourceRef=\"t\" targetRef=\"a\"/><sequenceFlow id=\"f\"")
    let file = try file(text)
    let chart = try #require(file.chart()).chart
    #expect(chart.tidied.flows != chart.flows)
    #expect(try file.patched(with: chart.tidied) == Array(text.utf8))
    var edited = chart.tidied
    edited.steps[1].name = "Başka ad"
    let patched = String(decoding: try file.patched(with: edited), as: UTF8.self)
    let unedited = String(decoding: try file.tree().bytes(), as: UTF8.self)
    #expect(patched == unedited.replacing("Ödeme emrini düzenler", with: "Başka ad"))
  }

  @Test(arguments: Shipped.processes) func aKeptChartOfOursGivesTheSameBytes(process: WorkProcess) throws {
    let bytes = try BPMNRoundTripTests.bytes(process)
    #expect(try BPMNFile(bytes, name: "a.bpmn").patched(with: process.chart.tidied) == bytes)
  }

  @Test func onlyTheNewNameChanges() throws {
    let result = try edited { $0.steps[1].name = "Emri <düzenler>" }
    #expect(result.new == result.old.replacing("Ödeme emrini düzenler", with: "Emri &lt;düzenler&gt;"))
  }

  @Test func onlyTheLabelIsNew() throws {
    let result = try edited { $0.flows[0].label = "Evet" }
    #expect(result.new == result.old.replacing("targetRef=\"t\"/>", with: "targetRef=\"t\" name=\"Evet\"/>"))
  }

  @Test func aStepThatGoesTakesAllThatHangsOnItAlong() throws {
    let text = BPMNSample.small.replacing(
      "</process>",
      with: """
        <boundaryEvent id="b" attachedToRef="t"/><sequenceFlow id="h" sourceRef="b" targetRef="e"/>
        <association id="n" sourceRef="t" targetRef="w"/><textAnnotation id="w"><text>Not</text></textAnnotation></process>
        """)
    let result = try edited(text) { chart in
      chart.steps.remove(at: 1)
      chart.flows = [Flow("a", "e")]
    }
    #expect(!result.new.contains("\"t\"") && !result.new.contains(">t<"))
    #expect(!result.new.contains("id=\"b\"") && !result.new.contains("id=\"h\"") && !result.new.contains("id=\"n\""))
    #expect(result.new.contains("<text>Not</text>") && result.new.contains("<!-- kept -->"))
    #expect(result.new.contains("<sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"e\"/>"))
    #expect(result.read.findings.isEmpty)
  }

  @Test func anotherKindKeepsWhatItHasAPlaceFor() throws {
    let text = BPMNSample.small.replacing(
      "vendor:x=\"1\" xmlns:vendor=\"urn:v\"/>",
      with: "implementation=\"x\" vendor:x=\"1\" xmlns:vendor=\"urn:v\"><documentation>Not</documentation></userTask>")
    let result = try edited(text) { $0.steps[1].kind = .decision }
    #expect(result.new.contains("<exclusiveGateway"))
    #expect(result.new.contains("<documentation>Not</documentation>") && result.new.contains("vendor:x=\"1\""))
    #expect(!result.new.contains("implementation"))
    let shape = result.read.content.shapes.first { $0.element == "t" }
    #expect(shape?.bounds == .init(x: 105, y: -5, width: 50, height: 50))
  }

  @Test func aNewStepIsDrawnClearOfTheOthers() throws {
    let result = try edited { chart in
      chart.steps.append(Step(id: "k", kind: .task, role: chart.lanes[0], name: "Kontrol eder", documents: ["Fiş"]))
      chart.flows[1].target = "k"
      chart.flows.append(Flow("k", "e"))
      chart.controls = [ControlPoint(id: "C1", step: "k", risk: "", kind: .detective, text: "Karşılaştırma")]
    }
    let shapes = result.read.content.shapes
    #expect(shapes.map(\.element).contains("k"))
    for (at, one) in shapes.enumerated() {
      for other in shapes[..<at] { #expect(!box(one.bounds).overlaps(box(other.bounds))) }
    }
    #expect(result.read.content.edges.count == 4)
    #expect(
      result.read.content.shapes.first { $0.element == "t" }?.bounds == .init(x: 80, y: -20, width: 100, height: 80))
  }

  private func box(_ bounds: BPMNContent.Bounds) -> DrawnBox {
    DrawnBox(x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height)
  }

  @Test(arguments: Orientation.allCases) func theDrawingIsMadeAnewByChoice(orientation: Orientation) throws {
    let process = try Shipped.process("TŞN-02")
    let file = try BPMNFile(BPMNRoundTripTests.bytes(process), name: "a")
    var edits = FileEdits(seed: 3)
    let chart = edits.edit(process.chart, count: 4)
    let read = try BPMNFile(file.patched(with: chart, drawing: .redrawn(orientation)), name: "b")
    #expect(read.chart()?.chart == chart)
    let nodes = Set(read.content.nodes.map(\.id))
    let shapes = read.content.shapes.filter { nodes.contains($0.element) }.map { box($0.bounds) }
    #expect(shapes.count == chart.steps.count)
    for (at, one) in shapes.enumerated() { #expect(shapes[..<at].allSatisfy { !$0.overlaps(one) }) }
    let lanes = Set(read.content.lanes.map(\.id))
    let flags = read.content.shapes.filter { lanes.contains($0.element) }.map(\.isHorizontal)
    #expect(flags == Array(repeating: orientation == .horizontal, count: lanes.count))
  }

  @Test func aFileWithoutADrawingGetsOneByChoice() throws {
    let start = try #require(BPMNSample.small.firstRange(of: "<di:BPMNDiagram")).lowerBound
    let text = BPMNSample.small[..<start] + "</definitions>"
    let file = try file(String(text))
    let chart = try #require(file.chart()).chart
    #expect(try file.patched(with: chart) == file.bytes())
    let read = try BPMNFile(file.patched(with: chart, drawing: .redrawn(.horizontal)), name: "b")
    #expect(read.content.shapes.count == 4 && read.content.edges.count == 2)
    #expect(read.findings.isEmpty)
  }

  @Test func theCardGoesIntoTheFile() throws {
    let file = try file()
    var card = ProcessCard(
      code: "ÖD-01", name: .init("Ödeme işlemleri", "Payment"), unit: "Mali Hizmetler", owner: "Müdür")
    card.purpose = .init("Zamanında ödeme", "")
    card.legalBasis = ["5018 sayılı Kanun m. 33"]
    let chart = try #require(file.chart()).chart
    let read = try #require(BPMNFile(file.patched(with: chart, card: card), name: "b").chart())
    #expect(read.card == card)
    #expect(read.chart == chart)
  }

  @Test(arguments: [
    ("<endEvent id=\"e\"/>", "<endEvent id=\"e\"/><endEvent id=\"t\"/>", "repeated-id"),
    ("<userTask id=\"t\"", "<complexGateway id=\"t\"", "read-only"),
    ("<endEvent id=\"e\"/>", "<endEvent id=\"e\"/><boundaryEvent id=\"b\" attachedToRef=\"t\"/>", "inner"),
  ])
  func whatCannotBeEditedIsRefused(part: String, other: String, code: String) throws {
    let file = try file(BPMNSample.small.replacing(part, with: other))
    var chart = try #require(file.chart()).chart
    let at = try #require(chart.steps.firstIndex { $0.id == "t" })
    chart.steps[at].kind = .end
    let refusal = #expect(throws: Diagnostics.self) { try file.patched(with: chart) }
    #expect(refusal?.all.map(\.code) == [code])
  }
}
