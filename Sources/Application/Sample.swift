import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Fills a new database with the fictional Örnek Belediyesi: the catalogue's directorates as units, their risks, and
  /// three rounds of assessments over the last months, so that trends and reports have something to show.
  func fillSample() throws {
    let catalogs = try Catalogs.load(dataFolder: dataFolder)
    let directorates = catalogs.directorates.sorted { $0.order < $1.order }
    try round(SampleRound(daysAgo: 250, number: 1), directorates)
    try round(SampleRound(daysAgo: 130, number: 2), directorates)
    try fillSampleAppetite(catalogs.taxonomy, daysAgo: 110)
    try round(SampleRound(daysAgo: 24, number: 3), directorates)
    try finishSampleAppetite()
    try fillSampleActions()
    try fillSampleIndicators(catalogs.indicators)
    try fillSampleEstimates()
    try fillSampleIdentification()
    try fillSampleEvents()
    try fillSampleVotes()
    try fillSampleControls()
    try fillSampleProcesses(catalogs)
    try fillSampleOversight()
  }

  /// One round of work, recorded as if done on its day.
  private func round(_ round: SampleRound, _ directorates: [Directorate]) throws {
    let now = clock()
    let moment = Instant(milliseconds: now.milliseconds - Int64(round.daysAgo) * 86_400_000)
    let past = App(database: database, dataFolder: dataFolder, rules: rules, clock: { moment })
    try past.write("sample", by: .machineOperator) { connection, stamp in
      let methodology = try past.methodology(connection, on: moment.dayInIstanbul)
      var number = 0
      for directorate in directorates {
        let unit = try past.sampleUnit(directorate, stamp, connection)
        for entry in directorate.risks {
          number += 1
          let reference = ReferenceNumber.text(unitCode: unit.code, number: number)
          let risk =
            try RiskTable.find(reference: reference, connection)
            ?? past.sampleRisk(entry, reference, number, unit, directorate, stamp, connection)
          guard let input = round.input(entry, number) else { continue }
          try past.append(input, to: risk, under: methodology, origin: .entered, stamp, connection)
        }
      }
    }
  }

  private func sampleUnit(
    _ directorate: Directorate, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Unit {
    if let known = try UnitTable.find(code: directorate.code, connection) { return known }
    let root = try UnitTable.all(connection).first
    let unit = try UnitTable.insert(
      parentID: root?.id, code: directorate.code, name: directorate.name.turkish, connection)
    try Journal.append(stamp, after: .unit(unit), connection)
    return unit
  }

  private func sampleRisk(
    _ entry: DirectorateRisk, _ reference: String, _ number: Int, _ unit: Unit, _ directorate: Directorate,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Risk {
    var details = RiskDetails(unitID: unit.id, statement: entry.statement)
    (details.cause, details.event, details.consequence) = (entry.cause, entry.event, entry.consequence)
    details.category = entry.category
    details.controls = entry.controls.joined(separator: "; ")
    details.response = number % 9 == 0 ? .transfer : number % 7 == 0 ? .accept : .control
    details.strategicTarget = "H\(number % 5 + 1).\(number % 3 + 1)"
    details.owner = "\(directorate.alsoCalled.first ?? directorate.name.turkish) Müdürü"
    details.startedOn = stamp.at.dayInIstanbul
    if !entry.sensitiveDuties.isEmpty {
      details.notes = "Hassas görevler: " + entry.sensitiveDuties.joined(separator: ", ")
    }
    let risk = try RiskTable.insert(reference: reference, details, at: stamp.at, connection)
    try Journal.append(stamp, after: .risk(risk), connection)
    try keepOrigin(of: risk, App.entry(entry, of: directorate), (entry, directorate), stamp, connection)
    ReferenceCounterTable.reserve(through: number, of: unit.id, connection)
    return risk
  }
}

/// What is assessed in one of the sample's rounds. The pairs are made up; they only follow the illustrative seeds.
private struct SampleRound {
  let daysAgo: Int
  let number: Int

  func input(_ entry: DirectorateRisk, _ risk: Int) -> AssessmentInput? {
    let (likelihood, impact) = (entry.likelihood, entry.impact)
    let residual = ScoreInput(likelihood: max(1, likelihood - 1 - risk % 2), impact: max(1, impact - risk % 3 / 2))
    switch number {
    case 1:
      return risk % 10 == 3
        ? nil
        : AssessmentInput(inherent: ScoreInput(likelihood: likelihood, impact: impact), reason: "İlk değerlendirme")
    case 2:
      return risk % 3 == 0
        ? nil
        : AssessmentInput(
          inherent: ScoreInput(likelihood: likelihood, impact: impact), residual: residual,
          reason: "Mevcut kontroller değerlendirildi")
    default: return latest(likelihood, impact, residual, risk)
    }
  }

  private func latest(_ likelihood: Int, _ impact: Int, _ residual: ScoreInput, _ risk: Int) -> AssessmentInput? {
    switch risk % 8 {
    case 1:
      let risen = ScoreInput(likelihood: min(5, likelihood + 1), impact: impact)
      return AssessmentInput(
        inherent: risen, residual: ScoreInput(likelihood: likelihood, impact: impact),
        reason: "Dönem içinde benzer olay yaşandı")
    case 2:
      let target = ScoreInput(likelihood: 1, impact: max(1, impact - 1))
      let fallen = ScoreInput(likelihood: max(1, likelihood - 2), impact: max(1, impact - 1))
      return AssessmentInput(
        inherent: ScoreInput(likelihood: likelihood, impact: impact), residual: fallen, target: target,
        reason: "Yeni kontroller devreye alındı")
    case 3 where risk % 10 != 3, 5:
      return AssessmentInput(
        inherent: ScoreInput(likelihood: likelihood, impact: impact), residual: residual,
        reason: "Dönem gözden geçirmesi")
    default: return nil
    }
  }
}
