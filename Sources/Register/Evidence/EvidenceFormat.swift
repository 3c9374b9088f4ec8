import GuvenceCore

/// Kinds of files that are taken as evidence. What a browser would run is not among them.
public enum EvidenceFormat: String, Sendable, CaseIterable {
  case pdf
  case png
  case jpg
  case docx
  case xlsx
  case pptx
  case odt
  case ods
  case odp
  /// Official letter as a package (e-yazışma paketi).
  case eyp
  /// Document of the courts' editor (UYAP).
  case udf
  case txt
  case csv
  /// An e-mail as it was sent.
  case eml

  /// The format that the ending of `name` says; `nil` for endings that are not taken.
  public init?(fileName name: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = TurkishText.fold(String(name[name.index(after: dot)...]))
    self.init(rawValue: ending == "jpeg" ? "jpg" : ending)
  }

  /// Media type by which it is handed out.
  public var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpg: "image/jpeg"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case .odt: "application/vnd.oasis.opendocument.text"
    case .ods: "application/vnd.oasis.opendocument.spreadsheet"
    case .odp: "application/vnd.oasis.opendocument.presentation"
    case .eyp, .udf: "application/octet-stream"
    case .txt: "text/plain; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .eml: "message/rfc822"
    }
  }

  /// Whether `bytes` begin as files of this format do. Text has no zero byte, unless it says that it is UTF-16.
  public func fits(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .pdf: bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .docx, .xlsx, .pptx, .odt, .ods, .odp, .eyp, .udf: bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    case .txt, .csv, .eml:
      bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || !bytes.contains(0)
    }
  }
}
