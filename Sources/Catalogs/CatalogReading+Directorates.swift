import GuvenceCore
import GuvenceDataFiles

extension CatalogReading {
  /// `catalogs/directorate-risks/`, one file a directorate, ordered by `order`.
  func directorates() -> [Directorate]? {
    folder("directorate-risks", directorate)?.sorted { $0.order < $1.order }
  }

  private func directorate(_ object: ObjectReader) -> Directorate? {
    let id = newID(object, "directorate", kind: .directorate)
    let code = unitCode(object)
    let order = object.int("order", in: 1...999)
    if let order { declare(String(order), kind: .directorateOrder, at: object.node["order"] ?? object.node) }
    let (name, citation) = (object.localized("name"), citation(object))
    let alsoCalled = object.optionalList("also_called", reader.text)
    _ = object.required("scores").flatMap { reader.choice($0, among: ["illustrative"]) }
    var seen: [String: Int] = [:]
    let risks = object.objects("risks") { risk($0, seen: &seen) }
    guard let id, let code, let order, let name, let citation, let alsoCalled, let risks else { return nil }
    return Directorate(
      id: id, code: code, order: order, name: name, alsoCalled: alsoCalled, risks: risks, citation: citation)
  }

  private func unitCode(_ object: ObjectReader) -> String? {
    guard let node = object.required("code"), let code = reader.text(node) else { return nil }
    if code.count > 8 || !code.allSatisfy(\.isLetter) || TurkishText.uppercase(code) != code {
      reader.report(
        at: node, code: "bad-unit-code", message: "\(code) is no unit code", remedy: "use one to eight capital letters")
    }
    declare(code, kind: .directorateCode, at: node)
    return code
  }

  private func risk(_ object: ObjectReader, seen: inout [String: Int]) -> DirectorateRisk? {
    let id = object.text("id")
    if let id, let first = seen.updateValue(object.node.mark.line, forKey: id) {
      object.report("id", code: "duplicate-id", message: "the risk \(id) is already given in line \(first)")
    }
    let (title, statement) = (object.localized("title"), object.text("statement"))
    let category = object.required("category").flatMap { use(.category, $0) }
    let also = object.optionalList("also") { use(.category, $0) }
    let type = object.required("type").flatMap { use(.riskType, $0) }
    let (cause, event, consequence) = (object.text("cause"), object.text("event"), object.text("consequence"))
    let (likelihood, impact) = (object.int("likelihood", in: 1...5), object.int("impact", in: 1...5))
    let controls = object.list("controls", reader.text)
    let duties = object.optionalList("sensitive_duties", reader.text)
    let legal = object.optionalList("legal") { use(.legalReference, $0) }
    guard let id, let title, let category, let also, let type, let cause, let event, let consequence, let statement,
      let likelihood, let impact, let controls, let duties, let legal
    else { return nil }
    checkPattern(statement, at: object)
    return DirectorateRisk(
      id: id, title: title, category: category, alsoCategories: also, type: type, cause: cause, event: event,
      consequence: consequence, statement: statement, likelihood: likelihood, impact: impact, controls: controls,
      sensitiveDuties: duties, legal: legal)
  }

  private func checkPattern(_ statement: String, at object: ObjectReader) {
    let words = TurkishText.fold(statement).split(separator: " ")
    guard let cause = words.firstIndex(of: "nedeniyle"), words[cause...].contains("sonucunda") else {
      object.report(
        "statement", .warning, code: "statement-pattern",
        message: "the statement does not join cause, event and consequence",
        remedy: "write it as: … nedeniyle … sonucunda …")
      return
    }
  }
}
