import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles

extension IndicatorRules {
  /// Reads `rules/indicator-rules.yaml` and later versions `rules/indicator-rules@….yaml`, oldest first.
  static func read(dataFolder: String, _ reader: DataReader) -> [IndicatorRules] {
    let names = RuleFolder(dataFolder: dataFolder, reader: reader).files(in: "rules")
    return names.filter { $0.hasPrefix("rules/indicator-rules") }
      .compactMap { name in reader.file("\(dataFolder)/\(name)", name: name) { read($0, reader) } }
      .sorted { $0.effective < $1.effective }
  }

  static func read(_ root: DataNode, _ reader: DataReader) -> IndicatorRules? {
    reader.object(root) { object in
      let effective = object.day("effective")
      let status = object.object("status", status)
      let trend = object.object("trend", trend)
      let due = object.object("due", due)
      guard let effective, let status, let trend, let due else { return nil }
      return IndicatorRules(
        effective: effective, labels: status.labels, statusCitation: status.citation, previousCount: trend.previous,
        risePercent: trend.rise, fallPercent: trend.fall, trendCitation: trend.citation, graceDays: due.days,
        dueCitation: due.citation)
    }
  }

  private static func status(_ object: ObjectReader) -> (labels: [IndicatorStatus: Label], citation: Citation)? {
    let citation = object.citation()
    var labels: [IndicatorStatus: Label] = [:]
    for status in IndicatorStatus.allCases {
      labels[status] = object.object(status.rawValue) { part in
        let (name, shape) = (part.localized("name"), part.text("shape"))
        guard let name, let shape else { return nil }
        return Label(name: name, shape: shape)
      }
    }
    guard let citation, labels.count == IndicatorStatus.allCases.count else { return nil }
    return (labels, citation)
  }

  private static func trend(
    _ object: ObjectReader
  ) -> (previous: Int, rise: Decimal, fall: Decimal, citation: Citation)? {
    let citation = object.citation()
    let previous = object.int("previous", in: 1...100)
    let (rise, fall) = (object.decimal("rise-above-percent"), object.decimal("fall-below-percent"))
    guard let citation, let previous, let rise, let fall else { return nil }
    for (key, value) in [("rise-above-percent", rise), ("fall-below-percent", fall)] where value < 0 {
      object.report(key, code: "out-of-range", message: "\(value) is below 0")
    }
    return (previous, rise, fall, citation)
  }

  private static func due(_ object: ObjectReader) -> (days: [IndicatorFrequency: Int], citation: Citation)? {
    let citation = object.citation()
    var days: [IndicatorFrequency: Int] = [:]
    for frequency in IndicatorFrequency.allCases { days[frequency] = object.int(frequency.rawValue, in: 0...366) }
    guard let citation, days.count == IndicatorFrequency.allCases.count else { return nil }
    return (days, citation)
  }
}
