import GuvenceCore
import GuvenceRegister

/// Who asks: a signed-in account or the operator at the command line. Every use case takes one and decides by it.
public struct Actor: Sendable, Hashable {
  /// The account; `nil` for the operator of the machine, who holds the database file itself.
  public let accountID: Identifier<Account>?
  /// Name for screen and journal.
  public let displayName: String
  /// Roles with the units they hold in.
  public let grants: [RoleGrant]
  /// Language of problems and pages.
  public var language: Language

  /// An actor.
  public init(accountID: Identifier<Account>?, displayName: String, grants: [RoleGrant], language: Language = .turkish)
  {
    (self.accountID, self.displayName, self.grants, self.language) = (accountID, displayName, grants, language)
  }

  /// The operator of the machine: holds the file, so may do what İRK and yönetici may do in the whole administration.
  public static let machineOperator = Actor(accountID: nil, displayName: "komut satırı", grants: [])
  /// The server itself, for the work it does every day.
  public static let schedule = Actor(accountID: nil, displayName: "zamanlayıcı", grants: [])
  /// Whether this is the operator of the machine.
  public var isMachineOperator: Bool { accountID == nil }
}

/// A session of a signed-in person.
public struct Session: Sendable {
  /// Who.
  public let actor: Actor
  /// Token that every form carries; compared in constant time.
  public let csrfToken: String
  /// The account, for the head of the page.
  public let account: Account
  /// Whether the person is an officer of the confidential register.
  public let isConcernOfficer: Bool
}
