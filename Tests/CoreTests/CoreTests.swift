import GuvenceCore
import Testing

@Suite("Days and periods")
struct DayTests {
  @Test("every day of 1996–2030 survives the round trip through its text")
  func roundTrip() throws {
    var day = try #require(Day(1996, 1, 1))
    var weekday = 1  // 01.01.1996 was a Monday
    while day.year <= 2030 {
      #expect(Day(iso: day.description) == day)
      #expect(Day(turkish: day.turkish) == day)
      #expect(day.weekday == weekday)
      weekday = weekday % 7 + 1
      day = day.adding(days: 1)
    }
  }

  @Test(
    "days that do not exist are refused",
    arguments: ["32.01.2026", "29.02.2026", "1.13.2026", "15.01.2026x", "15.01.26", ""])
  func refused(text: String) { #expect(Day(turkish: text) == nil) }

  @Test("only the full ISO form is read", arguments: ["2026-1-5", "2026-01-05T", "20260105", "2026-02-30"])
  func refusedISO(text: String) { #expect(Day(iso: text) == nil) }

  @Test("adding months pulls back to the last day of the month")
  func months() {
    #expect(Day(2026, 1, 31)?.adding(months: 1) == Day(2026, 2, 28))
    #expect(Day(2024, 1, 31)?.adding(months: 1) == Day(2024, 2, 29))
    #expect(Day(2026, 3, 15)?.adding(months: -3) == Day(2025, 12, 15))
    #expect(Day(2026, 11, 30)?.adding(months: 12) == Day(2027, 11, 30))
  }

  @Test("the day changes at midnight in Istanbul, not in Greenwich")
  func istanbul() throws {
    let start = Instant.startInIstanbul(of: try #require(Day(2026, 1, 1)))
    #expect(start.description == "2025-12-31T21:00:00.000Z")
    #expect(start.dayInIstanbul == Day(2026, 1, 1))
    #expect(Instant(milliseconds: start.milliseconds - 1).dayInIstanbul == Day(2025, 12, 31))
    #expect(start.adding(seconds: 14 * 3600 + 5 * 60).clockInIstanbul == "14:05")
  }

  @Test(
    "periods print and read back",
    arguments: [
      ("2026", "2026-01-01", "2026-12-31", "2025"), ("2026-H2", "2026-07-01", "2026-12-31", "2026-H1"),
      ("2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4"), ("2024-02", "2024-02-01", "2024-02-29", "2024-01"),
    ])
  func period(text: String, start: String, end: String, previous: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == text)
    #expect(period.start.description == start)
    #expect(period.end.description == end)
    #expect(period.previous.description == previous)
    #expect(period.previous.next == period)
  }

  @Test(
    "periods that do not exist are refused",
    arguments: ["2026-Q5", "2026-H0", "2026-13", "26-Q1", "2026-q1", "2026-Q1-1"])
  func noPeriod(text: String) { #expect(Period(text) == nil) }
}

@Suite("Turkish text")
struct TurkishTextTests {
  @Test("capitals and small letters follow the Turkish alphabet")
  func letterCase() {
    #expect(TurkishText.lowercase("IŞIK İHALE") == "ışık ihale")
    #expect(TurkishText.lowercase("I\u{307}hale") == "ihale")
    #expect(TurkishText.uppercase("ışık ihale") == "IŞIK İHALE")
    #expect(TurkishText.capitalizeFirst("ihale süreci") == "İhale süreci")
  }

  @Test("all spellings of one word fold together", arguments: ["ışık", "IŞIK", "Işık", "isik", "İŞİK", "I\u{15F}ık"])
  func fold(text: String) { #expect(TurkishText.fold(text) == "isik") }

  @Test("circumflex and other marks fold away")
  func marks() {
    #expect(TurkishText.fold("Kâğıt hâlâ ÇÖĞÜŞ") == "kagit hala cogus")
    #expect(TurkishText.fold("e\u{301}tude") == "etude")
  }

  @Test("order is that of the Turkish alphabet")
  func order() {
    let words = [
      "Ağrı", "Cebeci", "Çankaya", "Dikmen", "göl", "ğ", "Hamamönü", "ılıca", "Irmak", "İncek", "Kızılay", "oda",
      "ödev",
      "sarı", "Şentepe", "ulus", "Ümitköy", "Yenimahalle",
    ]
    #expect(words.shuffled().sorted(by: TurkishText.precedes) == words)
  }

  @Test("order is total: antisymmetric and zero only for the same text")
  func total() {
    let texts = ["a", "â", "A", "ab", "", "1", "10", "2", "ı", "i", "I", "İ", "—", "z", "ž"]
    for a in texts {
      for b in texts {
        #expect(TurkishText.compare(a, b) == -TurkishText.compare(b, a))
        #expect((TurkishText.compare(a, b) == 0) == (a == b))
      }
    }
  }
}

@Suite("Diagnostics and names")
struct DiagnosticTests {
  @Test("a finding prints place, excerpt, caret and remedy")
  func rendering() {
    let finding = Diagnostic(
      .error, at: .text(file: "rules/x.yaml", line: 3, column: 5), code: "unknown-key", message: "unknown key «nmae»",
      remedy: "did you mean «name»?", excerpt: "    nmae: x")
    #expect(
      finding.rendered == """
        rules/x.yaml:3:5: error: unknown key «nmae» [unknown-key]
          |     nmae: x
          |     ^
          = did you mean «name»?
        """)
  }

  @Test("a finding in a workbook names sheet and cell")
  func cell() {
    let finding = Diagnostic(.warning, at: .cell(file: "a.xlsx", sheet: "Zabıta", cell: "G6"), code: "c", message: "m")
    #expect(finding.rendered == "a.xlsx [Zabıta!G6]: warning: m [c]")
  }

  @Test("the nearest name is offered only where it is near")
  func nearby() {
    let names = ["likelihood", "impact", "levels"]
    #expect(nearest(to: "likelyhood", among: names) == "likelihood")
    #expect(nearest(to: "impcat", among: names) == "impact")
    #expect(nearest(to: "colour", among: names) == nil)
    let long = String(repeating: "impact", count: 20)
    #expect(nearest(to: long, among: [long]) == nil)
  }

  @Test("identifiers read digits only", arguments: ["0", "-1", "1a", "", "1.0", "99999999999999999999"])
  func identifier(text: String) { #expect(Identifier<Day>(text) == nil) }

  @Test("the data folder named by the user is never replaced by another")
  func locator() throws {
    #expect(throws: DataLocator.NotFound.self) { try DataLocator.locate(explicit: "/nonexistent") }
    let found = try DataLocator.locate()
    #expect(try DataLocator.locate(explicit: found) == found)
  }
}

@Suite struct TrimmingTests {
  @Test(arguments: [
    ("", ""), (" \n\t", ""), ("a", "a"), ("  İki\r\n satır\u{A0}\u{2003}\u{3000}ad\u{85}", "İki satır ad"),
    ("\u{1680}a\u{205F}b\u{202F}c\u{2028}d\u{2029}", "a b c d"),
    ("— „ş” é \u{1F469}\u{200D}", "— „ş” é \u{1F469}\u{200D}"),
    // What would stand on a blank goes with it.
    ("a \u{301}\u{302}b", "a b"), ("\u{301}a", "\u{301}a"), (" \u{200D}\u{FE0F}", ""), ("a \u{1F600}", "a \u{1F600}"),
  ])
  func whiteSpaceBecomesOneBlank(text: String, expected: String) {
    #expect(text.collapsed == expected)
    #expect(text.collapsed == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  @Test func everyWhiteSpaceOfUnicodeIsOne() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !scalar.properties.isGraphemeExtend else { continue }
      let isBlank = String(scalar).collapsed.isEmpty
      if isBlank != scalar.properties.isWhitespace { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func longTextsAreShownInPart() {
    #expect("  iki\n ad ".shortened(to: 6) == "iki ad")
    #expect("iki adım".shortened(to: 6) == "iki a…")
    #expect(String(repeating: "ğ ", count: 1_000_000).shortened().count == 120)
    #expect(("a" + String(repeating: "\u{301}", count: 1_000_000)).shortened().unicodeScalars.count <= 960)
  }
}
