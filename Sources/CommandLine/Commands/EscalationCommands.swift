import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Escalation at the prompt.
let escalationCommands: [Command] = [
  Command(
    "escalation run", Localized("eskalasyonu bugün için çalıştır", "run the escalation for today"),
    options: [.database, .asUser, .json],
    notes: Localized(
      "Aynı gün ikinci kez çalıştırmak hiçbir şeyi değiştirmez; «serve» bunu kendiliğinden yapar.",
      "A second run on the same day changes nothing; «serve» does it by itself."),
    run: runEscalation),
  Command(
    "escalation list", Localized("eskalasyonları listele", "list escalations"),
    options: [
      .database, .asUser, .json, .unit,
      Command.Option(
        name: "state", value: .word,
        help: Localized("mine, overdue, decided, closed", "mine, overdue, decided, closed")),
    ], run: listEscalations),
  Command(
    "escalation show", Localized("bir eskalasyonu gerekçesiyle göster", "show an escalation with its reasons"),
    arguments: [.escalation], options: [.database, .asUser, .json], run: showEscalation),
  Command(
    "escalation acknowledge", Localized("eskalasyonu görüldü olarak işaretle", "acknowledge an escalation"),
    arguments: [.escalation],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "note", value: .text, help: Localized("not", "note"), isRequired: true),
    ], run: acknowledge),
  Command(
    "escalation decide", Localized("eskalasyonu karara bağla", "decide an escalation"), arguments: [.escalation],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "decision", value: .text, help: Localized("karar", "decision"), isRequired: true),
    ], run: decide),
]

extension Command.Argument {
  /// The number of an escalation.
  static let escalation = Command.Argument(
    name: .number, help: Localized("eskalasyonun numarası", "number of the escalation"))
}

private func runEscalation(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let run = try app.runEscalation(by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "opened": .count(run.opened), "raised": .count(run.raised), "closed": .count(run.closed),
        "notices": .count(run.notices),
      ]))
  } else if run.isEmpty {
    call.say(Localized("Değişiklik yok.", "Nothing has changed."))
  } else {
    call.say(
      Localized(
        "\(run.opened) açıldı, \(run.raised) üste taşındı, \(run.closed) kapandı; \(run.notices) bildirim.",
        "\(run.opened) opened, \(run.raised) carried further up, \(run.closed) closed; \(run.notices) notices."))
  }
  return .done
}

private func listEscalations(_ call: Invocation) throws -> ExitCode {
  let filters: [EscalationFilter] = try call.choices("state")
  let app = try call.app()
  let query = EscalationQuery(unitCode: call.text("unit"), filter: filters.last)
  let list = try app.escalations(query, by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "total": .count(list.total), "escalations": .array(list.lines.map(EscalationOutput.json)),
      ]))
  } else if list.lines.isEmpty {
    call.say(
      Localized("Eskalasyon yok. Çalıştırmak için: guvence escalation run", "None. To run it: guvence escalation run"))
  } else {
    EscalationOutput.say(list.lines, call)
  }
  return .done
}

private func showEscalation(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.escalation(call.number(), by: call.actor(app))
  if call.wantsJSON {
    call.answer(EscalationOutput.json(page, call.language))
  } else {
    EscalationOutput.say(page, call)
  }
  return .done
}

private func acknowledge(_ call: Invocation) throws -> ExitCode {
  try answer(call) { try $0.acknowledgeEscalation(call.number(), note: call.text("note") ?? "", by: $1) }
}

private func decide(_ call: Invocation) throws -> ExitCode {
  try answer(call) { try $0.decideEscalation(call.number(), decision: call.text("decision") ?? "", by: $1) }
}

private func answer(_ call: Invocation, _ act: (App, Actor) throws -> Escalation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let escalation = try act(app, actor)
  let page = try app.escalation(escalation.id.rawValue, by: actor)
  if call.wantsJSON {
    call.answer(EscalationOutput.json(page, call.language))
  } else {
    EscalationOutput.sayHeadline(page.line, call)
  }
  return .done
}

extension Invocation {
  /// The argument at `index` as a number of the register.
  func number(_ index: Int = 0) throws -> Int64 {
    Int64(try integer(argument(index), named: command.arguments[index].name(language)))
  }
}
