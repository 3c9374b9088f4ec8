import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Adds an indicator to a unit and gives it the unit's next code.
  public func addIndicator(_ form: IndicatorForm, by actor: Actor) throws -> Indicator {
    try addIndicator(form, origin: "", by: actor)
  }

  /// Adopts a shipped example into a unit (the one of its directorate where `unitCode` is `nil`); the copy remembers its
  /// origin and may be changed.
  public func adoptIndicator(_ id: String, unitCode: String? = nil, by actor: Actor) throws -> Indicator {
    let templates = try Catalogs.load(dataFolder: dataFolder).indicators
    guard let template = templates.first(where: { $0.id == id }) else {
      let near = nearest(to: id, among: templates.map(\.id)).map { " «\($0)»?" } ?? ""
      throw Problem(
        .notFound,
        Localized("Katalogda «\(id)» diye bir gösterge yok.\(near)", "The catalogue has no indicator «\(id)».\(near)"))
    }
    return try addIndicator(IndicatorForm(template, unitCode: unitCode), origin: id, by: actor)
  }

  /// Changes an indicator. Readings already recorded keep the thresholds they were judged by.
  public func editIndicator(_ code: String, _ form: IndicatorForm, version: Int, by actor: Actor) throws -> Indicator {
    let today = today
    return try changeIndicator(code, version: version, useCase: "indicator-edit", by: actor) {
      indicator, access, connection in
      guard indicator.retiredOn == nil else { throw App.retiredIndicator }
      let (details, risks) = try checked(form, today: today, access, connection)
      try access.require(.manageIndicators, in: details.unitID)
      let isRead = try !ReadingTable.all(of: indicator.id, connection).isEmpty
      guard details.frequency == indicator.details.frequency || !isRead else {
        throw Problem(
          .invalid, Localized("1 alanı düzeltin.", "Correct 1 field."),
          fields: [
            FieldProblem(
              "frequency",
              Localized(
                "Ölçümü olan göstergenin sıklığı değişmez; yeni bir gösterge ekleyin.",
                "An indicator with readings keeps its frequency; add a new one."))
          ])
      }
      // Links to risks out of this person's sight are not theirs to cut.
      let hidden = try indicator.risks.filter { id in
        try RiskTable.find(id, connection).map { !access.allows(.read, in: $0.details.unitID) } ?? false
      }
      let origin = indicator.details.origin
      indicator.details = details
      indicator.details.origin = origin
      indicator.risks = risks.union(hidden)
    }
  }

  /// Closes an indicator: no readings are expected any more; its history stays.
  public func retireIndicator(_ code: String, reason: String, version: Int, by actor: Actor) throws -> Indicator {
    let (today, reason) = (today, reason.trimmed)
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    return try changeIndicator(code, version: version, useCase: "indicator-retire", by: actor) { indicator, _, _ in
      guard indicator.retiredOn == nil else { throw App.retiredIndicator }
      (indicator.retiredOn, indicator.retireReason) = (today, reason)
    }
  }

  /// Opens a closed indicator again.
  public func reinstateIndicator(_ code: String, version: Int, by actor: Actor) throws -> Indicator {
    try changeIndicator(code, version: version, useCase: "indicator-reinstate", by: actor) { indicator, _, _ in
      (indicator.retiredOn, indicator.retireReason) = (nil, "")
    }
  }

  private func addIndicator(_ form: IndicatorForm, origin: String, by actor: Actor) throws -> Indicator {
    let today = today
    return try write("indicator-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageIndicators)
      var (details, risks) = try checked(form, today: today, access, connection)
      details.origin = origin
      return try insert(details, risks, access, stamp, connection)
    }
  }

  /// Stores a new indicator under the unit's next code, with its journal row.
  func insert(
    _ details: IndicatorDetails, _ risks: Set<Identifier<Risk>>, _ access: Access, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws -> Indicator {
    try access.require(.manageIndicators, in: details.unitID)
    guard let unit = access.tree.units[details.unitID], unit.retiredOn == nil else { throw App.closedUnit }
    let code = try firstFree {
      Indicator.code(unitCode: unit.code, number: $0)
    } unless: {
      try IndicatorTable.isTaken($0, connection)
    }
    let made = try IndicatorTable.insert(code: code, details, risks: risks, at: stamp.at, connection)
    try Journal.append(stamp, after: .indicator(made), connection)
    return made
  }

  private func changeIndicator(
    _ code: String, version: Int, useCase: String, by actor: Actor,
    _ body: (inout Indicator, Access, Connection) throws -> Void
  ) throws -> Indicator {
    try write(useCase, by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let before = try findIndicator(code, access, connection)
      try access.require(.manageIndicators, in: before.details.unitID)
      var after = before
      try body(&after, access, connection)
      return try replace(before, by: after, basedOn: version, access, stamp, connection)
    }
  }

  static let retiredIndicator = Problem(
    .conflict, Localized("Gösterge kapatılmış; önce yeniden açın.", "The indicator is closed; reopen it first."))
}
