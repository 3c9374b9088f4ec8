import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Evidence files at the prompt.
let evidenceCommands: [Command] = [
  Command(
    "evidence add", Localized("bir kayda kanıt dosyası ekle", "add an evidence file to an entry"),
    arguments: [.targetKind, .targetKey, Command.Argument(name: .file, help: Localized("dosya", "file"))],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "note", value: .text, help: Localized("neyi gösteriyor", "what it shows")),
    ],
    notes: Localized(
      "En çok 10 MB. Dosya silinmez, geri çekilir.", "At most 10 MB. Files are withdrawn, never deleted."),
    run: addEvidence),
  Command(
    "evidence list", Localized("bir kaydın kanıtlarını listele", "list the evidence of an entry"),
    arguments: [.targetKind, .targetKey], options: [.database, .asUser, .json, .asOfEvidence], run: listEvidence),
  Command(
    "evidence get", Localized("bir kanıtı dosyaya yaz", "write an evidence file out"),
    arguments: [.evidence, Command.Argument(name: .file, help: Localized("yeni dosya", "new file"))],
    options: [.database, .asUser, .json], run: getEvidence),
  Command(
    "evidence withdraw", Localized("bir kanıtı geri çek", "withdraw an evidence file"), arguments: [.evidence],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: withdrawEvidence),
]

extension Command.Argument {
  fileprivate static let evidence = Command.Argument(
    name: .number, help: Localized("kanıtın numarası", "number of the file"))
  fileprivate static let targetKey = Command.Argument(
    name: .code, help: Localized("referans ya da kod: MH.RA.0001", "reference or code: MH.RA.0001"))
  fileprivate static let targetKind: Command.Argument = {
    let words = EvidenceTarget.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return Command.Argument(name: .word, help: Localized("kayıt türü: \(words)", "kind of entry: \(words)"))
  }()
}

extension Command.Option {
  fileprivate static let asOfEvidence = Command.Option(
    name: "as-of", value: .day, help: Localized("o günün sonundaki durum", "as it stood at the end of that day"))
}

private func target(_ call: Invocation) throws -> EvidenceTarget {
  let word = try call.argument(0)
  guard let kind = EvidenceTarget.Kind(rawValue: word) else {
    throw UsageProblem.unknown(
      Localized("kayıt türü «\(word)» bilinmiyor", "no kind of entry «\(word)»"), word,
      among: EvidenceTarget.Kind.allCases.map(\.rawValue))
  }
  return EvidenceTarget(kind, try call.argument(1))
}

private func number(_ call: Invocation) throws -> Identifier<Evidence> {
  Identifier(Int64(try call.integer(call.argument(0), named: call.language == .turkish ? "numara" : "number")))
}

private func addEvidence(_ call: Invocation) throws -> ExitCode {
  let (target, path) = (try target(call), try call.argument(2))
  guard access(path, R_OK) == 0 else {
    throw Problem(.notFound, Localized("Dosya okunamıyor: \(path)", "The file cannot be read: \(path)"))
  }
  let app = try call.app()
  let file = try app.attachEvidence(
    file: path, name: path, note: call.text("note") ?? "", to: target, by: call.actor(app))
  return announce(
    file, Localized("Kanıt \(file.id) eklendi: \(file.name)", "Evidence \(file.id) added: \(file.name)"), call)
}

private func listEvidence(_ call: Invocation) throws -> ExitCode {
  let target = try target(call)
  let app = try call.app()
  let list = try app.evidence(of: target, asOf: call.day("as-of"), by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "kind": .text(target.kind.rawValue), "key": .text(target.key), "evidence": .array(list.files.map(json)),
      ]))
  } else if list.files.isEmpty {
    call.say(Localized("Kanıt yok.", "No evidence."))
  } else {
    call.say(
      [
        Localized("No", "No"), Localized("Dosya", "File"), Localized("Bayt", "Bytes"), Localized("Ekleyen", "Added by"),
        Localized("Not", "Note"),
      ],
      list.files.map { file in
        let withdrawn = file.withdrawal.map {
          Localized("geri çekildi: \($0.reason)", "withdrawn: \($0.reason)")(call.language)
        }
        let notes = [file.note, withdrawn ?? ""].filter { !$0.isEmpty }.joined(separator: " — ")
        return [file.id.description, file.name, String(file.size), file.addedBy, notes]
      }, numbers: [0, 2])
  }
  return .done
}

private func getEvidence(_ call: Invocation) throws -> ExitCode {
  let (id, path) = (try number(call), try call.newFile(call.argument(1)))
  let app = try call.app()
  let (file, bytes) = try app.evidenceContent(id, by: call.actor(app))
  try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
  return announce(
    file, Localized("\(file.name) → \(path), SHA-256 \(file.digest)", "\(file.name) → \(path), SHA-256 \(file.digest)"),
    call)
}

private func withdrawEvidence(_ call: Invocation) throws -> ExitCode {
  let id = try number(call)
  let app = try call.app()
  let file = try app.withdrawEvidence(id, reason: call.text("reason") ?? "", by: call.actor(app))
  return announce(
    file, Localized("Kanıt \(id) geri çekildi: \(file.name)", "Evidence \(id) withdrawn: \(file.name)"), call)
}

private func announce(_ file: Evidence, _ text: Localized, _ call: Invocation) -> ExitCode {
  if call.wantsJSON { call.answer(json(file)) } else { call.say(text) }
  return .done
}

private func json(_ file: Evidence) -> JSON {
  .members([
    "number": .integer(file.id.rawValue), "name": .text(file.name), "format": .text(file.format.rawValue),
    "size": .count(file.size), "sha256": .text(file.digest), "note": .text(file.note),
    "addedAt": .text(file.addedAt.description), "addedBy": .text(file.addedBy),
    "withdrawnAt": .optional(file.withdrawal?.at.description), "withdrawnBy": .optional(file.withdrawal?.by),
    "withdrawReason": .optional(file.withdrawal?.reason),
  ])
}
