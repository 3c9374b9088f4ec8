import Foundation
import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses

private let code = Command.Argument(
  name: .code, help: Localized("sürecin kodu (SAT-01)", "code of the process (SAT-01)"))
private let codes = Command.Option(
  name: "code", value: .code,
  help: Localized("bu süreç; yinelenebilir", "this process; may be repeated"), isRepeatable: true)
private let vertical = Command.Option(
  name: "vertical", value: nil, help: Localized("roller yan yana, akış aşağı", "roles side by side, the flow downwards")
)

/// The shipped processes: looked at, checked, drawn, handed on.
let processCommands: [Command] = [
  Command("process list", Localized("süreçleri listele", "list the processes"), options: [.json], run: listProcesses),
  Command(
    "process show", Localized("süreç kartı ve adımları", "a process's card and its steps"), arguments: [code],
    options: [.json], run: showProcess),
  Command(
    "process check", Localized("iş akışlarını denetle", "check the workflow charts"), options: [codes, .json],
    notes: Localized("Süreç verilmezse hepsi denetlenir.", "Without a process all are checked."), run: checkProcesses),
  Command(
    "process draw", Localized("iş akış şemasını çiz (SVG)", "draw the workflow chart (SVG)"), arguments: [code],
    options: [
      vertical,
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
    options: [
      codes, Command.Option(name: "all", value: nil, help: Localized("bütün süreçler", "all processes")),
      Command.Option(
        name: "format", value: Localized("bpmn|mermaid|outline", "bpmn|mermaid|outline"),
        help: Localized("biçim", "format"), isRequired: true),
      vertical,
      Command.Option(
        name: "out", value: .folder,
        help: Localized("bu klasöre yaz; tek süreçte yazılmazsa ekran", "write to this folder; one process: screen")),
    ], run: exportProcesses),
]

private func listProcesses(_ call: Invocation) throws -> ExitCode {
  let processes = try Catalogs.load(dataFolder: call.dataFolder()).processes
  if call.wantsJSON {
    call.answer(.members(["processes": .array(processes.map { ProcessOutput.brief($0, call.language) })]))
    return .done
  }
  call.say(
    [
      Localized("Kod", "Code"), Localized("Süreç", "Process"), Localized("Sahibi", "Owner"), Localized("Adım", "Steps"),
      Localized("Rol", "Roles"), Localized("Risk", "Risks"), Localized("Kontrol", "Controls"),
    ],
    processes.map { process in
      let chart = process.chart
      return [
        process.card.code, process.card.name(call.language), process.card.unit, "\(chart.steps.count)",
        "\(chart.lanes.count)", "\(chart.risks.count)", "\(chart.controls.count)",
      ]
    }, numbers: [3, 4, 5, 6])
  return .done
}

private func showProcess(_ call: Invocation) throws -> ExitCode {
  let process = try find(call.argument(0), in: Catalogs.load(dataFolder: call.dataFolder()))
  if call.wantsJSON {
    call.answer(ProcessOutput.json(process, call.language))
  } else {
    ProcessOutput.say(process, call)
  }
  return .done
}

private func checkProcesses(_ call: Invocation) throws -> ExitCode {
  let folder = try call.dataFolder()
  let catalogs = try Catalogs.load(dataFolder: folder)
  let checks = try WorkflowChecks.load(dataFolder: folder)
  var context = CheckContext(processes: catalogs.processes)
  context.today = call.console.clock().dayInIstanbul
  let chosen = try call.all("code").map { try find($0, in: catalogs) }
  let findings = (chosen.isEmpty ? catalogs.processes : chosen).map { ($0, checks.findings($0, context)) }
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

private func drawProcess(_ call: Invocation) throws -> ExitCode {
  let process = try find(call.argument(0), in: Catalogs.load(dataFolder: call.dataFolder()))
  var options = LayoutOptions(
    process, orientation(call), on: call.console.clock().dayInIstanbul, call.language)
  options.showsDocuments = !call.has("no-documents")
  guard let layout = ChartLayouter.layout(process.chart, options) else { throw tooLarge(process) }
  let drawing = ChartDrawing(process, layout, call.language)
  let papers: [Paper] = try call.choices("paper")
  guard let paper = papers.last else {
    try write(drawing.file().rendered(), to: call.text("out"), call)
    return .done
  }
  guard let out = call.text("out") else {
    throw UsageProblem(Localized("sayfalar için --out DOSYA yazın", "give --out FILE for pages"))
  }
  let stem = out.hasSuffix(".svg") ? String(out.dropLast(4)) : out
  for (at, page) in drawing.pages(paper).enumerated() {
    try write(page.rendered(), to: "\(stem)-\(at + 1).svg", call)
  }
  return .done
}

private func exportProcesses(_ call: Invocation) throws -> ExitCode {
  let catalogs = try Catalogs.load(dataFolder: call.dataFolder())
  let formats: [ProcessFormat] = try call.choices("format")
  guard let format = formats.last else { throw UsageProblem(Localized("--format eksik", "--format is missing")) }
  let chosen = try call.has("all") ? catalogs.processes : call.all("code").map { try find($0, in: catalogs) }
  guard !chosen.isEmpty else {
    throw UsageProblem(Localized("--code KOD ya da --all yazın", "give --code CODE or --all"))
  }
  guard let folder = call.text("out") else {
    guard chosen.count == 1 else { throw UsageProblem(Localized("--out KLASÖR yazın", "give --out FOLDER")) }
    try write(bytes(of: chosen[0], format, call), to: nil, call)
    return .done
  }
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  for process in chosen {
    let path = "\(folder)/\(process.card.code).\(format.ending)"
    try write(bytes(of: process, format, call), to: path, call)
  }
  return .done
}

/// What charts can be written as.
private enum ProcessFormat: String, CaseIterable {
  case bpmn, mermaid, outline

  var ending: String {
    switch self {
    case .bpmn: "bpmn"
    case .mermaid: "mmd"
    case .outline: "txt"
    }
  }
}

private func bytes(of process: WorkProcess, _ format: ProcessFormat, _ call: Invocation) throws -> [UInt8] {
  switch format {
  case .bpmn:
    guard let bytes = BPMNWriter.bytes(process, orientation(call)) else { throw tooLarge(process) }
    return bytes
  case .mermaid: return Array(MermaidWriter.text(process, orientation(call)).utf8)
  case .outline: return Array(OutlineWriter.text(process).utf8)
  }
}

private func orientation(_ call: Invocation) -> Orientation { call.has("vertical") ? .vertical : .horizontal }

private func write(_ bytes: [UInt8], to path: String?, _ call: Invocation) throws {
  guard let path else {
    // The console ends each line itself.
    let text = String(decoding: bytes, as: UTF8.self)
    call.say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    return
  }
  try Data(bytes).write(to: URL(fileURLWithPath: try call.newFile(path)), options: .withoutOverwriting)
  call.say(Localized("\(path) yazıldı", "\(path) written"))
}

private func tooLarge(_ process: WorkProcess) -> Problem {
  let (count, most) = (process.chart.steps.count, ChartLayouter.maximumSteps)
  return Problem(
    .invalid,
    Localized(
      "Şemada \(count) adım var; en çok \(most) adım çizilir. Alt süreçlere bölün.",
      "The chart has \(count) steps; at most \(most) are drawn. Split it into sub-processes."))
}

private func find(_ code: String, in catalogs: Catalogs) throws -> WorkProcess {
  if let process = catalogs.process(code: code) { return process }
  let near = nearest(to: code, among: catalogs.processes.map(\.card.code))
  let (turkish, english) = (near.map { " Şunu mu demek istediniz: \($0)?" }, near.map { " Did you mean \($0)?" })
  throw Problem(
    .notFound,
    Localized(
      "«\(code)» kodlu süreç yok.\(turkish ?? "")", "There is no process «\(code)».\(english ?? "")"))
}
