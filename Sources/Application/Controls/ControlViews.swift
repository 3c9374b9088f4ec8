import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// The library of controls in view, with what is known of each today.
  public func controls(_ query: ControlQuery = ControlQuery(), by actor: Actor) throws -> ControlList {
    let (today, rules) = (today, try controlRules(on: today))
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      var scope = access.scope(.read)
      if let code = query.unitCode, !code.isEmpty {
        scope = scope.intersection(.units(access.tree.subtree(of: try access.unit(code, connection).id)))
      }
      let (tests, counts) = (try ControlTestTable.byControl(connection), try ControlLinkTable.counts(connection))
      let everything = try ControlTable.all(in: scope, connection)
      let all = everything.filter(query.admits).map {
        line($0, tests[$0.id] ?? [], counts[$0.id] ?? 0, access.tree, rules, today)
      }
      var states: [ControlState: Int] = [:]
      for state in ControlState.allCases { states[state] = all.count { $0.isIn(state) } }
      let lines = all.filter { line in query.state.map(line.isIn) ?? (line.control.retiredOn == nil) }
      return ControlList(
        query: query, lines: lines, counts: states, units: try access.lines(.read, connection),
        mayWrite: access.allowsAnywhere(.manageControls), isLibraryEmpty: everything.isEmpty)
    }
  }

  /// Everything about one control.
  public func control(_ code: String, by actor: Actor) throws -> ControlPage {
    let (today, rules) = (today, try controlRules(on: today))
    return try read { connection in
      let access = try Access(actor, connection)
      let control = try findControl(code, access, connection)
      let tests = try ControlTestTable.all(of: control.id, connection)
      let links = try ControlLinkTable.all(ofControl: control.id, connection).filter { $0.end == nil }
      let line = line(control, tests, links.count, access.tree, rules, today)
      let risks = try links.compactMap { try linkedRisk($0, access, connection) }
      let part = EffectiveControl(code: control.code, share: 100, factor: .both, standing: line.standing)
      return ControlPage(
        line: line, unitPath: access.tree.path(to: control.details.unitID),
        tests: try tests.sorted { ($0.testedOn, $0.id) > ($1.testedOn, $1.id) }.map { test in
          ControlPage.Test(
            test: test, score: test.score(rules.testScore),
            evidenceCount: try EvidenceTable.count(of: .controlTest, test.id.rawValue, connection))
        }, risks: risks.sorted { TurkishText.precedes($0.reference, $1.reference) },
        hiddenRiskCount: links.count - risks.count, methodology: try methodology(connection, on: today),
        reasons: ControlArithmetic.steps(part, rules), rules: rules,
        journal: try controlJournal(control, access, connection),
        mayWrite: access.allows(.manageControls, in: control.details.unitID))
    }
  }

  private func line(
    _ control: Control, _ tests: [ControlTest], _ riskCount: Int, _ tree: UnitTree, _ rules: ControlEffectRules,
    _ today: Day
  ) -> ControlLine {
    let unit = tree.units[control.details.unitID]
    let standing = ControlStanding(control, tests: tests, rules: rules, on: today)
    return ControlLine(
      control: control, unitCode: unit?.code ?? "", unitName: unit?.name ?? "", standing: standing,
      effectiveness: ControlEffectiveness(standing.testScore, rules.percentage), riskCount: riskCount)
  }

  private func linkedRisk(
    _ link: ControlLink, _ access: Access, _ connection: Connection
  ) throws -> ControlPage.LinkedRisk? {
    guard let risk = try RiskTable.find(link.riskID, connection), access.allows(.read, in: risk.details.unitID) else {
      return nil
    }
    let current = try risk.currentAssessmentID.flatMap { try AssessmentTable.find($0, connection) }
    let methodology = try current.flatMap { try self.methodology(digest: $0.ruleDigest, connection) }
    return ControlPage.LinkedRisk(
      reference: risk.reference, statement: risk.details.statement, share: link.share, factor: link.factor,
      assessment: current, level: current.flatMap { methodology?.level($0.effective.levelID) })
  }

  private func controlJournal(_ control: Control, _ access: Access, _ connection: Connection) throws -> [JournalLine] {
    guard access.allows(.readJournal, in: control.details.unitID) else { return [] }
    return try Journal.entries(of: .control, id: control.id.rawValue, limit: 100, connection)
      .map { try line($0, connection) }
  }
}

extension ControlQuery {
  /// Whether class and text of a control are asked for; state and unit are looked at elsewhere.
  func admits(_ control: Control) -> Bool {
    if let kind, control.details.kind != kind { return false }
    let wanted = TurkishText.fold(text).split(separator: " ")
    if wanted.isEmpty { return true }
    let details = control.details
    let held = TurkishText.fold("\(control.code) \(details.name) \(details.description) \(details.owner)")
    return wanted.allSatisfy { held.contains($0) }
  }
}
