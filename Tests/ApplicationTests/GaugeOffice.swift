import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Two directorates with a risk each and an indicator in one of them, under a clock that only the test moves.
final class GaugeOffice: Sendable {
  let app: App
  let time: Locked<Instant>
  let finance: Unit
  let works: Unit
  let risk: String
  let otherRisk: String
  let code: String
  private let folder: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    self.folder = folder
    let time = Locked(Instant.startInIstanbul(of: GaugeOffice.day("2026-11-10")))
    self.time = time
    app = try App.create(
      database: folder + "/a.db", administration: "Örnek Belediyesi", sample: false,
      dataFolder: try DataLocator.locate(), clock: { time.withLock { $0 } })
    let operatorActor = Actor.machineOperator
    finance = try app.addUnit(UnitForm(parentCode: nil, code: "MH", name: "Mali Hizmetler"), by: operatorActor)
    works = try app.addUnit(UnitForm(parentCode: nil, code: "FEN", name: "Fen İşleri"), by: operatorActor)
    let input = AssessmentInput(inherent: ScoreInput(likelihood: 3, impact: 3))
    risk = try app.addRisk(
      RiskDetails(unitID: finance.id, statement: "Tahsilat düşer"), assessment: input, by: operatorActor
    ).reference
    otherRisk = try app.addRisk(
      RiskDetails(unitID: works.id, statement: "İş durur"), assessment: input, by: operatorActor
    ).reference
    code = try app.addIndicator(GaugeOffice.form(risks: [risk]), by: operatorActor).code
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func form(risks: [String] = []) -> IndicatorForm {
    var form = IndicatorForm()
    (form.unitCode, form.name, form.measure) = ("MH", "Geciken dosya", "adet")
    (form.direction, form.green, form.yellow, form.frequency) = (.lower, "5", "10,5", .monthly)
    form.startsOn = day("2026-08-01")
    form.risks = risks
    return form
  }

  static func day(_ text: String) -> Day { Day(iso: text) ?? Day(daysSinceEpoch: 0) }

  /// Somebody with `role` in `unit`.
  func person(_ role: Role, in unit: Unit) -> Actor {
    Actor(accountID: Identifier(7), displayName: "Deneme", grants: [RoleGrant(role: role, unitID: unit.id)])
  }

  func record(_ when: String, _ value: String, by actor: Actor = .machineOperator) throws -> IndicatorReading {
    time.withLock { $0 = Instant(milliseconds: $0.milliseconds + 1000) }
    return try app.recordReading(code, ReadingInput(when: when, value: value), by: actor)
  }

  /// What asks for a review on the page of `reference`.
  func reviews(_ reference: String? = nil, asOf: Day? = nil) throws -> [String] {
    try app.risk(reference ?? risk, by: .machineOperator, asOf: asOf).findings
      .filter { $0.code == "review-due-indicator" }.map(\.message.turkish)
  }

  /// Assesses the first risk anew.
  func assess() throws {
    time.withLock { $0 = Instant(milliseconds: $0.milliseconds + 1000) }
    let version = try app.risk(risk, by: .machineOperator).row.risk.version
    _ = try app.assess(
      risk, AssessmentInput(inherent: ScoreInput(likelihood: 4, impact: 4)), version: version, by: .machineOperator)
  }

  /// A CSV file of readings.
  func file(_ text: String) throws -> String {
    let path = folder + "/" + UUID().uuidString + ".csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  func load(_ text: String, isTrial: Bool = false, by actor: Actor = .machineOperator) throws -> ReadingImport {
    time.withLock { $0 = Instant(milliseconds: $0.milliseconds + 1000) }
    return try app.importReadings(file: try file(text), name: "olcum.csv", isTrial: isTrial, by: actor)
  }
}
