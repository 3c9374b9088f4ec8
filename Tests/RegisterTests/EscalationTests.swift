import GuvenceCore
import GuvenceRules
import Testing

@testable import GuvenceRegister

@Suite("Escalation") struct EscalationTests {
  static let today = Day(2026, 11, 23) ?? Day(daysSinceEpoch: 0)

  static func rules() throws -> EscalationRules {
    let library = try RuleLibrary.load(dataFolder: try DataLocator.locate())
    return try #require(EscalationRules(library, on: today))
  }

  static func facts(
    level: String? = "high", isTop: Bool = false, home: EscalationStep = .subUnit, review: Day? = nil,
    _ happenings: [EscalationOccasion] = []
  ) -> EscalationFacts {
    EscalationFacts(
      riskID: Identifier(1), unitID: Identifier(2), home: home, levelID: level, levelName: nil, isTopLevel: isTop,
      isHigh: isTop || level == "high", nextReviewOn: review, happenings: happenings)
  }

  @Test(arguments: EscalationStep.allCases) func laddersOnlyLeadUpAndEnd(step: EscalationStep) {
    var (current, steps) = (step, 0)
    while let next = current.next {
      #expect(next > current)
      (current, steps) = (next, steps + 1)
    }
    #expect(current == .topManager && steps < EscalationStep.allCases.count)
    for word in ["next", "brk", "irk", "kurul", "ust-yonetici", "?"] where step != .topManager {
      #expect(EscalationStep.target(word, from: step) > step)
    }
  }

  @Test func triggersFollowFromTheFacts() {
    let day = EscalationTests.today
    #expect(triggers(for: EscalationTests.facts(), on: day).isEmpty)
    #expect(triggers(for: EscalationTests.facts(isTop: true), on: day).map(\.trigger) == [.topLevel])
    #expect(triggers(for: EscalationTests.facts(review: day), on: day).isEmpty)
    let late = triggers(for: EscalationTests.facts(review: day.adding(days: -1)), on: day)
    #expect(late.map(\.trigger) == [.overdueReview])
    let action = EscalationOccasion(.overdueAction, key: "E1", text: "Eylem gecikti.")
    #expect(triggers(for: EscalationTests.facts([action, action]), on: day) == [action])
    #expect(triggers(for: EscalationTests.facts(level: "medium", [action]), on: day).isEmpty)
  }

