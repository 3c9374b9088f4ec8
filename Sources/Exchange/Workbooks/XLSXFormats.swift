internal import CXLSXWriter

/// The formats of one workbook: each style is made once, with a twin for days.
struct XLSXFormats {
  typealias Pointer = UnsafeMutablePointer<lxw_format>

  /// A style as the library knows it.
  struct Pair {
    let plain: Pointer?
    let day: Pointer?
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [XLSXStyle: Pair] = [:]
  /// Rows often ask for one style many times over, and comparing costs less than hashing.
  private var last: (style: XLSXStyle, pair: Pair)?

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  /// The formats of `style`.
  mutating func pair(_ style: XLSXStyle) -> Pair {
    if let last, last.style == style { return last.pair }
    let pair = made[style] ?? make(style)
    made[style] = pair
    last = (style, pair)
    return pair
  }

  private func make(_ style: XLSXStyle) -> Pair {
    let isPlain = style == XLSXStyle()
    return Pair(plain: isPlain ? nil : make(style, style.numberFormat), day: make(style, "dd.mm.yyyy"))
  }

  private func make(_ style: XLSXStyle, _ numberFormat: String?) -> Pointer? {
    guard let format = workbook_add_format(workbook) else { return nil }
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if let size = style.size { format_set_font_size(format, size) }
    if let color = style.color { format_set_font_color(format, XLSXFormats.code(color)) }
    if let fill = style.fill { format_set_bg_color(format, XLSXFormats.code(fill)) }
    if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.wraps {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if let alignment = style.alignment { format_set_align(format, XLSXFormats.code(alignment)) }
    if let numberFormat { format_set_num_format(format, numberFormat) }
    return format
  }

  /// The library takes 0 for «not set» and has a code of its own for black.
  private static func code(_ color: UInt32) -> UInt32 {
    color & 0xFFFFFF == 0 ? UInt32(LXW_COLOR_BLACK.rawValue) : color & 0xFFFFFF
  }

  private static func code(_ alignment: XLSXStyle.Alignment) -> UInt8 {
    switch alignment {
    case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
    case .center: UInt8(LXW_ALIGN_CENTER.rawValue)
    case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
    }
  }
}
