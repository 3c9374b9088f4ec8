import Foundation
import GuvenceCore
import GuvenceRegister
import GuvenceStorage

/// The evidence of one thing.
public struct EvidenceList: Sendable {
  /// What it belongs to.
  public let target: EvidenceTarget
  /// What that is called.
  public let name: String
  /// All files in the order they were added, withdrawn ones too.
  public let files: [Evidence]
  /// Whether this person may add and withdraw files.
  public let mayWrite: Bool
  /// Whether this person may still open withdrawn files.
  public let mayOpenWithdrawn: Bool
}

extension App {
  /// Keeps the file at `path` as evidence of `target`, under its name and with its digest. Throws where the file is too
  /// large, empty, or not what its ending says.
  public func attachEvidence(
    file path: String, name: String, note: String = "", to target: EvidenceTarget, by actor: Actor
  ) throws -> Evidence {
    let (name, format, bytes) = try App.checkedEvidence(path, name: name)
    let note = String(note.tidy.prefix(2000))
    return try write("evidence-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let place = try place(of: target, access, connection)
      try access.require(place.editing, in: place.unitID)
      guard place.isOpen else { throw App.closedEvidence }
      let draft = Evidence(
        id: Identifier(0), targetKind: target.kind, targetID: place.id, name: name, format: format, size: bytes.count,
        digest: "", note: note, addedAt: stamp.at, addedBy: stamp.actor)
      let stored = try EvidenceTable.insert(draft, bytes: bytes, connection)
      try Journal.append(stamp, after: .evidence(stored, unitID: place.unitID), connection)
      return stored
    }
  }

  /// The evidence of `target`, now or as it stood at the end of `asOf`.
  public func evidence(of target: EvidenceTarget, asOf: Day? = nil, by actor: Actor) throws -> EvidenceList {
    try read { connection in
      let access = try Access(actor, connection)
      let place = try place(of: target, access, connection)
      var files = try EvidenceTable.all(of: target.kind, place.id, connection)
      if let asOf { files = Evidence.known(files, before: Instant.startInIstanbul(of: asOf.adding(days: 1))) }
      let mayEdit = access.allows(place.editing, in: place.unitID)
      return EvidenceList(
        target: target, name: place.name, files: files, mayWrite: mayEdit && asOf == nil && place.isOpen,
        mayOpenWithdrawn: mayEdit || access.allows(.readJournal, in: place.unitID))
    }
  }

  /// A file with its bytes. Withdrawn files open only for those who may edit what they belong to or read its journal.
  public func evidenceContent(_ id: Identifier<Evidence>, by actor: Actor) throws -> (file: Evidence, bytes: [UInt8]) {
    try read { connection in
      let access = try Access(actor, connection)
      let (file, place) = try findEvidence(id, access, connection)
      let mayOpen =
        file.withdrawal == nil || access.allows(place.editing, in: place.unitID)
        || access.allows(.readJournal, in: place.unitID)
      guard mayOpen else { throw Access.forbidden }
      guard let bytes = try EvidenceTable.bytes(of: id, connection) else { throw Access.notFound }
      return (file, bytes)
    }
  }

  /// One file with what it belongs to, where the actor may read that.
  public func evidence(_ id: Identifier<Evidence>, by actor: Actor) throws -> (file: Evidence, target: EvidenceTarget) {
    try read { connection in
      let access = try Access(actor, connection)
      let file = try findEvidence(id, access, connection).file
      return (file, try target(file.targetKind, file.targetID, connection))
    }
  }

  /// Withdraws a file: it counts no more, but stays with its reason.
  public func withdrawEvidence(_ id: Identifier<Evidence>, reason: String, by actor: Actor) throws -> Evidence {
    let reason = String(reason.tidy.prefix(2000))
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    return try write("evidence-withdraw", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let (before, place) = try findEvidence(id, access, connection)
      try access.require(place.editing, in: place.unitID)
      guard place.isOpen else { throw App.closedEvidence }
      var after = before
      after.withdrawal = Evidence.Withdrawal(at: stamp.at, by: stamp.actor, reason: reason)
      guard let withdrawal = after.withdrawal, try EvidenceTable.withdraw(id, withdrawal, connection) else {
        throw Problem(
          .conflict, Localized("Bu dosya daha önce geri çekilmiş.", "This file was withdrawn before."))
      }
      try Journal.append(
        stamp, before: .evidence(before, unitID: place.unitID), after: .evidence(after, unitID: place.unitID),
        connection)
      return after
    }
  }

  private func findEvidence(
    _ id: Identifier<Evidence>, _ access: Access, _ connection: Connection
  ) throws -> (file: Evidence, place: EvidencePlace) {
    guard let file = try EvidenceTable.find(id, connection) else { throw Access.notFound }
    let target = try target(file.targetKind, file.targetID, connection)
    return (file, try place(of: target, access, connection))
  }

  private static let closedEvidence = Problem(
    .conflict,
    Localized("Kapatılmış kayda kanıt eklenmez, kanıtı geri çekilmez.", "A closed entry keeps its evidence as it is."))
}

extension App {
  private static func checkedEvidence(
    _ path: String, name: String
  ) throws -> (name: String, format: EvidenceFormat, bytes: [UInt8]) {
    let name = plainName(name)
    guard let format = EvidenceFormat(fileName: name) else { throw refused(unknownFormat) }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular, let size = attributes?[.size] as? Int else {
      throw refused(Localized("Dosya okunamıyor.", "The file cannot be read."))
    }
    guard size > 0 else { throw refused(Localized("Dosya boş.", "The file is empty.")) }
    guard size <= Evidence.sizeLimit, let data = FileManager.default.contents(atPath: path),
      data.count <= Evidence.sizeLimit
    else { throw refused(Localized("Dosya 10 MB'tan büyük.", "The file is larger than 10 MB.")) }
    let bytes = [UInt8](data)
    guard format.fits(bytes) else {
      throw refused(
        Localized(
          "Dosyanın içeriği .\(format.rawValue) uzantısına uymuyor.", "The file is not what its ending .\(format) says."
        ))
    }
    return (name, format, bytes)
  }

  /// The last part of a path, at most 150 characters with its ending, tidy.
  private static func plainName(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let tidy = last.tidy.filter { !$0.isNewline && $0 != "\t" }
    return tidy.count <= 150 ? tidy : String(tidy.prefix(100)) + "…" + String(tidy.suffix(49))
  }

  private static var unknownFormat: Localized {
    let list = EvidenceFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return Localized("Bu tür dosya alınmaz. Alınan türler: \(list).", "This kind of file is not taken. Taken: \(list).")
  }

  private static func refused(_ message: Localized) -> Problem {
    Problem(
      .invalid, Localized("1 alanı düzeltin.", "Correct 1 field."), fields: [FieldProblem("file", message)])
  }
}
