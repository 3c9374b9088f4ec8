import Foundation
import GuvenceCore
import GuvenceProcesses

/// A chart of another program: read, told about, handed on as it came.
let processImportCommands: [Command] = [
  Command(
    "process import", Localized("başka programın dosyasını oku", "read a file of another program"),
    arguments: [
      Command.Argument(
        name: .file,
        help: Localized(
          "BPMN 2.0 dosyası; --code ile Mermaid, outline, XLSX, CSV de",
          "BPMN 2.0; with --code also Mermaid, outline, XLSX, CSV"))
    ],
    options: [
      .database, .asUser, .json,
      Command.Option(
        name: "code", value: .code,
        help: Localized("bu sürecin taslağı olarak kaydet", "save as the draft of this process")),
      Command.Option(
        name: "out", value: .file,
        help: Localized("dosyayı olduğu gibi buraya yaz", "write the file here as it came")),
    ],
    notes: Localized(
      "Bilinmeyen öğeler korunur; --code verilmezse veri tabanına yazılmaz.",
      "What is unknown is kept; without --code nothing goes into the database."), run: importProcess)
]

private func importProcess(_ call: Invocation) throws -> ExitCode {
  let path = try call.argument(0)
  let bytes = try call.bytes(of: path)
  if let code = call.text("code") {
    let app = try call.app()
    let (version, remarks) = try app.importChart(code, bytes: bytes, name: path, by: call.actor(app))
    announce(version, remarks, call)
    return remarks.contains { $0.severity > .note } ? .findings : .done
  }
  let file = try BPMNFile(bytes, name: path)
  let chart = file.chart()
  if let out = call.text("out") {
    try Data(file.bytes()).write(to: URL(fileURLWithPath: try call.newFile(out)), options: .withoutOverwriting)
  }
  if call.wantsJSON { call.answer(json(file, chart, call.language)) } else { say(file, chart, call) }
  // What is odd about a file of another program is told, and is that program's business.
  return .done
}

private func say(_ file: BPMNFile, _ chart: BPMNChart?, _ call: Invocation) {
  let content = file.content
  call.say(
    Localized(
      "\(content.processes.count) süreç, \(content.nodes.count) öğe, \(content.flows.count) bağlantı, "
        + "\(content.lanes.count) kulvar, \(content.shapes.count) çizim",
      "\(content.processes.count) processes, \(content.nodes.count) elements, \(content.flows.count) connections, "
        + "\(content.lanes.count) lanes, \(content.shapes.count) shapes"))
  for step in (chart?.chart.steps ?? []).prefix(400) {
    let next = chart?.chart.flows(from: step.id) ?? []
    var targets = next.prefix(20).map { flow in
      (flow.label.isEmpty ? "" : flow.label.shortened() + " ") + "→ "
        + name(chart?.chart.step(flow.target), flow.target)
    }
    if next.count > targets.count { targets.append("…") }
    let mark = chart?.readOnly.contains(step.id) == true ? " *" : ""
    let role = step.role.map { "\($0.shortened()): " } ?? ""
    let line = [role + name(step, step.id) + mark, targets.joined(separator: "; ")].filter { !$0.isEmpty }
    call.say("  " + line.joined(separator: "  "))
  }
  ProcessOutput.say(file.foreign().filter { $0.step == nil }, call)
  for finding in file.findings { call.say(finding.rendered(in: call.language)) }
  if let out = call.text("out") { call.say(Localized("\(out) yazıldı", "\(out) written")) }
}

private func name(_ step: Step?, _ id: String) -> String {
  (step.flatMap { $0.name.isEmpty ? nil : $0.name } ?? id).shortened()
}

private func json(_ file: BPMNFile, _ chart: BPMNChart?, _ language: Language) -> JSON {
  .members([
    "processes": .array(file.content.processes.map { .members(["id": .text($0.id), "name": .text($0.name)]) }),
    "elements": .count(file.content.nodes.count), "flows": .count(file.content.flows.count),
    "lanes": .array(file.content.lanes.map { .text($0.name) }), "shapes": .count(file.content.shapes.count),
    "steps": .array(
      (chart?.chart.steps ?? []).map {
        .members([
          "id": .text($0.id), "kind": .text($0.kind.rawValue), "role": .text($0.role ?? ""), "name": .text($0.name),
          "read_only": .boolean(chart?.readOnly.contains($0.id) == true),
        ])
      }), "foreign": .array(file.foreign().map { ProcessOutput.json($0, language) }),
    "findings": .array(file.findings.map { JSON.finding($0, language) }),
  ])
}
