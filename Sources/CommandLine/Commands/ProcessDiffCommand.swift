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
      .database, .asUser, .json,
      Command.Option(name: "from", value: .number, help: Localized("eski sürüm", "the older version")),
      Command.Option(name: "to", value: .number, help: Localized("yeni sürüm", "the newer version")),
      Command.Option(
        name: "out", value: .file,
        help: Localized("farkı bu SVG dosyasına çiz", "draw the difference into this SVG file")),
    ],
    notes: Localized(
      "Sürüm verilmezse yürürlükteki şema taslakla, taslak yoksa son iki sürüm karşılaştırılır.",
      "Without versions the chart in force is compared with the draft, without a draft the last two."),
    run: compareVersions)
]

private func compareVersions(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let (from, to) = (try call.integer("from"), try call.integer("to"))
  let comparison = try app.compareCharts(call.argument(0), from: from, to: to, by: call.actor(app))
  guard let old = comparison.old else {
    throw Problem(
      .notFound, Localized("Karşılaştırılacak ikinci bir sürüm yok.", "There is no second version to compare with."))
  }
  let difference = ChartDifference(old: old.chart, new: comparison.new.chart)
  let rows = difference.revisionRows(call.language)
  let code = comparison.process.card.code
  if let out = call.text("out") {
    let drawing = DifferenceDrawing(comparison.process, difference, call.language, orientation: call.orientation)
    guard let file = drawing.file() else { throw ChartFormat.tooLarge(comparison.process) }
    try call.write(file.rendered(), to: out, isQuiet: call.wantsJSON)
  }
  if call.wantsJSON {
    call.answer(
      .members([
        "code": .text(code), "from": .count(old.number), "to": .count(comparison.new.number),
        "changes": .array(
          rows.map { row in
            .members(["kind": .text(row.kind.rawValue), "text": .text(row.sentence(call.language))])
          }),
      ]))
    return .done
  }
  let numbers = "\(old.number) → \(comparison.new.number)"
  call.say("\(code) \(Localized("sürüm", "version")(call.language)) \(numbers)")
  if difference.isEmpty { call.say(Localized("Fark yok.", "No difference.")) }
  for row in rows { call.say("  \(row.kind.sign) \(row.sentence(call.language))") }
  return .done
}
