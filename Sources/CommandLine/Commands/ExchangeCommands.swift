import GuvenceApplication
import GuvenceCore
import GuvenceExchange

/// Registers in and out.
let exchangeCommands: [Command] = [
  Command(
    "import", Localized("risk kaydını Excel veya CSV dosyasından al", "import a register from Excel or CSV"),
    arguments: [Command.Argument(name: .file, help: Localized("XLSX veya CSV dosyası", "XLSX or CSV file"))],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "dry-run", value: nil, help: Localized("yalnızca dene, yazma", "try only, write nothing")),
      Command.Option(
        name: "methodology", value: .code,
        help: Localized("dosyadaki puanların yöntemi", "methodology of the file's scores")),
      Command.Option(
        name: "column", value: Localized("SÜTUN=ALAN", "COLUMN=FIELD"),
        help: Localized("bu sütun (G veya başlığı) şu alandır", "this column (G or its heading) is that field"),
        isRepeatable: true),
      Command.Option(
        name: "skip-sheet", value: .name, help: Localized("bu sayfayı alma", "leave this sheet out"),
        isRepeatable: true),
      Command.Option(
        name: "unit", value: Localized("ANAHTAR=KOD", "KEY=CODE"),
        help: Localized("dosyadaki birim, var olan şu birimdir", "the file's unit is this existing unit"),
        isRepeatable: true),
      Command.Option(
        name: "reason", value: .text,
        help: Localized(
          "artık riski önerilenden farklı, gerekçesiz satırların gerekçesi",
          "reason for rows without one whose residual is not as suggested")),
      Command.Option(
        name: "no-new-units", value: nil,
        help: Localized("bilinmeyen birimleri oluşturma, sorun say", "treat unknown units as problems")),
    ],
    notes: Localized(
      "Sorunlar sayfa ve hücresiyle yazılır; hata varsa hiçbir satır alınmaz.\nALAN: \(fieldWords)",
      "Problems are printed by sheet and cell; with an error no row is taken.\nFIELD: \(fieldWords)"),
    run: importRegister),
  Command(
    "export", Localized("risk kaydını Excel veya CSV dosyasına ver", "export the register to Excel or CSV"),
    arguments: [
      Command.Argument(name: .file, help: Localized("yeni dosya, .xlsx veya .csv", "new file, .xlsx or .csv"))
    ],
    options: [
      .database, .asUser, .json, .unit,
      Command.Option(
        name: "list", value: .word,
        help: Localized("kayıt yerine bu liste: \(listWords)", "this list instead of the register: \(listWords)")),
    ],
    run: exportRegister),
]

private let listWords = ExportList.allCases.map(\.rawValue).joined(separator: ", ")

private let fieldWords = importableFields.map(\.field).joined(separator: ", ")

private func importRegister(_ call: Invocation) throws -> ExitCode {
  let path = try call.argument(0)
  let name = path.split(separator: "/").last.map(String.init) ?? path
  let options = try importOptions(call)
  let app = try call.app()
  let actor = try call.actor(app)
  let preview: ImportPreview
  do {
    preview = try app.previewImport(file: path, name: name, options: options, by: actor)
  } catch let refusal as ExchangeRefusal where call.wantsJSON {
    call.answer(ImportOutput.json(refusal.diagnostic(in: call.language)))
    return .badFile
  }
  guard preview.mayConfirm, !call.has("dry-run") else {
    try app.discardImport(run: preview.runID, by: actor)
    ImportOutput.print(preview, call)
    return preview.mayConfirm ? .done : .badFile
  }
  // Corrected columns are kept for the next file of the same form.
  if !options.columns.isEmpty { _ = try app.previewImport(run: preview.runID, options: options, by: actor) }
  let result = try app.confirmImport(run: preview.runID, options: preview.options, by: actor)
  ImportOutput.print(result, preview, call)
  return .done
}

private func importOptions(_ call: Invocation) throws -> ImportOptions {
  var options = ImportOptions()
  options.methodologyID = call.text("methodology")
  options.createsUnits = !call.has("no-new-units")
  options.excludedSheets = Set(call.all("skip-sheet"))
  options.reason = call.text("reason") ?? ""
  options.unitChoices = try assignments(call, "unit")
  options.columns = try assignments(call, "column")
  let fields = importableFields.map(\.field)
  for field in options.columns.values where !fields.contains(field) {
    throw UsageProblem.unknown(
      Localized("--column için «\(field)» bilinmiyor", "--column does not know «\(field)»"), field, among: fields)
  }
  return options
}

/// `KEY=VALUE` of every `--name`; the last equals sign divides, since keys are words of the file.
private func assignments(_ call: Invocation, _ name: String) throws -> [String: String] {
  var map: [String: String] = [:]
  for word in call.all(name) {
    guard let equals = word.lastIndex(of: "=") else {
      let form = call.command.options.first { $0.name == name }
      throw UsageProblem(
        Localized(
          "\(form?.usage(.turkish) ?? name) biçiminde olmalı: «\(word)»",
          "must have the form \(form?.usage(.english) ?? name): «\(word)»"))
    }
    map[String(word[..<equals])] = String(word[word.index(after: equals)...])
  }
  return map
}

private func exportRegister(_ call: Invocation) throws -> ExitCode {
  let path = try call.argument(0)
  guard let format = ExportFormat.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
    throw UsageProblem(
      Localized("dosya adı .xlsx veya .csv ile bitmeli", "the file name must end in .xlsx or .csv"))
  }
  let lists: [ExportList] = try call.choices("list")
  let app = try call.app()
  if let list = lists.last { return try export(list, format, to: path, app, call) }
  var query = RegisterQuery()
  query.unitCode = call.text("unit")
  query.sort = .reference
  let count = try app.exportRegister(query, format: format, to: call.newFile(path), by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["file": .text(path), "risks": .count(count)]))
  } else {
    call.say(Localized("\(count) risk \(path) dosyasına yazıldı.", "\(count) risks written to \(path)."))
  }
  return .done
}

private func export(
  _ list: ExportList, _ format: ExportFormat, to path: String, _ app: App, _ call: Invocation
) throws -> ExitCode {
  let count = try app.exportList(
    list, unitCode: call.text("unit"), format: format, to: call.newFile(path), by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["file": .text(path), "rows": .count(count)]))
  } else {
    call.say(
      Localized(
        "\(list.name.turkish): \(count) satır \(path) dosyasına yazıldı.",
        "\(list.name.english): \(count) rows written to \(path)."))
  }
  return .done
}
