import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// The processes in view in the order of their tree, now or at the end of `asOf`.
  public func processTree(by actor: Actor, asOf: Day? = nil) throws -> [ProcessLine] {
    try read { connection in
      let book = try ProcessBook(Access(actor, connection), asOf: asOf, connection)
      try book.access.requireAnywhere(.read)
      return book.lines(today: asOf ?? today)
    }
  }

  /// Everything about one process, now or at the end of `asOf`.
  public func process(_ code: String, by actor: Actor, asOf: Day? = nil) throws -> ProcessPage {
    try read { connection in
      let book = try ProcessBook(Access(actor, connection), asOf: asOf, connection)
      let record = try book.record(code)
      let versions = try book.versions(of: record.id, connection)
      let (approved, open) = (versions.last { $0.state == .approved }, versions.last { $0.state.isOpen })
      let links = try linkLines(
        record, (approved ?? open)?.chart ?? Chart(steps: [], flows: []), book, connection)
      let path = book.tree.path(to: record.id)
      let unit = book.access.tree.units[record.details.unitID]
      return ProcessPage(
        record: record, card: record.details.card(code: record.code, unitName: unit?.name ?? ""),
        level: ProcessLevel(depth: path.count), path: path.filter(book.sees),
        unitPath: book.access.tree.path(to: record.details.unitID),
        children: book.lines(today: asOf ?? today).filter { $0.record.parentID == record.id }, approved: approved,
        open: open, versions: versions.reversed(), links: links.lines, hiddenLinkCount: links.hidden,
        journal: asOf == nil ? try processJournal(record, book.access, connection) : [],
        may: try abilities(record, open, book, connection))
    }
  }

  /// Two versions of a chart: those with these numbers; without numbers the one in force and the open one, else the
  /// last two.
  public func compareCharts(
    _ code: String, from: Int? = nil, to: Int? = nil, by actor: Actor
  ) throws -> ChartComparison {
    try read { connection in
      let book = try ProcessBook(Access(actor, connection), connection)
      let record = try book.record(code)
      let all = try book.versions(of: record.id, connection)
      func version(_ number: Int) throws -> ChartVersion {
        guard let found = all.first(where: { $0.number == number }) else { throw Access.notFound }
        return found
      }
      let kept = all.filter { $0.state != .discarded }
      guard let new = try to.map(version) ?? kept.last ?? all.last else { throw Access.notFound }
      let old = try from.map(version) ?? kept.last { $0.number < new.number }
      return ChartComparison(old: old, new: new, process: try whole(record, new.chart, book.access))
    }
  }

  /// The code that a new process gets where none is typed: in the pattern of the parts of `parent`, or of the unit.
  public func suggestedProcessCode(below parent: String?, unitCode: String, by actor: Actor) throws -> String {
    try read { connection in
      let book = try ProcessBook(Access(actor, connection), connection)
      return book.nextCode(below: try parent.map { try book.record($0) }, unitCode: unitCode)
    }
  }

  /// What this person may do with a process now.
  func abilities(
    _ record: ProcessRecord, _ open: ChartVersion?, _ book: ProcessBook, _ connection: Connection
  ) throws -> ProcessAbilities {
    var may = ProcessAbilities()
    guard book.moment == nil else { return may }
    may.edit = book.access.allows(.manageProcesses, in: record.details.unitID)
    guard record.retiredOn == nil else { return may }
    may.link = may.edit
    may.draw = may.edit && open?.state != .inReview
    may.submit = may.edit && open?.state == .draft
    may.discard = may.edit && open != nil
    if let open, open.state == .inReview, book.access.allows(.approveProcesses, in: record.details.unitID) {
      may.whyNotApprove = try whyNotApprove(open, book.access.actor, connection)
      may.approve = may.whyNotApprove == nil
    }
    return may
  }

  private func processJournal(
    _ record: ProcessRecord, _ access: Access, _ connection: Connection
  ) throws -> [JournalLine] {
    guard access.allows(.readJournal, in: record.details.unitID) else { return [] }
    return try Journal.entries(ofProcess: record.id, limit: 100, connection)
      .map { try line($0, connection) }
  }
}
