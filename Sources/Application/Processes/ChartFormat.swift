import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceMarkup
import GuvenceProcesses

/// Formats in which charts are handed on.
public enum ChartFormat: String, Sendable, CaseIterable {
  /// BPMN 2.0.
  case bpmn
  /// Mermaid flowchart.
  case mermaid
  /// Our outline.
  case outline
  /// The step table as a workbook.
  case xlsx
  /// The step table, `;` between fields.
  case csv
  /// The drawing.
  case svg

  /// Ending of its files.
  public var ending: String {
    switch self {
    case .mermaid: "mmd"
    case .outline: "txt"
    case .bpmn, .xlsx, .csv, .svg: rawValue
    }
  }
}

extension ChartFormat {
  /// A process in this format; `now` dates a workbook and the drawing; `annotations` writes risks and controls into
  /// BPMN as notes too. Throws `Problem` where it has more steps than are laid out.
  public func bytes(
    of process: WorkProcess, _ orientation: Orientation, _ language: Language, at now: Instant,
    annotations: Bool = false
  ) throws -> [UInt8] {
    switch self {
    case .bpmn:
      guard let bytes = BPMNWriter.bytes(process, orientation, annotations: annotations) else {
        throw ChartFormat.tooLarge(process)
      }
      return bytes
    case .mermaid: return Array(MermaidWriter.text(process, orientation).utf8)
    case .outline: return Array(OutlineWriter.text(process).utf8)
    case .svg:
      let options = LayoutOptions(process, orientation, on: now.dayInIstanbul, language)
      guard let layout = ChartLayouter.layout(process.chart, options) else { throw ChartFormat.tooLarge(process) }
      return ChartDrawing(process, layout, language).file().rendered()
    case .csv:
      var writer = CSVWriter()
      for row in StepTable(process.chart, language).cells(language) { writer.write(row.map { .text($0) }) }
      return writer.bytes
    case .xlsx: return try workbook(process, language, now)
    }
  }

  private func workbook(_ process: WorkProcess, _ language: Language, _ now: Instant) throws -> [UInt8] {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: place) }
    let writer = try XLSXWriter(path: place.path, title: process.card.code, created: now)
    let rows = StepTable(process.chart, language).cells(language)
    let widths = (0..<(rows.first?.count ?? 0)).map { column in
      min(48, max(8, Double(rows.map { $0[column].count }.max() ?? 8) + 2))
    }
    let layout = XLSXLayout(
      columns: widths.map { XLSXLayout.Column(width: $0, style: .body) }, frozenRows: 1, isLandscape: true)
    let sheet = writer.addSheet(process.card.code, layout: layout)
    if let head = rows.first { try sheet.write(head.map { .text($0) }, style: .header) }
    for row in rows.dropFirst() { try sheet.write(row.map { .text($0) }) }
    try writer.close()
    return Array(try Data(contentsOf: place))
  }

  /// Says that a chart has too many steps to be laid out.
  public static func tooLarge(_ process: WorkProcess) -> Problem {
    let (count, most) = (process.chart.steps.count, ChartLayouter.maximumSteps)
    return Problem(
      .invalid,
      Localized(
        "Şemada \(count) adım var; en çok \(most) adım çizilir. Alt süreçlere bölün.",
        "The chart has \(count) steps; at most \(most) are drawn. Split it into sub-processes."))
  }
}
