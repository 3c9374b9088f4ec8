import GuvenceCore
import GuvenceDataFiles

/// One check as `rules/workflow-checks.yaml` describes it.
public struct WorkflowCheck: Sendable {
  /// `A7`.
  public let id: String
  /// How serious its findings are.
  public let level: Diagnostic.Severity
  /// What it looks at.
  public let title: Localized
  /// Why that matters.
  public let reason: Localized
  /// An example without a finding: an outline, or the inside of a process in BPMN where the check is about files.
  public let correct: String
  /// An example with one.
  public let incorrect: String
}

/// The checks on workflow charts: descriptions and levels from the rule file, each over a pure function.
public struct WorkflowChecks: Sendable {
  /// In the order of the file.
  public let rules: [WorkflowCheck]
  /// Numbers the checks compare with.
  public let limits: CheckLimits
  /// Where the rules come from.
  public let citation: Citation

  /// The findings on `process`, by rule and then in the order of the chart.
  public func findings(_ process: WorkProcess, _ context: CheckContext = CheckContext()) -> [ChartFinding] {
    let subject = CheckSubject(process, context, limits)
    return rules.flatMap { rule in
      (WorkflowChecks.functions[rule.id]?(subject) ?? []).map {
        ChartFinding(rule: rule.id, level: $0.level ?? rule.level, step: $0.step, flow: $0.flow, text: $0.text)
      }
    }
  }

  /// What is wrong with the connectors between the pages of a print: A16 alone, whatever the chart is like.
  public func findings(_ process: WorkProcess, on pages: [ChartSheet]) -> [ChartFinding] {
    var context = CheckContext()
    context.connectors = ChartSheet.connectors(of: pages)
    let subject = CheckSubject(process, context, limits)
    return rules.filter { $0.id == "A16" }.flatMap { rule in
      ForeignChecks.connectors(subject).map {
        ChartFinding(rule: rule.id, level: rule.level, step: $0.step, flow: $0.flow, text: $0.text)
      }
    }
  }

  static let functions: [String: @Sendable (CheckSubject) -> [CheckSubject.Found]] = [
    "A1": FlowChecks.starts, "A2": FlowChecks.ends, "A3": FlowChecks.reachable, "A4": FlowChecks.deadEnds,
    "A5": FlowChecks.unconnected, "A6": FlowChecks.branches, "A7": WordingChecks.labels, "A8": WordingChecks.questions,
    "A9": FlowChecks.implicitSplit, "A10": WordingChecks.joins, "A11": FlowChecks.duplicates,
    "A12": FlowChecks.wrongWay, "A13": ForeignChecks.gateways, "A14": WordingChecks.names,
    "A15": WordingChecks.subprocesses,
    "A16": ForeignChecks.connectors, "B1": DutyChecks.roles,
    "B2": DutyChecks.knownRoles, "B3": DutyChecks.separation, "B4": DutyChecks.card, "B5": DutyChecks.records,
    "B6": DutyChecks.inputs, "B7": DutyChecks.times, "C1": RiskChecks.uncontrolled, "C2": RiskChecks.purposeless,
    "C3": RiskChecks.tooLate, "C4": RiskChecks.noControlAtAll, "C5": RiskChecks.exAnte, "D1": RiskChecks.size,
    "D2": RiskChecks.loops, "D3": RiskChecks.age,
  ]
}

extension WorkflowChecks {
  /// Reads `<dataFolder>/rules/workflow-checks.yaml`; throws everything that is wrong with it.
  public static func load(dataFolder: String) throws(Diagnostics) -> WorkflowChecks {
    let (checks, diagnostics) = read(dataFolder)
    guard let checks, !Diagnostics(diagnostics).hasErrors else { throw Diagnostics(diagnostics) }
    return checks
  }

  /// Everything that is wrong with the rule file; empty where all is well.
  public static func check(dataFolder: String) -> [Diagnostic] { read(dataFolder).diagnostics }

  private static func read(_ dataFolder: String) -> (checks: WorkflowChecks?, diagnostics: [Diagnostic]) {
    let reader = DataReader()
    let name = "rules/workflow-checks.yaml"
    let checks = reader.file("\(dataFolder)/\(name)", name: name) { reader.object($0) { read($0, reader) } }
    return (checks, reader.diagnostics)
  }

  private static func read(_ object: ObjectReader, _ reader: DataReader) -> WorkflowChecks? {
    let (source, section) = (object.text("source"), object.optionalText("section"))
    let (checked, verified) = (object.optionalDay("checked"), object.flag("verified"))
    let limits = object.object("limits", limits)
    let rules = object.objects("checks", rule)
    guard let source, let verified, let limits, let rules else { return nil }
    for (at, rule) in rules.enumerated() where rules.prefix(at).contains(where: { $0.id == rule.id }) {
      object.report("checks", code: "duplicate-id", message: "the check \(rule.id) is given twice")
    }
    for id in functions.keys.sorted() where !rules.contains(where: { $0.id == id }) {
      object.report("checks", code: "missing-check", message: "the check \(id) is not described", remedy: "add it")
    }
    let citation = Citation(source: source, section: section ?? "", checkedOn: checked, isVerified: verified)
    return WorkflowChecks(rules: rules, limits: limits, citation: citation)
  }

  private static func limits(_ object: ObjectReader) -> CheckLimits? {
    var limits = CheckLimits()
    let range = 1...10_000
    guard let name = object.int("name_length", in: range), let steps = object.int("steps", in: range),
      let lanes = object.int("lanes", in: range), let loop = object.int("loop", in: range),
      let months = object.int("review_months", in: range)
    else { return nil }
    (limits.nameLength, limits.steps, limits.lanes) = (name, steps, lanes)
    (limits.loop, limits.reviewMonths) = (loop, months)
    return limits
  }

  /// An example that names neither start nor end stands between the usual two; one in BPMN in a process of its own.
  private static func whole(_ example: String) -> String {
    if example.hasPrefix("<") {
      return "<definitions xmlns=\"\(BPMNNames.model)\"><process id=\"p\">\n\(example)</process></definitions>"
    }
    if example.contains("(başla)") || example.contains("(bitir)") { return example }
    return "b) (başla) Talep geldi @Masa\n\(example)\ns) (bitir) Talep karşılandı @Masa\n"
  }

  private static func rule(_ object: ObjectReader) -> WorkflowCheck? {
    let id = object.required("id").flatMap { object.reader.choice($0, among: functions.keys.sorted()) }
    let level = object.required("level").flatMap { object.reader.choice($0, among: ["error", "warning", "note"]) }
    let (title, reason) = (object.localized("title"), object.localized("reason"))
    let (correct, incorrect) = (object.text("correct"), object.text("incorrect"))
    guard let id, let severity = level.flatMap(Diagnostic.Severity.init(rawValue:)), let title, let reason, let correct,
      let incorrect
    else { return nil }
    return WorkflowCheck(
      id: id, level: severity, title: title, reason: reason, correct: whole(correct), incorrect: whole(incorrect))
  }
}
