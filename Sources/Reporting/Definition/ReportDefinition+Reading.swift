import GuvenceCore
import GuvenceDataFiles

extension ReportDefinition {
  /// Reads `reports/<id>.yaml` of `dataFolder`. Throws all findings where any is an error.
  public static func load(dataFolder: String, id: String) throws(Diagnostics) -> ReportDefinition {
    let reader = DataReader()
    let definition = read(dataFolder: dataFolder, id: id, reader)
    guard let definition, !reader.hasErrors else { throw Diagnostics(reader.diagnostics) }
    return definition
  }

  /// Reads a definition from `text`, shown as `file` in findings.
  public static func parse(_ text: String, file: String) throws(Diagnostics) -> ReportDefinition {
    let reader = DataReader()
    let id = ReportDefinitions.id(ofFile: file)
    let definition = reader.text(text, file: file) { read($0, id: id, reader) }
    guard let definition, !reader.hasErrors else { throw Diagnostics(reader.diagnostics) }
    return definition
  }

  static func read(dataFolder: String, id: String, _ reader: DataReader) -> ReportDefinition? {
    let name = "reports/\(id).yaml"
    guard ReportDefinitions.isID(id) else {
      reader.add([
        Diagnostic(.error, at: .file(name), code: "bad-id", message: "\u{201C}\(id)\u{201D} cannot be a report’s id")
      ])
      return nil
    }
    return reader.file("\(dataFolder)/\(name)", name: name) { read($0, id: id, reader) }
  }

  private static func read(_ node: DataNode, id fileID: String, _ reader: DataReader) -> ReportDefinition? {
    reader.object(node) { object in
      let (id, title) = (object.text("id"), object.localized("title"))
      let (version, effective) = (object.int("version", in: 1...9999), object.day("effective"))
      let citation = citation(object)
      let sections = object.objects("sections") { section($0) }
      if let id, id != fileID {
        object.report("id", code: "id-not-file-name", message: "id \(id) stands in the file \(fileID).yaml")
      }
      reportRepeated(sections ?? [], object)
      guard let id, let title, let version, let effective, let citation, let sections else { return nil }
      return ReportDefinition(
        id: id, title: title, version: version, effective: effective, citation: citation, sections: sections,
        text: node.source.text)
    }
  }

  private static func citation(_ object: ObjectReader) -> Citation? {
    let (source, section) = (object.text("source"), object.optionalText("section"))
    let (checked, verified) = (object.optionalDay("checked"), object.flag("verified"))
    guard let source, let verified else { return nil }
    if verified, checked == nil {
      object.report(
        "verified", code: "missing-key", message: "what is verified needs the day it was checked",
        remedy: "add checked: YYYY-MM-DD, or write verified: false")
    }
    return Citation(source: source, section: section ?? "", checkedOn: checked, isVerified: verified)
  }

  private static func section(_ object: ObjectReader) -> Section? {
    let kind = object.choice("id", as: SectionKind.self)
    let (title, intro) = (object.localized("title"), object.optionalLocalized("intro"))
    let limit = object.optionalInt("limit", in: 1...10_000)
    let columns = object.optionalList("columns") { object.reader.choice($0, as: RiskColumn.self) }
    let signatories = object.optionalList("signatories") { object.reader.localized($0) }
    guard let kind, let title, let columns, let signatories else { return nil }
    if !kind.listsRisks {
      for key in ["limit", "columns"] where object.has(key) {
        object.report(key, code: "not-used", message: "\(key) has no meaning in the section \(kind.rawValue)")
      }
    }
    if kind == .signatures, signatories.isEmpty {
      object.report("signatories", code: "missing-key", message: "a signature section names its signatories")
    }
    return Section(
      kind: kind, title: title, intro: intro, limit: limit, columns: columns.isEmpty ? kind.defaultColumns : columns,
      signatories: signatories)
  }

  private static func reportRepeated(_ sections: [Section], _ object: ObjectReader) {
    var seen: Set<SectionKind> = []
    for section in sections where !seen.insert(section.kind).inserted {
      object.report(
        "sections", code: "repeated-section", message: "the section \(section.kind.rawValue) stands twice")
    }
  }
}

extension SectionKind {
  /// The columns of a table of risks whose definition names none.
  var defaultColumns: [RiskColumn] {
    listsRisks ? [.number, .reference, .unit, .risk, .previous, .current, .change, .owner] : []
  }
}
