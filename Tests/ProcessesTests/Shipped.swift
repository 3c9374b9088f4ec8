import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles
import GuvenceProcesses
import Testing

/// The shipped processes, read once.
enum Shipped {
  static let processes: [WorkProcess] = {
    let folder = (try? DataLocator.locate()).map { $0 + "/catalogs/processes" } ?? ""
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let reader = DataReader()
    return names.filter { $0.hasSuffix(".yaml") }.sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
      .compactMap { name in reader.file("\(folder)/\(name)") { reader.object($0) { ProcessReader(reader).process($0) } }
      }
  }()

  static func process(_ code: String) throws -> WorkProcess {
    guard let process = processes.first(where: { $0.card.code == code }) else { throw Missing(code: code) }
    return process
  }

  /// A layout of a shipped process made once for all tests that look at it.
  static let layouts: [String: ChartLayout] = {
    var layouts: [String: ChartLayout] = [:]
    for process in processes {
      layouts[process.card.code] = ChartLayouter.layout(process.chart, LayoutOptions(seed: process.card.code))
    }
    return layouts
  }()

  struct Missing: Error { let code: String }
}

extension WorkProcess: CustomTestStringConvertible {
  /// Its code.
  public var testDescription: String { card.code }
}
