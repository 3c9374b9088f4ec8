import GuvenceCore

/// Reads an outline (see `OutlineWords`). Everything that is wrong is reported with its line; what can be read is kept.
public struct OutlineReader {
  /// What was read, and what is wrong with it.
  public typealias Result = (process: WorkProcess, diagnostics: [Diagnostic])

  private let file: String
  private var diagnostics: [Diagnostic] = []
  private var card = ProcessCard(code: "", name: Localized("", ""))
  private var lanes: [String] = []
  private var steps: [Step] = []
  private var known: Set<String> = []
  /// Arrows of each step; nil where the next line follows.
  private var arrows: [[Flow]?] = []
  private var risks: [RiskPoint] = []
  private var controls: [ControlPoint] = []
  private var line = 0
  private var source = ""

  private init(file: String) { self.file = file }

  /// The process in `text`; `file` is the name shown in findings.
  public static func read(_ text: String, file: String) -> Result {
    var reader = OutlineReader(file: file)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      reader.line += 1
      reader.source = String(line)
      guard reader.steps.count <= ChartLayouter.maximumSteps, !reader.isFull, reader.line <= ChartText.mostLines else {
        reader.diagnostics = Array(reader.diagnostics.prefix(ChartText.mostFindings))
        reader.report("too-long", ChartText.tooLong, ChartText.tooLongRemedy)
        break
      }
      reader.take(String(line))
    }
    return (reader.finish(), reader.diagnostics)
  }

  private mutating func take(_ line: String) {
    let text = line.trimmed
    if text.isEmpty || text.hasPrefix("//") { return }
    if line.first?.isWhitespace == true, !steps.isEmpty { return detail(text) }
    if let close = text.firstIndex(of: ")"), Step.isID(text[..<close]) {
      return step(String(text[..<close]), String(text[text.index(after: close)...]).trimmed)
    }
    guard let colon = text.firstIndex(of: ":"), steps.isEmpty else {
      return report(
        "bad-line",
        Localized("satır ne bir adım ne bir başlık satırı", "the line is neither a step nor a line of the head"),
        Localized("adımı şöyle yazın: 1) Ad @Rol", "write a step like this: 1) Name @Role"))
    }
    head(String(text[..<colon]).trimmed, String(text[text.index(after: colon)...]).trimmed)
  }

  private mutating func head(_ key: String, _ value: String) {
    switch OutlineWords.find(key, in: OutlineWords.heads.map { ($0.key, $0.words) }) {
    case .code: card.code = value
    case .name: card.name = Localized(value, "")
    case .unit: card.unit = value
    case .owner: card.owner = value
    case .basis: card.legalBasis.append(value)
    case .document: card.documentNumber = value
    case .lanes: lanes = MarkedText.split(value, at: ";")
    case nil:
      let known = OutlineWords.heads.map(\.words)
      let near = nearest(to: key, among: known.flatMap { $0 })
      report(
        "unknown-key",
        Localized("bilinmeyen başlık satırı: \(key.shortened())", "unknown line of the head: \(key.shortened())"),
        Localized(
          (near.map { "\($0) mi demek istediniz? " } ?? "") + OutlineReader.known(known).turkish,
          (near.map { "did you mean \($0)? " } ?? "") + OutlineReader.known(known).english))
    }
  }

  private mutating func step(_ id: String, _ text: String) {
    guard known.insert(id).inserted else {
      let shown = id.shortened()
      return report(
        "duplicate-id", Localized("\(shown) adımı daha önce yazılmış", "the step \(shown) was written before"),
        Localized("her adıma ayrı bir kimlik verin", "give each step an id of its own"))
    }
    var (rest, kind, calls): (String, Step.Kind?, String?) = (text, nil, nil)
    if text.hasPrefix("("), let close = text.firstIndex(of: ")") {
      (kind, calls) = kindWord(String(text[text.index(after: text.startIndex)..<close]))
      if kind == nil {
        let shown = String(text[...close]).shortened()
        report(
          "bad-kind", Localized("\(shown) bir adım türü değil", "\(shown) is no kind of step"),
          OutlineReader.known(OutlineWords.kinds.map(\.words)))
      }
      rest = String(text[text.index(after: close)...]).trimmed
    }
    let fields = MarkedText.fields(rest)
    var step = Step(
      id: id, kind: kind ?? (fields.name.hasSuffix("?") ? .decision : .task), role: nil, name: fields.name, calls: calls
    )
    for (mark, value) in fields.fields { set(mark, value, &step) }
    steps.append(step)
    arrows.append(nil)
  }

  /// Words in Turkish and English as a remedy.
  private static func known(_ words: [[String]]) -> Localized {
    Localized(
      "bilinenler: " + words.compactMap(\.first).joined(separator: ", "),
      "known are: " + words.compactMap(\.last).joined(separator: ", "))
  }

  private func kindWord(_ text: String) -> (Step.Kind?, String?) {
    if let kind = OutlineWords.find(text.trimmed, in: OutlineWords.kinds.map { ($0.kind, $0.words) }) {
      return (kind, nil)
    }
    for word in OutlineWords.kinds.first(where: { $0.kind == .subprocess })?.words ?? []
    where text.hasPrefix(word + " ") {
      return (.subprocess, text.dropFirst(word.count).trimmed)
    }
    return (nil, nil)
  }

  private mutating func set(_ mark: Character, _ value: String, _ step: inout Step) {
    switch mark {
    case "@": step.role = value.isEmpty ? nil : value
    case "#": step.number = value
    case "<": step.system = value.isEmpty ? nil : value
    case "[": step.documents = MarkedText.split(value, at: ";")
    case "~":
      if value.hasPrefix("≤") {
        step.limit = String(value.dropFirst()).trimmed
      } else if let duration = StepDuration(value) ?? StepTableReading.duration(value) {
        step.duration = duration
      } else {
        let shown = value.shortened()
        report(
          "bad-duration", Localized("\(shown) bir süre değil", "\(shown) is no duration"),
          Localized("şöyle yazın: 2 iş günü", "write it like this: 2 workday"))
      }
    default:
      for word in value.split(separator: ",").map(\.trimmed) {
        if let action = Step.Action(rawValue: word) {
          step.action = action
        } else if OutlineWords.isOne(word, of: OutlineWords.sensitive) {
          step.isSensitive = true
        } else if OutlineWords.isOne(word, of: OutlineWords.irrevocable) {
          step.isIrrevocable = true
        } else {
          let shown = word.shortened()
          report(
            "bad-mark", Localized("{\(shown)} bilinmiyor", "{\(shown)} is not known"),
            Localized(
              "bilinenler: K, P, İ, O, hassas, dönülmez", "known are: K, P, İ, O, sensitive, irrevocable"))
        }
      }
    }
  }

  // MARK: lines under a step

  private mutating func detail(_ text: String) {
    if let (label, target) = MarkedText.arrow(text) { return arrow(label: label, target: target) }
    guard let colon = text.firstIndex(of: ":") else {
      return report(
        "bad-line", Localized("satır ok, risk ya da kontrol değil", "the line is no arrow, risk or control"),
        OutlineReader.arrowRemedy)
    }
    let words = text[..<colon].split(separator: " ").map(String.init)
    let (body, note) = MarkedText.note(text[text.index(after: colon)...].trimmed)
    guard let id = words.first, Step.isID(id), let step = steps.last?.id else {
      return report(
        "bad-line", Localized("satır bir kimlikle başlamıyor", "the line does not begin with an id"),
        Localized("riski şöyle yazın: R1: Ne olabilir", "write a risk like this: R1: What may happen"))
    }
    let rest = words.dropFirst()
    if let kind = OutlineWords.find(rest.joined(separator: " "), in: OutlineWords.controls.map { ($0.kind, $0.words) })
    {
      controls.append(ControlPoint(id: id, step: step, risk: "", kind: kind, text: body, basis: MarkedText.plain(note)))
    } else if let kind = OutlineWords.find(
      rest.dropFirst().joined(separator: " "), in: OutlineWords.controls.map { ($0.kind, $0.words) })
    {
      controls.append(
        ControlPoint(id: id, step: step, risk: rest.first ?? "", kind: kind, text: body, basis: MarkedText.plain(note)))
    } else {
      risk(id, step, rest.joined(separator: " "), body, note)
    }
  }

  private mutating func risk(_ id: String, _ step: String, _ word: String, _ body: String, _ note: String) {
    let level = OutlineWords.find(word, in: OutlineWords.levels.map { ($0.level, $0.words) })
    if level == nil, !word.isEmpty {
      let shown = word.shortened()
      report(
        "bad-line",
        Localized("\(shown) ne bir düzey ne bir kontrol türü", "\(shown) is neither a level nor a kind of control"),
        Localized("bilinenler: yüksek, orta, düşük, önleyici, …", "known are: high, medium, low, preventive, …"))
    }
    let parts = MarkedText.split(note, at: ">", keepsEmpty: true)
    risks.append(
      RiskPoint(
        id: id, step: step, text: body, cause: parts.first ?? "", effect: parts.count > 1 ? parts[1] : "", level: level)
    )
  }

  private static let arrowRemedy = Localized(
    "oku şöyle yazın: Evet -> 4", "write an arrow like this: Yes -> 4")

  private mutating func arrow(label: String, target: String) {
    let at = steps.count - 1
    if arrows[at] == nil { arrows[at] = [] }
    if OutlineWords.isOne(target, of: OutlineWords.nothing), label.isEmpty { return }
    guard Step.isID(target) else {
      return report(
        "bad-arrow",
        Localized(
          "«\(target.shortened())» bir adım kimliği değil", "«\(target.shortened())» is no id of a step"),
        OutlineReader.arrowRemedy)
    }
    arrows[at]?.append(Flow(steps[at].id, target, label: label))
    targets.append((target, line, source))
  }

  private var targets: [(id: String, line: Int, source: String)] = []

  private mutating func finish() -> WorkProcess {
    for (id, line, source) in targets where !known.contains(id) && !isFull {
      (self.line, self.source) = (line, source)
      // Looking for a likeness costs a walk over all steps: in a chart that is too long to keep, nobody is served by it.
      let near = steps.count > ChartLayouter.maximumSteps ? nil : nearest(to: id, among: steps.map(\.id))
      let shown = id.shortened()
      report(
        "unknown-id", Localized("\(shown) adımı yok", "there is no step \(shown)"),
        Localized(
          near.map { "\($0) mi demek istediniz?" } ?? "", near.map { "did you mean \($0)?" } ?? ""))
    }
    var flows: [Flow] = []
    for (at, step) in steps.enumerated() {
      if let own = arrows[at] {
        flows += own
      } else if step.kind != .end, at + 1 < steps.count {
        flows.append(Flow(step.id, steps[at + 1].id))
      }
    }
    let chart = Chart(lanes: lanes, steps: steps, flows: flows, risks: risks, controls: controls)
    return WorkProcess(card: card, chart: chart)
  }

  /// Whether no more findings are told.
  private var isFull: Bool { diagnostics.count > ChartText.mostFindings }

  private mutating func report(_ code: String, _ text: Localized, _ advice: Localized) {
    guard !isFull else { return }
    let column = source.prefix { $0.isWhitespace }.count + 1
    diagnostics.append(
      Diagnostic(
        .error, at: .text(file: file, line: line, column: column), code: code, text: text, advice: advice,
        excerpt: ChartText.excerpt(source, column)))
  }
}
