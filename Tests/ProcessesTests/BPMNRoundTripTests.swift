import GuvenceCore
import Testing

@testable import GuvenceProcesses

/// A chart of ours, written as BPMN and read again, is the same chart.
@Suite struct BPMNRoundTripTests {
  static func bytes(_ process: WorkProcess, _ orientation: Orientation = .horizontal) throws -> [UInt8] {
    let options = LayoutOptions(orientation, symbols: .bpmn, effort: 60, starts: 1, seed: process.card.code)
    let layout = try #require(ChartLayouter.layout(process.chart, options))
    return try #require(BPMNWriter.bytes(process, layout))
  }

  @Test(arguments: Shipped.processes) func shippedProcessesComeBack(process: WorkProcess) throws {
    let file = try BPMNFile(Self.bytes(process), name: "a.bpmn")
    let read = try #require(file.chart())
    #expect(read.chart == process.chart)
    #expect(read.card == process.card)
    #expect(read.readOnly.isEmpty)
    #expect(file.findings.isEmpty)
  }

  @Test(arguments: 0..<12) func chartsMadeUpComeBack(seed: UInt64) throws {
    var chart = RandomChart.make(seed: seed)
    chart.steps[1].role = nil
    chart.steps[2].number = "2.1"
    chart.steps[3].duration = StepDuration(2, .workday)
    chart.steps[3].isSensitive = true
    chart.steps[4].isIrrevocable = true
    chart.steps[5].calls = "TŞN-02"
    chart.steps[6].name = "  İki\n satırlı\tad "
    chart.steps[7].documents = [" Fiş ", "Fiş", "Ek <1> & \"2\""]
    chart.lanes.insert("Boş\nkulvar", at: 0)
    chart.flows[0].label = " Evet "
    chart.risks.reverse()
    chart.risks += [RiskPoint(id: "R9", step: "gone", text: "a", cause: "b", effect: "c", level: .high)]
    let process = WorkProcess(card: ProcessCard(code: "X-\(seed)", name: .init("Deneme", "Trial")), chart: chart)
    let read = try #require(BPMNFile(Self.bytes(process, seed % 2 == 0 ? .horizontal : .vertical), name: "a").chart())
    #expect(read.chart == chart)
    #expect(read.card == process.card)
  }

  @Test func anotherProgramsWordCountsWhereBPMNHoldsIt() throws {
    var chart = try Shipped.process("TŞN-02").chart
    let at = try #require(chart.steps.firstIndex { !$0.documents.isEmpty && $0.kind == .task })
    chart.steps = chart.steps.map { step in
      var step = step
      step.documents = step.id == chart.steps[at].id ? ["Fiş"] : []
      return step
    }
    let process = WorkProcess(card: ProcessCard(code: "A", name: .init("A", "")), chart: chart)
    let step = chart.steps[at]
    let text = String(decoding: try Self.bytes(process), as: UTF8.self)
      .replacing("name=\"\(step.name)\"", with: "name=\"Başka ad\"").replacing("\"Fiş\"", with: "\"Makbuz\"")
    let read = try #require(BPMNFile(Array(text.utf8), name: "a").chart())
    #expect(read.chart.step(step.id)?.name == "Başka ad")
    #expect(read.chart.step(step.id)?.documents == ["Makbuz"])
    #expect(read.chart.step(step.id)?.action == step.action)
  }
}

/// Risks and controls as notes beside their steps.
@Suite struct BPMNNoteTests {
  private func file(_ code: String) throws -> (BPMNFile, WorkProcess) {
    let process = try Shipped.process(code)
    return (try BPMNFile(#require(BPMNWriter.bytes(process, annotations: true)), name: "a"), process)
  }

  @Test(arguments: ["TŞN-02", "SAT-01"]) func notesStandClearOfEverything(code: String) throws {
    let (file, process) = try file(code)
    #expect(file.chart()?.chart == process.chart)
    #expect(file.findings.isEmpty)
    let notes = Set(file.content.artifacts.filter { $0.element == "textAnnotation" }.map(\.id))
    #expect(notes.count == process.chart.risks.count + process.chart.controls.count)
    let frames = Set(file.content.lanes.map(\.id) + file.content.pools.map(\.id))
    let shapes = file.content.shapes.filter { !frames.contains($0.element) }
    for shape in shapes where notes.contains(shape.element) {
      #expect(shapes.allSatisfy { $0.element == shape.element || !box($0).overlaps(box(shape)) })
    }
    #expect(notes.isSubset(of: shapes.map(\.element)))
  }

  private func box(_ shape: BPMNContent.Shape) -> DrawnBox {
    DrawnBox(x: shape.bounds.x, y: shape.bounds.y, width: shape.bounds.width, height: shape.bounds.height)
  }

  @Test func notesFollowTheirPoints() throws {
    let (file, process) = try file("SAT-01")
    var chart = process.chart
    let gone = chart.risks.removeFirst()
    chart.risks[0].text = "Başka metin"
    let read = try BPMNFile(file.patched(with: chart), name: "b")
    let notes = read.content.artifacts.filter { $0.element == "textAnnotation" }.map(\.name)
    #expect(!notes.contains { $0.contains(gone.text) })
    #expect(notes.contains("\(chart.risks[0].id) Başka metin"))
    #expect(read.findings.isEmpty)
  }
}
