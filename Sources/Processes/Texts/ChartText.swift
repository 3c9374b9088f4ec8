import GuvenceCore

/// A chart as the text the store keeps: its outline without a head but the roles.
public enum ChartText {
  /// Most arrows of a chart, and most risks and controls together: ten times what 400 steps need, and drawn in a moment.
  public static let mostArrows = 4000
  /// Most findings told of one text; the rest of it is not read.
  static let mostFindings = 200
  /// Most lines read of one text, empty ones and notes included.
  static let mostLines = 50_000
  static let tooLong = Localized(
    "şema çok uzun ya da çok yanlışlı; buradan sonrası okunmadı",
    "the chart is too long or has too many mistakes; from here on it was not read")
  static let tooLongRemedy = Localized(
    "En çok \(ChartLayouter.maximumSteps) adım olabilir; alt süreçlere bölün.",
    "At most \(ChartLayouter.maximumSteps) steps; split it into sub-processes.")

  /// Most bytes of a text that is kept.
  public static let mostBytes = 500_000

  /// As much of a line as a finding shows; nothing where the finding stands further on.
  static func excerpt(_ line: String, _ column: Int = 1) -> String {
    column > 100 ? "" : line.utf8.count > 200 ? line.prefix(199) + "…" : line
  }

  /// The text of `chart`.
  public static func text(_ chart: Chart) -> String {
    OutlineWriter.text(WorkProcess(card: ProcessCard(code: "", name: Localized("", "")), chart: chart))
  }

  /// The chart in `text`; `nil` where that is no outline. Arrows that lead nowhere are kept: drafts have them.
  public static func chart(_ text: String) -> Chart? {
    let read = OutlineReader.read(text, file: "")
    return read.diagnostics.allSatisfy { $0.code == "unknown-id" } ? read.process.chart : nil
  }
}

extension Chart {
  /// The same chart in the form in which it is kept: texts without line ends and blanks around, arrows and points in
  /// the order of their steps, nothing that hangs on a step there is not. `ChartText.chart(ChartText.text(chart))` gives
  /// it back.
  public var tidied: Chart {
    let steps = steps.map(\.tidied)
    let known = steps.map(\.id).uniqued
    let leaving = Dictionary(grouping: self.flows.filter { Step.isID($0.target) }, by: \.source)
    let flows = known.flatMap { leaving[$0] ?? [] }.map(\.tidied)
    let risksOf = Dictionary(grouping: self.risks, by: \.step)
    let controlsOf = Dictionary(grouping: self.controls, by: \.step)
    let risks = known.flatMap { risksOf[$0] ?? [] }.map {
      RiskPoint(
        id: $0.id, step: $0.step, text: $0.text.oneLine, cause: $0.cause.oneLine, effect: $0.effect.oneLine,
        level: $0.level)
    }
    let controls = known.flatMap { controlsOf[$0] ?? [] }.map {
      ControlPoint(
        id: $0.id, step: $0.step, risk: Step.isID($0.risk) ? $0.risk : "", kind: $0.kind, text: $0.text.oneLine,
        basis: $0.basis.oneLine)
    }
    let lanes = lanes.map(\.oneLine).filter { !$0.isEmpty }.uniqued
    return Chart(lanes: lanes, steps: steps, flows: flows, risks: risks, controls: controls)
  }
}

extension Flow {
  /// The same flow as it is kept.
  var tidied: Flow { Flow(source, target, label: label.oneLine) }
}

extension Step {
  /// The same step as it is kept.
  var tidied: Step {
    var step = self
    (step.number, step.name) = (number.oneLine, name.oneLine)
    step.role = role?.oneLine.nonEmpty
    step.documents = documents.map(\.oneLine).filter { !$0.isEmpty }
    step.system = system?.oneLine.nonEmpty
    step.duration = duration.map { StepDuration(min(max($0.amount, 1), 9999), $0.unit) }
    step.limit = limit?.oneLine.nonEmpty
    step.calls = kind == .subprocess ? calls?.filter { $0 != ")" }.oneLine.nonEmpty : nil
    return step
  }
}

extension String {
  /// Without control characters and line ends, which become blanks, and without blanks around.
  fileprivate var oneLine: String {
    // Controls and line ends are below the blank, DEL, or begin with one of these bytes.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }) { return trimmed }
    let clean = unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .lineSeparator
        || scalar.properties.generalCategory == .paragraphSeparator ? " " : scalar
    }
    return String(String.UnicodeScalarView(clean)).trimmed
  }

  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
