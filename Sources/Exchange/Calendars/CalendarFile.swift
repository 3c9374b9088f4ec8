import GuvenceCore

/// A calendar that other programs read (RFC 5545): lines end in CRLF, are folded at 75 octets and never within a letter.
public struct CalendarFile: Sendable {
  /// One event of a day.
  public struct Event: Sendable, Hashable {
    /// The same for the same event in every file.
    public let id: String
    /// The day.
    public let day: Day
    /// When it begins, for what has an hour; it is taken to last one hour. `nil` for the whole day.
    public let startsAt: Instant?
    /// One line.
    public let summary: String
    /// More; may be empty.
    public let detail: String
    /// Word by which programs group events.
    public let category: String

    /// An event made of its parts.
    public init(id: String, day: Day, startsAt: Instant? = nil, summary: String, detail: String, category: String) {
      (self.id, self.day, self.startsAt) = (id, day, startsAt)
      (self.summary, self.detail, self.category) = (summary, detail, category)
    }
  }

  private var out: [UInt8] = []

  /// The bytes of a calendar of `events`; `stamp` is the moment it is made.
  public static func bytes(name: String, events: [Event], at stamp: Instant) -> [UInt8] {
    var file = CalendarFile()
    file.line("BEGIN:VCALENDAR")
    file.line("VERSION:2.0")
    file.line("PRODID:-//Guvence//Guvence//TR")
    file.line("CALSCALE:GREGORIAN")
    file.line("METHOD:PUBLISH")
    file.line("X-WR-CALNAME:" + escaped(name))
    for event in events { file.add(event, stamp) }
    file.line("END:VCALENDAR")
    return file.out
  }

  private mutating func add(_ event: Event, _ stamp: Instant) {
    line("BEGIN:VEVENT")
    line("UID:" + CalendarFile.escaped(event.id))
    line("DTSTAMP:" + CalendarFile.moment(stamp))
    if let start = event.startsAt {
      line("DTSTART:" + CalendarFile.moment(start))
      line("DTEND:" + CalendarFile.moment(start.adding(seconds: 3600)))
    } else {
      line("DTSTART;VALUE=DATE:" + CalendarFile.date(event.day))
      line("DTEND;VALUE=DATE:" + CalendarFile.date(event.day.adding(days: 1)))
      line("TRANSP:TRANSPARENT")
    }
    line("SUMMARY:" + CalendarFile.escaped(event.summary))
    if !event.detail.isEmpty { line("DESCRIPTION:" + CalendarFile.escaped(event.detail)) }
    if !event.category.isEmpty { line("CATEGORIES:" + CalendarFile.escaped(event.category)) }
    line("END:VEVENT")
  }

  /// A content line, folded: at most 75 octets without the line end, cut between scalars.
  private mutating func line(_ text: String) {
    var used = 0
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if used + bytes.count > 75 {
        out += [0x0D, 0x0A, 0x20]
        used = 1
      }
      out += bytes
      used += bytes.count
    }
    out += [0x0D, 0x0A]
  }

  /// TEXT of RFC 5545 §3.3.11: backslash, semicolon, comma and line breaks escaped, other control characters left out.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out.append(contentsOf: ["\\", scalar])
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": out.append(contentsOf: ["\\", "n"])
      case "\t": out.append(" ")
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: out.append(scalar)
      }
      last = scalar
    }
    return String(out)
  }

  /// `20261123`.
  private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// `20261123T122501Z`.
  private static func moment(_ instant: Instant) -> String {
    instant.description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }
}
