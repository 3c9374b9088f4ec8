import GuvenceCore

/// How much of an outside file is taken before it is refused. The defaults let a sheet
/// of 100,000 × 15 cells through and stop hostile files within two seconds and 256 MiB.
public struct ExchangeLimits: Sendable {
  /// Bytes of the file itself.
  public var fileBytes = 50 << 20
  /// Entries of a ZIP container.
  public var entries = 10_000
  /// Bytes of one part after inflating.
  public var partBytes = 128 << 20
  /// Bytes of all parts read from one container, after inflating.
  public var totalBytes = 192 << 20
  /// Inflated bytes for each compressed byte, looked at once `ratioFreeBytes` are inflated.
  public var ratio = 100
  /// Bytes a part may inflate to before its ratio counts.
  public var ratioFreeBytes = 10 << 20
  /// Nesting of XML elements.
  public var depth = 64
  /// Attributes of one XML element, also namespace declarations.
  public var attributes = 256
  /// Bytes of XML the parser may hold back while it waits for the end of one tag.
  public var pendingXML = 128 << 10
  /// UTF-8 bytes of one cell or field.
  public var cellBytes = 1 << 20
  /// UTF-8 bytes of all cells of one row.
  public var rowBytes = 16 << 20
  /// UTF-8 bytes of all shared texts of a workbook.
  public var sharedTextBytes = 96 << 20
  /// Filled cells of a file read whole into memory; each row counts as three more.
  public var cells = 1_200_000
  /// UTF-8 bytes of the cells of a file read whole into memory.
  public var textBytes = 64 << 20
  /// Findings kept for one sheet; the rest is counted only.
  public var diagnostics = 500

  /// Bytes of a container's directory: generous for the entries allowed.
  var directoryBytes: Int { entries * 256 }

  /// The defaults.
  public init() {}
}
