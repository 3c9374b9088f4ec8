/// The styles of a workbook being written: gives each style a number and writes `styles.xml`.
final class XLSXStyles {
  /// The numbers of a style: as it is, and as days take it.
  struct Pair {
    let plain: Int
    let day: Int
  }

  private struct CellFormat: Hashable {
    let font: Int
    let fill: Int
    let border: Int
    let numberFormat: Int
    let alignment: String
  }

  private var pairs: [XLSXStyle: Pair] = [:]
  private var fonts = Numbered<String>(["<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"])
  private var fills = Numbered<String>([
    "<fill><patternFill patternType=\"none\"/></fill>", "<fill><patternFill patternType=\"gray125\"/></fill>",
  ])
  private var numberFormats = Numbered<String>([])
  private var formats = Numbered([CellFormat(font: 0, fill: 0, border: 0, numberFormat: 0, alignment: "")])

  /// The numbers of `style`, given on first use.
  func pair(_ style: XLSXStyle) -> Pair {
    if let pair = pairs[style] { return pair }
    let plain = style.numberFormat.map { XLSXStyles.firstCustom + numberFormats.number(of: $0) } ?? 0
    let day = XLSXStyles.firstCustom + numberFormats.number(of: "dd\\.mm\\.yyyy")
    let pair = Pair(plain: number(of: style, plain), day: number(of: style, day))
    pairs[style] = pair
    return pair
  }

  /// `styles.xml`.
  var part: String {
    let codes = numberFormats.all.enumerated().map {
      "<numFmt numFmtId=\"\(XLSXStyles.firstCustom + $0)\" formatCode=\"\(XMLEscape.escaped($1))\"/>"
    }
    return XLSXParts.head
      + "<styleSheet xmlns=\"\(XLSXParts.main)\">"
      + (codes.isEmpty ? "" : list("numFmts", codes))
      + list("fonts", fonts.all) + list("fills", fills.all) + list("borders", XLSXStyles.borders)
      + list("cellStyleXfs", ["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"])
      + list("cellXfs", formats.all.map(element))
      + list("cellStyles", ["<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"])
      + "</styleSheet>"
  }

  private func number(of style: XLSXStyle, _ numberFormat: Int) -> Int {
    let format = CellFormat(
      font: fonts.number(of: font(style)), fill: style.fill.map { fills.number(of: fill($0)) } ?? 0,
      border: style.hasBorder ? 1 : 0, numberFormat: numberFormat, alignment: alignment(style))
    return formats.number(of: format)
  }

  private func element(_ format: CellFormat) -> String {
    let start =
      "<xf numFmtId=\"\(format.numberFormat)\" fontId=\"\(format.font)\" fillId=\"\(format.fill)\""
      + " borderId=\"\(format.border)\" xfId=\"0\""
      + (format.numberFormat > 0 ? " applyNumberFormat=\"1\"" : "") + (format.font > 0 ? " applyFont=\"1\"" : "")
      + (format.fill > 0 ? " applyFill=\"1\"" : "") + (format.border > 0 ? " applyBorder=\"1\"" : "")
    return format.alignment.isEmpty ? "\(start)/>" : "\(start) applyAlignment=\"1\">\(format.alignment)</xf>"
  }

  private func font(_ style: XLSXStyle) -> String {
    "<font>" + (style.isBold ? "<b/>" : "") + (style.isItalic ? "<i/>" : "")
      + "<sz val=\"\(XLSXParts.number(style.size ?? 11))\"/>"
      + (style.color.map { "<color rgb=\"\(rgb($0))\"/>" } ?? "") + "<name val=\"Calibri\"/><family val=\"2\"/></font>"
  }

  private func fill(_ color: UInt32) -> String {
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(rgb(color))\"/><bgColor indexed=\"64\"/></patternFill></fill>"
  }

  private func alignment(_ style: XLSXStyle) -> String {
    let across = style.alignment.map { " horizontal=\"\($0)\"" } ?? ""
    let down = style.wraps ? " vertical=\"top\" wrapText=\"1\"" : ""
    return across.isEmpty && down.isEmpty ? "" : "<alignment\(across)\(down)/>"
  }

  private func rgb(_ color: UInt32) -> String {
    let digits = String(color & 0xFFFFFF, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  private func list(_ name: String, _ items: [String]) -> String {
    "<\(name) count=\"\(items.count)\">\(items.joined())</\(name)>"
  }

  /// Numbers below belong to Excel's own formats.
  private static let firstCustom = 164
  private static let borders = [
    "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "<border>"
      + ["left", "right", "top", "bottom"].map { "<\($0) style=\"thin\"><color auto=\"1\"/></\($0)>" }.joined()
      + "<diagonal/></border>",
  ]
}

/// Items numbered in the order of their first use.
private struct Numbered<Item: Hashable> {
  private(set) var all: [Item]
  private var numbers: [Item: Int]

  init(_ items: [Item]) {
    all = items
    numbers = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1, $0) })
  }

  mutating func number(of item: Item) -> Int {
    if let number = numbers[item] { return number }
    numbers[item] = all.count
    all.append(item)
    return all.count - 1
  }
}
