import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Shared risks, relations and suggestions at the prompt.
let relationCommands: [Command] = [
  Command(
    "risk share", Localized("riski başka bir birimle paylaş (ortak risk)", "share a risk with another unit"),
    arguments: [.reference],
    options: [
      .database, .asUser, .json, .withUnit,
      Command.Option(
        name: "reason", value: .text, help: Localized("o birimi neden ilgilendirir", "why it concerns that unit"),
        isRequired: true),
    ], run: shareRisk),
  Command(
    "risk unshare", Localized("paylaşımı sona erdir", "end the sharing of a risk"), arguments: [.reference],
    options: [.database, .asUser, .json, .withUnit], run: unshareRisk),
  Command(
    "risk relate", Localized("bir riski ötekine bağla: tetikler, artırır, azaltır", "relate one risk to another"),
    arguments: [.reference, .otherReference],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "kind", value: .word,
        help: Localized(
          "triggers (tetikler), increases (artırır), decreases (azaltır)", "triggers, increases, decreases"),
        isRequired: true),
      Command.Option(name: "note", value: .text, help: Localized("açıklama", "remarks")),
    ], run: relateRisks),
  Command(
    "risk unrelate", Localized("ilişkiyi sona erdir", "end a relation"), arguments: [.reference, .otherReference],
    options: [.database, .asUser, .json], run: unrelateRisks),
  Command(
    "risk relations", Localized("riskler arası ilişkiler", "relations between risks"),
    options: [.database, .asUser, .json, .unit], run: listRelations),
  Command(
    "risk suggestions", Localized("katalogdan risk önerileri", "suggestions from the catalogue"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "unit", value: .code, help: Localized("birim kodu", "unit code"), isRequired: true),
      Command.Option(
        name: "directorate", value: .word, help: Localized("katalogdaki müdürlük", "directorate of the catalogue")),
    ], run: listSuggestions),
  Command(
    "risk adopt", Localized("önerilen riskleri birime al", "adopt suggested risks"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "unit", value: .code, help: Localized("birim kodu", "unit code"), isRequired: true),
      Command.Option(
        name: "entry", value: .word,
        help: Localized("katalog adı: procurement/splitting", "entry: procurement/splitting"),
        isRequired: true, isRepeatable: true),
    ], run: adoptRisks),
]

extension Command.Argument {
  /// The risk at the other end.
  static let otherReference = Command.Argument(
    name: Localized("ÖTEKİ", "OTHER"),
    help: Localized("öteki riskin referans no'su", "reference number of the other risk"))
}

extension Command.Option {
  /// The unit a risk is shared with.
  static let withUnit = Command.Option(
    name: "with", value: .code, help: Localized("paylaşan birimin kodu", "code of the sharing unit"), isRequired: true)
}

private func shareRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (reference, unit) = (try call.argument(0), call.text("with") ?? "")
  _ = try app.shareRisk(reference, with: unit, reason: call.text("reason") ?? "", by: call.actor(app))
  return announce(reference, unit, Localized("ortak", "shared"), call)
}

private func unshareRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (reference, unit) = (try call.argument(0), call.text("with") ?? "")
  _ = try app.unshareRisk(reference, with: unit, by: call.actor(app))
  return announce(reference, unit, Localized("paylaşım bitti", "no longer shared"), call)
}

private func announce(_ reference: String, _ unit: String, _ state: Localized, _ call: Invocation) -> ExitCode {
  if call.wantsJSON {
    call.answer(.members(["reference": .text(reference), "unit": .text(unit), "state": .text(state.english)]))
  } else {
    call.say("\(reference) – \(unit): \(state(call.language))")
  }
  return .done
}

private func relateRisks(_ call: Invocation) throws -> ExitCode {
  let kinds: [RelationKind] = try call.choices("kind")
  let app = try call.app()
  let (from, to) = (try call.argument(0), try call.argument(1))
  let relation = try app.relateRisks(
    from, to: to, kind: kinds.last ?? .triggers, note: call.text("note") ?? "", by: call.actor(app))
  return announce(from, to, relation, call)
}

private func unrelateRisks(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (from, to) = (try call.argument(0), try call.argument(1))
  let relation = try app.unrelateRisks(from, to: to, by: call.actor(app))
  return announce(from, to, relation, call)
}

private func announce(_ from: String, _ to: String, _ relation: RiskRelation, _ call: Invocation) -> ExitCode {
  let isOver = relation.ended != nil
  if call.wantsJSON {
    call.answer(
      .members([
        "from": .text(from), "to": .text(to), "kind": .text(relation.kind.rawValue), "ended": .boolean(isOver),
      ]))
  } else {
    let end = isOver ? Localized(" — sona erdi", " — ended")(call.language) : ""
    call.say("\(from) → \(relation.kind.name(call.language)) → \(to)\(end)")
  }
  return .done
}

private func listRelations(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let map = try app.relations(unitCode: call.text("unit"), by: call.actor(app)).map
  if call.wantsJSON {
    call.answer(RelationOutput.json(map))
  } else if map.relations.isEmpty {
    call.say(
      Localized(
        "İlişki yok. Kurmak için: guvence risk relate REFERANS ÖTEKİ --kind triggers",
        "No relations. To make one: guvence risk relate REFERENCE OTHER --kind triggers"))
  } else {
    RelationOutput.say(map, call)
  }
  return .done
}

private func listSuggestions(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.suggestions(
    unitCode: call.text("unit"), directorate: call.text("directorate"), by: call.actor(app))
  if call.wantsJSON { call.answer(RelationOutput.json(page)) } else { RelationOutput.say(page, call) }
  return .done
}

private func adoptRisks(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let risks = try app.adoptRisks(call.all("entry"), unitCode: call.text("unit") ?? "", by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["references": .array(risks.map { .text($0.reference) })]))
  } else {
    for risk in risks {
      for line in hanging("\(risk.reference) — ", risk.details.statement, call.width, indent: 2) { call.say(line) }
    }
  }
  return .done
}
