import GuvenceCore
import GuvenceRegister
import Testing

@Suite("Events: days, frequency, totals")
struct EventValueTests {
  private static let base = Day(2026, 3, 1) ?? Day(daysSinceEpoch: 0)

  private func event(_ kind: EventKind, on day: Day, gross: Int64 = 0, recovered: Int64 = 0) -> RealisedEvent {
    var details = EventDetails(
      unitID: Identifier(1), kind: kind, description: "x", occurredOn: day, detectedOn: day, reportedOn: day)
    details.loss = EventLoss(gross: gross, recovered: recovered)
    return RealisedEvent(
      id: Identifier(1), code: "A.OL.0001", details: details, risks: [], version: 1,
      createdAt: Instant(milliseconds: 0))
  }

  /// Every order of three days around today.
  @Test func daysAreInOrderExactlyWhereNothingIsFound() {
    for occurred in -2...2 {
      for detected in -2...2 {
        for reported in -2...2 {
          let days = [occurred, detected, reported].map { Self.base.adding(days: $0) }
          let faults = EventDays.faults(
            occurred: days[0], detected: days[1], reported: days[2], today: Self.base)
          let isRight = occurred <= detected && detected <= reported && reported <= 0
          #expect(faults.isEmpty == isRight, "\(occurred) \(detected) \(reported)")
        }
      }
    }
  }

  @Test func frequencyCountsRealisedEventsAYear() {
    let start = Self.base
    let events = [30, 400, 800].map { event(.realised, on: start.adding(days: $0)) }
    let near = event(.nearMiss, on: start.adding(days: 10))
    let frequency = EventFrequency(of: events + [near], from: start, to: start.adding(days: 911))
    #expect(frequency.count == 3 && frequency.nearMisses == 1 && frequency.days == 912)
    #expect(frequency.hundredthsPerYear == 120)
  }

  @Test func lessThanAYearCountsAsAYearAndEarlierEventsLengthenTheTime() {
    let start = Self.base
    let one = event(.realised, on: start)
    #expect(EventFrequency(of: [one], from: start, to: start).days == 365)
    #expect(EventFrequency(of: [one], from: start, to: start).hundredthsPerYear == 100)
    let old = event(.realised, on: start.adding(days: -1000))
    #expect(EventFrequency(of: [old], from: start, to: start).days == 1001)
    #expect(EventFrequency(of: [], from: start, to: start).hundredthsPerYear == 0)
  }

  @Test func totalsAddUpAndNeverOverflow() {
    let total = EventTotal([
      event(.realised, on: Self.base, gross: 100, recovered: 40), event(.realised, on: Self.base, gross: 5),
      event(.nearMiss, on: Self.base),
    ])
    #expect(total.realised == 2 && total.nearMisses == 1 && total.loss == EventLoss(gross: 105, recovered: 40))
    #expect(total.loss.net == 65)
    #expect(
      EventTotal([event(.realised, on: Self.base, gross: .max), event(.realised, on: Self.base, gross: 9)])
        .loss.gross == .max)
  }

  @Test func codesHaveFourDigits() {
    #expect(RealisedEvent.code(unitCode: "MH", number: 7) == "MH.OL.0007")
    #expect(RealisedEvent.code(unitCode: "MH", number: 12345) == "MH.OL.12345")
  }
}
