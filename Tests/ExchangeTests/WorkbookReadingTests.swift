import Foundation
import GuvenceCore
import Testing

@testable import GuvenceExchange

@Suite struct WorkbookReadingTests {
  @Test func sharedAndInlineTextsAreReadWithRichRunsAndWithoutPhonetics() throws {
    let strings = """
      <si><t>Birim</t></si><si><r><t xml:space="preserve">Mali </t></r><r><rPr><b/></rPr><t>Hizmetler</t></r>\
      <rPh sb="0" eb="1"><t>okunus</t></rPh></si>
      """
    let sheet = try Parts.workbook(
      sheet: Parts.rows(
        """
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>\
        <c r="D2" t="inlineStr"><is><r><t>Şişli</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>&amp;Ağrı</t></r></is></c></row>
        """), strings: strings
    ).sheet()
    #expect(sheet["A2"] == .text("Birim"))
    #expect(sheet["B2"] == .empty)
    #expect(sheet["C2"] == .text("Mali Hizmetler"))
    #expect(sheet["D2"] == .text("Şişli&Ağrı"))
    #expect(sheet.row(2)?.columns == [1, 3, 4])
    #expect(sheet.row(1) == nil)
  }

  @Test(arguments: [
    ("12", "12"), ("-3.50", "-3.5"), ("0.1", "0.1"), ("1E-3", "0.001"), ("1.5E+3", "1500"),
    ("16.600000000000001", "16.6"),
    ("123456789012345", "123456789012345"), ("0", "0"),
  ])
  func numbersAreExact(stored: String, expected: String) throws {
    let sheet = try Parts.workbook(sheet: Parts.rows("<row r=\"1\"><c r=\"A1\"><v>\(stored)</v></c></row>")).sheet()
    let wanted = try #require(Decimal(string: expected))
    #expect(sheet["A1"] == .number(wanted))
  }

  @Test func booleansErrorsAndFormulas() throws {
    let sheet = try Parts.workbook(
      sheet: Parts.rows(
        """
        <row><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>G6*H6</f><v>12</v></c><c><f>G6*H6</f><v></v></c>\
        <c t="str"><f>"a"</f><v>a</v></c><c t="str"><f>""</f><v></v></c><c><v>x1</v></c></row>
        """)
    ).sheet()
    #expect(
      sheet.rows[0].values(count: 7) == [
        .boolean(true), .error("#REF!"), .number(12), .uncachedFormula("G6*H6"), .text("a"), .empty, .text("x1"),
      ])
    #expect(sheet.diagnostics.map(\.code) == ["not-a-number"])
    #expect(sheet.diagnostics.first?.placeText == "deneme.xlsx [Riskler!G1]")
  }

  static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="[$-41F]dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; gün&quot;"/>\
    <numFmt numFmtId="166" formatCode="mmmm"/><numFmt numFmtId="167" formatCode="[h]:mm:ss"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>\
    <xf numFmtId="167"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>
    """

  @Test func daysAreToldFromNumbersByTheirFormat() throws {
    let cells = (0...7).map { "<c s=\"\($0)\"><v>46037.5</v></c>" }.joined()
    let sheet = try Parts.workbook(sheet: Parts.rows("<row r=\"1\">\(cells)</row>"), styles: Self.styles).sheet()
    let day = CellValue.day(try #require(Day(2026, 1, 15)))
    let number = CellValue.number(try #require(Decimal(string: "46037.5")))
    #expect(sheet.rows[0].values(count: 8) == [number, day, day, number, day, number, day, number])
  }

  @Test(arguments: [
    (false, "1", "1900-01-01"), (false, "59", "1900-02-28"), (false, "61", "1900-03-01"), (false, "60", nil),
    (false, "0.5", nil), (false, "2958465", "9999-12-31"), (true, "0", "1904-01-01"), (true, "44575", "2026-01-15"),
  ])
  func bothDateSystems(from1904: Bool, serial: String, expected: String?) throws {
    let sheet = try Parts.workbook(
      sheet: Parts.rows("<row r=\"1\"><c s=\"1\"><v>\(serial)</v></c></row>"), styles: Self.styles,
      properties: from1904 ? "<workbookPr date1904=\"1\"/>" : ""
    ).sheet()
    let number = try #require(Decimal(string: serial))
    #expect(sheet["A1"] == (expected.flatMap { Day(iso: $0) }.map { .day($0) } ?? .number(number)))
  }

  @Test func tabsMergesAndHiddenThings() throws {
    var parts = Parts.workbook(
      sheet: Parts.rows("<row r=\"1\" hidden=\"1\"><c t=\"b\"><v>0</v></c></row>")
        + "<mergeCells><mergeCell ref=\"A1:N1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>",
      tabs: """
        <sheet name="Fen &amp; İşler" sheetId="7" state="veryHidden" r:id="rId2"/>\
        <sheet name="Riskler" sheetId="1" r:id="rId1"/><sheet name="Grafik" sheetId="9" r:id="rId9"/>
        """)
    parts.add("xl/worksheets/sheet2.xml", "<worksheet \(Parts.main)><sheetData/></worksheet>")
    let workbook = try parts.read()
    #expect(workbook.sheets.map(\.name) == ["Fen & İşler", "Riskler"])
    #expect(workbook.sheets.map(\.isHidden) == [true, false])
    let sheet = try #require(workbook.sheet("Riskler"))
    #expect(sheet.merged.map(\.description) == ["A1:N1", "B3:B4"])
    #expect(sheet.rows[0].isHidden)
    #expect(sheet["A1"] == .boolean(false))
  }

  @Test func escapesAreResolvedAndControlCharactersDropped() throws {
    let sheet = try Parts.workbook(
      sheet: Parts.rows(
        """
        <row r="1"><c r="A1" t="inlineStr"><is><t>a_x0000_b&#x202E;c&#xFEFF;_x0041_</t></is></c>\
        <c r="B1" t="inlineStr"><is><t>bir_x000D_&#10;iki</t></is></c><c r="C1" t="s"><v>0</v></c>\
        <c r="D1" t="inlineStr"><is><t>_x005F_x0041_ _x12_ a_b</t></is></c></row>
        """), strings: "<si><t>x&#x85;y</t></si>"
    ).sheet()
    #expect(sheet["A1"] == .text("abcA"))
    #expect(sheet["B1"] == .text("bir\niki"))
    #expect(sheet["C1"] == .text("xy"))
    #expect(sheet["D1"] == .text("_x0041_ _x12_ a_b"))
    #expect(sheet.diagnostics.map(\.code) == ["control-characters", "control-characters"])
  }

  @Test func aKeptRowDoesNotChangeWhileReadingGoesOn() throws {
    let parts = Parts.workbook(
      sheet: Parts.rows((1...3).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()))
    let reader = try XLSXReader(bytes: parts.zipped(), name: "a.xlsx")
    var kept: [Row] = []
    let tab = try #require(reader.tabs.first)
    try reader.forEachRow(of: tab) { kept.append($0) }
    #expect(kept.map { $0[1] } == [.number(1), .number(2), .number(3)])
  }

  @Test func whatTheBodyThrowsEndsTheReading() throws {
    struct Enough: Error {}
    let parts = Parts.workbook(
      sheet: Parts.rows((1...3).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()))
    let reader = try XLSXReader(bytes: parts.zipped(), name: "a.xlsx")
    let tab = try #require(reader.tabs.first)
    var count = 0
    #expect(throws: Enough.self) {
      try reader.forEachRow(of: tab) { _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }
}
