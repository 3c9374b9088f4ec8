import CZip
import Foundation
import Testing

@testable import GuvenceExchange

/// Hand-built workbooks: the parts of a ZIP container as text.
struct Parts {
  var all: [(name: String, bytes: [UInt8])]

  static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// A workbook of one sheet; `sheet` is what stands inside `<worksheet>`.
  static func workbook(
    sheet: String, strings: String? = nil, styles: String? = nil, properties: String = "", tabs: String? = nil
  ) -> Parts {
    let tab = tabs ?? "<sheet name=\"Riskler\" sheetId=\"1\" r:id=\"rId1\"/>"
    var parts = Parts(all: [])
    parts.add("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
    parts.add(
      "xl/workbook.xml", "<workbook \(main) xmlns:r=\"\(links)\">\(properties)<sheets>\(tab)</sheets></workbook>")
    parts.add(
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "./styles.xml"),
      ]))
    parts.add("xl/worksheets/sheet1.xml", "<worksheet \(main)>\(sheet)</worksheet>")
    if let strings { parts.add("xl/sharedStrings.xml", "<sst \(main)>\(strings)</sst>") }
    if let styles { parts.add("xl/styles.xml", "<styleSheet \(main)>\(styles)</styleSheet>") }
    return parts
  }

  /// The rows of a sheet.
  static func rows(_ rows: String) -> String { "<sheetData>\(rows)</sheetData>" }

  static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    let items = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(links)/\($0.kind)\" Target=\"\($0.target)\"/>" }
    return "<Relationships xmlns=\"\(package)\">\(items.joined())</Relationships>"
  }

  mutating func add(_ name: String, _ text: String) { all.append((name, Array(text.utf8))) }

  mutating func replace(_ name: String, _ bytes: [UInt8]) {
    all.removeAll { $0.name == name }
    all.append((name, bytes))
  }

  /// The container, compressed as hard as can be.
  func zipped() throws -> [UInt8] {
    try withTemporaryFolder { folder in
      let path = folder + "/parts.zip"
      var code: Int32 = 0
      let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
      for part in all {
        // libzip frees the copy when the archive is closed.
        let copy = try #require(malloc(max(1, part.bytes.count)))
        part.bytes.withUnsafeBytes { if let from = $0.baseAddress { memcpy(copy, from, part.bytes.count) } }
        let source = try #require(zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1))
        let index = zip_file_add(archive, part.name, source, 0)
        try #require(index >= 0)
        zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 9)
      }
      try #require(zip_close(archive) == 0)
      return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }

  /// The workbook read back.
  func read(_ limits: ExchangeLimits = ExchangeLimits()) throws -> Workbook {
    try Workbook.read(bytes: zipped(), name: "deneme.xlsx", limits: limits)
  }

  /// The only sheet read back.
  func sheet() throws -> Sheet { try #require(read().sheets.first) }
}

/// A folder of its own, removed afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("exchange-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// The code of the refusal that `body` ends in; `nil` where it is not refused.
func refusal(_ body: () throws -> Void) -> ExchangeRefusal.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? ExchangeRefusal)?.code
  }
}
