import GuvenceCore
import GuvenceRules
import Testing

@testable import GuvenceRegister

/// Limits, the choice of a statement, and the case of a risk above its appetite.
@Suite struct AppetiteTests {
  private let library: RuleLibrary
  private let methodology: Methodology
  private let day = Day(2026, 11, 10) ?? Day(daysSinceEpoch: 0)

  init() throws {
    library = try RuleLibrary.load(dataFolder: try DataLocator.locate())
    methodology = try #require(library.methodology("5x5", on: day))
  }

  @Test func appetiteNeverAboveToleranceNeverAboveCapacity() {
    let values = Array(-1...27)
    for appetite in values {
      for tolerance in values {
        for capacity in values {
          let limits = AppetiteLimits(appetite: appetite, tolerance: tolerance, capacity: capacity)
          let mayStand =
            appetite <= tolerance && tolerance <= capacity && appetite >= 1 && capacity <= 25
          #expect(limits.problems(under: methodology).isEmpty == mayStand)
        }
      }
    }
  }

  @Test func gradesFallIntoThreePartsWithoutAGap() {
    for appetite in 1...25 {
      for tolerance in appetite...25 {
        let limits = AppetiteLimits(appetite: appetite, tolerance: tolerance, capacity: 25)
        let grades = (1...25).map { limits.grade(of: $0) }
        #expect(grades == grades.sorted(), "a higher score is never milder")
        #expect(grades.count { $0 == .within } == appetite)
        #expect(grades.count { $0 == .attention } == tolerance - appetite)
      }
    }
  }

  @Test(arguments: ["3x3", "10x10", "5x5-a", "5x5-harf"])
  func movedLimitsKeepTheirOrderAndWhatLaysWithin(id: String) throws {
    let other = try #require(library.methodology(id, on: day))
    let mapping = try ScaleMapping.load(dataFolder: try DataLocator.locate(), on: day)
    let (from, to) = (methodology.likelihood.steps.count, other.likelihood.steps.count)
    for appetite in 1...25 {
      for tolerance in appetite...25 {
        let limits = AppetiteLimits(appetite: appetite, tolerance: tolerance, capacity: 25)
        let moved = limits.moved(from: methodology, to: other, by: mapping)
        #expect(moved.problems(under: other).isEmpty)
        for likelihood in 1...5 {
          for impact in 1...5 where limits.grade(of: likelihood * impact) == .within {
            let order = try #require(
              other.order(
                likelihood: mapping.map(likelihood, from: from, to: to), impact: mapping.map(impact, from: from, to: to)
              ))
            #expect(moved.grade(of: order) == .within)
          }
        }
      }
    }
  }

  @Test func targetBeforeCategoryBeforeOverallBeforeDefault() {
    let all = statement(1, .overall)
    let category = statement(2, .category("financial"))
    let target = statement(3, .target("H2.2"))
    let book = AppetiteBook([all, category, target], on: day)
    #expect(book.governing(category: "financial", target: " h2.2 ")?.id == target.id)
    #expect(book.governing(category: "financial", target: "H2.3")?.id == category.id)
    #expect(book.governing(category: "fraud", target: "")?.id == all.id)
    #expect(AppetiteBook([category, target], on: day).governing(category: "fraud", target: "H9") == nil)
  }

  @Test func aLaterApprovalSupersedesAndNothingComesBack() {
    let first = statement(1, .overall, from: 0)
    let second = statement(2, .overall, from: 10, until: 20)
    func standing(_ days: Int) -> [AppetiteBook.Standing] {
      let book = AppetiteBook([first, second], on: day.adding(days: days))
      return [book.standing(of: first), book.standing(of: second)]
    }
    #expect(standing(-1) == [.upcoming, .upcoming])
    #expect(standing(0) == [.inForce, .upcoming])
    #expect(standing(10) == [.superseded, .inForce])
    #expect(standing(20) == [.superseded, .inForce])
    #expect(standing(21) == [.superseded, .expired])
    let before = AppetiteBook([first, second], on: day, before: Instant(milliseconds: 1))
    #expect(before.statements.isEmpty, "what was proposed later was not known then")
  }

  /// Whatever people try in whatever order, after each evaluation the case agrees with score and day.
  @Test(arguments: 0..<60 as Range<UInt64>) func everySequenceEndsConsistent(seed: UInt64) {
    var walk = CaseWalk(seed: seed, statement: statement(1, .overall), day: day)
    for _ in 0..<120 {
      walk.step()
      #expect(BreachCase.isConsistent(walk.newest, walk.standing, on: walk.day), "\(walk.log)")
      #expect(walk.cases.dropLast().allSatisfy { !$0.state.isStanding }, "one standing case at most")
    }
  }

  @Test func aboveToleranceNobodyClosesByHandAndTheAcknowledgerDoesNotAccept() throws {
    var walk = CaseWalk(seed: 1, statement: statement(1, .overall), day: day)
    walk.score = 20
    walk.evaluate()
    let breach = try #require(walk.newest)
    #expect(breach.obstacle(to: .settle, by: Identifier(1)) != nil)
    #expect(breach.obstacle(to: .accept, by: Identifier(2)) != nil, "not before it is acknowledged")
    walk.act(.acknowledge, by: Identifier(1))
    let acknowledged = try #require(walk.newest)
    #expect(acknowledged.obstacle(to: .accept, by: Identifier(1)) != nil)
    #expect(acknowledged.obstacle(to: .accept, by: Identifier(2)) == nil)
    walk.act(.accept, by: Identifier(2))
    walk.day = try #require(walk.newest?.acceptance?.until)
    walk.evaluate()
    #expect(walk.newest?.state == .accepted, "its last day still counts")
    walk.day = walk.day.adding(days: 1)
    walk.evaluate()
    #expect(walk.newest?.state == .open)
    #expect(walk.newest?.last?.kind == .reopened)
  }

  private func statement(
    _ number: Int64, _ subject: AppetiteSubject, from: Int = 0, until: Int? = nil
  ) -> AppetiteStatement {
    var made = AppetiteStatement(
      id: Identifier(number), subject: subject, ruleSetID: 1, methodologyID: "5x5",
      limits: AppetiteLimits(appetite: 8, tolerance: 12, capacity: 20), rationale: "Deneme",
      validFrom: day.adding(days: from), validUntil: until.map { day.adding(days: $0) },
      proposedAt: Instant(milliseconds: number), proposedBy: "A", proposerID: Identifier(1))
    (made.decision, made.decidedAt, made.decidedBy) = (.approved, Instant(milliseconds: number + 100), "B")
    return made
  }
}

