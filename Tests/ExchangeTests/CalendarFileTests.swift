import GuvenceCore
import Testing

@testable import GuvenceExchange

@Suite("Calendar files and mails") struct CalendarFileTests {
  private let day = Day(2026, 12, 31) ?? Day(daysSinceEpoch: 0)

  private func text(_ events: [CalendarFile.Event]) -> String {
    String(decoding: CalendarFile.bytes(name: "Güvence", events: events, at: Instant(milliseconds: 0)), as: UTF8.self)
  }

  private func event(_ summary: String, startsAt: Instant? = nil) -> CalendarFile.Event {
    CalendarFile.Event(
      id: "a-1@guvence", day: day, startsAt: startsAt, summary: summary, detail: "", category: "Toplantı")
  }

  @Test func linesAreFoldedWithinSeventyFiveOctetsBetweenLetters() {
    let summary = String(repeating: "Şğüİöçı—", count: 30)
    let file = text([event(summary)])
    for line in file.split(separator: "\r\n") {
      #expect(line.utf8.count <= 75)
      #expect(!line.contains("\n") && !line.unicodeScalars.contains("\u{FFFD}"))
    }
    #expect(file.replacing("\r\n ", with: "").contains("SUMMARY:\(summary)\r\n"))
    #expect(file.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.hasSuffix("END:VCALENDAR\r\n"))
  }

  @Test(arguments: [
    ("a, b; c\\d", "a\\, b\\; c\\\\d"), ("iki\r\nsatır\nüç\rdört", "iki\\nsatır\\nüç\\ndört"), ("x\u{7}y\tz", "xy z"),
    ("BEGIN:VEVENT\nEND:VEVENT", "BEGIN:VEVENT\\nEND:VEVENT"),
  ])
  func textIsEscaped(plain: String, escaped: String) { #expect(CalendarFile.escaped(plain) == escaped) }

  @Test func wholeDaysEndOnTheNextDayAndHoursAreUTC() {
    let whole = text([event("Yıl sonu")])
    #expect(whole.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"))
    #expect(whole.contains("DTSTAMP:19700101T000000Z\r\n"))
    let start = Instant.startInIstanbul(of: day).adding(seconds: 14 * 3600)
    #expect(text([event("Kurul", startsAt: start)]).contains("DTSTART:20261231T110000Z\r\nDTEND:20261231T120000Z\r\n"))
  }

  private func mail(subject: String, name: String = "Ayşe Yılmaz", body: String) -> String {
    let message = MailMessage(
      from: .init(name: "Güvence – Örnek Belediyesi", address: "guvence@ornek.bel.tr"),
      to: .init(name: name, address: "ayse@ornek.bel.tr"), subject: subject,
      date: Instant.startInIstanbul(of: day).adding(seconds: 9 * 3600 + 65), id: "1@guvence.invalid", body: body)
    return String(decoding: message.bytes, as: UTF8.self)
  }

  @Test func headersAreEncodedWordsAndNothingCanBeInjected() {
    let file = mail(subject: "Güvence günlük özeti, " + String(repeating: "çok uzun ", count: 12), body: "a")
    let head = file.prefix(upTo: file.firstRange(of: "\r\n\r\n")?.lowerBound ?? file.endIndex)
    #expect(head.utf8.allSatisfy { $0 < 0x80 })
    for line in head.split(separator: "\r\n") { #expect(line.utf8.count <= 76, "\(line)") }
    #expect(head.contains("Date: Thu, 31 Dec 2026 09:01:05 +0300\r\n"))
    #expect(head.contains("To: =?UTF-8?B?QXnFn2UgWcSxbG1heg==?=\r\n <ayse@ornek.bel.tr>\r\n"))
    let evil = mail(subject: "x\r\nBcc: kotu@ornek.org", name: "A\"\r\nBcc: k@o.org", body: "")
    #expect(!evil.contains("\r\nBcc:"))
  }

  @Test func bodiesAreQuotedPrintableThatReadsBack() {
    let body = "Sayın Ayşe Yılmaz,\n\n= işareti \n" + String(repeating: "uzun satır ş ", count: 20) + "\n.\n"
    let file = mail(subject: "a", body: body)
    let coded = file.suffix(from: file.firstRange(of: "\r\n\r\n")?.upperBound ?? file.startIndex)
    for line in coded.split(separator: "\r\n") { #expect(line.utf8.count <= 76) }
    #expect(decoded(String(coded)) == body + "\n")
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func base64IsThatOfTheStandard(plain: String, coded: String) { #expect(MailText.base64(Array(plain.utf8)) == coded) }

  /// Quoted-printable read back; line ends as `\n`.
  private func decoded(_ text: String) -> String {
    let bytes = Array(text.replacing("=\r\n", with: "").replacing("\r\n", with: "\n").utf8)
    var (out, index): ([UInt8], Int) = ([], 0)
    while index < bytes.count {
      if bytes[index] == 0x3D, index + 2 < bytes.count {
        out.append(UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16) ?? 0)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
