import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Registers in and out.
let exchangeCommands: [Command] = [
  Command(
    "import", Localized("risk kaydını Excel veya CSV dosyasından al", "import a register from Excel or CSV"),
    arguments: [Command.Argument(name: "FILE", help: Localized("XLSX veya CSV dosyası", "XLSX or CSV file"))],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "dry-run", value: nil, help: Localized("yalnızca dene, yazma", "try only, write nothing")),
      Command.Option(
        name: "methodology", value: "ID",
        help: Localized("dosyadaki puanların yöntemi", "methodology of the file's scores")),
      Command.Option(
        name: "no-new-units", value: nil,
        help: Localized("bilinmeyen birimleri oluşturma, sorun say", "treat unknown units as problems")),
      Command.Option(
        name: "unit", value: "KEY=CODE",
        help: Localized("dosyadaki birimi var olan birime bağla", "use an existing unit for one of the file")),
    ],
    notes: Localized(
      "Sorunlar sayfa ve hücresiyle yazılır; hata varsa hiçbir satır alınmaz.",
      "Problems are printed by sheet and cell; with an error no row is taken."),
    run: importRegister),
  Command(
    "export", Localized("risk kaydını Excel veya CSV dosyasına ver", "export the register to Excel or CSV"),
    arguments: [
      Command.Argument(name: "FILE", help: Localized("yeni dosya, .xlsx veya .csv", "new file, .xlsx or .csv"))
    ],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "unit", value: "CODE", help: Localized("birim ve altı", "unit and below")),
    ],
    run: exportRegister),
]

private func importRegister(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let path = try call.required(0)
  let name = path.split(separator: "/").last.map(String.init) ?? path
  let options = try importOptions(call)
  let preview = try app.previewImport(file: path, name: name, options: options, by: actor)
  guard preview.mayConfirm else {
    try app.discardImport(run: preview.runID, by: actor)
    report(preview, call)
    return .badFile
  }
  if call.has("dry-run") {
    try app.discardImport(run: preview.runID, by: actor)
    report(preview, call)
    return .done
  }
  let result = try app.confirmImport(run: preview.runID, options: options, by: actor)
  report(result, preview, call)
  return .done
}

private func importOptions(_ call: Invocation) throws -> ImportOptions {
  var options = ImportOptions()
  options.methodologyID = call.text("methodology")
  options.createsUnits = !call.has("no-new-units")
  if let choice = call.text("unit") {
    guard let equals = choice.lastIndex(of: "=") else {
      throw Invocation.UsageProblem(message: Localized("--unit ANAHTAR=KOD olmalı", "--unit must be KEY=CODE"))
    }
    options.unitChoices[String(choice[..<equals])] = String(choice[choice.index(after: equals)...])
  }
  return options
}

private func report(_ preview: ImportPreview, _ call: Invocation) {
  if call.wantsJSON {
    call.say(
      JSON.members([
        "dryRun": true, "created": .count(preview.createdCount), "updated": .count(preview.updatedCount),
        "unchanged": .count(preview.unchangedCount),
        "units": .array(
          preview.proposedUnits.map {
            .members(["key": .text($0.key), "code": .text($0.code), "name": .text($0.name)])
          }),
        "methodology": .text(preview.methodology.id), "rows": .array(preview.rows.map(json)),
        "problems": .array(preview.problems.map(json)), "notes": .array(preview.notes.map(json)),
      ]).text)
    return
  }
  say(preview.problems, preview.notes, call)
  for unit in preview.proposedUnits {
    call.say(
      Localized(
        "+ birim \(unit.code) \(unit.name) (\(unit.rowCount) satır)",
        "+ unit \(unit.code) \(unit.name) (\(unit.rowCount) rows)"))
  }
  for row in preview.rows {
    let score = row.pair?.score.map(String.init) ?? "–"
    let level =
      row.level?.name(call.language) ?? Localized("henüz değerlendirilmedi", "not yet assessed")(call.language)
    call.say("\(row.action.rawValue)  \(row.reference)  \(score) \(level)  \(shortened(row.statement, to: 60))")
  }
  call.say(
    Localized(
      "Deneme: \(preview.createdCount) yeni, \(preview.updatedCount) değişen, \(preview.unchangedCount) aynı; hiçbir şey yazılmadı.",
      "Dry run: \(preview.createdCount) new, \(preview.updatedCount) changed, \(preview.unchangedCount) same; nothing was written."
    ))
}

private func report(_ result: ImportResult, _ preview: ImportPreview, _ call: Invocation) {
  if call.wantsJSON {
    call.say(
      JSON.members([
        "created": .count(result.created), "updated": .count(result.updated), "unchanged": .count(result.unchanged),
        "unitsCreated": .count(result.unitsCreated), "notAssessed": .count(result.notAssessed),
        "methodology": .text(preview.methodology.id), "problems": .array(preview.problems.map(json)),
        "notes": .array(preview.notes.map(json)),
      ]).text)
    return
  }
  say(preview.problems, preview.notes, call)
  call.say(
    Localized(
      "\(result.created) risk eklendi, \(result.updated) risk değişti, \(result.unchanged) satır aynı; \(result.unitsCreated) birim oluşturuldu.",
      "\(result.created) risks added, \(result.updated) changed, \(result.unchanged) rows the same; \(result.unitsCreated) units made."
    ))
  if result.notAssessed > 0 {
    call.say(
      Localized(
        "\(result.notAssessed) risk henüz değerlendirilmedi.", "\(result.notAssessed) risks are not yet assessed."))
  }
}

/// Problems one by one; notes once per kind, with how often.
private func say(_ problems: [Diagnostic], _ notes: [Diagnostic], _ call: Invocation) {
  for finding in problems { call.say(finding.rendered) }
  var said: Set<String> = []
  for note in notes where said.insert(note.code).inserted {
    let count = notes.count { $0.code == note.code }
    call.say(note.rendered + (count > 1 ? " ×\(count)" : ""))
  }
}

private func json(_ finding: Diagnostic) -> JSON {
  var sheet = ""
  var cell = ""
  if case .cell(_, let name, let address) = finding.place { (sheet, cell) = (name, address) }
  return .members([
    "severity": .text(finding.severity.rawValue), "code": .text(finding.code), "place": .text(finding.placeText),
    "sheet": .text(sheet), "cell": .text(cell), "message": .text(finding.message), "remedy": .text(finding.remedy),
  ])
}

private func json(_ row: ImportRow) -> JSON {
  .members([
    "sheet": .text(row.sheet), "row": .count(row.row), "action": .text(row.action.rawValue),
    "reference": .text(row.reference), "unit": .text(row.unitCode), "statement": .text(row.statement),
    "score": .optional(row.pair?.score), "level": .optional(row.level?.name.turkish),
    "declaredScore": .optional(row.declaredScore), "declaredLevel": .text(row.declaredLevel),
    "changes": .array(row.changedFields.map(JSON.text)),
  ])
}

private func exportRegister(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.required(0)
  guard let format = ExportFormat.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
    throw Invocation.UsageProblem(
      message: Localized("dosya adı .xlsx veya .csv ile bitmeli", "the file name must end in .xlsx or .csv"))
  }
  var query = RegisterQuery()
  query.unitCode = call.text("unit")
  query.sort = .reference
  let count = try app.exportRegister(query, format: format, to: path, by: call.actor(app))
  if call.wantsJSON {
    call.say(JSON.members(["file": .text(path), "risks": .count(count)]).text)
  } else {
    call.say(Localized("\(count) risk \(path) dosyasına yazıldı.", "\(count) risks written to \(path)."))
  }
  return .done
}
