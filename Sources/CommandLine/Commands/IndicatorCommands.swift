import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Risk indicators at the prompt: reading.
let indicatorCommands: [Command] =
  [
    Command(
      "indicator list", Localized("risk göstergelerini listele", "list risk indicators"),
      options: [
        .database, .asUser, .json, .unit,
        Command.Option(name: "state", value: .word, help: words(IndicatorState.self)),
      ], run: listIndicators),
    Command(
      "indicator show", Localized("bir göstergeyi ölçümleriyle göster", "show an indicator with its readings"),
      arguments: [.indicator], options: [.database, .asUser, .json, .asOf], run: showIndicator),
    Command(
      "indicator catalog", Localized("katalogdaki örnek göstergeler", "example indicators of the catalogue"),
      options: [.database, .asUser, .json], run: listTemplates),
  ] + indicatorWritingCommands

extension Command.Option {
  /// The past day whose state is shown.
  static let asOf = Command.Option(
    name: "as-of", value: .day, help: Localized("bu günün sonundaki durum", "state at the end of the day"))
}

extension Command.Argument {
  /// The code of an indicator.
  static let indicator = Command.Argument(
    name: Localized("GÖSTERGE", "INDICATOR"), help: Localized("gösterge kodu: MH.G.0001", "its code: MH.G.0001"))
}

/// The words of a closed list, as the help of an option.
private func words<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> Localized
where Value.RawValue == String {
  let list = Value.allCases.map(\.rawValue).joined(separator: ", ")
  return Localized(list, list)
}

private func listIndicators(_ call: Invocation) throws -> ExitCode {
  let states: [IndicatorState] = try call.choices("state")
  let app = try call.app()
  let query = IndicatorQuery(unitCode: call.text("unit"), state: states.last)
  let list = try app.indicators(query, by: call.actor(app))
  if call.wantsJSON {
    let lines = list.lines.map { IndicatorOutput.json($0, list.rules) }
    call.answer(.members(["total": .count(lines.count), "indicators": .array(lines)]))
  } else if list.lines.isEmpty {
    call.say(
      Localized(
        "Gösterge yok. Katalogdakiler: guvence indicator catalog",
        "No indicators. Those of the catalogue: guvence indicator catalog"))
  } else {
    IndicatorOutput.say(list.lines, list.rules, call)
  }
  return .done
}

private func showIndicator(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.indicator(call.argument(0), asOf: call.day("as-of"), by: call.actor(app))
  if call.wantsJSON { call.answer(IndicatorOutput.json(page, call.language)) } else { IndicatorOutput.say(page, call) }
  return .done
}

private func listTemplates(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let templates = try app.indicatorTemplates(by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "indicators": .array(
          templates.map {
            .members([
              "id": .text($0.id), "unit": .text($0.unitCode), "name": .text($0.name.turkish),
              "verified": .boolean($0.citation.isVerified),
            ])
          })
      ]))
    return .done
  }
  call.say(
    [Localized("Katalog adı", "Id"), Localized("Birim", "Unit"), Localized("Gösterge", "Indicator")],
    templates.map { [$0.id, $0.unitCode, $0.name(call.language)] })
  call.say(Localized("Eşikler öneridir, doğrulanmadı.", "The thresholds are proposals, unverified."))
  return .done
}
