import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceStorage

extension App {
  /// A dry run of the file at `path`, called `name`. The file itself is kept until it is confirmed or dropped; nothing
  /// else is written. Throws `ExchangeRefusal` where the file is hostile or no table.
  public func previewImport(
    file path: String, name: String, options: ImportOptions, by actor: Actor,
    progress: (@Sendable (ImportProgress) -> Void)? = nil
  ) throws -> ImportPreview {
    try read { connection in try Access(actor, connection).requireAnywhere(.importRegister) }
    progress?(ImportProgress(step: Localized("Dosya okunuyor", "Reading the file"), done: 0, total: 0))
    let workbook = try Workbook.read(path: path, name: name)
    let content = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    progress?(ImportProgress(step: Localized("Satırlar denetleniyor", "Checking the rows"), done: 0, total: 0))
    var options = options
    if options.columns.isEmpty { options.columns = try keptMapping(workbook, actor) }
    let plan = try plan(workbook, options, actor)
    let id = try write("import-preview", by: actor) { connection, stamp in
      try ImportRunTable.dropWaiting(before: stamp.at.adding(seconds: -24 * 3600), connection)
      return try ImportRunTable.insert(
        content: content, fileName: name, options: options.text, by: actor.accountID, at: stamp.at, connection)
    }
    return plan.preview(run: id, file: name, options: options)
  }

  /// The dry run again, with a corrected mapping or other choices of units; corrected columns are kept for the next file
  /// of the same form.
  public func previewImport(run id: Int64, options: ImportOptions, by actor: Actor) throws -> ImportPreview {
    let (run, workbook) = try waiting(id, actor)
    let plan = try plan(workbook, options, actor)
    try write("import-options", by: actor) { connection, stamp in
      try ImportRunTable.setOptions(options.text, of: id, connection)
      for form in plan.forms where form.headerRow != nil && !options.columns.isEmpty {
        try ImportMappingTable.set(
          signature: form.signature, mapping: ImportOptions.text(options.columns), of: actor.accountID, at: stamp.at,
          connection)
      }
    }
    return plan.preview(run: id, file: run.fileName, options: options)
  }

  /// The options under which run `id` was last previewed.
  public func importOptions(run id: Int64, by actor: Actor) throws -> ImportOptions {
    ImportOptions(text: try waiting(id, actor).run.options)
  }

  /// Stores what the dry run showed, all or nothing; the file is checked again first, against the store as it is now.
  public func confirmImport(run id: Int64, options: ImportOptions, by actor: Actor) throws -> ImportResult {
    let (_, workbook) = try waiting(id, actor)
    return try write("import", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.importRegister)
      var planner = try ImportPlanner(app: self, access: access, options: options, connection)
      let plan = try planner.plan(workbook)
      try Diagnostics(plan.problems).throwIfErrors()
      let result = try ImportWriter(app: self, plan: plan, root: access.tree.root, stamp: stamp).write(connection)
      guard
        try ImportRunTable.finish(
          id, as: .confirmed, created: result.created, updated: result.updated, unchanged: result.unchanged,
          at: stamp.at, connection)
      else { throw App.importGone }
      try Journal.note(stamp, .importRun, id: id, connection)
      return result
    }
  }

  /// Drops a waiting file.
  public func discardImport(run id: Int64, by actor: Actor) throws {
    _ = try waiting(id, actor)
    try write("import-drop", by: actor) { connection, stamp in
      _ = try ImportRunTable.finish(id, as: .dropped, at: stamp.at, connection)
    }
  }

  private func plan(_ workbook: Workbook, _ options: ImportOptions, _ actor: Actor) throws -> ImportPlan {
    try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.importRegister)
      var planner = try ImportPlanner(app: self, access: access, options: options, connection)
      return try planner.plan(workbook)
    }
  }

  private func waiting(_ id: Int64, _ actor: Actor) throws -> (run: ImportRun, workbook: Workbook) {
    let found = try read { connection in
      try Access(actor, connection).requireAnywhere(.importRegister)
      return try ImportRunTable.find(id, connection).flatMap { run in
        try ImportRunTable.content(id, connection).map { (run, $0) }
      }
    }
    guard let (run, content) = found, run.accountID == actor.accountID else { throw App.importGone }
    return (run, try Workbook.read(bytes: content, name: run.fileName))
  }

  private func keptMapping(_ workbook: Workbook, _ actor: Actor) throws -> [String: String] {
    try read { connection in
      for sheet in workbook.sheets {
        let signature = SheetForm(sheet, corrections: [:]).signature
        if let kept = try ImportMappingTable.find(signature: signature, of: actor.accountID, connection) {
          return ImportOptions.columns(kept)
        }
      }
      return [:]
    }
  }

  private static let importGone = Problem(
    .notFound,
    Localized(
      "Bu içe aktarma artık beklemiyor. Dosyayı yeniden yükleyin.",
      "This import is no longer waiting. Upload the file again."))
}
