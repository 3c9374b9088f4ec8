import GuvenceCore

/// Checks A1 to A6, A9, A11, A12: does the flow hang together.
enum FlowChecks {
  static func starts(_ s: CheckSubject) -> [CheckSubject.Found] {
    let starts = s.chart.steps.filter { $0.kind == .start }
    if starts.isEmpty { return [.init("Şemanın başlangıcı yok", "The chart has no start")] }
    // Several starts are right where each names its own trigger.
    let names = Set(starts.map { TurkishText.fold($0.name) })
    return names.count == starts.count
      ? []
      : starts.dropFirst().map {
        .init("Aynı adlı birden çok başlangıç var", "Several starts have the same name", step: $0.id)
      }
  }

  static func ends(_ s: CheckSubject) -> [CheckSubject.Found] {
    let ends = s.chart.steps.indices.filter { s.step($0).kind == .end }
    if ends.isEmpty { return [.init("Şemanın bitişi yok", "The chart has no end")] }
    let reaches = s.graph.reachable(from: ends, backwards: true)
    return s.chart.steps.indices.filter { !reaches[$0] }.map {
      .init(
        "\(s.name(s.step($0))) adımından bir bitişe varılamıyor", "No end can be reached from \(s.name(s.step($0)))",
        step: s.step($0).id)
    }
  }

  static func reachable(_ s: CheckSubject) -> [CheckSubject.Found] {
    let starts = s.chart.steps.indices.filter { s.step($0).kind == .start }
    let isReached = s.graph.reachable(from: starts)
    return s.chart.steps.indices.filter { !isReached[$0] }.map {
      .init(
        "\(s.name(s.step($0))) adımına başlangıçtan gelinemiyor",
        "\(s.name(s.step($0))) cannot be reached from a start",
        step: s.step($0).id)
    }
  }

  static func deadEnds(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.chart.steps.indices.filter { s.step($0).kind != .end && s.graph.leaving[$0].isEmpty }.map {
      .init(
        "\(s.name(s.step($0))) adımından sonra ne geleceği yazılmamış", "Nothing follows \(s.name(s.step($0)))",
        step: s.step($0).id)
    }
  }

  static func unconnected(_ s: CheckSubject) -> [CheckSubject.Found] {
    let lonely = s.chart.steps.indices.filter { s.graph.leaving[$0].isEmpty && s.graph.reaching[$0].isEmpty }
    let missing = s.chart.flows.enumerated().filter {
      s.graph.index[$1.source] == nil || s.graph.index[$1.target] == nil
    }
    return lonely.map {
      .init(
        "\(s.name(s.step($0))) hiçbir adıma bağlı değil", "\(s.name(s.step($0))) is not connected", step: s.step($0).id)
    }
      + missing.map { at, flow in
        .init(
          "\(flow.source) → \(flow.target) okunun bir ucu yok", "The flow \(flow.source) → \(flow.target) lacks an end",
          step: flow.source, flow: at)
      }
  }

  static func branches(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.decisions.filter { s.graph.leaving[$0].count < 2 }.map {
      let isJoin = s.graph.reaching[$0].count > 1
      return .init(
        isJoin
          ? "\(s.name(s.step($0))) yalnızca kolları birleştiriyor, karar değil"
          : "\(s.name(s.step($0))) kararının ikiden az kolu var",
        isJoin ? "\(s.name(s.step($0))) only joins branches" : "\(s.name(s.step($0))) has fewer than two branches",
        step: s.step($0).id, level: isJoin ? .warning : nil)
    }
  }

  static func implicitSplit(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.chart.steps.indices.filter {
      let kind = s.step($0).kind
      return kind != .decision && kind != .split && kind != .end && s.graph.leaving[$0].count > 1
    }.map {
      .init(
        "\(s.name(s.step($0))) karar olmadığı hâlde birden çok adıma gidiyor",
        "\(s.name(s.step($0))) leads to several steps without being a decision", step: s.step($0).id)
    }
  }

  static func duplicates(_ s: CheckSubject) -> [CheckSubject.Found] {
    var seen: Set<[String]> = []
    return s.chart.flows.enumerated().filter { !seen.insert([$1.source, $1.target]).inserted }.map { at, flow in
      .init(
        "\(flow.source) → \(flow.target) oku iki kez çizilmiş",
        "The flow \(flow.source) → \(flow.target) is there twice",
        step: flow.source, flow: at)
    }
  }

  static func wrongWay(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.graph.edges.filter { s.step($0.source).kind == .end || s.step($0.target).kind == .start }.map { edge in
      let isEnd = s.step(edge.source).kind == .end
      let step = s.step(isEnd ? edge.source : edge.target)
      return .init(
        isEnd ? "\(s.name(step)) bitişinden ok çıkıyor" : "\(s.name(step)) başlangıcına ok giriyor",
        isEnd ? "A flow leaves the end \(s.name(step))" : "A flow enters the start \(s.name(step))", step: step.id,
        flow: edge.flow)
    }
  }
}
