import GuvenceApplication
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

private let common: [Command.Option] = [.database, .asUser, .json]
private let reason = Command.Option(
  name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true)
private let unit = Command.Option(name: "unit", value: .code, help: Localized("birim", "unit"), isRequired: true)
private let parent = Command.Option(
  name: "parent", value: .code, help: Localized("üst sürecin kodu", "code of the process above"))

/// Processes of a database at the prompt: adding, adopting, closing, and the way of a chart to its approval.
let processWritingCommands: [Command] = [
  Command(
    "process add", Localized("süreç ekle", "add a process"),
    options: common + [
      Command.Option(
        name: "code", value: .code, help: Localized("kodu; yazılmazsa sıradaki", "its code; the next one if absent")),
      unit, parent,
    ] + processOptions(isNew: true), run: addProcess),
  Command(
    "process edit", Localized("süreç kartını değiştir", "change a process's card"), arguments: [.process],
    options: common + [
      Command.Option(name: "unit", value: .code, help: Localized("birim", "unit")), parent,
    ] + processOptions(isNew: false),
    notes: Localized("--parent \"\" süreci en üste taşır.", "--parent \"\" moves the process to the top."),
    run: editProcess),
  Command(
    "process adopt", Localized("katalog sürecini benimse", "adopt a process of the catalogue"),
    arguments: [.process], options: common + [unit, parent], run: adoptProcess),
  Command(
    "process retire", Localized("süreci kapat", "close a process"), arguments: [.process], options: common + [reason],
    run: { call in
      try changed(call) { try $0.retireProcess($1, reason: call.text("reason") ?? "", version: $2, by: $3) }
    }),
  Command(
    "process reinstate", Localized("kapatılan süreci yeniden aç", "reopen a closed process"), arguments: [.process],
    options: common, run: { call in try changed(call) { try $0.reinstateProcess($1, version: $2, by: $3) } }),
  Command(
    "process save", Localized("şemayı dosyadan taslak olarak kaydet", "save a chart from a file as the draft"),
    arguments: [
      .process,
      Command.Argument(
        name: .file, help: Localized("outline, Mermaid, BPMN, XLSX veya CSV", "outline, Mermaid, BPMN, XLSX or CSV")),
    ],
    options: common + [Command.Option(name: "note", value: .text, help: Localized("ne değişti", "what changed"))],
    run: saveChart),
  Command(
    "process submit", Localized("taslağı incelemeye gönder", "hand the draft in for review"), arguments: [.process],
    options: common, run: { call in try decided(call) { try $0.submitChart($1, version: $2, by: $3) } }),
  Command(
    "process approve", Localized("incelemedeki şemayı onayla", "approve the chart in review"), arguments: [.process],
    options: common + [
      Command.Option(name: "effective", value: .day, help: Localized("yürürlük günü (bugün)", "in force from (today)"))
    ],
    run: { call in
      let day = try call.day("effective")
      return try decided(call) { try $0.approveChart($1, effectiveOn: day, version: $2, by: $3) }
    }),
  Command(
    "process return", Localized("incelemedeki şemayı iade et", "return the chart in review"), arguments: [.process],
    options: common + [reason],
    run: { call in
      try decided(call) { try $0.returnChart($1, reason: call.text("reason") ?? "", version: $2, by: $3) }
    }),
  Command(
    "process discard", Localized("açık taslaktan vazgeç", "give up the open draft"), arguments: [.process],
    options: common, run: { call in try decided(call) { try $0.discardChart($1, version: $2, by: $3) } }),
  Command(
    "process link", Localized("adıma risk ya da kontrol bağla", "link a risk or a control to a step"),
    arguments: [
      .process, Command.Argument(name: Localized("ADIM", "STEP"), help: Localized("adımın kimliği", "id of the step")),
    ],
    options: common + [
      Command.Option(
        name: "point", value: .word, help: Localized("adımdaki nokta: R1, C1", "point on the step: R1, C1")),
      Command.Option(name: "risk", value: Localized("REFERANS", "REFERENCE"), help: Localized("risk", "risk")),
      Command.Option(name: "control", value: .code, help: Localized("kontrol", "control")),
    ], run: linkStep),
  Command(
    "process unlink", Localized("bağı kaldır", "end a link"),
    arguments: [
      .process,
      Command.Argument(name: .number, help: Localized("bağın numarası (#)", "number of the link (#)")),
    ], options: common, run: unlinkStep),
]

