import GuvenceCore
import Testing

@testable import GuvenceProcesses

/// What the checks say, word for word, where somebody's separation of duties or a risk is at stake.
@Suite struct FindingTextTests {
  private func texts(_ outline: String, _ rule: String, calls: [String: [String]]? = nil) throws -> [String] {
    let checks = try #require(CheckTests.checks)
    let (process, diagnostics) = OutlineReader.read(outline, file: "x")
    #expect(diagnostics.isEmpty)
    var context = CheckContext()
    context.calls = calls
    return checks.findings(process, context).filter { $0.rule == rule }.map(\.text.turkish)
  }

  @Test(
    arguments: [
      ("Y-01", ["X-01": ["Y-01"], "Y-01": ["X-01"]], ["Y-01 süreci dönüp bu süreci çağırıyor"]),
      ("Y-01", ["X-01": ["Y-01"], "Y-01": ["Z-01"], "Z-01": ["X-01"]], ["Y-01 süreci dönüp bu süreci çağırıyor"]),
      ("X-01", ["X-01": ["X-01"]], ["X-01 süreci dönüp bu süreci çağırıyor"]),
      ("Y-01", ["X-01": ["Y-01"], "Y-01": ["Z-01"], "Z-01": ["Y-01"]], []),
      ("Q-01", ["X-01": ["Q-01"]], ["Q-01 kodlu süreç yok"]),
    ] as [(String, [String: [String]], [String])])
  func subprocessesThatComeBack(called: String, calls: [String: [String]], expected: [String]) throws {
    let outline = "kod: X-01\nb) (başla) A @Masa\n1) (alt süreç \(called)) B @Masa\ns) (bitir) C @Masa"
    #expect(try texts(outline, "A15", calls: calls) == expected)
  }

  @Test(arguments: ["P", "İ"]) func oneRolePreparesControlsAndApproves(tag: String) throws {
    func outline(_ approver: String) -> String {
      """
      b) (başla) Talep geldi @Şef
      1) Hazırlanması @Şef {\(tag)} [Onay belgesi]
      2) Kontrolü @Şef {K} [Kontrol listesi]
      3) Onaylanması @\(approver) {O} [Karar]
      s) (bitir) Bitti @Şef
      """
    }
    #expect(try texts(outline("Şef"), "B3") == ["«Şef» hem hazırlıyor hem kontrol ediyor hem onaylıyor"])
    #expect(try texts(outline("Müdür"), "B3") == [])
  }

  @Test func onePaperPreparedAndApprovedByOneRole() throws {
    let outline = """
      b) (başla) Talep geldi @Şef
      1) Hazırlanması @Şef {P} [Onay belgesi]
      2) Onaylanması @Şef {O} [Onay belgesi]
      s) (bitir) Bitti @Şef
      """
    #expect(try texts(outline, "B3") == ["«Onay belgesi» belgesini hazırlayan da onaylayan da «Şef»"])
  }

  @Test(arguments: [
    ("  R1: Sürenin aşılması", ["R1 riskinin kontrolü yok"]),
    (
      "  R1 yüksek: Sürenin aşılması\n  C1 R1 tespit edici: Aylık döküm",
      ["R1 riski yüksek, ama yalnızca tespit edici kontrolü var"]
    ),
    ("  R1 yüksek: Sürenin aşılması\n  C1 R1 önleyici: Süre uyarısı", []),
  ])
  func risksWithoutControls(points: String, expected: [String]) throws {
    let outline = "b) (başla) Talep geldi @Şef\n1) Kaydedilmesi @Şef\n\(points)\ns) (bitir) Bitti @Şef"
    #expect(try texts(outline, "C1") == expected)
  }

  @Test func controlsAfterThePointOfNoReturn() throws {
    func outline(_ kind: String, _ mark: String) -> String {
      """
      b) (başla) Talep geldi @Şef
      1) Ödeme yapılması @Şef\(mark)
        R1: Mükerrer ödeme
      2) Ödemenin kontrolü @Müdür {K} [Liste]
        C1 R1 \(kind): Karşılaştırma
      s) (bitir) Bitti @Şef
      """
    }
    let text = "C1 önleyici kontrolü geri dönülmez adımdan sonra geliyor"
    #expect(try texts(outline("önleyici", " {dönülmez}"), "C3") == [text])
    #expect(try texts(outline("tespit edici", " {dönülmez}"), "C3") == [])
    #expect(try texts(outline("önleyici", ""), "C3") == [])
  }

  // MARK: what comes from files and stands on pages

  private func findings(_ inside: String) throws -> [ChartFinding] {
    let text = "<definitions xmlns=\"\(BPMNNames.model)\"><process id=\"p\">\(inside)</process></definitions>"
    let file = try BPMNFile(Array(text.utf8), name: "x")
    var context = CheckContext()
    (context.foreign, context.connectors) = (file.foreign(), file.connectors())
    let chart = try #require(file.chart()).chart
    let process = WorkProcess(card: ProcessCard(code: "X", name: .init("X", "X")), chart: chart)
    return try #require(CheckTests.checks).findings(process, context)
  }

