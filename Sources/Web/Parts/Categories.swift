import GuvenceCatalogs
import GuvenceCore

/// Names of the words risks are classified by. An id stands for itself where the catalogue does not know it.
struct Categories: Sendable {
  private let list: List
  /// How far a risk can be managed.
  let controllability: List
  /// Ways of finding risks.
  let identificationMethods: List

  /// The words of the catalogue.
  init(_ taxonomy: RiskTaxonomy?) {
    list = List((taxonomy?.categories ?? []).map { ($0.id, $0.name) })
    controllability = List((taxonomy?.controllability ?? []).map { ($0.id, $0.name) })
    identificationMethods = List((taxonomy?.identificationMethods ?? []).map { ($0.id, $0.name) })
  }

  /// Name on screen of a category id.
  func name(_ id: String, _ language: Language) -> String { list.name(id, language) }

  /// Choices of a form; an id that is stored but unknown stays choosable.
  func options(chosen: String, _ language: Language) -> [(value: String, text: String)] {
    list.options(chosen: chosen, language)
  }

  /// One list of words.
  struct List: Sendable {
    private let words: [(id: String, name: Localized)]

    fileprivate init(_ words: [(id: String, name: Localized)]) { self.words = words }

    /// Name on screen of an id.
    func name(_ id: String, _ language: Language) -> String { words.first { $0.id == id }?.name(language) ?? id }

    /// Choices of a form; an id that is stored but unknown stays choosable.
    func options(chosen: String, _ language: Language) -> [(value: String, text: String)] {
      let known = words.map { (value: $0.id, text: $0.name(language)) }
      return chosen.isEmpty || words.contains { $0.id == chosen } ? known : known + [(chosen, chosen)]
    }
  }
}
