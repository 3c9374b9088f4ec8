import GuvenceCore

/// The small parts of a workbook being written (ECMA-376 part 1, 12 and 18.2; part 2, 9 and 10).
enum XLSXParts {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// `[Content_Types].xml`
  static func contentTypes(sheets: Int) -> String {
    let overrides =
      [("/xl/workbook.xml", "\(type).sheet.main+xml"), ("/xl/styles.xml", "\(type).styles+xml")]
      + (1...max(1, sheets)).map { ("/xl/worksheets/sheet\($0).xml", "\(type).worksheet+xml") }
      + [("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    return head + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + overrides.map { "<Override PartName=\"\($0)\" ContentType=\"\($1)\"/>" }.joined() + "</Types>"
  }

  /// `_rels/.rels`
  static let rootLinks = relationships([
    ("\(links)/officeDocument", "xl/workbook.xml"),
    ("\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
  ])

  /// `xl/_rels/workbook.xml.rels`: sheet n is `rId<n>`.
  static func workbookLinks(sheets: Int) -> String {
    relationships(
      (1...max(1, sheets)).map { ("\(links)/worksheet", "worksheets/sheet\($0).xml") }
        + [("\(links)/styles", "styles.xml")])
  }

  /// `docProps/core.xml`
  static func properties(title: String, created: Instant?) -> String {
    let moment = created.map {
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\($0.description.prefix(19))Z</dcterms:created>"
    }
    return head
      + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + (title.isEmpty ? "" : "<dc:title>\(XMLEscape.escaped(title))</dc:title>") + (moment ?? "")
      + "</cp:coreProperties>"
  }

  /// `xl/workbook.xml`, with the rows repeated in print and the filtered ranges as defined names.
  static func workbook(_ sheets: [XLSXSheetWriter]) -> String {
    let tabs = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(XMLEscape.escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    let names = sheets.enumerated().flatMap { index, sheet in definedNames(sheet, index) }
    return head
      + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><bookViews><workbookView/></bookViews><sheets>\(tabs.joined())</sheets>"
      + (names.isEmpty ? "" : "<definedNames>\(names.joined())</definedNames>") + "</workbook>"
  }

  private static func definedNames(_ sheet: XLSXSheetWriter, _ index: Int) -> [String] {
    let quoted = sheet.name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let prefix = "'\(XMLEscape.escaped(quoted))'!"
    var names: [String] = []
    if let filter = sheet.filtered {
      let range = "\(prefix)\(absolute(filter.first)):\(absolute(filter.last))"
      names.append(
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">\(range)</definedName>")
    }
    if sheet.layout.frozenRows > 0 {
      let rows = "\(prefix)$1:$\(sheet.layout.frozenRows)"
      names.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">\(rows)</definedName>")
    }
    return names
  }

  private static func absolute(_ cell: CellAddress) -> String {
    "$\(CellAddress.letters(of: cell.column))$\(cell.row)"
  }

  /// A number without a needless fraction.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
  }

  private static func relationships(_ list: [(type: String, target: String)]) -> String {
    let items = list.enumerated().map { index, link in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(link.type)\" Target=\"\(link.target)\"/>"
    }
    return head + "<Relationships xmlns=\"\(package)/relationships\">\(items.joined())</Relationships>"
  }
}
