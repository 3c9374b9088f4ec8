import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Makes the register's first key pair and names its officers. Only the operator of the machine may; what is reported
  /// from then on the passphrase alone opens.
  public func makeConcernKeys(passphrase: String, officers logins: [String], by actor: Actor) throws -> ConcernIntake {
    guard actor.isMachineOperator else { throw Access.forbidden }
    if logins.isEmpty {
      throw Problem.invalid([
        FieldProblem("officer", Localized("En az bir görevli adlandırın.", "Name at least one officer."))
      ])
    }
    try App.checkPassphrase(passphrase)
    let (publicKey, secret) = try ConcernSeal.keyPair()
    let wrapped = try ConcernSeal.wrap(secret, passphrase: passphrase)
    try write("concern-keys-make", by: actor) { connection, stamp in
      guard try ConcernKeyTable.all(connection).isEmpty else {
        throw Problem(
          .conflict,
          Localized(
            "Kayıt daha önce kurulmuş; anahtarı değiştirmek için: concern keys --rotate",
            "The register is set up already; to change its key: concern keys --rotate"))
      }
      let key = try ConcernKeyTable.insert(publicKey: publicKey, wrapped, at: stamp.at, connection)
      try Journal.append(stamp, after: .concernKey(key), connection)
      for login in logins { try App.name(login, isActive: true, stamp, connection) }
    }
    return try concernIntake()
  }

  /// Makes a new key pair for what is reported from now on, and wraps all older ones by the new passphrase: what came in
  /// before stays readable, and the old passphrase opens nothing in this file any more.
  public func rotateConcernKeys(passphrase: String, new: String, by actor: Actor) throws -> ConcernIntake {
    if !actor.isMachineOperator { try read { connection in try App.requireOfficer(actor, connection) } }
    let keyring = try openedConcerns(passphrase, by: actor)
    try App.checkPassphrase(new, field: "new-passphrase")
    let (publicKey, secret) = try ConcernSeal.keyPair()
    let wrapped = try ConcernSeal.wrap(secret, passphrase: new)
    let again = try keyring.pairs.mapValues { try ConcernSeal.wrap($0.secret, passphrase: new) }
    try write("concern-keys-rotate", by: actor) { connection, stamp in
      guard Set(try ConcernKeyTable.all(connection).map(\.id)) == Set(again.keys) else { throw App.staleKeyring }
      for (id, wrapped) in again { try ConcernKeyTable.rewrap(id, wrapped, connection) }
      let key = try ConcernKeyTable.insert(publicKey: publicKey, wrapped, at: stamp.at, connection)
      try Journal.append(stamp, after: .concernKey(key), connection)
    }
    return try concernIntake()
  }

  /// Names an officer or takes the naming back; for officers and the operator of the machine. Takes the passphrase, so
  /// that running the machine or finding an open page is not enough. The last officer stays.
  public func nameConcernOfficer(
    _ login: String, isActive: Bool, passphrase: String, by actor: Actor
  ) throws {
    if !actor.isMachineOperator { try read { connection in try App.requireOfficer(actor, connection) } }
    _ = try openedConcerns(passphrase, by: actor)
    try write(isActive ? "concern-officer-name" : "concern-officer-dismiss", by: actor) { connection, stamp in
      try App.name(login, isActive: isActive, stamp, connection)
    }
  }

  /// The officers, for themselves, the internal auditor and the operator of the machine.
  public func concernOfficers(by actor: Actor) throws -> [Account] {
    try read { connection in
      try App.requireLogReader(actor, connection)
      return try ConcernOfficerTable.all(connection).filter(\.isActive)
        .compactMap { try AccountTable.find($0.accountID, connection)?.account }
    }
  }

  /// Opens the register for an officer. Throws `unauthenticated` for a wrong passphrase, slower with each further one.
  public func unlockConcerns(passphrase: String, by actor: Actor) throws -> ConcernKeyring {
    try read { connection in try App.requireOfficer(actor, connection) }
    return try openedConcerns(passphrase, by: actor)
  }

  /// Whether the account is a named officer. Whoever administers accounts never is: that person could sign in as anybody.
  static func isConcernOfficer(
    _ account: Identifier<Account>, _ grants: [RoleGrant], _ connection: Connection
  ) throws -> Bool {
    guard !grants.contains(where: { $0.role == .systemAdministrator }) else { return false }
    return try ConcernOfficerTable.isOfficer(account, connection)
  }

  /// Throws where the actor is no officer: to others the register looks as if there were none.
  static func requireOfficer(_ actor: Actor, _ connection: Connection) throws {
    guard let account = actor.accountID, try isConcernOfficer(account, actor.grants, connection) else {
      throw Access.notFound
    }
  }

  /// Throws where the actor may not read who opened the register.
  static func requireLogReader(_ actor: Actor, _ connection: Connection) throws {
    if try actor.isMachineOperator || Access(actor, connection).allowsAnywhere(.readConcernLog) { return }
    try requireOfficer(actor, connection)
  }

  private func openedConcerns(_ passphrase: String, by actor: Actor) throws -> ConcernKeyring {
    let key = "concern:\(actor.accountID?.description ?? "operator")"
    let now = clock()
    let wait = failures.withLock { $0.wait(for: key, at: now) }
    guard wait == 0 else {
      throw Problem(
        .throttled,
        Localized(
          "Çok sayıda yanlış deneme yapıldı. \(wait) saniye sonra yeniden deneyin.",
          "Too many wrong attempts. Try again in \(wait) seconds."), retryAfterSeconds: wait)
    }
    let keys = try read { connection in try ConcernKeyTable.all(connection) }
    guard !keys.isEmpty else { throw App.closedConcerns }
    do {
      var pairs: [Identifier<ConcernKey>: ConcernKeyring.Pair] = [:]
      for key in keys {
        let secret = try ConcernSeal.unwrap(key.wrapped, passphrase: passphrase)
        guard ConcernSeal.publicKey(of: secret) == key.publicKey else { throw App.foreignKey }
        pairs[key.id] = ConcernKeyring.Pair(publicKey: key.publicKey, secret: secret)
      }
      return ConcernKeyring(pairs: pairs)
    } catch let problem as Problem where problem.kind == .unauthenticated {
      failures.withLock { $0.fail(key, at: now) }
      throw Problem.invalid([
        FieldProblem("passphrase", Localized("Parola tümcesi yanlış.", "The passphrase is wrong."))
      ])
    }
  }

  private static func name(
    _ login: String, isActive: Bool, _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    guard let account = try AccountTable.find(login: TurkishText.fold(login.trimmed), connection)?.account else {
      throw Problem(.notFound, Localized("«\(login)» adlı kullanıcı yok.", "There is no user «\(login)»."))
    }
    if isActive, account.isDisabled || account.grants.contains(where: { $0.role == .systemAdministrator }) {
      throw Problem.invalid([
        FieldProblem(
          "officer",
          Localized(
            "«\(login)» görevli olamaz: hesap kapalı ya da yönetici rolünde.",
            "«\(login)» cannot be an officer: the account is closed or administers the system."))
      ])
    }
    let others = try ConcernOfficerTable.all(connection).filter { $0.isActive && $0.accountID != account.id }
    if !isActive, others.isEmpty {
      throw Problem.invalid([
        FieldProblem(
          "officer",
          Localized(
            "Son görevli çıkarılamaz; önce başka bir görevli adlandırın.",
            "The last officer cannot be dismissed; name another one first."))
      ])
    }
    let (before, after) = try ConcernOfficerTable.name(account.id, isActive: isActive, connection)
    try Journal.append(
      stamp, before: before.map { .concernOfficer($0) }, after: .concernOfficer(after), connection)
  }

  private static func checkPassphrase(_ passphrase: String, field: String = "passphrase") throws {
    if passphrase.count < 16 {
      throw Problem.invalid([
        FieldProblem(
          field,
          Localized("Parola tümcesi en az 16 karakter olmalıdır.", "The passphrase needs at least 16 characters."))
      ])
    }
    if let weakness = Secrets.weakness(of: passphrase, login: "") {
      throw Problem.invalid([FieldProblem(field, weakness)])
    }
  }

  static let staleKeyring = Problem(
    .conflict,
    Localized("Anahtar bu arada değişti; kaydı yeniden açın.", "The key has changed; unlock the register again."))
  private static let foreignKey = Problem(
    .conflict,
    Localized(
      "Veri tabanındaki açık anahtar gizli anahtara uymuyor: değiştirilmiş olabilir. Yeni bildirim almayın, iç denetçiye haber verin.",
      "The public key in the database does not fit the secret one: it may have been exchanged. Take no reports; tell the internal auditor."
    ))
}
