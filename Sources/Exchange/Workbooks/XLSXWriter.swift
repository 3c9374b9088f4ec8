import GuvenceCore

/// Writes an Excel workbook, one row at a time, in constant memory. The file appears, whole, with `close()`. It carries
/// no clock: the same content gives the same bytes.
///
/// Texts are written as inline strings, so none can become a formula. Not `Sendable`: one writer, one thread.
public final class XLSXWriter {
  private let book: XLSXBook
  private let path: String
  private var names: Set<String> = []
  private var sheets: [XLSXSheetWriter] = []

  /// Starts a workbook at `path`, which is replaced by `close()`; `created` is what the file says of its making.
  /// Throws `ExchangeRefusal`.
  public init(path: String, title: String = "", created: Instant? = nil) throws {
    book = try XLSXBook(path: path, title: title, created: created)
    self.path = path
  }

  /// Adds a sheet. The name is bent to Excel's rules: 31 characters, none of `[]:*?/\`, and not twice.
  public func addSheet(_ name: String, layout: XLSXLayout = XLSXLayout()) -> XLSXSheetWriter {
    let name = SheetName.fitted(name, taken: names)
    names.insert(TurkishText.fold(name))
    let sheet = XLSXSheetWriter(name: name, file: path, book, layout)
    sheets.append(sheet)
    return sheet
  }

  /// Writes the file; rows are refused afterwards. An empty sheet is added where there is none. Throws
  /// `ExchangeRefusal`; the old file, where there was one, then stands unchanged.
  public func close() throws {
    guard book.isOpen else { return }
    if sheets.isEmpty { _ = addSheet("") }
    for sheet in sheets { sheet.finish() }
    let made = sheets.compactMap(\.sheet)
    guard made.count == sheets.count else { throw ExchangeRefusal.unwritable(path) }
    try book.finish(made)
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