/// A risk whose score, day and case go their way by a seed.
private struct CaseWalk {
  let statement: AppetiteStatement
  var day: Day
  var score: Int? = 4
  var cases: [BreachCase] = []
  var log: [String] = []
  private var state: UInt64
  private var next: Int64 = 1

  init(seed: UInt64, statement: AppetiteStatement, day: Day) {
    (self.statement, self.day, state) = (statement, day, seed &* 0x9E37_79B9_7F4A_7C15 | 1)
  }

  var newest: BreachCase? { cases.last }

  var standing: AppetiteStanding? {
    guard let score else { return nil }
    let pair = JudgedPair(likelihood: 1, impact: 1, score: score, levelID: "x", levelRank: 1)
    return AppetiteStanding(pair, methodologyID: "5x5", by: statement, limits: statement.limits)
  }

  mutating func step() {
    switch random(7) {
    case 0: score = random(9) == 0 ? nil : 1 + random(25)
    case 1: day = day.adding(days: 1 + random(40))
    case 2: act(.acknowledge, by: Identifier(Int64(1 + random(3))))
    case 3: act(.accept, by: Identifier(Int64(1 + random(3))))
    case 4: act(.settle, by: Identifier(1))
    default: score = 7 + random(8)
    }
    evaluate()
  }

  mutating func evaluate() {
    guard let follows = BreachConsequence.after(newest, standing, on: day) else { return }
    write(follows.kind, follows.text, opens: follows.opensCase, by: nil)
  }

  mutating func act(_ act: BreachCase.Act, by person: Identifier<Account>?) {
    guard let newest, newest.obstacle(to: act, by: person) == nil else { return }
    switch act {
    case .acknowledge: write(.acknowledged, "plan", opens: false, by: person)
    case .accept: write(.accepted, "kabul", opens: false, by: person, until: day.adding(days: 1 + random(60)))
    case .settle: write(.settled, "kapat", opens: false, by: person)
    }
  }

  private mutating func write(
    _ kind: BreachEvent.Kind, _ text: String, opens: Bool, by person: Identifier<Account>?, until: Day? = nil
  ) {
    let isAct = [.acknowledged, .accepted, .settled].contains(kind)
    let last = newest?.last
    let event = BreachEvent(
      id: Identifier(next), caseID: opens ? Identifier(next) : newest?.id ?? Identifier(next), riskID: Identifier(1),
      kind: kind, at: Instant(milliseconds: next), by: "A", accountID: person,
      grade: isAct ? last?.grade ?? .within : standing?.grade ?? .within,
      score: isAct ? last?.score ?? 0 : standing?.score ?? 0, methodologyID: "5x5", statementID: statement.id,
      text: text, until: until)
    next += 1
    log.append("\(day) \(score ?? 0) \(kind)")
    if opens, let made = BreachCase(event) {
      cases.append(made)
    } else if !cases.isEmpty {
      cases[cases.count - 1].take(event)
    }
  }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
