import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// A database with an administration of 120 directorates and nothing else, and what writing to it needs.
struct Office {
  let database: Database
  let units: [Identifier<Unit>]
  let methodology: Methodology
  let stamp: JournalStamp

  static let unitCount = 120

  /// Makes the file.
  static func prepare(_ path: String) throws {
    let database = try Database(path, mode: .create, readers: 1)
    let stamp = stamp("set-up")
    try database.write { connection in
      let made = StoredAdministration(name: "Örnek Belediyesi", methodologyID: "5x5", createdAt: stamp.at)
      try AdministrationTable.insert(made, connection)
      try Journal.append(stamp, after: .administration(made), connection)
      let root = try UnitTable.insert(parentID: nil, code: "ÖB", name: "Örnek Belediyesi", connection)
      try Journal.append(stamp, after: .unit(root), connection)
      for number in 1...unitCount {
        let unit = try UnitTable.insert(
          parentID: root.id, code: "M\(number)", name: "\(number). Örnek Müdürlük", connection)
        try Journal.append(stamp, after: .unit(unit), connection)
      }
    }
  }

  /// Opens a prepared file.
  init(_ path: String) throws {
    database = try Database(path, mode: .open, readers: 2)
    units = try database.read { connection in try UnitTable.all(connection).dropFirst().map(\.id) }
    stamp = Office.stamp("import-confirm")
    let rules = try RuleLibrary.load(dataFolder: DataLocator.locate())
    guard let found = rules.methodology("5x5", on: stamp.at.dayInIstanbul) else { throw Failure("no methodology 5x5") }
    methodology = found
  }

  /// Judges and stores one new risk as the import does.
  func add(
    _ reference: String, _ details: RiskDetails, _ input: AssessmentInput, isJournalled: Bool, _ connection: Connection
  ) throws {
    let day = input.assessedOn ?? stamp.at.dayInIstanbul
    let judgement = Judgement(input, under: methodology, on: day, explained: false)
    guard let inherent = judgement.inherent, let effective = judgement.effective else { throw Failure("not judged") }
    let ruleSet = try RuleSetTable.ensure(methodology, stamp, connection)
    let (risk, stored) = try RiskTable.insert(
      reference: reference, details,
      assessment: Assessment(
        id: Identifier(0), riskID: Identifier(0), assessedOn: day, recordedAt: stamp.at, recordedBy: stamp.actor,
        methodologyID: methodology.id, ruleDigest: ruleSet.digest,
        inherent: inherent.pair(dimensions: input.inherent.dimensions),
        residual: judgement.residual?.pair(dimensions: input.residual?.dimensions ?? [:]), target: nil,
        verdict: effective.verdict, nextReviewOn: effective.nextReview, reason: input.reason, origin: .imported),
      ruleSet: ruleSet, at: stamp.at, connection)
    guard isJournalled else { return }
    try Journal.append(stamp, after: .risk(risk), connection)
    try Journal.append(
      stamp, after: .assessment(stored, ruleSetID: ruleSet.id, unitID: details.unitID), connection)
  }

  private static func stamp(_ useCase: String) -> JournalStamp {
    JournalStamp(
      at: Instant(milliseconds: 1_790_000_000_000), accountID: nil, actor: "Ayşe Örnek", useCase: useCase)
  }
}
