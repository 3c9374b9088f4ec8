import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// A fresh one-time token for the first account while there is none, else `nil`. Valid for 24 hours.
  public func setupToken() throws -> String? {
    let token = try Secrets.token()
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    return try write("set-up-link", by: .machineOperator) { connection, stamp in
      guard try AccountTable.count(connection) == 0 else { return nil }
      try SetupLinkTable.revoke(accountID: nil, at: stamp.at, connection)
      try SetupLinkTable.insert(
        tokenHash: fingerprint, accountID: nil, at: stamp.at, expiresAt: stamp.at.adding(seconds: App.linkLife),
        connection)
      return token
    }
  }

  /// Makes the first account with the link printed at the first run: yönetici and İRK of the whole administration.
  /// Returns a session token.
  public func completeSetup(
    token: String, login: String, displayName: String, password: String
  ) throws -> String {
    let form = try AccountForm(login: login, displayName: displayName, grants: []).checked(password: password)
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    let now = clock()
    // Hashing is dear; nobody without the link gets to ask for it.
    let isLive = try read { connection in
      try SetupLinkTable.find(tokenHash: fingerprint, at: now, connection) == .some(.none)
    }
    guard isLive else { throw App.deadLink }
    let hash = try Secrets.hash(password: password)
    let account = try write("set-up-account", by: .machineOperator) { connection, stamp in
      guard try AccountTable.count(connection) == 0,
        try SetupLinkTable.find(tokenHash: fingerprint, at: stamp.at, connection) == .some(.none),
        try SetupLinkTable.use(tokenHash: fingerprint, at: stamp.at, connection),
        let root = try UnitTable.all(connection).first
      else { throw App.deadLink }
      let grants = [Role.systemAdministrator, .administrationCoordinator].map { RoleGrant(role: $0, unitID: root.id) }
      let stored = try AccountTable.insert(
        login: form.login, displayName: form.displayName, grants: grants, passwordHash: hash, mustChange: false,
        at: stamp.at, connection)
      try Journal.append(stamp, after: .account(stored), connection)
      return stored.account
    }
    return try startSession(account)
  }

  /// All accounts, for those who manage them.
  public func accounts(by actor: Actor) throws -> [Account] {
    try read { connection in
      try Access(actor, connection).requireAnywhere(.manageAccounts)
      return try AccountTable.all(connection).map(\.account)
    }
  }

  /// Adds an account; the person sets a password with the one-time link.
  public func createAccount(_ form: AccountForm, by actor: Actor) throws -> (account: Account, link: String) {
    let form = try form.checked(password: nil)
    let token = try Secrets.token()
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    let account = try write("account-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageAccounts)
      try form.checkGrants(access)
      guard try AccountTable.find(login: form.login, connection) == nil else { throw AccountForm.taken }
      let stored = try AccountTable.insert(
        login: form.login, displayName: form.displayName, email: form.email, grants: form.grants, passwordHash: nil,
        mustChange: false, at: stamp.at, connection)
      try Journal.append(stamp, after: .account(stored), connection)
      try App.issueLink(fingerprint, for: stored.account.id, stamp, connection)
      return stored.account
    }
    return (account, token)
  }

  /// Changes name, roles or closes an account. The last open yönetici cannot be closed or lose the role.
  public func editAccount(
    _ id: Identifier<Account>, _ form: AccountForm, isDisabled: Bool, version: Int, by actor: Actor
  ) throws -> Account {
    let form = try form.checked(password: nil)
    return try write("account-edit", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageAccounts)
      try form.checkGrants(access)
      guard let before = try AccountTable.find(id, connection) else { throw Access.notFound }
      if let other = try AccountTable.find(login: form.login, connection), other.account.id != id {
        throw AccountForm.taken
      }
      var after = before
      (after.account.login, after.account.displayName) = (form.login, form.displayName)
      (after.account.grants, after.account.isDisabled) = (form.grants, isDisabled)
      after.account.email = form.email
      after.account.version = before.account.version + 1
      try App.keepOneAdministrator(after.account, connection)
      guard try AccountTable.update(after, basedOn: version, connection) else {
        throw try stale(
          before.account.differences(to: after.account), .account, id.rawValue, before.account.version, connection)
      }
      try Journal.append(stamp, before: .account(before), after: .account(after), connection)
      if isDisabled { try SessionTable.deleteAll(of: id, connection) }
      return after.account
    }
  }

  /// A new one-time link with which the person sets a password; earlier links become useless.
  public func newPasswordLink(for id: Identifier<Account>, by actor: Actor) throws -> String {
    let token = try Secrets.token()
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    try write("account-link", by: actor) { connection, stamp in
      try Access(actor, connection).requireAnywhere(.manageAccounts)
      guard let stored = try AccountTable.find(id, connection) else { throw Access.notFound }
      try App.issueLink(fingerprint, for: stored.account.id, stamp, connection)
      try Journal.note(stamp, .account, id: id.rawValue, connection)
    }
    return token
  }

  /// The account a password link is for; `nil` where the link is used up, too old or never was.
  public func account(forLink token: String) throws -> Account? {
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    let now = clock()
    return try read { connection in
      guard case .some(.some(let id)) = try SetupLinkTable.find(tokenHash: fingerprint, at: now, connection) else {
        return nil
      }
      return try AccountTable.find(id, connection)?.account
    }
  }

  static func issueLink(
    _ fingerprint: [UInt8], for id: Identifier<Account>, _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    try SetupLinkTable.revoke(accountID: id, at: stamp.at, connection)
    try SetupLinkTable.insert(
      tokenHash: fingerprint, accountID: id, at: stamp.at, expiresAt: stamp.at.adding(seconds: 7 * linkLife), connection
    )
  }

  /// Seconds a set-up link lives; password links live seven times as long.
  static let linkLife = 24 * 3600
  static let deadLink = Problem(
    .conflict,
    Localized(
      "Bu bağlantı geçersiz ya da kullanılmış. Yöneticinizden yeni bir bağlantı isteyin.",
      "This link is not valid or was used already. Ask your administrator for a new one."))

  private static func keepOneAdministrator(_ changed: Account, _ connection: Connection) throws {
    let remaining = try AccountTable.all(connection).map { $0.account.id == changed.id ? changed : $0.account }
    guard remaining.contains(where: { !$0.isDisabled && $0.grants.contains { $0.role == .systemAdministrator } }) else {
      throw Problem(
        .conflict,
        Localized(
          "En az bir açık yönetici hesabı kalmalıdır.", "At least one open administrator account must remain."))
    }
  }
}

