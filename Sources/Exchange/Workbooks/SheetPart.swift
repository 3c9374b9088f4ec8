import GuvenceCore

/// A worksheet part: hands over one row at a time, reusing its buffers.
final class SheetPart: XMLVisitor {
  /// What the cells of a workbook refer to.
  struct Context {
    let file: String
    let sheet: String
    let strings: SharedStrings
    let showsDay: [Bool]
    let usesDatesFrom1904: Bool
    let limits: ExchangeLimits
  }

  /// What was found so far.
  private(set) var scan: SheetScan

  init(_ context: Context, deliver: @escaping (Row) throws -> Void) {
    scan = SheetScan(context, deliver: deliver)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    try scan.start(name, attributes, depth: depth)
  }

  override func end(_ name: XMLName) throws { try scan.end(depth: depth) }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws { try scan.text(piece) }
}
