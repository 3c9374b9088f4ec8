import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// A catalogue risk and whether a unit has adopted it. Its scores are illustrative seeds, never an assessment.
public struct Suggestion: Sendable {
  /// Which entry: `procurement/splitting`.
  public let entry: String
  /// The entry.
  public let risk: DirectorateRisk
  /// Where the catalogue has it from.
  public let citation: Citation
  /// References of the unit's active risks that were adopted from it.
  public let adopted: [String]
}

/// Catalogue risks for one unit.
public struct SuggestionsPage: Sendable {
  /// The unit; `nil` while none is chosen.
  public let unit: Unit?
  /// The directorate whose risks are shown; `nil` where the unit resembles none and none was chosen.
  public let directorate: Directorate?
  /// All directorates of the catalogue.
  public let directorates: [Directorate]
  /// Its risks, those not adopted first.
  public let suggestions: [Suggestion]
  /// Units to choose from: where this person may add risks.
  public let units: [UnitLine]
}

extension App {
  /// Catalogue risks for a unit: those of the directorate it resembles, or of the one asked for.
  public func suggestions(unitCode: String?, directorate id: String? = nil, by actor: Actor) throws -> SuggestionsPage {
    let catalogs = try catalogs()
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.addRisk)
      let unit = try unitCode.flatMap { $0.isEmpty ? nil : try access.unit($0, connection) }
      if let unit { try access.require(.addRisk, in: unit.id) }
      if let id, !id.isEmpty, !catalogs.directorates.contains(where: { $0.id == id }) { throw Access.notFound }
      let chosen = catalogs.directorates.first { $0.id == id }
      let directorate = unit.flatMap { unit in chosen ?? catalogs.directorate(like: unit) }
      let adopted = try unit.map { try OriginTable.all(ofUnit: $0.id, connection) } ?? []
      let all = directorate.map { suggestions(of: $0, adopted) } ?? []
      return SuggestionsPage(
        unit: unit, directorate: directorate, directorates: catalogs.directorates,
        suggestions: all.filter(\.adopted.isEmpty) + all.filter { !$0.adopted.isEmpty },
        units: try access.lines(.addRisk, connection).filter { $0.unit.retiredOn == nil })
    }
  }

  private func suggestions(
    of directorate: Directorate, _ adopted: [(origin: RiskOrigin, reference: String)]
  ) -> [Suggestion] {
    directorate.risks.map { risk in
      let entry = App.entry(risk, of: directorate)
      let taken = adopted.filter { $0.origin.catalog == App.directorateRisks && $0.origin.entry == entry }
      return Suggestion(entry: entry, risk: risk, citation: directorate.citation, adopted: taken.map(\.reference))
    }
  }

  /// Adopts catalogue risks into a unit as its own, not assessed, each with its origin. All or none.
  public func adoptRisks(_ entries: [String], unitCode: String, by actor: Actor) throws -> [Risk] {
    let catalogs = try catalogs()
    let chosen = try entries.map { entry in
      guard let found = catalogs.risk(entry) else {
        let near = nearest(to: entry, among: catalogs.riskEntries).map { " «\($0)»?" } ?? ""
        throw Problem(
          .notFound,
          Localized("Katalogda «\(entry)» diye bir risk yok.\(near)", "The catalogue has no risk «\(entry)».\(near)"))
      }
      return (entry: entry, found: found)
    }
    if chosen.isEmpty {
      try Problem.throwIfAny([
        FieldProblem("entry", Localized("En az bir risk seçin.", "Choose at least one risk."))
      ])
    }
    return try write("risk-adopt", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let unit = try access.unit(unitCode, connection)
      try access.require(.addRisk, in: unit.id)
      guard unit.retiredOn == nil else { throw App.closedUnit }
      var taken = Set(try OriginTable.all(ofUnit: unit.id, connection).map(\.origin.entry))
      return try chosen.map { entry, found in
        guard taken.insert(entry).inserted else {
          throw Problem(
            .conflict,
            Localized(
              "«\(found.risk.title.turkish)» bu birimde zaten var.",
              "The unit has «\(found.risk.title.english)» already."))
        }
        let risk = try RiskTable.insert(
          reference: App.nextReference(of: unit, connection), found.risk.details(of: unit.id), at: stamp.at, connection)
        try Journal.append(stamp, after: .risk(risk), connection)
        try keepOrigin(of: risk, entry, found, stamp, connection)
        return risk
      }
    }
  }

  /// Stores where an adopted risk came from.
  func keepOrigin(
    of risk: Risk, _ entry: String, _ found: (risk: DirectorateRisk, directorate: Directorate), _ stamp: JournalStamp,
    _ connection: Connection
  ) throws {
    let citation = found.directorate.citation
    let origin = try OriginTable.insert(
      RiskOrigin(
        id: Identifier(0), riskID: risk.id, catalog: App.directorateRisks, entry: entry, digest: "",
        text: found.risk.canonicalText, source: citation.text, isVerified: citation.isVerified,
        recorded: RecordStamp(at: stamp.at, by: stamp.actor)), connection)
    try Journal.append(stamp, after: .riskOrigin(origin, unitID: risk.details.unitID), connection)
  }

  /// An origin against the catalogue of today.
  func originLine(_ origin: RiskOrigin) -> OriginLine {
    guard let now = (try? catalogs())?.risk(origin.entry)?.risk.canonicalText else {
      return OriginLine(origin: origin, state: .gone)
    }
    if OriginTable.digest(of: now) == origin.digest { return OriginLine(origin: origin, state: .same) }
    let before = Set(origin.text.split(separator: "\n"))
    let changed = now.split(separator: "\n").filter { !before.contains($0) }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
    return OriginLine(origin: origin, state: .changed(changed))
  }

  /// The shipped catalogues, read once.
  func catalogs() throws -> Catalogs {
    if let known = shelf.withLock({ $0 }) { return known }
    let read = try Catalogs.load(dataFolder: dataFolder)
    shelf.withLock { $0 = read }
    return read
  }

  static func entry(_ risk: DirectorateRisk, of directorate: Directorate) -> String { "\(directorate.id)/\(risk.id)" }

  /// The catalogue that suggestions come from.
  static let directorateRisks = "directorate-risks"
}

