import GuvenceCore

/// `sharedStrings.xml`: plain and rich texts; phonetic runs are left out.
final class SharedStringsPart: XMLVisitor {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var cleaned: Set<Int> = []
  private var start = 0
  private var (isReading, isPhonetic) = (false, false)
  private let fileName: String
  private let limits: ExchangeLimits

  private init(file: String, _ limits: ExchangeLimits, statedSize: Int) {
    (fileName, self.limits) = (file, limits)
    // Untouched memory costs nothing; growing by doubling would hold the texts twice.
    bytes.reserveCapacity(min(statedSize, limits.sharedTextBytes))
  }

  static func read(_ part: String, of zip: ZipReader, _ limits: ExchangeLimits) throws -> SharedStrings {
    let visitor = SharedStringsPart(file: zip.file, limits, statedSize: zip.statedSize(part))
    try XMLPart.parse(part, of: zip, limits, with: visitor)
    return SharedStrings(bytes: visitor.bytes, ends: visitor.ends, cleaned: visitor.cleaned)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    switch depth {
    case 2: start = bytes.count
    case 3: (isPhonetic, isReading) = (name == "rPh", name == "t")
    case 4: isReading = !isPhonetic && name == "t"
    default: isReading = false
    }
  }

  override func end(_ name: XMLName) throws {
    isReading = false
    guard depth == 2, name == "si" else { return }
    if TextCleaning.clean(&bytes, from: start, unescaping: true), cleaned.count < limits.diagnostics {
      cleaned.insert(ends.count)
    }
    ends.append(UInt32(bytes.count))
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    guard isReading else { return }
    guard bytes.count + piece.count <= limits.sharedTextBytes else { throw ExchangeRefusal.tooMuchData(fileName) }
    guard bytes.count - start + piece.count <= limits.cellBytes else {
      throw ExchangeRefusal.cellTooLong(at: .file(fileName), limits)
    }
    bytes.append(contentsOf: piece)
  }
}
