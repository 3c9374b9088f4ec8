import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Reads a chart from a file by the ending of its name (`bpmn`, `bpmn2`, `xml`, `mmd`, `md`, `txt`, `xlsx`, `csv`) and saves it
  /// as the draft. Of a BPMN file the bytes are kept with the version. Throws `Diagnostics` or `ExchangeRefusal` where
  /// the file cannot be used; gives back what is odd about it.
  public func importChart(
    _ code: String, bytes: [UInt8], name: String, note: String = "", by actor: Actor
  ) throws -> (version: ChartVersion, remarks: [Diagnostic]) {
    let file = try ChartFile.read(bytes, name: name)
    let open = try process(code, by: actor).open
    let short = name.split(separator: "/").last.map(String.init) ?? name
    let version = try saveChart(
      code, file.chart, note: note.trimmed.isEmpty ? "Dosyadan alındı: \(short)" : note, version: open?.version,
      source: file.isBPMN ? (short, bytes) : nil, useCase: "chart-import", by: actor)
    return (version, file.remarks)
  }

  /// A version of a chart as a file: the one in force, else the open one, where no number is given. BPMN that was read
  /// from a file is patched, and given back byte for byte where nothing was changed since; with `isNew` it is written
  /// anew instead, without what the chart does not hold. Throws `Diagnostics` where the file cannot hold the chart.
  public func exportChart(
    _ code: String, number: Int? = nil, format: ChartFormat, orientation: Orientation = .horizontal,
    annotations: Bool = false, isNew: Bool = false, by actor: Actor
  ) throws -> [UInt8] {
    let page = try process(code, by: actor)
    guard let version = number.map({ number in page.versions.first { $0.number == number } }) ?? page.current else {
      throw Problem(.notFound, Localized("Sürecin şeması yok.", "The process has no chart."))
    }
    let process = try chart(code, number: version.number, by: actor).process
    let kept = format == .bpmn && !isNew ? try source(of: version) : nil
    let bytes =
      try kept ?? format.bytes(of: process, orientation, actor.language, at: clock(), annotations: annotations)
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, unitID: page.record.details.unitID, connection)
    }
    return bytes
  }

  /// The file a version was read from with the chart as it is now: byte for byte where nothing was changed, patched
  /// where something was; `nil` where there is no such file. Throws `Diagnostics` where it cannot hold the chart.
  private func source(of version: ChartVersion) throws -> [UInt8]? {
    guard !version.sourceDigest.isEmpty, let bytes = try read({ try ChartVersionTable.source(of: version.id, $0) })
    else { return nil }
    let file = try BPMNFile(bytes, name: version.sourceName)
    return try file.patched(with: version.chart)
  }
}
