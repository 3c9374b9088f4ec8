import Foundation
import GuvenceCore
import Testing

@testable import GuvenceExchange

/// Files made to harm: each is refused with its reason, or read within the limits.
@Suite struct HostileTests {
  private static let row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"

  private func code(_ parts: Parts, _ limits: ExchangeLimits = ExchangeLimits()) -> ExchangeRefusal.Code? {
    refusal { _ = try parts.read(limits) }
  }

  private func worksheet(_ text: String) -> Parts {
    var parts = Parts.workbook(sheet: "")
    parts.replace("xl/worksheets/sheet1.xml", Array(text.utf8))
    return parts
  }

  @Test func aPartThatInflatesWithoutEndIsABomb() throws {
    var parts = Parts.workbook(sheet: "")
    let blanks = [UInt8](repeating: 0x20, count: 40 << 20)
    parts.replace("xl/worksheets/sheet1.xml", Array("<worksheet \(Parts.main)><sheetData>".utf8) + blanks)
    #expect(code(parts) == .bomb)
    #expect(code(parts, .init(partBytes: 1 << 20)) == .bomb)
  }

  @Test func manyPartsTogetherAreABombToo() throws {
    let sheet = Parts.rows(Self.row) + String(repeating: "<!-- -->", count: 1000)
    let tab = "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/>"
    let parts = Parts.workbook(sheet: sheet, tabs: String(repeating: tab, count: 50))
    #expect(code(parts, .init(totalBytes: 200_000)) == .bomb)
    #expect(code(parts) == nil)
  }

  @Test(arguments: [
    "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>",
    "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
    "<!DOCTYPE l SYSTEM \"http://127.0.0.1:9/x.dtd\">", "<!DOCTYPE l>",
  ])
  func anyDoctypeIsRefused(doctype: String) {
    let text = "<?xml version=\"1.0\"?>\(doctype)<worksheet \(Parts.main)>\(Parts.rows(Self.row))</worksheet>"
    #expect(code(worksheet(text)) == .doctype)
  }

  @Test func unknownEntitiesAreMalformed() {
    let cell = Self.row.replacingOccurrences(of: "<t>a", with: "<t>&bilinmeyen;")
    #expect(code(Parts.workbook(sheet: Parts.rows(cell))) == .malformed)
  }

  @Test(arguments: ["../../../../x", "/etc/x", "a/../../x", "C:/x", "a\\..\\x", "./x"])
  func namesThatLeadOutAreRefused(name: String) {
    var parts = Parts.workbook(sheet: Parts.rows(Self.row))
    parts.add(name, "x")
    #expect(code(parts) == .unsafeName)
  }

  @Test func namesThatDifferOnlyInCaseAreRefused() {
    var parts = Parts.workbook(sheet: Parts.rows(Self.row))
    parts.add("XL/Workbook.xml", "<workbook/>")
    #expect(code(parts) == .unsafeName)
  }

  @Test func relationshipsCannotLeadOut() {
    var parts = Parts.workbook(sheet: Parts.rows(Self.row))
    let links = Parts.relationships([("rId1", "worksheet", "../../../etc/passwd")])
    parts.replace("xl/_rels/workbook.xml.rels", Array(links.utf8))
    #expect(code(parts) == .unsafeName)
  }

  @Test func tooManyEntriesAreRefused() {
    var parts = Parts.workbook(sheet: Parts.rows(Self.row))
    for index in 0..<30 { parts.add("bos/\(index).xml", "") }
    #expect(code(parts, .init(entries: 20)) == .tooManyEntries)
  }

  @Test func aHugeDirectoryIsRefusedBeforeItIsRead() throws {
    let number = { (value: UInt64, bytes: Int) in (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    let claimed = number(1_000_000, 4)
    let end = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 8) + claimed + [UInt8](repeating: 0, count: 6)
    let wide = [0x50, 0x4B, 6, 6] + [UInt8](repeating: 0, count: 36) + number(50_000_000, 8) + number(0, 8)
    let pointer = [0x50, 0x4B, 6, 7] + [UInt8](repeating: 0, count: 4) + number(4, 8) + number(1, 4)
    let wideEnd = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0xFF, count: 16) + [0, 0]
    for tail in [end, wide + pointer + wideEnd] {
      let bytes = [0x50, 0x4B, 3, 4] + tail
      let limits = ExchangeLimits(entries: 100)
      #expect(refusal { _ = try Workbook.read(bytes: bytes, name: "a.xlsx", limits: limits) } == .tooManyEntries)
      try withTemporaryFolder { folder in
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/a.xlsx"))
        #expect(refusal { _ = try XLSXReader(path: folder + "/a.xlsx", limits: limits) } == .tooManyEntries)
      }
    }
  }