private func addProcess(_ call: Invocation) throws -> ExitCode {
  var form = ProcessForm()
  form.code = call.text("code") ?? ""
  try form.take(call)
  let app = try call.app()
  return try announce(app.addProcess(form, by: call.actor(app)), call)
}

private func editProcess(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let page = try app.process(call.argument(0), by: actor)
  var form = ProcessForm(
    page.record, unitCode: page.unitPath.last?.code ?? "", parentCode: page.path.dropLast().last?.code)
  try form.take(call)
  return try announce(
    app.editProcess(page.record.code, form, version: page.record.version, by: actor), call)
}

private func adoptProcess(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  return try announce(
    app.adoptProcess(
      call.argument(0), unitCode: call.text("unit") ?? "", parentCode: call.text("parent"), by: call.actor(app)), call)
}

private func saveChart(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let path = try call.argument(1)
  let (version, remarks) = try app.importChart(
    call.argument(0), bytes: call.bytes(of: path), name: path, note: call.text("note") ?? "", by: call.actor(app))
  announce(version, remarks, call)
  return remarks.contains { $0.severity > .note } ? .findings : .done
}

private func linkStep(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (actor, code, step, point) = (
    try call.actor(app), try call.argument(0), try call.argument(1), call.text("point") ?? ""
  )
  let link: ChartLink
  switch (call.text("risk"), call.text("control")) {
  case (let reference?, nil): link = try app.linkRisk(code, step: step, point: point, reference: reference, by: actor)
  case (nil, let control?):
    link = try app.linkControl(code, step: step, point: point, controlCode: control, by: actor)
  default: throw UsageProblem(Localized("--risk ya da --control yazın", "give --risk or --control"))
  }
  if call.wantsJSON {
    call.answer(.members(["id": .count(Int(link.id.rawValue)), "step": .text(step), "point": .text(point)]))
  } else {
    call.say(Localized("Bağlandı: #\(link.id)", "Linked: #\(link.id)"))
  }
  return .done
}

private func unlinkStep(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let word = try call.argument(1)
  let id = try call.integer(word.hasPrefix("#") ? String(word.dropFirst()) : word, named: "#")
  try app.endLink(call.argument(0), id: Int64(id), by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["id": .count(id), "ended": .boolean(true)]))
  } else {
    call.say(Localized("Bağ kaldırıldı: #\(id)", "Link ended: #\(id)"))
  }
  return .done
}

private func changed(
  _ call: Invocation, _ change: (App, String, Int, Actor) throws -> ProcessRecord
) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let record = try app.process(call.argument(0), by: actor).record
  return try announce(change(app, record.code, record.version, actor), call)
}

private func decided(
  _ call: Invocation, _ change: (App, String, Int, Actor) throws -> ChartVersion
) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let page = try app.process(call.argument(0), by: actor)
  announce(try change(app, page.record.code, page.open?.version ?? 0, actor), [], call)
  return .done
}

private func announce(_ record: ProcessRecord, _ call: Invocation) throws -> ExitCode {
  if call.wantsJSON {
    call.answer(
      .members([
        "code": .text(record.code), "name": .text(record.details.name), "version": .count(record.version),
        "retired": .optional(record.retiredOn?.description),
      ]))
  } else {
    let closed = record.retiredOn == nil ? "" : Localized(" (kapatıldı)", " (closed)")(call.language)
    call.say("\(record.code) \(record.details.name)\(closed)")
  }
  return .done
}

/// Says what became of a version, and what was odd about the file it came from.
func announce(_ version: ChartVersion, _ remarks: [Diagnostic], _ call: Invocation) {
  if call.wantsJSON {
    call.answer(
      .members([
        "chart": ProcessRecordOutput.json(version), "findings": .array(remarks.map { JSON.finding($0, call.language) }),
      ]))
    return
  }
  for remark in remarks { call.say(remark.rendered(in: call.language)) }
  call.say(ProcessRecordOutput.text(version, call.language))
  let (steps, errors, warnings) = (version.figures.steps, version.figures.errors, version.figures.warnings)
  call.say(
    Localized(
      "\(steps) adım, \(errors) hata, \(warnings) uyarı", "steps: \(steps), errors: \(errors), warnings: \(warnings)"))
}
