import GuvenceApplication
import GuvenceCore
import GuvenceReporting

/// Reports at the prompt.
let reportCommands: [Command] = [
  Command(
    "report", Localized("konsolide risk raporunu yaz", "write the consolidated risk report"),
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "period", value: "PERIOD",
        help: Localized("2026, 2026-H1, 2026-Q3, 2026-09", "2026, 2026-H1, 2026-Q3, 2026-09")),
      Command.Option(name: "unit", value: "CODE", help: Localized("birim ve altı", "unit and below")),
      Command.Option(
        name: "out", value: "FILE", help: Localized(".xlsx veya .html dosyasına", "to an .xlsx or .html file")),
    ],
    run: report)
]

private func report(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let report = try app.consolidatedReport(
    period: period(call), unitCode: call.text("unit"), by: call.actor(app))
  guard let path = call.text("out") else {
    call.say(call.wantsJSON ? report.json() : try ReportFiles.text(report, dataFolder: app.dataFolder, call.language))
    return .done
  }
  try ReportFiles.write(report, dataFolder: app.dataFolder, to: path, call.language)
  call.say(Localized("Rapor yazıldı: \(path)", "Report written: \(path)"))
  return .done
}

private func period(_ call: Invocation) throws -> Period {
  guard let word = call.text("period") else {
    return Period(containing: call.console.clock().dayInIstanbul, length: .quarter)
  }
  guard let period = Period(word) else {
    throw Invocation.UsageProblem(
      message: Localized(
        "--period 2026, 2026-H1, 2026-Q3 veya 2026-09 olmalı", "--period must be 2026, 2026-H1, 2026-Q3 or 2026-09"))
  }
  return period
}
