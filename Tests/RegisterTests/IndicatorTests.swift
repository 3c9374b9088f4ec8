import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@Suite("Risk indicators")
struct IndicatorTests {
  static let rules: IndicatorRules? = {
    guard let data = try? DataLocator.locate() else { return nil }
    return try? RuleLibrary.load(dataFolder: data).indicators.first
  }()

  private func rules() throws -> IndicatorRules { try #require(IndicatorTests.rules) }

  /// Half steps on both sides of every threshold used below.
  static let plane: [Decimal] = stride(from: -30, through: 30, by: 1).map { Decimal($0) / 2 }

  /// The rule said another way: red where it is not at least yellow, green where it is better than green.
  private func expected(_ direction: IndicatorDirection, _ value: Decimal, _ limits: [Decimal]) -> IndicatorStatus {
    let worse: (Decimal, Decimal) -> Bool
    let reach: [Decimal]
    switch direction {
    case .lower: (worse, reach) = ({ !($0 < $1) }, [value, value])
    case .higher: (worse, reach) = ({ !($0 > $1) }, [value, value])
    case .target:
      let distance = max(value - limits[0], limits[0] - value)
      (worse, reach) = ({ !($0 <= $1) }, [distance, distance])
    }
    let bounds = direction == .target ? [limits[1], limits[2]] : [limits[0], limits[1]]
    let misses = zip(reach, bounds).count { worse($0, $1) }
    return [.normal, .warning, .alarm][misses]
  }

  @Test(arguments: IndicatorDirection.allCases) func coloursOverTheWholePlane(direction: IndicatorDirection) {
    let steps = stride(from: -10, through: 10, by: 2).map { Decimal($0) / 2 }
    var seen: Set<IndicatorStatus> = []
    var count = 0
    for green in steps {
      for yellow in steps {
        for red in direction == .target ? steps : [0] {
          let limits = IndicatorThresholds(direction, green: green, yellow: yellow, red: red)
          guard limits.problems.isEmpty else { continue }
          for value in IndicatorTests.plane {
            let status = limits.status(of: value)
            if status != expected(direction, value, [green, yellow, red]) {
              Issue.record("\(direction) \(green) \(yellow) \(red): \(value) is \(status)")
            }
            seen.insert(status)
            count += 1
          }
        }
      }
    }
    #expect(seen == Set(IndicatorStatus.allCases))
    #expect(count > 3000)
  }

  @Test(arguments: [
    (IndicatorDirection.lower, "4.9", IndicatorStatus.normal), (.lower, "5", .warning), (.lower, "9.99", .warning),
    (.lower, "10", .alarm), (.higher, "10.01", .normal), (.higher, "10", .warning), (.higher, "5", .alarm),
    (.target, "45", .normal), (.target, "55", .normal), (.target, "44.9", .warning), (.target, "60", .warning),
    (.target, "60.01", .alarm),
  ]) func valuesOnAThreshold(direction: IndicatorDirection, value: String, status: IndicatorStatus) throws {
    let limits =
      switch direction {
      case .lower: IndicatorThresholds(.lower, green: 5, yellow: 10)
      case .higher: IndicatorThresholds(.higher, green: 10, yellow: 5)
      case .target: IndicatorThresholds(.target, green: 50, yellow: 5, red: 10)
      }
    #expect(limits.status(of: try #require(Decimal(string: value))) == status)
  }

  @Test(arguments: IndicatorDirection.allCases, [-1, 0, 1]) func worseNeverLooksBetter(
    direction: IndicatorDirection, shift: Int
  ) {
    let ranks: [IndicatorStatus: Int] = [.normal: 0, .warning: 1, .alarm: 2]
    let limits = IndicatorThresholds(
      direction, green: Decimal(shift), yellow: direction == .higher ? Decimal(shift - 2) : Decimal(shift + 2),
      red: Decimal(shift + 4))
    guard limits.problems.isEmpty else { return }
    let fromBest: [Decimal] =
      switch direction {
      case .lower: IndicatorTests.plane
      case .higher: IndicatorTests.plane.reversed()
      case .target: IndicatorTests.plane.filter { $0 >= Decimal(shift) }
      }
    let seen = fromBest.compactMap { ranks[limits.status(of: $0)] }
    #expect(seen == seen.sorted())
  }

  @Test(arguments: [
    ("5", [], IndicatorTrend.stable), ("5", ["0"], .stable), ("5", ["-5", "5"], .stable), ("11", ["10"], .stable),
    ("11.01", ["10"], .rising), ("9", ["10"], .stable), ("8.99", ["10"], .falling),
    ("12.1", ["10", "10", "13"], .stable), ("12.2", ["10", "10", "13"], .rising),
    ("12.2", ["900", "10", "10", "13"], .rising), ("-8", ["-10"], .rising), ("-12", ["-10"], .falling),
    ("0", ["1"], .falling), ("0.1", ["0", "0", "0"], .stable), ("3.6667", ["3", "3", "4"], .rising),
    ("3.6666", ["3", "3", "4"], .stable),
  ]) func trendVectors(value: String, before: [String], trend: IndicatorTrend) throws {
    let earlier = try before.map { try #require(Decimal(string: $0)) }
    let movement = IndicatorMovement(of: try #require(Decimal(string: value)), after: earlier, under: try rules())
    #expect(movement.trend == trend)
    #expect(movement.previous == earlier.suffix(3).reversed())
  }

  @Test func shippedRulesNameEveryStateInBothLanguages() throws {
    let rules = try rules()
    let labels = IndicatorStatus.allCases.map { rules.label($0) }
    #expect(labels.map(\.name.turkish) == ["Normal", "Dikkat", "Alarm"])
    #expect(labels.allSatisfy { !$0.name.english.isEmpty && !$0.shape.isEmpty })
    #expect(Set(labels.map(\.shape)).count == 3)
    #expect((rules.previousCount, rules.risePercent, rules.fallPercent) == (3, 10, 10))
  }

  @Test(arguments: [
    (IndicatorFrequency.daily, "2026-11-23", "2026-11-23", "2026-11-23"),
    (.weekly, "2026-W48", "2026-11-23", "2026-11-29"), (.monthly, "2026-11", "2026-11-01", "2026-11-30"),
    (.quarterly, "2026-Q4", "2026-10-01", "2026-12-31"), (.halfYearly, "2026-H2", "2026-07-01", "2026-12-31"),
    (.yearly, "2026", "2026-01-01", "2026-12-31"),
  ]) func periods(frequency: IndicatorFrequency, text: String, start: String, end: String) throws {
    let day = try #require(Day(2026, 11, 23))
    let period = ReadingPeriod(frequency, containing: day)
    #expect((period.text, period.start.description, period.end.description) == (text, start, end))
    #expect(ReadingPeriod(frequency, text) == period)
    #expect(ReadingPeriod(frequency, "2026-13") == nil)
  }

  @Test(arguments: [("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("2025-12-29", "2026-W01")])
  func weeksBelongToTheYearOfTheirThursday(day: String, text: String) throws {
    #expect(ReadingPeriod(.weekly, containing: try #require(Day(iso: day))).text == text)
  }

  @Test func scheduleNamesWhatIsMissing() throws {
    let rules = try rules()
    let (start, today) = (try #require(Day(2026, 6, 15)), try #require(Day(2026, 11, 11)))
    let read = Set([Day(2026, 6, 1), Day(2026, 8, 1)].compactMap { $0 })
    let late = IndicatorSchedule(.monthly, from: start, read: read, today: today, under: rules)
    #expect(late.overdue.map(\.text) == ["2026-07", "2026-09", "2026-10"])
    #expect(late.overdueCount == 3 && late.next.text == "2026-07" && late.dueOn == Day(2026, 8, 10))
    let dayBefore = IndicatorSchedule(.monthly, from: start, read: read, today: today.adding(days: -1), under: rules)
    #expect(dayBefore.overdue.map(\.text) == ["2026-07", "2026-09"])
    let all = Set((6...11).compactMap { Day(2026, $0, 1) })
    let calm = IndicatorSchedule(.monthly, from: start, read: all, today: today, under: rules)
    #expect(calm.overdueCount == 0 && calm.next.text == "2026-12" && calm.dueOn == Day(2027, 1, 10))
  }

  @Test func daysOfYearsAreCountedAndListedShort() throws {
    let start = try #require(Day(2020, 1, 1))
    let schedule = IndicatorSchedule(
      .daily, from: start, read: [], today: start.adding(days: 1000), under: try rules())
    #expect(schedule.overdueCount == 999 && schedule.overdue.count == IndicatorSchedule.listLimit)
  }
}
