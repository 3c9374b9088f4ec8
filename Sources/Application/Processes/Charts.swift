import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// A version of a process's chart with its findings: the one with this number; without one the open version, else the
  /// one in force, and in a view of the past the one that was in force.
  public func chart(_ code: String, number: Int? = nil, by actor: Actor, asOf: Day? = nil) throws -> ChartPage {
    try read { connection in
      let book = try ProcessBook(Access(actor, connection), asOf: asOf, connection)
      let record = try book.record(code)
      let versions = try book.versions(of: record.id, connection)
      let (open, approved) = (versions.first { $0.state.isOpen }, versions.first { $0.state == .approved })
      let found =
        number.map { number in versions.first { $0.number == number } }
        ?? (asOf == nil ? open ?? approved : approved ?? open)
      if number != nil, found == nil { throw Access.notFound }
      return try page(record, found, found?.chart ?? Chart(steps: [], flows: []), versions, book, connection)
    }
  }

  /// What the page of `chart` would show, without saving anything.
  public func previewChart(_ code: String, _ chart: Chart, by actor: Actor) throws -> ChartPage {
    try Problem.throwIfAny(chart.excess)
    let chart = chart.tidied
    try Problem.throwIfAny(chart.problems)
    return try read { connection in
      let book = try ProcessBook(Access(actor, connection), connection)
      let record = try book.record(code)
      let versions = try book.versions(of: record.id, connection)
      return try page(record, nil, chart, versions, from: versions.last, book, connection)
    }
  }

  /// Saves a draft. `version` is that of the open draft as it was read; `nil` or 0 where none was open, and one is made.
  public func saveChart(
    _ code: String, _ chart: Chart, note: String, version: Int?, by actor: Actor
  ) throws -> ChartVersion {
    try saveChart(code, chart, note: note, version: version, source: nil, useCase: "chart-save", by: actor)
  }

  /// Saves a draft that may come from a file.
  func saveChart(
    _ code: String, _ chart: Chart, note: String, version: Int?, source: (name: String, bytes: [UInt8])?,
    useCase: String, by actor: Actor
  ) throws -> ChartVersion {
    try Problem.throwIfAny(chart.excess)
    let chart = chart.tidied
    try Problem.throwIfAny(chart.problems)
    return try write(useCase, by: actor) { connection, stamp in
      let book = try ProcessBook(Access(actor, connection), connection)
      let record = try book.record(code)
      try book.access.require(.manageProcesses, in: record.details.unitID)
      guard record.retiredOn == nil else { throw App.retiredProcess }
      guard let before = try book.versions(of: record.id, connection).first(where: { $0.state.isOpen }) else {
        guard version ?? 0 == 0 else { throw App.closedDraft }
        return try newDraft(chart, of: record, note: note, source: source, book, stamp, connection)
      }
      guard before.state == .draft else { throw App.inReview }
      var after = before
      (after.chart, after.note, after.version) = (chart, String(note.tidy.prefix(2000)), before.version + 1)
      (after.preparedBy, after.preparerID, after.preparedAt) = (stamp.actor, stamp.accountID, stamp.at)
      if let source { after.sourceName = source.name }
      let kept = try source ?? file(of: before, connection)
      let origin = try origin(ofDraft: chart, from: kept)
      after.figures = ChartFigures(chart, try findings(on: after, of: record, origin, book))
      guard before.version == version,
        try ChartVersionTable.update(&after, basedOn: before.version, source: source?.bytes, connection)
      else {
        throw try stale(
          before.chart.differences(to: chart, actor.language), .chartVersion, before.id.rawValue, before.version,
          connection)
      }
      let unit = record.details.unitID
      try Journal.append(
        stamp, before: .chartVersion(before, unitID: unit), after: .chartVersion(after, unitID: unit), connection)
      return after
    }
  }

  /// Stores a first draft, or one after the last version.
  func newDraft(
    _ chart: Chart, of record: ProcessRecord, note: String, source: (name: String, bytes: [UInt8])? = nil,
    _ book: ProcessBook, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> ChartVersion {
    let last = try ChartVersionTable.all(of: record.id, connection).last
    var draft = ChartVersion(
      id: Identifier(0), processID: record.id, number: (last?.number ?? 0) + 1, chart: chart,
      figures: ChartFigures(chart),
      note: String(note.tidy.prefix(2000)), preparedBy: stamp.actor, preparerID: stamp.accountID, preparedAt: stamp.at)
    // A chart that came from a BPMN file stays with that file, so that every later version is its patch.
    let kept = try source ?? last.flatMap { try file(of: $0, connection) }
    if let kept { draft.sourceName = kept.name }
    let origin = try origin(ofDraft: chart, from: kept)
    draft.figures = ChartFigures(chart, try findings(on: draft, of: record, origin, book))
    let made = try ChartVersionTable.insert(draft, source: kept?.bytes, connection)
    try Journal.append(stamp, after: .chartVersion(made, unitID: record.details.unitID), connection)
    return made
  }

  /// The BPMN file a version came from.
  private func file(of version: ChartVersion, _ connection: Connection) throws -> (name: String, bytes: [UInt8])? {
    try ChartVersionTable.source(of: version.id, connection).map { (version.sourceName, $0) }
  }

  /// What the checks say of a version.
  func findings(
    on version: ChartVersion, of record: ProcessRecord, _ origin: ChartOrigin, _ book: ProcessBook
  ) throws -> [ChartFinding] {
    let process = try whole(record, version.chart, book.access)
    return try checks().findings(process, context(of: version, of: record, origin, book))
  }

  /// Card and chart together, with the numbers norms set for the catalogue process it came from.
  func whole(_ record: ProcessRecord, _ chart: Chart, _ access: Access) throws -> WorkProcess {
    let unit = access.tree.units[record.details.unitID]?.name ?? ""
    let shipped = record.origin.isEmpty ? nil : try catalogs().process(code: record.origin)
    return WorkProcess(
      card: record.details.card(code: record.code, unitName: unit), chart: chart,
      parameters: shipped?.parameters ?? [], sources: shipped?.sources ?? [])
  }

  /// The checks on charts, read once.
  func checks() throws -> WorkflowChecks {
    if let known = chartChecks.withLock({ $0 }) { return known }
    let read = try WorkflowChecks.load(dataFolder: dataFolder)
    chartChecks.withLock { $0 = read }
    return read
  }

  private func context(
    of version: ChartVersion?, of record: ProcessRecord, _ origin: ChartOrigin, _ book: ProcessBook
  ) -> CheckContext {
    var context = book.context(today: book.day ?? today)
    (context.foreign, context.connectors) = (origin.foreign, origin.connectors)
    context.isForApproval = version?.state.isOpen ?? true
    if version?.state == .approved { context.approvedOn = version?.approvedAt?.dayInIstanbul }
    return context
  }

  private func page(
    _ record: ProcessRecord, _ version: ChartVersion?, _ chart: Chart, _ versions: [ChartVersion],
    from source: ChartVersion? = nil, _ book: ProcessBook, _ connection: Connection
  ) throws -> ChartPage {
    let process = try whole(record, chart, book.access)
    let earlier = versions.filter { version == nil || $0.number < version?.number ?? .max }
    let origin = try origin(of: version ?? source, connection)
    let context = context(of: version, of: record, origin, book)
    let findings = chart.steps.isEmpty && version == nil ? [] : try checks().findings(process, context)
    return ChartPage(
      record: record, version: version, process: process, findings: findings,
      foreign: origin.foreign.filter { $0.step.map { id in chart.step(id) != nil } ?? true },
      earlier: earlier.filter { $0.approvedAt != nil }.map(\.chart),
      links: try linkLines(record, chart, book, connection).lines,
      may: try abilities(record, versions.first { $0.state.isOpen }, book, connection))
  }

  private static let closedDraft = Problem(
    .conflict,
    Localized("Taslak bu arada kapanmış; sayfayı yeniden açın.", "The draft is no longer open; reload the page."))
  static let inReview = Problem(
    .conflict,
    Localized(
      "Şema incelemede; değiştirmek için önce iade edilmeli.", "The chart is in review; it must be returned first."))
}

