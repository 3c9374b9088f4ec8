import GuvenceCore

/// Writes the sections of a procedure.
struct ProcedureWriter {
  private let process: WorkProcess
  private let language: Language
  private let day: Day?
  private var card: ProcessCard { process.card }
  private var chart: Chart { process.chart }

  init(_ process: WorkProcess, _ language: Language, _ day: Day?) {
    (self.process, self.language, self.day) = (process, language, day)
  }

  private func say(_ turkish: String, _ english: String) -> String { Localized(turkish, english)(language) }

  func purpose() -> [ProcedureText.Block] {
    let name = card.name(language)
    var blocks: [ProcedureText.Block] = [
      .paragraph(
        say(
          "Bu yönerge, «\(name)» sürecinin yürütülmesinde uyulacak usul ve esasları belirler.",
          "This procedure lays down how the process «\(name)» is carried out."))
    ]
    let purpose = card.purpose(language)
    if !purpose.isEmpty {
      blocks.append(.paragraph(say("Sürecin amacı: \(purpose).", "Purpose of the process: \(purpose).")))
    }
    return blocks
  }

  func scope() -> [ProcedureText.Block] {
    let unit = card.unit
    var blocks: [ProcedureText.Block] = []
    if !unit.isEmpty {
      blocks.append(
        .paragraph(
          say(
            "Sürecin sahibi \(unit) birimidir; yönerge aşağıda sayılan bütün rolleri bağlar.",
            "The process is owned by \(unit); the procedure binds all roles named below.")))
    }
    if !card.scope.isEmpty { blocks.append(.paragraph(say("Süreç, \(card.scope)", card.scope))) }
    return blocks
  }

  func basis() -> [ProcedureText.Block] { card.legalBasis.isEmpty ? [] : [.list(card.legalBasis)] }

  // MARK: responsibilities

  func responsibilities() -> [ProcedureText.Block] {
    let lines = chart.lanes.compactMap { role -> String? in
      let own = chart.steps.filter { $0.role == role && !$0.kind.isEvent && $0.kind != .split && $0.kind != .join }
      guard !own.isEmpty else { return nil }
      var parts = [duty(own.filter { $0.action == nil && $0.kind != .decision }, "yürütür", "carries out")]
      parts.append(duty(own.filter { $0.action == nil && $0.kind == .decision }, "karara bağlar", "decides"))
      parts.append(duty(own.filter { $0.action == .control }, "kontrol eder", "checks"))
      parts.append(duty(own.filter { $0.action == .initial }, "paraflar", "initials"))
      parts.append(duty(own.filter { $0.action == .sign }, "imzalar", "signs"))
      parts.append(duty(own.filter { $0.action == .approve }, "onaylar", "approves"))
      let told = parts.filter { !$0.isEmpty }.joined(separator: "; ")
      let sensitive = own.filter(\.isSensitive)
      let mark = sensitive.isEmpty ? "" : say(" Hassas görev: \(list(sensitive)).", " Sensitive: \(list(sensitive)).")
      return "\(role): \(told).\(mark)"
    }
    return lines.isEmpty ? [] : [.list(lines)]
  }

  /// `1, 2 ve 4. adımları yürütür`.
  private func duty(_ steps: [Step], _ turkish: String, _ english: String) -> String {
    guard !steps.isEmpty else { return "" }
    let isNumbered = steps.allSatisfy { !$0.number.isEmpty }
    let dot = isNumbered ? "." : ""
    let word = steps.count == 1 ? "adımını" : "adımlarını"
    let numbered = steps.count == 1 ? "adımı" : "adımları"
    return say(
      "\(list(steps))\(dot) \(isNumbered ? numbered : word) \(turkish)",
      "\(english) \(steps.count == 1 ? "step" : "steps") \(list(steps))")
  }

  private func list(_ steps: [Step]) -> String {
    let names = steps.map(\.short)
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + say(" ve ", " and ") + last
  }

  // MARK: steps

  func steps() -> [ProcedureText.Block] {
    let back = ChartGraph(chart)
    let isBack = back.feedback
    let returns = Set(back.edges.indices.filter { isBack[$0] }.map { back.edges[$0].flow })
    let items = chart.steps.enumerated().map { at, step in
      let next = at + 1 < chart.steps.count ? chart.steps[at + 1].id : nil
      let sentences = [role(step), means(step), time(step), marks(step), onward(step, next, returns)]
      return ProcedureText.Item(
        step: step.id, title: title(step), text: sentences.filter { !$0.isEmpty }.joined(separator: " "))
    }
    return items.isEmpty ? [] : [.steps(items)]
  }

  private func title(_ step: Step) -> String {
    let name = step.name.hasSuffix(".") ? String(step.name.dropLast()) : step.name
    return step.number.isEmpty ? name : "\(step.number). \(name)"
  }

