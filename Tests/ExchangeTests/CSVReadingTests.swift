import Foundation
import GuvenceCore
import Testing

@testable import GuvenceExchange

@Suite struct CSVReadingTests {
  private func table(_ text: String) throws -> [[String]] { try table(Array(text.utf8)) }

  private func table(_ bytes: [UInt8]) throws -> [[String]] {
    let sheet = try #require(Workbook.read(bytes: bytes, name: "a.csv").sheets.first)
    let width = sheet.lastColumn
    return sheet.rows.map { $0.values(count: width).map(\.text) }
  }

  @Test(arguments: [";", ",", "\t"])
  func delimiterIsFound(delimiter: String) throws {
    let text = "Kod;Başlık;Tutar\r\nR-1;\"a;b,c\td\";12\r\n".replacingOccurrences(of: ";", with: delimiter)
    let rows = try table(text)
    #expect(rows[0] == ["Kod", "Başlık", "Tutar"])
    #expect(rows[1].count == 3)
    #expect(rows[1][2] == "12")
  }

  @Test func semicolonWinsOverDecimalCommas() throws {
    #expect(try table("ad;oran\na;1,5\nb;2,5\nc;3,5\n")[1] == ["a", "1,5"])
  }

  @Test func excelsSeparatorLineIsObeyed() throws { #expect(try table("sep=,\na,b;c\n") == [["a", "b;c"]]) }

  @Test func quotesLineBreaksAndBlankLines() throws {
    let rows = try table("a;b\n\"iki\r\nsatır\";\"\"\"tırnak\"\"\"\n\n;\nson;x")
    #expect(rows == [["a", "b"], ["iki\nsatır", "\"tırnak\""], ["son", "x"]])
  }

  @Test func lineNumbersCountBreaksInsideFields() throws {
    let sheet = try #require(Workbook.read(bytes: Array("a;b\n\"1\n2\";x\nc\n".utf8), name: "a.csv").sheets.first)
    #expect(sheet.rows.map(\.line) == [1, 2, 4])
    #expect(sheet.diagnostics.map(\.placeText) == ["a.csv:4:1"])
    #expect(sheet.diagnostics.map(\.code) == ["uneven-record"])
    #expect(sheet.place(of: sheet.rows[1], column: 2) == .text(file: "a.csv", line: 2, column: 2))
  }

  @Test func anUnclosedQuoteIsAnErrorAtItsLine() throws {
    let sheet = try #require(Workbook.read(bytes: Array("a,b\n1,\"x\n2,3\n".utf8), name: "a.csv").sheets.first)
    let error = try #require(sheet.diagnostics.first { $0.severity == .error })
    #expect(error.code == "unterminated-quote")
    #expect(error.placeText == "a.csv:2:2")
  }

  static let turkish = "Kod;Başlık\nR-1;Şişli ığdır ĞÜÖÇİ\n"

  @Test func everyEncodingGivesTheSameText() throws {
    let utf8 = Array(Self.turkish.utf8)
    let units = Array(Self.turkish.utf16)
    let low: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let high: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    let codePage = try #require(Self.turkish.data(using: .windowsCP1254))
    let expected = try table(utf8)
    for bytes in [[0xEF, 0xBB, 0xBF] + utf8, low, high, Array(codePage)] { #expect(try table(bytes) == expected) }
    #expect(try CSVReader(bytes: Array(codePage), name: "a.csv").encoding == .windows1254)
    #expect(try CSVReader(bytes: high, name: "a.csv").encoding == .utf16BigEndian)
  }

  @Test func aCodePageTextIsAnnounced() throws {
    let workbook = try Workbook.read(bytes: [0x61, 0x3B, 0xFE, 0x0A], name: "a.csv")
    #expect(workbook.sheets[0]["B1"] == .text("ş"))
    #expect(workbook.diagnostics.map(\.code) == ["encoding"])
  }

  @Test(
    arguments: [
      [0x61, 0x81, 0x0A], [0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0x00, 0xD8], [0x61, 0x00, 0x62],
    ] as [[UInt8]])
  func whatIsNoTextIsRefused(bytes: [UInt8]) {
    #expect(refusal { _ = try Workbook.read(bytes: bytes, name: "a.csv") } == .notText)
  }

  @Test func anEmptyFileIsAnEmptyTable() throws { #expect(try table("") == []) }
}
