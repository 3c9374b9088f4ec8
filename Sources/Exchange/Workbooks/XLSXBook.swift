internal import CXLSXWriter
import Glibc
import GuvenceCore

/// The library's workbook. Sheets hold on to it, so that none can outlive what it writes into.
final class XLSXBook {
  typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

  /// Whether rows can still be written.
  private(set) var isOpen = true

  private var formats: XLSXFormats
  private let path: String
  private let draft: String
  private let workbook: UnsafeMutablePointer<lxw_workbook>

  /// Starts a workbook that will stand at `path`. Throws `ExchangeRefusal`.
  init(path: String, title: String, created: Instant?) throws {
    let draft = try XLSXBook.reserveDraft(beside: path)
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(draft, &options) else {
      unlink(draft)
      throw ExchangeRefusal.unwritable(path)
    }
    (self.path, self.draft, self.workbook, formats) = (path, draft, workbook, XLSXFormats(workbook))
    describe(title: title, created: created)
  }

  deinit {
    guard isOpen else { return }
    lxw_workbook_free(workbook)
    unlink(draft)
  }

  /// Adds a sheet; `nil` where there is no room for what it keeps outside memory.
  func addSheet(_ name: String) -> Sheet? {
    guard isOpen, let sheet = workbook_add_worksheet(workbook, name) else { return nil }
    // The library quotes a name in references only for its signs; `2026` and `A1` need it as much, or Excel calls the
    // file damaged. It frees the name with the sheet.
    if let quoted = sheet.pointee.quoted_name, quoted.pointee != 0x27, let own = strdup("'\(name)'") {
      free(quoted)
      sheet.pointee.quoted_name = own
    }
    return sheet
  }

  /// The formats of `style`; none once the workbook is closed.
  func formats(of style: XLSXStyle) -> XLSXFormats.Pair {
    isOpen ? formats.pair(style) : XLSXFormats.Pair(plain: nil, day: nil)
  }

  /// Writes the file and puts it in its place; `sheets` are all that were added. Throws `ExchangeRefusal`.
  func finish(_ sheets: [Sheet]) throws {
    guard isOpen else { return }
    let sizes = sheets.map(XLSXBook.rowBytes)
    isOpen = false
    let status = workbook_close(workbook)
    guard status == LXW_NO_ERROR, isComplete(sizes), rename(draft, path) == 0 else {
      unlink(draft)
      throw ExchangeRefusal.unwritable(path)
    }
  }

  /// The library does not notice a full disk while it collects rows, so what arrived is measured against what was sent.
  private func isComplete(_ sizes: [Int?]) -> Bool {
    var limits = ExchangeLimits()
    (limits.fileBytes, limits.entries) = (.max, 1_000_000)
    guard let reader = try? ZipReader(path: draft, name: path, limits: limits) else { return false }
    return sizes.enumerated().allSatisfy { index, size in
      size.map { $0 < reader.statedSize("xl/worksheets/sheet\(index + 1).xml") } ?? false
    }
  }

  /// Bytes of the rows of a sheet; `nil` where some could not be kept.
  private static func rowBytes(_ sheet: Sheet) -> Int? {
    lxw_worksheet_write_single_row(sheet)
    guard let rows = sheet.pointee.optimize_tmpfile, fflush(rows) == 0, ferror(rows) == 0 else { return nil }
    return ftell(rows)
  }

  private func describe(title: String, created: Instant?) {
    var properties = lxw_doc_properties()
    // The library would take 0 for the present moment; 01.01.1980 is what a ZIP container says without a clock.
    let seconds = created.map { time_t($0.milliseconds / 1000) } ?? 0
    properties.created = seconds == 0 ? 315_532_800 : seconds
    TextCleaning.clean(title).withCString { text in
      // The library copies the text and does not write to it.
      properties.title = title.isEmpty ? nil : UnsafeMutablePointer(mutating: text)
      workbook_set_properties(workbook, &properties)
    }
  }

  /// A new empty file in the folder of `path`, readable as the user's files are.
  private static func reserveDraft(beside path: String) throws -> String {
    let folder = path.utf8.lastIndex(of: 0x2F).map { String(path[...$0]) } ?? ""
    for _ in 0..<16 {
      let draft = "\(folder).\(String(UInt64.random(in: 0...(.max)), radix: 36)).xlsx.part"
      let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if file >= 0 {
        close(file)
        return draft
      }
      guard errno == EEXIST else { break }
    }
    throw ExchangeRefusal.unwritable(path)
  }
}
