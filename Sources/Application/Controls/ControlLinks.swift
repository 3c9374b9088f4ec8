import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// How a control works on a risk.
public struct ControlLinkInput: Sendable, Hashable {
  /// Share in percent, 1–100.
  public var share: Int
  /// What it works on.
  public var factor: ControlFactor

  /// An input.
  public init(share: Int, factor: ControlFactor) { (self.share, self.factor) = (share, factor) }
}

extension App {
  /// Links a control to a risk, or changes share and factor of a link there is. The shares on each factor together stay
  /// at or below 100 %.
  @discardableResult
  public func linkControl(
    _ code: String, to reference: String, _ input: ControlLinkInput, by actor: Actor
  ) throws -> ControlLink {
    try write("control-link", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      try access.require(.editRisk, in: risk.details.unitID)
      guard let control = try ControlTable.find(code: code.trimmed, in: access.scope(.read), connection) else {
        throw Problem.invalid([
          FieldProblem(
            "control", Localized("«\(code)» kodlu kontrol bulunamadı.", "There is no control «\(code)»."))
        ])
      }
      return try link(control, to: reference, input, fitting: false, access, stamp, connection)
    }
  }

  /// Ends the link of a control to a risk; it stays in the history with the reason.
  public func unlinkControl(_ code: String, from reference: String, reason: String, by actor: Actor) throws {
    let reason = String(reason.tidy.prefix(2000))
    if reason.isEmpty {
      try Problem.throwIfAny([FieldProblem("reason", Localized("Gerekçeyi yazın.", "Give the reason."))])
    }
    try write("control-unlink", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let risk = try find(reference, access, connection)
      try access.require(.editRisk, in: risk.details.unitID)
      guard risk.retiredOn == nil else { throw App.retiredRisk }
      let standing = try ControlLinkTable.all(ofRisk: risk.id, connection).filter { $0.end == nil }
      let found = try standing.first { try ControlTable.find($0.controlID, connection)?.code == code }
      guard let found else { throw Access.notFound }
      try end(found, of: risk, reason: reason, stamp, connection)
    }
  }

  /// Links within a running transaction. `fitting` takes what is left of the shares instead of refusing.
  @discardableResult
  func link(
    _ control: Control, to reference: String, _ input: ControlLinkInput, fitting: Bool, _ access: Access,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws -> ControlLink {
    let risk = try find(reference, access, connection)
    try access.require(.editRisk, in: risk.details.unitID)
    guard risk.retiredOn == nil else { throw App.retiredRisk }
    guard control.retiredOn == nil else { throw App.retiredControl }
    let standing = try ControlLinkTable.all(ofRisk: risk.id, connection).filter { $0.end == nil }
    let known = standing.first { $0.controlID == control.id }
    if let known, known.share == input.share, known.factor == input.factor { return known }
    let room = try App.room(input.factor, beside: standing.filter { $0.controlID != control.id }, connection)
    let share = fitting ? min(input.share, room) : input.share
    guard (1...100).contains(share), share <= room else { throw App.noRoom(max(0, room)) }
    if let known {
      let reason = Localized("Pay ya da etmen değişti", "Share or factor changed")
      try end(known, of: risk, reason: reason.turkish, stamp, connection)
    }
    let made = try ControlLinkTable.insert(
      control: control.id, risk: risk.id, share: share, factor: input.factor, at: stamp.at, by: stamp.actor, connection)
    try Journal.append(stamp, after: .controlLink(made, unitID: risk.details.unitID), connection)
    return made
  }

  private func end(
    _ link: ControlLink, of risk: Risk, reason: String, _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    var ended = link
    let end = ControlLink.End(at: stamp.at, by: stamp.actor, reason: reason)
    ended.end = end
    guard try ControlLinkTable.end(link.id, end, connection) else { throw Access.notFound }
    let unit = risk.details.unitID
    try Journal.append(
      stamp, before: .controlLink(link, unitID: unit), after: .controlLink(ended, unitID: unit), connection)
  }

  /// Percent of the shares that are still free on `factor`; closed controls take no room.
  private static func room(
    _ factor: ControlFactor, beside links: [ControlLink], _ connection: Connection
  ) throws -> Int {
    let active = try links.filter { try ControlTable.find($0.controlID, connection)?.retiredOn == nil }
    func taken(_ one: ControlFactor) -> Int {
      guard factor.works(on: one) else { return 0 }
      return active.filter { $0.factor.works(on: one) }.reduce(0) { $0 + $1.share }
    }
    return 100 - max(taken(.likelihood), taken(.impact))
  }

  private static func noRoom(_ room: Int) -> Problem {
    Problem.invalid([
      FieldProblem(
        "share",
        room == 0
          ? Localized(
            "Bu etmende paylar %100'e ulaşmış; önce başka bir kontrolün payını azaltın.",
            "The shares on this factor are at 100%; lower another control's share first.")
          : Localized(
            "1 ile \(room) arasında bir yüzde yazın; bir etmendeki paylar toplamı %100'ü aşamaz.",
            "Enter a percentage from 1 to \(room); the shares on a factor cannot exceed 100%."))
    ])
  }
}
