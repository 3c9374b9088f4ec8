import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules
import Testing

@Suite struct ConsolidatedReportTests {
  private let report = ConsolidatedReport(Sample.snapshot(Sample.register))

  private func references(_ entries: [RegisterSnapshot.Entry]) -> [Int64] { entries.map(\.risk.id.rawValue) }

  @Test func levelsAreCountedUnderTheMethodologyInForce() {
    #expect(report.levels.map(\.level.id) == ["high", "medium", "low"])
    #expect(report.levels.map(\.inherent) == [2, 2, 0])
    #expect(report.levels.map(\.residual) == [1, 1, 1])
    #expect(report.levels.map(\.effective) == [2, 1, 1])
  }

  @Test func highestScoreFirstThenReference() {
    #expect(references(report.ranked) == [1, 3, 4, 2])
    #expect(references(report.aboveAppetite) == [1, 3])
    #expect(references(report.keyRisks) == [3])
  }

  @Test("Opportunities stand apart: no count, map or list of the threats moves with them")
  func opportunities() {
    let chance = Sample.entry(
      99, Sample.works, "Hibe çağrısı açılması",
      current: Sample.assessment(99, (5, 5), (5, 5), on: "2026-09-01", review: "2026-09-02"), isNew: true
    ) { details in
      details.kind = .opportunity
      details.isKeyRisk = true
    }
    let both = ConsolidatedReport(Sample.snapshot(Sample.register + [chance]))
    #expect(references(both.opportunities) == [99] && report.opportunities.isEmpty)
    #expect(both.levels == report.levels && both.ranked.map(\.risk.id) == report.ranked.map(\.risk.id))
    #expect(both.inherentMap == report.inherentMap && both.residualMap == report.residualMap)
    #expect(references(both.aboveAppetite) == references(report.aboveAppetite) && both.units == report.units)
    #expect(references(both.new) == references(report.new) && references(both.keyRisks) == references(report.keyRisks))
    #expect(references(both.reviewOverdue) == references(report.reviewOverdue))
  }

  @Test func movementAgainstThePreviousPeriod() {
    #expect(references(report.new) == [3])
    #expect(references(report.closed) == [7])
    #expect(references(report.risen) == [1])
    #expect(references(report.fallen) == [2])
    #expect(report.hasComparison)
  }

  @Test func whatNeedsAttention() {
    #expect(references(report.reviewOverdue) == [4])
    #expect(references(report.notAssessed) == [5])
    #expect(references(report.otherMethodology) == [6])
  }

  @Test func reviewIsDueOnItsDayAndOverdueAfterIt() {
    let due = Sample.entry(
      1, Sample.finance, "A", current: Sample.assessment(1, (1, 1), nil, on: "2026-01-01", review: "2026-09-30"))
    #expect(ConsolidatedReport(Sample.snapshot([due])).reviewOverdue.isEmpty)
  }

  @Test func mapsHoldEachPairOnce() {
    #expect(report.inherentMap.counted == 4)
    #expect(report.residualMap.counted == 3)
    let cell = report.inherentMap.rows[3][3]
    #expect(cell.references == ["MH.RA.0003"])
    #expect(cell.level?.id == "high")
    #expect(report.inherentMap.rows.joined().allSatisfy { $0.level != nil })
  }

  @Test func unitsStandInTheTurkishAlphabet() {
    #expect(report.units.map(\.code) == ["FİM", "İŞM", "MH"])
    #expect(report.units.map(\.count) == [2, 2, 2])
    #expect(report.units.map(\.notAssessed) == [0, 1, 0])
    #expect(report.units.map(\.aboveAppetite) == [1, 0, 1])
    #expect(report.units.map { $0.highest?.risk.reference } == ["FİM.RA.0001", nil, "MH.RA.0003"])
  }

  @Test func matrixMethodologyRanksByLevel() {
    let entries = [
      Sample.entry(
        1, Sample.finance, "A",
        current: Sample.assessment(1, (1, 2), nil, on: "2026-07-01", review: "2027-01-01", Sample.matrix),
        previous: Sample.assessment(1, (4, 4), nil, on: "2026-05-01", review: "2027-01-01", Sample.matrix),
        Sample.matrix),
      Sample.entry(
        2, Sample.finance, "B",
        current: Sample.assessment(2, (5, 5), nil, on: "2026-07-01", review: "2027-01-01", Sample.matrix),
        Sample.matrix),
    ]
    let report = ConsolidatedReport(Sample.snapshot(entries, Sample.matrix))
    #expect(!report.hasNumbers)
    #expect(references(report.ranked) == [2, 1])
    #expect(references(report.fallen) == [1])
    #expect(
      report.summary.map(\.turkish).contains("En yüksek düzeydeki risk MH.RA.0002 (Mali Hizmetler Müdürlüğü): yüksek."))
    #expect(
      report.summary.map(\.turkish).contains(
        "Önceki döneme (2026 yılı 2. çeyreği) göre 1 riskin düzeyi düşmüştür."))
  }
}
