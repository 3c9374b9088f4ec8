import GuvenceCore

/// A BPMN 2.0 file as somebody's tool wrote it: its content as values and what is odd about it. The file is kept and
/// patched (`patched`) rather than rebuilt; untouched it is written byte for byte as it came.
public struct BPMNFile: Sendable {
  /// Largest file read, in bytes.
  public static let largest = 32 << 20

  /// Most XML elements of a file; the largest models known have some thousands.
  public static let mostElements = 50_000

  /// Longest name or id of an element that is read, in bytes.
  static let longestName = 1 << 20

  /// Name for messages.
  public let name: String
  /// What the file says.
  public let content: BPMNContent
  /// What is odd about it, none of it an error; at most `BPMNFindings.most`, the last one saying how many more.
  public let findings: [Diagnostic]
  private let original: [UInt8]
  private let main: BPMNChart?

  /// Reads a file.
  ///
  /// Tolerant: what is unknown is kept, what hangs loose is told. Throws `Diagnostics` for what is no BPMN 2.0 at
  /// all: not well-formed XML, a document type declaration, too large, too many elements, another root element.
  public init(_ bytes: [UInt8], name: String) throws(Diagnostics) {
    guard bytes.count <= Self.largest else {
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(name), code: "too-large",
          text: Localized("Dosya 32 MB'tan büyük", "The file is larger than 32 MB"), advice: Self.split)
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
          .error, at: .file(name), code: "too-many",
          text: Localized(
            "Dosyada \(Self.mostElements / 1000).000'den çok öğe var",
            "The file has more than \(Self.mostElements / 1000),000 elements"), advice: Self.split)
      ])
    }
    if let line = root.lineOfOverlong(than: Self.longestName) {
      throw Diagnostics([
        Diagnostic(
          .error, at: .text(file: name, line: max(line, 1), column: 1), code: "overlong",
          text: Localized(
            "Bir öğenin adı ya da kimliği 1 MB'tan uzun", "The name or id of an element is longer than 1 MB"),
          advice: Localized(
            "Adı kısaltın; uzun metinler açıklama (documentation) öğesine yazılır.",
            "Shorten the name; long texts belong into the documentation of the element."))
      ])
    }
    let reading = BPMNReading(root)
    (self.name, original, content) = (name, bytes, reading.content)
    main = reading.content.chart(of: nil)
    findings = notes + BPMNFindings(file: name, reading, charted: main?.process).all
  }

  /// The process with the most nodes at its top, or the one with this id, as a chart; `nil` where there is none.
  public func chart(of process: String? = nil) -> BPMNChart? {
    process == nil || process == main?.process ? main : content.chart(of: process)
  }

  private static let split = Localized(
    "Süreci alt süreçlere ayırıp ayrı dosyalar olarak aktarın.",
    "Split the process into sub-processes and export them as files of their own.")

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
    // Files that name UTF-16 or Latin-5 and were saved as UTF-8, or name UTF-8 and are Latin-5: what Turkish tools wrote.
    let isText = String(validating: bytes, as: UTF8.self) != nil
    let guess = isText ? "UTF-8" : "windows-1254"
    func other(_ line: Int) -> XMLTree? {
      guard let tree = try? XMLTree(withoutLeadingSpace(bytes), encoding: guess) else { return nil }
      notes.append(
        Diagnostic(
          .warning, at: .text(file: name, line: max(line, 1), column: 1), code: "encoding",
          text: Localized(
            "Dosya adını verdiği kodlamada değil; \(guess) olarak okundu",
            "The file is not in the encoding it names; it was read as \(guess)"),
          advice: Localized(
            "Türkçe harfleri denetleyin; bozuksa dosyayı kaynağından UTF-8 olarak yeniden kaydedin.",
            "Check the Turkish letters; where they are wrong save the file again as UTF-8.")))
      return tree
    }
    do {
      let tree = try XMLTree(withoutLeadingSpace(bytes))
      // Text in an alphabet of single bytes is hardly ever right as UTF-8, and never so by chance over a whole file.
      let isOther = isText && tree.namesSingleBytes && bytes.contains { $0 > 127 }
      return isOther ? other(1) ?? tree : tree
    } catch {
      if let line = error.mayBeOfEncoding(bytes), let tree = other(line) { return tree }
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
    let shown = (element.shortened(), namespace.shortened())
    let text = Localized(
      "Dosya BPMN 2.0 değil: kök öğesi «\(shown.0)», " + (namespace.isEmpty ? "ad alanı yok" : "ad alanı «\(shown.1)»"),
      "The file is not BPMN 2.0: its root element is «\(shown.0)», "
        + (namespace.isEmpty ? "without namespace" : "namespace «\(shown.1)»"))
    let advice =
      switch (element, namespace) {
      case (_, BPMNNames.model):
        Localized(
          "Bu bir BPMN dosyasının parçası; dosyanın tamamını dışa aktarın.",
          "This is a part of a BPMN file; export the whole file.")
      case ("Package", _):
        Localized(
          "XPDL okunmaz; çizim aracından BPMN 2.0 XML olarak dışa aktarın.",
          "XPDL is not read; export BPMN 2.0 XML from the drawing tool.")
      case ("definitions", _), ("BpmnDiagram", _):
        Localized(
          "BPMN'in eski ya da taslak bir sürümü; çizim aracının yeni sürümünden BPMN 2.0 XML olarak dışa aktarın.",
          "An old or draft version of BPMN; export BPMN 2.0 XML from a new version of the drawing tool.")
      default:
        Localized(
          "Çizim aracından BPMN 2.0 XML olarak dışa aktarın.", "Export BPMN 2.0 XML from the drawing tool.")
      }
    return Diagnostic(.error, at: .file(name), code: "not-bpmn", text: text, advice: advice)
  }
}
