import GuvenceCore

/// Refusals of the parser in words.
extension XMLTree.Refusal {
  /// The line where the bytes may be of another encoding than the file names; `nil` where that cannot be it.
  func mayBeOfEncoding(_ bytes: [UInt8]) -> Int? {
    switch self {
    case .encoding(let line, _): line
    // In the wrong encoding a letter ends a name or a tag too early.
    case .malformed(let line, _, _): bytes.contains { $0 > 127 } ? line : nil
    case .doctype, .overlong, .huge, .deep: nil
    }
  }

  /// What is told of it.
  func diagnostic(_ bytes: [UInt8], _ name: String) -> Diagnostic {
    guard !bytes.isEmpty else {
      return Diagnostic(
        .error, at: .file(name), code: "empty-file", text: Localized("Dosya boş", "The file is empty"),
        advice: Self.again)
    }
    let (code, line, column, text, advice) = words(bytes)
    let place: Diagnostic.Place = line.map { .text(file: name, line: max($0, 1), column: column) } ?? .file(name)
    return Diagnostic(.error, at: place, code: code, text: text, advice: advice)
  }

  private typealias Words = (code: String, line: Int?, column: Int, text: Localized, advice: Localized)

  private func words(_ bytes: [UInt8]) -> Words {
    switch self {
    case .doctype:
      (
        "doctype", nil, 1,
        Localized(
          "Dosyada belge türü bildirimi (DOCTYPE) var", "The file carries a document type declaration (DOCTYPE)"),
        Localized(
          "Bildirimi silin; BPMN dosyasında gerekmez, kötüye kullanılabilir.",
          "Delete the declaration; BPMN needs none, and it can be abused.")
      )
    case .overlong(let line):
      (
        "overlong", line, 1,
        Localized("Tek bir etikette 20.000'den çok öznitelik var", "One tag has more than 20,000 attributes"),
        Self.plain
      )
    case .huge(let line):
      (
        "overlong", line, 1,
        Localized(
          "Tek bir etiket, açıklama ya da bölüm 10 MB'tan uzun", "One tag, comment or section is longer than 10 MB"),
        Self.plain
      )
    case .deep(let line):
      (
        "too-deep", line, 1,
        Localized("Öğeler 256 kattan daha derin iç içe", "Elements are nested more than 256 deep"),
        Localized(
          "İç içe alt süreçleri ayrı süreçlere ayırıp yeniden dışa aktarın.",
          "Make nested sub-processes processes of their own and export again.")
      )
    case .encoding(let line, let column): Self.encoding(line, column, bytes)
    case .malformed(let line, let column, let reason):
      (
        "malformed", line, column,
        Localized(
          "Dosya düzgün XML değil" + (reason.turkish.isEmpty ? "" : ": \(reason.turkish)"),
          "The file is not well-formed XML" + (reason.english.isEmpty ? "" : ": \(reason.english)")),
        Localized(
          "Dosya yarım kalmış olabilir; kaynağından yeniden dışa aktarın.",
          "The file may be cut off; export it again from its source.")
      )
    }
  }

  private static func encoding(_ line: Int, _ column: Int, _ bytes: [UInt8]) -> Words {
    guard String(validating: bytes, as: UTF8.self) == nil else {
      return (
        "encoding", line, column,
        Localized(
          "Dosyada XML'in izin vermediği bir karakter var", "The file holds a character that XML does not allow"),
        Localized("Karakteri silin.", "Delete the character.")
      )
    }
    return (
      "encoding", line, column,
      Localized("Dosyanın harf kodlaması okunamıyor", "The encoding of the file cannot be read"),
      Localized("Dosyayı kaynağından UTF-8 olarak yeniden kaydedin.", "Save the file again as UTF-8 at its source.")
    )
  }

  private static let again = Localized(
    "Dosyayı kaynağından yeniden dışa aktarın.", "Export the file again from its source.")
  private static let plain = Localized(
    "Dosyayı kaynağından, eklentisiz olarak yeniden dışa aktarın.",
    "Export the file again from its source, without extensions.")
}
