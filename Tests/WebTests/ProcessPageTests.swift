import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Pages of the processes", .serialized)
struct ProcessPageTests {
  let site: Site

  init() throws {
    site = try Site()
    try site.setUp()
  }

  /// Adopts the incoming mail of the catalogue; returns its address.
  private func adopted() throws -> String {
    let answer = try site.post("/processes/adoptions", [("catalogue", "YAZ-02"), ("unit", "MH")])
    return try #require(answer.header("Location")?.split(separator: "?").first).description
  }

  /// Fields of rows of the editor: name, kind, next.
  private func rows(_ rows: [(String, String, String)]) -> [(String, String)] {
    rows.enumerated().flatMap { at, row in
      [
        ("step-id", ""), ("step-no", String(at + 1)), ("step-name", row.0), ("step-kind", row.1),
        ("step-role", "Masa"), ("step-next", row.2), ("step-documents", ""), ("step-system", ""),
        ("step-duration", ""), ("step-action", ""), ("step-flag", ""), ("step-calls", ""), ("step-risks", ""),
        ("step-controls", ""),
      ]
    }
  }

  @Test func emptyRoomNamesTheNextStep() throws {
    let site = try Site(sample: false)
    try site.setUp()
    let page = site.get("/processes")
    #expect(page.status == 200 && page.text.contains("Henüz süreç yok") && page.text.contains("Süreç ekle"))
    #expect(site.get("/processes/duties").text.contains("Yürürlükte şema yok"))
    #expect(site.get("/services").text.contains("Henüz hizmet yok"))
  }

  @Test func adoptedProcessShowsItsChart() throws {
    let address = try adopted()
    let page = site.get(address).text
    #expect(page.contains("Giden evrak") && page.contains("<svg") && page.contains("id=\"step-k1\""))
    #expect(page.contains("Taslak") && page.contains("İncelemeye gönder"))
    #expect(site.get("/processes").text.contains(address))
    #expect(site.get("/processes?q=yokboyle").text.contains("Süzgeçleri temizle"))
    #expect(site.get("/processes/adoptions").text.contains("alındı:"))
    for rest in ["/chart", "/chart?paper=a4", "/chart?way=vertical&paper=a3", "/versions", "/edit", "/retirement"] {
      #expect(site.get(address + rest).status == 200, "\(rest)")
    }
    #expect(site.get(address + "/versions/approval").status == 403)
    #expect(site.get(address + "/chart?version=9").status == 404)
  }

  @Test func cardIsAddedAndEdited() throws {
    #expect(try site.post("/processes", [("unit", "MH")]).status == 422)
    let made = try site.post(
      "/processes", [("unit", "MH"), ("name", "Tahsilat <b>"), ("class", "support"), ("inputs", "Beyan\nMakbuz")])
    let address = try #require(made.header("Location")?.split(separator: "?").first).description
    let page = site.get(address).text
    #expect(page.contains("Tahsilat &lt;b&gt;") && page.contains("Beyan\nMakbuz") && page.contains("Şemayı düzenle"))
    let stale = try site.post(address, [("unit", "MH"), ("name", "Başka"), ("version", "9")])
    #expect(stale.status == 409)
    #expect(try site.post(address + "/retirement", [("reason", "Bitti"), ("version", "1")]).status == 303)
    #expect(site.get(address).text.contains("Bu süreç kapatıldı"))
  }

  @Test func editorWorksWithoutItsScript() throws {
    let address = try adopted()
    #expect(site.get(address + "/chart/edit").text.contains("name=\"step-name\""))
    let form = rows([
      ("Talep geldi", "başla", ""), ("Uygun mu?", "karar", "Evet → 3; Hayır → 1"), ("Bitti", "bitir", ""),
    ])
    let shown = try site.post(address + "/chart", form + [("do", "add:0"), ("version", "1")])
    #expect(shown.status == 200 && shown.text.contains("value=\"1a\"") && shown.text.contains("<svg"))
    // What cannot be read is said and kept, nothing is stored.
    let broken = try site.post(
      address + "/chart",
      rows([("Talep", "başla", "Evet → 77"), ("Bitti", "bitir", "")]) + [("do", "save"), ("version", "1")])
    #expect(broken.status == 422 && broken.text.contains("77 adımı yok") && broken.text.contains("Evet → 77"))
    let saved = try site.post(address + "/chart", form + [("do", "save"), ("note", "İlk"), ("version", "1")])
    #expect(saved.status == 303)
    #expect(site.get(address).text.contains("Talep geldi"))
    let stale = try site.post(address + "/chart", form + [("do", "save"), ("version", "1")])
    #expect(stale.status == 409 && stale.text.contains("step-name"))
  }

