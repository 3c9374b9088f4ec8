import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Adds a process.
  public func addProcess(_ form: ProcessForm, by actor: Actor) throws -> ProcessRecord {
    try write("process-add", by: actor) { connection, stamp in
      let book = try ProcessBook(Access(actor, connection), connection)
      try book.access.requireAnywhere(.manageProcesses)
      let (details, parent) = try checked(form, isNew: true, book, connection)
      let unitCode = book.access.tree.units[details.unitID]?.code ?? ""
      let typed = form.code.tidy
      let code = typed.isEmpty ? book.nextCode(below: parent, unitCode: unitCode) : typed
      return try insert(code, below: parent, details, origin: "", book.access, stamp, connection)
    }
  }

  /// Changes a process's card or its place in the tree. The code stays.
  public func editProcess(
    _ code: String, _ form: ProcessForm, version: Int, by actor: Actor
  ) throws -> ProcessRecord {
    try changeProcess(code, version: version, useCase: "process-edit", by: actor) { record, book, connection in
      guard record.retiredOn == nil else { throw App.retiredProcess }
      let (details, parent) = try checked(form, isNew: false, book, connection)
      try book.access.require(.manageProcesses, in: details.unitID)
      if let parent, book.tree.subtree(of: record.id).contains(parent.id) {
        try Problem.throwIfAny([
          FieldProblem("parent", Localized("Süreç kendi altına taşınamaz.", "A process cannot be moved below itself."))
        ])
      }
      (record.details, record.parentID) = (details, parent?.id)
    }
  }

  /// Closes a process: it is in no list of what is done today; its charts and their history stay.
  public func retireProcess(_ code: String, reason: String, version: Int, by actor: Actor) throws -> ProcessRecord {
    let (today, reason) = (today, String(reason.tidy.prefix(2000)))
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    return try changeProcess(code, version: version, useCase: "process-retire", by: actor) { record, book, _ in
      guard record.retiredOn == nil else { throw App.retiredProcess }
      guard book.tree.children(of: record.id).allSatisfy({ $0.retiredOn != nil }) else {
        throw Problem(
          .conflict,
          Localized("Önce altındaki süreçleri kapatın ya da taşıyın.", "Close or move the processes below it first."))
      }
      (record.retiredOn, record.retireReason) = (today, reason)
    }
  }

  /// Opens a closed process again.
  public func reinstateProcess(_ code: String, version: Int, by actor: Actor) throws -> ProcessRecord {
    try changeProcess(code, version: version, useCase: "process-reinstate", by: actor) { record, book, _ in
      guard book.access.tree.units[record.details.unitID]?.retiredOn == nil else { throw App.closedUnit }
      guard record.parentID.flatMap({ book.tree.records[$0] })?.retiredOn == nil else { throw App.retiredProcess }
      (record.retiredOn, record.retireReason) = (nil, "")
    }
  }

  /// Stores a new process with its journal row.
  func insert(
    _ code: String, below parent: ProcessRecord?, _ details: ProcessDetails, origin: String, _ access: Access,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws -> ProcessRecord {
    try access.require(.manageProcesses, in: details.unitID)
    guard access.tree.units[details.unitID]?.retiredOn == nil else { throw App.closedUnit }
    let draft = ProcessRecord(
      id: Identifier(0), code: code, parentID: parent?.id, details: details, origin: origin, version: 1,
      createdAt: stamp.at)
    let made = try ProcessTable.insert(draft, connection)
    try Journal.append(stamp, after: .processRecord(made), connection)
    return made
  }

  private func checked(
    _ form: ProcessForm, isNew: Bool, _ book: ProcessBook, _ connection: Connection
  ) throws -> (ProcessDetails, ProcessRecord?) {
    var problems = form.problems
    let typed = form.code.tidy
    if isNew, !typed.isEmpty {
      if !ProcessRecord.isCode(typed) {
        let text = Localized(
          "En çok 40 harf, rakam, nokta, tire; boşluk olmaz.", "At most 40 letters, digits, dots, dashes; no blanks.")
        problems.append(FieldProblem("code", text))
      } else if book.isTaken(typed) {
        problems.append(FieldProblem("code", Localized("Bu kod verilmiş.", "This code is taken.")))
      }
    }
    let unit = try UnitTable.find(code: form.unitCode.trimmed, connection)
      .flatMap { book.access.allows(.read, in: $0.id) && $0.retiredOn == nil ? $0 : nil }
    if unit == nil { problems.append(FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit."))) }
    let parent = try book.parent(form.parentCode, &problems)
    try Problem.throwIfAny(problems)
    guard let unit else { throw Access.notFound }
    return (form.details(in: unit), parent)
  }

  private func changeProcess(
    _ code: String, version: Int, useCase: String, by actor: Actor,
    _ body: (inout ProcessRecord, ProcessBook, Connection) throws -> Void
  ) throws -> ProcessRecord {
    try write(useCase, by: actor) { connection, stamp in
      let book = try ProcessBook(Access(actor, connection), connection)
      let before = try book.record(code)
      try book.access.require(.manageProcesses, in: before.details.unitID)
      var after = before
      try body(&after, book, connection)
      after.version = before.version + 1
      guard before.version == version, try ProcessTable.update(after, basedOn: version, connection) else {
        throw try stale(
          before.differences(to: after, book.access.tree, book.tree), .processRecord, before.id.rawValue,
          before.version, connection)
      }
      try Journal.append(stamp, before: .processRecord(before), after: .processRecord(after), connection)
      return after
    }
  }

  static let retiredProcess = Problem(
    .conflict, Localized("Süreç kapatılmış; önce yeniden açın.", "The process is closed; reopen it first."))
}

extension ProcessBook {
  /// The open process with this code as the one above; `nil` where none was named. Reports an unknown one.
  func parent(_ code: String?, _ problems: inout [FieldProblem]) throws -> ProcessRecord? {
    guard let code = code?.trimmed, !code.isEmpty else { return nil }
    if let found = try? record(code), found.retiredOn == nil { return found }
    problems.append(
      FieldProblem("parent", Localized("«\(code)» kodlu açık süreç yok.", "There is no open process «\(code)».")))
    return nil
  }
}
