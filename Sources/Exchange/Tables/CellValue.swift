import FoundationEssentials
import GuvenceCore

/// What a cell of a table holds.
public enum CellValue: Hashable, Sendable {
  /// Nothing, or an empty text.
  case empty
  /// A text, cleaned of control characters.
  case text(String)
  /// An exact number. Workbooks store binary doubles; one written with more than 15 digits is given as the shortest
  /// decimal that denotes the same double (`16.600000000000001` → 16.6).
  case number(Decimal)
  /// A calendar day; the time of day, where the file has one, is left out.
  case day(Day)
  /// True or false.
  case boolean(Bool)
  /// A formula the producing program never calculated; the formula without `=`, empty for a shared one.
  case uncachedFormula(String)
  /// An error value such as `#REF!`.
  case error(String)

  /// A whole number.
  public static func integer(_ value: Int) -> CellValue { .number(Decimal(value)) }

  /// The value as a person in Türkiye writes it: `1234,5`, `15.01.2026`, `Evet`; empty for an uncalculated formula.
  public var text: String {
    switch self {
    case .empty, .uncachedFormula: ""
    case .text(let text), .error(let text): text
    case .number(let number): TurkishNumber.text(number)
    case .day(let day): day.turkish
    case .boolean(let value): value ? "Evet" : "Hayır"
    }
  }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { self == .empty }
}
