import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// The chart of a past day is the one that stood then, with its card, links, levels and findings.
@Suite struct ChartHistoryTests {
  /// What the pages say of a process.
  private struct Shown: Equatable {
    let details: ProcessDetails
    let approved: ChartVersion?
    let open: ChartVersion?
    let versions: [ChartVersion]
    let chart: Chart
    let findings: [ChartFinding]
    let links: [String]
    let steps: [String]
    let line: String

    init(_ office: ProcessOffice, _ reader: Actor, asOf: Day?) throws {
      let app = office.app
      let page = try app.process(office.code, by: reader, asOf: asOf)
      (details, approved, open, versions) = (page.record.details, page.approved, page.open, page.versions)
      let shown = try app.chart(office.code, number: page.current?.number, by: reader, asOf: asOf)
      (chart, findings) = (shown.process.chart, shown.findings)
      links = page.links.map {
        "\($0.stepName) \($0.pointText) \($0.reference) \($0.text) \($0.level?.id ?? "") \($0.effectiveness == nil)"
      }
      steps = try app.steps(ofRisk: office.town.risk(of: office.town.finance), by: reader, asOf: asOf)
        .map { "\($0.stepName) \($0.role) \($0.pointText)" }
      line = "\(try app.processTree(by: reader, asOf: asOf).first as Any)"
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func everyPastDayShowsWhatWasShownThen(seed: UInt64) throws {
    let office = try ProcessOffice()
    let reader = try office.town.person(.boardMember, in: office.town.root)
    var random = Seeded(state: seed)
    var days: [(day: Day, shown: Shown)] = []
    for number in 1...20 {
      for _ in 0..<8 { try act(office, number, &random) }
      days.append((office.app.today, try Shown(office, reader, asOf: nil)))
      // Past the yearly review, too.
      office.town.wait(days: Int.random(in: 1...30, using: &random))
    }
    for (day, shown) in days {
      let then = try Shown(office, reader, asOf: day)
      #expect(then == shown, "\(day)")
      if let approved = shown.approved { #expect(then.chart == approved.chart) }
    }
    #expect(Set(days.compactMap { $0.shown.approved?.number }).count > 1, "hardly anything was approved")
    #expect(try office.isIntact())
  }

  /// Something that may happen; what is not allowed just now does not.
  private func act(_ office: ProcessOffice, _ number: Int, _ random: inout Seeded) throws {
    let (app, code) = (office.app, office.code)
    let page = try app.process(code, by: office.owner)
    let open = page.open
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1:
      guard open?.state != .inReview else { return }
      let chart = ProcessOffice.chart("Ödeme emri \(number)")
      _ = try app.saveChart(code, chart, note: "\(number)", version: open?.version, by: office.owner)
    case 2, 3:
      guard let open, open.state == .draft else { return }
      _ = try app.submitChart(code, version: open.version, by: office.owner)
    case 4:
      guard let open, open.state == .inReview else { return }
      _ = try app.approveChart(code, version: open.version, by: office.coordinator)
    case 5:
      guard let open else { return }
      if open.state == .inReview {
        _ = try app.returnChart(code, reason: "Eksik \(number)", version: open.version, by: office.coordinator)
      } else {
        _ = try app.discardChart(code, version: open.version, by: office.owner)
      }
    case 6:
      var form = ProcessForm(page.record, unitCode: "MH", parentCode: nil)
      form.purpose = "Amaç \(number)"
      _ = try app.editProcess(code, form, version: page.record.version, by: office.owner)
    case 7:
      if let link = page.links.first { return try app.endLink(code, id: link.link.id.rawValue, by: office.owner) }
      guard open != nil || page.approved != nil else { return }
      let reference = office.town.risk(of: office.town.finance)
      try app.linkRisk(code, step: "1", point: "R1", reference: reference, by: office.owner)
    default:
      let reference = office.town.risk(of: office.town.finance)
      let input = AssessmentInput(
        inherent: ScoreInput(likelihood: 1 + number % 5, impact: 1 + number % 4), reason: "Yeni")
      let version = try app.risk(reference, by: .machineOperator).row.risk.version
      _ = try app.assess(reference, input, version: version, by: .machineOperator)
    }
  }
}
