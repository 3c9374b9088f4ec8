import GuvenceCore

/// Reads a Mermaid flowchart (`graph` or `flowchart`, and `swimlane-beta`): nodes with their shapes, arrows with their
/// labels, top-level subgraphs as lanes. Styling is passed over; what is not understood is reported with its line.
public struct MermaidReader {
  private let file: String
  private var diagnostics: [Diagnostic] = []
  private var steps: [Step] = []
  private var flows: [Flow] = []
  private var lanes: [String] = []
  private var open: [String?] = []
  private var ids: [String: String] = [:]
  private var taken: Set<String> = []
  private var places: [String: Int] = [:]
  /// Steps drawn as circles.
  private var circles: Set<String> = []
  private var hasHead = false
  private var line = 0
  private var source = ""

  private init(file: String) { self.file = file }

  /// The chart in `text`, and what is wrong with it; `file` is the name shown in findings.
  public static func read(_ text: String, file: String) -> (chart: Chart, diagnostics: [Diagnostic]) {
    var reader = MermaidReader(file: file)
    var isInFront: Bool?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      reader.line += 1
      reader.source = String(line)
      // Title and settings stand between two lines of hyphens before everything else.
      if line.trimmed == "---" { isInFront = isInFront == nil }
      if isInFront == true { continue }
      if !line.trimmed.isEmpty { isInFront = isInFront ?? false }
      for statement in MermaidReader.statements(String(line)) where !reader.isFull { reader.take(statement) }
      if reader.isFull {
        reader.report("too-long", ChartText.tooLong, ChartText.tooLongRemedy)
        break
      }
    }
    if !reader.hasHead {
      reader.report(
        "no-flowchart",
        Localized(
          "graph, flowchart ya da swimlane-beta ile başlayan bir satır yok",
          "no line begins with graph, flowchart or swimlane-beta"))
    }
    return (reader.chart(), reader.diagnostics)
  }

  /// Whether there is more than any chart may hold; the rest is not read.
  private var isFull: Bool {
    steps.count > ChartLayouter.maximumSteps || flows.count > ChartText.mostArrows
      || max(lanes.count, open.count) > ChartLayouter.maximumSteps || diagnostics.count >= ChartText.mostFindings
      || line > ChartText.mostLines
  }

  /// Statements of a line: separated by semicolons outside quotes; comments are gone.
  private static func statements(_ line: String) -> [String] {
    let text = line.trimmed
    if text.hasPrefix("%%") || text.hasPrefix("---") { return [] }
    var (parts, part, isQuoted): ([String], String, Bool) = ([], "", false)
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append(part.trimmed)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part.trimmed]).filter { !$0.isEmpty }
  }

  private static let ignored = [
    "style", "classDef", "class", "click", "linkStyle", "direction", "accTitle", "accDescr", "title",
  ]

  private mutating func take(_ statement: String) {
    let word = statement.prefix { !$0.isWhitespace && $0 != ":" }
    switch word {
    case "graph", "flowchart", "swimlane-beta", "flowchart-v2": hasHead = true
    case "subgraph": beginLane(statement.dropFirst("subgraph".count).trimmed)
    case "end" where statement == "end":
      if open.popLast() == nil {
        report(
          "bad-line",
          Localized("bu end satırının kapatacağı bir subgraph yok", "there is no subgraph for this end to close"))
      }
    case _ where MermaidReader.ignored.contains(String(word)): break
    default: chain(statement)
    }
  }

  private mutating func beginLane(_ text: String) {
    var scan = MermaidScan(text)
    let id = scan.id() ?? ""
    let title = scan.shape()?.text ?? text
    let name = MermaidScan.plain(title.isEmpty ? id : title)
    if open.isEmpty, !name.isEmpty, !lanes.contains(name) { lanes.append(name) }
    open.append(open.first.flatMap { $0 } ?? name)
  }

  private static let notUnderstood = Localized("satır anlaşılmıyor", "the line is not understood")

  /// `A[..] & B -->|x| C --> D`.
  private mutating func chain(_ statement: String) {
    var scan = MermaidScan(statement)
    var left = nodes(&scan)
    guard !left.isEmpty else { return report("bad-line", MermaidReader.notUnderstood) }
    while !scan.isAtEnd, !isFull {
      guard let arrow = scan.arrow() else {
        return report(
          "bad-line", Localized("burada --> gibi bir ok beklenir", "an arrow such as --> is expected here"))
      }
      let right = nodes(&scan)
      guard !right.isEmpty else {
        return report("bad-line", Localized("okun ucunda adım yok", "there is no step at the end of the arrow"))
      }
      for from in left where !isFull {
        for to in right { flows.append(Flow(from, to, label: MermaidScan.plain(arrow))) }
      }
      left = right
    }
  }

  private mutating func nodes(_ scan: inout MermaidScan) -> [String] {
    var ids: [String] = []
    repeat {
      guard let raw = scan.id() else { return ids }
      let id = stepID(raw)
      ids.append(id)
      let shape = scan.shape()
      scan.skipClass()
      add(id, raw, shape)
    } while !isFull && scan.skip("&")
    return ids
  }

  /// Ids as our own writer made them lose the letter it put before them; letters that our ids do not have are replaced.
  private mutating func stepID(_ raw: String) -> String {
    if let known = ids[raw] { return known }
    let own = raw.hasPrefix("s_") && raw.count > 2 ? String(raw.dropFirst(2)) : raw
    let stem = Step.isID(own) ? own : "n" + TurkishText.fold(own).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    var (id, number) = (stem, 1)
    while !taken.insert(id).inserted {
      number += 1
      id = "\(stem)_\(number)"
    }
    ids[raw] = id
    return id
  }

  private mutating func add(_ id: String, _ raw: String, _ shape: MermaidScan.Shape?) {
    let role = open.first.flatMap { $0 }
    if shape?.isCircle == true { circles.insert(id) }
    guard let at = places[id] else {
      let text = shape.map(\.text) ?? ""
      let name = MermaidScan.plain(text.isEmpty ? raw : text)
      var step = Step(id: id, kind: shape?.kind ?? .task, role: role, name: name)
      MermaidReader.splitNumber(&step)
      places[id] = steps.count
      steps.append(step)
      return
    }
    if let shape {
      steps[at].kind = shape.kind
      if !shape.text.isEmpty { steps[at].name = MermaidScan.plain(shape.text) }
      MermaidReader.splitNumber(&steps[at])
    }
    if steps[at].role == nil { steps[at].role = role }
  }

  /// `3. Ödenek yeterli mi?` → number 3 and the rest.
  private static func splitNumber(_ step: inout Step) {
    guard let dot = step.name.firstIndex(of: "."), step.name[..<dot].allSatisfy(\.isNumber), dot > step.name.startIndex
    else { return }
    step.number = String(step.name[..<dot])
    step.name = step.name[step.name.index(after: dot)...].trimmed
  }

  /// Rounded ends have one shape in Mermaid: nothing leads into a start, nothing out of an end. A circle is an end too
  /// where nothing leaves it, the first one that nothing leads to is a start where there is no other, and the rest wait.
  private func chart() -> Chart {
    var steps = steps
    let reached = Set(flows.map(\.target))
    let arrows = flows.reduce(into: [:]) { $0[$1.source, default: 0] += 1 }
    for at in steps.indices where steps[at].kind == .start {
      let (isReached, isLeft) = (reached.contains(steps[at].id), arrows[steps[at].id] != nil)
      steps[at].kind = isReached ? (isLeft ? .task : .end) : .start
    }
    for at in steps.indices where circles.contains(steps[at].id) {
      let (isReached, isLeft) = (reached.contains(steps[at].id), arrows[steps[at].id] != nil)
      if isReached, !isLeft { steps[at].kind = .end }
      if !isReached, isLeft, !steps.contains(where: { $0.kind == .start }) { steps[at].kind = .start }
    }
    for at in steps.indices where steps[at].kind == .split {
      if arrows[steps[at].id, default: 0] < 2 { steps[at].kind = .join }
    }
    return Chart(lanes: lanes, steps: steps, flows: flows)
  }

  private mutating func report(_ code: String, _ text: Localized, _ advice: Localized = Localized("", "")) {
    diagnostics.append(
      Diagnostic(
        .error, at: .text(file: file, line: max(1, line), column: 1), code: code, text: text, advice: advice,
        excerpt: ChartText.excerpt(source)))
  }
}
