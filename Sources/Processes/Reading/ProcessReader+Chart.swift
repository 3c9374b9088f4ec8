import GuvenceCore
import GuvenceDataFiles

extension ProcessReader {
  func chart(_ object: ObjectReader, limits: Set<String>) -> Chart? {
    let lanes = object.optionalList("lanes", reader.text)
    var ids: Set<String> = []
    let steps = object.objects("steps") { step($0, limits: limits, ids: &ids) }
    let flows = object.list("flows") { row($0, ids: ids) }
    var risks: Set<String> = []
    let points = object.optionalObjects("risks") { risk($0, steps: ids, ids: &risks) }
    var controlIDs: Set<String> = []
    let controls = object.optionalObjects("controls") { control($0, steps: ids, risks: risks, ids: &controlIDs) }
    guard let lanes, let steps, let flows, let points, let controls else { return nil }
    return Chart(lanes: lanes, steps: steps, flows: flows.flatMap { $0 }, risks: points, controls: controls)
  }

  private func step(_ object: ObjectReader, limits: Set<String>, ids: inout Set<String>) -> Step? {
    let id = object.required("id").flatMap { newID($0, among: &ids) }
    let kind = object.choice("kind", as: Step.Kind.self)
    let (role, name, system) = (object.optionalText("role"), object.text("name"), object.optionalText("system"))
    let documents = object.optionalList("documents", reader.text)
    let action = object.optionalChoice("action", as: Step.Action.self)
    let (sensitive, final) = (object.optionalFlag("sensitive"), object.optionalFlag("irrevocable"))
    let number = object.optionalText("number")
    let duration = object.optional("duration").flatMap(duration)
    let limit = object.optional("limit").flatMap { known($0, among: limits, as: "parameter") }
    let calls = object.optional("calls").flatMap { node in
      use(.process, node)
      return reader.text(node)
    }
    guard let id, let kind, let name, let documents else { return nil }
    return Step(
      id: id, number: number ?? "", kind: kind, role: role, name: name, documents: documents, system: system,
      duration: duration, limit: limit, action: action, isSensitive: sensitive ?? false,
      isIrrevocable: final ?? false, calls: calls)
  }

  private func duration(_ node: DataNode) -> StepDuration? {
    guard let text = reader.text(node) else { return nil }
    if let duration = StepDuration(text) { return duration }
    reader.report(
      at: node, code: "bad-duration", message: "\(text) is no duration",
      remedy: "write a number, a blank and one of "
        + StepDuration.Unit.allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  /// One line `a > b > c` or `a [label] > b`.
  private func row(_ node: DataNode, ids: Set<String>) -> [Flow]? {
    guard let text = reader.text(node) else { return nil }
    guard let flows = FlowLine.read(text) else {
      reader.report(
        at: node, code: "bad-flow", message: "“\(text)” is no row of flows",
        remedy: "write it as a > b > c, or a [label] > b")
      return nil
    }
    for id in flows.flatMap({ [$0.source, $0.target] }).uniqued where !ids.contains(id) {
      unknown(id, at: node, among: ids, as: "step")
    }
    return flows
  }

  private func risk(_ object: ObjectReader, steps: Set<String>, ids: inout Set<String>) -> RiskPoint? {
    let id = object.required("id").flatMap { newID($0, among: &ids) }
    let step = object.required("step").flatMap { known($0, among: steps, as: "step") }
    let (text, cause, effect) = (object.text("text"), object.optionalText("cause"), object.optionalText("effect"))
    let level = object.optionalChoice("level", as: RiskPoint.Level.self)
    guard let id, let step, let text else { return nil }
    return RiskPoint(id: id, step: step, text: text, cause: cause ?? "", effect: effect ?? "", level: level)
  }

  private func control(
    _ object: ObjectReader, steps: Set<String>, risks: Set<String>, ids: inout Set<String>
  ) -> ControlPoint? {
    let id = object.required("id").flatMap { newID($0, among: &ids) }
    let step = object.required("step").flatMap { known($0, among: steps, as: "step") }
    let risk = object.required("risk").flatMap { known($0, among: risks, as: "risk") }
    let kind = object.choice("kind", as: ControlPoint.Kind.self)
    let (text, basis) = (object.text("text"), object.optionalText("basis"))
    guard let id, let step, let risk, let kind, let text else { return nil }
    return ControlPoint(id: id, step: step, risk: risk, kind: kind, text: text, basis: basis ?? "")
  }

  private func newID(_ node: DataNode, among ids: inout Set<String>) -> String? {
    guard let id = reader.text(node) else { return nil }
    if !Step.isID(id) {
      reader.report(at: node, code: "bad-id", message: "\(id) is no id", remedy: "use A–Z, a–z, 0–9, . _ - only")
    }
    if !ids.insert(id).inserted {
      reader.report(at: node, code: "duplicate-id", message: "\(id) is already given", remedy: "give each its own")
    }
    return id
  }

  private func known(_ node: DataNode, among ids: Set<String>, as kind: String) -> String? {
    guard let id = reader.text(node) else { return nil }
    if !ids.contains(id) { unknown(id, at: node, among: ids, as: kind) }
    return id
  }

  private func unknown(_ id: String, at node: DataNode, among ids: Set<String>, as kind: String) {
    let near = nearest(to: id, among: ids.sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) })
    reader.report(
      at: node, code: "unknown-id", message: "there is no \(kind) \(id)",
      remedy: near.map { "did you mean \($0)?" } ?? "declare it, or use one that is declared")
  }
}
