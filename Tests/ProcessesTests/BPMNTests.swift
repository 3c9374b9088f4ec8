import Testing

@testable import GuvenceProcesses

@Suite struct BPMNTests {
  private func text(_ process: WorkProcess, _ orientation: Orientation = .horizontal) throws -> String {
    let options = LayoutOptions(orientation, symbols: .bpmn, effort: 60, starts: 1, seed: process.card.code)
    let layout = try #require(ChartLayouter.layout(process.chart, options))
    return String(decoding: try #require(BPMNWriter.bytes(process, layout)), as: UTF8.self)
  }

  @Test(arguments: Shipped.processes) func everythingIsInTheFile(process: WorkProcess) throws {
    let text = try text(process)
    let chart = process.chart
    func count(_ word: String) -> Int { text.components(separatedBy: word).count - 1 }
    #expect(count("<lane ") == chart.lanes.count)
    #expect(count("<flowNodeRef>") == chart.steps.count)
    #expect(count("<sequenceFlow ") == chart.flows.count)
    #expect(count("<dataObjectReference ") == chart.steps.reduce(0) { $0 + $1.documents.count })
    #expect(count("<exclusiveGateway ") == chart.steps.filter { $0.kind == .decision }.count)
    #expect(count("isMarkerVisible=\"true\"") == chart.steps.filter { $0.kind == .decision }.count)
    #expect(count("<guvence:risk ") == chart.risks.count)
    #expect(count("<guvence:control ") == chart.controls.count)
    for step in chart.steps { #expect(text.contains("id=\"Step_\(step.id)\"")) }
  }

  @Test func hostileTextIsText() throws {
    let name = "<a href=\"x\">&amp; \u{1} ]]> 'İş'"
    let chart = Chart(steps: [Step(id: "a", kind: .task, role: name, name: name, documents: [name])], flows: [])
    let text = try text(WorkProcess(card: ProcessCard(code: name, name: .init(name, "")), chart: chart))
    #expect(text.contains("&lt;a href=&quot;x&quot;&gt;&amp;amp; \u{FFFD} ]]&gt; 'İş'"))
    #expect(!text.contains("<a href"))
  }

  @Test func lanesStandUpright() throws {
    let text = try text(Shipped.process("TŞN-02"), .vertical)
    #expect(text.contains("isHorizontal=\"false\""))
    #expect(!text.contains("isHorizontal=\"true\""))
  }

  @Test func idsAreNames() {
    #expect(BPMNNames.process("TŞN-02") == "Process_tsn-02")
    #expect(BPMNNames.process("İMR 01/ç") == "Process_imr_01_c")
  }
}

extension String {
  fileprivate func components(separatedBy word: String) -> [Substring] {
    var (parts, rest): ([Substring], Substring) = ([], self[...])
    while let range = rest.firstRange(of: word) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
