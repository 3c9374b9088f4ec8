import GuvenceCore

/// The tables that follow from one process: what ministries ask for beside the chart (risk–control matrix, authority
/// and approval matrix, separation of duties, document list, reports, durations).
public struct ChartTables: Sendable {
  /// The process.
  public let process: WorkProcess
  /// The language of the rows.
  public let language: Language
  /// The day whose statutory time limits count; `nil` takes the newest.
  public let day: Day?
  /// Levels of the register's risks that stand on the chart's risk points, by the point's id; they go before the level
  /// the chart itself gives.
  public var levels: [String: RegisterLevel] = [:]

  /// The level of a risk of the register: its name and how high it is among the others.
  public struct RegisterLevel: Hashable, Sendable {
    let name: String
    let rank: Int

    /// `Yüksek`, 4.
    public init(name: String, rank: Int) { (self.name, self.rank) = (name, rank) }
  }

  var chart: Chart { process.chart }

  /// The tables of `process`.
  public init(_ process: WorkProcess, _ language: Language = .turkish, on day: Day? = nil) {
    (self.process, self.language, self.day) = (process, language, day)
  }

  /// All tables of the process in the order a file holds them.
  public func all(_ separation: SeparationOfDuties) -> [ChartTable] {
    [
      riskControl, authority, self.separation(separation), sensitiveDuties, documents, documentFlow, reports, durations,
    ]
  }

  /// Duties that need the precautions of KOS 2.6, of this process.
  public var sensitiveDuties: ChartTable { ChartTables.sensitiveDuties([process], language, levels: levels) }

  /// Risk–control matrix (risk kontrol matrisi): a row for each pair; risks without a control and controls without a
  /// risk have their rows too.
  public var riskControl: ChartTable {
    let none = Localized("Kontrol yok", "No control")(language)
    var rows = chart.risks.flatMap { risk -> [[String]] in
      let controls = chart.controls.filter { $0.risk == risk.id }
      if controls.isEmpty { return [riskCells(risk) + ["", none, "", "", ""]] }
      return controls.map { riskCells(risk) + controlCells($0) }
    }
    rows += chart.controls.filter { control in !chart.risks.contains { $0.id == control.risk } }.map {
      ["", "", "", "", "", ""] + controlCells($0)
    }
    return ChartTable(
      id: "risk-control", title: Localized("Risk–kontrol matrisi", "Risk–control matrix"),
      columns: [
        Localized("Risk no", "Risk no"), Localized("Adım", "Step"), Localized("Risk", "Risk"),
        Localized("Neden", "Cause"), Localized("Sonuç", "Effect"), Localized("Düzey", "Level"),
        Localized("Kontrol no", "Control no"), Localized("Kontrol", "Control"), Localized("Tür", "Kind"),
        Localized("Kontrol eden", "Done by"), Localized("Dayanak", "Basis"),
      ], rows: rows, note: rows.isEmpty ? Localized("Şemada risk noktası yok.", "The chart has no risk points.") : nil)
  }

  private func riskCells(_ risk: RiskPoint) -> [String] {
    [
      risk.id, chart.step(risk.step)?.titled ?? "", risk.text, risk.cause, risk.effect,
      levels[risk.id]?.name ?? risk.level?.name(language) ?? "",
    ]
  }

  private func controlCells(_ control: ControlPoint) -> [String] {
    [
      control.id, control.text, control.kind.name(language), chart.step(control.step)?.role ?? "", control.basis,
    ]
  }

  /// Authority and approval matrix (yetki ve onay matrisi): steps × roles with K, P, İ, O; Y where the role does the
  /// step without such a mark.
  public var authority: ChartTable {
    let steps = chart.steps.filter { !$0.kind.isEvent && $0.kind != .split && $0.kind != .join }
    let rows = steps.map { step in
      [step.number, step.name] + chart.lanes.map { $0 == step.role ? step.action?.rawValue ?? "Y" : "" }
    }
    return ChartTable(
      id: "authority", title: Localized("Yetki ve onay matrisi", "Authority and approval matrix"),
      columns: [Localized("No", "No"), Localized("Adım", "Step")] + chart.lanes.map { Localized($0, $0) }, rows: rows,
      note: Localized(
        "K kontrol, P paraf, İ imza, O onay, Y yapar.", "K control, P initials, İ signature, O approval, Y carries out."
      ))
  }
}

