internal import CXLSXWriter
import Glibc
import GuvenceCore

/// Writes an Excel workbook, one row at a time, in constant memory. The file appears with `close()`.
///
/// Not `Sendable`: one writer, one thread.
public final class XLSXWriter {
  private let path: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let formats: XLSXFormats
  private var names: Set<String> = []

  /// Starts a workbook at `path`, which is overwritten. The same content with the same `created` gives the same bytes;
  /// without it the present moment is written in. Throws `ExchangeRefusal`.
  public init(path: String, title: String = "", created: Instant? = nil) throws {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(path, &options) else { throw ExchangeRefusal.unwritable(path) }
    (self.path, self.workbook, formats) = (path, workbook, XLSXFormats(workbook))
    var properties = lxw_doc_properties()
    properties.created = created.map { time_t($0.milliseconds / 1000) } ?? 0
    title.withCString { text in
      // The library copies the text and does not write to it.
      properties.title = title.isEmpty ? nil : UnsafeMutablePointer(mutating: text)
      workbook_set_properties(workbook, &properties)
    }
  }

  deinit { if let workbook { lxw_workbook_free(workbook) } }

  /// Adds a sheet, to be filled before the next one is added. The name is bent to Excel's rules: 31 characters, none of
  /// `[]:*?/\`, and not twice. Throws `ExchangeRefusal`.
  public func addSheet(_ name: String, columns: [XLSXSheetWriter.Column] = []) throws -> XLSXSheetWriter {
    let name = SheetName.fitted(name, taken: names)
    names.insert(TurkishText.fold(name))
    guard let workbook, let sheet = workbook_add_worksheet(workbook, name) else {
      throw ExchangeRefusal.unwritable(path)
    }
    return XLSXSheetWriter(sheet, name: name, file: path, formats, columns)
  }

  /// Writes the file; sheets must not be touched afterwards. Throws `ExchangeRefusal`.
  public func close() throws {
    guard let workbook else { return }
    self.workbook = nil
    guard workbook_close(workbook) == LXW_NO_ERROR else { throw ExchangeRefusal.unwritable(path) }
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
