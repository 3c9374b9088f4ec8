import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// One writing transaction of `useCase`, handed its stamp for the journal. Storage's errors leave as `Problem` or
  /// `Fault`.
  func write<Result>(
    _ useCase: String, by actor: Actor, _ body: (inout sending Connection, JournalStamp) throws -> sending Result
  ) throws -> sending Result {
    let stamp = JournalStamp(at: clock(), accountID: actor.accountID, actor: actor.displayName, useCase: useCase)
    do {
      return try database.write { connection in try body(&connection, stamp) }
    } catch {
      throw App.translated(error)
    }
  }

  /// One consistent view of the database.
  func read<Result>(
    _ body: (inout sending Connection) throws -> sending Result
  ) throws -> sending Result {
    do {
      return try database.read { connection in try body(&connection) }
    } catch {
      throw App.translated(error)
    }
  }

  /// Storage's refusals as problems, its failures as faults with a reference; everything else as it is.
  static func translated(_ error: any Error) -> any Error {
    switch error {
    case let refusal as StorageRefusal: Problem(.conflict, refusal.text)
    case let fault as StorageFault: Fault(reference: reference(), detail: "\(fault)")
    default: error
    }
  }

  private static func reference() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    return String((0..<8).map { _ in letters[Int.random(in: 0..<letters.count)] })
  }

  /// The administration, now or as it stood before `moment`; every database that `create` made has one.
  func administration(before moment: Instant? = nil, _ connection: Connection) throws -> Administration {
    let past = try moment.flatMap { try AdministrationTable.find(before: $0, connection) }
    guard let found = try past ?? AdministrationTable.find(connection) else {
      throw Problem(
        .conflict, Localized("Veri tabanı kurulmamış.", "The database has not been set up."))
    }
    return found
  }

  /// The administration's methodology as it holds on `day`, as far as was decided before `moment`.
  func methodology(_ connection: Connection, on day: Day, before moment: Instant? = nil) throws -> Methodology {
    let id = try administration(before: moment, connection).methodologyID
    let shipped = rules.methodology(id, on: day) ?? rules.all.first { $0.id == id }
    guard let found = try shipped ?? methodologyInForce(id, before: moment, connection) else {
      throw Problem(
        .conflict,
        Localized("«\(id)» yöntemi kural klasöründe yok.", "The methodology «\(id)» is not in the rules folder."))
    }
    return found
  }

  /// The methodology version with this digest, from the shipped rules or rebuilt from the store.
  func methodology(digest: String, _ connection: Connection) throws -> Methodology? {
    if let known = versions.withLock({ $0[digest] }) { return known }
    guard let text = try RuleSetTable.text(digest: digest, connection) else { return nil }
    let found = rules.all.first { $0.canonicalText == text } ?? RuleLibrary.rebuild(canonicalText: text)
    if let found { versions.withLock { $0[digest] = found } }
    return found
  }
}
