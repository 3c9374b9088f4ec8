internal import CXLSXWriter
import FoundationEssentials
import GuvenceCore

/// One cell about to be written: where it stands and how it looks.
struct XLSXCell {
  let sheet: XLSXBook.Sheet
  let row: UInt32
  let column: UInt16
  let format: XLSXFormats.Pair

  /// Puts the content in. Texts go in as texts, whatever they look like.
  @inline(__always)
  func put(_ content: OutputCell) -> lxw_error {
    switch content {
    case .blank: return worksheet_write_blank(sheet, row, column, format.plain)
    case .text(let text): return put(text)
    // A double holds fifteen digits exactly.
    case .integer(let number) where number.magnitude < 1_000_000_000_000_000:
      return worksheet_write_number(sheet, row, column, Double(number), format.plain)
    case .integer(let number): return put(String(number))
    case .decimal(let number): return put(number)
    case .boolean(let value): return worksheet_write_boolean(sheet, row, column, value ? 1 : 0, format.plain)
    case .day(let day):
      guard let serial = SerialDay.number(day) else { return put(day.turkish) }
      return worksheet_write_number(sheet, row, column, Double(serial), format.day)
    }
  }

  private func put(_ text: String) -> lxw_error {
    let text = CellText.storable(text)
    // The library counts code points, Excel UTF-16 units; a unit takes at least one byte, so short texts need no
    // counting.
    if text.utf8.count > 32_767, text.utf16.count > 32_767 { return LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED }
    return text.withCString { worksheet_write_string(sheet, row, column, $0, format.plain) }
  }

  private func put(_ number: Decimal) -> lxw_error {
    let text = number.description
    let digits = text.utf8.drop { !(0x31...0x39).contains($0) }.count { $0 != 0x2E }
    // Excel would cut what goes beyond fifteen digits.
    guard digits <= 15, let double = Double(text) else { return put(TurkishNumber.text(number)) }
    return worksheet_write_number(sheet, row, column, double, format.plain)
  }
}
