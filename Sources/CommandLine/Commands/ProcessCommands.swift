import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses

private let codes = Command.Option(
  name: "code", value: .code,
  help: Localized("bu süreç (hepsi); yinelenebilir", "this process (all); may be repeated"), isRepeatable: true)
private let vertical = Command.Option(
  name: "vertical", value: nil, help: Localized("roller yan yana, akış aşağı", "roles side by side, the flow downwards")
)
private let source: [Command.Option] = [
  .database, .asUser,
  Command.Option(
    name: "catalogue", value: nil,
    help: Localized("veri tabanı yerine katalog süreçleri", "the catalogue's processes instead of the database")),
]
private let number = Command.Option(
  name: "number", value: .number, help: Localized("şemanın bu sürümü", "this version of the chart"))

extension Command.Argument {
  /// The code of a process.
  static let process = Command.Argument(
    name: .code, help: Localized("sürecin kodu (SAT-01)", "code of the process (SAT-01)"))
}

/// Processes of a database, or the shipped ones: looked at, checked, drawn, handed on.
let processCommands: [Command] = [
  Command(
    "process list", Localized("süreçleri listele", "list the processes"),
    options: source + [
      Command.Option(
        name: "as-of", value: .day, help: Localized("o günün sonundaki durum", "as it stood at the end of that day")),
      .json,
    ], run: listProcesses),
  Command(
    "process show", Localized("süreç kartı ve adımları", "a process's card and its steps"), arguments: [.process],
    options: source + [
      number,
      Command.Option(
        name: "as-of", value: .day, help: Localized("o günün sonundaki durum", "as it stood at the end of that day")),
      .json,
    ], run: showProcess),
  Command(
    "process check", Localized("iş akışlarını denetle", "check the workflow charts"),
    options: source + [
      codes,
      Command.Option(
        name: "paper", value: Localized("a4|a3", "a4|a3"),
        help: Localized("basılan sayfaların bağlantılarını da (A16)", "the connectors of printed pages too (A16)")),
      .json,
    ], run: checkProcesses),
  Command(
    "process draw", Localized("iş akış şemasını çiz (SVG)", "draw the workflow chart (SVG)"), arguments: [.process],
    options: source + [
      number, vertical,
      Command.Option(
        name: "no-documents", value: nil, help: Localized("belge simgeleri olmadan", "without document shapes")),
      Command.Option(
        name: "paper", value: Localized("a4|a3", "a4|a3"),
        help: Localized("sayfalara böl (ad-1.svg, ad-2.svg)", "cut into pages (name-1.svg, name-2.svg)")),
      Command.Option(
        name: "out", value: .file, help: Localized("bu dosyaya yaz (ekran)", "write to this file (screen)")),
    ], run: drawProcess),
  Command(
    "process export", Localized("iş akışını başka programlar için yaz", "write charts for other programs"),
    options: source + [
      codes, Command.Option(name: "all", value: nil, help: Localized("bütün süreçler", "all processes")),
      Command.Option(
        name: "format", value: .word, help: wordList(ChartFormat.self), isRequired: true),
      vertical,
      Command.Option(
        name: "annotations", value: nil,
        help: Localized("BPMN'de riskler ve kontroller not olarak da", "in BPMN, risks and controls as notes too")),
      Command.Option(
        name: "new", value: nil,
        help: Localized(
          "dosyadan alınan BPMN'i yamamadan yeniden yaz", "write BPMN that came from a file anew, not as its patch")),
      Command.Option(
        name: "out", value: .folder,
        help: Localized("bu klasöre yaz; tek süreçte yazılmazsa ekran", "write to this folder; one process: screen")),
    ], run: exportProcesses),
]

private func listProcesses(_ call: Invocation) throws -> ExitCode {
  switch try call.processSource() {
  case .catalogue(let catalogs):
    let processes = catalogs.processes
    if call.wantsJSON {
      call.answer(.members(["processes": .array(processes.map { ProcessOutput.brief($0, call.language) })]))
    } else {
      ProcessOutput.say(processes, call)
    }
  case .database(let app, let actor):
    let lines = try app.processTree(by: actor, asOf: call.day("as-of"))
    if call.wantsJSON {
      call.answer(.members(["processes": .array(lines.map(ProcessRecordOutput.json))]))
    } else if lines.isEmpty {
      call.say(
        Localized(
          "Süreç yok. Eklemek için: guvence process adopt SAT-01 --unit KOD ya da guvence process add",
          "No processes. To add one: guvence process adopt SAT-01 --unit CODE or guvence process add"))
    } else {
      ProcessRecordOutput.say(lines, call)
    }
  }
  return .done
}

private func showProcess(_ call: Invocation) throws -> ExitCode {
  switch try call.processSource() {
  case .catalogue(let catalogs):
    let process = try call.process(call.argument(0), in: catalogs)
    if call.wantsJSON {
      call.answer(ProcessOutput.json(process, call.language))
    } else {
      ProcessOutput.say(process, call)
    }
  case .database(let app, let actor):
    let (code, asOf, number) = (try call.argument(0), try call.day("as-of"), try call.integer("number"))
    let page = try app.process(code, by: actor, asOf: asOf)
    let shown = number ?? page.current?.number
    let chart = try app.chart(code, number: shown, by: actor, asOf: asOf)
    if call.wantsJSON {
      call.answer(ProcessRecordOutput.json(page, chart, call.language))
    } else {
      ProcessRecordOutput.say(page, chart, call)
    }
  }
  return .done
}