  /// Two draw at once: the second sees step by step what differs and takes over what the first did.
  @Test func stepsSavedMeanwhileAreTakenOver() throws {
    let address = try adopted()
    let ends = [("Talep geldi", "başla", ""), ("Kayıt yapılması", "işlem", ""), ("Bitti", "bitir", "")]
    let first = rows(ends) + [("do", "save"), ("version", "1")]
    #expect(try site.post(address + "/chart", first).status == 303)
    let ids = site.get(address + "/chart/edit").text.matches(of: #/name="step-id" value="([^"]*)"/#).map {
      String($0.1)
    }
    try #require(ids.count >= 3)
    func with(_ rows: [(String, String)]) -> [(String, String)] {
      var left = ids.prefix(3).makeIterator()
      return rows.map { $0.0 == "step-id" ? ("step-id", left.next() ?? "") : $0 }
    }
    var theirs = ends
    theirs[1].0 = "Kaydın deftere yapılması"
    #expect(try site.post(address + "/chart", with(rows(theirs)) + [("do", "save"), ("version", "2")]).status == 303)
    var mine = ends
    mine[2].0 = "Dosyaya kaldırıldı"
    let stale = try site.post(address + "/chart", with(rows(mine)) + [("do", "save"), ("version", "2")])
    #expect(stale.status == 409 && stale.text.count(of: "name=\"take\"") == 2)
    #expect(stale.text.contains("Adım 2 «Kayıt yapılması»: Ad") && stale.text.contains("Kaydın deftere yapılması"))
    let merge = with(rows(mine)) + [("do", "merge"), ("take", ids[1]), ("version", "3")]
    let editor = try site.post(address + "/chart", merge)
    #expect(editor.status == 200 && editor.text.contains("name=\"version\" value=\"3\""))
    for name in ["Kaydın deftere yapılması", "Dosyaya kaldırıldı"] {
      #expect(editor.text.contains("value=\"\(name)\""))
    }
    // Nothing is stored before it is saved.
    #expect(!site.get(address).text.contains("Dosyaya kaldırıldı"))
  }

  @Test func previewAnswersPartsAndStoresNothing() throws {
    let address = try adopted()
    let form = rows([("Talep geldi", "başla", ""), ("Uygun mu?", "karar", ""), ("Bitti", "bitir", "")])
    let answer = try site.post(address + "/chart/preview", form + [("do", "refresh")])
    #expect(answer.status == 200 && !answer.text.contains("<html") && answer.text.contains("data-part=\"picture\""))
    #expect(answer.text.contains("A6") && answer.text.contains("data-row=\"1\""))
    let pasted = try site.post(
      address + "/chart/preview",
      form + [("do", "paste"), ("paste", "Adım\tSorumlu\nKayıt\tŞef\nArşiv\tMasa"), ("paste-row", "1")])
    #expect(pasted.text.contains("value=\"Kayıt\"") && pasted.text.contains("data-part=\"rows\""))
    #expect(site.get(address).text.contains("Giden evrak"))
    #expect(!site.get(address).text.contains("Talep geldi"))
  }

  @Test func whatIsTooMuchIsRefusedAndNothingTypedIsLost() throws {
    let address = try adopted()
    let form = rows([("Talep geldi", "başla", ""), ("Bitti", "bitir", "")])
    let table = "Adım\tSorumlu\n" + String(repeating: "Kayıt\tŞef\n", count: 10_000)
    let paste = form + [("do", "paste"), ("paste", table), ("paste-row", "1")]
    let answer = try site.post(address + "/chart/preview", paste)
    #expect(answer.status == 200 && answer.text.contains("En çok 400 adım"))
    #expect(answer.text.contains("data-part=\"status\"") && !answer.text.contains("data-part=\"rows\""))
    let plain = try site.post(address + "/chart", paste + [("version", "1")])
    #expect(plain.text.contains("En çok 400 adım") && plain.text.contains("Talep geldi"))
    #expect(plain.text.count(of: "name=\"step-name\"") == 3)
    let most = rows((0..<401).map { ("Adım \($0)", "", "") })
    let saved = try site.post(address + "/chart", most + [("do", "save"), ("version", "1")])
    #expect(saved.status == 422 && saved.text.contains("Adım 400"))
  }

