import GuvenceCore

/// What is odd about a BPMN file that was read all the same.
struct BPMNFindings {
  /// Most findings told of one file.
  static let most = 200

  private let file: String
  private let reading: BPMNReading
  private var found: [Diagnostic] = []
  private var content: BPMNContent { reading.content }

  init(file: String, _ reading: BPMNReading) {
    (self.file, self.reading) = (file, reading)
    for (id, line) in reading.repeated {
      add(
        .warning, line, "repeated-id", "«\(id)» kimliği birden çok öğede var",
        "Öğelere ayrı kimlik verin; bağlantılarda ilk öğe esas alındı.")
    }
    flows()
    lanes()
    drawing()
    foreign()
  }

  /// The findings, cut to `most`.
  var all: [Diagnostic] {
    guard found.count > Self.most else { return found }
    let rest = Diagnostic(
      .note, at: .file(file), code: "more", message: "\(found.count - Self.most + 1) bulgu daha var",
      remedy: "Önce yukarıdakileri düzeltin.")
    return found.prefix(Self.most - 1) + [rest]
  }

  private mutating func flows() {
    for flow in content.flows {
      for end in flow.sources + flow.targets where reading.elements[end] == nil {
        add(
          .warning, flow.line, "loose-flow", "«\(flow.id)» akışı dosyada olmayan «\(end)» öğesine bağlı",
          "Akışı çizim aracında yeniden bağlayın; dosyada olduğu gibi korundu.")
      }
      if flow.element == "sequenceFlow", flow.sources.isEmpty || flow.targets.isEmpty {
        add(
          .warning, flow.line, "loose-flow", "«\(flow.id)» akışının bir ucu boşta",
          "Akışı çizim aracında yeniden bağlayın; dosyada olduğu gibi korundu.")
      }
    }
  }

  private mutating func lanes() {
    let nodes = Set(content.nodes.map(\.id))
    for lane in content.lanes {
      let lost = lane.members.filter { !nodes.contains($0) }
      guard let first = lost.first else { continue }
      add(
        .warning, reading.elements[lane.id]?.line ?? 1, "loose-lane",
        "«\(lane.name.isEmpty ? lane.id : lane.name)» kulvarı dosyada olmayan \(lost.count) adımı gösteriyor: «\(first)»",
        "Adımları kulvara yeniden yerleştirin.")
    }
  }

  private mutating func drawing() {
    for (id, line) in reading.unreadable {
      add(
        .warning, line, "unreadable-drawing", "«\(id)» çiziminin yeri okunamıyor",
        "Çizim yeniden yerleştirilebilir; süreç bundan etkilenmez.")
    }
    let drawn = content.shapes.map { ($0.id, $0.element) } + content.edges.map { ($0.id, $0.element) }
    for (id, element) in drawn where reading.elements[element] == nil {
      add(
        .warning, reading.elements[id]?.line ?? 1, "loose-drawing",
        "«\(id)» çizimi dosyada olmayan «\(element)» öğesini gösteriyor", "Olduğu gibi korundu.")
    }
    for edge in content.edges where edge.waypoints.count < 4 {
      add(
        .warning, reading.elements[edge.id]?.line ?? 1, "short-edge", "«\(edge.id)» okunun ikiden az noktası var",
        "Çizim yeniden yerleştirilebilir; süreç bundan etkilenmez.")
    }
    if content.shapes.isEmpty, !content.nodes.isEmpty {
      add(.note, 1, "no-drawing", "Dosyada çizim yok", "Akış şeması kendiliğinden çizilir.")
    }
  }

  private mutating func foreign() {
    for node in content.nodes where !BPMNNames.editable.contains(node.element) {
      let name = node.name.isEmpty ? node.id : node.name
      add(
        .note, node.line, "read-only", "«\(name)» düzenlenemez (\(BPMNKinds.lowercased(node.element)))",
        "Görünür ve dosyada olduğu gibi korunur.")
    }
    let charted = content.chart(of: nil)?.process
    let others = Set(content.nodes.map(\.process)).filter { $0 != charted }.count
    if let charted, others > 0 {
      let name = content.processes.first { $0.id == charted }.map { $0.name.isEmpty ? $0.id : $0.name } ?? charted
      add(
        .note, reading.processes[charted]?.line ?? 1, "other-process",
        "Şema «\(BPMNOwn.oneLine(name))» sürecini gösterir; dosyada \(others) süreç daha var",
        "Ötekiler dosyada olduğu gibi korunur; düzenlemek için ayrı dosya olarak dışa aktarın.")
    }
    if content.nodes.isEmpty {
      add(.warning, 1, "empty", "Dosyada adım yok", "Doğru dosyayı seçtiğinizden emin olun.")
    }
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ line: Int, _ code: String, _ message: String, _ remedy: String
  ) {
    found.append(
      Diagnostic(
        severity, at: .text(file: file, line: max(line, 1), column: 1), code: code, message: message, remedy: remedy))
  }
}
