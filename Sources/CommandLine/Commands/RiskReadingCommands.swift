import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Reading the register at the prompt.
let riskReadingCommands: [Command] = [
  Command(
    "risk list", Localized("riskleri listele", "list risks"),
    options: [
      .database, .asUser, .json, .unit,
      Command.Option(
        name: "level", value: .word,
        help: Localized("yalnızca bu düzey (adı veya kodu)", "only this level (name or id)"),
        isRepeatable: true),
      Command.Option(
        name: "state", value: .word, help: words(RiskState.self), isRepeatable: true),
      Command.Option(name: "kind", value: .word, help: words(RiskKind.self)),
      Command.Option(
        name: "process", value: .code, help: Localized("bu sürecin adımlarındaki", "on steps of this process")),
      Command.Option(
        name: "controllability", value: .word, help: Localized("kontrol edilebilirlik (kodu)", "controllability (id)")),
      Command.Option(
        name: "method", value: .word, help: Localized("tespit yöntemi (kodu)", "identification method (id)")),
      Command.Option(
        name: "search", value: .text, help: Localized("bu sözcükleri içerenler", "those that hold these words")),
      Command.Option(name: "sort", value: .word, help: words(RegisterSort.self)),
      Command.Option(name: "reverse", value: nil, help: Localized("sırayı çevir", "turn the order round")),
      Command.Option(name: "page", value: .number, help: Localized("sayfa (1)", "page (1)")),
      Command.Option(
        name: "page-size", value: .number,
        help: Localized("sayfadaki satır (50, en çok 500)", "rows a page (50, at most 500)")),
    ],
    run: listRisks),
  Command(
    "risk show", Localized("bir riski göster", "show a risk"), arguments: [.reference],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "as-of", value: .day, help: Localized("o günkü hâliyle", "as it was on that day")),
    ],
    run: showRisk),
  Command(
    "risk explain", Localized("puanın gerekçesi", "the reasons of the score"), arguments: [.reference],
    options: [.database, .asUser, .json], run: explainRisk),
  Command(
    "risk history", Localized("riskin değerlendirmeleri ve günlüğü", "assessments and journal of a risk"),
    arguments: [.reference], options: [.database, .asUser, .json], run: riskHistory),
]

extension Command.Argument {
  /// The reference number of a risk.
  static let reference = Command.Argument(
    name: Localized("REFERANS", "REFERENCE"), help: Localized("referans no: MH.RA.0001", "reference number: MH.RA.0001")
  )
}

/// The words of a closed list, as the help of an option.
private func words<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> Localized
where Value.RawValue == String {
  let list = Value.allCases.map(\.rawValue).joined(separator: ", ")
  return Localized(list, list)
}

private func listRisks(_ call: Invocation) throws -> ExitCode {
  var query = try query(call)
  let app = try call.app()
  query.levels = try levels(call, app)
  let page = try app.register(query, by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "total": .count(page.total), "page": .count(page.query.page), "pageSize": .count(page.query.pageSize),
        "risks": .array(page.rows.map { RiskOutput.json($0, call.language) }),
      ]))
  } else if page.rows.isEmpty {
    let isUnasked = query == RegisterQuery()
    call.say(
      isUnasked
        ? Localized(
          "Kayıtta risk yok. Eklemek için: guvence risk add; dosyadan almak için: guvence import",
          "The register is empty. To add a risk: guvence risk add; to take a file in: guvence import")
        : Localized("Bu ölçütlere uyan risk yok.", "No risk matches."))
  } else {
    RiskOutput.say(page.rows, call)
    call.say(Localized("\(page.total) riskten \(page.rows.count)", "\(page.rows.count) of \(page.total) risks"))
  }
  return .done
}

private func query(_ call: Invocation) throws -> RegisterQuery {
  var query = RegisterQuery()
  query.unitCode = call.text("unit")
  query.states = try call.choices("state")
  query.text = call.text("search") ?? ""
  query.processCode = call.text("process")
  query.kind = try (call.choices("kind") as [RiskKind]).last
  (query.controllability, query.identificationMethod) = (call.text("controllability"), call.text("method"))
  let order: [RegisterSort] = try call.choices("sort")
  query.sort = order.last ?? .score
  query.isReversed = call.has("reverse")
  query.page = try whole("page", 1, 1...Int(Int32.max), call)
  query.pageSize = try whole("page-size", 50, 1...500, call)
  return query
}

private func whole(_ name: String, _ usual: Int, _ range: ClosedRange<Int>, _ call: Invocation) throws -> Int {
  let number = try call.integer(name) ?? usual
  guard range.contains(number) else {
    throw UsageProblem(
      Localized(
        "--\(name) \(range.lowerBound)–\(range.upperBound) olmalı: \(number)",
        "--\(name) must be \(range.lowerBound)–\(range.upperBound): \(number)"))
  }
  return number
}

/// Level ids from ids or names in either language, `yüksek` as well as `high`.
private func levels(_ call: Invocation, _ app: App) throws -> [String] {
  let known = call.has("level") ? try app.methodology().levels : []
  return try call.all("level").map { word in
    let wanted = TurkishText.fold(word)
    let found = known.first { level in
      [level.id, level.name.turkish, level.name.english].contains { TurkishText.fold($0) == wanted }
    }
    if let found { return found.id }
    throw UsageProblem.unknown(
      Localized("--level için «\(word)» bilinmiyor", "--level does not know «\(word)»"), word,
      among: known.map { $0.name(call.language) })
  }
}

private func showRisk(_ call: Invocation) throws -> ExitCode {
  let day = try call.day("as-of")
  let app = try call.app()
  let page = try app.risk(call.argument(0), by: call.actor(app), asOf: day)
  let steps = try app.steps(ofRisk: call.argument(0), by: call.actor(app), asOf: day)
  if call.wantsJSON {
    call.answer(RiskOutput.json(page, steps, call.language))
  } else {
    RiskOutput.say(page, steps, call)
  }
  return .done
}

private func explainRisk(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.risk(call.argument(0), by: call.actor(app))
  guard call.wantsJSON else {
    RiskOutput.sayReasons(page, call)
    return .done
  }
  call.answer(
    .members([
      "reference": .text(page.row.risk.reference),
      "inherent": .array(page.inherentReasons.map { RiskOutput.json($0, call.language) }),
      "residual": .array(page.residualReasons.map { RiskOutput.json($0, call.language) }),
    ]))
  return .done
}

private func riskHistory(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let page = try app.risk(call.argument(0), by: call.actor(app))
  guard call.wantsJSON else {
    RiskOutput.sayHistory(page, call)
    return .done
  }
  call.answer(
    .members([
      "reference": .text(page.row.risk.reference), "assessments": .array(page.history.map(RiskOutput.json)),
      "journal": .array(page.journal.map(RiskOutput.json)),
    ]))
  return .done
}