  @Test func aDraftCanBeGivenUpAndFindingsLeadToTheirStep() throws {
    let address = try adopted()
    #expect(site.get(address).text.contains("/versions/withdrawal"))
    let decision = site.get("/processes/SAT-01/versions/submission").text
    #expect(decision.contains("/processes/SAT-01/chart?version=2#step-"))
    #expect(decision.contains("<svg") && decision.contains("Stokta bulunup"))
    #expect(site.get("/processes/YAZ-03").text.contains("/versions/withdrawal") == false)
  }

  @Test func newProcessesAreCodedLikeTheirSiblings() throws {
    let form = site.get("/processes/new?parent=SAT").text
    #expect(form.contains("placeholder=\"SAT-03\""))
    let made = try site.post("/processes", [("unit", "DSA"), ("parent", "SAT"), ("name", "Yeni")])
    #expect(made.header("Location")?.hasPrefix("/processes/SAT-03") == true)
  }

  @Test func aRiskThatNamesAProcessAndTheProcessKnowEachOther() throws {
    let form = site.get("/risks/MH.RA.0002/edit")
    #expect(form.text.contains("list=\"processes\"") && form.text.contains("MAL-01 Ödeme emri"))
    let risk = try site.app.risk("MH.RA.0002", by: .machineOperator).row.risk
    var details = risk.details
    details.process = "mal-01 ödeme işleri"
    _ = try site.app.editRisk("MH.RA.0002", details, version: risk.version, by: .machineOperator)
    #expect(site.get("/risks/MH.RA.0002").text.contains("href=\"/processes/MAL-01\">mal-01 ödeme işleri"))
    #expect(site.get("/processes/MAL-01").text.contains("adıma bağlanmamış riskler (1)"))
    _ = try site.app.linkRisk("MAL-01", step: "1", reference: "MH.RA.0002", by: .machineOperator)
    #expect(!site.get("/processes/MAL-01").text.contains("adıma bağlanmamış riskler"))
    details.process = ""
    _ = try site.app.editRisk("MH.RA.0002", details, version: risk.version + 1, by: .machineOperator)
    #expect(site.get("/risks/MH.RA.0002").text.contains("href=\"/processes/MAL-01\">MAL-01 Ödeme"))
  }

  @Test func errorsKeepADraftFromReview() throws {
    let address = try adopted()
    let refused = try site.post(address + "/versions/submission", [("version", "1")])
    #expect(refused.status == 409 && refused.text.contains("doküman numarası"))
    #expect(try site.post(address + "/versions/withdrawal", [("version", "1")]).status == 303)
    #expect(site.get(address).text.contains("Vazgeçildi"))
  }

  @Test func risksAreLinkedToStepsBothWays() throws {
    let address = try adopted()
    #expect(try site.post(address + "/links", [("step", ""), ("reference", "MH.RA.0001")]).status == 422)
    #expect(try site.post(address + "/links", [("step", "k1"), ("reference", "YOK")]).status == 422)
    #expect(try site.post(address + "/links", [("step", "7 R1"), ("reference", "MH.RA.0001")]).status == 303)
    let page = site.get(address).text
    #expect(page.contains("/risks/MH.RA.0001"))
    #expect(site.get("/risks/MH.RA.0001").text.contains(address + "#step-7"))
    let id = try #require(page.firstMatch(of: /links\/(\d+)\/end/)?.1)
    #expect(try site.post(address + "/links/\(id)/end", []).status == 303)
    #expect(!site.get(address).text.contains("/risks/MH.RA.0001"))
  }

  @Test func overviewsPapersAndFilesAreThere() throws {
    for address in [
      "/processes/coverage", "/services", "/processes/duties", "/processes/duties?role=Raport%C3%B6r",
      "/processes/SAT-01/differences", "/processes/SAT-01/differences?from=1&to=2", "/processes/SAT-01/papers",
      "/processes/SAT-01/papers?form=steps", "/processes/SAT-01/papers?form=card&version=2",
      "/processes/SAT-01/papers?form=lanes", "/processes/SAT-01/papers?form=procedure",
      "/processes/MAL-04", "/processes/MAL-04/papers", "/processes/SAT-01?as-of=2024-01-01",
      "/heat-map?process=SAT", "/risks?process=SAT-01",
    ] {
      let status = site.get(address).status
      #expect(status == (address.contains("as-of") ? 404 : 200), "\(address)")
    }
    #expect(site.get("/processes/SAT-01/differences").text.contains("1 adım eklendi"))
    for ending in ["svg", "bpmn", "xlsx", "csv", "mmd", "txt"] {
      let file = site.get("/processes/YAZ-02/chart/chart.\(ending)")
      #expect(file.status == 200 && file.header("Content-Disposition")?.contains("YAZ-02") == true, "\(ending)")
    }
    #expect(site.get("/processes/YAZ-02/chart/chart.exe").status == 404)
  }