  @Test(arguments: [
    ("inclusiveGateway", "kapsayıcı geçit"), ("complexGateway", "karmaşık geçit"),
    ("eventBasedGateway", "olaya bağlı geçit"),
  ])
  func gatewaysOfFilesAreNotes(element: String, name: String) throws {
    let found = try findings(
      """
      <startEvent id="b"/><\(element) id="k" name="Gerekenler"/><task id="t"/><endEvent id="s"/>
      <sequenceFlow id="f" sourceRef="b" targetRef="k"/><sequenceFlow id="g" sourceRef="k" targetRef="t"/>
      <sequenceFlow id="h" sourceRef="k" targetRef="s"/><sequenceFlow id="i" sourceRef="t" targetRef="s"/>
      """)
    let own = found.filter { $0.rule == "A13" }
    #expect(own.map(\.text.turkish) == ["«Gerekenler» dosyadan gelen bir \(name); burada düzenlenemez"])
    #expect(own.map(\.level) == [.note] && own.map(\.step) == ["k"])
    // What cannot be edited must not block approval by its wording.
    #expect(!found.contains { ["A6", "A7", "A8"].contains($0.rule) })
  }

  private static func link(_ id: String, _ element: String, _ name: String) -> String {
    "<\(element) id=\"\(id)\"><linkEventDefinition id=\"\(id)d\" name=\"\(name)\"/></\(element)>"
  }

  @Test(
    arguments: [
      ("A", "A", []), ("A", "B", ["«A» bağlantısının devamı yok", "«B» bağlantısına gelen ok yok"]),
      ("", "", ["Bağlantı olayının adı yok", "Bağlantı olayının adı yok"]),
    ] as [(String, String, [String])])
  func linkEventsHavePartners(from: String, to: String, expected: [String]) throws {
    let found = try findings(
      "<startEvent id=\"b\" name=\"Geldi\"/>" + Self.link("l", "intermediateThrowEvent", from)
        + Self.link("m", "intermediateCatchEvent", to)
          + """
          <endEvent id="s" name="Bitti"/><sequenceFlow id="f" sourceRef="b" targetRef="l"/>
          <sequenceFlow id="g" sourceRef="m" targetRef="s"/>
          """)
    #expect(found.filter { $0.rule == "A16" }.map(\.text.turkish) == expected)
    // A paired link is a way like any other.
    #expect(found.contains { ["A2", "A3", "A4"].contains($0.rule) } == !(from == "A" && to == "A"))
  }
}

/// Connectors between printed pages.
@Suite struct PageConnectorTests {
  private func pages(_ code: String) throws -> (WorkProcess, [ChartSheet]) {
    let layout = try #require(Shipped.layouts[code])
    return (try Shipped.process(code), ChartSheet.pages(of: layout, room: 500))
  }

  @Test(arguments: ["SAT-01", "RUH-01", "TŞN-02"]) func pagesAsCutHaveNoFinding(code: String) throws {
    let (process, pages) = try pages(code)
    #expect(!ChartSheet.connectors(of: pages).isEmpty)
    #expect(try #require(CheckTests.checks).findings(process, on: pages).isEmpty)
  }

  /// Each connector taken away, renamed, or sent to another page is found.
  @Test(arguments: ["SAT-01", "RUH-01", "TŞN-02"]) func everyBrokenConnectorIsFound(code: String) throws {
    let (process, pages) = try pages(code)
    let checks = try #require(CheckTests.checks)
    func expect(_ what: String, _ change: (inout ChartSheet, Int) -> Void) {
      for page in pages.indices {
        for at in pages[page].connectors.indices {
          var broken = pages
          change(&broken[page], at)
          let found = checks.findings(process, on: broken)
          #expect(
            !found.isEmpty && found.allSatisfy { $0.rule == "A16" && $0.level == .error }, "\(what) \(page) \(at)")
        }
      }
    }
    expect("gone") { $0.connectors.remove(at: $1) }
    expect("renamed") { $0.connectors[$1].letter = "ŞŞ" }
    expect("twice") { $0.connectors.append($0.connectors[$1]) }
    expect("elsewhere") { $0.connectors[$1].otherPage += 7 }
    expect("turned") { $0.connectors[$1].leaves.toggle() }
  }

  @Test func whatIsSaidOfPages() throws {
    let connector = ChartSheet.Connector(letter: "A", point: Point(0, 0), leaves: true, otherPage: 2, edge: .last)
    var partner = connector
    (partner.leaves, partner.otherPage) = (false, 1)
    func page(_ number: Int, _ connectors: [ChartSheet.Connector]) -> ChartSheet {
      ChartSheet(number: number, start: 0, end: 1, top: 0, bottom: 1, connectors: connectors)
    }
    func texts(_ pages: [ChartSheet]) throws -> [String] {
      try #require(CheckTests.checks).findings(Shipped.process("SAT-01"), on: pages).map(\.text.turkish)
    }
    #expect(try texts([page(1, [connector]), page(2, [partner])]) == [])
    #expect(try texts([page(1, [connector]), page(2, [])]) == ["«A» bağlantısının devamı yok"])
    #expect(try texts([page(1, []), page(2, [partner])]) == ["«A» bağlantısına gelen ok yok"])
    #expect(
      try texts([page(1, [connector]), page(3, [partner])])
        == ["«A» bağlantısı 1. sayfadan 2. sayfaya gönderiyor, eşi 3. sayfada"])
  }
}