extension Catalogs {
  /// All entries: `procurement/splitting`.
  var riskEntries: [String] {
    directorates.flatMap { directorate in directorate.risks.map { App.entry($0, of: directorate) } }
  }

  /// The entry with this name.
  func risk(_ entry: String) -> (risk: DirectorateRisk, directorate: Directorate)? {
    for directorate in directorates {
      for risk in directorate.risks where App.entry(risk, of: directorate) == entry { return (risk, directorate) }
    }
    return nil
  }

  /// The directorate a unit resembles: by its name in any of its spellings, else by its code.
  func directorate(like unit: Unit) -> Directorate? {
    let key = Unit.matchKey(unit.name)
    let byName = directorates.first { directorate in
      ([directorate.name.turkish] + directorate.alsoCalled).contains { Unit.matchKey($0) == key }
    }
    return byName ?? directorate(code: unit.code)
  }
}

extension DirectorateRisk {
  /// What a unit adopts. The response is for people to choose, the seeds of the scores are left behind.
  func details(of unit: Identifier<Unit>) -> RiskDetails {
    var details = RiskDetails(unitID: unit, statement: statement)
    (details.cause, details.event, details.consequence) = (cause, event, consequence)
    details.category = category
    details.controls = controls.joined(separator: "; ")
    if !sensitiveDuties.isEmpty { details.notes = "Hassas görevler: " + sensitiveDuties.joined(separator: ", ") }
    return details
  }

  /// The entry as it is kept with an adopted risk, one `key: value` a line.
  var canonicalText: String {
    let lines: [(String, String)] = [
      ("title", title.turkish), ("category", category), ("type", type), ("statement", statement), ("cause", cause),
      ("event", event), ("consequence", consequence), ("likelihood", String(likelihood)), ("impact", String(impact)),
      ("controls", controls.joined(separator: "; ")), ("sensitive_duties", sensitiveDuties.joined(separator: "; ")),
      ("legal", legal.joined(separator: "; ")),
    ]
    return lines.map { "\($0.0): \($0.1)" }.joined(separator: "\n")
  }
}
