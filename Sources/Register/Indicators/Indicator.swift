import GuvenceCore
import GuvenceRules

/// A risk indicator of one unit, without its readings: those are appended and never overwritten.
public struct Indicator: Hashable, Sendable {
  /// The indicator's number, never reused.
  public let id: Identifier<Indicator>
  /// Code as printed, unique: `MH.G.0001`. Given once.
  public let code: String
  /// What people may change.
  public var details: IndicatorDetails
  /// Linked risks, by number.
  public var risks: Set<Identifier<Risk>>
  /// Counts changes, from 1; a save names the version it was based on.
  public var version: Int
  /// When it was added.
  public let createdAt: Instant
  /// The day from which no readings are expected any more.
  public var retiredOn: Day?
  /// Why it was closed; empty while active.
  public var retireReason: String

  /// An indicator made of its parts.
  public init(
    id: Identifier<Indicator>, code: String, details: IndicatorDetails, risks: Set<Identifier<Risk>>, version: Int,
    createdAt: Instant, retiredOn: Day? = nil, retireReason: String = ""
  ) {
    (self.id, self.code, self.details, self.risks) = (id, code, details, risks)
    (self.version, self.createdAt) = (version, createdAt)
    (self.retiredOn, self.retireReason) = (retiredOn, retireReason)
  }

  /// The code of the `number`th indicator of a unit: `MH.G.0001`; `number` from 1.
  public static func code(unitCode: String, number: Int) -> String {
    let digits = String(number)
    return "\(unitCode).G.\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}

/// The editable content of an indicator. Texts are empty where nothing was entered.
public struct IndicatorDetails: Hashable, Sendable {
  /// The unit that reads the indicator.
  public var unitID: Identifier<Unit>
  /// What is measured; never empty.
  public var name: String
  /// Key or leading.
  public var kind: IndicatorKind
  /// Unit of measure (ölçü birimi): `%`, `gün`, `adet`.
  public var measure: String
  /// Which values are good, and from where they are not.
  public var thresholds: IndicatorThresholds
  /// How often it is read.
  public var frequency: IndicatorFrequency
  /// The first day whose period is to be read.
  public var startsOn: Day
  /// Where the values come from (veri kaynağı).
  public var dataSource = ""
  /// How a value is worked out (hesaplama yöntemi).
  public var method = ""
  /// Who reads it, a post rather than a person.
  public var owner = ""
  /// Id of the catalogue entry it was adopted from; empty for one's own.
  public var origin = ""

  /// Details; the remaining texts empty.
  public init(
    unitID: Identifier<Unit>, name: String, kind: IndicatorKind, measure: String, thresholds: IndicatorThresholds,
    frequency: IndicatorFrequency, startsOn: Day
  ) {
    (self.unitID, self.name, self.kind, self.measure) = (unitID, name, kind, measure)
    (self.thresholds, self.frequency, self.startsOn) = (thresholds, frequency, startsOn)
  }
}

/// What an indicator tells.
public enum IndicatorKind: String, Sendable, CaseIterable {
  /// Temel risk göstergesi (TRG): how large the risk is now.
  case key
  /// Öncü risk göstergesi (ÖRG): warns before the risk comes true.
  case leading

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .key: Localized("Temel risk göstergesi (TRG)", "Key risk indicator (TRG)")
    case .leading: Localized("Öncü risk göstergesi (ÖRG)", "Leading risk indicator (ÖRG)")
    }
  }

  /// Short name: TRG or ÖRG.
  public var short: String { self == .key ? "TRG" : "ÖRG" }
}
