import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// What the checks find in a statement that nobody has stored yet.
  public func checkStatement(_ text: StatementText) -> [StatementFinding] {
    rules.statementChecks(on: today)?.findings(in: text) ?? []
  }

  /// The checks in force today; `nil` where the rules hold none.
  public var statementChecks: StatementChecks? { rules.statementChecks(on: today) }

  /// Goes over the statements of all active risks of a unit and everything below it, or of all in view.
  public func checkStatements(unitCode: String?, by actor: Actor) throws -> StatementReport {
    try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let scope = try narrowed(access.scope(.read), to: unitCode, access, connection)
      var selection = RegisterSelection(scope: scope, today: today)
      selection.order = .reference
      let lines = try RegisterList.lines(selection, connection)
      let dismissals = try DismissalTable.byRisk(connection)
      let found = lines.compactMap { line -> StatementReport.Line? in
        let details = line.risk.details
        let remarks = remarks(on: details, objective: details.unitObjective, dismissals[line.risk.id] ?? [])
        guard !remarks.isEmpty else { return nil }
        return StatementReport.Line(
          reference: line.risk.reference, unitCode: line.unitCode, statement: details.statement, remarks: remarks)
      }
      let standing = found.flatMap { $0.remarks.filter { $0.dismissal == nil }.map(\.finding.check.id) }
      return StatementReport(
        checked: lines.count, lines: found,
        counts: (statementChecks?.checks ?? []).map { check in (check, standing.count { $0 == check.id }) },
        units: try access.lines(.read, connection), unitCode: unitCode)
    }
  }

  /// Lets a statement stand against a finding, with a reason. It holds until the statement is worded otherwise.
  public func dismissStatementFinding(
    _ reference: String, check id: String, reason: String, by actor: Actor
  ) throws -> StatementDismissal {
    let reason = reason.tidy
    return try write("statement-dismiss", by: actor) { connection, stamp in
      let (risk, _) = try editable(reference, by: actor, connection)
      if reason.isEmpty || reason.utf8.count > 2000 {
        try Problem.throwIfAny([
          FieldProblem(
            "reason",
            Localized("İfadenin neden böyle kalacağını kısaca yazın.", "Say briefly why the statement may stand."))
        ])
      }
      let known = try DismissalTable.all(ofRisk: risk.id, connection)
      let open = remarks(on: risk.details, objective: risk.details.unitObjective, known).filter { $0.dismissal == nil }
      guard open.contains(where: { $0.finding.check.id == id }) else {
        throw Problem(
          .conflict,
          Localized("Bu bulgu artık geçerli değil ya da kapatılmış.", "This finding no longer stands."))
      }
      let dismissal = try DismissalTable.insert(
        StatementDismissal(
          id: Identifier(0), riskID: risk.id, checkID: id, statement: risk.details.statement, reason: reason,
          recorded: RecordStamp(at: stamp.at, by: stamp.actor)), connection)
      try Journal.append(stamp, after: .statementDismissal(dismissal, unitID: risk.details.unitID), connection)
      return dismissal
    }
  }

  /// What the checks find in a risk's statement, with the dismissals that hold for its present wording.
  func remarks(on details: RiskDetails, objective: String, _ dismissals: [StatementDismissal]) -> [StatementRemark] {
    var text = StatementText(details.statement)
    (text.cause, text.event, text.consequence) = (details.cause, details.event, details.consequence)
    (text.objective, text.isOpportunity) = (objective, details.kind == .opportunity)
    let remarks = checkStatement(text).map { finding in
      StatementRemark(
        finding: finding,
        dismissal: dismissals.last { $0.checkID == finding.check.id && $0.statement == details.statement })
    }
    return remarks.filter { $0.dismissal == nil } + remarks.filter { $0.dismissal != nil }
  }
}
