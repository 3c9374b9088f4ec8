import GuvenceCore

/// What is odd about a BPMN file that was read all the same.
struct BPMNFindings {
  /// Most findings told of one file.
  static let most = 200

  private let file: String
  private let reading: BPMNReading
  private var found: [Diagnostic] = []
  /// How many there are, those not kept included.
  private var count = 0
  private var content: BPMNContent { reading.content }

  /// `charted` is the process that the chart shows.
  init(file: String, _ reading: BPMNReading, charted: String?) {
    (self.file, self.reading) = (file, reading)
    for (id, line) in reading.repeated {
      let shown = id.shortened()
      add(
        .warning, line, "repeated-id",
        Localized("«\(shown)» kimliği birden çok öğede var", "Several elements have the id «\(shown)»"),
        Localized(
          "Öğelere ayrı kimlik verin; bağlantılarda ilk öğe esas alındı.",
          "Give each element an id of its own; connections were taken to mean the first."))
    }
    flows()
    lanes()
    drawing()
    foreign(charted)
  }

  /// The findings, cut to `most`.
  var all: [Diagnostic] {
    guard count > Self.most else { return found }
    let rest = Diagnostic(
      .note, at: .file(file), code: "more",
      text: Localized("\(count - Self.most + 1) bulgu daha var", "\(count - Self.most + 1) more findings"),
      advice: Localized("Önce yukarıdakileri düzeltin.", "Mend the ones above first."))
    return found.prefix(Self.most - 1) + [rest]
  }

  private mutating func flows() {
    let remedy = Localized(
      "Akışı çizim aracında yeniden bağlayın; dosyada olduğu gibi korundu.",
      "Connect it again in the drawing tool; in the file it was kept as it is.")
    for flow in content.flows {
      let id = flow.id.shortened()
      for end in flow.sources + flow.targets where reading.elements[end] == nil {
        let shown = end.shortened()
        add(
          .warning, flow.line, "loose-flow",
          Localized(
            "«\(id)» akışı dosyada olmayan «\(shown)» öğesine bağlı",
            "The flow «\(id)» is tied to «\(shown)», which is not in the file"), remedy)
      }
      if flow.element == "sequenceFlow", flow.sources.isEmpty || flow.targets.isEmpty {
        add(
          .warning, flow.line, "loose-flow",
          Localized("«\(id)» akışının bir ucu boşta", "One end of the flow «\(id)» is loose"), remedy)
      }
    }
  }

  private mutating func lanes() {
    let nodes = Set(content.nodes.map(\.id))
    for lane in content.lanes {
      let lost = lane.members.filter { !nodes.contains($0) }
      guard let first = lost.first else { continue }
      let (name, shown) = ((lane.name.isEmpty ? lane.id : lane.name).shortened(), first.shortened())
      add(
        .warning, reading.elements[lane.id]?.line ?? 1, "loose-lane",
        Localized(
          "«\(name)» kulvarı dosyada olmayan \(lost.count) adımı gösteriyor: «\(shown)»",
          "The lane «\(name)» names steps that are not in the file (\(lost.count)): «\(shown)»"),
        Localized("Adımları kulvara yeniden yerleştirin.", "Put the steps into the lane again."))
    }
  }

  private static let drawable = Localized(
    "Çizim yeniden yerleştirilebilir; süreç bundan etkilenmez.",
    "The drawing can be laid out anew; the process is not affected.")

  private mutating func drawing() {
    for (id, line) in reading.unreadable {
      let shown = id.shortened()
      add(
        .warning, line, "unreadable-drawing",
        Localized("«\(shown)» çiziminin yeri okunamıyor", "The place of the drawing «\(shown)» cannot be read"),
        Self.drawable)
    }
    let drawn = content.shapes.map { ($0.id, $0.element) } + content.edges.map { ($0.id, $0.element) }
    for (id, element) in drawn where reading.elements[element] == nil {
      let (shown, gone) = (id.shortened(), element.shortened())
      add(
        .warning, reading.elements[id]?.line ?? 1, "loose-drawing",
        Localized(
          "«\(shown)» çizimi dosyada olmayan «\(gone)» öğesini gösteriyor",
          "The drawing «\(shown)» stands for «\(gone)», which is not in the file"),
        Localized("Olduğu gibi korundu.", "It was kept as it is."))
    }
    for edge in content.edges where edge.waypoints.count < 4 {
      let shown = edge.id.shortened()
      add(
        .warning, reading.elements[edge.id]?.line ?? 1, "short-edge",
        Localized("«\(shown)» okunun ikiden az noktası var", "The arrow «\(shown)» has fewer than two points"),
        Self.drawable)
    }
    if content.shapes.isEmpty, !content.nodes.isEmpty {
      add(
        .note, 1, "no-drawing", Localized("Dosyada çizim yok", "The file has no drawing"),
        Localized("Akış şeması kendiliğinden çizilir.", "The chart is drawn by itself."))
    }
  }

  private mutating func foreign(_ charted: String?) {
    for node in content.nodes where !BPMNNames.editable.contains(node.element) {
      add(
        .note, node.line, "read-only",
        BPMNKinds.cannotBeEdited(node.name.isEmpty ? node.id : node.name, node.element),
        Localized("Görünür ve dosyada olduğu gibi korunur.", "It is shown, and kept in the file as it is."))
    }
    let others = Set(content.nodes.map(\.process)).filter { $0 != charted }.count
    if let charted, others > 0 {
      let known = content.processes.first { $0.id == charted }.map { $0.name.isEmpty ? $0.id : $0.name }
      let name = (known ?? charted).shortened()
      add(
        .note, reading.processes[charted]?.line ?? 1, "other-process",
        Localized(
          "Şema «\(name)» sürecini gösterir; dosyada \(others) süreç daha var",
          "The chart shows the process «\(name)»; the file holds other processes (\(others))"),
        Localized(
          "Ötekiler dosyada olduğu gibi korunur; düzenlemek için ayrı dosya olarak dışa aktarın.",
          "The others are kept in the file as they are; export them as files of their own to edit them."))
    }
    if content.nodes.isEmpty {
      add(
        .warning, 1, "empty", Localized("Dosyada adım yok", "The file has no steps"),
        Localized("Doğru dosyayı seçtiğinizden emin olun.", "Make sure that it is the right file."))
    }
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ line: Int, _ code: String, _ text: Localized, _ advice: Localized
  ) {
    count += 1
    guard found.count < Self.most else { return }
    found.append(
      Diagnostic(
        severity, at: .text(file: file, line: max(line, 1), column: 1), code: code, text: text, advice: advice))
  }
}
