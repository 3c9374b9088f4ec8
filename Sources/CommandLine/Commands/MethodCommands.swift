import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

private let method = Command.Argument(
  name: Localized("YÖNTEM", "METHODOLOGY"),
  help: Localized("yöntemin kimliği (10x10) veya .yaml dosyası", "id (10x10) or a .yaml file"))
private let reason = Command.Option(
  name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true)

/// Changing the methodology at the prompt.
let methodCommands: [Command] = [
  Command(
    "method list", Localized("seçilebilecek yöntemler ve yapılmış değişiklikler", "methodologies and changes made"),
    options: [.database, .asUser, .json], run: listMethods),
  Command(
    "method text",
    Localized("yöntemin dosyasını yaz; kopyası düzenlenebilir", "print a methodology's file, to edit a copy"),
    arguments: [method], options: [.database, .asUser, .json], run: printMethod),
  Command(
    "method add", Localized("idarenin kendi yöntemini sakla", "keep a methodology of one's own"),
    arguments: [Command.Argument(name: .file, help: Localized("yöntem dosyası (.yaml)", "methodology file (.yaml)"))],
    options: [.database, .asUser, .json], run: addMethod),
  Command(
    "method simulate", Localized("yöntemi bütün kayıtta dene, hiçbir şey yazma", "try a methodology, write nothing"),
    arguments: [method],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "limit", value: .number,
        help: Localized("listelenecek risk sayısı (50)", "how many risks are listed (50)")),
    ], run: simulateMethod),
  Command(
    "method publish",
    Localized("yöntemi yürürlüğe koy, riskleri yeniden puanla", "put a methodology in force, re-score the risks"),
    arguments: [method], options: [.database, .asUser, .json, reason],
    notes: Localized(
      "Her değerlendirilmiş etkin riske bir türetilmiş değerlendirme eklenir; eskileri durur.\n"
        + "Yeni bir değerlendirme yapılıncaya kadar method undo ile geri alınabilir.",
      "Each assessed active risk gets one derived assessment; the earlier ones stay.\n"
        + "Until somebody assesses, method undo takes it back."),
    run: publishMethod),
  Command(
    "method undo", Localized("son yöntem değişikliğini geri al", "take the newest change of methodology back"),
    options: [.database, .asUser, .json, reason], run: undoMethod),
]

private func listMethods(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.methods(by: call.actor(app))
  if call.wantsJSON {
    call.answer(MethodOutput.json(page, call.language))
    return .done
  }
  MethodOutput.say(page.lines, call)
  MethodOutput.say(page.changes, call)
  return .done
}

private func printMethod(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let text = try app.methodologyText(call.argument(0), by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["text": .text(text)]))
    return .done
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
    call.console.out(String(line))
  }
  return .done
}

private func addMethod(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.argument(0)
  let added = try app.addMethodology(text: try text(of: path), file: path, by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["id": .text(added.id), "effective": .text(added.effective.description)]))
  } else {
    call.say(Localized("Yöntem saklandı: \(added.id)", "Methodology kept: \(added.id)"))
  }
  return .done
}

private func simulateMethod(_ call: Invocation) throws -> ExitCode {
  let limit = try call.integer("limit") ?? 50
  let app = try call.app()
  let page = try app.simulateMethod(try selection(call), limit: limit, by: call.actor(app))
  if call.wantsJSON { call.answer(MethodOutput.json(page, call.language)) } else { MethodOutput.say(page, call) }
  return .done
}

private func publishMethod(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let change = try app.publishMethod(
    try selection(call), reason: call.text("reason") ?? "", version: try app.administration().version,
    by: call.actor(app))
  return answer(
    change, call,
    Localized(
      "Yöntem yayımlandı (değişiklik \(change.id)): \(change.assessmentCount) risk yeniden puanlandı",
      "Methodology published (change \(change.id)): \(change.assessmentCount) risks re-scored"))
}

private func undoMethod(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let change = try app.undoMethod(reason: call.text("reason") ?? "", by: call.actor(app))
  return answer(
    change, call,
    Localized(
      "Yöntem değişikliği geri alındı: \(change.assessmentCount) riskin önceki değerlendirmesi yeniden yürürlükte",
      "Change of methodology taken back: \(change.assessmentCount) risks have their former assessment again"))
}

private func answer(_ change: MethodologyChange, _ call: Invocation, _ text: Localized) -> ExitCode {
  if call.wantsJSON {
    call.answer(
      .members([
        "change": .text(change.id.description), "kind": .text(change.kind.rawValue),
        "assessments": .count(change.assessmentCount),
      ]))
  } else {
    call.say(text)
  }
  return .done
}

private func selection(_ call: Invocation) throws -> MethodSelection {
  let word = try call.argument(0)
  return word.hasSuffix(".yaml") ? .text(try text(of: word), file: word) : .id(word)
}

private func text(of path: String) throws -> String {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw Problem(.notFound, Localized("Dosya okunamıyor: \(path)", "The file cannot be read: \(path)"))
  }
  guard data.count <= 1_000_000, let text = String(data: data, encoding: .utf8) else {
    throw Problem(
      .invalid,
      Localized("Dosya UTF-8 metin değil ya da çok büyük: \(path)", "The file is no UTF-8 text or too large: \(path)"))
  }
  return text
}
