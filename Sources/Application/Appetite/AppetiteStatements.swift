import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Proposes a statement of appetite, as scores of the administration's methodology. It holds nothing until somebody else
  /// of a higher role has approved it.
  public func proposeAppetite(_ form: AppetiteForm, by actor: Actor) throws -> AppetiteStatement {
    let taxonomy = try Catalogs.load(dataFolder: dataFolder).taxonomy
    return try write("appetite-propose", by: actor) { connection, stamp in
      try Access(actor, connection).requireEverywhere(.proposeAppetite)
      return try propose(form, taxonomy, stamp, connection)
    }
  }

  /// Stores a proposal; throws with the fields at fault.
  func propose(
    _ form: AppetiteForm, _ taxonomy: RiskTaxonomy, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> AppetiteStatement {
    let today = stamp.at.dayInIstanbul
    let methodology = try self.methodology(connection, on: today)
    let checked = try form.checked(methodology, taxonomy, today: today)
    let ruleSet = try RuleSetTable.ensure(methodology, stamp, connection)
    let stored = try AppetiteStatementTable.insert(
      AppetiteStatement(
        id: Identifier(0), subject: checked.subject, ruleSetID: ruleSet.id, methodologyID: methodology.id,
        limits: checked.limits, rationale: String(form.rationale.trimmed.prefix(2000)),
        validFrom: form.validFrom ?? today, validUntil: form.validUntil, proposedAt: stamp.at,
        proposedBy: stamp.actor, proposerID: stamp.accountID), connection)
    try Journal.append(stamp, after: .appetiteStatement(stored), connection)
    return stored
  }

  /// Approves or refuses a waiting statement; who proposed it may do neither, and the operator of the machine has no
  /// account to answer for it. All risks are compared anew in the same transaction.
  @discardableResult
  public func decideAppetite(
    _ id: Identifier<AppetiteStatement>, _ decision: AppetiteStatement.Decision, note: String, by actor: Actor
  ) throws -> AppetiteStatement {
    try write(decision == .approved ? "appetite-approve" : "appetite-refuse", by: actor) { connection, stamp in
      try Access(actor, connection).requireEverywhere(.approveAppetite)
      guard let before = try AppetiteStatementTable.find(id, connection) else { throw Access.notFound }
      guard let account = actor.accountID else { throw App.needsAccount }
      guard before.proposerID != account else { throw App.ownProposal }
      if decision == .refused, note.trimmed.isEmpty {
        try Problem.throwIfAny([FieldProblem("note", Localized("Gerekçeyi yazın.", "Give the reason."))])
      }
      return try decide(before, decision, note: note, stamp, connection)
    }
  }

  /// Stores a decision and compares all risks anew.
  func decide(
    _ before: AppetiteStatement, _ decision: AppetiteStatement.Decision, note: String, _ stamp: JournalStamp,
    _ connection: Connection
  ) throws -> AppetiteStatement {
    var after = before
    (after.decision, after.decidedAt, after.decidedBy) = (decision, stamp.at, stamp.actor)
    after.note = String(note.trimmed.prefix(2000))
    guard before.decision == nil, try AppetiteStatementTable.decide(after, connection) else {
      throw Problem(
        .conflict,
        Localized(
          "Bu beyan için karar verilmiş: \(before.decidedBy).",
          "This statement has been decided already: \(before.decidedBy)."))
    }
    try Journal.append(stamp, before: .appetiteStatement(before), after: .appetiteStatement(after), connection)
    if decision == .approved { try compareAllWithAppetite(stamp, connection) }
    return after
  }

  /// Withdraws an approved statement that holds or is to hold, with the reason; by one who may approve statements. All
  /// risks are compared anew in the same transaction, and their cases follow.
  @discardableResult
  public func withdrawAppetite(
    _ id: Identifier<AppetiteStatement>, reason: String, by actor: Actor
  ) throws -> AppetiteWithdrawal {
    let reason = try App.given(reason)
    return try write("appetite-withdraw", by: actor) { connection, stamp in
      try Access(actor, connection).requireEverywhere(.approveAppetite)
      guard actor.accountID != nil else { throw App.needsAccount }
      let book = AppetiteBook(try AppetiteStatementTable.all(connection), on: stamp.at.dayInIstanbul)
      guard let statement = book.statements.first(where: { $0.id == id }) else { throw Access.notFound }
      guard [.inForce, .upcoming].contains(book.standing(of: statement)) else { throw App.holdsNothing }
      let made = try AppetiteWithdrawalTable.insert(
        AppetiteWithdrawal(id: Identifier(0), statementID: id, at: stamp.at, by: stamp.actor, reason: reason),
        connection)
      try Journal.append(stamp, after: .appetiteWithdrawal(made), connection)
      try compareAllWithAppetite(stamp, connection)
      return made
    }
  }

  private static let holdsNothing = Problem(
    .conflict,
    Localized(
      "Yalnız yürürlükteki ya da yürürlüğe girecek bir beyan geri çekilebilir.",
      "Only a statement that holds or is to hold can be withdrawn."))
  private static let needsAccount = Problem(
    .forbidden,
    Localized(
      "Onay, hesabı olan bir kişinin işidir; komut satırında --as ile kişiyi belirtin.",
      "Approving takes a person with an account; name one with --as at the command line."))
  private static let ownProposal = Problem(
    .conflict,
    Localized("Öneren kişi kendi önerisine karar veremez.", "Who proposed a statement cannot decide it."))
}

