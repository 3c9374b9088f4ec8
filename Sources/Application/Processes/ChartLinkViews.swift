import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// The steps of processes in view that a risk is linked to, now or at the end of `asOf`.
  public func steps(ofRisk reference: String, by actor: Actor, asOf: Day? = nil) throws -> [ProcessStepLine] {
    try read { connection in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      return try stepLines(ChartLinkTable.all(ofRisk: risk.id, connection), asOf: asOf, access, connection)
    }
  }

  /// The steps of processes in view that a control is linked to.
  public func steps(ofControl code: String, by actor: Actor, asOf: Day? = nil) throws -> [ProcessStepLine] {
    try read { connection in
      let access = try Access(actor, connection)
      let control = try findControl(code, access, connection)
      return try stepLines(ChartLinkTable.all(ofControl: control.id, connection), asOf: asOf, access, connection)
    }
  }

  /// Where links lie, of processes in view.
  func stepLines(
    _ links: [ChartLink], asOf: Day?, _ access: Access, _ connection: Connection
  ) throws -> [ProcessStepLine] {
    guard !links.isEmpty else { return [] }
    let book = try ProcessBook(access, asOf: asOf, connection)
    var charts: [Identifier<ProcessRecord>: Chart] = [:]
    return try links.compactMap { link in
      guard link.held(before: book.moment), let record = book.tree.records[link.processID], book.sees(record) else {
        return nil
      }
      if charts[record.id] == nil {
        let versions = try book.versions(of: record.id, connection)
        charts[record.id] = (versions.last { $0.state == .approved } ?? versions.last { $0.state.isOpen })?.chart
      }
      let chart = charts[record.id]
      let step = chart?.step(link.stepID)
      return ProcessStepLine(
        link: link, record: record, unitName: access.tree.units[record.details.unitID]?.name ?? "",
        stepNumber: step?.number ?? "", stepName: step?.name ?? "", role: step?.role ?? "",
        pointText: chart?.pointText(link.pointID, on: link.stepID) ?? "")
    }
  }

  /// What is linked to the steps of a process, in the order of `chart`, and how much of it is out of view.
  func linkLines(
    _ record: ProcessRecord, _ chart: Chart, _ book: ProcessBook, _ connection: Connection
  ) throws -> (lines: [ChartLinkLine], hidden: Int) {
    let links = try ChartLinkTable.all(of: record.id, connection).filter { $0.held(before: book.moment) }
    let lines = try links.compactMap { try line($0, chart, book, connection) }
    let place = Dictionary(chart.steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let sorted = lines.sorted {
      (place[$0.link.stepID] ?? .max, $0.link.id) < (place[$1.link.stepID] ?? .max, $1.link.id)
    }
    return (sorted, links.count - lines.count)
  }

  private func line(
    _ link: ChartLink, _ chart: Chart, _ book: ProcessBook, _ connection: Connection
  ) throws -> ChartLinkLine? {
    var (reference, text): (String, String)
    var (level, effectiveness): (Level?, ControlEffectiveness?)
    switch link.target {
    case .risk(let id):
      guard let risk = try RiskTable.find(id, connection), book.access.allows(.read, in: risk.details.unitID) else {
        return nil
      }
      (reference, text) = (risk.reference, risk.details.statement)
      level = try self.level(of: risk, before: book.moment, connection)
    case .control(let id):
      guard let control = try ControlTable.find(id, connection),
        book.access.allows(.read, in: control.details.unitID)
      else { return nil }
      (reference, text) = (control.code, control.details.name)
      var tests = try ControlTestTable.all(of: control.id, connection)
      if let moment = book.moment { tests.removeAll { $0.recordedAt >= moment } }
      let day = book.day ?? today
      let rules = try controlRules(on: day)
      let standing = ControlStanding(control, tests: tests, rules: rules, on: day)
      effectiveness = ControlEffectiveness(standing.testScore, rules.percentage)
    }
    return ChartLinkLine(
      link: link, stepName: chart.step(link.stepID)?.name ?? "",
      pointText: chart.pointText(link.pointID, on: link.stepID) ?? "", reference: reference, text: text, level: level,
      effectiveness: effectiveness)
  }

  /// The level in which a risk stood.
  func level(of risk: Risk, before moment: Instant?, _ connection: Connection) throws -> Level? {
    let standing =
      try moment.map { moment in
        try AssessmentTable.history(of: risk.id, connection).first { $0.recordedAt < moment }
      } ?? risk.currentAssessmentID.flatMap { try AssessmentTable.find($0, connection) }
    return try standing.flatMap { assessment in
      try methodology(digest: assessment.ruleDigest, connection)?.level(assessment.effective.levelID)
    }
  }
}
