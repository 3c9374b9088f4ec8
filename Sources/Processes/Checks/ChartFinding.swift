import GuvenceCore

/// Something a check found on a chart.
public struct ChartFinding: Hashable, Sendable {
  /// Id of the check: `A7`.
  public let rule: String
  /// How serious it is; errors block approval.
  public let level: Diagnostic.Severity
  /// Id of the step it is about; `nil` where it is about the whole process.
  public let step: String?
  /// Index of the flow it is about.
  public let flow: Int?
  /// What was found, one sentence.
  public let text: Localized
}

/// What checks know besides the process itself. Checks that need something not given here stay silent.
public struct CheckContext: Sendable {
  /// Codes of the processes each process calls; all known processes are keys.
  public var calls: [String: [String]]?
  /// Codes of approved processes.
  public var approved: Set<String>?
  /// Roles of the organisation's catalogue.
  public var roles: Set<String>?
  /// Roles that nobody holds today.
  public var vacantRoles: Set<String> = []
  /// The day of the check.
  public var today: Day?
  /// The day the version was approved.
  public var approvedOn: Day?
  /// What the BPMN file the chart came from holds that cannot be edited here.
  public var foreign: [ForeignElement] = []
  /// Ends of arrows that go on elsewhere: at link events of that file, or on other pages of a print.
  public var connectors: [FlowConnector] = []
  /// Whether the process is about to be approved: its document number is then required.
  public var isForApproval = false

  /// Nothing known.
  public init() {}

  /// What a catalogue of processes knows: which there are and what they call.
  public init(processes: [WorkProcess]) {
    calls = Dictionary(
      processes.map { ($0.card.code, $0.chart.steps.compactMap(\.calls)) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Limits of the checks, as the rule file sets them.
public struct CheckLimits: Hashable, Sendable {
  /// Longest name of a step, in characters.
  public var nameLength = 70
  /// Most steps of a chart.
  public var steps = 60
  /// Most lanes of a chart.
  public var lanes = 10
  /// Longest rework loop without a time limit, in steps.
  public var loop = 3
  /// Months until an approved version is reviewed.
  public var reviewMonths = 12

  /// The shipped limits.
  public init() {}
}

/// What one check function looks at.
struct CheckSubject {
  let process: WorkProcess
  let context: CheckContext
  let limits: CheckLimits
  let graph: ChartGraph
  let isBack: [Bool]

  /// The chart, with the ways that link events of a file make.
  let chart: Chart
  /// Elements of a file that steps stand for and that cannot be edited, by step.
  let readOnly: [String: String]

  var card: ProcessCard { process.card }

  init(_ process: WorkProcess, _ context: CheckContext, _ limits: CheckLimits) {
    (self.process, self.context, self.limits) = (process, context, limits)
    var chart = process.chart
    for from in context.connectors where from.leaves && !from.letter.isEmpty {
      for to in context.connectors where !to.leaves && to.letter == from.letter {
        if let source = from.step, let target = to.step { chart.flows.append(Flow(source, target)) }
      }
    }
    self.chart = chart
    readOnly = Dictionary(
      context.foreign.compactMap { element in element.step.map { ($0, element.element) } },
      uniquingKeysWith: { first, _ in first })
    graph = ChartGraph(chart)
    isBack = graph.feedback
  }

  /// A finding before its check's id and level are known. `level` where it differs from the check's own.
  struct Found {
    var step: String?
    var flow: Int?
    var level: Diagnostic.Severity?
    var text: Localized

    init(
      _ turkish: String, _ english: String, step: String? = nil, flow: Int? = nil, level: Diagnostic.Severity? = nil
    ) {
      (self.step, self.flow, self.level, text) = (step, flow, level, Localized(turkish, english))
    }
  }

  func step(_ at: Int) -> Step { chart.steps[at] }

  /// Decisions of ours: not gateways of a file whose ways are chosen by something else than an answer.
  var decisions: [Int] {
    chart.steps.indices.filter { at in
      step(at).kind == .decision && !ForeignChecks.gateways.contains(readOnly[step(at).id] ?? "")
    }
  }

  /// `«Ödenek yeterli mi?»`, or the id where a step has no name.
  func name(_ step: Step) -> String { "«\(step.name.isEmpty ? step.id : step.name)»" }
}
