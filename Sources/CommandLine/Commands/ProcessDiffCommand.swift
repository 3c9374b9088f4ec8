import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses

/// Two versions of a chart compared.
let processDiffCommands: [Command] = [
  Command(
    "process diff", Localized("şemanın iki sürümünü karşılaştır", "compare two versions of a chart"),
    arguments: [.process],
    options: [
      .database, .asUser,
      Command.Option(
        name: "catalogue", value: nil,
        help: Localized("veri tabanı yerine katalog süreci", "the catalogue's process instead of the database")),
      .json, Command.Option(name: "from", value: .number, help: Localized("eski sürüm", "the older version")),
      Command.Option(name: "to", value: .number, help: Localized("yeni sürüm", "the newer version")),
      Command.Option(
        name: "with", value: .file,
        help: Localized("yeni sürüm olarak bu dosyadaki şema", "the chart of this file as the newer version")),
      Command.Option(
        name: "out", value: .file,
        help: Localized("farkı bu SVG dosyasına çiz", "draw the difference into this SVG file")),
      Command.Option(
        name: "vertical", value: nil,
        help: Localized("çizimde roller yan yana", "in the drawing, roles side by side")),
    ],
    notes: Localized(
      "Sürüm verilmezse yürürlükteki şema taslakla, taslak yoksa son iki sürüm karşılaştırılır.\n"
        + "Veri tabanı verilmezse katalogdaki şema --with dosyasıyla karşılaştırılır.",
      "Without versions the chart in force is compared with the draft, without a draft the last two.\n"
        + "Without a database the catalogue's chart is compared with the file of --with."),
    run: compareVersions)
]

/// What is compared, each side with what it is called.
private struct Comparison {
  let process: WorkProcess
  let old: (name: String, chart: Chart)
  let new: (name: String, chart: Chart)
}

private func compareVersions(_ call: Invocation) throws -> ExitCode {
  let comparison = try call.text("with").map { try compareFile($0, call) } ?? compareVersionsOfDatabase(call)
  let difference = ChartDifference(old: comparison.old.chart, new: comparison.new.chart)
  let rows = difference.revisionRows(call.language)
  let code = comparison.process.card.code
  if let out = call.text("out") {
    let drawing = DifferenceDrawing(comparison.process, difference, call.language, orientation: call.orientation)
    guard let file = drawing.file() else { throw ChartFormat.tooLarge(comparison.process) }
    try call.write(file.rendered(), to: out, isQuiet: call.wantsJSON)
  }
  if call.wantsJSON {
    func side(_ name: String) -> JSON { Int(name).map(JSON.count) ?? .text(name) }
    call.answer(
      .members([
        "code": .text(code), "from": side(comparison.old.name), "to": side(comparison.new.name),
        "changes": .array(
          rows.map { row in
            .members(["kind": .text(row.kind.rawValue), "text": .text(row.sentence(call.language))])
          }),
      ]))
    return .done
  }
  let names = "\(comparison.old.name) → \(comparison.new.name)"
  call.say("\(code) \(Localized("sürüm", "version")(call.language)) \(names)")
  if difference.isEmpty { call.say(Localized("Fark yok.", "No difference.")) }
  for row in rows { call.say("  \(row.kind.sign) \(row.sentence(call.language))") }
  return .done
}

private func compareVersionsOfDatabase(_ call: Invocation) throws -> Comparison {
  guard case .database(let app, let actor) = try call.processSource() else {
    throw UsageProblem(
      Localized(
        "Katalogdaki şemanın tek sürümü vardır: --with DOSYA ya da --db DOSYA yazın",
        "The catalogue has one version of each chart: give --with FILE or --db FILE"))
  }
  let (from, to) = (try call.integer("from"), try call.integer("to"))
  let found = try app.compareCharts(call.argument(0), from: from, to: to, by: actor)
  guard let old = found.old else {
    throw Problem(
      .notFound, Localized("Karşılaştırılacak ikinci bir sürüm yok.", "There is no second version to compare with."))
  }
  return Comparison(
    process: found.process, old: ("\(old.number)", old.chart), new: ("\(found.new.number)", found.new.chart))
}

private func compareFile(_ path: String, _ call: Invocation) throws -> Comparison {
  let (code, bytes) = (try call.argument(0), try call.bytes(of: path))
  let (chart, remarks) = try App.chart(of: bytes, name: path)
  if !call.wantsJSON { for remark in remarks { call.say(remark.rendered(in: call.language)) } }
  switch try call.processSource() {
  case .catalogue(let catalogs):
    let process = try call.process(code, in: catalogs)
    return Comparison(
      process: process, old: (Localized("katalog", "catalogue")(call.language), process.chart), new: (path, chart))
  case .database(let app, let actor):
    let number = try call.integer("from") ?? app.process(code, by: actor).current?.number
    let page = try app.chart(code, number: number, by: actor)
    return Comparison(
      process: page.process, old: ("\(page.version?.number ?? 0)", page.process.chart), new: (path, chart))
  }
}
