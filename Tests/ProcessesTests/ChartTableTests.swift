import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct ChartTableTests {
  static let separation: SeparationOfDuties? =
    (try? DataLocator.locate()).flatMap { try? SeparationOfDuties.load(dataFolder: $0) }

  private func chart(_ outline: String) -> Chart { OutlineReader.read(outline, file: "x").process.chart }

  private func process(_ chart: Chart) -> WorkProcess {
    WorkProcess(card: ProcessCard(code: "X-01", name: Localized("Deneme", "Trial")), chart: chart)
  }

  @Test(arguments: Shipped.processes) func everyRowFillsItsColumns(process: WorkProcess) throws {
    let rules = try #require(ChartTableTests.separation)
    for language in Language.allCases {
      let tables = ChartTables(process, language).all(rules)
      #expect(Set(tables.map(\.id)).count == tables.count)
      for table in tables {
        for row in table.rows { #expect(row.count == table.columns.count, "\(table.id)") }
        for text in table.columns + [table.title] { #expect(!text.turkish.isEmpty && !text.english.isEmpty) }
      }
    }
  }

  /// Each risk, control, document and sensitive duty of the chart is in its table.
  @Test(arguments: Shipped.processes) func nothingIsLost(process: WorkProcess) {
    let tables = ChartTables(process)
    #expect(Set(tables.riskControl.rows.map { $0[0] }).subtracting([""]) == Set(process.chart.risks.map(\.id)))
    #expect(Set(tables.riskControl.rows.map { $0[6] }).subtracting([""]) == Set(process.chart.controls.map(\.id)))
    #expect(tables.documents.rows.map { $0[1] } == process.chart.documents)
    #expect(tables.sensitiveDuties.rows.count == process.chart.steps.count { $0.isSensitive })
    let uses = process.chart.steps.flatMap { step in step.documents.map { "\(step.name) \($0)" } }
    let told = tables.documentFlow.rows.flatMap { row in
      (row[3] + "; " + row[4]).split(separator: "; ").map { "\(row[1]) \($0)" }
    }
    #expect(Set(uses) == Set(told))
  }

  /// A sensitive duty stands with the risks it carries and those it controls, and with what is done about them.
  @Test func sensitiveDutiesNameTheirRisks() throws {
    let rows = ChartTables(try Shipped.process("SAT-01")).sensitiveDuties.rows
    #expect(rows.map { $0[1].prefix(3) } == ["7. ", "15.", "24."])
    #expect(rows[0][2] == "Harcama Yetkilisi" && rows[0][3].hasPrefix("R2 Aynı firmalardan"))
    #expect(rows[0][5].hasPrefix("C2 ") && !rows[0][5].contains("C1"))
    #expect(rows[1][3].hasPrefix("R3 Yasaklı") && rows[1][5].hasPrefix("C3 "))
  }

  /// Levels of the register stand in the tables, the highest of a duty's risks beside the duty.
  @Test func levelsOfTheRegisterAreShown() throws {
    var tables = ChartTables(try Shipped.process("SAT-01"))
    tables.levels = [
      "R1": .init(name: "Düşük", rank: 2), "R2": .init(name: "Orta", rank: 3), "R3": .init(name: "Yüksek", rank: 4),
    ]
    let matrix = tables.riskControl.rows
    #expect(matrix.first { $0[0] == "R1" }?[5] == "Düşük" && matrix.first { $0[0] == "R4" }?[5] == "")
    #expect(matrix.first { $0[0] == "R1" }?[1].hasPrefix("9. Tutar") == true)
    #expect(tables.sensitiveDuties.rows.map { $0[4] } == ["Orta", "Yüksek", ""])
  }

  /// Every task falls to exactly one role.
  @Test func jobDescriptionsShareOutTheWork() {
    let roles = ChartTables.roles(in: Shipped.processes)
    let rows = roles.flatMap { ChartTables.jobDescription($0, in: Shipped.processes, .turkish).rows }
    let steps = Shipped.processes.flatMap { $0.chart.steps.filter { !$0.kind.isEvent } }
    #expect(rows.count == steps.count)
    #expect(roles == roles.sorted(by: TurkishText.precedes))
  }

  @Test func authorityMarks() {
    let process = process(
      chart(
        """
        b) (başla) Talep geldi @Masa
        1) Kayıt yapılması #1 @Masa
        2) Denetim #2 @Şef {K}
        3) Onay #3 @Müdür {O}
        s) (bitir) Bitti @Masa
        """))
    let table = ChartTables(process).authority
    #expect(table.columns.map(\.turkish) == ["No", "Adım", "Masa", "Şef", "Müdür"])
    #expect(
      table.rows == [
        ["1", "Kayıt yapılması", "Y", "", ""], ["2", "Denetim", "", "K", ""], ["3", "Onay", "", "", "O"],
      ])
  }

  @Test func incompatibleDutiesAreFound() throws {
    let rules = try #require(ChartTableTests.separation)
    let outline = """
      b) (başla) Talep geldi @Masa
      1) Denetim #1 @Şef {K}
      2) Onay #2 @Şef {O}
      3) Ödeme yapılması #3 @Müdür {O, dönülmez}
      s) (bitir) Bitti @Masa
      """
    let conflicts = rules.conflicts(chart(outline))
    #expect(conflicts.map(\.role) == ["Şef"])
    #expect(conflicts.first?.pair.first == .control && conflicts.first?.pair.second == .approve)
    #expect(conflicts.first?.first == ["1"] && conflicts.first?.second == ["2"])
    let row = ChartTables(process(chart(outline))).separation(rules).rows[1]
    #expect(row[0] == "Şef" && row[1] == "1" && row[4] == "2" && row[6] == "K + O")
  }

  @Test func everyPairHasItsReason() throws {
    let rules = try #require(ChartTableTests.separation)
    for pair in rules.pairs { #expect(!pair.reason.turkish.isEmpty && !pair.reason.english.isEmpty) }
    #expect(Set(rules.pairs.map { Set([$0.first, $0.second]) }).count == rules.pairs.count)
  }

  @Test func durationsAddUp() {
    let outline = """
      b) (başla) Talep geldi @A
      1) Kayıt yapılması #1 @A ~2 saat
      k) Uygun mu? #2 @A
        Evet -> 3
        Hayır -> 4
        Düzelt -> 1
      3) İnceleme #3 @B ~1 workday
        -> s
      4) İade edilmesi #4 @A ~3 saat
      5) Yazı yazılması #5 @A
      s) (bitir) Bitti @A
      """
    let process = process(chart(outline))
    let duration = ChartDuration(process)
    #expect(duration.total == 13 * 60)
    #expect(duration.critical == 10 * 60 && duration.rework == 2 * 60)
    #expect(duration.path == ["b", "1", "k", "3", "s"])
    #expect(duration.missing == ["5"])
    #expect(ChartDuration.text(minutes: 13 * 60 + 5, .turkish) == "1 iş günü 5 saat 5 dakika")
    let table = ChartTables(process).durations
    #expect(table.rows.map { $0[4] } == ["evet", "evet", "", "", "", ""])
    #expect(table.note?.turkish.hasSuffix("Süresi yazılmamış adımlar: 5.") == true)
  }

  @Test(arguments: 0..<20) func longestWayIsAWay(seed: UInt64) {
    var chart = RandomChart.make(seed: seed)
    for at in chart.steps.indices where at % 3 == 0 { chart.steps[at].duration = StepDuration(at + 1, .hour) }
    let duration = ChartDuration(process(chart))
    let minutes = duration.path.compactMap { chart.step($0)?.duration?.minutes }.reduce(0, +)
    #expect(minutes == duration.critical && duration.critical <= duration.total)
    #expect(duration.path.last.flatMap(chart.step)?.kind == .end)
    for (from, to) in zip(duration.path, duration.path.dropFirst()) {
      #expect(chart.flows(from: from).contains { $0.target == to })
    }
  }

  @Test func documentsComeAndGo() {
    let outline = """
      b) (başla) Talep geldi @A
      1) Kayıt yapılması #1 @A [Dilekçe; Kayıt formu]
      2) Rapor yazılması #2 @B [Kayıt formu; İnceleme raporu]
      3) Onay #3 @C {O} [İnceleme raporu]
      s) (bitir) Bitti @A
      """
    var process = process(chart(outline))
    process.card.inputs = ["Dilekçe"]
    process.card.outputs = ["İnceleme raporu"]
    let tables = ChartTables(process)
    #expect(
      tables.documents.rows.map { Array($0[1...4]) } == [
        ["Dilekçe", "Dışarıdan gelir", "", "1"], ["Kayıt formu", "1", "A", "2"], ["İnceleme raporu", "2", "B", "3"],
      ])
    #expect(tables.documents.rows[2][6] == "Sürecin çıktısı")
    #expect(tables.reports.rows.map { Array($0[1...4]) } == [["İnceleme raporu", "B", "C", ""]])
  }

  @Test func tableIsMarkup() {
    let table = ChartTable(
      id: "x", title: Localized("Başlık", "Title"), columns: [Localized("A", "B")], rows: [["<b>"]],
      note: Localized("Not", "Note"))
    let text = String(decoding: table.node(.english).rendered(), as: UTF8.self)
    #expect(text.contains("<caption>Title</caption>") && text.contains("&lt;b>") || text.contains("&lt;b&gt;"))
  }
}
