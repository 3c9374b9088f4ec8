import GuvenceCore

/// A person who may sign in.
public struct Account: Hashable, Sendable {
  /// The account's number.
  public let id: Identifier<Account>
  /// Name typed at sign-in: small ASCII letters, digits, `.`, `-`, `_`; unique.
  public var login: String
  /// Name shown on screen and in the journal.
  public var displayName: String
  /// Address for the daily digest; empty where none was given.
  public var email: String
  /// What the person may do, and where.
  public var grants: [RoleGrant]
  /// Closed accounts cannot sign in; their entries stay.
  public var isDisabled: Bool
  /// Counts changes, from 1.
  public var version: Int

  /// An account made of its parts.
  public init(
    id: Identifier<Account>, login: String, displayName: String, email: String = "", grants: [RoleGrant],
    isDisabled: Bool = false, version: Int = 1
  ) {
    (self.id, self.login, self.displayName, self.grants) = (id, login, displayName, grants)
    self.email = email
    (self.isDisabled, self.version) = (isDisabled, version)
  }
}

/// A role held in a unit and everything below it.
public struct RoleGrant: Hashable, Sendable {
  /// The role.
  public let role: Role
  /// The unit; the root for roles of the whole administration.
  public let unitID: Identifier<Unit>

  /// `role` in `unitID` and below.
  public init(role: Role, unitID: Identifier<Unit>) { (self.role, self.unitID) = (role, unitID) }
}

/// The roles of risk management in a public administration (Kamu İç Kontrol Rehberi; 5018 m.11).
public enum Role: String, Sendable, CaseIterable {
  /// Üst yönetici: sees everything, decides on what is above appetite.
  case topManager = "ust-yonetici"
  /// İdare risk koordinatörü (İRK).
  case administrationCoordinator = "irk"
  /// Birim risk koordinatörü (BRK).
  case unitCoordinator = "brk"
  /// Alt birim risk koordinatörü (ABRK).
  case subUnitCoordinator = "abrk"
  /// Süreç sahibi.
  case processOwner = "surec-sahibi"
  /// Member of the board (İç Kontrol İzleme ve Yönlendirme Kurulu).
  case boardMember = "kurul"
  /// İç denetçi: reads, never writes.
  case internalAuditor = "ic-denetci"
  /// Yönetici of the system: units and accounts.
  case systemAdministrator = "yonetici"
}
