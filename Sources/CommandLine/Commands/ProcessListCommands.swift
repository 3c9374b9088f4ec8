import GuvenceApplication
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

private let common: [Command.Option] = [.database, .asUser, .json]

/// Lists over all processes of a database.
let processListCommands: [Command] = [
  Command(
    "process coverage", Localized("süreç, şema, risk ve kontrol eksikleri", "what processes, charts and risks lack"),
    options: common + [.unit], run: showCoverage),
  Command(
    "process services", Localized("hizmet standartları tablosu", "table of service standards"),
    options: common + [.unit], run: showServices),
  Command(
    "process job", Localized("bir role düşen adımlar", "steps that fall to a role"),
    arguments: [Command.Argument(name: Localized("ROL", "ROLE"), help: Localized("şemadaki rol", "role of a chart"))],
    options: common, run: showJob),
  Command(
    "process sensitive", Localized("hassas görevler", "sensitive duties"), options: common + [.unit],
    run: showSensitive),
]

private func showCoverage(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let coverage = try app.processCoverage(unitCode: call.text("unit"), by: call.actor(app))
  if call.wantsJSON {
    call.answer(json(coverage))
    return .done
  }
  call.say(
    Localized(
      "\(coverage.processCount) sürecin \(coverage.chartedCount) tanesinin onaylı şeması var.",
      "\(coverage.chartedCount) of \(coverage.processCount) processes have a chart in force."))
  func list(_ title: Localized, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    call.say("\(title(call.language)) (\(lines.count))")
    for line in lines { call.say("  " + line) }
  }
  func names(_ lines: [ProcessLine]) -> [String] { lines.map { "\($0.record.code) \($0.record.details.name)" } }
  list(Localized("Onaylı şeması olmayan", "Without a chart in force"), names(coverage.withoutChart))
  list(Localized("Riski olmayan şema", "Charts without a risk"), names(coverage.withoutRisks))
  list(
    Localized("Sürecinde kontrol olmayan yüksek risk", "High risks of processes without a control"),
    coverage.uncontrolled.map { "\($0.reference) (\($0.record.code)) \(shortened($0.statement, to: 60))" })
  list(Localized("Gözden geçirmesi geçen", "Review overdue"), names(coverage.overdue))
  list(Localized("Taslak ya da incelemede", "Draft or in review"), names(coverage.waiting))
  list(
    Localized("Hiçbir adıma bağlı olmayan risk", "Risks on no step"),
    coverage.unplaced.map { "\($0.reference) \(shortened($0.statement, to: 70))" })
  return .done
}

private func json(_ coverage: ProcessCoverage) -> JSON {
  func codes(_ lines: [ProcessLine]) -> JSON { .array(lines.map { .text($0.record.code) }) }
  return .members([
    "processes": .count(coverage.processCount), "charted": .count(coverage.chartedCount),
    "without_chart": codes(coverage.withoutChart), "without_risks": codes(coverage.withoutRisks),
    "uncontrolled": .array(
      coverage.uncontrolled.map {
        .members(["process": .text($0.record.code), "risk": .text($0.reference), "level": .optional($0.level?.id)])
      }),
    "overdue": codes(coverage.overdue), "waiting": codes(coverage.waiting),
    "unplaced_total": .count(coverage.unplacedCount),
    "unplaced": .array(coverage.unplaced.map { .text($0.reference) }),
  ])
}

private func showServices(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let lines = try app.serviceInventory(unitCode: call.text("unit"), by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "services": .array(
          lines.map { line in
            .members([
              "code": .text(line.record.code), "name": .text(line.record.details.name), "unit": .text(line.unitName),
              "documents": ProcessOutput.texts(line.documents), "time": .text(line.time),
              "complaint_first": .text(line.record.details.complaintFirst),
              "complaint_second": .text(line.record.details.complaintSecond),
            ])
          })
      ]))
    return .done
  }
  call.say(
    [
      Localized("Sıra", "No"), Localized("Hizmetin adı", "Service"),
      Localized("Başvuruda istenen belgeler", "Documents asked for"),
      Localized("Tamamlanma süresi (en geç)", "Completed within"), Localized("İlk müracaat", "First complaint"),
      Localized("İkinci müracaat", "Second complaint"),
    ],
    lines.enumerated().map { index, line in
      [
        "\(index + 1)", line.record.details.name, line.documents.joined(separator: "; "), line.time,
        line.record.details.complaintFirst, line.record.details.complaintSecond,
      ]
    }, numbers: [0])
  return .done
}

private func showJob(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let actor = try call.actor(app)
  let job = try app.jobDescription(role: call.argument(0), by: actor)
  guard !job.lines.isEmpty else {
    let known = try app.chartRoles(by: actor).map(\.role)
    throw UsageProblem.unknown(
      Localized("«\(job.role)» rolü onaylı şemalarda yok", "no chart in force names the role «\(job.role)»"), job.role,
      among: known)
  }
  say(job.lines, call)
  return .done
}

private func showSensitive(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  say(try app.sensitiveDuties(unitCode: call.text("unit"), by: call.actor(app)), call)
  return .done
}

private func say(_ lines: [DutyLine], _ call: Invocation) {
  if call.wantsJSON {
    call.answer(
      .members([
        "steps": .array(
          lines.map { line in
            .members([
              "process": .text(line.record.code), "unit": .text(line.unitName), "step": .text(line.step.id),
              "name": .text(line.step.name), "role": .optional(line.step.role),
              "sensitive": .boolean(line.step.isSensitive), "next": .text(line.next),
              "risks": ProcessOutput.texts(line.risks.map(\.text)),
              "controls": ProcessOutput.texts(line.controls.map(\.text)),
            ])
          })
      ]))
    return
  }
  call.say(
    [
      Localized("Süreç", "Process"), Localized("Adım", "Step"), Localized("Sorumlu", "Role"),
      Localized("Risk", "Risk"), Localized("Kontrol", "Control"),
    ],
    lines.map { line in
      [
        "\(line.record.code) \(line.record.details.name)", line.step.name, line.step.role ?? "",
        line.risks.map(\.text).joined(separator: "; "), line.controls.map(\.text).joined(separator: "; "),
      ]
    })
}
