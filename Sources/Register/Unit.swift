import GuvenceCore

/// An organisational unit (birim, alt birim) of the administration. Units form a tree; the root is the administration.
public struct Unit: Hashable, Sendable {
  /// The unit's number.
  public let id: Identifier<Unit>
  /// The unit above; `nil` for the administration itself.
  public var parentID: Identifier<Unit>?
  /// Short code, unique, used in reference numbers: `MH` in `MH.RA.0001`.
  public var code: String
  /// Full name: `Mali Hizmetler Müdürlüğü`.
  public var name: String
  /// The day the unit was closed; closed units keep their risks and history.
  public var retiredOn: Day?
  /// Why it was closed; empty while open.
  public var retireReason: String
  /// Counts changes, from 1; a save names the version it was based on.
  public var version: Int

  /// A unit made of its parts.
  public init(
    id: Identifier<Unit>, parentID: Identifier<Unit>?, code: String, name: String, retiredOn: Day? = nil,
    retireReason: String = "", version: Int = 1
  ) {
    (self.id, self.parentID, self.code, self.name) = (id, parentID, code, name)
    (self.retiredOn, self.retireReason, self.version) = (retiredOn, retireReason, version)
  }

  /// The form in which two spellings of one unit meet: folded, punctuation as space, the kind of unit left off.
  /// `matchKey("Destek/Satın alma (ihale) Müdürlüğü") == matchKey("Destek Satın alma (ihale)")`.
  public static func matchKey(_ name: String) -> String {
    var words = TurkishText.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kinds: Set = [
      "mudurlugu", "mudurluk", "baskanligi", "daire", "sube", "sefligi", "birimi", "md", "mudurlugunun",
    ]
    while let last = words.last, words.count > 1, kinds.contains(last) { words.removeLast() }
    return words.joined(separator: " ")
  }
}
