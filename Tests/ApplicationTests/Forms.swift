import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceRegister

@testable import GuvenceApplication

/// A Risk Kayıt Formu as administrations fill it in: merged title, unit line, header, rows, signatures.
struct FormPage {
  static let headers = [
    "Sıra No", "Referans No", "Stratejik Hedef", "Birim / Alt Birim Hedefi", "Tespit Edilen Risk / Sebepler",
    "Riske Verilen Cevaplar: Mevcut Kontroller", "Etki", "Olasılık", "Risk Puanı (R)", "Değişim (Riskin Yönü)",
    "Riske Verilen Cevaplar: Yeni / Ek / Kaldırılan Kontroller", "Başlangıç Tarihi", "Riskin Sahibi", "Açıklama",
  ]

  /// One row of the form.
  struct Line {
    var reference: String
    var statement: String
    var controls = "Kontrol etmek: iki imza"
    var impact: OutputCell
    var likelihood: OutputCell
    var score: OutputCell = .blank
    var change = "Yeni"
    var started: OutputCell = .day(day("2026-01-15"))

    init(_ reference: String, _ statement: String, likelihood: Int? = nil, impact: Int? = nil, score: Int? = nil) {
      (self.reference, self.statement) = (reference, statement)
      self.impact = impact.map { .integer($0) } ?? .blank
      self.likelihood = likelihood.map { .integer($0) } ?? .blank
      self.score = score.map { .integer($0) } ?? .blank
    }

    func cells(_ number: Int) -> [OutputCell] {
      [
        .integer(number), .text(reference), .text("H1.1"), .text("Hedef"), .text(statement), .text(controls), impact,
        likelihood, score, .text(change), .text("Yeni kontrol"), started, .text("Müdür"), .text("Not"),
      ]
    }
  }

  let unit: String
  var lines: [Line]
}

extension Town {
  /// Writes a workbook of such forms, a sheet each, and returns its path.
  func workbook(_ pages: [FormPage]) throws -> String {
    let path = folder.fresh("xlsx")
    let writer = try XLSXWriter(path: path)
    for page in pages {
      let sheet = writer.addSheet(page.unit)
      try sheet.writeMerged("T.C. ÖRNEK BELEDİYESİ RİSK KAYIT FORMU", width: FormPage.headers.count)
      try sheet.write([.text("Birim"), .text(page.unit)])
      sheet.skipRow()
      try sheet.write(FormPage.headers.map { .text($0) }, style: .header)
      for (index, line) in page.lines.enumerated() { try sheet.write(line.cells(index + 1)) }
      sheet.skipRow()
      try sheet.write([.blank, .text("Hazırlayan"), .blank, .text("Onaylayan")])
      try sheet.write([.blank, .text("Ad Soyad"), .blank, .text("Ad Soyad")])
    }
    try writer.close()
    return path
  }

  /// Writes a text file and returns its path.
  func file(_ text: String, _ ending: String = "csv") throws -> String {
    let path = folder.fresh(ending)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// A dry run.
  func preview(
    _ path: String, _ options: ImportOptions = ImportOptions(), by actor: Actor = .machineOperator
  ) throws -> ImportPreview {
    try app.previewImport(
      file: path, name: "kayit." + (path.split(separator: ".").last ?? ""), options: options, by: actor)
  }

  /// Dry run and confirmation.
  @discardableResult
  func bringIn(
    _ path: String, _ options: ImportOptions = ImportOptions(), by actor: Actor = .machineOperator
  ) throws -> ImportResult {
    let preview = try preview(path, options, by: actor)
    return try app.confirmImport(run: preview.runID, options: preview.options, by: actor)
  }
}

extension Diagnostic {
  /// Code and place in short: `score-differs Sayfa!I5`, `half-pair 3:2`.
  var short: String {
    switch place {
    case .cell(_, let sheet, let cell): "\(code) \(sheet)!\(cell)"
    case .text(_, let line, let column): "\(code) \(line):\(column)"
    case .file: code
    }
  }
}
