import Dispatch
import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Simulates the estimated risks of a unit and below, stores the run with all it takes to run it again, and answers it.
  /// With changes in the form it simulates both halves, before and after the action.
  public func simulate(_ form: SimulationForm, by actor: Actor) throws -> RunLine {
    let (unit, lines, form) = try read { connection in
      let access = try Access(actor, connection)
      let unit = try runUnit(form.unitCode, access, connection)
      return (
        unit, try estimateLines(.units(access.tree.subtree(of: unit.id)), access, connection),
        try withAction(form, access, connection)
      )
    }
    let simulation = try form.simulation(
      of: lines.map { Simulation.Risk(reference: $0.reference, estimate: $0.estimate) })
    let after = try form.changed(simulation)
    // Outside of any transaction: nobody waits for a long run, and two at a time would only slow each other down.
    let (result, comparison) = try App.inTurn {
      (
        simulation.run(),
        try after.map {
          RunComparison(
            inputs: $0.text, result: $0.run(), yearlyCost: try form.cost(),
            action: String(form.action.trimmed.prefix(300)))
        }
      )
    }
    return try write(comparison == nil ? "simulation-run" : "simulation-compare", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.require(.simulate, in: unit.id)
      let made = try SimulationRunTable.insert(
        SimulationRun(
          id: Identifier(0), unitID: unit.id, name: String(form.name.trimmed.prefix(300)), inputs: simulation.text,
          result: result, comparison: comparison, recordedAt: stamp.at, recordedBy: stamp.actor), connection)
      try Journal.append(stamp, after: .simulationRun(made), connection)
      return line(made, access.tree)
    }
  }

  /// The form with the name of the action whose code it gives, and with its cost where none is typed.
  private func withAction(
    _ form: SimulationForm, _ access: Access, _ connection: Connection
  ) throws -> SimulationForm {
    let code = form.action.trimmed
    guard !code.isEmpty,
      let action = try RiskActionTable.find(code: code, in: access.scope(.read), connection)
    else { return form }
    var named = form
    named.action = "\(action.code) – \(action.details.title)"
    if form.yearlyCost.trimmed.isEmpty, let cost = action.details.cost { named.yearlyCost = Lira.plain(cost) }
    return named
  }

  /// Runs a stored simulation again from its inputs and compares every number. Writes nothing.
  public func replay(_ id: Identifier<SimulationRun>, by actor: Actor) throws -> ReplayPage {
    let line = try simulationRun(id, by: actor)
    guard Simulation.engine(of: line.run.inputs) == Simulation.engine, let simulation = line.simulation else {
      throw Problem(
        .conflict,
        Localized(
          "Bu çalıştırma hesaplamanın başka bir sürümüyle yapılmış; sonuçları duruyor ama yinelenemez.",
          "This run was made with another version of the engine; its results stay but cannot be run again."))
    }
    let after = line.run.comparison.flatMap { Simulation(text: $0.inputs) }
    let (result, second) = try App.inTurn { (simulation.run(), after?.run()) }
    return ReplayPage(
      line: line, fingerprint: result.fingerprint, comparisonFingerprint: second?.fingerprint,
      isSame: result == line.run.result && second == line.run.comparison?.result)
  }

  /// The estimated risks in view, or of a unit and below, with the latest runs.
  public func portfolio(unitCode: String? = nil, by actor: Actor) throws -> PortfolioPage {
    try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      var scope = access.scope(.read)
      if let code = unitCode, !code.isEmpty {
        scope = scope.intersection(.units(access.tree.subtree(of: try access.unit(code, connection).id)))
      }
      let units = try access.lines(.read, connection)
      let inScope = units.filter { scope.contains($0.unit.id) }
      let lines = try estimateLines(scope, access, connection)
      let estimated = Set(lines.map(\.reference))
      return PortfolioPage(
        unitCode: unitCode, lines: lines,
        actions: try actionLines(in: scope, today, access, connection)
          .filter { $0.status != .cancelled && !estimated.isDisjoint(with: $0.risks) },
        riskCount: inScope.reduce(0) { $0 + $1.riskCount },
        runs: try SimulationRunTable.latest(in: scope, limit: 50, connection).map { line($0, access.tree) },
        units: units, mayRun: access.allowsAnywhere(.simulate))
    }
  }

  /// A stored run, where the actor may read its unit.
  public func simulationRun(_ id: Identifier<SimulationRun>, by actor: Actor) throws -> RunLine {
    try read { connection in
      let access = try Access(actor, connection)
      guard let run = try SimulationRunTable.find(id, in: access.scope(.read), connection) else {
        throw Access.notFound
      }
      return line(run, access.tree)
    }
  }

  /// The unit a run speaks of: the one asked for, or the whole of what the actor may simulate.
  private func runUnit(_ code: String?, _ access: Access, _ connection: Connection) throws -> Unit {
    if let code, !code.isEmpty {
      let unit = try access.unit(code, connection)
      try access.require(.simulate, in: unit.id)
      return unit
    }
    try access.requireAnywhere(.simulate)
    if let root = access.tree.root, access.allows(.simulate, in: root.id) { return root }
    let tops = access.tree.lines.map(\.unit).filter { unit in
      access.allows(.simulate, in: unit.id) && !(unit.parentID.map { access.allows(.simulate, in: $0) } ?? false)
    }
    guard let only = tops.first, tops.count == 1 else {
      throw Problem.invalid([FieldProblem("unit", Localized("Bir birim seçin.", "Choose a unit."))])
    }
    return only
  }

  func estimateLines(_ scope: Scope, _ access: Access, _ connection: Connection) throws -> [EstimateLine] {
    try EstimateTable.standing(in: scope, connection).compactMap { found in
      found.estimation.estimate.map {
        EstimateLine(
          reference: found.reference, statement: found.statement,
          unitCode: access.tree.units[found.unitID]?.code ?? "", estimate: $0, estimation: found.estimation)
      }
    }
  }

  private func line(_ run: SimulationRun, _ tree: UnitTree) -> RunLine {
    let unit = tree.units[run.unitID]
    return RunLine(
      run: run, unitCode: unit?.code ?? "", unitName: unit?.name ?? "",
      inputsDigest: SimulationRunTable.digest(run.inputs))
  }

  /// Runs `body` when no other simulation is running; refuses after ten seconds.
  private static func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
    guard running.wait(timeout: .now() + 10) == .success else {
      throw Problem(
        .throttled,
        Localized(
          "Şu anda başka bir simülasyon çalışıyor; biraz sonra yeniden deneyin.",
          "Another simulation is running; try again soon."),
        retryAfterSeconds: 10)
    }
    defer { running.signal() }
    return try body()
  }

  private static let running = DispatchSemaphore(value: 1)
}
