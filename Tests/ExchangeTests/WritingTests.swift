import Foundation
import GuvenceCore
import Testing

@testable import GuvenceExchange

@Suite struct WritingTests {
  static let texts = [
    "=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\n=1", "=HYPERLINK(\"http://x\")", "＝1+1", "＋1", "－1",
    "＠x",
    "'=1", "''=1", "'kesme", "'", "-", "Şişli; \"ığdır\", ĞÜÖÇİ", " boşluklu ", "iki\nsatır", "sep=,", "_x0041_", "a_x",
    "007",
    "15.01.2026", "<b>&amp;</b>", "http://x", "mailto:a@b", "{=1}", "",
  ]

  private func written(_ body: (XLSXWriter) throws -> Void) throws -> Workbook {
    try withTemporaryFolder { folder in
      let path = folder + "/a.xlsx"
      let writer = try XLSXWriter(path: path, title: "Deneme")
      try body(writer)
      try writer.close()
      return try Workbook.read(path: path, name: "a.xlsx")
    }
  }

  @Test(arguments: texts) func everyTextComesBackFromAWorkbookAsItself(text: String) throws {
    let workbook = try written { try $0.addSheet("S").write([.text(text), .integer(1)]) }
    #expect(workbook.sheets[0]["A1"] == (text.isEmpty ? .empty : .text(text)))
    #expect(workbook.diagnostics.isEmpty)
  }

  @Test(arguments: texts) func everyTextComesBackFromCSVAsItself(text: String) throws {
    for delimiter in Delimiter.allCases {
      var writer = CSVWriter(delimiter: delimiter)
      writer.write([.text(text), .text("b"), .integer(-3)])
      writer.write([.text("c"), .text(text), .blank])
      let sheet = try #require(Workbook.read(bytes: writer.bytes, name: "a.csv").sheets.first)
      #expect(sheet["A1"].text == text)
      #expect(sheet["B2"].text == text)
      #expect(sheet["C1"].text == "-3")
      #expect(sheet.diagnostics.isEmpty)
    }
  }

  @Test(arguments: ["=1", "+1", "-1", "@a", "\t=1", "＝1", "'=1"]) func noFieldBeginsAsAFormula(text: String) {
    var writer = CSVWriter(byteOrderMark: false)
    writer.write([.text(text)])
    let field = String(decoding: writer.bytes, as: UTF8.self).drop { $0 == "\"" }
    #expect(field.first == "'")
  }

