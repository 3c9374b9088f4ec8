import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceStorage

/// How digests are written.
public struct DigestOptions: Sendable, Hashable {
  /// The day of the digest; today where `nil`.
  public var day: Day?
  /// Address the mails are from.
  public var sender: String
  /// Address at which people reach the pages, without slash at the end; empty where unknown.
  public var site: String

  /// Options.
  public init(day: Day? = nil, sender: String = "guvence@localhost", site: String = "") {
    (self.day, self.sender, self.site) = (day, sender, site)
  }
}

/// What writing digests did.
public struct DigestRun: Sendable, Hashable {
  /// Files written, by name.
  public var written: [String] = []
  /// People who already had one for the day.
  public var existing = 0
  /// People without an address or with nothing to say to.
  public var skipped = 0
}

extension App {
  /// Writes one mail for every open account with an address that has something to do or unread notices: a file
  /// `2026-11-23-ayse.eml` in `folder`, once a day and person. What a person may not read is not in it.
  public func writeDigests(to folder: String, _ options: DigestOptions = DigestOptions(), by actor: Actor) throws
    -> DigestRun
  {
    let (now, today) = (clock(), today)
    let day = options.day ?? today
    guard day <= today else {
      throw Problem(.invalid, Localized("Gün gelecekte olamaz.", "The day cannot be in the future."))
    }
    guard options.sender == "guvence@localhost" || EmailAddress.isValid(options.sender) else {
      throw Problem(
        .invalid, Localized("Geçersiz gönderen adresi: \(options.sender)", "Not an address: \(options.sender)"))
    }
    let (people, name) = try read { connection in
      try Access(actor, connection).requireAnywhere(.manageBoard)
      return (try AccountTable.all(connection).map(\.account), try administration(connection).name)
    }
    let outbox = try Outbox(folder)
    var run = DigestRun()
    for account in people {
      let file = "\(day)-\(account.login).eml"
      if outbox.has(file) {
        run.existing += 1
        continue
      }
      guard !account.isDisabled, !account.email.isEmpty, let body = try digest(for: account, on: day, name, options)
      else {
        run.skipped += 1
        continue
      }
      let message = MailMessage(
        from: .init(name: "Güvence – \(name)", address: options.sender),
        to: .init(name: account.displayName, address: account.email),
        subject: "Güvence günlük özeti, \(day.turkish)", date: now, id: "\(day).\(account.login)@guvence.invalid",
        body: body)
      if try outbox.write(message.bytes, as: file) { run.written.append(file) } else { run.existing += 1 }
    }
    return run
  }

  /// The text of one person's digest; `nil` where there is nothing to say.
  private func digest(
    for account: Account, on day: Day, _ name: String, _ options: DigestOptions
  ) throws -> String? {
    let actor = Actor(accountID: account.id, displayName: account.displayName, grants: account.grants)
    let end = Instant.startInIstanbul(of: day.adding(days: 1))
    let waiting = try waitingEscalations(by: actor)
    // What waits is listed with its day; its notice would say the same once more.
    let known = Set(waiting.lines.map { $0.escalation.id.description })
    let unread = try notices(unreadOnly: true, by: actor)
      .filter { $0.createdAt < end && !($0.kind == .escalation && known.contains($0.subject)) }
    if waiting.lines.isEmpty, unread.isEmpty { return nil }
    var lines = ["Sayın \(account.displayName),", ""]
    if !waiting.lines.isEmpty {
      lines.append("Kararınızı bekleyen eskalasyonlar (\(waiting.total)):")
      lines += waiting.lines.map { line in
        let late = line.isOverdue ? " — GECİKTİ" : ""
        return "- \(line.reference): \(line.escalation.occasion.trigger.name.turkish), "
          + "son gün \(line.escalation.dueOn.turkish)\(late)"
      }
      lines.append("")
    }
    if !unread.isEmpty {
      lines.append("Okunmamış bildirimler (\(unread.count)):")
      lines += unread.prefix(50).map { "- \($0.text.turkish)" }
      lines.append("")
    }
    if !options.site.isEmpty { lines += ["Bildirimleriniz: \(options.site)/notices", ""] }
    lines.append("\(name) — bu ileti Güvence tarafından kendiliğinden hazırlandı.")
    return lines.joined(separator: "\n") + "\n"
  }
}
