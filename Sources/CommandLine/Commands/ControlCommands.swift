import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Controls at the prompt: reading.
let controlCommands: [Command] =
  [
    Command(
      "control list", Localized("kontrolleri listele", "list controls"),
      options: [.database, .asUser, .json] + controlFilters, run: listControls),
    Command(
      "control show", Localized("bir kontrolü riskleri ve testleriyle göster", "show a control with risks and tests"),
      arguments: [.control], options: [.database, .asUser, .json], run: showControl),
    Command(
      "control suggest", Localized("kontrollerin önerdiği artık risk", "residual risk suggested by the controls"),
      arguments: [.risk],
      options: [
        .database, .asUser, .json,
        Command.Option(
          name: "as-of", value: .day, help: Localized("o günün sonundaki durum", "as it stood at the end of that day")),
        Command.Option(
          name: "adopt", value: nil, help: Localized("öneriyi değerlendirme olarak kaydet", "record it as assessment")),
      ], run: suggest),
    Command(
      "control export", Localized("kontrolleri XLSX veya CSV dosyasına ver", "export controls to XLSX or CSV"),
      arguments: [Command.Argument(name: .file, help: Localized("yeni .xlsx/.csv dosyası", "new .xlsx or .csv file"))],
      options: [.database, .asUser, .json] + controlFilters, run: exportControls),
  ] + controlWritingCommands

extension Command.Argument {
  /// The code of a control.
  static let control = Command.Argument(
    name: Localized("KONTROL", "CONTROL"), help: Localized("kontrol kodu: MH.KN.0001", "its code: MH.KN.0001"))
  /// The reference number of a risk.
  static let risk = Command.Argument(
    name: Localized("REFERANS", "REFERENCE"), help: Localized("risk: MH.RA.0001", "risk: MH.RA.0001"))
}

/// The words of a closed list, as the help of an option.
func wordList<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> Localized where Value.RawValue == String {
  let list = Value.allCases.map(\.rawValue).joined(separator: ", ")
  return Localized(list, list)
}

private let controlFilters: [Command.Option] = [
  .unit, Command.Option(name: "kind", value: .word, help: wordList(ControlKind.self)),
  Command.Option(name: "state", value: .word, help: wordList(ControlState.self)),
  Command.Option(name: "text", value: .text, help: Localized("metin araması", "text search")),
]

private func query(_ call: Invocation) throws -> ControlQuery {
  let kinds: [ControlKind] = try call.choices("kind")
  let states: [ControlState] = try call.choices("state")
  return ControlQuery(
    unitCode: call.text("unit"), kind: kinds.last, state: states.last, text: call.text("text") ?? "")
}

private func listControls(_ call: Invocation) throws -> ExitCode {
  let query = try query(call)
  let app = try call.app()
  let list = try app.controls(query, by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "total": .count(list.lines.count), "controls": .array(list.lines.map { ControlOutput.json($0, call.language) }),
      ]))
  } else if list.lines.isEmpty {
    call.say(
      Localized("Kontrol yok. Eklemek için: guvence control add", "No controls. To add one: guvence control add"))
  } else {
    ControlOutput.say(list.lines, call)
  }
  return .done
}

private func showControl(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.control(call.argument(0), by: call.actor(app))
  if call.wantsJSON { call.answer(ControlOutput.json(page, call.language)) } else { ControlOutput.say(page, call) }
  return .done
}

private func suggest(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (actor, reference) = (try call.actor(app), try call.argument(0))
  if call.has("adopt") {
    guard !call.has("as-of") else {
      throw UsageProblem(Localized("--adopt ve --as-of birlikte verilmez", "--adopt and --as-of do not go together"))
    }
    let version = try app.risk(reference, by: actor).row.risk.version
    _ = try app.adoptSuggestion(reference, version: version, by: actor)
  }
  let controls = try app.controls(ofRisk: reference, asOf: call.day("as-of"), by: actor)
  if call.wantsJSON {
    call.answer(ControlOutput.json(controls, reference: reference, call.language))
  } else {
    ControlOutput.say(controls, reference: reference, call)
  }
  return .done
}

private func exportControls(_ call: Invocation) throws -> ExitCode {
  let query = try query(call)
  let path = try call.newFile(call.argument(0))
  let ending = path.split(separator: ".").last.map(String.init) ?? ""
  guard let format = ExportFormat(rawValue: TurkishText.fold(ending)) else {
    throw UsageProblem(Localized("dosya adı .xlsx veya .csv ile bitmeli", "the file name must end in .xlsx or .csv"))
  }
  let app = try call.app()
  let count = try app.exportControls(query, format: format, to: path, by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["file": .text(path), "controls": .count(count)]))
  } else {
    call.say(Localized("\(count) kontrol \(path) dosyasına yazıldı.", "\(count) controls written to \(path)."))
  }
  return .done
}
