import GuvenceCore

/// Checks C1 to C5 and D1 to D3: risks, controls, size, age.
enum RiskChecks {
  static func uncontrolled(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.chart.risks.compactMap { risk in
      let controls = s.chart.controls.filter { $0.risk == risk.id }
      if controls.isEmpty {
        return .init("\(risk.id) riskinin kontrolü yok", "The risk \(risk.id) has no control", step: risk.step)
      }
      guard risk.level == .high, controls.allSatisfy({ $0.kind == .detective }) else { return nil }
      return .init(
        "\(risk.id) riski yüksek, ama yalnızca tespit edici kontrolü var",
        "The risk \(risk.id) is high, but only detected", step: risk.step, level: .warning)
    }
  }

  static func purposeless(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.chart.controls.filter { control in !s.chart.risks.contains { $0.id == control.risk } }.map {
      .init("\($0.id) kontrolü hiçbir riske bağlı değil", "The control \($0.id) acts on no risk", step: $0.step)
    }
  }

  /// A preventive control that every way from the start reaches only after something that cannot be taken back.
  static func tooLate(_ s: CheckSubject) -> [CheckSubject.Found] {
    let starts = s.chart.steps.indices.filter { s.step($0).kind == .start }
    let final = s.chart.steps.indices.filter { s.step($0).isIrrevocable }
    guard !final.isEmpty else { return [] }
    let early = reachable(s, from: starts, stopping: Set(final))
    return s.chart.controls.filter { control in
      guard control.kind == .preventive, let at = s.graph.index[control.step] else { return false }
      guard let risk = s.chart.risks.first(where: { $0.id == control.risk }), let origin = s.graph.index[risk.step]
      else {
        return false
      }
      return !early[at] && early[origin]
    }.map {
      .init(
        "\($0.id) önleyici kontrolü geri dönülmez adımdan sonra geliyor",
        "The preventive control \($0.id) comes after the point of no return", step: $0.step)
    }
  }

  /// Steps reached without going on from a step of `stops`; these themselves count as reached.
  private static func reachable(_ s: CheckSubject, from roots: [Int], stopping stops: Set<Int>) -> [Bool] {
    var seen = [Bool](repeating: false, count: s.graph.count)
    var waiting = roots
    for root in roots { seen[root] = true }
    while let step = waiting.popLast() {
      if stops.contains(step) { continue }
      for edge in s.graph.leaving[step] where !seen[s.graph.edges[edge].target] {
        seen[s.graph.edges[edge].target] = true
        waiting.append(s.graph.edges[edge].target)
      }
    }
    return seen
  }

  static func noControlAtAll(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.chart.controls.isEmpty && s.chart.risks.contains { $0.level == .high }
      ? [.init("Yüksek riskli süreçte hiç kontrol yok", "A process of high risk has no control at all")] : []
  }

  static func exAnte(_ s: CheckSubject) -> [CheckSubject.Found] {
    guard s.card.isFinancial else { return [] }
    let wanted = TurkishText.fold("ön mali kontrol")
    let texts = s.chart.steps.map(\.name) + s.chart.controls.map { $0.text + " " + $0.basis }
    let isThere = texts.contains {
      let text = TurkishText.fold($0)
      return text.contains(wanted) || text.contains("kfs 9") || text.contains(TurkishText.fold("görevler ayrılığı"))
    }
    // A process that hands over to the payment process has its controls there.
    return isThere || s.chart.steps.contains { $0.calls != nil }
      ? []
      : [
        .init(
          "Mali süreçte ön mali kontrol ya da görevler ayrılığı adımı yok",
          "A financial process has no step of ex-ante control or separation of duties")
      ]
  }

  static func size(_ s: CheckSubject) -> [CheckSubject.Found] {
    var found: [CheckSubject.Found] = []
    if s.chart.steps.count > s.limits.steps {
      found.append(
        .init(
          "Şemada \(s.chart.steps.count) adım var; alt süreçlere bölün",
          "The chart has \(s.chart.steps.count) steps; split it into sub-processes"))
    }
    if s.chart.lanes.count > s.limits.lanes {
      found.append(
        .init(
          "Şemada \(s.chart.lanes.count) rol var; alt süreçlere bölün",
          "The chart has \(s.chart.lanes.count) lanes; split it into sub-processes"))
    }
    return found
  }

  static func loops(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.graph.edges.enumerated().filter { s.isBack[$0.offset] }.compactMap { _, edge in
      guard let loop = path(s, from: edge.target, to: edge.source), loop.count > s.limits.loop else { return nil }
      if loop.contains(where: { s.step($0).limit != nil || s.step($0).duration != nil }) { return nil }
      let name = s.name(s.step(edge.target))
      return .init(
        "\(name) adımına dönüş \(loop.count) adımlık ve süresi sınırlı değil",
        "The loop back to \(name) has \(loop.count) steps and no time limit", step: s.step(edge.source).id,
        flow: edge.flow)
    }
  }

  /// The shortest way between two steps without closing other loops, both ends included.
  private static func path(_ s: CheckSubject, from: Int, to: Int) -> [Int]? {
    var before = [from: from]
    var waiting = [from]
    var next = 0
    while next < waiting.count, before[to] == nil {
      for edge in s.graph.leaving[waiting[next]] where !s.isBack[edge] && before[s.graph.edges[edge].target] == nil {
        before[s.graph.edges[edge].target] = waiting[next]
        waiting.append(s.graph.edges[edge].target)
      }
      next += 1
    }
    guard before[to] != nil else { return nil }
    var (path, at) = ([to], to)
    while at != from, let previous = before[at] {
      at = previous
      path.append(at)
    }
    return path
  }

  static func age(_ s: CheckSubject) -> [CheckSubject.Found] {
    guard let today = s.context.today, let approved = s.context.approvedOn else { return [] }
    let due = approved.adding(months: s.limits.reviewMonths)
    return due < today
      ? [.init("Gözden geçirme süresi \(due.turkish) günü doldu", "The review was due on \(due.turkish)")] : []
  }
}
