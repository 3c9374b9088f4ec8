import GuvenceCore
import GuvenceDataFiles

extension CatalogReading {
  /// `catalogs/risk-categories.yaml`.
  func taxonomy() -> RiskTaxonomy? {
    file("risk-categories.yaml") { object in
      let citation = citation(object)
      let categories = object.objects("categories", category)
      let types = object.objects("types") { term($0, .riskType) }
      let controllability = object.objects("controllability") { term($0, .controllability) }
      let methods = object.objects("identification_methods") { term($0, .identificationMethod) }
      guard let citation, let categories, let types, let controllability, let methods else { return nil }
      return RiskTaxonomy(
        categories: categories, types: types, controllability: controllability, identificationMethods: methods,
        citation: citation)
    }
  }

  private func category(_ object: ObjectReader) -> RiskTaxonomy.Category? {
    let id = newID(object, kind: .category)
    let code = object.text("code")
    let origin = object.choice("origin", as: RiskTaxonomy.Origin.self)
    let (name, description) = (object.localized("name"), object.localized("description"))
    guard let id, let code, let origin, let name, let description else { return nil }
    let prefix = origin == .external ? "EXT-" : "INT-"
    let tail = code.dropFirst(prefix.count)
    if !code.hasPrefix(prefix) || !(2...4).contains(tail.count) || !tail.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    {
      object.report(
        "code", code: "bad-category-code",
        message: "\(code) is no code of a category whose origin is \(origin.rawValue)",
        remedy: "write \(prefix) and two to four capital letters")
    }
    declare(code, kind: .categoryCode, at: object.node["code"] ?? object.node)
    return RiskTaxonomy.Category(id: id, code: code, origin: origin, name: name, description: description)
  }

  private func term(_ object: ObjectReader, _ kind: Kind) -> RiskTaxonomy.Term? {
    let (id, name) = (newID(object, kind: kind), object.localized("name"))
    let description = object.optionalLocalized("description")
    guard let id, let name else { return nil }
    return RiskTaxonomy.Term(id: id, name: name, description: description)
  }
}
