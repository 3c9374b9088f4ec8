import GuvenceCore
import GuvenceRegister

/// Finds the units that a file names, and proposes those that do not exist.
///
/// A name meets an existing unit by `Unit.matchKey`, a code by itself; nothing is guessed beyond that. The nearest unit
/// is offered beside a proposal for people to decide.
struct UnitBook {
  /// A unit a row belongs to.
  enum Entry: Hashable {
    case existing(Unit)
    case proposed(key: String)
  }

  private let existing: [Unit]
  private let byKey: [String: Unit]
  private let byCode: [String: Unit]
  private let choices: [String: String]
  private var proposals: [String: Proposal] = [:]
  private var order: [String] = []
  private var takenCodes: Set<String>

  private struct Proposal {
    var code: String
    let name: String
    var rowCount: Int
    let nearestCode: String?
  }

  init(_ units: [Unit], choices: [String: String]) {
    existing = units.filter { $0.retiredOn == nil }
    byKey = Dictionary(existing.map { (Unit.matchKey($0.name), $0) }) { first, _ in first }
    byCode = Dictionary(existing.map { (TurkishText.fold($0.code), $0) }) { first, _ in first }
    takenCodes = Set(units.map { TurkishText.fold($0.code) })
    self.choices = choices
  }

  /// The unit named `text`, or by the reference number's prefix where no name is given; `nil` where neither is there.
  mutating func entry(named text: String, reference: String) -> Entry? {
    let prefix = ReferenceNumber.parts(reference)?.unitCode
    let name = text.isEmpty ? prefix ?? "" : text
    guard !name.isEmpty else { return nil }
    let key = Unit.matchKey(name)
    if let code = choices[key], let unit = byCode[TurkishText.fold(code)] { return .existing(unit) }
    if let unit = byKey[key] ?? byCode[TurkishText.fold(name)] { return .existing(unit) }
    propose(key, name: name, code: prefix)
    return .proposed(key: key)
  }

  /// Whether `name` is that of an existing unit, or one that people have tied to one.
  func knows(_ name: String) -> Bool {
    let key = Unit.matchKey(name)
    return !name.isEmpty && (choices[key] != nil || byKey[key] != nil || byCode[TurkishText.fold(name)] != nil)
  }

  /// What would be created, in the order met.
  var proposed: [ProposedUnit] {
    order.compactMap { key in
      proposals[key].map { proposal in
        ProposedUnit(
          key: key, code: proposal.code, name: proposal.name, rowCount: proposal.rowCount,
          nearestCode: proposal.nearestCode)
      }
    }
  }

  /// Code of the unit behind `entry`.
  func code(of entry: Entry) -> String {
    switch entry {
    case .existing(let unit): unit.code
    case .proposed(let key): proposals[key]?.code ?? ""
    }
  }

  private mutating func propose(_ key: String, name: String, code: String?) {
    if proposals[key] != nil {
      proposals[key]?.rowCount += 1
      return
    }
    order.append(key)
    let sameCode = code.flatMap { byCode[TurkishText.fold($0)]?.code }
    proposals[key] = Proposal(
      code: freeCode(code ?? App.initials(name)), name: name, rowCount: 1, nearestCode: sameCode ?? near(key))
  }

  private mutating func freeCode(_ wanted: String) -> String {
    var code = String(wanted.prefix(12))
    var number = 2
    while !takenCodes.insert(TurkishText.fold(code)).inserted {
      code = "\(wanted.prefix(9))\(number)"
      number += 1
    }
    return code
  }

  private func near(_ key: String) -> String? {
    nearest(to: key, among: byKey.keys.sorted()).flatMap { byKey[$0]?.code }
  }
}