extension AccountForm {
  static let taken = Problem(
    .invalid, Localized("1 alanı düzeltin.", "Correct 1 field."),
    fields: [
      FieldProblem("login", Localized("Bu kullanıcı adı alınmış.", "This user name is taken."))
    ])

  /// The form with tidy texts; throws with every field at fault.
  func checked(password: String?) throws -> AccountForm {
    var form = self
    form.login = TurkishText.fold(login.trimmed)
    (form.displayName, form.email) = (displayName.trimmed, email.trimmed)
    var fields: [FieldProblem] = []
    let isPlain = form.login.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
    }
    if !isPlain || !(2...64).contains(form.login.utf8.count) {
      fields.append(
        FieldProblem(
          "login",
          Localized(
            "Kullanıcı adı 2–64 karakter; küçük harf, rakam, nokta, tire ve alt çizgi kullanın.",
            "Use 2–64 characters: small letters, digits, dot, dash and underscore.")))
    }
    if form.displayName.isEmpty || form.displayName.count > 120 {
      fields.append(FieldProblem("displayName", Localized("Adı ve soyadı yazın.", "Enter the name.")))
    }
    if !form.email.isEmpty, !EmailAddress.isValid(form.email) {
      fields.append(
        FieldProblem(
          "email", Localized("Geçerli bir adres yazın: ad@kurum.bel.tr", "Enter an address: name@example.org")))
    }
    if let password, let weakness = Secrets.weakness(of: password, login: form.login) {
      fields.append(FieldProblem("password", weakness))
    }
    try Problem.throwIfAny(fields)
    return form
  }

  /// Throws where a role is held in the wrong place or nowhere.
  func checkGrants(_ access: Access) throws {
    let root = access.tree.root?.id
    let misplaced = grants.contains { $0.role.isAdministrationWide && $0.unitID != root }
    let unknown = grants.contains { access.tree.units[$0.unitID] == nil }
    var fields: [FieldProblem] = []
    if grants.isEmpty { fields.append(FieldProblem("role", Localized("En az bir rol seçin.", "Choose a role."))) }
    if misplaced {
      fields.append(
        FieldProblem(
          "unit",
          Localized("Bu rol idarenin bütünü için verilir.", "This role is held for the whole administration.")))
    }
    if unknown { fields.append(FieldProblem("unit", Localized("Birim bulunamadı.", "There is no such unit."))) }
    try Problem.throwIfAny(fields)
  }
}

extension Problem {
  /// Throws an invalid-form problem where `fields` is not empty.
  static func throwIfAny(_ fields: [FieldProblem]) throws {
    if !fields.isEmpty { throw invalid(fields) }
  }

  /// A form with these fields to correct.
  static func invalid(_ fields: [FieldProblem]) -> Problem {
    let count = fields.count
    return Problem(
      .invalid, Localized("\(count) alanı düzeltin.", count == 1 ? "Correct 1 field." : "Correct \(count) fields."),
      fields: fields)
  }
}