  @Test func csvLooksAsTurkishExcelWantsIt() throws {
    var writer = CSVWriter()
    writer.write([.text("Kod"), .text("Tutar;TL"), .text("Gün")])
    let day = try #require(Day(2026, 1, 15))
    writer.write([.integer(-3), .decimal(try #require(Decimal(string: "1234.5"))), .day(day), .boolean(true)])
    let text = "\u{FEFF}Kod;\"Tutar;TL\";Gün\r\n-3;1234,5;15.01.2026;Evet\r\n"
    #expect(writer.bytes == Array(text.utf8))
  }

  @Test func valuesOfEveryKindComeBackFromAWorkbook() throws {
    let day = try #require(Day(2026, 1, 15))
    let old = try #require(Day(1876, 12, 23))
    let decimal = try #require(Decimal(string: "-1234.56"))
    let long = try #require(Decimal(string: "12345678901234567.25"))
    let workbook = try written { writer in
      let sheet = writer.addSheet("S", layout: .init(columns: [.init(width: 20, style: .body), .init(style: .body)]))
      try sheet.write([
        .integer(-3), .decimal(decimal), .day(day), .boolean(true), .boolean(false), .day(old), .decimal(long),
      ])
      try sheet.write([.blank, .decimal(16.6), .integer(.max)], styles: [2: .with { $0.fill = 0 }])
    }
    let sheet = workbook.sheets[0]
    #expect(
      sheet.rows[0].values(count: 7) == [
        .number(-3), .number(decimal), .day(day), .boolean(true), .boolean(false), .text("23.12.1876"),
        .text("12345678901234567,25"),
      ])
    #expect(sheet.row(2)?.values(count: 3) == [.empty, .number(16.6), .text(String(Int.max))])
  }

  @Test func titleHeadingAndSeveralSheets() throws {
    let workbook = try written { writer in
      for name in ["Fen İşleri", "FEN İŞLERİ", "A/B: [x]*?", "", "Çok uzun bir müdürlük adı ki otuz bir harfi aşıyor"] {
        let sheet = writer.addSheet(name, layout: .init(frozenRows: 3, isLandscape: true))
        try sheet.writeMerged("ÖRNEK BELEDİYESİ", width: 2)
        sheet.skipRow()
        try sheet.write([.text("Kod"), .text("Başlık")], style: .header)
        try sheet.write([.text("R-1"), .text("x")])
        sheet.filter(row: 3, width: 2)
      }
    }
    #expect(
      workbook.sheets.map(\.name) == [
        "Fen İşleri", "FEN İŞLERİ (2)", "A B x", "Sayfa", "Çok uzun bir müdürlük adı ki ot",
      ])
    for sheet in workbook.sheets {
      #expect(sheet.merged.map(\.description) == ["A1:B1"])
      #expect(sheet["A1"] == .text("ÖRNEK BELEDİYESİ"))
      #expect(sheet["B3"] == .text("Başlık"))
      #expect(sheet["A4"] == .text("R-1"))
    }
  }

  @Test func aTextTooLongForExcelIsRefusedWithItsCell() throws {
    let long = String(repeating: "ş", count: 32_768)
    var place: String?
    do { _ = try written { try $0.addSheet("S").write([.blank, .text(long)]) } } catch let error as ExchangeRefusal {
      #expect(error.code == .unstorable)
      place = error.diagnostic().placeText
    }
    #expect(place?.hasSuffix("[S!B1]") == true)
  }

  @Test func sameContentAndMomentGiveTheSameBytes() throws {
    let files = try (0..<2).map { _ in
      try withTemporaryFolder { folder in
        let writer = try XLSXWriter(path: folder + "/a.xlsx", created: Instant(milliseconds: 1_768_435_200_000))
        try writer.addSheet("S").write([.text("a"), .integer(1)], style: .header)
        try writer.close()
        return try Data(contentsOf: URL(fileURLWithPath: folder + "/a.xlsx"))
      }
    }
    #expect(files[0] == files[1])
  }

  @Test func anUnwritablePlaceIsRefused() {
    let code = refusal {
      let writer = try XLSXWriter(path: "/proc/yok/a.xlsx")
      try writer.addSheet("S").write([.integer(1)])
      try writer.close()
    }
    #expect(code == .unwritable)
  }

  @Test func sameContentWithoutAMomentGivesTheSameBytes() throws {
    let files = try (0..<2).map { _ in try bytes { try $0.addSheet("S").write([.text("a")]) } }
    #expect(files[0] == files[1])
  }

  @Test(arguments: ["9.95", "0.1", "16.6", "-1234.56", "999999999999999", "0.000000123456789", "8.12345678901234"])
  func decimalsComeBackExactly(text: String) throws {
    let decimal = try #require(Decimal(string: text))
    let workbook = try written { try $0.addSheet("S").write([.decimal(decimal)]) }
    #expect(workbook.sheets[0]["A1"] == .number(decimal))
  }

  @Test(arguments: ["iki\u{0}bir", "bir\u{7}", "\u{FFFF}", "\u{FFFE}x", "e\u{1B}[0m"])
  func whatXMLCannotHoldIsLeftOut(text: String) throws {
    let workbook = try written { try $0.addSheet("S").write([.text(text), .integer(7)]) }
    #expect(workbook.sheets[0]["B1"] == .number(7))
    #expect(
      workbook.sheets[0]["A1"].text == String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0xFFFE }))
  }

  @Test func sheetsMayBeFilledInTurns() throws {
    let workbook = try written { writer in
      let sheets = ["A", "B", "C"].map { writer.addSheet($0) }
      for number in 1...500 {
        for sheet in sheets { try sheet.write([.text(sheet.name), .integer(number)], style: .body) }
      }
    }
    for sheet in workbook.sheets {
      #expect(sheet.rows.count == 500)
      #expect(sheet["A1"] == .text(sheet.name))
      #expect(sheet["B500"] == .number(500))
    }
  }

  @Test func paneFilterAndPageAreWrittenDown() throws {
    let container = try ZipReader(
      bytes: try bytes { writer in
        let layout = XLSXLayout(columns: [.init(width: 40)], frozenRows: 2, frozenColumns: 1, isLandscape: true)
        for name in ["2026", "A1", "Fen İşleri", "a'b"] {
          let sheet = writer.addSheet(name, layout: layout)
          try sheet.writeMerged("Başlık", width: 3)
          try sheet.write([.text("a"), .text("b"), .text("c")], style: .header)
          try sheet.write([.integer(1)])
          sheet.filter(row: 2, width: 3)
        }
      }, name: "a.xlsx")
    let sheet = String(decoding: try container.bytes("xl/worksheets/sheet1.xml"), as: UTF8.self)
    for mark in [
      "xSplit=\"1\" ySplit=\"2\"", "<autoFilter ref=\"A2:C3\"/>", "paperSize=\"9\"", "orientation=\"landscape\"",
      "fitToHeight=\"0\"", "<mergeCell ref=\"A1:C1\"/>", "<col min=\"1\" max=\"1\" width=\"40.",
    ] {
      #expect(sheet.contains(mark))
    }
    let book = String(decoding: try container.bytes("xl/workbook.xml"), as: UTF8.self)
    for mark in ["'2026'!$1:$2", "'A1'!$A$2:$C$3", "'Fen İşleri'!$1:$2", "'a''b'!$1:$2"] {
      #expect(book.contains(">\(mark)</definedName>"))
    }
  }

  @Test func aFileAppearsOnlyWhole() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.xlsx"
      try Data("eski".utf8).write(to: URL(fileURLWithPath: path))
      do {
        let writer = try XLSXWriter(path: path)
        let sheet = writer.addSheet("S")
        try sheet.write([.integer(1)])
        #expect(throws: ExchangeRefusal.self) {
          try sheet.write([.text(String(repeating: "x", count: 32_768))])
        }
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("eski".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.xlsx"])
    }
  }

  @Test func nothingIsTakenAfterClosing() throws {
    try withTemporaryFolder { folder in
      let writer = try XLSXWriter(path: folder + "/a.xlsx")
      let sheet = writer.addSheet("S")
      try writer.close()
      try writer.close()
      #expect(refusal { try sheet.write([.integer(1)]) } == .unwritable)
      #expect(refusal { try sheet.write([.integer(1)], style: .header) } == .unwritable)
      #expect(refusal { try writer.addSheet("T").writeMerged("x", width: 2) } == .unwritable)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.xlsx"])
    }
  }

  private func bytes(_ body: (XLSXWriter) throws -> Void) throws -> [UInt8] {
    try withTemporaryFolder { folder in
      let writer = try XLSXWriter(path: folder + "/a.xlsx")
      try body(writer)
      try writer.close()
      return try Array(Data(contentsOf: URL(fileURLWithPath: folder + "/a.xlsx")))
    }
  }
}
