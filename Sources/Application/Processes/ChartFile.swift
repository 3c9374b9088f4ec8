import GuvenceCore
import GuvenceExchange
import GuvenceProcesses

/// A file with a chart in one of the formats we read.
struct ChartFile {
  let chart: Chart
  let remarks: [Diagnostic]
  let isBPMN: Bool

  static func read(_ bytes: [UInt8], name: String) throws -> ChartFile {
    switch TurkishText.fold(name.split(separator: ".").last.map(String.init) ?? "") {
    case "bpmn", "bpmn2", "xml": return try bpmn(bytes, name)
    case "mmd", "md", "mermaid":
      let (chart, remarks) = MermaidReader.read(try text(bytes, name), file: name)
      return try ChartFile(checked: chart, remarks, name)
    case "txt":
      let (process, remarks) = OutlineReader.read(try text(bytes, name), file: name)
      return try ChartFile(checked: process.chart, remarks, name)
    case "csv": return try table(CSVReader(bytes: bytes, name: name), name)
    case "xlsx": return try table(XLSXReader(bytes: bytes, name: name), name)
    default:
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(name), code: "unknown-format",
          text: Localized("Dosyanın biçimi adından anlaşılmıyor", "The name does not tell the format of the file"),
          advice: Localized(
            "Okunanlar: .bpmn, .mmd, .txt, .xlsx, .csv", "These are read: .bpmn, .mmd, .txt, .xlsx, .csv"))
      ])
    }
  }

  private init(chart: Chart, remarks: [Diagnostic], isBPMN: Bool = false) {
    (self.chart, self.remarks, self.isBPMN) = (chart, remarks, isBPMN)
  }

  private init(checked chart: Chart, _ remarks: [Diagnostic], _ name: String) throws {
    try Diagnostics(remarks).throwIfErrors()
    guard !chart.steps.isEmpty else {
      let advice = Localized("Her adımı bir satıra yazın.", "Write each step on a line of its own.")
      throw Diagnostics(remarks + [Self.empty(name, advice)])
    }
    self.init(chart: chart, remarks: remarks)
  }

  private static func empty(_ name: String, _ advice: Localized) -> Diagnostic {
    Diagnostic(
      .error, at: .file(name), code: "empty-file", text: Localized("Dosyada adım yok", "The file has no steps"),
      advice: advice)
  }

  private static func bpmn(_ bytes: [UInt8], _ name: String) throws -> ChartFile {
    let file = try BPMNFile(bytes, name: name)
    guard let chart = file.chart()?.chart, !chart.steps.isEmpty else {
      throw Diagnostics(
        file.findings.filter { $0.code != "empty" } + [
          Diagnostic(
            .error, at: .file(name), code: "no-process",
            text: Localized("Dosyada adımı olan bir süreç yok", "The file has no process with steps"),
            advice: Localized(
              "Süreç çizimi olan bir dosya seçin; koreografi ve görüşme çizimleri alınmaz.",
              "Choose a file with the drawing of a process; choreographies and conversations are not taken."))
        ])
    }
    return ChartFile(chart: chart, remarks: file.findings, isBPMN: true)
  }

  private static func table(_ reader: CSVReader, _ name: String) throws -> ChartFile {
    var cells: [[String]] = []
    let findings = try reader.forEachRow { row in try take(row, into: &cells, name) }
    return try chart(cells, findings, sheet: nil, name)
  }

  private static func table(_ reader: XLSXReader, _ name: String) throws -> ChartFile {
    guard let tab = reader.tabs.first(where: { !$0.isHidden }) ?? reader.tabs.first else {
      return try chart([], [], sheet: nil, name)
    }
    var cells: [[String]] = []
    try reader.forEachRow(of: tab) { row in try take(row, into: &cells, name) }
    return try chart(cells, [], sheet: tab.name, name)
  }

  /// Rows read of a table at most: what may stand around the steps of a chart is no more than this.
  private static let mostRows = 10 * ChartLayouter.maximumSteps

  private static func take(_ row: Row, into cells: inout [[String]], _ name: String) throws {
    let texts = row.texts
    if cells.count < mostRows { return cells.append(texts) }
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    throw Diagnostics([
      Diagnostic(
        .error, at: .file(name), code: "too-long",
        text: Localized(
          "Tabloda \(mostRows / 1000).000'den çok satır var", "The table has more than \(mostRows / 1000),000 rows"),
        advice: Localized(
          "En çok \(ChartLayouter.maximumSteps) adım olabilir; alt süreçlere bölün.",
          "At most \(ChartLayouter.maximumSteps) steps; split it into sub-processes."))
    ])
  }

  private static func chart(
    _ cells: [[String]], _ findings: [Diagnostic], sheet: String?, _ name: String
  ) throws -> ChartFile {
    let (chart, remarks) = StepTable.parse(cells: cells).chart()
    guard !chart.steps.isEmpty else {
      let advice = Localized(
        "İlk satıra sütun adlarını yazın: No, Adım, Tür, Sorumlu, Sonraki",
        "Write the names of the columns into the first row: No, Step, Kind, Responsible, Next")
      throw Diagnostics(findings + [empty(name, advice)])
    }
    let told = remarks.map { remark in
      let (column, row) = (remark.column.title, remark.row + 1)
      return Diagnostic(
        .warning, at: sheet.map { .cell(file: name, sheet: $0, cell: "") } ?? .file(name), code: "step-table",
        text: Localized(
          "\(column.turkish), \(row). adım: \(remark.text.turkish)",
          "\(column.english), step \(row): \(remark.text.english)"))
    }
    return ChartFile(chart: chart, remarks: findings + told)
  }

  /// Largest text read, in bytes: twice what a chart may say.
  private static let largestText = 2 * ChartText.mostBytes

  private static func text(_ bytes: [UInt8], _ name: String) throws -> String {
    guard bytes.count <= largestText else {
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(name), code: "too-large",
          text: Localized("Dosya 1 MB'tan büyük", "The file is larger than 1 MB"),
          advice: Localized(
            "Süreci alt süreçlere ayırıp ayrı dosyalar olarak aktarın.",
            "Split the process into sub-processes and import them as files of their own."))
      ])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(name), code: "not-text",
          text: Localized("Dosya UTF-8 metin değil", "The file is no UTF-8 text"),
          advice: Localized("Dosyayı UTF-8 olarak kaydedin.", "Save the file as UTF-8."))
      ])
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}

extension Row {
  /// The cells as texts, up to the last one that holds something.
  fileprivate var texts: [String] { (0..<lastColumn).map { text($0 + 1) } }
}

extension App {
  /// The chart of a file in one of the formats that are read (by its ending: BPMN, Mermaid, outline, XLSX, CSV), with
  /// remarks on what could not be taken over. Throws what makes the file unreadable.
  public static func chart(of bytes: [UInt8], name: String) throws -> (chart: Chart, remarks: [Diagnostic]) {
    let file = try ChartFile.read(bytes, name: name)
    return (file.chart, file.remarks)
  }
}
