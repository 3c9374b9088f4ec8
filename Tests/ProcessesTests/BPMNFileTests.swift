import Foundation
import GuvenceCore
import GuvenceProcesses
import Testing

@Suite struct BPMNFileTests {
  @Test func aFileIsReadAndLeftAsItCame() throws {
    let file = try BPMNFile(Array(BPMNSample.small.utf8), name: "a.bpmn")
    #expect(file.bytes() == Array(BPMNSample.small.utf8))
    #expect(file.findings.isEmpty)
    #expect(file.content.processes.map { [$0.id, $0.name] } == [["p", "Ödeme"]])
    #expect(file.content.lanes.map(\.name) == ["Mali Hizmetler"])
    #expect(file.content.nodes.map(\.element) == ["startEvent", "userTask", "endEvent"])
    #expect(file.content.nodes[1].name == "Ödeme emrini düzenler")
    #expect(file.content.flows.map(\.targets) == [["t"], ["e"]])
    #expect(file.content.shapes.count == 3)
    #expect(file.content.edges.first?.waypoints == [36, 18.5, 80, 18.5])
    #expect(file.content.diagrams == 1)
  }

  @Test func textInAnotherEncodingThanNamedIsReadAsTurkish() throws {
    let bytes = try #require(BPMNSample.small.data(using: .windowsCP1254))
    let file = try BPMNFile(Array(bytes), name: "a.bpmn")
    #expect(file.content.nodes[1].name == "Ödeme emrini düzenler")
    #expect(file.findings.map(\.code) == ["encoding"])
    #expect(file.bytes() == Array(bytes))
  }

  @Test(arguments: [
    ("", "empty-file"), ("{}", "malformed"), ("<a/>", "not-bpmn"), ("<definitions/>", "not-bpmn"),
    (String(BPMNSample.small.prefix(700)), "malformed"),
    ("<!DOCTYPE a [<!ENTITY x \"x\"><!ENTITY y \"&x;&x;\">]>" + BPMNSample.body, "doctype"),
    ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + BPMNSample.body, "doctype"),
  ])
  func whatIsNoBPMNIsRefusedWithItsReason(text: String, code: String) {
    let refusal = #expect(throws: Diagnostics.self) { try BPMNFile(Array(text.utf8), name: "a.bpmn") }
    #expect(refusal?.all.map(\.code) == [code])
    #expect(refusal?.all.allSatisfy { !$0.remedy.isEmpty } == true)
  }

  @Test(arguments: [
    ("<endEvent id=\"e\"/>", "<endEvent id=\"t\"/>", "repeated-id"),
    ("targetRef=\"e\"", "targetRef=\"nowhere\"", "loose-flow"),
    ("targetRef=\"e\"", "", "loose-flow"),
    ("<flowNodeRef>e</flowNodeRef>", "<flowNodeRef>x</flowNodeRef>", "loose-lane"),
    ("bpmnElement=\"t\"", "bpmnElement=\"x\"", "loose-drawing"),
    ("x=\"80\" y=\"18.5\"", "x=\"NaN\" y=\"18.5\"", "unreadable-drawing"),
    ("<endEvent id=\"e\"/>", "<endEvent id=\"e\"/><complexGateway id=\"g\"/>", "read-only"),
  ])
  func oddThingsAreToldAndKept(part: String, other: String, code: String) throws {
    let text = BPMNSample.small.replacing(part, with: other)
    #expect(text != BPMNSample.small)
    let file = try BPMNFile(Array(text.utf8), name: "a.bpmn")
    #expect(file.findings.map(\.code).contains(code))
    #expect(file.bytes() == Array(text.utf8))
  }

  @Test func findingsAreCut() throws {
    let loose = (0..<1000).map { "<sequenceFlow id=\"f\($0)\" sourceRef=\"x\" targetRef=\"y\"/>" }.joined()
    let text = BPMNSample.small.replacing("</process>", with: loose + "</process>")
    let file = try BPMNFile(Array(text.utf8), name: "a.bpmn")
    #expect(file.findings.count == 200)
    #expect(file.findings.last?.code == "more")
  }
}

enum BPMNSample {
  static let small = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body
  static let body = """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
      xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" id="d">
      <!-- kept -->
      <process id="p" name="Ödeme">
        <laneSet id="s"><lane id="l" name="Mali Hizmetler"><flowNodeRef>a</flowNodeRef><flowNodeRef>t</flowNodeRef>
          <flowNodeRef>e</flowNodeRef></lane></laneSet>
        <startEvent id="a" name="Talep"/>
        <userTask id="t" name="Ödeme emrini düzenler" vendor:x="1" xmlns:vendor="urn:v"/>
        <endEvent id="e"/>
        <sequenceFlow id="f" sourceRef="a" targetRef="t"/>
        <sequenceFlow id="g" sourceRef="t" targetRef="e"/>
      </process>
      <di:BPMNDiagram id="D"><di:BPMNPlane id="P" bpmnElement="p">
        <di:BPMNShape id="Sa" bpmnElement="a"><dc:Bounds x="0" y="0" width="36" height="36"/></di:BPMNShape>
        <di:BPMNShape id="St" bpmnElement="t"><dc:Bounds x="80" y="-20" width="100" height="80"/></di:BPMNShape>
        <di:BPMNShape id="Se" bpmnElement="e"><dc:Bounds x="220" y="0" width="36" height="36"/></di:BPMNShape>
        <di:BPMNEdge id="Ef" bpmnElement="f"><dd:waypoint x="36" y="18.5"/><dd:waypoint x="80" y="18.5"/></di:BPMNEdge>
        <di:BPMNEdge id="Eg" bpmnElement="g"><dd:waypoint x="180" y="18.5"/><dd:waypoint x="220" y="18.5"/></di:BPMNEdge>
      </di:BPMNPlane></di:BPMNDiagram>
    </definitions>
    """
}
