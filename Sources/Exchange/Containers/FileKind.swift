import GuvenceCore

/// What a file is by its first bytes and its name.
enum FileKind {
  /// A ZIP container.
  case container
  /// An OLE compound file: `.xls`, and `.xlsx` with a password.
  case oldOffice
  /// Certainly no table: PDF, XML, HTML, RTF, or a file that calls itself a workbook and is none.
  case foreign
  /// Perhaps text.
  case other

  static func of(_ head: [UInt8], name: String = "") -> FileKind {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return .container
    }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldOffice }
    let isMarked = ["%PDF", "<?xml", "<html", "<!DOC", "{\\rtf"].contains { head.starts(with: $0.utf8) }
    let folded = TurkishText.fold(name)
    let isNamedWorkbook = [".xlsx", ".xlsm", ".xlsb", ".xls"].contains { folded.hasSuffix($0) }
    return isMarked || isNamedWorkbook ? .foreign : .other
  }

  static func requireContainer(_ head: [UInt8], file: String) throws {
    switch of(head) {
    case .container: return
    case .oldOffice: throw ExchangeRefusal.oldFormat(file)
    case .foreign, .other: throw ExchangeRefusal.notATable(file)
    }
  }
}
