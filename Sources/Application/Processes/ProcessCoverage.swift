import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// How far processes, charts, risks and controls cover each other, in view and today.
public struct ProcessCoverage: Sendable {
  /// A high risk of a process that nothing controls.
  public struct Uncontrolled: Sendable {
    /// The process.
    public let record: ProcessRecord
    /// Reference of the risk.
    public let reference: String
    /// What it says.
    public let statement: String
    /// Post or person that answers for it; may be empty.
    public let owner: String
    /// Its level; `nil` where the methodology no longer names it.
    public let level: Level?
  }

  /// A risk that belongs to no step.
  public struct Unplaced: Sendable {
    /// Reference.
    public let reference: String
    /// What it says.
    public let statement: String
    /// Name of its unit.
    public let unitName: String
    /// Post or person that answers for it; may be empty.
    public let owner: String
    /// Its level; `nil` while not assessed.
    public let level: Level?

    init(_ risk: CoverageRisk, _ units: UnitTree, _ methodology: Methodology) {
      (reference, statement, owner) = (risk.reference, risk.statement, risk.owner)
      unitName = units.units[risk.unitID]?.name ?? ""
      level = risk.levelID.flatMap(methodology.level)
    }
  }

  /// Processes that are done today and have no parts, so that each should have a chart; with a part that has one, a
  /// process above it need not.
  public let processCount: Int
  /// Those with a chart in force.
  public let chartedCount: Int
  /// Those without one.
  public let withoutChart: [ProcessLine]
  /// Charts, in force or drawn, that carry no risk point and to which no risk is linked.
  public let withoutRisks: [ProcessLine]
  /// High risks (the two highest levels) of processes without any control point or linked control.
  public let uncontrolled: [Uncontrolled]
  /// Active risks that belong to no step: how many.
  public let unplacedCount: Int
  /// The highest of them, at most 200.
  public let unplaced: [Unplaced]
  /// Charts in force whose yearly review is past.
  public let overdue: [ProcessLine]
  /// Drafts and versions that wait for approval.
  public let waiting: [ProcessLine]
}

extension App {
  /// What is missing between processes, charts, risks and controls.
  public func processCoverage(unitCode: String? = nil, by actor: Actor) throws -> ProcessCoverage {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      var scope = access.scope(.read)
      if let unitCode, !unitCode.isEmpty {
        scope = scope.intersection(.units(access.tree.subtree(of: try access.unit(unitCode, connection).id)))
      }
      let book = try ProcessBook(access, connection)
      let links = try ChartLinkTable.standing(connection)
      let lines = book.lines(today: today).filter {
        $0.record.retiredOn == nil && scope.contains($0.record.details.unitID)
      }
      let parents = Set(book.tree.records.values.filter { $0.retiredOn == nil }.compactMap(\.parentID))
      let single = lines.filter { !parents.contains($0.record.id) }
      let risky = Set(links.compactMap { $0.riskID == nil ? nil : $0.processID })
      let methodology = try methodology(connection, on: today)
      let (total, unplaced) = try ProcessRisks.withoutProcess(in: scope, limit: 200, connection)
      return ProcessCoverage(
        processCount: single.count, chartedCount: single.count { $0.approvedNumber != nil },
        withoutChart: single.filter { $0.approvedNumber == nil },
        withoutRisks: lines.filter { $0.stepCount > 0 && $0.riskCount == 0 && !risky.contains($0.record.id) },
        uncontrolled: try uncontrolled(lines, links, scope, methodology, connection), unplacedCount: total,
        unplaced: unplaced.map { ProcessCoverage.Unplaced($0, access.tree, methodology) },
        overdue: lines.filter(\.isReviewOverdue), waiting: lines.filter { $0.draftState != nil })
    }
  }

  private func uncontrolled(
    _ lines: [ProcessLine], _ links: [ChartLink], _ scope: Scope, _ methodology: Methodology, _ connection: Connection
  ) throws -> [ProcessCoverage.Uncontrolled] {
    let controlled = Set(links.compactMap { $0.controlID == nil ? nil : $0.processID })
    let bare = lines.filter { $0.controlCount == 0 && !controlled.contains($0.record.id) }
    let records = Dictionary(bare.map { ($0.record.id, $0.record) }) { first, _ in first }
    guard !records.isEmpty else { return [] }
    let rank = (methodology.levels.map(\.rank).max() ?? 1) - 1
    return try ProcessRisks.linked(fromRank: rank, in: scope, connection).compactMap { process, risk in
      records[process].map {
        ProcessCoverage.Uncontrolled(
          record: $0, reference: risk.reference, statement: risk.statement, owner: risk.owner,
          level: risk.levelID.flatMap(methodology.level))
      }
    }
  }
}
