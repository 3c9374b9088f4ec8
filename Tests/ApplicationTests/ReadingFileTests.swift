import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import Testing

@Suite("Readings in CSV files")
struct ReadingFileTests {
  let office: GaugeOffice

  init() throws { office = try GaugeOffice() }

  private func series() throws -> [String] {
    try office.app.indicator(office.code, by: .machineOperator).line.series.map { "\($0.period) \($0.value)" }
  }

  @Test(arguments: [
    "Kod;Tarih;Değer;Not\nMH.G.0001;31.08.2026;1.234,5;ilk\nMH.G.0001;30 Eylül 2026;7;\n",
    "kod,dönem,DEĞER\nMH.G.0001,2026-08,\"1.234,5\"\nMH.G.0001,2026-09,7\n",
    "\u{FEFF}GÖSTERGE KODU\tÖlçüm tarihi\tölçüm\r\nMH.G.0001\t31/08/2026\t1234,50\r\nMH.G.0001\t2026-09-30\t7,0\r\n",
  ]) func turkishFilesAreRead(text: String) throws {
    let result = try office.load(text)
    #expect(result.problems == [] && result.created == 2 && !result.isTrial)
    #expect(try series() == ["2026-08 1234.5", "2026-09 7"])
  }

  @Test func aTrialSaysTheSameAndWritesNothing() throws {
    let text = "Kod;Dönem;Değer\nMH.G.0001;2026-09;7\nMH.G.0001;2026-10;70\n"
    let head = try office.app.journalHead()
    let trial = try office.load(text, isTrial: true)
    #expect(trial.isTrial && trial.created == 2 && !trial.hasErrors)
    #expect(try office.app.journalHead() == head)
    #expect(try office.load(text).created == 2)
    #expect(try office.reviews().count == 1)
  }

  @Test func oneBadLineStopsAllAndEveryProblemIsNamedByLine() throws {
    let result = try office.load(
      """
      Kod;Tarih;Değer
      MH.G.0001;30.09.2026;7
      YOK.G.0001;30.09.2026;7
      MH.G.0001;31.02.2026;7
      MH.G.0001;31.10.2026;yedi
      MH.G.0001;15.09.2026;8
      MH.G.0001;01.01.2030;8
      """)
    #expect(result.isTrial && result.hasErrors)
    #expect(
      result.problems.map(\.placeText)
        == [
          "olcum.csv:3:1", "olcum.csv:4:2", "olcum.csv:5:3", "olcum.csv:6:2", "olcum.csv:7:2",
        ])
    #expect(try series() == [])
  }

  @Test func findingsAreSaidInBothLanguagesAndAnEmptyPeriodIsNotToday() throws {
    _ = try office.load("Kod;Dönem;Değer\nMH.G.0001;2026-09;7\n")
    let result = try office.load(
      "Kod;Dönem;Değer\nMH.G.0001;;7\nYOK.G.0001;2026-10;7\nMH.G.0001;2026-13;7\nMH.G.0001;2026-09;8\n")
    #expect(result.problems.map(\.placeText) == ["olcum.csv:2:2", "olcum.csv:3:1", "olcum.csv:4:2", "olcum.csv:5:2"])
    #expect(
      result.problems.map(\.text.english).prefix(2) == [
        "The period or day is empty", "There is no indicator «YOK.G.0001»",
      ])
    // Only where the period has a reading would a reason help.
    #expect(result.problems.map(\.advice.turkish.isEmpty) == [true, true, true, false])
    #expect(result.problems.allSatisfy { $0.rendered(in: .english) != $0.rendered })
    #expect(try series() == ["2026-09 7"])
  }

  @Test func missingColumnsAndEmptyFilesAreNamed() throws {
    #expect(try office.load("Kod;Not\nMH.G.0001;x\n").problems.map(\.code) == ["missing-column", "missing-column"])
    #expect(try office.load("").problems.map(\.code) == ["empty-file"])
  }

  @Test func repeatedLinesChangeNothingAndReasonsCorrect() throws {
    _ = try office.load("Kod;Dönem;Değer\nMH.G.0001;2026-09;7\n")
    let again = try office.load("Kod;Dönem;Değer\nMH.G.0001;2026-09;7,00\n")
    #expect((again.unchanged, again.created) == (1, 0))
    #expect(try office.load("Kod;Dönem;Değer\nMH.G.0001;2026-09;8\n").hasErrors)
    let fixed = try office.load("Kod;Dönem;Değer;Gerekçe\nMH.G.0001;2026-09;8;Eksik sayılmış\n")
    #expect(fixed.corrected == 1 && !fixed.hasErrors)
    #expect(try series() == ["2026-09 8"])
  }

  @Test func importingHistoryOpensOneReviewForTheNewestOnly() throws {
    let rows = (1...9).map { "MH.G.0001;2026-0\($0);\($0 + 20)" }.joined(separator: "\n")
    #expect(try office.load("Kod;Dönem;Değer\n\(rows)\n").created == 9)
    #expect(try office.reviews().count == 1)
  }

  @Test func exportComesBackUnchanged() throws {
    _ = try office.record("2026-09", "7,25")
    _ = try office.record("2026-10", "-3")
    let bytes = try office.app.exportReadings(IndicatorQuery(), by: .machineOperator)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("MH.G.0001;Geciken dosya;MH;30.09.2026;2026-09;7,25;adet;Dikkat"))
    let result = try office.load(text)
    #expect((result.unchanged, result.created, result.problems) == (2, 0, []))
  }
}