private func checkProcesses(_ call: Invocation) throws -> ExitCode {
  let papers: [Paper] = try call.choices("paper")
  let checks = try WorkflowChecks.load(dataFolder: call.dataFolder())
  let findings = try findings(call).map { process, found in
    (process, try found + (papers.last.map { try call.pageFindings(process, $0, checks) } ?? []))
  }
  let errors = findings.reduce(0) { $0 + $1.1.count { $0.level == .error } }
  let warnings = findings.reduce(0) { $0 + $1.1.count { $0.level == .warning } }
  if call.wantsJSON {
    call.answer(
      .members([
        "processes": .count(findings.count), "errors": .count(errors), "warnings": .count(warnings),
        "findings": .array(
          findings.flatMap { process, list in list.map { ProcessOutput.json($0, process, call.language) } }),
      ]))
  } else {
    for (process, list) in findings {
      for finding in list { ProcessOutput.say(finding, process, call) }
    }
    call.say(
      Localized(
        "\(findings.count) süreç denetlendi: \(errors) hata, \(warnings) uyarı",
        "\(findings.count) processes checked: \(errors) errors, \(warnings) warnings"))
  }
  return errors == 0 ? .done : .findings
}

private func findings(_ call: Invocation) throws -> [(WorkProcess, [ChartFinding])] {
  switch try call.processSource() {
  case .catalogue(let catalogs):
    let checks = try WorkflowChecks.load(dataFolder: call.dataFolder())
    var context = CheckContext(processes: catalogs.processes)
    context.today = call.console.clock().dayInIstanbul
    let chosen = try call.all("code").map { try call.process($0, in: catalogs) }
    return (chosen.isEmpty ? catalogs.processes : chosen).map { ($0, checks.findings($0, context)) }
  case .database(let app, let actor):
    let drawn = try app.processTree(by: actor).filter { $0.record.retiredOn == nil && $0.stepCount > 0 }
    let chosen = call.all("code").isEmpty ? drawn.map(\.record.code) : call.all("code")
    return try chosen.map { code in
      let page = try app.chart(code, by: actor)
      return (page.process, page.findings)
    }
  }
}

private func drawProcess(_ call: Invocation) throws -> ExitCode {
  let (process, earlier) = try call.chosenProcess(call.argument(0))
  var options = LayoutOptions(
    process, call.orientation, on: call.console.clock().dayInIstanbul, call.language)
  options.showsDocuments = !call.has("no-documents")
  guard let layout = ChartLayouter.layout(process.chart, options, after: earlier) else {
    throw ChartFormat.tooLarge(process)
  }
  let drawing = ChartDrawing(process, layout, call.language)
  let papers: [Paper] = try call.choices("paper")
  guard let paper = papers.last else {
    try call.write(drawing.file().rendered(), to: call.text("out"))
    return .done
  }
  guard let out = call.text("out") else {
    throw UsageProblem(Localized("sayfalar için --out DOSYA yazın", "give --out FILE for pages"))
  }
  let stem = out.hasSuffix(".svg") ? String(out.dropLast(4)) : out
  for (at, page) in drawing.pages(paper).enumerated() {
    try call.write(page.rendered(), to: "\(stem)-\(at + 1).svg")
  }
  let checks = try WorkflowChecks.load(dataFolder: call.dataFolder())
  let findings = checks.findings(process, on: drawing.sheets(for: paper))
  for finding in findings { ProcessOutput.say(finding, process, call) }
  return findings.isEmpty ? .done : .findings
}

extension Invocation {
  /// What is wrong with the connectors between the pages a process is printed on.
  fileprivate func pageFindings(
    _ process: WorkProcess, _ paper: Paper, _ checks: WorkflowChecks
  ) throws -> [ChartFinding] {
    let options = LayoutOptions(process, .horizontal, on: console.clock().dayInIstanbul, language)
    guard let layout = ChartLayouter.layout(process.chart, options) else { throw ChartFormat.tooLarge(process) }
    return checks.findings(process, on: ChartDrawing(process, layout, language).sheets(for: paper))
  }
}

private func exportProcesses(_ call: Invocation) throws -> ExitCode {
  let formats: [ChartFormat] = try call.choices("format")
  guard let format = formats.last else { throw UsageProblem(Localized("--format eksik", "--format is missing")) }
  let files = try files(call, format)
  guard !files.isEmpty else {
    throw UsageProblem(Localized("--code KOD ya da --all yazın", "give --code CODE or --all"))
  }
  guard let folder = call.text("out") else {
    guard files.count == 1, format != .xlsx else {
      throw UsageProblem(Localized("--out KLASÖR yazın", "give --out FOLDER"))
    }
    try call.write(files[0].bytes(), to: nil)
    return .done
  }
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  for file in files { try call.write(file.bytes(), to: "\(folder)/\(file.code).\(format.ending)") }
  return .done
}

/// The processes asked for, each with what writes it.
private func files(
  _ call: Invocation, _ format: ChartFormat
) throws -> [(code: String, bytes: () throws -> [UInt8])] {
  let (annotations, isNew) = (call.has("annotations"), call.has("new"))
  switch try call.processSource() {
  case .catalogue(let catalogs):
    let chosen =
      try call.has("all") ? catalogs.processes : call.all("code").map { try call.process($0, in: catalogs) }
    return chosen.map { process in
      (
        process.card.code,
        {
          try format.bytes(
            of: process, call.orientation, call.language, at: call.console.clock(), annotations: annotations)
        }
      )
    }
  case .database(let app, let actor):
    let all = try app.processTree(by: actor).filter { $0.record.retiredOn == nil && $0.stepCount > 0 }
    let chosen = call.has("all") ? all.map(\.record.code) : call.all("code")
    return chosen.map { code in
      (
        // A code may hold a slash, a file name may not.
        String(code.map { $0 == "/" ? "-" : $0 }),
        {
          try app.exportChart(
            code, format: format, orientation: call.orientation, annotations: annotations, isNew: isNew, by: actor)
        }
      )
    }
  }
}
