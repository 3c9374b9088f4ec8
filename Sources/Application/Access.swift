import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// What one actor may do and see, worked out inside the transaction that needs it.
struct Access {
  let actor: Actor
  /// The units with their names and places, as of the day that is shown.
  let tree: UnitTree
  /// The units of today, which decide who may do what.
  private let units: UnitTree
  /// Where the actor may read, which everything asks first.
  private let readable: Scope

  /// Permissions are those of today also where units are shown as they stood before `moment`.
  init(_ actor: Actor, before moment: Instant? = nil, _ connection: Connection) throws {
    self.actor = actor
    units = try connection.remembered("unit.tree") { UnitTree(try UnitTable.all(connection)) }
    tree = try moment.map { UnitTree(try UnitTable.all(before: $0, connection)) } ?? units
    readable = Access.scope(.read, actor, units)
  }

  /// Where the actor holds `permission`.
  func scope(_ permission: Permission) -> Scope {
    permission == .read ? readable : Access.scope(permission, actor, units)
  }

  private static func scope(_ permission: Permission, _ actor: Actor, _ tree: UnitTree) -> Scope {
    if actor.isMachineOperator { return .all }
    let holds = actor.grants.filter { $0.role.permissions.contains(permission) }
    if let root = tree.root, holds.contains(where: { $0.unitID == root.id }) { return .all }
    return .units(tree.units(allowing: permission, by: holds))
  }

  /// Whether the actor holds `permission` in `unit`.
  func allows(_ permission: Permission, in unit: Identifier<Unit>) -> Bool { scope(permission).contains(unit) }

  /// Whether the actor holds `permission` anywhere.
  func allowsAnywhere(_ permission: Permission) -> Bool { scope(permission) != .units([]) }

  /// Throws where the actor lacks `permission` in `unit`: not found where the unit cannot even be read.
  func require(_ permission: Permission, in unit: Identifier<Unit>) throws {
    if allows(permission, in: unit) { return }
    throw allows(.read, in: unit) ? Access.forbidden : Access.notFound
  }

  /// Throws where the actor holds `permission` nowhere.
  func requireAnywhere(_ permission: Permission) throws {
    guard allowsAnywhere(permission) else { throw Access.forbidden }
  }

  /// The unit with `code`, where the actor may read it or manage units.
  func unit(_ code: String, _ connection: Connection) throws -> Unit {
    let seen = scope(.read)
    guard let unit = try UnitTable.find(code: code, connection),
      seen.contains(unit.id) || allows(.manageUnits, in: unit.id)
    else { throw Access.notFound }
    return unit
  }

  /// The units in view as lines of a tree.
  func lines(_ permission: Permission, _ connection: Connection) throws -> [UnitLine] {
    let seen = scope(permission)
    let counts = try UnitTable.riskCounts(connection)
    return tree.lines.filter { seen.contains($0.unit.id) }
      .map { UnitLine(unit: $0.unit, depth: $0.depth, riskCount: counts[$0.unit.id] ?? 0) }
  }

  static let notFound = Problem(
    .notFound, Localized("Aradığınız kayıt bulunamadı.", "There is no such record."))
  static let forbidden = Problem(
    .forbidden, Localized("Bu işlem için yetkiniz yok.", "You are not allowed to do this."))
}
