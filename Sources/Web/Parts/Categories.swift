import GuvenceCatalogs
import GuvenceCore

/// Names of the risk categories. An id stands for itself where the catalogue does not know it.
struct Categories: Sendable {
  private let list: [RiskTaxonomy.Category]

  /// The categories of the catalogue.
  init(_ taxonomy: RiskTaxonomy?) { list = taxonomy?.categories ?? [] }

  /// Name on screen of a category id.
  func name(_ id: String, _ language: Language) -> String {
    list.first { $0.id == id }?.name(language) ?? id
  }

  /// Choices of a form; an id that is stored but unknown stays choosable.
  func options(chosen: String, _ language: Language) -> [(value: String, text: String)] {
    let known = list.map { (value: $0.id, text: $0.name(language)) }
    return chosen.isEmpty || list.contains { $0.id == chosen } ? known : known + [(chosen, chosen)]
  }
}
