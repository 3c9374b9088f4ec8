import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

/// A row of the service standards table (hizmet standartları tablosu; RG 31.07.2009/27305 ek-2): its four columns, and
/// where to complain.
public struct ServiceLine: Sendable {
  /// The process.
  public let record: ProcessRecord
  /// Name of its unit.
  public let unitName: String
  /// Documents asked for; those of the chart's first steps where the card names none.
  public let documents: [String]
  /// Within which time it is completed; empty where nobody has said.
  public let time: String
}

/// A step that falls to a role, or that is a sensitive duty.
public struct DutyLine: Sendable {
  /// The process.
  public let record: ProcessRecord
  /// Name of its unit.
  public let unitName: String
  /// The step.
  public let step: Step
  /// What follows, in words.
  public let next: String
  /// Risk points on the step.
  public let risks: [RiskPoint]
  /// Control points on the step, and those elsewhere that act on its risks.
  public let controls: [ControlPoint]
}

/// What a role does in all charts in force.
public struct JobDescription: Sendable {
  /// The role as the charts write it.
  public let role: String
  /// Its steps, by process and in the order of the chart.
  public let lines: [DutyLine]
}

extension App {
  /// The services of the units in view, by unit and code.
  public func serviceInventory(unitCode: String? = nil, by actor: Actor) throws -> [ServiceLine] {
    try withCharts(unitCode, by: actor) { book, charts in
      book.lines(today: today).filter { $0.record.retiredOn == nil && $0.record.details.isService }.map { line in
        let details = line.record.details
        let chart = charts[line.record.id]
        let first = chart?.steps.first { !$0.documents.isEmpty }?.documents ?? []
        return ServiceLine(
          record: line.record, unitName: line.unitName,
          documents: details.serviceDocuments.isEmpty ? first : details.serviceDocuments, time: details.serviceTime)
      }.sorted { TurkishText.compare($0.unitName, $1.unitName) < 0 }
    }
  }

  /// The roles that charts in force name, in Turkish order, with the number of their steps.
  public func chartRoles(by actor: Actor) throws -> [(role: String, steps: Int)] {
    try withCharts(nil, by: actor) { _, charts in
      var counts: [String: Int] = [:]
      for role in charts.values.flatMap(\.steps).compactMap(\.role) { counts[role, default: 0] += 1 }
      return counts.sorted { TurkishText.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
    }
  }

  /// The steps that fall to a role over all charts in force in view; the beginning of a job description.
  public func jobDescription(role: String, by actor: Actor) throws -> JobDescription {
    let wanted = TurkishText.fold(role.trimmed)
    return try withCharts(nil, by: actor) { book, charts in
      let lines = duties(book, charts) { $0.role.map { TurkishText.fold($0) == wanted } ?? false && !$0.kind.isEvent }
      return JobDescription(role: lines.first?.step.role ?? role, lines: lines)
    }
  }

  /// The steps of charts in force of a unit and below that fall to a role, by role in Turkish order.
  func roleDuties(unitCode: String?, by actor: Actor) throws -> [DutyLine] {
    let lines = try withCharts(unitCode, by: actor) { book, charts in
      duties(book, charts) { $0.role != nil && !$0.kind.isEvent }
    }
    return lines.enumerated().sorted { left, right in
      let order = TurkishText.compare(left.element.step.role ?? "", right.element.step.role ?? "")
      return order == 0 ? left.offset < right.offset : order < 0
    }.map(\.element)
  }

  /// The steps of charts in force that are marked as sensitive duties (hassas görev, KOS 2.6).
  public func sensitiveDuties(unitCode: String? = nil, by actor: Actor) throws -> [DutyLine] {
    try withCharts(unitCode, by: actor) { book, charts in duties(book, charts) { $0.isSensitive } }
  }

  private func duties(
    _ book: ProcessBook, _ charts: [Identifier<ProcessRecord>: Chart], _ isWanted: (Step) -> Bool
  ) -> [DutyLine] {
    book.lines(today: today).flatMap { line -> [DutyLine] in
      guard let chart = charts[line.record.id] else { return [] }
      return chart.steps.filter(isWanted).map { step in
        let risks = chart.risks(of: step.id)
        return DutyLine(
          record: line.record, unitName: line.unitName, step: step,
          next: ChartReading.next(step, in: chart, book.access.actor.language), risks: risks,
          controls: chart.controls.filter { control in
            control.step == step.id || risks.contains { $0.id == control.risk }
          })
      }
    }
  }

  /// Runs `body` with the processes in view and the charts in force of those that are not closed, of a unit and below.
  private func withCharts<Result>(
    _ unitCode: String?, by actor: Actor, _ body: (ProcessBook, [Identifier<ProcessRecord>: Chart]) throws -> Result
  ) throws -> Result {
    let (book, charts) = try readCharts(unitCode, by: actor)
    return try body(book, charts)
  }

  private func readCharts(
    _ unitCode: String?, by actor: Actor
  ) throws -> (ProcessBook, [Identifier<ProcessRecord>: Chart]) {
    try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      var book = try ProcessBook(access, connection)
      if let unitCode, !unitCode.isEmpty {
        book.only = access.tree.subtree(of: try access.unit(unitCode, connection).id)
      }
      var charts: [Identifier<ProcessRecord>: Chart] = [:]
      for version in try ChartVersionTable.approved(connection) {
        guard let record = book.tree.records[version.processID], record.retiredOn == nil, book.sees(record) else {
          continue
        }
        charts[record.id] = version.chart
      }
      return (book, charts)
    }
  }
}
