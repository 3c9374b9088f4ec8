import GuvenceCore
import GuvenceDataFiles
import GuvenceProcesses

/// What a municipality typically has, read from `catalogs/` and read-only: internal-control standards, risk categories,
/// directorates with their risks, legal references by date, calendar of obligations.
public struct Catalogs: Sendable {
  /// The Public Internal Control Standards.
  public let standards: InternalControlStandards
  /// Risk categories, types, controllability, identification methods.
  public let taxonomy: RiskTaxonomy
  /// Directorates with their typical risks, by `order`.
  public let directorates: [Directorate]
  /// Norms and when they are in force.
  public let legal: LegalReferences
  /// Recurring duties.
  public let obligations: [Obligation]
  /// Example risk indicators.
  public let indicators: [IndicatorTemplate]
  /// Processes with their workflow charts, by code in Turkish order.
  public let processes: [WorkProcess]

  /// Reads and cross-checks all of `<dataFolder>/catalogs`. Throws everything that is wrong, collected in one pass.
  public static func load(dataFolder: String) throws(Diagnostics) -> Catalogs {
    let (catalogs, diagnostics) = read(dataFolder)
    guard let catalogs, !Diagnostics(diagnostics).hasErrors else { throw Diagnostics(diagnostics) }
    return catalogs
  }

  /// Everything that is wrong with `<dataFolder>/catalogs`, warnings too; empty where all is well.
  public static func check(dataFolder: String) -> [Diagnostic] { read(dataFolder).diagnostics }

  private static func read(_ dataFolder: String) -> (catalogs: Catalogs?, diagnostics: [Diagnostic]) {
    let reading = CatalogReading(dataFolder: dataFolder)
    let legal = reading.legalReferences()
    let taxonomy = reading.taxonomy()
    let standards = reading.standards()
    let directorates = reading.directorates()
    let obligations = reading.obligations()
    let indicators = reading.indicators(directorates)
    let processes = reading.processes()
    reading.resolveUses()
    guard let legal, let taxonomy, let standards, let directorates, let obligations, let indicators,
      let processes
    else {
      return (nil, reading.diagnostics)
    }
    let catalogs = Catalogs(
      standards: standards, taxonomy: taxonomy, directorates: directorates, legal: legal, obligations: obligations,
      indicators: indicators, processes: processes)
    return (catalogs, reading.diagnostics)
  }

  /// The process with this code, in any case and with or without Turkish letters: `SAT-01`, `tsn-01`.
  public func process(code: String) -> WorkProcess? {
    processes.first { $0.card.code == code }
      ?? processes.first { TurkishText.fold($0.card.code) == TurkishText.fold(code) }
  }

  /// The directorate with this unit code: `MH`.
  public func directorate(code: String) -> Directorate? { directorates.first { $0.code == code } }
}