  @Test(arguments: [
    "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "<row r=\"4294967297\"><c r=\"A4294967297\"><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row r=\"-5\"/>",
    "<row r=\"1048576\"><c><v>1</v></c></row><row><c><v>1</v></c></row>", "<row r=\"1\"><c r=\"\"><v>1</v></c></row>",
  ])
  func absurdAddressesAreRefused(row: String) {
    #expect(code(Parts.workbook(sheet: Parts.rows(row))) == .outOfBounds)
  }

  @Test(arguments: [
    "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1\"/><row r=\"1\"/>", "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
    "<row r=\"1\"><c r=\"A2\"/></row>", "<row r=\"1\"><c></row>", "<row", "</row>",
  ])
  func whatContradictsItselfIsMalformed(row: String) {
    #expect(code(Parts.workbook(sheet: Parts.rows(row))) == .malformed)
  }

  @Test func sharedTextsThatDoNotExistAreReportedAtTheirCell() throws {
    let cells = "<c t=\"s\"><v>999999999</v></c><c t=\"s\"><v>-1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v></v></c>"
    let sheet = try Parts.workbook(sheet: Parts.rows("<row r=\"1\">\(cells)</row>"), strings: "<si><t>a</t></si>")
      .sheet()
    #expect(sheet.diagnostics.map(\.placeText) == ["deneme.xlsx [Riskler!A1]", "deneme.xlsx [Riskler!B1]"])
    #expect(sheet["C1"] == .text("a"))
  }