extension Chart {
  /// What keeps it from being stored at all.
  var problems: [FieldProblem] {
    func problem(_ turkish: String, _ english: String) -> [FieldProblem] {
      [FieldProblem("chart", Localized(turkish, english))]
    }
    if steps.count > ChartLayouter.maximumSteps {
      return problem(
        "En çok \(ChartLayouter.maximumSteps) adım olabilir; alt süreçlere bölün.",
        "At most \(ChartLayouter.maximumSteps) steps; split it into sub-processes.")
    }
    if max(flows.count, risks.count + controls.count) > ChartText.mostArrows {
      return problem(
        "En çok 4.000 ok ve 4.000 risk ya da kontrol olabilir; alt süreçlere bölün.",
        "At most 4,000 arrows and 4,000 risks or controls; split it into sub-processes.")
    }
    if let step = steps.first(where: { $0.documents.count > 200 }) {
      return problem(
        "«\(step.name.shortened())» adımında 200'den çok belge var.",
        "The step «\(step.name.shortened())» has more than 200 documents.")
    }
    var seen: Set<String> = []
    for id in steps.map(\.id) {
      if !seen.insert(id).inserted {
        return problem("«\(id.shortened())» adımı iki kez var.", "The step «\(id.shortened())» is given twice.")
      }
      if !Step.isID(id) || TurkishText.fold(id) == "yok" || TurkishText.fold(id) == "none" {
        return problem("«\(id.shortened())» adım kimliği olamaz.", "«\(id.shortened())» cannot be the id of a step.")
      }
    }
    if let id = (risks.map(\.id) + controls.map(\.id)).first(where: { !Step.isID($0) }) {
      return problem(
        "«\(id.shortened())» risk ya da kontrol kimliği olamaz.",
        "«\(id.shortened())» cannot be the id of a risk or control.")
    }
    let text = ChartText.text(self)
    if text.utf8.count > ChartText.mostBytes { return tooLong }
    if ChartText.chart(text) != self {
      return problem("Metinlerde saklanamayan bir karakter var.", "A text holds a character that cannot be kept.")
    }
    return []
  }

