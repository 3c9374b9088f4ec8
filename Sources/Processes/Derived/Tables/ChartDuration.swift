import GuvenceCore

/// How long a process takes: all work together, and the longest way from a start to an end.
///
/// Worked example: 1 (2 saat) → 2 (1 iş günü) → end, and 1 → 3 (3 saat) → end: all work takes 13 hours, the longest way
/// 10 hours, over 1 and 2. A working day has 8 hours.
public struct ChartDuration: Hashable, Sendable {
  /// Working minutes of all steps, each done once.
  public let total: Int
  /// Working minutes of the longest way from a start to an end on which nothing goes back.
  public let critical: Int
  /// Working minutes on top of it where every rework loop on that way is walked once.
  public let rework: Int
  /// Ids of the steps on the longest way, in order.
  public let path: [String]
  /// Ids of the steps that should say how long they take and do not.
  public let missing: [String]
  /// Ids of the steps that carry only a statutory time limit, which then counts as their duration.
  public let limited: [String]

  /// The durations of `process`; time limits are those of `day`, or the newest.
  public init(_ process: WorkProcess, on day: Day? = nil) {
    let steps = process.chart.steps
    func limit(_ step: Step) -> Int? {
      guard let parameter = step.limit.flatMap(process.parameter), case .time(let unit) = parameter.unit else {
        return nil
      }
      return (day.flatMap(parameter.value) ?? parameter.newest).map { $0.amount * unit.minutes }
    }
    let minutes = steps.map { $0.duration?.minutes ?? limit($0) ?? 0 }
    total = minutes.reduce(0, +)
    missing = steps.filter { $0.takesTime && $0.duration == nil && limit($0) == nil }.map(\.id)
    limited = steps.filter { $0.duration == nil && limit($0) != nil }.map(\.id)
    let way = LongestWay(process.chart, minutes)
    (critical, rework) = (way.minutes, way.rework)
    path = way.path.map { steps[$0].id }
  }

  /// Whether any step says how long it takes.
  public var isKnown: Bool { total > 0 }

  /// `3 iş günü 4 saat`: working days of 8 hours.
  public static func text(minutes: Int, _ language: Language) -> String {
    let parts: [(Int, StepDuration.Unit)] = [
      (minutes / 480, .workday), (minutes % 480 / 60, .hour), (minutes % 60, .minute),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1.name(language))" }
    return told.isEmpty ? "0 \(StepDuration.Unit.minute.name(language))" : told.joined(separator: " ")
  }
}

extension Step {
  /// Whether somebody works or waits in it.
  var takesTime: Bool { !kind.isEvent && !kind.isGateway }
}

extension ChartTables {
  /// Durations (süreler): each step that carries one, all work together, the longest way, and what is missing.
  public var durations: ChartTable {
    let duration = ChartDuration(process, on: day)
    let (isCritical, limited) = (Set(duration.path), Set(duration.limited))
    let yes = Localized("evet", "yes")(language)
    let steps = chart.steps.filter { $0.duration != nil || limited.contains($0.id) }
    var rows = steps.map { step in
      [step.number, step.name, step.role ?? "", time(step, limited), isCritical.contains(step.id) ? yes : ""]
    }
    if duration.isKnown {
      let names = duration.path.compactMap { chart.step($0) }.filter(\.takesTime).map(\.short)
      rows.append(
        [
          "", Localized("Toplam iş süresi", "All work")(language), "",
          ChartDuration.text(minutes: duration.total, language), "",
        ])
      rows.append(
        [
          "", Localized("En uzun yol", "Longest way")(language), names.joined(separator: " → "),
          ChartDuration.text(minutes: duration.critical, language), "",
        ])
    }
    if duration.rework > 0 {
      rows.append(
        [
          "", Localized("En uzun yol, döngüler bir kez", "Longest way, each loop once")(language), "",
          ChartDuration.text(minutes: duration.critical + duration.rework, language), "",
        ])
    }
    return ChartTable(
      id: "durations", title: Localized("Süreler", "Durations"),
      columns: [
        Localized("No", "No"), Localized("Adım", "Step"), Localized("Sorumlu", "Role"), Localized("Süre", "Duration"),
        Localized("En uzun yolda", "On the longest way"),
      ], rows: rows, note: note(duration))
  }

  private func time(_ step: Step, _ limited: Set<String>) -> String {
    if let duration = step.duration { return duration.text(language) }
    guard limited.contains(step.id), let parameter = step.limit.flatMap(process.parameter),
      let value = day.flatMap(parameter.value) ?? parameter.newest
    else { return "" }
    return "≤ \(parameter.text(value.amount, language))"
  }

  private func note(_ duration: ChartDuration) -> Localized {
    let missing = duration.missing.compactMap { chart.step($0)?.short }.joined(separator: ", ")
    let (turkish, english) = (
      "Bir iş günü 8 saattir; ≤ yasal süredir.",
      "A working day has 8 hours; ≤ is a statutory limit."
    )
    if missing.isEmpty { return Localized(turkish, english) }
    return Localized(
      "\(turkish) Süresi yazılmamış adımlar: \(missing).", "\(english) Steps without a duration: \(missing).")
  }
}
