import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import Testing

@testable import GuvenceApplication

/// What is wrong with a file is said by sheet and cell, all at once; what is wrong is not stored.
struct ImportProblemTests {
  @Test("A score or level that the rules do not give is named by sheet and cell, and kept beside the risk")
  func disagreement() throws {
    let town = try Town()
    let page = FormPage(
      unit: "Fen İşleri Müdürlüğü", lines: [.init("FEN.RA.0007", "İş kazası", likelihood: 3, impact: 5, score: 20)])
    let preview = try town.preview(town.workbook([page]))
    #expect(preview.problems.map(\.short) == ["score-differs Fen İşleri Müdürlüğü!I5"])
    #expect(preview.problems.map(\.severity) == [.warning] && preview.mayConfirm)
    try town.bringIn(town.workbook([page]))
    let stored = try town.page("FEN.RA.0007")
    #expect(stored.row.assessment?.inherent.score == 15 && stored.row.risk.details.declaredScore == 20)
    #expect(stored.findings.map(\.code).contains("declared-score-differs"))

    let text = "Referans No;Risk;Etki;Olasılık;Risk Puanı;Risk Düzeyi\nFEN.RA.0008;Kaza;5;5;25;Düşük\n"
    #expect(try town.preview(town.file(text)).problems.map(\.short) == ["level-differs 2:6"])
  }

  @Test("Every finding is said in English too, and a scored row without a risk is noted")
  func bothLanguages() throws {
    let town = try Town()
    let head = "Referans No;Risk;Etki;Olasılık;Artık Etki;Artık Olasılık;Başlangıç Tarihi;Riske Verilen Cevap"
    let rows = [
      ";;3;3;;;;", "FEN.RA.0011;Risk olur;2;2;3;3;;", "FEN.RA.0012;Risk olur;3;;;;31.02.2026;Bekletmek",
      "FEN.RA.0013;Risk olur;x;3;;;;",
    ]
    let preview = try town.preview(town.file(([head] + rows).joined(separator: "\n") + "\n"))
    #expect(preview.problems.count >= 5)
    for finding in preview.problems + preview.notes {
      #expect(finding.text.english != finding.text.turkish, "\(finding.code)")
      #expect(finding.advice.turkish.isEmpty || finding.advice.english != finding.advice.turkish, "\(finding.code)")
    }
    #expect(preview.notes.map(\.short).contains("row-without-risk 2:2"))
  }

  private static let faults: [(row: String, finding: String)] = [
    ("FEN.RA.0011;Risk olur;3;;15.01.2026;", "half-pair 2:4"),
    ("FEN.RA.0011;Risk olur;3;x;15.01.2026;", "not-a-number 2:4"),
    ("FEN.RA.0011;Risk olur;3;3;31.02.2026;", "not-a-day 2:5"),
    ("FEN.RA.0011;Risk olur;3;3;bugün;", "not-a-day 2:5"),
    ("FEN.RA.0011;Risk olur;3;3;;Bekletmek", "unknown-response 2:6"),
    ("FEN.RA.0011;;3;3;;", "empty-statement 2:2"),
    ("FEN.RA.0011;Risk olur;0;3;;", "bad-value 2:3"),
    ("FEN.RA.0011;Risk olur;3;-1;;", "out-of-range 2:4"),
    ("FEN.RA.0011;Risk olur;3;99999999999999999999;;", "out-of-range 2:4"),
  ]

  @Test("One wrong cell is named and keeps everything from being stored", arguments: faults)
  func wrongCell(row: String, finding: String) throws {
    let town = try Town()
    let head = "Referans No;Risk;Etki;Olasılık;Başlangıç Tarihi;Riske Verilen Cevap"
    let path = try town.file("\(head)\n\(row)\nHUK.RA.0044;Doğru satır;2;2;;Devretmek\n")
    let preview = try town.preview(path)
    #expect(preview.problems.filter { $0.severity == .error }.map(\.short) == [finding])
    #expect(!preview.mayConfirm)
    let (journal, rows) = (try town.app.journalHead(), try town.everything())
    #expect(throws: Diagnostics.self) {
      try town.app.confirmImport(run: preview.runID, options: preview.options, by: .machineOperator)
    }
    #expect(try town.everything() == rows)
    #expect(try town.app.journalHead() == journal)
    #expect(try town.app.importOptions(run: preview.runID, by: .machineOperator) == preview.options)
  }

  @Test("All problems of all sheets come at once, with the cell of each")
  func allAtOnce() throws {
    let town = try Town()
    var bad = FormPage.Line("FEN.RA.0021", "Kötü tarih", likelihood: 2, impact: 2)
    bad.started = .text("30 Şubat 2026")
    let half = FormPage.Line("HUK.RA.0021", "Yarım çift", impact: 2)
    let problems = try town.preview(
      town.workbook([
        FormPage(unit: "Fen İşleri Müdürlüğü", lines: [bad]), FormPage(unit: "Hukuk İşleri Müdürlüğü", lines: [half]),
      ])
    ).problems
    #expect(problems.map(\.short) == ["not-a-day Fen İşleri Müdürlüğü!L5", "half-pair Hukuk İşleri Müdürlüğü!H5"])
    #expect(problems.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test("A file without a register says so")
  func noRegister() throws {
    let town = try Town()
    #expect(try town.preview(town.file("Ad;Soyad\nAyşe;Örnek\n")).problems.map(\.code) == ["no-rows"])
    #expect(throws: ExchangeRefusal.self) { _ = try town.preview(town.file("PK\u{3}\u{4}bozuk", "xlsx")) }
  }

  @Test("A number as large as a machine word is a name like any other and does not stop the unit's counter")
  func hugeNumber() throws {
    let town = try Town()
    let path = try town.file("Referans No;Birim;Risk\nFEN.RA.9223372036854775807;Fen İşleri;Büyük sayı\n")
    #expect(try town.bringIn(path).created == 1)
    let details = RiskDetails(unitID: town.works.id, statement: "Sonraki")
    let next = try town.app.addRisk(details, assessment: nil, by: .machineOperator).reference
    #expect(next == "FEN.RA.0002")
  }

  @Test("A text longer than a form takes is named, not cut")
  func tooLong() throws {
    let town = try Town()
    let text = String(repeating: "uzun ", count: 1700)
    let path = try town.file("Referans No;Risk\nFEN.RA.0031;\(text)\n")
    #expect(try town.preview(path).problems.map(\.short) == ["too-long 2:2"])
  }

  @Test("A thousand rows under one number are told apart in reasonable time")
  func oneNumberForAll() throws {
    let town = try Town()
    let rows = (1...1000).map { "FEN.RA.0050;Satır \($0)" }.joined(separator: "\n")
    let preview = try town.preview(town.file("Referans No;Risk\n\(rows)\n"))
    #expect(Set(preview.rows.map(\.reference)).count == 1000)
    #expect(preview.rows.last?.reference == "FEN.RA.0050/1000")
  }

  @Test("A risk whose text is a column's name is a risk, not a header")
  func headerLikeRisk() throws {
    let town = try Town()
    let preview = try town.preview(town.file("Referans No;Risk\nFEN.RA.0060;Risk\nFEN.RA.0061;Riskler\n"))
    #expect(preview.rows.map(\.statement) == ["Risk", "Riskler"])
  }
}
