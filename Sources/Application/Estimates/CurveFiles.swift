import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceQuantitative
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Writes a run's percentiles, loss exceedance curve and contributors to the new file `path`: a workbook with a sheet of
  /// each and one of the inputs, or the curve alone as CSV.
  public func exportRun(
    _ id: Identifier<SimulationRun>, format: ExportFormat, to path: String, by actor: Actor
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem(
        .conflict,
        Localized("Bu adla bir dosya zaten var: \(path)", "There is already a file of this name: \(path)"))
    }
    let line = try simulationRun(id, by: actor)
    let sheets = RunSheets(line: line)
    switch format {
    case .csv:
      var writer = CSVWriter()
      for row in sheets.curve { writer.write(row) }
      try Data(writer.bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    case .xlsx:
      let book = try XLSXWriter(path: path, title: "Kayıp aşım eğrisi \(id)", created: line.run.recordedAt)
      for (name, rows) in sheets.all {
        let sheet = book.addSheet(name)
        for row in rows { try sheet.write(row) }
      }
      try book.close()
    }
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, connection)
    }
  }
}

/// A run as tables of a file.
private struct RunSheets {
  let line: RunLine

  var all: [(name: String, rows: [[OutputCell]])] {
    [("Eğri", curve), ("Yüzdelikler", percentiles), ("Riskler", contributions), ("Girdiler", inputs)]
  }

  var curve: [[OutputCell]] {
    let (before, after) = (line.run.result, line.run.comparison?.result)
    var rows: [[OutputCell]] = [
      [.text("Aşılma olasılığı"), .text("Yıllık kayıp (₺)")] + (after == nil ? [] : [.text("Eylemden sonra (₺)")])
    ]
    for (number, point) in before.curve.enumerated() {
      var row: [OutputCell] = [.decimal(exact(point.probability)), .decimal(lira(point.loss))]
      if let after, number < after.curve.count { row.append(.decimal(lira(after.curve[number].loss))) }
      rows.append(row)
    }
    return rows
  }

  private var percentiles: [[OutputCell]] {
    let head = [
      "Durum", "Yüzdelik", "VaR (₺)", "%95 güven aralığı alt (₺)", "%95 güven aralığı üst (₺)", "TVaR (₺)",
      "TVaR standart hatası (₺)",
    ]
    var rows: [[OutputCell]] = [head.map { .text($0) }]
    let halves = [("Bugün", line.run.result)] + (line.run.comparison.map { [("Eylemden sonra", $0.result)] } ?? [])
    for (name, result) in halves {
      for found in result.percentiles {
        rows.append(
          [.text(name), .decimal(exact(found.level))]
            + [found.value, found.low, found.high, found.tailMean, found.tailError].map { .decimal(lira($0)) })
      }
    }
    return rows
  }

  private var contributions: [[OutputCell]] {
    let head = ["Risk", "Ortalama yıllık kayıp (₺)", "Ortalamadaki payı", "Kötü yıllardaki payı"]
    return [head.map { .text($0) }]
      + line.run.result.contributions.map {
        [.text($0.reference), .decimal(lira($0.mean)), .decimal(exact($0.meanShare)), .decimal(exact($0.tailShare))]
      }
  }

  private var inputs: [[OutputCell]] {
    let facts: [[OutputCell]] = [
      [.text("Çalıştırma"), .text(line.run.id.description)],
      [.text("Girdi özeti (SHA-256)"), .text(line.inputsDigest)],
      [.text("Sonuç parmak izi"), .text(line.run.result.fingerprint)],
      [.text("Tutarlar idarenin kendi tahminleridir; ölçüm değildir.")],
    ]
    return facts + line.run.inputs.split(separator: "\n").map { [.text(String($0.map { $0 == "\t" ? " " : $0 }))] }
  }

  private func lira(_ amount: Double) -> Decimal { Decimal(string: "\(amount.rounded())", locale: nil) ?? 0 }

  private func exact(_ share: Double) -> Decimal {
    Decimal(string: "\((share * 1e6).rounded() / 1e6)", locale: nil) ?? 0
  }
}
