import GuvenceCore

/// Reads Excel workbooks (`.xlsx`, `.xlsm`), one row at a time, in bounded memory.
///
/// Formulas are never calculated, links never followed, macros never looked at. Not `Sendable`: one reader, one thread.
public final class XLSXReader {
  /// A tab of the workbook.
  public struct Tab: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Whether it is hidden.
    public let isHidden: Bool
    let part: String
  }

  /// What is known of a sheet once all its rows are read.
  public struct Summary: Sendable {
    /// Merged cells.
    public let merged: [CellRange]
    /// What was remarkable; an error means that a cell was left out.
    public let diagnostics: [Diagnostic]
  }

  /// The worksheets in the order of the tabs; charts and macro sheets are left out.
  public let tabs: [Tab]
  /// The file as the user named it.
  public var file: String { zip.file }

  private let zip: ZipReader
  private let limits: ExchangeLimits
  private let usesDatesFrom1904: Bool
  private let showsDay: [Bool]
  private let strings: SharedStrings

  /// Opens a workbook on disk; `name` is what findings call it. Throws `ExchangeRefusal`.
  public convenience init(path: String, name: String? = nil, limits: ExchangeLimits = ExchangeLimits()) throws {
    let head = try InputFile.prefix(path, name: name ?? path, count: 8)
    try FileKind.requireContainer(head, file: name ?? path)
    try self.init(ZipReader(path: path, name: name, limits: limits), limits)
  }

  /// Opens a workbook in memory, as an upload is. Throws `ExchangeRefusal`.
  public convenience init(bytes: [UInt8], name: String, limits: ExchangeLimits = ExchangeLimits()) throws {
    try FileKind.requireContainer(Array(bytes.prefix(8)), file: name)
    try self.init(ZipReader(bytes: bytes, name: name, limits: limits), limits)
  }

  private init(_ zip: ZipReader, _ limits: ExchangeLimits) throws {
    (self.zip, self.limits) = (zip, limits)
    let root = try Relationships.of("", in: zip, limits)
    let part = root.first("officeDocument") ?? "xl/workbook.xml"
    guard zip.contains(part) else { throw ExchangeRefusal.notATable(zip.file) }
    guard !part.hasSuffix(".bin") else { throw ExchangeRefusal.oldFormat(zip.file) }
    let workbook = WorkbookPart()
    try XMLPart.parse(part, of: zip, limits, with: workbook)
    let links = try Relationships.of(part, in: zip, limits)
    tabs = try XLSXReader.tabs(workbook, links, zip, limits)
    usesDatesFrom1904 = workbook.usesDatesFrom1904
    let styles = StylesPart()
    if let part = links.first("styles"), zip.contains(part) {
      try XMLPart.parse(part, of: zip, limits, with: styles)
    }
    showsDay = styles.showsDay
    if let part = links.first("sharedStrings"), zip.contains(part) {
      strings = try SharedStringsPart.read(part, of: zip, limits)
    } else {
      strings = .none
    }
  }

  /// Calls `body` with every row that holds something, in order; keep `row.compacted`, not `row`.
  /// Throws `ExchangeRefusal`, and whatever `body` throws, which ends the reading.
  @discardableResult
  public func forEachRow(of tab: Tab, _ body: (Row) throws -> Void) throws -> Summary {
    try withoutActuallyEscaping(body) { body in
      let context = SheetPart.Context(
        file: zip.file, sheet: tab.name, strings: strings, showsDay: showsDay, usesDatesFrom1904: usesDatesFrom1904,
        limits: limits)
      let sheet = SheetPart(context, deliver: body)
      try XMLPart.parse(tab.part, of: zip, limits, with: sheet)
      let place = Diagnostic.Place.cell(file: zip.file, sheet: tab.name, cell: "")
      return Summary(merged: sheet.scan.merged, diagnostics: sheet.scan.findings.all(at: place))
    }
  }

  private static func tabs(
    _ workbook: WorkbookPart, _ links: Relationships, _ zip: ZipReader, _ limits: ExchangeLimits
  ) throws -> [Tab] {
    guard workbook.tabs.count <= limits.entries else {
      throw ExchangeRefusal.tooManyEntries(zip.file, workbook.tabs.count, limits)
    }
    let tabs: [Tab] = workbook.tabs.compactMap { tab in
      guard let target = links.targets[tab.relationship], target.kind == "worksheet" else { return nil }
      return Tab(name: tab.name, isHidden: tab.isHidden, part: target.part)
    }
    guard !tabs.isEmpty else { throw ExchangeRefusal.notATable(zip.file) }
    return tabs
  }
}
