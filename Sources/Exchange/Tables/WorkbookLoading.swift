import GuvenceCore

extension Workbook {
  /// Reads a whole file into memory, workbook or CSV by its content. Throws `ExchangeRefusal`.
  public static func read(path: String, name: String? = nil, limits: ExchangeLimits = ExchangeLimits()) throws
    -> Workbook
  {
    let file = name ?? path
    try InputFile.checkSize(path, name: file, limits)
    switch FileKind.of(try InputFile.prefix(path, name: file, count: 8), name: file) {
    case .container: return try load(XLSXReader(path: path, name: name, limits: limits), limits)
    case .oldOffice: throw ExchangeRefusal.oldFormat(file)
    case .foreign: throw ExchangeRefusal.notATable(file)
    case .other: return try load(CSVReader(path: path, name: name, limits: limits), limits)
    }
  }

  /// Reads a file already in memory, as an upload is; `name` is what findings call it. Throws `ExchangeRefusal`.
  public static func read(bytes: [UInt8], name: String, limits: ExchangeLimits = ExchangeLimits()) throws -> Workbook {
    switch FileKind.of(Array(bytes.prefix(8)), name: name) {
    case .container: return try load(XLSXReader(bytes: bytes, name: name, limits: limits), limits)
    case .oldOffice: throw ExchangeRefusal.oldFormat(name)
    case .foreign: throw ExchangeRefusal.notATable(name)
    case .other: return try load(CSVReader(bytes: bytes, name: name, limits: limits), limits)
    }
  }

  private static func load(_ reader: XLSXReader, _ limits: ExchangeLimits) throws -> Workbook {
    var basket = Basket(file: reader.file, limits)
    let sheets = try reader.tabs.map { tab in
      var rows: [Row] = []
      let summary = try reader.forEachRow(of: tab) { row in
        try basket.weigh(row)
        rows.append(row.compacted)
      }
      return Sheet(
        name: tab.name, file: reader.file, isHidden: tab.isHidden, rows: rows, merged: summary.merged,
        diagnostics: summary.diagnostics, isDelimitedText: false)
    }
    return Workbook(file: reader.file, sheets: sheets)
  }

  private static func load(_ reader: CSVReader, _ limits: ExchangeLimits) throws -> Workbook {
    var basket = Basket(file: reader.file, limits)
    var rows: [Row] = []
    let diagnostics = try reader.forEachRow { row in
      try basket.weigh(row)
      rows.append(row.compacted)
    }
    let sheet = Sheet(
      name: "", file: reader.file, isHidden: false, rows: rows, merged: [], diagnostics: diagnostics,
      isDelimitedText: true)
    return Workbook(file: reader.file, sheets: [sheet])
  }

  /// Refuses once more is kept than memory should hold.
  private struct Basket {
    /// What a row costs by itself, in cells.
    static let rowWeight = 3
    let file: String
    let limits: ExchangeLimits
    var cells = 0
    var bytes = 0

    init(file: String, _ limits: ExchangeLimits) { (self.file, self.limits) = (file, limits) }

    mutating func weigh(_ row: Row) throws {
      cells += row.cells.count + Basket.rowWeight
      bytes += row.bytes.count
      if cells > limits.cells || bytes > limits.textBytes { throw ExchangeRefusal.tooMuchData(file) }
    }
  }
}
