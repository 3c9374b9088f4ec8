import GuvenceCore

/// Writes an Excel workbook, one row at a time, in constant memory. The file appears with `close()`. It carries no clock:
/// the same content gives the same bytes.
///
/// Texts are written as inline strings, so none can become a formula. Not `Sendable`: one writer, one thread.
public final class XLSXWriter {
  private let zip: ZipWriter
  private let title: String
  private let created: Instant?
  private let styles = XLSXStyles()
  private var names: Set<String> = []
  private var sheets: [XLSXSheetWriter] = []
  private let path: String

  /// Starts a workbook at `path`, which is replaced by `close()`; `created` is what the file says of its making.
  /// Throws `ExchangeRefusal`.
  public init(path: String, title: String = "", created: Instant? = nil) throws {
    // Sheets compress well; harder levels cost several times the time for a few percent.
    zip = try ZipWriter(path: path, level: 2)
    (self.path, self.title, self.created) = (path, title, created)
    _ = styles.pair(XLSXStyle())
  }

  /// Adds a sheet. The name is bent to Excel's rules: 31 characters, none of `[]:*?/\`, and not twice.
  public func addSheet(_ name: String, layout: XLSXLayout = XLSXLayout()) -> XLSXSheetWriter {
    let name = SheetName.fitted(name, taken: names)
    names.insert(TurkishText.fold(name))
    let sheet = XLSXSheetWriter(name: name, file: path, styles, layout)
    sheets.append(sheet)
    return sheet
  }

  /// Writes the file; sheets must not be touched afterwards. An empty sheet is added where there is none. Throws
  /// `ExchangeRefusal`.
  public func close() throws {
    if sheets.isEmpty { _ = addSheet("") }
    try zip.add("[Content_Types].xml", XLSXParts.contentTypes(sheets: sheets.count))
    try zip.add("_rels/.rels", XLSXParts.rootLinks)
    try zip.add("docProps/core.xml", XLSXParts.properties(title: title, created: created))
    try zip.add("xl/workbook.xml", XLSXParts.workbook(sheets))
    try zip.add("xl/_rels/workbook.xml.rels", XLSXParts.workbookLinks(sheets: sheets.count))
    try zip.add("xl/styles.xml", styles.part)
    for (index, sheet) in sheets.enumerated() {
      try zip.add("xl/worksheets/sheet\(index + 1).xml", sheet.finished())
    }
    try zip.close()
  }
}

/// Names of tabs.
enum SheetName {
  /// `name` without what Excel forbids, at most 31 characters, numbered where its folded form is `taken`.
  static func fitted(_ name: String, taken: Set<String>) -> String {
    let allowed = TextCleaning.clean(name).map { "[]:*?/\\\n\t".contains($0) ? " " : $0 }
    let trimmed = String(allowed).split(separator: " ").joined(separator: " ")
    let base = cut(trimmed.isEmpty ? "Sayfa" : trimmed, to: 31)
    var (candidate, number) = (base, 2)
    while taken.contains(TurkishText.fold(candidate)) {
      let suffix = " (\(number))"
      candidate = cut(base, to: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return candidate
  }

  private static func cut(_ text: String, to length: Int) -> String {
    var text = text
    while text.utf16.count > length { text.removeLast() }
    while let last = text.last, last == "'" || last == " " { text.removeLast() }
    while text.first == "'" { text.removeFirst() }
    return text.isEmpty ? "Sayfa" : text
  }
}
