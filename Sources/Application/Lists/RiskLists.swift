import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceQuantitative
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Shares that stand, of risks that the units in `scope` lead or share.
  func sharesSheet(
    _ scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> TableWorkbook.Sheet {
    let rows = try ShareTable.standing(in: scope, connection).compactMap { share -> [OutputCell]? in
      guard let risk = try RiskTable.find(share.riskID, connection) else { return nil }
      let (lead, unit) = (access.tree.units[risk.details.unitID], access.tree.units[share.unitID])
      return [
        .text(risk.reference), .text(risk.details.statement), .text(lead?.code ?? ""), .text(lead?.name ?? ""),
        .text(unit?.code ?? ""), .text(unit?.name ?? ""), .text(share.reason), .text(share.recorded.by),
        .day(share.recorded.at.dayInIstanbul),
      ]
    }
    return TableWorkbook.Sheet(
      title: ExportList.shares.name.turkish,
      columns: [
        ("Riskin numarası", 14), ("Riskin metni", 44), ("Lider birim kodu", 10), ("Lider birim", 28),
        ("Ortak birim kodu", 10),
        ("Ortak birim", 28), ("Ortaklık gerekçesi", 36), ("Kaydeden", 20), ("Kayıt günü", 12),
      ], rows: rows)
  }

  /// Relations that stand and touch a risk of the units in `scope`, where the reader sees both ends.
  func relationsSheet(
    _ scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> TableWorkbook.Sheet {
    let map = try relationMap(RelationTable.standing(in: scope, connection), access, connection)
    let rows = map.relations.compactMap { relation -> [OutputCell]? in
      guard let from = map.node(relation.fromID), let to = map.node(relation.toID) else { return nil }
      return [
        .text(from.reference), .text(from.statement), .text(from.unitCode), .text(relation.kind.name.turkish),
        .text(to.reference), .text(to.statement), .text(to.unitCode), .text(relation.note),
        .text(relation.recorded.by), .day(relation.recorded.at.dayInIstanbul),
      ]
    }
    return TableWorkbook.Sheet(
      title: ExportList.relations.name.turkish,
      columns: [
        ("Riskin numarası", 14), ("Riskin metni", 44), ("Riskin birimi", 10), ("İlişki", 12), ("Diğer risk no", 14),
        ("Diğer riskin metni", 44), ("Diğer riskin birimi", 10), ("İlişki notu", 36), ("Kaydeden", 20),
        ("Kayıt günü", 12),
      ], rows: rows)
  }

  /// Where the active risks of the units in `scope` were adopted from, and whether the entry is still so.
  func originsSheet(
    _ scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> TableWorkbook.Sheet {
    let rows = try OriginTable.all(in: scope, connection).map { found -> [OutputCell] in
      let (origin, state) = (found.origin, originLine(found.origin).state)
      let unit = access.tree.units[found.unitID]
      return [
        .text(found.reference), .text(unit?.code ?? ""), .text(unit?.name ?? ""), .text(origin.catalog),
        .text(origin.entry), .text(origin.source), .text(origin.isVerified ? "Evet" : "Doğrulanmadı"),
        .text(App.words(state)), .text(origin.digest), .text(origin.recorded.by),
        .day(origin.recorded.at.dayInIstanbul),
      ]
    }
    return TableWorkbook.Sheet(
      title: ExportList.origins.name.turkish,
      columns: [
        ("Riskin numarası", 14), ("Birimin kodu", 10), ("Birimin adı", 28), ("Katalog", 24), ("Katalog kaydı", 24),
        ("Kaynağı", 36), ("Doğrulandı mı", 14), ("Katalogdaki durumu", 24), ("Özet (SHA-256)", 24), ("Kaydeden", 20),
        ("Kayıt günü", 12),
      ], rows: rows)
  }

  /// Standing estimates of the active risks of the units in `scope`.
  func estimatesSheet(
    _ scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> TableWorkbook.Sheet {
    let rows = try estimateLines(scope, access, connection).map { line -> [OutputCell] in
      let (frequency, loss) = (line.estimate.frequency, line.estimate.loss)
      return [
        .text(line.reference), .text(line.statement), .text(line.unitCode), .text(frequency.words.turkish),
        .decimal(App.rounded(frequency.mean)), .text(loss.words.turkish), .decimal(App.rounded(loss.mean)),
        .decimal(App.rounded(line.estimate.mean)), .text(line.estimation.rationale),
        .integer(line.estimation.version), .text(line.estimation.recordedBy),
        .day(line.estimation.recordedAt.dayInIstanbul), .text(line.estimate.text),
      ]
    }
    return TableWorkbook.Sheet(
      title: ExportList.estimates.name.turkish,
      columns: [
        ("Riskin numarası", 14), ("Riskin metni", 44), ("Birimin kodu", 10), ("Sıklık", 28),
        ("Yılda ortalama olay", 12),
        ("Olay başına kayıp", 40), ("Ortalama kayıp (₺)", 16), ("Beklenen yıllık kayıp (₺)", 16), ("Dayanağı", 40),
        ("Sürüm", 8), ("Kaydeden", 20), ("Kayıt günü", 12), ("Tahmin (metin)", 40),
      ], rows: rows)
  }

  private static func words(_ state: OriginLine.State) -> String {
    switch state {
    case .same: "Aynı"
    case .changed(let lines): "Değişti: " + lines.joined(separator: ", ")
    case .gone: "Katalogda yok"
    }
  }

  /// To four decimals, as amounts and frequencies are shown.
  private static func rounded(_ value: Double) -> Decimal {
    Decimal(Int64((min(max(value, -9e13), 9e13) * 10_000).rounded())) / 10_000
  }
}
