import FoundationEssentials
import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// A few of the catalogue's indicators in the sample administration, with made-up readings of the last months.
  func fillSampleIndicators(_ templates: [IndicatorTemplate]) throws {
    let (today, rules) = (today, try indicatorRules(on: today))
    try write("sample", by: .machineOperator) { connection, stamp in
      let access = try Access(.machineOperator, connection)
      for sample in SampleIndicator.all {
        guard let template = templates.first(where: { $0.id == sample.id }) else { continue }
        var form = IndicatorForm(template, unitCode: nil)
        let first = Period(containing: today, length: .month).start.adding(months: -sample.values.count)
        form.startsOn = first
        var (details, _) = try checked(form, today: today, access, connection)
        details.origin = template.id
        let risks = try RiskTable.all(ofUnit: details.unitID, connection).filter { sample.risks.contains($0.place) }
        let made = try insert(details, Set(risks.map(\.id)), access, stamp, connection)
        var fresh: Set<Identifier<IndicatorReading>> = []
        for (month, value) in sample.values.enumerated() where !value.isEmpty {
          let period = Period(containing: first.adding(months: month), length: .month)
          let input = ReadingInput(when: period.description, value: value)
          fresh.insert(try append(input, to: made, origin: .entered, rules, stamp, connection).id)
        }
        try openReviews(after: fresh, of: made, stamp, connection)
      }
    }
  }
}

/// A monthly indicator of the sample: values by month, oldest first, empty where the reading was forgotten.
private struct SampleIndicator {
  let id: String
  let risks: Set<Int>
  let values: [String]

  static let all = [
    SampleIndicator(
      id: "collection-rate", risks: [1, 2], values: ["88", "86,5", "84", "81,2", "79", "73,4", "71", "66,8"]),
    SampleIndicator(id: "server-downtime", risks: [], values: ["1", "0,5", "3", "1,5", "", "2", "0", "1"]),
    SampleIndicator(id: "backup-tests", risks: [], values: ["100", "100", "97", "92", "90", "94", "91", ""]),
    SampleIndicator(
      id: "fuel-deviation", risks: [], values: ["101", "99,5", "103", "106", "104", "102", "98", "100,4"]),
  ]
}

extension Risk {
  /// The running number at the end of the reference; 0 where it has none.
  fileprivate var place: Int { ReferenceNumber.parts(reference)?.number ?? 0 }
}
