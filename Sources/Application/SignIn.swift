import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Opens a session for the right name and password. Wrong ones are answered alike and slowly, and too many in a row
  /// are refused for a while, by name and by address.
  public func signIn(login: String, password: String, from address: String) throws -> String {
    // No login is longer; what is remembered of a failure must not be as long as somebody likes.
    let login = TurkishText.fold(String(login.trimmed.prefix(65)))
    let keys = ["login:\(login)", "address:\(address)"]
    let now = clock()
    let wait = failures.withLock { throttle in keys.map { throttle.wait(for: $0, at: now) }.max() ?? 0 }
    guard wait == 0 else { throw App.tooMany(wait) }
    let stored = try read { connection in try AccountTable.find(login: login, connection) }
    // A hash is checked even for unknown names, so that both answers take the same time.
    let isRight = try Secrets.verify(password: password, against: stored?.passwordHash ?? App.noHash)
    guard isRight, let account = stored?.account, !account.isDisabled else {
      failures.withLock { throttle in keys.forEach { throttle.fail($0, at: now) } }
      throw Problem(
        .unauthenticated,
        Localized("Kullanıcı adı veya parola yanlış.", "The user name or the password is wrong."))
    }
    failures.withLock { $0.succeed(keys[0], from: keys[1]) }
    return try startSession(account)
  }

  /// Ends the session.
  public func signOut(token: String) throws {
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    try write("sign-out", by: .machineOperator) { connection, _ in
      try SessionTable.delete(tokenHash: fingerprint, connection)
    }
  }

  /// The session with this token; `nil` where it is unknown, idle for eight hours or a day old.
  public func session(token: String) throws -> Session? {
    guard token.utf8.count == 64 else { return nil }
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    let now = clock()
    let found = try read { connection in
      try SessionTable.find(tokenHash: fingerprint, at: now, connection).flatMap { stored in
        try AccountTable.find(stored.accountID, connection).map {
          (stored, $0.account, try App.isConcernOfficer($0.account.id, $0.account.grants, connection))
        }
      }
    }
    guard let (stored, account, isOfficer) = found, !account.isDisabled else { return nil }
    if now.milliseconds - stored.lastSeenAt.milliseconds > 5 * 60_000 {
      try extend(fingerprint, stored, now)
    }
    let actor = Actor(
      accountID: account.id, displayName: account.displayName, grants: account.grants, language: stored.language)
    return Session(actor: actor, csrfToken: stored.csrfToken, account: account, isConcernOfficer: isOfficer)
  }

  /// Sets the password with a link and opens a session; all other sessions of the account end.
  public func setPassword(link token: String, password: String) throws -> String {
    guard let account = try account(forLink: token), !account.isDisabled else { throw App.deadLink }
    if let weakness = Secrets.weakness(of: password, login: account.login) {
      try Problem.throwIfAny([FieldProblem("password", weakness)])
    }
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    let actor = Actor(accountID: account.id, displayName: account.displayName, grants: account.grants)
    try storePassword(password, of: account.id, useCase: "password-set", by: actor) { connection, stamp in
      guard try SetupLinkTable.use(tokenHash: fingerprint, at: stamp.at, connection) else { throw App.deadLink }
    }
    return try startSession(account)
  }

  /// Changes one's own password. All sessions end; returns the token of a new one for the person at the form.
  @discardableResult
  public func changePassword(current: String, new: String, by actor: Actor) throws -> String {
    guard let id = actor.accountID, let stored = try read({ connection in try AccountTable.find(id, connection) })
    else {
      throw Access.forbidden
    }
    let key = "password:\(id)"
    let now = clock()
    let wait = failures.withLock { $0.wait(for: key, at: now) }
    guard wait == 0 else { throw App.tooMany(wait) }
    guard try Secrets.verify(password: current, against: stored.passwordHash ?? App.noHash) else {
      failures.withLock { $0.fail(key, at: now) }
      throw Problem.invalid([
        FieldProblem("current", Localized("Şu anki parola yanlış.", "The current password is wrong."))
      ])
    }
    if let weakness = Secrets.weakness(of: new, login: stored.account.login) {
      try Problem.throwIfAny([FieldProblem("password", weakness)])
    }
    try storePassword(new, of: id, useCase: "password-change", by: actor) { _, _ in }
    return try startSession(stored.account)
  }

  /// Chooses the language of the screens for this session.
  public func setLanguage(_ language: Language, token: String) throws {
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    try write("language", by: .machineOperator) { connection, _ in
      try SessionTable.setLanguage(language, tokenHash: fingerprint, connection)
    }
  }

  func startSession(_ account: Account) throws -> String {
    let (token, csrf) = (try Secrets.token(), try Secrets.token())
    let fingerprint = try Secrets.fingerprint(ofToken: token)
    let actor = Actor(accountID: account.id, displayName: account.displayName, grants: account.grants)
    try write("sign-in", by: actor) { connection, stamp in
      try SessionTable.deleteExpired(at: stamp.at, connection)
      try SessionTable.insert(
        tokenHash: fingerprint,
        StoredSession(
          accountID: account.id, csrfToken: csrf, language: .turkish, createdAt: stamp.at, lastSeenAt: stamp.at,
          expiresAt: stamp.at.adding(seconds: App.idleLife)), connection)
      try Journal.note(stamp, .session, id: account.id.rawValue, connection)
    }
    return token
  }

  private func extend(_ fingerprint: [UInt8], _ stored: StoredSession, _ now: Instant) throws {
    let end = min(now.adding(seconds: App.idleLife), stored.createdAt.adding(seconds: App.absoluteLife))
    try write("session-seen", by: .machineOperator) { connection, _ in
      try SessionTable.touch(tokenHash: fingerprint, at: now, expiresAt: end, connection)
    }
  }

  private func storePassword(
    _ password: String, of id: Identifier<Account>, useCase: String, by actor: Actor,
    _ first: (Connection, JournalStamp) throws -> Void
  ) throws {
    let hash = try Secrets.hash(password: password)
    try write(useCase, by: actor) { connection, stamp in
      try first(connection, stamp)
      guard let before = try AccountTable.find(id, connection) else { throw Access.notFound }
      var after = before
      (after.passwordHash, after.mustChange) = (hash, false)
      after.account.version += 1
      guard try AccountTable.update(after, basedOn: before.account.version, connection) else { throw Access.notFound }
      try Journal.append(stamp, before: .account(before), after: .account(after), connection)
      try SessionTable.deleteAll(of: id, connection)
      try SetupLinkTable.revoke(accountID: id, at: stamp.at, connection)
    }
  }

  private static let idleLife = 8 * 3600
  private static let absoluteLife = 24 * 3600
  /// An argon2id string that no password fits, at the same cost as real ones.
  private static let noHash =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

  private static func tooMany(_ seconds: Int) -> Problem {
    Problem(
      .throttled,
      Localized(
        "Çok sayıda yanlış deneme yapıldı. \(seconds) saniye sonra yeniden deneyin.",
        "Too many wrong attempts. Try again in \(seconds) seconds."), retryAfterSeconds: seconds)
  }
}
