import Foundation
import GuvenceCore
import Testing

@testable import GuvenceExchange

@Suite struct TurkishInputTests {
  @Test(arguments: [
    ("1.234,56", "1234.56"), ("1.234", "1234"), ("1.234.567", "1234567"), ("3,5", "3.5"), ("1,234", "1.234"),
    ("3.5", "3.5"), ("0.500", "0.5"), ("1234.567", "1234.567"), ("1,234.56", "1234.56"), ("1,234,567", "1234567"),
    ("-12", "-12"), ("\u{2212}1,5", "-1.5"), ("+7", "7"), (" 1 234,5 ", "1234.5"), ("12\u{A0}000", "12000"),
    ("0", "0"), ("007", "7"), ("100.000", "100000"),
  ])
  func numbers(text: String, expected: String) { #expect(TurkishNumber.parse(text) == Decimal(string: expected)) }

  @Test(arguments: [
    "", "-", ",", ".", "5,", ",5", "1..2", "1,2,3", "1.23.456", "1,23.4", "1.234,56.7", "12a", "1e5", "%5", "--1",
    "1.2345.678",
  ])
  func noNumbers(text: String) { #expect(TurkishNumber.parse(text) == nil) }

  @Test(arguments: ["1234,5", "-0,25", "12", "0", "1000000"])
  func numbersAreWrittenAsTheyAreRead(text: String) throws {
    #expect(TurkishNumber.text(try #require(TurkishNumber.parse(text))) == text)
  }

  @Test(arguments: [
    "15.01.2026", "15/1/2026", "2026-01-15", "15 Ocak 2026", "15 OCAK 2026 Perşembe", "15.01.2026 00:00:00",
    "2026-01-15T09:30:00.000Z", " 15 ocak, 2026 ",
  ])
  func days(text: String) { #expect(TurkishDate.parse(text) == Day(2026, 1, 15)) }

  @Test(arguments: [
    "31.02.2026", "15.01.26", "15 Okak 2026", "15.01.2026x", "2026", "15 Ocak", "", "32 Ocak 2026", "15.01.2026 99:00",
  ])
  func noDays(text: String) { #expect(TurkishDate.parse(text) == nil) }

  @Test func everyMonthNameIsRead() {
    for month in 1...12 {
      let upper = TurkishText.uppercase(TurkishDate.monthName(month))
      #expect(TurkishDate.parse("1 \(upper) 2026") == Day(2026, month, 1))
    }
  }

  @Test(arguments: [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384), ("$G$6", 6, 7)])
  func addresses(text: String, row: Int, column: Int) {
    #expect(CellAddress(text) == CellAddress(row: row, column: column))
    #expect(CellAddress(row: row, column: column).description == text.replacingOccurrences(of: "$", with: ""))
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZZZ1", "1A", "A1B", "A-1"])
  func noAddresses(text: String) { #expect(CellAddress(text) == nil) }
}