  /// What keeps it from being looked at any closer: a text of several megabytes, as files hold by mistake or ill will.
  var excess: [FieldProblem] {
    var bytes = 0
    for step in steps { bytes += step.name.utf8.count + step.documents.reduce(0) { $0 + $1.utf8.count } }
    for flow in flows { bytes += flow.label.utf8.count }
    for lane in lanes { bytes += lane.utf8.count }
    for risk in risks { bytes += risk.text.utf8.count }
    for control in controls { bytes += control.text.utf8.count }
    return bytes > 2 * ChartText.mostBytes ? tooLong : []
  }

  private var tooLong: [FieldProblem] {
    let most = ChartText.mostBytes / 1000
    let step = steps.max { $0.name.utf8.count < $1.name.utf8.count }
    let name = step.flatMap { $0.name.utf8.count > 10_000 ? $0.name.shortened(to: 60) : nil }
    let (turkish, english) = (
      name.map { " En uzun ad: «\($0)»." } ?? "", name.map { " The longest name: «\($0)»." } ?? ""
    )
    return [
      FieldProblem(
        "chart",
        Localized(
          "Şemanın metni çok uzun (en çok \(most).000 bayt).\(turkish)",
          "The chart's text is too long (at most \(most),000 bytes).\(english)"))
    ]
  }

  /// In what `self`, as stored, differs from `other`, as wanted, as the lines of the revision record: of a step under
  /// `step-` and its id, of the whole chart under `chart`.
  func differences(to other: Chart, _ language: Language) -> [StaleSave.Difference] {
    let difference = ChartDifference(old: self, new: other)
    let (absent, present) = (Localized("–", "–")(language), Localized("var", "there")(language))
    let pairs = zip(difference.revisionRows(.turkish), difference.revisionRows(.english))
    return pairs.map { turkish, english in
      let row = language == .turkish ? turkish : english
      func label(_ row: RevisionRow) -> String { row.field.isEmpty ? row.subject : "\(row.subject): \(row.field)" }
      func text(_ text: String, isThere: Bool) -> String { isThere ? text.isEmpty ? present : text : absent }
      let isWhole = row.kind == .added || row.kind == .removed
      return StaleSave.Difference(
        field: row.step.map { "step-" + $0 } ?? "chart", label: Localized(label(turkish), label(english)),
        theirs: isWhole ? text(row.old, isThere: row.kind == .removed) : row.old,
        yours: isWhole ? text(row.new, isThere: row.kind == .added) : row.new)
    }
  }
}
