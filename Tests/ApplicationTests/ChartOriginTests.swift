import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// A chart that came from a BPMN file: what the file keeps is shown, stays, and is never dropped unsaid.
@Suite struct ChartOriginTests {
  private static func file(_ gateway: String, more: String = "") -> [UInt8] {
    Array(
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p">
        <startEvent id="b" name="Talep geldi"/><\(gateway) id="k" name="Gerekenler"/><task id="t" name="Kayıt yapılması"/>
        <endEvent id="s" name="Bitti"/>\(more)
        <sequenceFlow id="f" sourceRef="b" targetRef="k"/><sequenceFlow id="g" name="A" sourceRef="k" targetRef="t"/>
        <sequenceFlow id="h" name="B" sourceRef="k" targetRef="s"/><sequenceFlow id="i" sourceRef="t" targetRef="s"/>
      </process></definitions>
      """.utf8)
  }

  private func imported(_ bytes: [UInt8]) throws -> (ProcessOffice, ChartVersion) {
    let office = try ProcessOffice()
    return (office, try office.app.importChart(office.code, bytes: bytes, name: "a.bpmn", by: office.owner).version)
  }

  @Test func whatCannotBeEditedIsShownAndNoted() throws {
    let (office, version) = try imported(Self.file("inclusiveGateway"))
    let page = try office.app.chart(office.code, by: office.owner)
    #expect(page.foreign.map(\.step) == ["k"])
    #expect(page.findings.filter { $0.rule == "A13" }.map(\.level) == [.note])
    var chart = version.chart
    chart.steps.removeAll { $0.id == "k" }
    chart.flows = [Flow("b", "t"), Flow("t", "s")]
    _ = try office.app.saveChart(office.code, chart, note: "", version: version.version, by: office.owner)
    let later = try office.app.chart(office.code, by: office.owner)
    #expect(later.foreign.isEmpty && !later.findings.contains { $0.rule == "A13" })
  }

  @Test func readOnlyStepsCannotBeRenamed() throws {
    let (office, version) = try imported(Self.file("complexGateway"))
    var chart = version.chart
    let at = try #require(chart.steps.firstIndex { $0.id == "k" })
    chart.steps[at].name = "Başka ad"
    let refusal = #expect(throws: Problem.self) {
      try office.app.saveChart(office.code, chart, note: "", version: version.version, by: office.owner)
    }
    #expect(
      refusal?.fields.first?.message.turkish.contains("«Gerekenler» BPMN dosyasından gelir (Karmaşık geçit)") == true)
    chart = version.chart
    chart.steps[at].role = "Şef"
    let saved = try office.app.saveChart(office.code, chart, note: "", version: version.version, by: office.owner)
    let text = String(
      decoding: try office.app.exportChart(office.code, number: saved.number, format: .bpmn, by: office.owner),
      as: UTF8.self)
    #expect(text.contains("<complexGateway id=\"k\" name=\"Gerekenler\""))
  }

  @Test func aFileThatCannotHoldTheChartIsNotDroppedUnsaid() throws {
    let (office, version) = try imported(Self.file("exclusiveGateway", more: "<task id=\"t\" name=\"Aynı kimlik\"/>"))
    var chart = version.chart
    chart.steps[0].name = "Dilekçe geldi"
    _ = try office.app.saveChart(office.code, chart, note: "", version: version.version, by: office.owner)
    let refusal = #expect(throws: Diagnostics.self) {
      try office.app.exportChart(office.code, format: .bpmn, by: office.owner)
    }
    #expect(refusal?.all.map(\.code) == ["repeated-id"])
    let anew = try office.app.exportChart(office.code, format: .bpmn, isNew: true, by: office.owner)
    #expect(try BPMNFile(anew, name: "b").chart()?.chart.steps.map(\.name) == chart.steps.map(\.name))
  }

  @Test func drawingsWithoutAProcessAreRefused() throws {
    let office = try ProcessOffice()
    let text =
      "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><choreography id=\"c\"/></definitions>"
    let refusal = #expect(throws: Diagnostics.self) {
      try office.app.importChart(office.code, bytes: Array(text.utf8), name: "a.bpmn", by: office.owner)
    }
    #expect(refusal?.all.map(\.code) == ["no-process"] && refusal?.all.first?.remedy.isEmpty == false)
  }
}