extension ChartTables {
  /// Sensitive duties (hassas görevler) of several processes: duty, role, risks and the precautions taken. `levels` are
  /// those of the register, where there is but one process.
  public static func sensitiveDuties(
    _ processes: [WorkProcess], _ language: Language, levels: [String: RegisterLevel] = [:]
  ) -> ChartTable {
    let rows = processes.flatMap { process in
      process.chart.steps.filter(\.isSensitive).map { step -> [String] in
        // A duty that is itself a control answers for the risk it acts on, wherever that sits.
        let acted = Set(process.chart.controls(of: step.id).map(\.risk))
        let risks = process.chart.risks.filter { $0.step == step.id || acted.contains($0.id) }
        let ids = Set(process.chart.risks(of: step.id).map(\.id))
        let controls = process.chart.controls.filter { $0.step == step.id || ids.contains($0.risk) }
        let known = risks.compactMap { levels[$0.id] }.max { $0.rank < $1.rank }
        let level = risks.compactMap(\.level).max { rank($0) < rank($1) }
        return [
          process.card.code, step.titled, step.role ?? "", text(risks), known?.name ?? level?.name(language) ?? "",
          controls.map { "\($0.id) \($0.text)" }.joined(separator: "; "),
        ]
      }
    }
    return ChartTable(
      id: "sensitive-duties", title: Localized("Hassas görevler", "Sensitive duties"),
      columns: [
        Localized("Süreç", "Process"), Localized("Hassas görev", "Sensitive duty"),
        Localized("Görevi yürüten", "Done by"), Localized("Riskler", "Risks"), Localized("Düzey", "Level"),
        Localized("Önlemler", "Precautions"),
      ], rows: rows,
      note: rows.isEmpty
        ? Localized("Hassas görev olarak işaretlenmiş adım yok.", "No step is marked as a sensitive duty.") : nil)
  }

  private static func rank(_ level: RiskPoint.Level) -> Int {
    switch level {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }

  private static func text(_ risks: [RiskPoint]) -> String {
    risks.map { "\($0.id) \($0.text)" }.joined(separator: "; ")
  }

  /// Steps that fall to `role` in the given processes: the tasks of its job description (görev tanımı).
  public static func jobDescription(_ role: String, in processes: [WorkProcess], _ language: Language) -> ChartTable {
    let wanted = TurkishText.fold(role)
    let rows = processes.flatMap { process in
      process.chart.steps.filter { !$0.kind.isEvent && TurkishText.fold($0.role ?? "") == wanted }.map { step in
        [
          process.card.code, process.card.name(language), step.titled, step.action?.tag(language) ?? "",
          step.documents.joined(separator: "; "), step.system ?? "", step.duration?.text(language) ?? "",
          step.isSensitive ? Localized("Hassas görev", "Sensitive duty")(language) : "",
        ]
      }
    }
    return ChartTable(
      id: "job-description", title: Localized("\(role): görevler", "\(role): tasks"),
      columns: [
        Localized("Süreç", "Process"), Localized("Süreç adı", "Name of process"), Localized("Adım", "Step"),
        Localized("K-P-İ-O", "K-P-İ-O"), Localized("Belgeler", "Documents"), Localized("Sistem", "System"),
        Localized("Süre", "Duration"), Localized("Not", "Note"),
      ], rows: rows,
      note: rows.isEmpty ? Localized("Bu role düşen adım yok.", "No step falls to this role.") : nil)
  }

  /// Every role of the given processes, in the Turkish order of names, once.
  public static func roles(in processes: [WorkProcess]) -> [String] {
    processes.flatMap { $0.chart.steps.compactMap(\.role) }.uniqued.sorted(by: TurkishText.precedes)
  }
}
