import GuvenceCore
import GuvenceDataFiles

extension CatalogReading {
  /// `catalogs/indicators.yaml`; `directorates` give the unit codes.
  func indicators(_ directorates: [Directorate]?) -> [IndicatorTemplate]? {
    file("indicators.yaml") { object in
      let citation = citation(object)
      let codes = Dictionary((directorates ?? []).map { ($0.id, $0.code) }) { first, _ in first }
      let list = object.objects("indicators") { indicator($0, codes: codes, within: citation) }
      return citation == nil ? nil : list
    }
  }

  private func indicator(
    _ object: ObjectReader, codes: [String: String], within file: Citation?
  ) -> IndicatorTemplate? {
    let id = newID(object, kind: .indicator)
    let directorate = object.required("directorate").flatMap { use(.directorate, $0) }
    let (name, measure) = (object.localized("name"), object.text("measure"))
    let direction = object.choice("direction", as: IndicatorTemplate.Direction.self)
    let thresholds = object.object("thresholds") { part in
      let (green, yellow, red) = (part.decimal("green"), part.decimal("yellow"), part.optionalDecimal("red"))
      return green.flatMap { green in yellow.map { (green: green, yellow: $0, red: red) } }
    }
    let frequency = object.choice("frequency", as: IndicatorTemplate.Frequency.self)
    let (source, method) = (object.text("data_source"), object.text("method"))
    let legal = object.optionalList("legal") { use(.legalReference, $0) }
    let citation = citation(object, within: file)
    guard let id, let directorate, let name, let measure, let direction, let thresholds, let frequency, let source,
      let method, let legal
    else { return nil }
    let isOrdered =
      switch direction {
      case .lower: thresholds.green < thresholds.yellow && thresholds.red == nil
      case .higher: thresholds.green > thresholds.yellow && thresholds.red == nil
      case .target: thresholds.yellow >= 0 && thresholds.red.map { $0 > thresholds.yellow } == true
      }
    if !isOrdered {
      object.report(
        "thresholds", code: "threshold-order", message: "the thresholds do not fit the direction \(direction.rawValue)",
        remedy: "lower: green < yellow; higher: green > yellow; target: 0 ≤ yellow < red")
    }
    return IndicatorTemplate(
      id: id, unitCode: codes[directorate] ?? "", name: name, measure: measure, direction: direction,
      green: thresholds.green, yellow: thresholds.yellow, red: thresholds.red, frequency: frequency,
      dataSource: source, method: method, legal: legal, citation: citation)
  }
}
