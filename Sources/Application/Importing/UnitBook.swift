import GuvenceCore
import GuvenceRegister

/// Finds the units that a file names, and proposes those that do not exist.
///
/// A code meets a unit by itself; a name by its letters, else by `Unit.matchKey`. Where several units share the name, the
/// risk's own unit or the one in its reference number decides; nothing is guessed beyond that. The nearest unit is
/// offered beside a proposal for people to decide.
struct UnitBook {
  /// A unit a row belongs to.
  enum Entry: Hashable {
    case existing(Unit)
    case proposed(key: String)
  }

  /// What a row says about its unit.
  struct Question {
    /// Name or code as the row or its sheet gives it; may be empty.
    var name: String
    /// Code from a column or line of its own; may be empty.
    var code: String
    /// The row's reference number.
    var reference: String
    /// The unit of the risk that the row updates.
    var current: Identifier<Unit>?

    /// The unit code in the reference number.
    var prefix: String? { ReferenceNumber.parts(reference)?.unitCode }
    /// What the unit is called where it is proposed; empty where the row says nothing about it.
    var title: String { [name, code, prefix ?? ""].first { !$0.isEmpty } ?? "" }
  }

  /// The answer.
  enum Answer {
    case entry(Entry)
    /// Several units of that name.
    case ambiguous([Unit])
    /// The row says nothing about its unit.
    case unknown
  }

  private let existing: [Unit]
  private let byName: [String: [Unit]]
  private let byKey: [String: [Unit]]
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
    byName = Dictionary(grouping: existing) { TurkishText.fold($0.name) }
    byKey = Dictionary(grouping: existing) { Unit.matchKey($0.name) }
    byCode = Dictionary(existing.map { (TurkishText.fold($0.code), $0) }) { first, _ in first }
    takenCodes = Set(units.map { TurkishText.fold($0.code) })
    self.choices = choices
  }

  /// The unit that `question` is about: by its code, its name, or the reference number's prefix where no name is given.
  mutating func answer(_ question: Question) -> Answer {
    let (prefix, name) = (question.prefix, question.title)
    guard !name.isEmpty else { return .unknown }
    let key = key(question)
    if let code = choices[key], let unit = byCode[TurkishText.fold(code)] { return .entry(.existing(unit)) }
    if !question.code.isEmpty, let unit = byCode[TurkishText.fold(question.code)] { return .entry(.existing(unit)) }
    let named = byName[TurkishText.fold(name)] ?? byKey[Unit.matchKey(name)] ?? []
    if named.count > 1 {
      let told =
        named.first { $0.id == question.current }
        ?? prefix.flatMap { byCode[TurkishText.fold($0)] }.flatMap { named.contains($0) ? $0 : nil }
      return told.map { .entry(.existing($0)) } ?? .ambiguous(named)
    }
    if let unit = named.first ?? byCode[TurkishText.fold(name)] { return .entry(.existing(unit)) }
    propose(key, name: name, code: question.code.isEmpty ? prefix : question.code)
    return .entry(.proposed(key: key))
  }

  /// Whether the name or code asked for is that of an existing unit, or one that people have tied to one.
  func knows(_ question: Question) -> Bool {
    let codes = [question.code, question.name].filter { !$0.isEmpty }.map { TurkishText.fold($0) }
    let isKnown = choices[key(question)] != nil || codes.contains { byCode[$0] != nil }
    return isKnown || !question.name.isEmpty && byKey[Unit.matchKey(question.name)] != nil
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

  /// Under what a proposal is known; two units of one name are told apart by their codes.
  private func key(_ question: Question) -> String {
    let name = Unit.matchKey(question.title)
    return question.code.isEmpty ? name : "\(name) \(TurkishText.fold(question.code))"
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
    nearest(to: key, among: byKey.keys.sorted()).flatMap { byKey[$0]?.first?.code }
  }
}
