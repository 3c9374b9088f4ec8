import GuvenceApplication
import GuvenceRegister

/// A question to the register as the query of an address, so that a filtered list can be kept as a bookmark.
extension RegisterQuery {
  /// Reads `unit`, `level`, `state`, `cell`, `category`, `response`, `kind`, `controllability`, `method`, `q`, `sort`,
  /// `reversed`, `page`, `rows`; words that are not known are left out.
  init(_ values: Values) {
    self.init()
    unitCode = values["unit"].flatMap { $0.isEmpty ? nil : $0 }
    levels = values.all("level").filter { !$0.isEmpty }
    states = values.all("state").compactMap(RiskState.init(rawValue:))
    cell = values["cell"].flatMap(Cell.init(text:))
    category = values["category"].flatMap { $0.isEmpty ? nil : $0 }
    response = values["response"].flatMap(RiskResponse.init(rawValue:))
    kind = values["kind"].flatMap(RiskKind.init(rawValue:))
    controllability = values.nonEmpty("controllability")
    identificationMethod = values.nonEmpty("method")
    processCode = values.nonEmpty("process")
    text = values.text("q")
    sort = values["sort"].flatMap(RegisterSort.init(rawValue:)) ?? .score
    isReversed = values["reversed"] == "1"
    page = min(max(1, values.number("page") ?? 1), 1_000_000)
    pageSize = min(max(1, values.number("rows") ?? 50), 500)
  }

  /// What differs from the whole register in its usual order.
  var values: Values {
    var values = Values()
    values.add("q", text)
    values.add("unit", unitCode)
    for level in levels { values.add("level", level) }
    for state in states { values.add("state", state.rawValue) }
    values.add("cell", cell?.text)
    values.add("category", category)
    values.add("response", response?.rawValue)
    values.add("kind", kind?.rawValue)
    values.add("controllability", controllability)
    values.add("method", identificationMethod)
    values.add("process", processCode)
    if sort != .score { values.add("sort", sort.rawValue) }
    if isReversed { values.add("reversed", "1") }
    if page > 1 { values.add("page", String(page)) }
    if pageSize != 50 { values.add("rows", String(pageSize)) }
    return values
  }

  /// Whether anything narrows the list.
  var isFiltered: Bool {
    unitCode != nil || !levels.isEmpty || !states.isEmpty || cell != nil || category != nil || response != nil
      || kind != nil || controllability != nil || identificationMethod != nil || processCode != nil
      || !text.isEmpty
  }

  /// The same question with a change; back on the first page.
  func with(_ change: (inout RegisterQuery) -> Void) -> RegisterQuery {
    var copy = self
    copy.page = 1
    change(&copy)
    return copy
  }
}

extension RegisterQuery.Cell {
  /// `inherent-4-5`.
  var text: String { "\(basis.rawValue)-\(likelihood)-\(impact)" }

  /// Reads `inherent-4-5`.
  init?(text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let basis = HeatBasis(rawValue: String(parts[0])), let likelihood = Int(parts[1]),
      let impact = Int(parts[2]), (1...99).contains(likelihood), (1...99).contains(impact)
    else { return nil }
    self.init(basis: basis, likelihood: likelihood, impact: impact)
  }
}
