import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceStorage

/// What of the risk cycle is given away as a table of its own, beside the register.
public enum ExportList: String, Sendable, CaseIterable {
  /// Risks that several units share.
  case shares
  /// Relations between risks.
  case relations
  /// Catalogue entries that risks were adopted from.
  case origins
  /// Risks estimated in numbers.
  case estimates
  /// Escalations with their steps.
  case escalations
  /// Decisions of the board.
  case decisions
  /// Votes of opened rounds.
  case votes
  /// Steps of processes that risks are linked to.
  case steps
  /// Processes with their cards.
  case processes
  /// The service standards table.
  case services
  /// Steps that fall to each role.
  case duties
  /// Changes of the methodology.
  case methodChanges = "method-changes"
  /// The journal of what lies in view.
  case journal

  /// Name on screen, and of the sheet.
  public var name: Localized {
    switch self {
    case .shares: Localized("Ortak riskler", "Shared risks")
    case .relations: Localized("Risk ilişkileri", "Relations of risks")
    case .origins: Localized("Katalog kökenleri", "Catalogue origins")
    case .estimates: Localized("Nicel tahminler", "Estimates in numbers")
    case .escalations: Localized("Eskalasyonlar", "Escalations")
    case .decisions: Localized("Kurul kararları", "Decisions of the board")
    case .votes: Localized("Risk oyları", "Votes on risks")
    case .steps: Localized("Süreç adımları", "Steps of processes")
    case .processes: Localized("Süreç envanteri", "Inventory of processes")
    case .services: Localized("Hizmet standartları", "Service standards")
    case .duties: Localized("Görev tanımları", "Job descriptions")
    case .methodChanges: Localized("Yöntem değişiklikleri", "Changes of methodology")
    case .journal: Localized("Kayıt günlüğü", "Journal")
    }
  }

  /// The lists that the register's workbook carries as further sheets.
  static let ofRegister: [ExportList] = [.shares, .relations, .origins, .estimates, .steps]
  /// Name of the sheet with the steps of escalations.
  static let escalationSteps = "Eskalasyon adımları"
  /// Names of the sheets that hold no register.
  static let sheetNames = Set(allCases.map(\.name.turkish) + [escalationSteps])
}

extension App {
  /// Writes a list, of a unit and below where one is given, to the new file `path` and returns how many rows it has: a
  /// workbook, or one flat table.
  @discardableResult
  public func exportList(
    _ list: ExportList, unitCode: String? = nil, format: ExportFormat, to path: String, by actor: Actor
  ) throws -> Int {
    let sheets = try sheets(of: list, unitCode: unitCode, by: actor)
    guard let first = sheets.first else { throw Access.notFound }
    switch format {
    case .xlsx: try exportTables(list.name.turkish, sheets, to: path, by: actor)
    case .csv: try exportTable(first, to: path, by: actor)
    }
    return first.rows.count
  }

  private func sheets(
    of list: ExportList, unitCode: String?, by actor: Actor
  ) throws -> [TableWorkbook.Sheet] {
    switch list {
    case .votes: return [try votesSheet(unitCode: unitCode, by: actor)]
    case .escalations: return try escalationSheets(unitCode: unitCode, by: actor)
    case .processes: return [try processesSheet(unitCode: unitCode, by: actor)]
    case .services: return [try servicesSheet(unitCode: unitCode, by: actor)]
    case .duties: return [try dutiesSheet(unitCode: unitCode, by: actor)]
    case .methodChanges: return [try methodChangesSheet(by: actor)]
    case .journal: return [try journalSheet(unitCode: unitCode, by: actor)]
    default:
      return try read { connection in
        let access = try Access(actor, connection)
        try access.requireAnywhere(.read)
        let scope = try scope(of: unitCode, access, connection)
        return [try sheet(of: list, in: scope, access, connection)]
      }
    }
  }

  /// A list that speaks of the risks of the units in `scope`.
  func sheet(
    of list: ExportList, in scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> TableWorkbook.Sheet {
    switch list {
    case .shares: try sharesSheet(scope, access, connection)
    case .relations: try relationsSheet(scope, access, connection)
    case .origins: try originsSheet(scope, access, connection)
    case .estimates: try estimatesSheet(scope, access, connection)
    case .decisions: try decisionsSheet(scope, access, connection)
    case .steps: try riskStepsSheet(scope, access, connection)
    case .escalations, .votes, .processes, .services, .duties, .methodChanges, .journal: throw Access.notFound
    }
  }

  private func exportTable(_ table: TableWorkbook.Sheet, to path: String, by actor: Actor) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem(
        .conflict,
        Localized("Bu adla bir dosya zaten var: \(path)", "There is already a file of this name: \(path)"))
    }
    var writer = CSVWriter()
    writer.write(table.columns.map { .text($0.name) })
    for row in table.rows { writer.write(row) }
    try Data(writer.bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, connection)
    }
  }
}
