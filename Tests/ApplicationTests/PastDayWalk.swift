import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules

@testable import GuvenceApplication

/// People of a town who change everything that stands on a risk's page, in a random order that a seed fixes.
final class PastDayWalk {
  let town: Town
  let owner = Actor.machineOperator
  let manager: Actor
  let chair: Actor
  var random: Seeded
  /// How often each act went through.
  private(set) var done: [String: Int] = [:]
  var indicators: [String] = []
  var events: [String] = []
  var controls: [String] = []
  var actions: [String] = []
  var sessions: [Identifier<VoteSession>] = []

  init(seed: UInt64) throws {
    town = try Town()
    random = Seeded(state: seed)
    manager = try town.person(.topManager, in: town.root)
    chair = try town.person(.administrationCoordinator, in: town.root)
    for unit in [town.finance, town.works] {
      controls.append(try app.addControl(ControlUseTests.form(unit.code, "Kontrol"), by: owner).code)
      indicators.append(try app.addIndicator(indicator([town.risk(of: unit)]), by: owner).code)
      events.append(try app.addEvent(event([town.risk(of: unit)]), by: owner).code)
      actions.append(try app.addAction(action([town.risk(of: unit)]), by: owner).code)
    }
    _ = try app.proposeAppetite(limits(), by: owner)
  }

  var app: App { town.app }
  var references: [String] { town.units.map(town.risk(of:)) }

  typealias Act = (name: String, run: @Sendable (PastDayWalk) throws -> Void)

  /// A day's work: acts in random order, refusals passed over; the clock ends late in the evening.
  func spendDay(_ acts: Int) throws {
    for _ in 0..<acts {
      town.wait(seconds: 60)
      guard let act = PastDayWalk.acts.randomElement(using: &random) else { continue }
      do {
        try act.run(self)
        done[act.name, default: 0] += 1
      } catch is Problem {
        continue
      }
    }
    town.time.withLock { $0 = Instant.startInIstanbul(of: $0.dayInIstanbul).adding(seconds: 23 * 3600) }
  }

  /// Goes on to the next morning, sometimes a few days later.
  func sleep() {
    let days = number(1...4)
    town.time.withLock { now in
      now = Instant.startInIstanbul(of: now.dayInIstanbul.adding(days: days)).adding(seconds: 9 * 3600)
    }
  }

  func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  func chance() -> Bool { Bool.random(using: &random) }
  func any<Element>(_ all: [Element]) throws -> Element {
    guard let one = all.randomElement(using: &random) else { throw Access.notFound }
    return one
  }
  func risk() throws -> String { try any(references) }
  /// A risk whose case stands so.
  func breached(_ state: BreachCase.State) throws -> String {
    try any(try app.appetite(AppetiteQuery(state: state), by: owner).cases).reference
  }
  func word(_ what: String) -> String { "\(what) \(number(1...99_999))" }
  func page(_ reference: String) throws -> RiskPage { try app.risk(reference, by: owner) }

  func pair() -> ScoreInput { ScoreInput(likelihood: number(1...5), impact: number(1...5)) }

  func limits() -> AppetiteForm {
    var form = AppetiteForm()
    let low = number(3...10)
    (form.kind, form.rationale) = ("overall", word("Gerekçe"))
    (form.appetite, form.tolerance, form.capacity) = ("\(low)", "\(low + 3)", "\(low + 8)")
    return form
  }

  func indicator(_ risks: [String]) -> IndicatorForm {
    var form = GaugeOffice.form(risks: risks)
    (form.name, form.frequency, form.startsOn) = (word("Gösterge"), .daily, Town.today.adding(days: -3))
    return form
  }

  func event(_ risks: [String]) -> EventForm {
    var form = EventForm()
    (form.unitCode, form.description, form.risks) = (town.finance.code, word("Olay"), risks)
    (form.occurredOn, form.kind) = (Town.today.adding(days: -number(0...40)), chance() ? .realised : .nearMiss)
    if form.kind == .realised { form.grossLoss = "\(number(1...900)),50" }
    return form
  }

  func action(_ risks: [String]) -> ActionForm {
    var form = ActionForm()
    (form.unitCode, form.risks, form.title) = (town.works.code, risks, word("Eylem"))
    (form.owner, form.outcome, form.partners) = ("Müdür", "Rapor", chance() ? ["HUK"] : [])
    form.dueOn = Town.today.adding(days: number(5...60))
    return form
  }

  func file() throws -> String {
    let path = town.folder.fresh("txt")
    try Data(word("Tutanak").utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}
