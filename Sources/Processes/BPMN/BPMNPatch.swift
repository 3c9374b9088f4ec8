import GuvenceCore

extension BPMNFile {
  /// The file with an edited chart in it: only what differs from `chart(of:)` is changed — names, labels, kinds, lanes,
  /// steps and flows added or taken away with all that hangs on them. Unknown elements, order, extensions and the
  /// drawing of what was not touched stay. An unedited chart gives the file byte for byte, an edited one UTF-8.
  ///
  /// `card` is given where the card was edited; `process` is the id in the file, as for `chart(of:)`. Throws
  /// `Diagnostics` where the file cannot hold the chart: kinds of steps that cannot be edited here, repeated ids.
  public func patched(
    with chart: Chart, card: ProcessCard? = nil, of process: String? = nil, drawing: BPMNDrawing = .kept
  ) throws(Diagnostics) -> [UInt8] {
    guard let base = self.chart(of: process) else {
      throw Diagnostics([
        Diagnostic(
          .error, at: .file(name), code: "empty",
          text: Localized("Dosyada düzenlenecek süreç yok", "The file has no process that could be edited"),
          advice: BPMNPatch.exportAnew)
      ])
    }
    let chart = base.settled(chart)
    let isSame = chart == base.chart && (card == nil || card == base.card)
    if isSame, drawing == .kept { return bytes() }
    let tree = try tree()
    guard let root = tree.root else { return bytes() }
    let patch = BPMNPatch(tree, root, base, chart)
    if !isSame { patch.apply(card) }
    if patch.refused.isEmpty, !isSame { patch.check() }
    if patch.refused.isEmpty { patch.draw(drawing) }
    guard patch.refused.isEmpty else { throw Diagnostics(patch.refused.map { $0.diagnostic(file: name) }) }
    return tree.bytes()
  }
}

/// What becomes of the drawing when a file is patched.
public enum BPMNDrawing: Hashable, Sendable {
  /// What was drawn stays where it is; what is new finds a free place near its neighbours.
  case kept
  /// The process is laid out anew.
  case redrawn(Orientation)
}

/// The tree of a file on its way from one chart to another.
final class BPMNPatch {
  /// Why a file cannot hold a chart.
  struct Refusal {
    let line: Int
    let code: String
    let text: Localized
    let advice: Localized

    func diagnostic(file: String) -> Diagnostic {
      Diagnostic(
        .error, at: .text(file: file, line: max(line, 1), column: 1), code: code, text: text, advice: advice)
    }
  }

  let tree: XMLTree
  let root: XMLElement
  let base: BPMNChart
  let wanted: Chart
  /// Steps by id, before and after.
  let old: [String: Step]
  let new: [String: Step]
  let reading: BPMNReading
  let process: XMLElement
  /// Elements of the steps wanted, by step id.
  var steps: [String: XMLElement] = [:]
  /// Elements of the lanes wanted, by role.
  var lanes: [String: XMLElement] = [:]
  /// Elements of the flows wanted, by position.
  var flows: [XMLElement?]
  /// Every id of the file, for new ones to differ from.
  var ids: Set<String>
  /// Steps to draw anew or elsewhere, and flows to lead anew, by the ids of their elements.
  var touched = Touched()
  private(set) var refused: [Refusal] = []

  /// What the drawing has to follow.
  struct Touched {
    var moved: Set<String> = []
    var resized: Set<String> = []
    var flows: Set<String> = []
    var lostLane = false
  }

  init(_ tree: XMLTree, _ root: XMLElement, _ base: BPMNChart, _ wanted: Chart) {
    (self.tree, self.root, self.base, self.wanted) = (tree, root, base, wanted)
    reading = BPMNReading(root)
    process = reading.processes[base.process] ?? root
    old = Dictionary(base.chart.steps.map { ($0.id, $0) }) { first, _ in first }
    new = Dictionary(wanted.steps.map { ($0.id, $0) }) { first, _ in first }
    flows = Array(repeating: nil, count: wanted.flows.count)
    ids = Set(reading.elements.keys)
  }

  /// Changes what BPMN itself holds, then lets our extension say the rest.
  func apply(_ card: ProcessCard?) {
    refuseRepeatedIDs()
    guard refused.isEmpty else { return }
    let kept = Set(wanted.steps.map(\.id))
    for step in wanted.steps { if let at = base.places.steps[step.id] { steps[step.id] = reading.nodes[at] } }
    let gone = base.chart.steps.filter { !kept.contains($0.id) }.compactMap { base.places.steps[$0.id] }
    addSteps()
    let loose = matchFlows()
    let data = dataUsed
    remove(gone.map { reading.nodes[$0] } + loose)
    changeSteps()
    changeDocuments()
    guard refused.isEmpty else { return }
    removeData(data.subtracting(dataUsed))
    addFlows()
    changeLanes()
    changeNotes()
    if let card { change(card) }
    extend(card)
  }

  func refuse(_ line: Int, _ code: String, _ text: Localized, _ advice: Localized) {
    refused.append(Refusal(line: line, code: code, text: text, advice: advice))
  }

  static let exportAnew = Localized(
    "Şemayı yeni bir BPMN dosyası olarak dışa aktarın.", "Export the chart as a new BPMN file.")

  private func refuseRepeatedIDs() {
    let repeated = Dictionary(reading.repeated.map { ($0.id, $0.line) }) { first, _ in first }
    let flows = base.places.flows.map { reading.content.flows[$0].id }
    for id in Set(Array(base.elements.values) + flows + Array(base.lanes.values)).sorted(by: <) {
      guard let line = repeated[id] else { continue }
      let shown = id.shortened()
      refuse(
        line, "repeated-id",
        Localized(
          "«\(shown)» kimliği birden çok öğede var; dosya yamanamaz",
          "Several elements have the id «\(shown)»; the file cannot be patched"),
        Localized("Öğelere ayrı kimlik verin.", "Give each element an id of its own."))
    }
    if Set(wanted.steps.map(\.id)).count != wanted.steps.count {
      refuse(
        1, "repeated-step",
        Localized("Şemada aynı kimlikte iki adım var", "Two steps of the chart have the same id"),
        Localized("Adımlara ayrı kimlik verin.", "Give each step an id of its own."))
    }
  }

  /// The chart as the tree has it now.
  var current: BPMNChart? { BPMNReading(root).content.chart(of: base.process) }

  /// Reads the tree again: what is not as wanted cannot be said in this file.
  func check() {
    guard let read = current?.chart, read != wanted else {
      if current == nil {
        refuse(
          1, "inexpressible", Localized("Süreçte hiç adım kalmıyor", "No step is left in the process"),
          Localized("En az bir adım bırakın.", "Leave at least one step."))
      }
      return
    }
    let said = Dictionary(read.steps.map { ($0.id, $0) }) { first, _ in first }
    let step = wanted.steps.first { said[$0.id] != $0 }
    let name = step.map { ($0.name.isEmpty ? $0.id : $0.name).shortened() }
    refuse(
      step.flatMap { steps[$0.id]?.line } ?? 1, "inexpressible",
      Localized(
        (name.map { "«\($0)» adımı" } ?? "Akışların ya da rollerin sırası") + " bu dosyaya istendiği gibi yazılamıyor",
        (name.map { "The step «\($0)»" } ?? "The order of arrows or roles")
          + " cannot be written into this file as wanted"),
      Self.exportAnew)
  }

  /// An id nobody has: `wish` where it is free.
  func newID(_ wish: String) -> String {
    var (id, number) = (wish, 2)
    while !ids.insert(id).inserted {
      id = "\(wish)_\(number)"
      number += 1
    }
    return id
  }
}