extension AppetiteForm {
  /// Subject and limits; throws with the fields at fault.
  func checked(
    _ methodology: Methodology, _ taxonomy: RiskTaxonomy, today: Day
  ) throws -> (subject: AppetiteSubject, limits: AppetiteLimits) {
    var problems: [FieldProblem] = []
    let subject = subject(taxonomy, &problems)
    let limits = limits(methodology, &problems)
    if rationale.trimmed.isEmpty {
      problems.append(FieldProblem("rationale", Localized("Gerekçeyi yazın.", "Give the reason.")))
    }
    if let until = validUntil, until < max(validFrom ?? today, today) {
      problems.append(
        FieldProblem(
          "validUntil",
          Localized(
            "Bitiş günü başlangıçtan ve bugünden önce olamaz.", "The last day cannot be before the first, or past.")))
    }
    try Problem.throwIfAny(problems)
    guard let subject, let limits else { throw Access.notFound }
    return (subject, limits)
  }

  private func subject(_ taxonomy: RiskTaxonomy, _ problems: inout [FieldProblem]) -> AppetiteSubject? {
    let key = key.trimmed
    if kind == "category", taxonomy.category(key) == nil {
      let known = taxonomy.categories.map(\.id).joined(separator: ", ")
      problems.append(
        FieldProblem("category", Localized("Bir kategori seçin: \(known)", "Choose a category: \(known)")))
      return nil
    }
    if kind == "target", key.isEmpty || key.utf8.count > 100 {
      problems.append(
        FieldProblem("target", Localized("Hedefin kodunu yazın: H2.2", "Enter the code of the target: H2.2")))
      return nil
    }
    guard let subject = AppetiteSubject(kind: kind, key: kind == "overall" ? "" : key) else {
      problems.append(FieldProblem("kind", Localized("Kapsamı seçin.", "Choose the scope.")))
      return nil
    }
    return subject
  }

  private func limits(_ methodology: Methodology, _ problems: inout [FieldProblem]) -> AppetiteLimits? {
    func number(_ field: String, _ text: String) -> Int? {
      let text = text.trimmed
      if text.utf8.count <= 9, let value = Int(text) { return value }
      problems.append(FieldProblem(field, Localized("Tam sayı bir puan yazın.", "Enter a score, a whole number.")))
      return nil
    }
    let values = (
      number("appetite", appetite), number("tolerance", tolerance), number("capacity", capacity)
    )
    guard let low = values.0, let middle = values.1, let high = values.2 else { return nil }
    let limits = AppetiteLimits(appetite: low, tolerance: middle, capacity: high)
    problems += limits.problems(under: methodology).map { FieldProblem($0.field, $0.message) }
    return limits
  }
}
