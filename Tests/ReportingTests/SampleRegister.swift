import GuvenceRegister
import GuvenceReporting
import GuvenceRules

extension Sample {
  static let finance = (code: "MH", name: "Mali Hizmetler Müdürlüğü")
  static let works = (code: "FİM", name: "Fen İşleri Müdürlüğü")
  static let zoning = (code: "İŞM", name: "İmar ve Şehircilik Müdürlüğü")

  /// Seven risks: one of each kind a report tells apart.
  static let register: [RegisterSnapshot.Entry] = [
    entry(
      1, works, "Bakımsız araçların arızalanması sonucunda hizmetin aksaması",
      current: assessment(1, (5, 4), (4, 4), on: "2026-08-01", review: "2026-11-01"),
      previous: assessment(1, (4, 3), (3, 3), on: "2026-05-01", review: "2026-08-01")
    ) { $0.controls = "Bakım takvimi; ikame araç" },
    entry(
      2, works, "Yolların zamanında onarılamaması",
      current: assessment(2, (3, 3), (2, 2), on: "2026-07-10", review: "2027-07-10"),
      previous: assessment(2, (4, 4), (4, 4), on: "2026-04-10", review: "2026-07-10")),
    entry(
      3, finance, "Tahakkuk eden gelirin süresinde tahsil edilememesi",
      current: assessment(3, (4, 4), nil, on: "2026-07-20", review: "2026-10-20"), isNew: true
    ) {
      $0.isKeyRisk = true
      $0.keyRiskReason = "Borç stoku"
    },
    entry(
      4, finance, "Ödeme emri eklerinin eksik olması",
      current: assessment(4, (3, 4), (3, 2), on: "2025-12-01", review: "2026-06-01"),
      previous: assessment(4, (3, 4), (3, 2), on: "2025-12-01", review: "2026-06-01")),
    entry(5, zoning, "Ruhsat dosyalarının kaybolması") {
      $0.declaredScore = 12
      $0.declaredLevel = "Orta"
    },
    entry(
      6, zoning, "Plan değişikliğinin askı süresine uyulmaması",
      current: assessment(6, (2, 2), (1, 2), on: "2026-09-01", review: "2027-09-01", matrix),
      previous: assessment(6, (2, 2), (1, 2), on: "2026-03-01", review: "2026-09-01")),
    entry(
      7, zoning, "Eski arşivin su alması",
      current: assessment(7, (3, 5), (2, 5), on: "2026-01-10", review: "2026-07-10"),
      previous: assessment(7, (3, 5), (2, 5), on: "2026-01-10", review: "2026-07-10"), isClosed: true),
  ]

  /// The folder that holds `reports/`, found from this file.
  static let dataFolder = String(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })

  static func definition() throws -> ReportDefinition {
    try ReportDefinition.load(dataFolder: dataFolder, id: "consolidated-risk")
  }

  static func document(_ entries: [RegisterSnapshot.Entry] = register, _ methodology: Methodology = product) throws
    -> Document
  {
    ConsolidatedReport(snapshot(entries, methodology)).document(try definition())
  }
}
