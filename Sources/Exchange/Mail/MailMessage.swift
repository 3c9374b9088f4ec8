import GuvenceCore

/// A plain-text mail as a file (RFC 5322, 2045–2047): ASCII header with encoded words, body in quoted-printable UTF-8.
public struct MailMessage: Sendable, Hashable {
  /// Whom it is from.
  public let from: Mailbox
  /// Whom it goes to.
  public let to: Mailbox
  /// The subject; any letters.
  public let subject: String
  /// The moment it is dated.
  public let date: Instant
  /// The same for the same mail, ASCII, without brackets: `2026-11-23.ayse@guvence.invalid`.
  public let id: String
  /// The text; lines end in `\n`.
  public let body: String

  /// A name with an address.
  public struct Mailbox: Sendable, Hashable {
    /// Name on screen; may be empty.
    public let name: String
    /// The address, plain ASCII.
    public let address: String

    /// A mailbox.
    public init(name: String, address: String) { (self.name, self.address) = (name, address) }
  }

  /// A mail.
  public init(from: Mailbox, to: Mailbox, subject: String, date: Instant, id: String, body: String) {
    (self.from, self.to, self.subject) = (from, to, subject)
    (self.date, self.id, self.body) = (date, id, body)
  }

  /// The file.
  public var bytes: [UInt8] {
    let head = [
      "Date: " + MailText.date(date), "From: " + MailText.mailbox(from), "To: " + MailText.mailbox(to),
      "Message-ID: <\(MailText.plain(id))>", "Subject: " + MailText.words(subject), "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: quoted-printable",
      "Auto-Submitted: auto-generated", "Content-Language: tr",
    ]
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + MailText.quotedPrintable(body)
  }
}

/// How texts travel in a mail.
enum MailText {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  /// `Mon, 23 Nov 2026 09:00:00 +0300`, in Europe/Istanbul.
  static func date(_ instant: Instant) -> String {
    let day = instant.dayInIstanbul
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
    let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][day.month - 1]
    let seconds = instant.description.dropFirst(17).prefix(2)
    return "\(weekday), \(day.day) \(month) \(day.year) \(instant.clockInIstanbul):\(seconds) +0300"
  }

  /// `"Ayşe Yılmaz" <ayse@…>` with the name in the form that its letters need; the address alone where there is none.
  static func mailbox(_ box: MailMessage.Mailbox) -> String {
    let address = plain(box.address)
    guard !box.name.isEmpty else { return address }
    if box.name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), box.name.utf8.count <= 60 {
      let quoted = box.name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
      return "\"\(quoted)\" <\(address)>"
    }
    return words(box.name, always: true) + "\r\n <\(address)>"
  }

  /// Text of a header: as it is where it is short ASCII, else as encoded words (RFC 2047), one a line. Each holds whole
  /// letters and at most 39 bytes of text, so that no line grows beyond 76 characters.
  static func words(_ text: String, always: Bool = false) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    if !always, isPlain, text.utf8.count <= 60, !text.contains("=?") { return text }
    var chunks: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      let bytes = Array(String(scalar).utf8)
      if chunks[chunks.count - 1].count + bytes.count > 39 { chunks.append([]) }
      chunks[chunks.count - 1] += bytes
    }
    return chunks.map { "=?UTF-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
  }

  /// Without what could begin another header or leave ASCII.
  static func plain(_ text: String) -> String {
    String(decoding: text.utf8.filter { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }, as: UTF8.self)
  }

  /// RFC 2045 §6.7: lines of at most 76 characters that end in CRLF; a blank at a line's end is encoded.
  static func quotedPrintable(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let bytes = line.last == 0x0D ? Array(line.dropLast()) : Array(line)
      var used = 0
      for (index, byte) in bytes.enumerated() {
        let isBlank = byte == 0x20 || byte == 0x09
        let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || (isBlank && index + 1 < bytes.count)
        let piece: [UInt8] =
          isPlain ? [byte] : [0x3D, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
        if used + piece.count > 75 {
          out += [0x3D, 0x0D, 0x0A]
          used = 0
        }
        out += piece
        used += piece.count
      }
      out += [0x0D, 0x0A]
    }
    return out
  }

  /// RFC 4648 §4.
  static func base64(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let value = part.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
      for place in 0..<4 {
        out.append(place <= part.count ? alphabet[Int(value >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
