import Foundation
import GuvenceCore
import Testing

@testable import GuvenceProcesses

/// Whatever bytes come: findings or a refusal with its reason, and the bytes are handed on as they came.
@Suite struct BPMNHostileTests {
  /// Codes of the findings, or of the refusal; reading, showing and patching must not trip over anything.
  @discardableResult private func codes(_ bytes: [UInt8]) -> [String] {
    do throws(Diagnostics) {
      let file = try BPMNFile(bytes, name: "a.bpmn")
      #expect(file.bytes() == bytes)
      #expect(file.findings.allSatisfy { $0.isInBothLanguages })
      guard let chart = file.chart() else { return file.findings.map(\.code) }
      #expect(try file.patched(with: chart.chart) == bytes)
      var edited = chart.chart
      edited.steps[0].duration = StepDuration(1, .day)
      edited.flows.removeAll()
      if let patched = try? file.patched(with: edited) {
        let read = try BPMNFile(patched, name: "b.bpmn")
        #expect(read.chart(of: chart.process)?.chart == edited)
      }
      return file.findings.map(\.code)
    } catch {
      #expect(error.all.allSatisfy { $0.isInBothLanguages && !$0.remedy.isEmpty })
      return error.all.map(\.code)
    }
  }

  private func process(_ inside: String) -> [UInt8] {
    Array(
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p">\(inside)</process></definitions>
      """.utf8)
  }

  @Test func aCutFileIsRefused() {
    let bytes = Array(BPMNSample.small.utf8)
    for end in stride(from: 7, to: bytes.count - 1, by: 7) { #expect(codes(Array(bytes[..<end])) == ["malformed"]) }
  }

  @Test(arguments: [
    // ISO-8859-9 and windows-1254 agree on every letter of the sample.
    ("UTF-8", String.Encoding.utf8), ("ISO-8859-9", .windowsCP1254), ("windows-1254", .windowsCP1254),
    ("UTF-16", .utf16),
  ])
  func encodingsThatAreNamedAreRead(name: String, encoding: String.Encoding) throws {
    let text = BPMNSample.small.replacing("encoding=\"UTF-8\"", with: "encoding=\"\(name)\"")
    let data = try #require(text.data(using: encoding))
    let file = try BPMNFile(Array(data), name: "a.bpmn")
    #expect(file.content.nodes[1].name == "Ödeme emrini düzenler")
    #expect(file.findings.isEmpty)
    var chart = try #require(file.chart()).chart
    chart.steps[1].name = "Şişli ığdır"
    #expect(try BPMNFile(file.patched(with: chart), name: "b").chart()?.chart == chart)
  }

  @Test(
    arguments: [
      ("\u{FEFF}" + BPMNSample.small, []), (" \n\r\n" + BPMNSample.small, []), (BPMNSample.body, []),
      (BPMNSample.small.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\""), ["encoding"]),
      (BPMNSample.small.replacing("encoding=\"UTF-8\"", with: "encoding=\"none-such\""), ["encoding"]),
      (BPMNSample.small.replacing("encoding=\"UTF-8\"", with: "encoding=\"US-ASCII\""), ["encoding"]),
      (BPMNSample.small.replacing("encoding=\"UTF-8\"", with: "encoding=\"windows-1254\""), ["encoding"]),
      (BPMNSample.small.replacing("encoding=\"UTF-8\"", with: "encoding=\"ISO-8859-9\""), ["encoding"]),
      (BPMNSample.small.replacing("encoding=\"UTF-8\"", with: "encoding=\"utf8\""), []),
      (BPMNSample.small.replacing("Ödeme emrini", with: "&undeclared; emrini"), ["malformed"]),
    ] as [(String, [String])])
  func encodingsOtherThanNamedAreFound(text: String, expected: [String]) throws {
    #expect(codes(Array(text.utf8)) == expected)
    guard !expected.contains("malformed") else { return }
    let file = try BPMNFile(Array(text.utf8), name: "a.bpmn")
    #expect(file.content.nodes[1].name == "Ödeme emrini düzenler")
  }

  /// Pictures in attributes, long notes: what tools of others write is long at times.
  @Test(arguments: [
    "<task id=\"a\" implementation=\"\(String(repeating: "QUJD", count: 200_000))\"/>",
    "<!--\(String(repeating: "y", count: 800_000))--><task id=\"a\"/>",
    "<task id=\"a\"><documentation><![CDATA[\(String(repeating: "y = ", count: 4_000))]]></documentation></task>",
    "<?vendor \(String(repeating: "y", count: 800_000))?><task id=\"a\"/>",
  ])
  func longTagsAreRead(inside: String) { #expect(codes(process(inside)) == ["no-drawing"]) }

  @Test func tooManyAttributesAreRefused() {
    let attributes = (0..<60_000).map { " a\($0)=\"\"" }.joined()
    #expect(codes(process("<task id=\"a\"\(attributes)/>")) == ["overlong"])
    #expect(
      codes(process("<task id=\"a\" b=\"\(String(repeating: "y", count: 900_000))\"\(attributes)/>")) == ["overlong"])
  }

  @Test(arguments: [
    ("", "empty-file", "Dosya boş"), ("{\"a\": 1}", "malformed", "Dosya düzgün XML değil: dosya XML ile başlamıyor"),
    ("<a><b></a>", "malformed", "Dosya düzgün XML değil: açılan ve kapanan etiketler eşleşmiyor"),
    ("<a b='&nbsp;'/>", "malformed", "Dosya düzgün XML değil: XML'de olmayan bir varlık adı (&ad;) kullanılmış"),
    ("<a b='&#1;'/>", "encoding", "Dosyada XML'in izin vermediği bir karakter var"),
    ("<a b=''", "malformed", "Dosya düzgün XML değil: bir etiketin sonu okunamıyor"),
    ("x<?xml version=\"1.0\"?><a/>", "malformed", "dosya XML ile başlamıyor"),
    (
      "<definitions xmlns=\"http://schema.omg.org/spec/BPMN/2.0\"/>", "not-bpmn",
      "«http://schema.omg.org/spec/BPMN/2.0»"
    ),
    ("<Package xmlns=\"http://www.wfmc.org/2009/XPDL2.2\"/>", "not-bpmn", "kök öğesi «Package»"),
    ("<task xmlns=\"\(BPMNNames.model)\"/>", "not-bpmn", "kök öğesi «task»"),
  ])
  func refusalsSayWhy(text: String, code: String, message: String) {
    let refusal = #expect(throws: Diagnostics.self) { try BPMNFile(Array(text.utf8), name: "a.bpmn") }
    #expect(refusal?.all.map(\.code) == [code])
    #expect(refusal?.all.first?.message.contains(message) == true, "\(refusal?.all.first?.message ?? "")")
    #expect(refusal?.all.first?.remedy.isEmpty == false)
    #expect(refusal?.all.first?.isInBothLanguages == true)
  }

  /// Bytes that are not of the encoding named are read as what they are, and the library says nothing of its own.
  @Test func otherEncodingsAreReadInSilence() throws {
    let text = BPMNSample.small.replacing("encoding=\"UTF-8\"", with: "encoding=\"GB2312\"")
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: place) }
    let (kept, taken) = (dup(2), creat(place.path, 0o600))
    dup2(taken, 2)
    let file = try? BPMNFile(Array(text.utf8), name: "a.bpmn")
    dup2(kept, 2)
    close(kept)
    close(taken)
    #expect(file?.findings.map(\.code) == ["encoding"])
    #expect(file?.content.nodes[1].name == "Ödeme emrini düzenler")
    #expect(try !String(contentsOf: place, encoding: .utf8).contains("conversion"))
  }

  /// A name, an id, a reference of megabytes: kept in the file, shown in part, and no finding is the longer for it.
  @Test(arguments: [
    "<complexGateway id=\"a\" name=\"%\"/>", "<task id=\"%\"/><task id=\"%\"/>",
    "<task id=\"a\"/><sequenceFlow id=\"%\" sourceRef=\"y%\" targetRef=\"a\"/>",
    "<laneSet><lane id=\"l\" name=\"%\"><flowNodeRef>%</flowNodeRef></lane></laneSet><task id=\"a\"/>",
  ])
  func longNamesAreShownInPart(inside: String) throws {
    let name = String(repeating: "ğ—x ", count: 100_000)
    let file = try BPMNFile(process(inside.replacing("%", with: name)), name: "a.bpmn")
    #expect(file.findings.contains { $0.text.turkish.contains("…»") })
    #expect(file.findings.allSatisfy { $0.text.turkish.utf8.count < 1000 && $0.text.english.utf8.count < 1000 })
    #expect(file.chart()?.chart.steps.allSatisfy { $0.id.utf8.count < 1010 } == true)
  }

  @Test(arguments: [
    "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>", "<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\">",
    "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE d [<!ENTITY % x SYSTEM \"/etc/passwd\"> %x;]>",
  ])
  func entitiesAreRefusedUnread(declaration: String) {
    #expect(codes(Array((declaration + BPMNSample.body).utf8)) == ["doctype"])
  }

  @Test(arguments: ["id", "name", "calledElement"]) func namesOfMegabytesAreRefused(attribute: String) {
    let name = String(repeating: "ş &amp; ", count: 300_000)
    #expect(codes(process("<callActivity \(attribute)=\"\(name)\"/>")) == ["overlong"])
    #expect(codes(process("<callActivity id=\"a\" v:\(attribute)=\"\(name)\" xmlns:v=\"urn:v\"/>")) == ["no-drawing"])
  }

  @Test func tooManyElementsAreRefused() {
    #expect(codes(process(String(repeating: "<task/>", count: BPMNFile.mostElements + 1))) == ["too-many"])
    #expect(codes(process(String(repeating: "<subProcess>", count: 10_000))) == ["too-deep"])
    let deep = String(repeating: "<subProcess>", count: 200) + String(repeating: "</subProcess>", count: 200)
    #expect(codes(process(deep)).contains("no-drawing"))
  }

  @Test(arguments: ["bpmn:", "semantic:", "bpmn2:", "a.b-c:"])
  func prefixesDoNotMatter(prefix: String) throws {
    let text = BPMNSample.small.named(prefix).replacing(
      "xmlns=", with: "xmlns:\(prefix.dropLast())=")
    let file = try BPMNFile(Array(text.utf8), name: "a.bpmn")
    #expect(file.chart()?.chart == (try BPMNFile(Array(BPMNSample.small.utf8), name: "a").chart()?.chart))
    var chart = try #require(file.chart()).chart
    chart.steps.append(Step(id: "k", kind: .task, role: chart.lanes[0], name: "Yeni"))
    chart.flows.append(Flow("t", "k"))
    let patched = try file.patched(with: chart)
    #expect(String(decoding: patched, as: UTF8.self).contains("<\(prefix)userTask id=\"k\""))
  }

  @Test(arguments: [
    "<task id=\"a\"/><boundaryEvent id=\"b\" attachedToRef=\"b\"/><sequenceFlow id=\"f\" sourceRef=\"b\" targetRef=\"a\"/>",
    "<subProcess id=\"a\"/><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"a\"/><sequenceFlow sourceRef=\"\" targetRef=\":\"/>",
    "<laneSet><lane id=\"l\"><flowNodeRef> q:a\n</flowNodeRef><childLaneSet><lane id=\"l\"><flowNodeRef/></lane></childLaneSet></lane></laneSet><task id=\"a\"/>",
    "<task id=\"a\"/><task id=\"a\"/><task/><task id=\"\"/><startEvent id=\"ş\"/><endEvent id=\"s\"/>",
    "<task id=\"a\" name=\"&lt;script>\"><incoming>a</incoming><outgoing/></task><group id=\"p\"/>",
  ])
  func oddProcessesAreReadAndPatched(inside: String) { codes(process(inside)) }

  @Test func drawingsThatPointNowhereStay() throws {
    let text = BPMNSample.small.replacing("bpmnElement=\"t\"", with: "bpmnElement=\"gone\"")
      .replacing("<di:BPMNDiagram id=\"D\">", with: "<di:BPMNDiagram/><di:BPMNDiagram id=\"D\">")
      .replacing("x=\"220\"", with: "x=\"-220.25\"").replacing("x=\"180\"", with: "x=\"1e400\"")
    let file = try BPMNFile(Array(text.utf8), name: "a.bpmn")
    #expect(Set(file.findings.map(\.code)).isSuperset(of: ["loose-drawing", "unreadable-drawing"]))
    #expect(file.content.diagrams == 2)
    var chart = try #require(file.chart()).chart
    chart.steps[1].kind = .decision
    chart.steps.insert(Step(id: "k", kind: .task, role: chart.lanes[0], name: "Yeni"), at: 1)
    chart.flows[0].target = "k"
    chart.flows.append(Flow("k", "t"))
    let patched = try file.patched(with: chart)
    #expect(try BPMNFile(patched, name: "b").chart()?.chart == chart)
    #expect(String(decoding: patched, as: UTF8.self).contains("bpmnElement=\"gone\""))
  }

  @Test(arguments: 0..<8) func changedBytesNeverTripTheReader(seed: UInt64) throws {
    let process = Shipped.processes[Int(seed) % max(1, Shipped.processes.count)]
    let originals = [Array(BPMNSample.small.utf8), try BPMNRoundTripTests.bytes(process)]
    var numbers = SeededNumbers(seed: seed)
    for round in 0..<24 {
      var bytes = originals[round % 12 == 0 ? 1 : 0]
      for _ in 0...numbers.below(6) {
        let at = numbers.below(bytes.count)
        switch numbers.below(4) {
        case 0: bytes[at] = UInt8(numbers.below(256))
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(Array("<>&\"'/=: ".utf8)[numbers.below(9)], at: at)
        default: bytes.swapAt(at, numbers.below(bytes.count))
        }
      }
      #expect(codes(bytes).allSatisfy { !$0.isEmpty })
    }
  }
}

extension String {
  /// With `prefix` in front of every name of an element that has none.
  fileprivate func named(_ prefix: String) -> String {
    var (text, rest) = ("", self[...])
    while let open = rest.firstIndex(of: "<") {
      text += rest[...open]
      rest = rest[rest.index(after: open)...]
      if rest.first == "/" { text.append(rest.removeFirst()) }
      let name = rest.prefix { $0.isLetter || $0 == ":" }
      if !name.isEmpty, !name.contains(":") { text += prefix }
    }
    return text + rest
  }
}

extension Diagnostic {
  /// Whether somebody who reads one language alone understands it.
  var isInBothLanguages: Bool {
    !text.turkish.isEmpty && !text.english.isEmpty && text.turkish != text.english
      && advice.turkish.isEmpty == advice.english.isEmpty
      && (advice.turkish != advice.english || advice.turkish.isEmpty)
  }
}
