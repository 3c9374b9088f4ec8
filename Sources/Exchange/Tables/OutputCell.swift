import FoundationEssentials
import GuvenceCore

/// A value on its way into a table file. Texts stay texts: none of them becomes a formula, a link or a number.
public enum OutputCell: Hashable, Sendable {
  /// Nothing; in a workbook the cell still takes its style.
  case blank
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// An exact number. A workbook keeps 15 digits; a number with more is written there as text.
  case decimal(Decimal)
  /// A calendar day, shown as `dd.mm.yyyy`.
  case day(Day)
  /// True or false; `Evet` or `Hayır` in CSV.
  case boolean(Bool)

  /// What was read, to be written again; uncalculated formulas and errors as text.
  public init(_ value: CellValue) {
    switch value {
    case .empty, .uncachedFormula: self = .blank
    case .text(let text), .error(let text): self = .text(text)
    case .number(let number): self = .decimal(number)
    case .day(let day): self = .day(day)
    case .boolean(let value): self = .boolean(value)
    }
  }
}
