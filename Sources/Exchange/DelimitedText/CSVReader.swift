import GuvenceCore

/// Reads CSV: fields parted by `;`, `,` or tab, quoted by `"` where needed (RFC 4180), in any accepted encoding.
///
/// All values are texts; `TurkishNumber` and `TurkishDate` tell numbers and days from them. Fields guarded against
/// formulas lose their apostrophe (see `CSVWriter`).
public struct CSVReader: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The encoding found.
  public let encoding: TextEncoding
  /// The delimiter found.
  public var delimiter: Delimiter { layout.delimiter }

  private let bytes: [UInt8]
  private let layout: Delimiter.Finding
  private let limits: ExchangeLimits

  /// Opens a file on disk; `name` is what findings call it. Throws `ExchangeRefusal`.
  public init(path: String, name: String? = nil, limits: ExchangeLimits = ExchangeLimits()) throws {
    let file = name ?? path
    try self.init(bytes: InputFile.bytes(path, name: file, limits), name: file, limits: limits)
  }

  /// Reads a file in memory, as an upload is. Throws `ExchangeRefusal`.
  public init(bytes: [UInt8], name: String, limits: ExchangeLimits = ExchangeLimits()) throws {
    guard bytes.count <= limits.fileBytes else { throw ExchangeRefusal.fileTooLarge(name, limits) }
    guard let (text, encoding) = TextDecoding.decode(bytes), !text.prefix(64 << 10).contains(0) else {
      throw ExchangeRefusal.notText(name)
    }
    (file, self.bytes, self.encoding, self.limits) = (name, text, encoding, limits)
    layout = Delimiter.detect(text)
  }

  /// Calls `body` with every record that holds something, in order; gives the findings back. Throws `ExchangeRefusal`
  /// for a field or record beyond all bounds, and whatever `body` throws.
  @discardableResult
  public func forEachRow(_ body: (Row) throws -> Void) throws -> [Diagnostic] {
    try bytes.withUnsafeBufferPointer { buffer in
      var scan = CSVScan(buffer, layout, file: file, limits)
      if encoding == .windows1254 { scan.reportEncoding() }
      while try scan.next() {
        if !scan.row.isEmpty { try body(scan.row) }
      }
      return scan.findings.all(at: .file(file))
    }
  }
}
