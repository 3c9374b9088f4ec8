import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Writes the events that `query` selects to the new file `path` and returns how many: a flat table, or a workbook with
  /// a sheet of events and one of lessons.
  public func exportEvents(
    _ query: EventQuery, format: ExportFormat, to path: String, by actor: Actor
  ) throws -> Int {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem(
        .conflict,
        Localized("Bu adla bir dosya zaten var: \(path)", "There is already a file of this name: \(path)"))
    }
    let list = try events(query, by: actor)
    let lessons = try read { connection in
      try list.lines.map { line in (line, try LessonTable.all(of: line.event.id, connection)) }
    }
    switch format {
    case .csv:
      var writer = CSVWriter()
      writer.write(EventSheet.titles.map { .text($0) })
      for line in list.lines { writer.write(EventSheet.cells(line)) }
      try Data(writer.bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    case .xlsx: try EventSheet.workbook(lessons, to: path, at: clock())
    }
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, connection)
    }
    return list.lines.count
  }
}

/// The columns of exported events.
private enum EventSheet {
  static let titles = [
    "Kod", "Birim kodu", "Birim", "Türü", "Ne oldu", "Olay günü", "Fark edildiği gün", "Bildirildiği gün", "Neden",
    "Sonuç", "Kategori", "Brüt kayıp (₺)", "Geri alınan (₺)", "Net kayıp (₺)", "Kamu zararı", "Diğer etkiler",
    "Yapılanlar", "Riskler", "Kapanış günü", "Kapatma gerekçesi",
  ]
  private static let lessonTitles = ["Olay", "Ders", "Öneri", "Uygulandı mı", "Kaydeden", "Kayıt günü"]

  static func cells(_ line: EventLine) -> [OutputCell] {
    let (event, details) = (line.event, line.event.details)
    return [
      .text(event.code), .text(line.unitCode), .text(line.unitName), .text(details.kind.name.turkish),
      .text(details.description), .day(details.occurredOn), .day(details.detectedOn), .day(details.reportedOn),
      .text(details.cause), .text(details.consequence), .text(details.category),
      .decimal(Lira.decimal(details.loss.gross)), .decimal(Lira.decimal(details.loss.recovered)),
      .decimal(Lira.decimal(details.loss.net)), .text(details.isPublicLoss ? "Evet" : ""),
      .text(details.otherEffects), .text(details.measures), .text(line.risks.joined(separator: ", ")),
      event.closedOn.map { .day($0) } ?? .blank, .text(event.closeReason),
    ]
  }

  static func workbook(_ events: [(EventLine, [EventLesson])], to path: String, at now: Instant) throws {
    let writer = try XLSXWriter(path: path, title: "Olaylar", created: now)
    let columns = titles.map {
      XLSXLayout.Column(width: ["Ne oldu", "Neden", "Sonuç"].contains($0) ? 40 : 16, style: .body)
    }
    let sheet = writer.addSheet(
      "Olaylar", layout: XLSXLayout(columns: columns, frozenRows: 1, frozenColumns: 1, isLandscape: true))
    try sheet.write(titles.map { .text($0) }, style: .header)
    for (line, _) in events { try sheet.write(cells(line)) }
    let widths = lessonTitles.map { XLSXLayout.Column(width: ["Ders", "Öneri"].contains($0) ? 50 : 16, style: .body) }
    let second = writer.addSheet("Dersler", layout: XLSXLayout(columns: widths, frozenRows: 1))
    try second.write(lessonTitles.map { .text($0) }, style: .header)
    for (line, lessons) in events {
      for lesson in lessons {
        try second.write([
          .text(line.event.code), .text(lesson.text), .text(lesson.proposal),
          .text(lesson.isFollowed.map { $0 ? "Evet" : "Hayır" } ?? ""), .text(lesson.recordedBy),
          .day(lesson.recordedAt.dayInIstanbul),
        ])
      }
    }
    try writer.close()
  }
}
