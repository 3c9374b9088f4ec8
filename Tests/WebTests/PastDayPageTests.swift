import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceWeb

@Suite("Pages of a past day", .serialized)
struct PastDayPageTests {
  let site: Site
  let time: Locked<Instant>
  private let owner = Actor.machineOperator
  private let risk = "MH.RA.0001"

  init() throws {
    let time = Locked<Instant>(Instant.now())
    self.time = time
    let site = try Site(clock: { time.withLock { $0 } })
    self.site = site
    let app = site.app
    let root = try #require(try app.units(by: .machineOperator).first?.unit)
    let form = AccountForm(
      login: "uye", displayName: "Üye", grants: [RoleGrant(role: .boardMember, unitID: root.id)])
    let made = try app.createAccount(form, by: .machineOperator)
    _ = try app.setPassword(
      link: try app.newPasswordLink(for: made.account.id, by: .machineOperator), password: Site.password)
  }

  @Test func theBodyOfAPastPageIsTheBodyThatWasShown() throws {
    var days: [(day: Day, pages: [String: [String]])] = []
    for number in 1...4 {
      try work(number)
      try enter()
      days.append((day, try pages()))
      time.withLock { $0 = Instant.startInIstanbul(of: $0.dayInIstanbul.adding(days: 2)).adding(seconds: 36_000) }
    }
    try enter()
    let now = try pages()
    for (day, shown) in days {
      for (address, lines) in shown {
        #expect(now[address] != lines || address.hasPrefix("/events"))
        let then = try body(address + "?as-of=\(day)")
        if let place = zip(lines, then).enumerated().first(where: { $1.0 != $1.1 })?.offset {
          let (was, says) = (lines.dropFirst(max(0, place - 3)).prefix(8), then.dropFirst(max(0, place - 3)).prefix(8))
          Issue.record("\(day) \(address)\nwas  \(was.joined(separator: "<"))\nsays \(says.joined(separator: "<"))")
        }
        #expect(lines.count == then.count, "\(day) \(address)")
      }
    }
    #expect(site.get("/indicators/MH.G.0001?as-of=1999-01-01").status == 404)
    #expect(site.get("/events/MH.OL.0001?as-of=1999-01-01").status == 404)
  }

  private var day: Day { time.withLock { $0 }.dayInIstanbul }

  private func enter() throws {
    site.enter(try site.app.signIn(login: "uye", password: Site.password, from: "127.0.0.1"))
  }

  private func pages() throws -> [String: [String]] {
    let app = site.app
    let indicators = try app.indicators(ofRisk: risk, by: owner).map { "/indicators/\($0.indicator.code)" }
    let events = try app.events(ofRisk: risk, by: owner).lines.map { "/events/\($0.event.code)" }
    var found: [String: [String]] = [:]
    for address in ["/risks/\(risk)"] + indicators + events { found[address] = try body(address) }
    return found
  }

  /// The tags of a page's main part, without what only says that a past day is shown.
  private func body(_ address: String) throws -> [String] {
    let page = site.get(address)
    #expect(page.status == 200, "\(address)")
    var text = try #require(page.text.split(separator: "<main", maxSplits: 1).last).description
    text = text.components(before: "</main>")
    if let lead = text.range(of: "<p class=\"warning\">Geçmiş bir günün") {
      let end = try #require(text.range(of: "</p>", after: lead.upperBound))
      text.removeSubrange(lead.lowerBound..<end.upperBound)
    }
    if let form = text.range(of: "<form class=\"inline no-print\" method=\"get\"") {
      text.removeSubrange(form.lowerBound...)
    }
    let asOf = address.split(separator: "?").dropFirst().first.map { "?" + $0 } ?? "?as-of="
    var tags = text.split(separator: "<").map { $0.description.replacing(asOf, with: "").trimmed }
    // What leads to a form is off the pages of past days.
    while let start = tags.firstIndex(where: { $0.contains("class=\"no-print\"") }),
      let name = tags[start].split(separator: " ").first,
      let end = tags[start...].firstIndex(where: { $0.hasPrefix("/\(name)>") })
    { tags.removeSubrange(start...end) }
    return tags
  }

  /// A day on which everything on the risk's page changes.
  private func work(_ number: Int) throws {
    let app = site.app
    let page = try app.risk(risk, by: owner).row.risk
    var details = page.details
    (details.statement, details.owner) = ("Tahsilat gecikir \(number)", "Sahip \(number)")
    _ = try app.editRisk(risk, details, version: page.version, by: owner)
    let stored = try app.risk(risk, by: owner).row.risk
    _ = try app.assess(
      risk, AssessmentInput(inherent: ScoreInput(likelihood: 5 - number % 2, impact: 6 - number), reason: "Yeni"),
      version: stored.version, by: owner)
    try gauge(number)
    try happen(number)
    if number % 2 == 0 { _ = try app.unrelateRisks(risk, to: "MH.RA.0002", by: owner) }
    if number % 2 == 1 { _ = try app.relateRisks(risk, to: "MH.RA.0002", kind: .increases, by: owner) }
    _ = try app.setReviewDay(risk, on: day.adding(days: 10 + number), reason: "Gerekçe \(number)", by: owner)
    _ = try app.runEscalation(by: owner)
    let unit = try app.resolve(unitCode: "MH", by: owner)
    _ = try app.editUnit(
      "MH", UnitForm(parentCode: nil, code: "MH", name: "Mali Hizmetler \(number)"), version: unit.version, by: owner)
  }

  private func gauge(_ number: Int) throws {
    let app = site.app
    var form = IndicatorForm()
    (form.unitCode, form.name, form.risks) = ("MH", "Gecikme \(number)", [risk])
    (form.green, form.yellow, form.frequency, form.startsOn) = ("5", "10", .daily, day)
    _ = try app.addIndicator(form, by: owner)
    for line in try app.indicators(ofRisk: risk, by: owner) where line.indicator.details.frequency == .daily {
      let value = "\(number * 4)"
      _ = try app.recordReading(line.indicator.code, ReadingInput(value: value, note: "Not \(number)"), by: owner)
    }
  }

  private func happen(_ number: Int) throws {
    let app = site.app
    var form = EventForm()
    (form.unitCode, form.description, form.risks) = ("MH", "Olay \(number)", [risk])
    (form.occurredOn, form.grossLoss) = (day, "1\(number)0,5")
    let event = try app.addEvent(form, by: owner)
    for line in try app.events(ofRisk: risk, by: owner).lines where line.event.closedOn == nil {
      _ = try app.addLesson(line.event.code, LessonForm(text: "Ders \(number)"), by: owner)
    }
    if number > 1 { _ = try app.closeEvent(event.code, reason: "Bitti", version: event.version, by: owner) }
  }
}

extension String {
  /// What stands before `mark`; all where it does not occur.
  fileprivate func components(before mark: String) -> String {
    range(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }

  /// The first place of `text` after `start`.
  fileprivate func range(of text: String, after start: String.Index? = nil) -> Range<String.Index>? {
    self[(start ?? startIndex)...].firstRange(of: text)
  }
}
