import CSodium
import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Whether the confidential register takes reports, and for which key.
  public func concernIntake() throws -> ConcernIntake {
    try read { connection in
      guard let key = try ConcernKeyTable.all(connection).last else {
        return ConcernIntake(isOpen: false, fingerprint: "")
      }
      return ConcernIntake(isOpen: true, fingerprint: try App.fingerprint(key.publicKey))
    }
  }

  /// Takes a report and returns the receipt code, which nobody can give a second time. Asks for no actor on purpose; of
  /// the time only the day is stored, and the journal gets no row.
  public func submitConcern(_ form: ConcernForm) throws -> String {
    let form = try form.checked()
    try passConcernGate()
    let receipt = try ConcernReceipt.make()
    let content = ConcernContent(subject: form.subject, text: form.text, name: form.name, contact: form.contact)
    let today = today
    try write("concern-submit", by: .machineOperator) { connection, _ in
      guard let key = try ConcernKeyTable.all(connection).last else { throw App.closedConcerns }
      let concern = try ConcernTable.insert(
        Concern(id: Identifier(0), receivedOn: today, receiptHash: receipt.hash, reporterKey: receipt.publicKey),
        connection)
      let entry = SealedEntry(
        id: Identifier(0), concernID: concern.id, kind: .report, madeOn: today, keyID: key.id,
        sealed: try ConcernSeal.seal(content, for: key.publicKey), sealedForReporter: nil, status: .new, accountID: nil)
      try ConcernTable.append(entry, of: concern, connection)
    }
    return receipt.code
  }

  /// What the reporter may see of the report with this receipt code.
  public func followConcern(receipt code: String) throws -> ConcernThread {
    let receipt = try App.receipt(code)
    return try read { connection in
      guard let concern = try ConcernTable.find(receiptHash: receipt.hash, connection) else {
        throw App.unknownReceipt
      }
      let entries = try ConcernTable.entries(of: concern.id, connection)
      let messages = entries.filter(\.kind.isForReporter).map { entry in
        ConcernMessage(
          kind: entry.kind, madeOn: entry.madeOn, status: entry.status,
          text: entry.sealedForReporter.flatMap {
            ConcernSeal.open($0, receipt.publicKey, receipt.secret)?.text
          }, author: "")
      }
      return ConcernThread(
        receivedOn: concern.receivedOn, status: SealedEntry.status(after: entries), messages: messages)
    }
  }

  /// Appends the reporter's answer.
  public func replyToConcern(receipt code: String, text: String) throws {
    let receipt = try App.receipt(code)
    let text = try App.checkedConcern(text)
    try passConcernGate()
    let today = today
    try write("concern-reply", by: .machineOperator) { connection, _ in
      guard let concern = try ConcernTable.find(receiptHash: receipt.hash, connection) else {
        throw App.unknownReceipt
      }
      let entries = try ConcernTable.entries(of: concern.id, connection)
      guard SealedEntry.status(after: entries) != .closed, entries.count < App.concernEntryLimit else {
        throw Problem(
          .conflict,
          Localized(
            "Bu bildirime yanıt eklenemiyor; gerekirse yeni bir bildirim yapın.",
            "This report takes no more answers; make a new one where needed."))
      }
      try App.append(.reply, text, status: nil, of: concern, on: today, by: nil, connection)
    }
  }

  /// Seals an entry for the register's key in use and, where the reporter may read it, for the receipt code.
  static func append(
    _ kind: ConcernEntryKind, _ text: String, status: ConcernStatus?, of concern: Concern, on day: Day,
    by account: Identifier<Account>?, _ connection: Connection
  ) throws {
    guard let key = try ConcernKeyTable.all(connection).last else { throw App.closedConcerns }
    let content = ConcernContent(text: text)
    let entry = SealedEntry(
      id: Identifier(0), concernID: concern.id, kind: kind, madeOn: day, keyID: key.id,
      sealed: try ConcernSeal.seal(content, for: key.publicKey),
      sealedForReporter: kind.isForReporter ? try ConcernSeal.seal(content, for: concern.reporterKey) : nil,
      status: status, accountID: account)
    try ConcernTable.append(entry, of: concern, connection)
  }

  /// A text of an entry, tidy; throws with the field `text` at fault.
  static func checkedConcern(_ text: String, mayBeEmpty: Bool = false) throws -> String {
    let text = text.tidy
    if text.isEmpty, !mayBeEmpty {
      try Problem.throwIfAny([FieldProblem("text", Localized("Metni yazın.", "Enter the text."))])
    }
    if text.utf8.count > 12_000 {
      try Problem.throwIfAny([
        FieldProblem(
          "text", Localized("Metin çok uzun (en çok 12.000 bayt).", "The text is too long (at most 12,000 bytes)."))
      ])
    }
    return text
  }

  static func fingerprint(_ publicKey: [UInt8]) throws -> String {
    try Secrets.ready()
    var out = [UInt8](repeating: 0, count: 32)
    crypto_generichash(&out, out.count, publicKey, UInt64(publicKey.count), nil, 0)
    return Secrets.hex(Array(out.prefix(8)))
  }

  private static func receipt(_ code: String) throws -> ConcernReceipt {
    guard code.utf8.count <= 200, let receipt = try ConcernReceipt(code) else { throw unknownReceipt }
    return receipt
  }

  private func passConcernGate() throws {
    let now = clock()
    guard let wait = concernGate.withLock({ $0.pass(at: now) }) else { return }
    throw Problem(
      .throttled,
      Localized(
        "Şu anda çok sayıda bildirim geliyor. Yazdıklarınız duruyor; \(wait) saniye sonra yeniden gönderin.",
        "Many reports are coming in. What you wrote is kept; send it again in \(wait) seconds."),
      retryAfterSeconds: wait)
  }

  /// Entries one report may have, so that a receipt code cannot fill the disk.
  private static let concernEntryLimit = 200
  private static let unknownReceipt = Problem(
    .invalid, Localized("1 alanı düzeltin.", "Correct 1 field."),
    fields: [
      FieldProblem(
        "code", Localized("Bu kodla bir bildirim yok. Kodu denetleyin.", "No report has this code. Check it."))
    ])
  static let closedConcerns = Problem(
    .conflict,
    Localized(
      "Gizli bildirim kaydı henüz kurulmadı.", "The confidential register has not been set up yet."))
}

extension ConcernForm {
  /// The form with tidy texts; throws with every field at fault.
  fileprivate func checked() throws -> ConcernForm {
    let form = ConcernForm(subject: subject.tidy, text: text.tidy, name: name.tidy, contact: contact.tidy)
    var problems: [FieldProblem] = []
    if form.text.isEmpty {
      problems.append(FieldProblem("text", Localized("Ne olduğunu yazın.", "Say what happened.")))
    }
    let limits = [
      ("subject", form.subject, 600), ("text", form.text, 12_000), ("name", form.name, 600),
      ("contact", form.contact, 600),
    ]
    for (field, text, limit) in limits where text.utf8.count > limit {
      problems.append(FieldProblem(field, Localized("Metin çok uzun.", "The text is too long.")))
    }
    try Problem.throwIfAny(problems)
    return form
  }
}