  private func role(_ step: Step) -> String {
    guard let role = step.role else { return "" }
    switch step.kind {
    case .start: return say("Süreci \(role) başlatır.", "\(role) starts the process.")
    case .end: return say("Süreç burada sona erer (\(role)).", "The process ends here (\(role)).")
    case .split: return say("Aşağıdaki işler birlikte yürütülür.", "The following is done side by side.")
    case .join: return say("Bütün kolların tamamlanması beklenir.", "All branches are waited for.")
    case .decision: return say("Kararı \(role) verir.", "\(role) decides.")
    default:
      let action = step.action.map { " (\($0.name(language)))" } ?? ""
      return say("Sorumlu: \(role)\(action).", "Done by: \(role)\(action).")
    }
  }

  private func means(_ step: Step) -> String {
    var parts: [String] = []
    if let code = step.calls { parts.append(say("\(code) kodlu süreç işletilir.", "The process \(code) is run.")) }
    if !step.documents.isEmpty {
      let names = step.documents.joined(separator: ", ")
      let word = step.documents.count == 1 ? say("Belge", "Document") : say("Belgeler", "Documents")
      parts.append("\(word): \(names).")
    }
    if let system = step.system { parts.append(say("Sistem: \(system).", "System: \(system).")) }
    return parts.joined(separator: " ")
  }

  private func time(_ step: Step) -> String {
    var parts: [String] = []
    if let duration = step.duration {
      parts.append(say("Süre: \(duration.text(language)).", "Takes \(duration.text(language))."))
    }
    if let parameter = step.limit.flatMap(process.parameter),
      let value = day.flatMap(parameter.value) ?? parameter.newest
    {
      let text = parameter.text(value.amount, language)
      parts.append(say("Yasal süre: en çok \(text).", "Statutory limit: at most \(text)."))
    }
    return parts.joined(separator: " ")
  }

  private func marks(_ step: Step) -> String {
    var parts: [String] = []
    if step.isSensitive { parts.append(say("Hassas görevdir.", "A sensitive duty.")) }
    if step.isIrrevocable { parts.append(say("Bu adım geri alınamaz.", "This step cannot be taken back.")) }
    let controls = chart.controls(of: step.id)
    if !controls.isEmpty {
      let names = controls.map { "\($0.text) (\($0.id))" }.joined(separator: "; ")
      parts.append(say("Kontrol: \(names).", "Control: \(names)."))
    }
    return parts.joined(separator: " ")
  }

  /// Where it goes on; nothing where that is the step told next.
  private func onward(_ step: Step, _ next: String?, _ returns: Set<Int>) -> String {
    let flows = chart.flows.enumerated().filter { $1.source == step.id }
    let parts = flows.compactMap { at, flow -> String? in
      if flows.count == 1, flow.label.isEmpty, flow.target == next { return nil }
      guard let target = chart.step(flow.target) else { return nil }
      let condition = flow.label.isEmpty ? "" : say("«\(flow.label)» ise ", "if «\(flow.label)», ")
      return condition + go(to: target, isReturn: returns.contains(at))
    }
    let text = parts.joined(separator: say("; ", "; "))
    if language == .english, text.hasPrefix("i") { return "I" + text.dropFirst() + "." }
    return text.isEmpty ? "" : TurkishText.capitalizeFirst(text) + "."
  }

  private func go(to target: Step, isReturn: Bool) -> String {
    if target.kind == .end {
      return say("süreç «\(target.name)» ile sona erer", "the process ends with «\(target.name)»")
    }
    let place = target.number.isEmpty ? "«\(target.name)» adımına" : "\(target.number). adıma"
    let english = target.number.isEmpty ? "«\(target.name)»" : "step \(target.number)"
    return isReturn ? say("\(place) dönülür", "back to \(english)") : say("\(place) geçilir", "on to \(english)")
  }

  // MARK: the rest

  func durations() -> [ProcedureText.Block] {
    let duration = ChartDuration(process, on: day)
    guard duration.isKnown else { return [] }
    let (all, way) = (
      ChartDuration.text(minutes: duration.total, language), ChartDuration.text(minutes: duration.critical, language)
    )
    return [
      .paragraph(
        say(
          "Süresi bilinen adımların toplamı \(all), en uzun yol \(way) sürer.",
          "Steps of known duration take \(all) together, the longest way \(way).")),
      .table(ChartTables(process, language, on: day).durations),
    ]
  }

  func documents() -> [ProcedureText.Block] {
    let table = ChartTables(process, language, on: day).documents
    return table.rows.isEmpty ? [] : [.table(table)]
  }

  func risks() -> [ProcedureText.Block] {
    let table = ChartTables(process, language, on: day).riskControl
    return table.rows.isEmpty ? [] : [.table(table)]
  }

  func force() -> [ProcedureText.Block] {
    var lines = [
      say("Bu yönerge onaylandığı tarihte yürürlüğe girer.", "This procedure enters into force on its approval.")
    ]
    if !card.owner.isEmpty {
      lines.append(say("Bu yönergeyi \(card.owner) yürütür.", "\(card.owner) carries it out."))
    }
    return [.list(lines)]
  }
}
