import GuvenceCore

/// A BPMN 2.0 file as somebody's tool wrote it: its content as values and what is odd about it. The file is kept and
/// patched (`patched`) rather than rebuilt; untouched it is written byte for byte as it came.
public struct BPMNFile: Sendable {
  /// Largest file read, in bytes.
  public static let largest = 32 << 20

  /// Most XML elements of a file; the largest models known have some thousands.
  public static let mostElements = 50_000

  /// Name for messages.
  public let name: String
  /// What the file says.
  public let content: BPMNContent
  /// What is odd about it, none of it an error; at most `BPMNFindings.most`, the last one saying how many more.
  public let findings: [Diagnostic]
  private let original: [UInt8]

  /// Reads a file.
  ///
  /// Tolerant: what is unknown is kept, what hangs loose is told. Throws `Diagnostics` for what is no BPMN 2.0 at
  /// all: not well-formed XML, a document type declaration, too large, too many elements, another root element.
  public init(_ bytes: [UInt8], name: String) throws(Diagnostics) {
    guard bytes.count <= Self.largest else {
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(name), code: "too-large", message: "Dosya 32 MB'tan büyük",
          remedy: "Süreci alt süreçlere ayırıp ayrı dosyalar olarak aktarın.")
      ])
    }
    var notes: [Diagnostic] = []
    let tree = try Self.tree(bytes, name, &notes)
    guard let root = tree.root, root.name == "definitions", root.namespace == BPMNNames.model else {
      throw Diagnostics([Self.foreign(tree.root, name)])
    }
    guard !root.hasMore(than: Self.mostElements) else {
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(name), code: "too-many", message: "Dosyada \(Self.mostElements / 1000).000'den çok öğe var",
          remedy: "Süreci alt süreçlere ayırıp ayrı dosyalar olarak aktarın.")
      ])
    }
    let reading = BPMNReading(root)
    (self.name, original, content) = (name, bytes, reading.content)
    findings = notes + BPMNFindings(file: name, reading).all
  }

  /// The file as it came.
  public func bytes() -> [UInt8] { original }

  /// A tree of its own for whoever patches the file.
  func tree() throws(Diagnostics) -> XMLTree {
    var notes: [Diagnostic] = []
    return try Self.tree(original, name, &notes)
  }

  private static func tree(
    _ bytes: [UInt8], _ name: String, _ notes: inout [Diagnostic]
  ) throws(Diagnostics) -> XMLTree {
    do {
      return try XMLTree(withoutLeadingSpace(bytes))
    } catch {
      // Files that name UTF-16 and were saved as UTF-8, or name UTF-8 and are Latin-5: what Turkish tools wrote.
      let guess = String(validating: bytes, as: UTF8.self) == nil ? "windows-1254" : "UTF-8"
      if let line = error.mayBeOfEncoding(bytes), let tree = try? XMLTree(withoutLeadingSpace(bytes), encoding: guess) {
        notes.append(
          Diagnostic(
            .warning, at: .text(file: name, line: max(line, 1), column: 1), code: "encoding",
            message: "Dosya adını verdiği kodlamada değil; \(guess) olarak okundu",
            remedy: "Türkçe harfleri denetleyin; bozuksa dosyayı kaynağından UTF-8 olarak yeniden kaydedin."))
        return tree
      }
      throw Diagnostics([error.diagnostic(bytes, name)])
    }
  }

  /// Before an XML declaration nothing may stand, and yet some tools begin with an empty line.
  private static func withoutLeadingSpace(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(where: { !($0 == 9 || $0 == 10 || $0 == 13 || $0 == 32) }), first > 0,
      bytes[first...].starts(with: "<?xml ".utf8)
    else { return bytes }
    return Array(bytes[first...])
  }

  private static func foreign(_ root: XMLElement?, _ name: String) -> Diagnostic {
    let (element, namespace) = (root?.name ?? "", root?.namespace ?? "")
    let place = "kök öğesi «\(element)»" + (namespace.isEmpty ? ", ad alanı yok" : ", ad alanı «\(namespace)»")
    let remedy =
      switch (element, namespace) {
      case (_, BPMNNames.model): "Bu bir BPMN dosyasının parçası; dosyanın tamamını dışa aktarın."
      case ("Package", _): "XPDL okunmaz; çizim aracından BPMN 2.0 XML olarak dışa aktarın."
      case ("definitions", _), ("BpmnDiagram", _):
        "BPMN'in eski ya da taslak bir sürümü; çizim aracının yeni sürümünden BPMN 2.0 XML olarak dışa aktarın."
      default: "Çizim aracından BPMN 2.0 XML olarak dışa aktarın."
      }
    return Diagnostic(
      .error, at: .file(name), code: "not-bpmn", message: "Dosya BPMN 2.0 değil: \(place)", remedy: remedy)
  }
}

extension XMLTree.Refusal {
  /// The line where the bytes may be of another encoding than the file names; `nil` where that cannot be it.
  fileprivate func mayBeOfEncoding(_ bytes: [UInt8]) -> Int? {
    switch self {
    case .encoding(let line, _): line
    // In the wrong encoding a letter ends a name or a tag too early.
    case .malformed(let line, _, _): bytes.contains { $0 > 127 } ? line : nil
    case .doctype, .overlong, .huge, .deep: nil
    }
  }

  /// What is told of it.
  fileprivate func diagnostic(_ bytes: [UInt8], _ name: String) -> Diagnostic {
    func at(_ line: Int, _ column: Int = 1) -> Diagnostic.Place {
      .text(file: name, line: max(line, 1), column: column)
    }
    if bytes.isEmpty {
      return Diagnostic(
        .error, at: .file(name), code: "empty-file", message: "Dosya boş",
        remedy: "Dosyayı kaynağından yeniden dışa aktarın.")
    }
    switch self {
    case .doctype:
      return Diagnostic(
        .error, at: .file(name), code: "doctype", message: "Dosyada belge türü bildirimi (DOCTYPE) var",
        remedy: "Bildirimi silin; BPMN dosyasında gerekmez, kötüye kullanılabilir.")
    case .overlong(let line):
      return Diagnostic(
        .error, at: at(line), code: "overlong", message: "Tek bir etikette 20.000'den çok öznitelik var",
        remedy: "Dosyayı kaynağından, eklentisiz olarak yeniden dışa aktarın.")
    case .huge(let line):
      return Diagnostic(
        .error, at: at(line), code: "overlong", message: "Tek bir etiket, açıklama ya da bölüm 10 MB'tan uzun",
        remedy: "Dosyayı kaynağından, eklentisiz olarak yeniden dışa aktarın.")
    case .deep(let line):
      return Diagnostic(
        .error, at: at(line), code: "too-deep", message: "Öğeler 256 kattan daha derin iç içe",
        remedy: "İç içe alt süreçleri ayrı süreçlere ayırıp yeniden dışa aktarın.")
    case .encoding(let line, let column):
      let isText = String(validating: bytes, as: UTF8.self) != nil
      return Diagnostic(
        .error, at: at(line, column), code: "encoding",
        message: isText ? "Dosyada XML'in izin vermediği bir karakter var" : "Dosyanın harf kodlaması okunamıyor",
        remedy: isText ? "Karakteri silin." : "Dosyayı kaynağından UTF-8 olarak yeniden kaydedin.")
    case .malformed(let line, let column, let reason):
      return Diagnostic(
        .error, at: at(line, column), code: "malformed",
        message: "Dosya düzgün XML değil" + (reason.isEmpty ? "" : ": \(reason)"),
        remedy: "Dosya yarım kalmış olabilir; kaynağından yeniden dışa aktarın.")
    }
  }
}
