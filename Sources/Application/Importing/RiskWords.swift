import GuvenceCatalogs
import GuvenceCore

/// The catalogue's words for how far a risk can be controlled and how it was found: what files write, and what is stored.
struct RiskWords: Sendable {
  /// Degrees of controllability.
  let controllability: List
  /// Ways of finding risks.
  let identificationMethods: List

  /// The words of the data folder's catalogue; none where it cannot be read, and every word then stands for itself.
  init(dataFolder: String) {
    let taxonomy = try? Catalogs.load(dataFolder: dataFolder).taxonomy
    controllability = List(taxonomy?.controllability ?? [])
    identificationMethods = List(taxonomy?.identificationMethods ?? [])
  }

  /// One list of terms.
  struct List: Sendable {
    private let nameByID: [String: String]
    private let idByWord: [String: String]
    /// The names, for a remedy.
    let names: String

    init(_ terms: [RiskTaxonomy.Term]) {
      nameByID = Dictionary(terms.map { ($0.id, $0.name.turkish) }) { first, _ in first }
      let words = terms.flatMap { term in
        [term.id, term.name.turkish, term.name.english].map { (FormField.key($0), term.id) }
      }
      idByWord = Dictionary(words) { first, _ in first }
      names = terms.map(\.name.turkish).joined(separator: ", ")
    }

    /// The id that `word` names, in either language; the word itself where the list does not know it.
    func id(_ word: String) -> String { idByWord[FormField.key(word)] ?? word }

    /// Whether the list knows `word`.
    func knows(_ word: String) -> Bool { idByWord[FormField.key(word)] != nil }

    /// The Turkish name of `id`; the id itself where the list does not know it.
    func name(_ id: String) -> String { nameByID[id] ?? id }
  }
}
