/// How a cell of a written workbook looks.
public struct XLSXStyle: Hashable, Sendable {
  /// Where the content stands.
  public enum Alignment: Sendable {
    /// To the left.
    case left
    /// In the middle.
    case center
    /// To the right.
    case right
  }

  /// Bold letters.
  public var isBold = false
  /// Slanted letters.
  public var isItalic = false
  /// Letter size in points; `nil` for the workbook's 11.
  public var size: Double?
  /// Letter colour `0xRRGGBB`.
  public var color: UInt32?
  /// Fill colour `0xRRGGBB`.
  public var fill: UInt32?
  /// Thin lines on all four sides.
  public var hasBorder = false
  /// Long texts broken into lines, from the top of the cell.
  public var wraps = false
  /// Where the content stands; `nil` leaves it to its kind.
  public var alignment: Alignment?
  /// Excel number format for numbers, `0.00` for example; days always take `dd.mm.yyyy`.
  public var numberFormat: String?

  /// A style with nothing set.
  public init() {}

  /// White letters on a dark blue fill, bold, wrapped: the head of a table.
  public static let header = XLSXStyle.with {
    ($0.isBold, $0.wraps, $0.hasBorder) = (true, true, true)
    ($0.color, $0.fill) = (0xFFFFFF, 0x1F3A5F)
  }

  /// Large bold letters in the middle: the title above a table.
  public static let title = XLSXStyle.with { ($0.isBold, $0.size, $0.alignment) = (true, 14, .center) }

  /// Borders and wrapped text: the body of a table.
  public static let body = XLSXStyle.with { ($0.hasBorder, $0.wraps) = (true, true) }

  /// A style made by setting some of its properties.
  public static func with(_ set: (inout XLSXStyle) -> Void) -> XLSXStyle {
    var style = XLSXStyle()
    set(&style)
    return style
  }
}
