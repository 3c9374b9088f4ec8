import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Risk indicators at the prompt: adding, recording, files.
let indicatorWritingCommands: [Command] = [
  Command(
    "indicator add", Localized("gösterge ekle", "add an indicator"),
    options: [.database, .asUser, .json] + indicatorOptions, run: addIndicator),
  Command(
    "indicator adopt", Localized("katalogdan gösterge al", "adopt an indicator from the catalogue"),
    arguments: [Command.Argument(name: .name, help: Localized("katalog adı", "its catalogue id"))],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "unit", value: .code, help: Localized("birim (katalogdaki)", "unit (that of the catalogue)")),
    ], run: adoptIndicator),
  Command(
    "indicator record", Localized("ölçüm gir ya da düzelt", "record or correct a reading"), arguments: [.indicator],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "value", value: .number, help: Localized("değer: 1.234,5", "value: 1.234,5"), isRequired: true),
      Command.Option(
        name: "when", value: .day, help: Localized("gün ya da dönem: 2026-09 (bugün)", "day or period: 2026-09 (today)")
      ),
      Command.Option(name: "note", value: .text, help: Localized("açıklama", "note")),
      Command.Option(
        name: "correct", value: .number, help: Localized("düzeltilen ölçümün numarası", "number of the one corrected")),
      Command.Option(name: "reason", value: .text, help: Localized("düzeltme gerekçesi", "reason of the correction")),
    ], run: recordReading),
  Command(
    "indicator import", Localized("ölçümleri CSV dosyasından al", "import readings from CSV"),
    arguments: [Command.Argument(name: .file, help: Localized("CSV dosyası", "CSV file"))],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "dry-run", value: nil, help: Localized("yalnızca dene, yazma", "try only, write nothing")),
    ],
    notes: Localized(
      "Sütunlar: Kod; Tarih ya da Dönem; Değer; Not; Düzeltme gerekçesi. Hata varsa satır alınmaz.",
      "Columns: Kod; Tarih or Dönem; Değer; Not; Düzeltme gerekçesi. With an error no row is taken."),
    run: importReadings),
  Command(
    "indicator export", Localized("ölçümleri CSV dosyasına ver", "export readings to CSV"),
    arguments: [Command.Argument(name: .file, help: Localized("yeni CSV dosyası", "new CSV file"))],
    options: [.database, .asUser, .json, .unit], run: exportReadings),
]

private let indicatorOptions: [Command.Option] = [
  Command.Option(name: "unit", value: .code, help: Localized("birim", "unit"), isRequired: true),
  Command.Option(name: "name", value: .text, help: Localized("ne ölçülüyor", "what is measured"), isRequired: true),
  Command.Option(name: "kind", value: .word, help: Localized("leading (ÖRG), key (TRG)", "leading (ÖRG), key (TRG)")),
  Command.Option(name: "measure", value: .text, help: Localized("ölçü birimi", "unit of measure")),
  Command.Option(
    name: "direction", value: .word, help: Localized("lower, higher, target", "lower, higher, target"), isRequired: true
  ),
  Command.Option(
    name: "green", value: .number, help: Localized("yeşil eşik ya da hedef", "green threshold, or target")),
  Command.Option(
    name: "yellow", value: .number, help: Localized("sarı eşik ya da sapma", "yellow threshold, or deviation")),
  Command.Option(name: "red", value: .number, help: Localized("hedeften kırmızı sapma", "red deviation from a target")),
  Command.Option(
    name: "frequency", value: .word,
    help: Localized("daily, weekly, monthly, …, yearly (monthly)", "daily, weekly, monthly, …, yearly (monthly)")),
  Command.Option(name: "from", value: .day, help: Localized("ilk ölçüm günü (bugün)", "first day (today)")),
  Command.Option(name: "source", value: .text, help: Localized("veri kaynağı", "data source")),
  Command.Option(name: "method", value: .text, help: Localized("hesaplama yöntemi", "how it is worked out")),
  Command.Option(name: "owner", value: .text, help: Localized("sorumlu", "owner")),
  Command.Option(
    name: "risk", value: Localized("REFERANS", "REFERENCE"), help: Localized("bağlı risk", "linked risk"),
    isRepeatable: true),
]

private func addIndicator(_ call: Invocation) throws -> ExitCode {
  var form = IndicatorForm()
  (form.unitCode, form.name) = (call.text("unit") ?? "", call.text("name") ?? "")
  let kinds: [IndicatorKind] = try call.choices("kind")
  let directions: [IndicatorDirection] = try call.choices("direction")
  let frequencies: [IndicatorFrequency] = try call.choices("frequency")
  (form.kind, form.direction) = (kinds.last ?? .leading, directions.last ?? .lower)
  form.frequency = frequencies.last ?? .monthly
  (form.green, form.yellow) = (call.text("green") ?? "", call.text("yellow") ?? "")
  form.red = call.text("red") ?? ""
  form.startsOn = try call.day("from")
  (form.measure, form.dataSource) = (call.text("measure") ?? "", call.text("source") ?? "")
  (form.method, form.owner) = (call.text("method") ?? "", call.text("owner") ?? "")
  form.risks = call.all("risk")
  let app = try call.app()
  let actor = try call.actor(app)
  return try announce(app.addIndicator(form, by: actor).code, app, call, actor)
}

private func adoptIndicator(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let made = try app.adoptIndicator(call.argument(0), unitCode: call.text("unit"), by: actor)
  return try announce(made.code, app, call, actor)
}

private func recordReading(_ call: Invocation) throws -> ExitCode {
  var input = ReadingInput(
    when: call.text("when") ?? "", value: call.text("value") ?? "", note: call.text("note") ?? "",
    reason: call.text("reason") ?? "")
  input.corrects = try call.integer("correct").map { Identifier(Int64($0)) }
  let app = try call.app()
  let actor = try call.actor(app)
  let code = try call.argument(0)
  _ = try app.recordReading(code, input, by: actor)
  return try announce(code, app, call, actor)
}

private func announce(_ code: String, _ app: App, _ call: Invocation, _ actor: Actor) throws -> ExitCode {
  let page = try app.indicator(code, by: actor)
  if call.wantsJSON {
    call.answer(IndicatorOutput.json(page, call.language))
  } else {
    IndicatorOutput.sayHeadline(page, call)
  }
  return .done
}

private func importReadings(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.argument(0)
  let result = try app.importReadings(file: path, name: path, isTrial: call.has("dry-run"), by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "dryRun": .boolean(result.isTrial), "created": .count(result.created), "corrected": .count(result.corrected),
        "unchanged": .count(result.unchanged),
        "problems": .array(result.problems.map { JSON.finding($0, call.language) }),
      ]))
  } else {
    for problem in result.problems { call.say(problem.rendered(in: call.language)) }
    let mark = result.isTrial ? Localized("; hiçbir şey yazılmadı", "; nothing was written") : Localized("", "")
    call.say(
      Localized(
        "\(result.created) yeni, \(result.corrected) düzeltilen, \(result.unchanged) aynı ölçüm\(mark.turkish).",
        "\(result.created) new, \(result.corrected) corrected, \(result.unchanged) same readings\(mark.english)."))
  }
  return result.hasErrors ? .badFile : .done
}

private func exportReadings(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.newFile(call.argument(0))
  let bytes = try app.exportReadings(IndicatorQuery(unitCode: call.text("unit")), by: call.actor(app))
  try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
  if call.wantsJSON {
    call.answer(.members(["file": .text(path)]))
  } else {
    call.say(Localized("Ölçümler \(path) dosyasına yazıldı.", "Readings written to \(path)."))
  }
  return .done
}
