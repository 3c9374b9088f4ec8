import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// A page of the register, with counts beside each filter.
  public func register(_ query: RegisterQuery, by actor: Actor) throws -> RegisterPage {
    if !query.text.trimmed.isEmpty { try catchUpSearch() }
    try startDay()
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let methodology = try self.methodology(connection, on: today)
      var selection = try selection(query, access, methodology, connection)
      selection.isBrief = true
      selection.shared = try ShareTable.risks(sharedWith: selection.scope, connection)
      let counts = try RegisterList.counts(selection, connection)
      return RegisterPage(
        query: query, rows: try markShared(rows(selection, connection), selection, access, connection),
        total: counts.total, countsByLevel: counts.byLevel,
        countsByState: Dictionary(
          uniqueKeysWithValues: RiskState.allCases.map { ($0, counts.byState[$0.stored] ?? 0) }),
        countsByKind: counts.byKind, units: try access.lines(.read, connection), methodology: methodology,
        mayAdd: access.allowsAnywhere(.addRisk))
    }
  }

  /// Two heat maps of a unit and everything below it, or of all in view: of its threats, or of its opportunities.
  /// With `processCode` only of the risks that belong to a step of that process or of one below it.
  public func heatMap(
    unitCode: String?, processCode: String? = nil, kind: RiskKind = .threat, by actor: Actor
  ) throws -> HeatMapPage {
    try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let methodology = try self.methodology(connection, on: today)
      var query = RegisterQuery()
      (query.unitCode, query.kind, query.processCode) = (unitCode, kind, processCode)
      let selection = try selection(query, access, methodology, connection)
      let counts = try RegisterList.counts(selection, connection)
      let inherent = try grid(.inherent, kind, methodology, selection, connection)
      let residual = try grid(.residual, kind, methodology, selection, connection)
      let shown = inherent.joined().reduce(0, +)
      let notAssessed = counts.byState[.notAssessed] ?? 0
      return HeatMapPage(
        kind: kind, opportunityCount: counts.byKind[.opportunity] ?? 0, methodology: methodology, inherent: inherent,
        residual: residual, notAssessed: notAssessed,
        withoutResidual: shown - residual.joined().reduce(0, +),
        otherMethodology: max(0, counts.total - notAssessed - shown), units: try access.lines(.read, connection),
        unitCode: unitCode, processCode: processCode)
    }
  }

  /// What waits for this person.
  public func dashboard(by actor: Actor) throws -> Dashboard {
    try startDay()
    return try read { connection in
      let access = try Access(actor, connection)
      let methodology = try self.methodology(connection, on: today)
      var query = RegisterQuery()
      let all = try RegisterList.counts(selection(query, access, methodology, connection), connection)
      query.kind = .threat
      let threats =
        all.byKind[.opportunity, default: 0] == 0
        ? all : try RegisterList.counts(selection(query, access, methodology, connection), connection)
      func short(_ state: RiskState, _ sort: RegisterSort) throws -> (rows: [RegisterRow], total: Int) {
        (query.states, query.sort, query.pageSize, query.kind) = ([state], sort, 10, nil)
        query.isReversed = state == .stale
        let rows = try rows(selection(query, access, methodology, connection), connection)
        return (rows, all.byState[state.stored] ?? 0)
      }
      var board = Dashboard(
        riskCount: threats.total, opportunityCount: all.byKind[.opportunity] ?? 0, countsByLevel: threats.byLevel,
        reviewsDue: try short(.reviewDue, .nextReview),
        aboveAppetite: try short(.aboveAppetite, .score), stale: try short(.stale, .updated),
        notAssessed: try short(.notAssessed, .reference), methodology: methodology,
        recent: access.allowsAnywhere(.readJournal)
          ? try Journal.entries(
            in: access.scope(.readJournal), risksIn: access.scope(.read), limit: 10, connection
          ).map { try line($0, connection) } : [])
      board.actions = try actionBoard(access, connection)
      return board
    }
  }

  /// Journal lines of what lies in view, newest first: all, or those of one thing (`risk`, `MH.RA.0001`).
  public func journal(
    entity: String?, key: String?, before: Int64?, limit: Int, by actor: Actor
  ) throws -> [JournalLine] {
    let limit = min(max(limit, 1), 500)
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.readJournal)
      if entity == "risk", let key {
        let risk = try find(key, access, connection)
        try access.require(.readJournal, in: risk.details.unitID)
        return try Journal.entries(ofRisk: risk.id, limit: limit, connection).map {
          try line($0, connection)
        }
      }
      guard entity == nil else { throw Access.notFound }
      return try Journal.entries(
        in: access.scope(.readJournal), risksIn: access.scope(.read), before: before, limit: limit, connection
      ).map { try line($0, connection) }
    }
  }

  func catchUpSearch() throws {
    do {
      try SearchIndex.catchUp(database)
    } catch {
      throw App.translated(error)
    }
  }

  /// The query as storage asks it, narrowed to what the actor may read.
  func selection(
    _ query: RegisterQuery, _ access: Access, _ methodology: Methodology, _ connection: Connection
  ) throws -> RegisterSelection {
    var scope = access.scope(.read)
    if let code = query.unitCode, !code.isEmpty {
      let unit = try access.unit(code, connection)
      scope = scope.intersection(.units(access.tree.subtree(of: unit.id)))
    }
    var selection = RegisterSelection(scope: scope, today: today)
    selection.levels = query.levels
    if let cell = query.cell {
      selection.cell = RegisterSelection.Cell(
        basis: cell.basis == .inherent ? .inherent : .residual, likelihood: cell.likelihood, impact: cell.impact)
      selection.methodologyID = methodology.id
    }
    // Each once: an address may repeat a state until SQLite finds the condition too deep.
    let states = RiskState.allCases.filter(query.states.contains)
    (selection.states, selection.category) = (states.map(\.stored), query.category)
    (selection.response, selection.text, selection.kind) = (query.response, query.text, query.kind)
    (selection.controllability, selection.identificationMethod) = (query.controllability, query.identificationMethod)
    if let code = query.processCode, !code.isEmpty {
      let book = try ProcessBook(access, connection)
      selection.processes = book.tree.subtree(of: try book.record(code).id)
    }
    (selection.order, selection.isReversed) = (query.sort.stored, query.isReversed)
    selection.limit = min(max(query.pageSize, 1), 500)
    selection.offset = (min(max(query.page, 1), 1_000_000) - 1) * (selection.limit ?? 50)
    return selection
  }

  /// The rows with the units that share each, and those of other units marked.
  private func markShared(
    _ rows: [RegisterRow], _ selection: RegisterSelection, _ access: Access, _ connection: Connection
  ) throws -> [RegisterRow] {
    let sharing = try ShareTable.units(sharing: rows.map(\.risk.id), connection)
    guard !sharing.isEmpty else { return rows }
    return rows.map { row in
      var row = row
      let units = (sharing[row.risk.id] ?? []).filter { $0 != row.risk.details.unitID }
      row.sharedWith = units.compactMap { access.tree.units[$0]?.code }
      row.isOfOtherUnit = !selection.scope.contains(row.risk.details.unitID)
      return row
    }
  }

  func rows(_ selection: RegisterSelection, _ connection: Connection) throws -> [RegisterRow] {
    // Neighbours are mostly scored under the same version, which need not be looked up again.
    var digest = ""
    var methodology: Methodology?
    return try RegisterList.lines(selection, connection).map { line in
      if let assessment = line.assessment, assessment.ruleDigest != digest {
        digest = assessment.ruleDigest
        methodology = try self.methodology(digest: digest, connection)
      }
      var row = RegisterRow(
        risk: line.risk, unitCode: line.unitCode, unitName: line.unitName, assessment: line.assessment,
        level: line.assessment.flatMap { methodology?.level($0.effective.levelID) },
        inherentLevel: line.assessment.flatMap { methodology?.level($0.inherent.levelID) }, change: line.change)
      row.appetite = line.appetite
      return row
    }
  }

  /// The level of an assessment's effective pair, by the methodology version it was made under.
  func level(of assessment: Assessment, _ connection: Connection) throws -> Level? {
    try methodology(digest: assessment.ruleDigest, connection)?.level(assessment.effective.levelID)
  }

  private func grid(
    _ basis: HeatCell.Basis, _ kind: RiskKind, _ methodology: Methodology, _ selection: RegisterSelection,
    _ connection: Connection
  ) throws -> [[Int]] {
    let scope = selection.scope
    let row = [Int](repeating: 0, count: methodology.impact.steps.count)
    var grid = [[Int]](repeating: row, count: methodology.likelihood.steps.count)
    func add(_ cells: [HeatCell], _ sign: Int) {
      for cell in cells where grid.indices.contains(cell.likelihood - 1) && row.indices.contains(cell.impact - 1) {
        grid[cell.likelihood - 1][cell.impact - 1] += sign * cell.count
      }
    }
    if selection.processes != nil {
      add(try RegisterList.cells(basis, methodologyID: methodology.id, selection, connection), 1)
      return grid
    }
    let opportunities = try HeatTable.opportunities(basis, methodologyID: methodology.id, in: scope, connection)
    guard kind == .threat else {
      add(opportunities, 1)
      return grid
    }
    add(try HeatTable.cells(basis, methodologyID: methodology.id, in: scope, connection), 1)
    add(opportunities, -1)
    return grid
  }
}

extension RegisterLine {
  /// Direction against the assessment before; what the imported form declared while there is only one.
  fileprivate var change: ChangeDirection? {
    // A derived assessment stands on other scales than the one before: nobody has seen the risk move.
    guard let assessment, assessment.origin != .derived else { return nil }
    let pair = assessment.effective
    guard let previousRank else { return risk.details.declaredChange ?? .new }
    let (old, new) =
      if let previousScore, let score = pair.score { (previousScore, score) } else { (previousRank, pair.levelRank) }
    return new > old ? .risen : new < old ? .fallen : .same
  }
}

extension RiskState {
  var stored: RegisterSelection.State {
    switch self {
    case .notAssessed: .notAssessed
    case .aboveAppetite: .aboveAppetite
    case .reviewDue: .reviewDue
    case .stale: .stale
    case .key: .key
    case .shared: .shared
    case .retired: .retired
    }
  }
}

extension RegisterSort {
  var stored: RegisterSelection.Order {
    switch self {
    case .score: .score
    case .reference: .reference
    case .unit: .unit
    case .statement: .statement
    case .nextReview: .nextReview
    case .updated: .updated
    }
  }
}
