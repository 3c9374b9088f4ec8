import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles

/// One pass over the catalog files: types them, remembers which ids they declare and use, collects what is wrong.
final class CatalogReading {
  /// What an id names; ids are unique within a kind.
  enum Kind: String {
    case category = "category"
    case categoryCode = "category code"
    case riskType = "risk type"
    case controllability = "controllability"
    case identificationMethod = "identification method"
    case directorate = "directorate"
    case directorateCode = "directorate code"
    case directorateOrder = "directorate order"
    case legalReference = "legal reference"
    case obligation = "obligation"
    case component = "component"
    case indicator = "indicator"
    case process = "process"
  }

  /// Types the nodes and holds the findings.
  let reader = DataReader()
  private let dataFolder: String
  private var declared: [Kind: [String: DataNode]] = [:]
  private var uses: [(kind: Kind, id: String, node: DataNode)] = []

  init(dataFolder: String) { self.dataFolder = dataFolder }

  /// All findings so far.
  var diagnostics: [Diagnostic] { reader.diagnostics }

  /// Reads the mapping in `catalogs/<name>`; findings show that path.
  func file<T>(_ name: String, _ body: (ObjectReader) -> T?) -> T? {
    let path = "catalogs/\(name)"
    return reader.file("\(dataFolder)/\(path)", name: path) { reader.object($0, body) }
  }

  /// Reads each `.yaml` file of `catalogs/<name>` in the order of names; `nil` where any could not be read.
  func folder<T>(_ name: String, _ body: (ObjectReader) -> T?) -> [T]? {
    let path = "catalogs/\(name)"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: "\(dataFolder)/\(path)") else {
      reader.add([
        Diagnostic(
          .error, at: .file(path), code: "missing-folder", message: "the folder cannot be read",
          remedy: "restore it from the distribution")
      ])
      return nil
    }
    let files = names.filter { $0.hasSuffix(".yaml") }.sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
    let values = files.map { file("\(name)/\($0)", body) }
    let good = values.compactMap { $0 }
    return good.count == values.count ? good : nil
  }

  /// `source`, `section`, `checked`, `verified` of a file.
  func citation(_ object: ObjectReader) -> Citation? {
    let source = object.text("source")
    let (section, checked) = (object.optionalText("section"), object.optionalDay("checked"))
    guard let verified = object.flag("verified"), let source else { return nil }
    return Citation(source: source, section: section ?? "", checkedOn: checked, isVerified: verified)
  }

  /// The citation of an entry: what it states itself, the file's where it is silent.
  func citation(_ entry: ObjectReader, section: String? = nil, within file: Citation?) -> Citation {
    let source = entry.optionalText("source")
    let (checked, verified) = (entry.optionalDay("checked"), entry.optionalFlag("verified"))
    return Citation(
      source: source ?? file?.source ?? "", section: section ?? (source == nil ? file?.section ?? "" : ""),
      checkedOn: checked ?? file?.checkedOn, isVerified: verified ?? file?.isVerified ?? false)
  }

  /// Reads the id under `key` as the name of a new thing of `kind`: lower-case ASCII words, not yet given.
  func newID(_ object: ObjectReader, _ key: String = "id", kind: Kind) -> String? {
    guard let node = object.required(key), let id = reader.text(node) else { return nil }
    let isGood = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
    }
    if !isGood {
      reader.report(
        at: node, code: "bad-id", message: "the id \(id) is not lower-case ASCII",
        remedy: "use a–z, 0–9, hyphen and point only")
    }
    declare(id, kind: kind, at: node)
    return id
  }

  /// Notes that `id` is given at `node`; a second one of the same kind is reported.
  func declare(_ id: String, kind: Kind, at node: DataNode) {
    if let first = declared[kind]?[id] {
      reader.report(
        at: node, code: "duplicate-id",
        message: "the \(kind.rawValue) \(id) is already given in \(first.source.file):\(first.mark.line)",
        remedy: "give each its own")
      return
    }
    declared[kind, default: [:]][id] = node
  }

  /// Reads an id of something declared elsewhere, perhaps in a file read later.
  func use(_ kind: Kind, _ node: DataNode) -> String? {
    guard let id = reader.text(node) else { return nil }
    uses.append((kind, id, node))
    return id
  }

  /// Reports ids used but declared nowhere, once all files are read. Kinds of which nothing could be read are left
  /// out: the error in their own file is the one to mend.
  func resolveUses() {
    for use in uses {
      guard let known = declared[use.kind], known[use.id] == nil else { continue }
      let near = nearest(to: use.id, among: known.keys.sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) })
      reader.report(
        at: use.node, code: "unknown-id", message: "there is no \(use.kind.rawValue) \(use.id)",
        remedy: near.map { "did you mean \($0)?" } ?? "declare it, or use one that is declared")
    }
  }
}