  @Test func findingsAreCountedBeyondTheirLimit() throws {
    let cells = String(repeating: "<c t=\"s\"><v>9</v></c>", count: 50)
    let workbook = try Parts.workbook(sheet: Parts.rows("<row r=\"1\">\(cells)</row>")).read(.init(diagnostics: 10))
    #expect(workbook.diagnostics.count == 11)
    #expect(workbook.diagnostics.last?.code == "more-findings")
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "<c>", count: 5000) + String(repeating: "</c>", count: 5000)
    #expect(code(Parts.workbook(sheet: Parts.rows("<row r=\"1\">\(deep)</row>"))) == .tooDeep)
  }

  @Test func manyAttributesAndEndlessTagsAreRefused() {
    let some = (0..<300).map { "a\($0)=\"1\"" }.joined(separator: " ")
    #expect(code(Parts.workbook(sheet: Parts.rows("<row \(some)/>"))) == .malformed)
    let namespaces = (0..<300).map { "xmlns:a\($0)=\"u\($0)\"" }.joined(separator: " ")
    #expect(code(Parts.workbook(sheet: Parts.rows("<row \(namespaces)/>"))) == .malformed)
    let many = (0..<200_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    #expect(code(Parts.workbook(sheet: Parts.rows("<row \(many)/>"))) == .malformed)
    #expect(code(Parts.workbook(sheet: "<!--" + String(repeating: "x", count: 1 << 20) + "-->")) == .malformed)
  }

  @Test func oneCellBeyondAllBoundsIsRefused() {
    let huge = Self.row.replacingOccurrences(of: "<t>a", with: "<t>" + String(repeating: "ab", count: 600_000))
    #expect(code(Parts.workbook(sheet: Parts.rows(huge))) == .tooLarge)
    let text = "<si><t>" + String(repeating: "ab", count: 600_000) + "</t></si>"
    #expect(code(Parts.workbook(sheet: Parts.rows(Self.row), strings: text)) == .tooLarge)
    let csv = "a;b\n\"" + String(repeating: "x", count: 2_000_000)
    #expect(refusal { _ = try Workbook.read(bytes: Array(csv.utf8), name: "a.csv") } == .tooLarge)
  }

  @Test func moreThanMemoryShouldHoldIsRefusedButStreams() throws {
    let rows = (1...100).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
    let parts = Parts.workbook(sheet: Parts.rows(rows))
    let limits = ExchangeLimits(cells: 50)
    #expect(code(parts, limits) == .tooLarge)
    let reader = try XLSXReader(bytes: parts.zipped(), name: "a.xlsx", limits: limits)
    var count = 0
    try reader.forEachRow(of: reader.tabs[0]) { _ in count += 1 }
    #expect(count == 100)
  }

  @Test func cutContainersAreDamaged() throws {
    let bytes = try Parts.workbook(sheet: Parts.rows(Self.row)).zipped()
    for keep in [4, 30, bytes.count / 2, bytes.count - 40, bytes.count - 1] {
      #expect(refusal { _ = try Workbook.read(bytes: Array(bytes.prefix(keep)), name: "a.xlsx") } == .damaged)
    }
  }

  @Test func flippedBytesNeverCrash() throws {
    let bytes = try Parts.workbook(sheet: Parts.rows(Self.row), strings: "<si><t>a</t></si>").zipped()
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var broken = bytes
      broken[index] ^= 0x5A
      _ = refusal { _ = try Workbook.read(bytes: broken, name: "a.xlsx") }
    }
  }

  @Test(arguments: [
    ("%PDF-1.4 x", "a.xlsx", ExchangeRefusal.Code.notATable), ("merhaba", "A.XLSX", .notATable),
    ("<?xml version=\"1.0\"?><a/>", "a.csv", .notATable), ("\u{0}", "a.csv", .notText),
  ])
  func otherFilesAreNoTables(text: String, name: String, expected: ExchangeRefusal.Code) {
    #expect(refusal { _ = try Workbook.read(bytes: Array(text.utf8), name: name) } == expected)
  }

  @Test func oldOfficeFilesAreNamedAsSuch() {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    #expect(refusal { _ = try Workbook.read(bytes: bytes, name: "a.xls") } == .oldFormat)
    #expect(refusal { _ = try XLSXReader(bytes: bytes, name: "a.xlsx") } == .oldFormat)
  }

  @Test func containersOfAnotherKindAreNoTables() throws {
    var parts = Parts(all: [])
    parts.add("word/document.xml", "<document/>")
    #expect(code(parts) == .notATable)
    parts.add("_rels/.rels", Parts.relationships([("rId1", "officeDocument", "word/document.xml")]))
    #expect(code(parts) == .notATable)
  }

  @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/workbook.xml"]) func missingPartsAreNamed(part: String) {
    var parts = Parts.workbook(sheet: Parts.rows(Self.row))
    parts.all.removeAll { $0.name == part }
    #expect(code(parts) == (part == "xl/workbook.xml" ? .notATable : .missingPart))
  }

  @Test func filesTooLargeOrNoFilesAtAllAreRefused() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.csv"
      try Data(repeating: 0x61, count: 2000).write(to: URL(fileURLWithPath: path))
      #expect(refusal { _ = try Workbook.read(path: path, limits: .init(fileBytes: 1000)) } == .tooLarge)
      #expect(refusal { _ = try Workbook.read(path: folder) } == .unreadable)
      #expect(refusal { _ = try Workbook.read(path: folder + "/yok.xlsx") } == .unreadable)
      #expect(refusal { _ = try Workbook.read(path: "/dev/zero") } == .unreadable)
    }
  }

  @Test func everyRefusalSpeaksBothLanguages() throws {
    let error = #expect(throws: ExchangeRefusal.self) { try Workbook.read(bytes: [0x50, 0x4B, 3, 4], name: "a.xlsx") }
    let refusal = try #require(error)
    #expect(refusal.diagnostic(in: .turkish).message == "Dosya eksik veya bozuk")
    #expect(refusal.diagnostic(in: .english).message == "The file is cut or damaged")
    #expect(refusal.diagnostic().placeText == "a.xlsx")
  }
}

extension ExchangeLimits {
  /// The defaults with some limits drawn closer.
  init(
    fileBytes: Int? = nil, entries: Int? = nil, partBytes: Int? = nil, totalBytes: Int? = nil, cells: Int? = nil,
    diagnostics: Int? = nil
  ) {
    self.init()
    if let fileBytes { self.fileBytes = fileBytes }
    if let entries { self.entries = entries }
    if let partBytes { self.partBytes = partBytes }
    if let totalBytes { self.totalBytes = totalBytes }
    if let cells { self.cells = cells }
    if let diagnostics { self.diagnostics = diagnostics }
  }
}
