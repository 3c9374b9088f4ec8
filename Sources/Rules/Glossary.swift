import GuvenceCore
import GuvenceDataFiles

/// The bridge between the engine's English words and the Turkish of the field, read from `rules/glossary.yaml`.
public struct Glossary: Sendable {
  /// One term.
  public struct Term: Hashable, Sendable {
    /// Stable id in ASCII: `residual-risk`.
    public let id: String
    /// The word in both languages.
    public let name: Localized
    /// What it means, in both languages.
    public let definition: Localized
    /// Where the word or its meaning comes from.
    public let citation: Citation
  }

  /// All terms, in the Turkish alphabetical order of their names.
  public let terms: [Term]

  /// Reads the glossary of a data folder. Throws all findings where any is an error.
  public static func load(dataFolder: String) throws(Diagnostics) -> Glossary {
    let reader = DataReader()
    let glossary = read(dataFolder: dataFolder, reader)
    try Diagnostics(reader.diagnostics).throwIfErrors()
    return glossary ?? Glossary(terms: [])
  }

  /// The term with this id.
  public subscript(id: String) -> Term? { terms.first { $0.id == id } }

  /// Terms whose Turkish or English name holds `text`, without regard to case and Turkish letters.
  public func search(_ text: String) -> [Term] {
    let wanted = TurkishText.fold(text)
    return terms.filter {
      TurkishText.fold($0.name.turkish).contains(wanted) || TurkishText.fold($0.name.english).contains(wanted)
    }
  }

  static func read(dataFolder: String, _ reader: DataReader) -> Glossary? {
    let name = "rules/glossary.yaml"
    return reader.file("\(dataFolder)/\(name)", name: name) { root in
      reader.object(root) { object in
        guard let nodes = object.list("terms", { $0 }) else { return nil }
        let terms = nodes.compactMap { reader.object($0, term) }
        refuseDuplicates(nodes, reader)
        return Glossary(terms: terms.sorted { TurkishText.precedes($0.name.turkish, $1.name.turkish) })
      }
    }
  }

  private static func term(_ object: ObjectReader) -> Term? {
    let (id, turkish, english) = (object.text("id"), object.text("tr"), object.text("en"))
    let definition = object.localized("definition")
    let (source, verified) = (object.text("source"), object.flag("verified"))
    let checked = object.optionalDay("checked")
    guard let id, let turkish, let english, let definition, let source, let verified else { return nil }
    return Term(
      id: id, name: Localized(turkish, english), definition: definition,
      citation: Citation(source: source, checkedOn: checked, isVerified: verified))
  }

  private static func refuseDuplicates(_ nodes: [DataNode], _ reader: DataReader) {
    for key in ["id", "tr"] {
      var seen: Set<String> = []
      for node in nodes {
        guard let place = node[key], let text = place.text, !seen.insert(TurkishText.fold(text)).inserted else {
          continue
        }
        reader.report(at: place, code: "duplicate-id", message: "the term \(text) is given twice")
      }
    }
  }
}
