import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// The shipped processes, with where they were adopted.
  public func catalogueProcesses(by actor: Actor) throws -> [CatalogueProcess] {
    let shipped = try catalogs().processes
    return try read { connection in
      let book = try ProcessBook(Access(actor, connection), connection)
      try book.access.requireAnywhere(.read)
      let adopted = Dictionary(grouping: book.tree.records.values.filter { $0.origin != "" }, by: \.origin)
      let units = book.access.tree.units.values.filter { $0.retiredOn == nil && book.access.allows(.read, in: $0.id) }
      return shipped.map { process in
        let own = adopted[process.card.code] ?? []
        let wanted = Unit.matchKey(process.card.unit)
        return CatalogueProcess(
          process: process, unitCode: units.first { Unit.matchKey($0.name) == wanted }?.code,
          adopted: own.filter(book.sees).map(\.code).sorted(by: TurkishText.precedes), isAdopted: !own.isEmpty)
      }
    }
  }

  /// Copies a catalogue process into a unit: card and chart, the chart as a first draft. The code is the catalogue's,
  /// with the unit's behind it where another unit has taken that.
  public func adoptProcess(
    _ catalogueCode: String, unitCode: String, parentCode: String? = nil, by actor: Actor
  ) throws -> ProcessRecord {
    let shipped = try catalogs().process(code: catalogueCode)
    return try write("process-adopt", by: actor) { connection, stamp in
      let book = try ProcessBook(Access(actor, connection), connection)
      try book.access.requireAnywhere(.manageProcesses)
      var problems: [FieldProblem] = []
      let unit = try? book.access.unit(unitCode.trimmed, connection)
      if unit?.retiredOn != nil || unit == nil {
        problems.append(FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit.")))
      }
      if shipped == nil {
        let text = Localized(
          "«\(catalogueCode)» kodlu katalog süreci yok.", "The catalogue has no process «\(catalogueCode)».")
        problems.append(FieldProblem("catalogue", text))
      }
      let parent = try book.parent(parentCode, &problems)
      try Problem.throwIfAny(problems)
      guard let unit, let shipped else { throw Access.notFound }
      let origin = shipped.card.code
      if book.tree.records.values.contains(where: { $0.origin == origin && $0.details.unitID == unit.id }) {
        throw Problem(
          .conflict, Localized("Bu birim süreci zaten benimsemiş.", "This unit has adopted the process already."))
      }
      let code = book.isTaken(origin) ? "\(origin)-\(unit.code)" : origin
      let record = try insert(
        book.isTaken(code) ? book.nextCode(below: nil, unitCode: code) : code, below: parent,
        ProcessDetails(shipped.card, unitID: unit.id), origin: origin, book.access, stamp, connection)
      let fresh = try ProcessBook(book.access, connection)
      let note = Localized("Katalogdan benimsendi", "Adopted from the catalogue").turkish
      _ = try newDraft(shipped.chart.tidied, of: record, note: note, fresh, stamp, connection)
      return record
    }
  }
}