  /// From the list of risks without a process to the form that links one of them.
  @Test func riskWithoutProcessIsLinked() throws {
    let coverage = site.get("/processes/coverage").text
    #expect(coverage.contains("href=\"/processes/linking?risk=MH.RA.0002\"") && coverage.contains("Sürece bağla"))
    let page = site.get("/processes/linking?risk=MH.RA.0002")
    #expect(page.status == 200 && page.text.contains("href=\"/processes/MAL-01?risk=MH.RA.0002#links\""))
    // Its own unit's processes come first.
    let (own, other) = (page.text.range(of: "/processes/MAL-01?"), page.text.range(of: "/processes/YAZ-01?"))
    #expect(try #require(own).lowerBound < #require(other).lowerBound)
    #expect(site.get("/processes/MAL-01?risk=MH.RA.0002").text.contains("value=\"MH.RA.0002\""))
    #expect(site.get("/risks/MH.RA.0002").text.contains("/processes/linking?risk=MH.RA.0002"))
    #expect(site.get("/processes/linking?risk=YOK").status == 404)
    _ = try site.post(
      "/processes/MAL-01/links", [("step", "1"), ("reference", "MH.RA.0002"), ("control", "")])
    #expect(!site.get("/processes/coverage").text.contains("linking?risk=MH.RA.0002"))
  }

  /// Papers show the levels of linked risks; the paper of a draft is not mistaken for the one in force.
  @Test func papersShowLevelsAndDrafts() {
    #expect(site.get("/processes/SAT-01/papers").text.contains("◑\u{A0}Orta"))
    #expect(!site.get("/processes/SAT-01/papers?form=steps").text.contains("form-state"))
    #expect(site.get("/processes/SAT-01/papers?form=steps&version=2").text.contains("form-state\">Taslak"))
  }

  /// Processes made of parts are not counted among those without a chart, here as on the page of coverage.
  @Test func processesOfPartsNeedNoChart() {
    let page = site.get("/processes?state=without").text
    #expect(page.contains("href=\"/processes/MAL-04\"") && !page.contains("href=\"/processes/MAL\""))
  }

  @Test func chartsComeFromFiles() throws {
    let text = Array("b) (başla) Talep @Masa\n1) Kayıt @Masa\ns) (bitir) Bitti @Masa\n".utf8)
    #expect(try site.post("/processes/MAL-04/chart/import", []).status == 422)
    let done = try site.post("/processes/MAL-04/chart/import", [], file: ("akış.txt", text))
    #expect(done.status == 200 && done.text.contains("Şema taslağa alındı"))
    #expect(site.get("/processes/MAL-04").text.contains("Kayıt"))
    let refused = try site.post("/processes/MAL-04/chart/import", [], file: ("akış.exe", text))
    #expect(refused.status == 422)
  }

  @Test func whatAFileKeepsIsShown() throws {
    let text = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p">
        <startEvent id="b"/><inclusiveGateway id="k" name="Gerekenler"/><sequenceFlow id="f" sourceRef="b" targetRef="k"/>
        <boundaryEvent id="e" name="Süre &lt;doldu&gt;" attachedToRef="k"/></process></definitions>
      """
    let before = site.get("/processes/MAL-04").text
    #expect(!before.contains("salt okunur"))
    #expect(try site.post("/processes/MAL-04/chart/import", [], file: ("akış.bpmn", Array(text.utf8))).status == 200)
    for address in ["/processes/MAL-04", "/processes/MAL-04/chart"] {
      let page = site.get(address).text
      #expect(page.contains("Dosyadan gelen salt okunur öğeler (2)") && page.contains("Kapsayıcı geçit"), "\(address)")
      #expect(page.contains("Süre &lt;doldu&gt;"))
    }
    #expect(site.get("/processes/MAL-04/chart/chart.new.bpmn").text.contains("Step_k"))
    #expect(site.get("/processes/MAL-04/chart/chart.bpmn").text == text)
  }
}

extension String {
  /// How often `text` occurs.
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
