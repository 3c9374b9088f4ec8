import GuvenceCore
import Testing

@testable import GuvenceProcesses

/// What a file holds besides its chart is shown by name, kind and place.
@Suite struct ForeignElementTests {
  private static let file = """
    <definitions xmlns="\(BPMNNames.model)" id="d">
      <collaboration id="c"><participant id="pa" name="Kurum" processRef="p"/><participant id="pb" name="Vatandaş"/>
        <messageFlow id="mf" name="Dilekçe" sourceRef="pb" targetRef="t"/></collaboration>
      <process id="q" name="Öteki"><task id="qt" name="Öteki iş"/></process>
      <process id="p"><startEvent id="b"/><task id="t" name="Kayıt"/><inclusiveGateway id="g" name="Gerekenler"/>
        <subProcess id="s" name="İnceleme"><task id="i" name="Okuma"/></subProcess>
        <boundaryEvent id="e" name="Süre doldu" attachedToRef="t"><timerEventDefinition id="td"/></boundaryEvent>
        <dataObjectReference id="o" name="Fiş" dataObjectRef="od"/><dataObject id="od"/>
        <textAnnotation id="n"><text>Acele</text></textAnnotation><group id="gr"/>
      </process>
    </definitions>
    """

  @Test func everyElementThatIsNoStepIsTold() throws {
    let file = try BPMNFile(Array(Self.file.utf8), name: "a")
    let foreign = file.foreign()
    #expect(
      foreign.map { "\($0.id) \($0.kind.turkish): \($0.place.words(.turkish))" } == [
        "g Kapsayıcı geçit: şemanın adımı", "qt Görev: «Öteki» sürecinde",
        "i Görev: «İnceleme» adımının içinde ya da üzerinde",
        "e Adım üzerindeki olay: «Kayıt» adımının içinde ya da üzerinde",
        "pb İçi kapalı havuz: adımların yanında", "mf İleti akışı: adımların yanında", "o Belge: adımların yanında",
        "n Not: adımların yanında", "gr Grup: adımların yanında",
      ])
    #expect(foreign.first { $0.id == "n" }?.title == "Acele")
    #expect(foreign.first { $0.id == "gr" }?.title == "gr")
    #expect(Set(foreign.compactMap(\.step)) == file.chart()?.readOnly)
    #expect(file.findings.contains { $0.code == "other-process" && $0.message.contains("«Kurum»") })
  }

  @Test(arguments: Shipped.processes.prefix(4)) func filesOfOursHaveNone(process: WorkProcess) throws {
    for annotations in [false, true] {
      let bytes = try #require(BPMNWriter.bytes(process, annotations: annotations))
      #expect(try BPMNFile(bytes, name: "a").foreign().isEmpty)
    }
  }

  @Test func everyNodeOfBPMNHasAName() {
    for element in BPMNNames.nodes { #expect(BPMNKinds.name(element).turkish != element) }
  }
}
