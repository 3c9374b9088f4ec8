import GuvenceCore
import GuvenceDataFiles

/// Reads one process from a data file of `catalogs/processes` (or a copy of one).
public struct ProcessReader {
  /// Something a process names that must be declared elsewhere.
  public enum Reference: Sendable {
    /// Code of another process.
    case process
    /// Id of a legal reference.
    case legal
  }

  let reader: DataReader
  let use: (Reference, DataNode) -> Void

  /// A reader that reports to `reader` and hands each outward reference to `use`.
  public init(_ reader: DataReader, use: @escaping (Reference, DataNode) -> Void = { _, _ in }) {
    (self.reader, self.use) = (reader, use)
  }

  /// The process in the mapping; `nil` after reporting why not.
  public func process(_ object: ObjectReader) -> WorkProcess? {
    let card = card(object)
    let citation = citation(object)
    let sources = object.optionalList("sources", reader.text)
    let parameters = object.optionalObjects("parameters") { parameter($0, within: citation) }
    let limits = Set((parameters ?? []).map(\.id))
    let chart = chart(object, limits: limits)
    guard let card, let citation, let sources, let parameters, let chart else { return nil }
    return WorkProcess(card: card, chart: chart, parameters: parameters, sources: sources, citation: citation)
  }

  private func card(_ object: ObjectReader) -> ProcessCard? {
    let (code, name) = (object.text("code"), object.localized("name"))
    let kind = object.choice("class", as: ProcessCard.Class.self)
    let (unit, owner) = (object.text("unit"), object.text("owner"))
    let (purpose, scope) = (object.localized("purpose"), object.text("scope"))
    let (inputs, outputs) = (object.list("inputs", reader.text), object.list("outputs", reader.text))
    let (suppliers, customers) = (object.list("suppliers", reader.text), object.list("customers", reader.text))
    let basis = object.list("basis", reader.text)
    let legal = object.optionalList("legal") { node in
      use(.legal, node)
      return reader.text(node)
    }
    let number = object.optionalText("document_number")
    let (filePlan, detsis) = (object.optionalText("file_plan_code"), object.optionalText("detsis"))
    let isFinancial = object.optionalFlag("financial")
    guard let code, let name, let kind, let unit, let owner, let purpose, let scope, let inputs, let outputs,
      let suppliers, let customers, let basis, let legal
    else { return nil }
    var card = ProcessCard(code: code, name: name, processClass: kind, unit: unit, owner: owner)
    (card.purpose, card.scope, card.inputs, card.outputs) = (purpose, scope, inputs, outputs)
    (card.suppliers, card.customers, card.legalBasis, card.legalReferences) = (suppliers, customers, basis, legal)
    (card.documentNumber, card.filePlanCode, card.detsisNumber) = (number ?? "", filePlan ?? "", detsis ?? "")
    card.isFinancial = isFinancial ?? false
    return card
  }

  private func citation(_ object: ObjectReader) -> Citation? {
    let (source, section) = (object.text("source"), object.optionalText("section"))
    let (checked, verified) = (object.optionalDay("checked"), object.flag("verified"))
    guard let source, let verified else { return nil }
    return Citation(source: source, section: section ?? "", checkedOn: checked, isVerified: verified)
  }

  private func parameter(_ object: ObjectReader, within file: Citation?) -> Parameter? {
    let (id, name) = (object.text("id"), object.localized("name"))
    let unit = object.required("unit").flatMap(unit)
    let values = object.objects("values") { value($0, within: file) }
    guard let id, let name, let unit, let values else { return nil }
    if values.isEmpty || zip(values, values.dropFirst()).contains(where: { $0.from >= $1.from }) {
      object.report("values", code: "bad-order", message: "values are missing or not in the order of their days")
    }
    return Parameter(id: id, name: name, unit: unit, values: values)
  }

  private func unit(_ node: DataNode) -> Parameter.Unit? {
    let times = StepDuration.Unit.allCases.map(\.rawValue)
    guard let word = reader.choice(node, among: times + ["lira", "percent", "count"]) else { return nil }
    if let time = StepDuration.Unit(rawValue: word) { return .time(time) }
    return word == "lira" ? .lira : word == "percent" ? .percent : .count
  }

  private func value(_ object: ObjectReader, within file: Citation?) -> Parameter.Value? {
    let (from, amount) = (object.day("from"), object.int("value", in: 1...1_000_000_000))
    let source = object.optionalText("source")
    let (checked, verified) = (object.optionalDay("checked"), object.flag("verified"))
    guard let from, let amount, let verified else { return nil }
    let citation = Citation(source: source ?? file?.source ?? "", checkedOn: checked, isVerified: verified)
    return Parameter.Value(from: from, amount: amount, citation: citation)
  }
}
