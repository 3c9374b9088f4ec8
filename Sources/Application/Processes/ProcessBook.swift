import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

/// The processes as one person sees them inside one transaction, now or at the end of a past day.
struct ProcessBook {
  let access: Access
  /// All processes, out of view too.
  let tree: ProcessTree
  /// The past day at whose end things are seen; `nil` for now.
  let day: Day?
  /// The moment before which things are seen; `nil` for now.
  let moment: Instant?
  /// Only processes of these units are listed; of all in view where `nil`.
  var only: Set<Identifier<Unit>>?
  /// Units that own the processes today: they decide who sees the past, too.
  private let owners: [Identifier<ProcessRecord>: Identifier<Unit>]
  private let heads: [Identifier<ProcessRecord>: [ChartHead]]

  init(_ access: Access, asOf day: Day? = nil, _ connection: Connection) throws {
    (self.access, self.day) = (access, day)
    let moment = day.map { Instant.startInIstanbul(of: $0.adding(days: 1)) }
    self.moment = moment
    let live = try ProcessTable.all(connection)
    owners = Dictionary(live.map { ($0.id, $0.details.unitID) }) { first, _ in first }
    tree = ProcessTree(try moment.map { try ProcessTable.all(before: $0, connection) } ?? live)
    let heads =
      try moment.map { try ChartHeadTable.standing(before: $0, connection) } ?? ChartHeadTable.standing(connection)
    self.heads = Dictionary(grouping: heads, by: \.processID)
  }

  /// The head in force.
  func approved(_ id: Identifier<ProcessRecord>) -> ChartHead? { heads[id]?.first { $0.state == .approved } }
  /// The head that is drawn or reviewed.
  func open(_ id: Identifier<ProcessRecord>) -> ChartHead? { heads[id]?.first { $0.state.isOpen } }

  /// Whether the process is in view.
  func sees(_ record: ProcessRecord) -> Bool {
    access.allows(.read, in: owners[record.id] ?? record.details.unitID)
      && only?.contains(record.details.unitID) ?? true
  }

  /// The process with this code, where it is in view.
  func record(_ code: String) throws -> ProcessRecord {
    let key = ProcessRecord.key(code)
    guard let found = tree.records.values.first(where: { ProcessRecord.key($0.code) == key }), sees(found) else {
      throw Access.notFound
    }
    return found
  }

  /// Processes in view in the order of the tree.
  func lines(today: Day) -> [ProcessLine] {
    let all = tree.lines
    let seen = Set(all.filter { sees($0.record) }.map(\.record.id))
    let parents = Set(all.compactMap { seen.contains($0.record.id) ? $0.record.parentID : nil })
    return all.compactMap { record, depth in
      guard seen.contains(record.id) else { return nil }
      let shown = tree.path(to: record.id).count { seen.contains($0.id) }
      return line(record, depth: shown, level: depth, hasChildren: parents.contains(record.id), today: today)
    }
  }

  private func line(
    _ record: ProcessRecord, depth: Int, level: Int, hasChildren: Bool, today: Day
  ) -> ProcessLine {
    let (approved, open) = (approved(record.id), open(record.id))
    let shown = (approved ?? open)?.figures
    return ProcessLine(
      record: record, depth: depth, level: ProcessLevel(depth: level),
      unitName: access.tree.units[record.details.unitID]?.name ?? "", approvedNumber: approved?.number,
      draftState: open?.state, reviewDueOn: approved?.reviewDueOn,
      isReviewOverdue: record.retiredOn == nil && approved?.reviewDueOn.map { $0 < today } ?? false,
      errorCount: (open ?? approved)?.figures.errors ?? 0, stepCount: shown?.steps ?? 0, riskCount: shown?.risks ?? 0,
      controlCount: shown?.controls ?? 0, hasChildren: hasChildren)
  }

  /// Whether a code was ever given, with or without Turkish letters.
  func isTaken(_ code: String) -> Bool {
    let key = ProcessRecord.key(code)
    return tree.records.values.contains { ProcessRecord.key($0.code) == key }
  }

  /// The next free code below `parent` in the pattern of its parts: `SAT-03` after `SAT-02`. Where it has none that end
  /// in a number `SAT-01.01`; at the top, and where a code would get too long, that of the unit: `MH-03`.
  func nextCode(below parent: ProcessRecord?, unitCode: String) -> String {
    let usual = parent.map { $0.code + "." } ?? unitCode + "-"
    let known = parent.flatMap { CodePattern(of: tree.children(of: $0.id).map(\.code)) }
    var pattern = known ?? CodePattern(stem: usual, width: 2, last: 0)
    if !ProcessRecord.isCode(pattern.code(pattern.last + 1)) {
      pattern = CodePattern(stem: unitCode + "-", width: 2, last: 0)
    }
    var number = pattern.last + 1
    while isTaken(pattern.code(number)) { number += 1 }
    return pattern.code(number)
  }

  /// What the checks know of the other processes.
  func context(today: Day) -> CheckContext {
    var context = CheckContext()
    var calls: [String: [String]] = [:]
    var approvedCodes: Set<String> = []
    for record in tree.records.values where record.retiredOn == nil {
      calls[record.code] = (open(record.id) ?? approved(record.id))?.figures.calls ?? []
      if approved(record.id) != nil { approvedCodes.insert(record.code) }
    }
    (context.calls, context.approved, context.today) = (calls, approvedCodes, today)
    return context
  }

  /// Versions of a chart, oldest first.
  func versions(of id: Identifier<ProcessRecord>, _ connection: Connection) throws -> [ChartVersion] {
    if let moment { return try ChartVersionTable.all(of: id, before: moment, connection) }
    return try ChartVersionTable.all(of: id, connection)
  }
}
