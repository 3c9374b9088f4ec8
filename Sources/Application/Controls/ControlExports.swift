import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Writes the controls that `query` selects to the new file `path` and returns how many they are.
  public func exportControls(
    _ query: ControlQuery, format: ExportFormat, to path: String, by actor: Actor
  ) throws -> Int {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem(
        .conflict,
        Localized("Bu adla bir dosya zaten var: \(path)", "There is already a file of this name: \(path)"))
    }
    let lines = try controls(query, by: actor).lines
    let risks = try read { connection in try linkedReferences(lines, Access(actor, connection), connection) }
    let rows = lines.map { ControlSheet.cells($0, risks[$0.control.id] ?? []) }
    switch format {
    case .csv:
      var writer = CSVWriter()
      writer.write(ControlSheet.columns.map { .text($0.name) })
      for row in rows { writer.write(row) }
      try Data(writer.bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    case .xlsx:
      let writer = try XLSXWriter(path: path, title: "Kontroller", created: clock())
      let layout = XLSXLayout(
        columns: ControlSheet.columns.map { XLSXLayout.Column(width: $0.width, style: .body) }, frozenRows: 1,
        frozenColumns: 2, isLandscape: true)
      let sheet = writer.addSheet("Kontroller", layout: layout)
      try sheet.write(ControlSheet.columns.map { .text($0.name) }, style: .header)
      for row in rows { try sheet.write(row) }
      try writer.close()
    }
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, connection)
    }
    return rows.count
  }

  /// `MH.RA.0001 (%50, Olasılık)` for each risk in view that a control works on.
  private func linkedReferences(
    _ lines: [ControlLine], _ access: Access, _ connection: Connection
  ) throws -> [Identifier<Control>: [String]] {
    var found: [Identifier<Control>: [String]] = [:]
    for line in lines {
      for link in try ControlLinkTable.all(ofControl: line.control.id, connection) where link.end == nil {
        guard let risk = try RiskTable.find(link.riskID, connection), access.allows(.read, in: risk.details.unitID)
        else { continue }
        found[line.control.id, default: []].append(
          "\(risk.reference) (%\(link.share), \(link.factor.name.turkish))")
      }
    }
    return found
  }
}

/// The columns of exported controls.
private enum ControlSheet {
  static let columns: [(name: String, width: Double)] = [
    ("Kod", 14), ("Birim", 24), ("Kontrol", 40), ("Açıklama", 40), ("Sınıfı", 14), ("Niteliği", 18), ("Sıklığı", 14),
    ("Sorumlu", 24), ("Tasarım etkinliği (1–5)", 12), ("Tasarım puanı (KYP)", 12), ("Test puanı (KTS)", 12),
    ("Kontrol gücü (KEP)", 12), ("Etkinlik", 16), ("Son test", 12), ("Riskler", 40), ("Kapanış", 12),
    ("Kapatma gerekçesi", 24),
  ]

  static func cells(_ line: ControlLine, _ risks: [String]) -> [OutputCell] {
    let (details, standing) = (line.control.details, line.standing)
    return [
      .text(line.control.code), .text(line.unitName), .text(details.name), .text(details.description),
      .text(details.kind.name.turkish), .text(details.nature.name.turkish), .text(details.frequency.name.turkish),
      .text(details.owner), details.design.map { .integer($0) } ?? .blank,
      standing.quality.map { .text($0.description) } ?? .text("bilinmiyor"),
      standing.testScore.map { .decimal($0) } ?? .text("bilinmiyor"),
      standing.strength.map { .text($0.description) } ?? .text("bilinmiyor"),
      .text(line.effectiveness.name.turkish), standing.test.map { .day($0.testedOn) } ?? .blank,
      .text(risks.joined(separator: "; ")), line.control.retiredOn.map { .day($0) } ?? .blank,
      .text(line.control.retireReason),
    ]
  }
}