  /// Random stories, possible and not: the fold takes exactly what the table of states allows.
  @Test(arguments: 0..<40) func everySequenceKeepsTheStatesConsistent(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    var escalation = try #require(Escalation([Story.event(1, .opened, from: .subUnit, to: .unit)]))
    for number in 2..<60 {
      let kind = EscalationEvent.Kind.allCases.randomElement(using: &generator) ?? .closed
      let to = EscalationStep.allCases.randomElement(using: &generator) ?? .unit
      let before = escalation
      let isRaise = kind == .raised
      let event = Story.event(Int64(number), kind, from: before.to, to: isRaise ? to : before.to, opening: 1)
      let isAllowed = before.state.after(kind) != nil && (!isRaise || to > before.to)
      #expect(escalation.take(event) == isAllowed)
      #expect(escalation.to >= before.to, "an escalation never goes down")
      if before.state == .closed { #expect(escalation == before) }
      if !isAllowed { #expect(escalation == before) }
      #expect(Escalation(escalation.events) == escalation)
      #expect(Escalation.all(escalation.events.reversed()) == [escalation])
    }
  }

  /// A year of daily runs over facts that come and go: nothing is skipped downwards, a second run does nothing, every
  /// trigger has at most one living escalation, and what nobody decides ends at the top.
  @Test(arguments: 0..<12) func aYearOfRunsClimbsAndSettles(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    let rules = try EscalationTests.rules()
    let home = EscalationStep.home(depth: Int(seed % 3))
    let stays = EscalationOccasion(.redIndicator, key: "1", text: "Kırmızı.")
    var (world, today) = (Story(), EscalationTests.today)
    for _ in 0..<365 {
      let isTop = Int.random(in: 0..<10, using: &generator) < 3
      let level = isTop ? "very-high" : ["high", "medium"].randomElement(using: &generator)
      let review = today.adding(days: Int.random(in: -3...3, using: &generator))
      let facts = EscalationTests.facts(level: level, isTop: isTop, home: home, review: review, [stays])
      let plan = EscalationPlan(rules, on: today)
      world.make(plan.moves(facts, live: world.live), on: today)
      #expect(plan.moves(facts, live: world.live).isEmpty, "the same day twice")
      let keys = world.live.map { "\($0.occasion.trigger.rawValue)/\($0.occasion.key)" }
      #expect(Set(keys).count == keys.count)
      for escalation in world.live { #expect(escalation.to > home) }
      today = today.adding(days: 1)
    }
    let patient = try #require(world.live.first { $0.occasion == stays })
    #expect(patient.to == .topManager && patient.state == .raised && patient.isOverdue(on: today))
    let steps = patient.events.map(\.to)
    #expect(steps == steps.sorted() && Set(steps).count == steps.count)
    world.make(EscalationPlan(rules, on: today).moves(nil, live: world.live), on: today)
    #expect(world.live.isEmpty)
  }

  @Test func decidedOnesRestWhileTheTriggerHolds() throws {
    let (rules, today) = (try EscalationTests.rules(), EscalationTests.today)
    var world = Story()
    let facts = EscalationTests.facts(level: "very-high", isTop: true, home: .unit)
    world.make(EscalationPlan(rules, on: today).moves(facts, live: []), on: today)
    #expect(world.live.map(\.to) == [.administration])
    world.decideAll()
    let later = EscalationPlan(rules, on: today.adding(days: 300))
    #expect(later.moves(facts, live: world.live).isEmpty)
    #expect(later.moves(EscalationTests.facts(home: .unit), live: world.live).count == 1)
  }

  @Test func whoMayAnswerStandsThereOrAbove() {
    let path: [Identifier<Unit>] = [Identifier(1), Identifier(2)]
    func may(_ role: Role, _ unit: Int64, _ step: EscalationStep) -> Bool {
      EscalationAuthority.mayAnswer(at: step, by: [RoleGrant(role: role, unitID: Identifier(unit))], path: path)
    }
    #expect(may(.unitCoordinator, 2, .unit) && !may(.unitCoordinator, 3, .unit))
    #expect(!may(.unitCoordinator, 2, .administration) && may(.administrationCoordinator, 1, .unit))
    #expect(may(.administrationCoordinator, 1, .board) && !may(.administrationCoordinator, 1, .topManager))
    #expect(!may(.boardMember, 1, .board) && may(.topManager, 1, .topManager) && may(.topManager, 1, .unit))
    #expect(!may(.internalAuditor, 1, .unit) && !may(.processOwner, 2, .unit) && !may(.subUnitCoordinator, 2, .unit))
  }

  @Test(arguments: [
    ("ad.soyad@kurum.bel.tr", true), ("a@b.c", true), ("a+b@x-y.org", true), ("", false), ("a", false), ("a@b", false),
    ("a@@b.c", false), ("a b@c.d", false), ("ş@c.d", false), ("a@-b.c", false), (".a@b.c", false), ("a..b@c.d", false),
    ("a@b.c\r\nBcc: x@y.z", false),
  ])
  func addressesAreCheckedPlainly(text: String, isValid: Bool) { #expect(EmailAddress.isValid(text) == isValid) }
}

/// The escalations of one risk, as a store would keep them.
private struct Story {
  private(set) var events: [EscalationEvent] = []

  var live: [Escalation] { Escalation.all(events).filter { $0.state != .closed } }

  mutating func make(_ moves: [EscalationMove], on day: Day) {
    for move in moves {
      let number = Int64(events.count + 1)
      switch move {
      case .open(let occasion, let to, let dueOn, _):
        events.append(Story.event(number, .opened, from: .subUnit, to: to, occasion, dueOn: dueOn, on: day))
      case .raise(let escalation, let to, let dueOn, _, _):
        events.append(
          Story.event(
            number, .raised, from: escalation.to, to: to, escalation.occasion, dueOn: dueOn, on: day,
            opening: escalation.id.rawValue))
      case .close(let escalation):
        events.append(
          Story.event(
            number, .closed, from: escalation.to, to: escalation.to, escalation.occasion, on: day,
            opening: escalation.id.rawValue))
      }
    }
  }

  mutating func decideAll() {
    for escalation in live {
      events.append(
        Story.event(
          Int64(events.count + 1), .decided, from: escalation.from, to: escalation.to, escalation.occasion,
          opening: escalation.id.rawValue))
    }
  }

  static func event(
    _ number: Int64, _ kind: EscalationEvent.Kind, from: EscalationStep, to: EscalationStep,
    _ occasion: EscalationOccasion = EscalationOccasion(.topLevel, text: "En üstte."), dueOn: Day? = nil,
    on day: Day = EscalationTests.today, opening: Int64? = nil
  ) -> EscalationEvent {
    EscalationEvent(
      id: Identifier(number), openingID: opening.map { Identifier($0) }, riskID: Identifier(1), kind: kind,
      occasion: occasion, levelID: "high", from: from, to: to, dueOn: dueOn ?? day,
      ruling: EscalationRuling(
        target: to.rawValue, days: 7, ruleID: "escalation", effective: day,
        citation: Citation(source: "Deneme", checkedOn: nil, isVerified: false)),
      text: "", at: .startInIstanbul(of: day), doneBy: "deneme")
  }
}

/// A small seeded generator (SplitMix64), so that runs repeat.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Machine-written sentences of escalations in both languages.
@Suite struct EscalationWordingTests {
  @Test(arguments: [
    (EscalationWording.topLevel.text("Çok yüksek"), "The risk stands at the top level: Çok yüksek."),
    (EscalationWording.breachWithScore.text("20"), "The risk is above tolerance, score 20."),
    (EscalationWording.breach.text(), "The risk is above tolerance."),
    (EscalationWording.realisedEvent.text("MH.OL.0001", "05.03.2026"), "The risk came true: MH.OL.0001, 2026-03-05."),
    (EscalationWording.overdueAction.text("A.1", "05.03.2026"), "Action overdue: A.1, due on 2026-03-05."),
    (EscalationWording.sharedRisk.text("MH, FEN"), "The risk touches other units too: MH, FEN."),
    (EscalationWording.overdueReview.text("05.03.2026"), "The review was due on 2026-03-05; nobody assessed."),
    (EscalationWording.undecided.text("05.03.2026"), "Not decided in time (2026-03-05)."),
    (EscalationWording.riskGone.text(), "The risk left the register."),
    (
      "MH.G.0001 göstergesi alarm verdi: Gecikme, 2026-03, 12 adet.",
      "Indicator MH.G.0001 gave the alarm: Gecikme, 2026-03, 12 adet."
    ),
    ("Müdür karar verdi.", "Müdür karar verdi."), ("", ""),
  ]) func twin(stored: String, english: String) {
    #expect(EscalationWording.twin(of: stored) == Localized(stored, english))
  }

  @Test func everyFormReadsBackWhatItWrites() {
    for wording in EscalationWording.allCases {
      let text = wording.text("bir", "iki")
      #expect(EscalationWording.twin(of: text).turkish == text)
      #expect(EscalationWording.twin(of: text).english != text, "\(wording)")
    }
  }
}
