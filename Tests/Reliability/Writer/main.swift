// Saves without end and says after each save what is stored by then, until it is killed. At its start it checks what an
// earlier run said: `guvence-writer DATABASE SEED ACKNOWLEDGED`.
import FoundationEssentials
import Glibc
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

func open(_ path: String) throws -> App {
  let data = try DataLocator.locate()
  if FileManager.default.fileExists(atPath: path) { return try App.open(database: path, dataFolder: data) }
  return try App.create(database: path, administration: "Örnek Belediyesi", sample: false, dataFolder: data)
}

/// What is missing of the lines that earlier runs said: reference, version, number of assessments.
func missing(_ path: String, _ app: App) throws -> [String] {
  guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return [] }
  var last: [Substring: (version: Int, assessments: Int)] = [:]
  for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
    let words = line.split(separator: " ")
    guard words.count == 4, let version = Int(words[2]), let assessments = Int(words[3]) else { continue }
    last[words[1]] = (version, assessments)
  }
  return try last.compactMap { reference, said in
    let page = try app.risk(String(reference), by: .machineOperator)
    let isThere = page.row.risk.version >= said.version && page.history.count >= said.assessments
    return isThere ? nil : "\(reference): said \(said), found \(page.row.risk.version), \(page.history.count)"
  }
}

/// Adds a risk, or edits and assesses the newest one; one line for each save.
func save(_ app: App, _ unit: Unit, _ random: inout Int, _ current: inout Risk?) throws {
  random = (random &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
  let input = AssessmentInput(inherent: ScoreInput(likelihood: random % 5 + 1, impact: random / 5 % 5 + 1))
  if let risk = current, random % 7 > 0 {
    _ = try app.assess(risk.reference, input, version: risk.version, by: .machineOperator)
  } else {
    let details = RiskDetails(unitID: unit.id, statement: "Kayıt \(random)")
    current = try app.addRisk(details, assessment: input, by: .machineOperator)
  }
  guard let reference = current?.reference else { return }
  let page = try app.risk(reference, by: .machineOperator)
  current = page.row.risk
  say("ACK \(reference) \(page.row.risk.version) \(page.history.count)")
}

let words = CommandLine.arguments
guard words.count == 4, var random = Int(words[2]) else { exit(64) }
let app = try open(words[1])
let lost = try missing(words[3], app)
let verdict = try app.verifyJournal(expectedHead: nil)
guard lost.isEmpty, verdict.isIntact else {
  say("LOST \(lost) \(verdict.findings)")
  exit(1)
}
say("CHECKED \(verdict.entries)")
guard random >= 0, let unit = try app.units(by: .machineOperator).first?.unit else { exit(0) }
var current: Risk?
while true { try save(app, unit, &random, &current) }
