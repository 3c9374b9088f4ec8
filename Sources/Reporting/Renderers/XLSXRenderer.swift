import GuvenceCore
import GuvenceExchange
import GuvenceRules

/// Writes a document as a workbook: a first sheet with title, facts and texts, then one sheet per section with tables
/// or heat maps. Scores stand in a column of their own, as numbers.
public struct XLSXRenderer {
  private let writer: XLSXWriter
  private let language: Language

  /// Writes `document` to `path`, replacing what is there. The same document gives the same bytes. Throws
  /// `ExchangeRefusal` where the file cannot be written.
  public static func write(_ document: Document, to path: String, language: Language = .turkish) throws {
    let title = document.title
    let writer = try XLSXWriter(
      path: path, title: "\(title.title(language)) – \(title.administration)", created: title.madeAt)
    let renderer = XLSXRenderer(writer: writer, language: language)
    try renderer.cover(document)
    for section in document.sections where section.hasFigures { try renderer.sheet(section) }
    try writer.close()
  }

  private func cover(_ document: Document) throws {
    let columns = [
      XLSXLayout.Column(width: 24, style: .with { $0.isBold = true }), XLSXLayout.Column(width: 96, style: .text),
    ]
    let sheet = writer.addSheet(Localized("Özet", "Summary")(language), layout: XLSXLayout(columns: columns))
    try sheet.write([.text(document.title.title(language))], style: .heading(16))
    try sheet.write([.text(document.title.administration)], style: .heading(12))
    if document.title.isSample { try sheet.write([.text(TitleBlock.sampleMark(language))], style: .heading(11)) }
    sheet.skipRow()
    for fact in document.title.facts {
      let mark = fact.isUnverified ? " (\(TitleBlock.unverifiedMark(language)))" : ""
      try sheet.write([.text(fact.label(language)), .text(fact.value.text(language) + mark)])
    }
    for section in document.sections where !section.hasFigures { try text(section, on: sheet) }
  }

  private func text(_ section: Document.Section, on sheet: XLSXSheetWriter) throws {
    sheet.skipRow()
    try sheet.write([.text(section.title(language))], style: .heading(12))
    for block in section.blocks {
      switch block {
      case .list(let items): for item in items { try sheet.write([.blank, .text(item(language))]) }
      case .signatures(let parts): for part in parts { try sheet.write([.text(part(language)), .blank]) }
      default: try texts([block], on: sheet)
      }
    }
  }

  /// Tables and maps first, so that the head of the first table can stay in sight; remarks below.
  private func sheet(_ section: Document.Section) throws {
    let tables = section.tables.map { XLSXTable($0, language) }
    let layout = XLSXLayout(
      columns: tables.first?.layout ?? XLSXTable.mapLayout, frozenRows: tables.isEmpty ? 0 : 2, isLandscape: true)
    let sheet = writer.addSheet(section.title(language), layout: layout)
    try sheet.write([.text(section.title(language))], style: .heading(14))
    for (index, table) in tables.enumerated() {
      if index > 0 { sheet.skipRow() }
      try table.write(on: sheet)
    }
    for block in section.blocks {
      if case .heatMap(let map, let caption) = block { try XLSXTable.write(map, caption, language, on: sheet) }
    }
    sheet.skipRow()
    try texts(section.blocks, on: sheet)
  }

  private func texts(_ blocks: [Document.Block], on sheet: XLSXSheetWriter) throws {
    for block in blocks {
      switch block {
      case .paragraph(let text), .note(let text): try sheet.write([.text(text(language))], style: XLSXStyle())
      default: continue
      }
    }
  }
}

extension Document.Section {
  fileprivate var tables: [Table] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  fileprivate var hasFigures: Bool {
    blocks.contains { block in
      switch block {
      case .table, .heatMap: true
      default: false
      }
    }
  }
}
