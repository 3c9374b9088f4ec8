import GuvenceApplication
import GuvenceCore
import GuvenceReporting

private let periodForms = Localized("2026, 2026-H1, 2026-Q3 veya 2026-09", "2026, 2026-H1, 2026-Q3 or 2026-09")

/// Reports at the prompt.
let reportCommands: [Command] = [
  Command(
    "report", Localized("konsolide risk raporunu yaz", "write the consolidated risk report"),
    options: [
      .database, .asUser, .json, .unit,
      Command.Option(
        name: "period", value: Localized("DÖNEM", "PERIOD"),
        help: Localized(
          periodForms.turkish + " (içinde bulunulan çeyrek)", periodForms.english + " (the current quarter)")),
      Command.Option(
        name: "out", value: .file,
        help: Localized("yeni bir .xlsx veya .html dosyasına", "to a new .xlsx or .html file")),
    ],
    run: report)
]

private func report(_ call: Invocation) throws -> ExitCode {
  let path = try call.text("out").map(call.newFile)
  let format = try path.map(ReportFiles.format)
  let period = try period(call)
  let app = try call.app()
  let report = try app.consolidatedReport(period: period, unitCode: call.text("unit"), by: call.actor(app))
  if let path, let format {
    try ReportFiles.write(report, dataFolder: app.dataFolder, as: format, to: path, call.language)
    call.say(Localized("Rapor yazıldı: \(path)", "Report written: \(path)"))
  } else if call.wantsJSON {
    call.console.out(report.json())
  } else {
    call.say(try ReportFiles.text(report, dataFolder: app.dataFolder, width: call.width, call.language))
  }
  return .done
}

private func period(_ call: Invocation) throws -> Period {
  guard let word = call.text("period") else {
    return Period(containing: call.console.clock().dayInIstanbul, length: .quarter)
  }
  guard let period = Period(word) else {
    throw UsageProblem(
      Localized("--period \(periodForms.turkish) olmalı", "--period must be \(periodForms.english)"))
  }
  return period
}
