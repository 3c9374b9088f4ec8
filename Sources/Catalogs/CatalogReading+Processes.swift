import GuvenceCore
import GuvenceDataFiles
import GuvenceProcesses

extension CatalogReading {
  /// `catalogs/processes/`, one file a process, in the order of their codes.
  func processes() -> [WorkProcess]? {
    let processes = folder("processes") { object in
      if let node = object.node["code"], let code = node.text { declare(code, kind: .process, at: node) }
      let own = ProcessReader(reader) { [self] reference, node in
        _ = use(reference == .process ? .process : .legalReference, node)
      }
      return own.process(object)
    }
    return processes?.sorted { TurkishText.precedes($0.card.code, $1.card.code) }
  }
}
