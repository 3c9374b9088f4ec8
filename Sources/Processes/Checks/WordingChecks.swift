import GuvenceCore

/// Checks A7, A8, A10, A14, A15: branches, names, joins, sub-processes.
enum WordingChecks {
  static func labels(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.decisions.flatMap { at -> [CheckSubject.Found] in
      var seen: Set<String> = []
      let name = s.name(s.step(at))
      return s.graph.leaving[at].compactMap { edge in
        let flow = s.graph.edges[edge].flow
        let label = TurkishText.fold(s.chart.flows[flow].label)
        if label.isEmpty {
          return .init(
            "\(name) kararının bir kolunda yazı yok", "A branch of \(name) has no label", step: s.step(at).id,
            flow: flow)
        }
        return seen.insert(label).inserted
          ? nil
          : .init(
            "\(name) kararının iki kolunda aynı yazı var: \(s.chart.flows[flow].label)",
            "Two branches of \(name) have the same label: \(s.chart.flows[flow].label)", step: s.step(at).id, flow: flow
          )
      }
    }
  }

  private static let pairs = [
    ["evet", "hayır"], ["e", "h"], ["uygun", "uygun değil"], ["tamam", "eksik"], ["var", "yok"], ["kabul", "ret"],
    ["olumlu", "olumsuz"], ["onay", "ret"],
  ].map { $0.map(TurkishText.fold) }

  static func questions(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.decisions.compactMap { at in
      let (step, name) = (s.step(at), s.name(s.step(at)))
      if !step.name.isEmpty, !step.name.hasSuffix("?") {
        return .init("\(name) soru biçiminde değil", "\(name) is not worded as a question", step: step.id)
      }
      let labels = s.graph.leaving[at].map { TurkishText.fold(s.chart.flows[s.graph.edges[$0].flow].label) }
      let known = labels.filter { label in pairs.contains { $0.contains(label) } }
      let isPair = labels.count == 2 && pairs.contains { Set($0) == Set(labels) }
      guard !known.isEmpty, !isPair, !labels.contains("") else { return nil }
      return .init(
        "\(name) kararının kolları birbirinin karşıtı değil", "The branches of \(name) do not exclude each other",
        step: step.id)
    }
  }

  static func joins(_ s: CheckSubject) -> [CheckSubject.Found] {
    let joins = s.chart.steps.indices.filter { s.step($0).kind == .join }
    return s.chart.steps.indices.compactMap { at in
      let (step, name) = (s.step(at), s.name(s.step(at)))
      if step.kind == .split {
        let reached = s.graph.leaving[at].map { s.graph.reachable(from: [s.graph.edges[$0].target]) }
        let isJoined = joins.contains { join in reached.allSatisfy { $0[join] } }
        return isJoined
          ? nil
          : .init("\(name) ile ayrılan kollar birleşmiyor", "What \(name) splits is never joined", step: step.id)
      }
      guard step.kind == .join else { return nil }
      let before = s.graph.reachable(from: [at], backwards: true)
      let hasSplit = s.chart.steps.indices.contains { before[$0] && s.step($0).kind == .split }
      return hasSplit
        ? nil
        : .init(
          "\(name) kararın kollarını bekliyor; biri hiç gelmez",
          "\(name) waits for branches of which only one is taken",
          step: step.id)
    }
  }

  static func names(_ s: CheckSubject) -> [CheckSubject.Found] {
    s.chart.steps.compactMap { step in
      if step.name.trimmed.isEmpty {
        return .init("\(step.id) adımının adı yok", "The step \(step.id) has no name", step: step.id)
      }
      if step.name.count > s.limits.nameLength {
        return .init(
          "\(s.name(step)) adı \(s.limits.nameLength) karakterden uzun",
          "The name \(s.name(step)) is longer than \(s.limits.nameLength) characters", step: step.id, level: .warning)
      }
      guard step.kind == .task, !namesWork(step.name) else { return nil }
      return .init(
        "\(s.name(step)) adı ne yapıldığını söylemiyor", "The name \(s.name(step)) does not say what is done",
        step: step.id, level: .note)
    }
  }

  /// Endings of Turkish verbal nouns, and nouns of office work that name an act.
  private static let endings = [
    "ması", "mesi", "ma", "me", "mak", "mek", "ış", "iş", "uş", "üş", "ımı", "imi", "umu", "ümü",
  ].map(TurkishText.fold)
  private static let acts = [
    "kontrol", "onay", "imza", "paraf", "kayıt", "kaydı", "bildirim", "teslim", "iade", "havale", "ilan", "tahsil",
    "tescil",
    "sorgu", "denetim", "inceleme", "kabul", "yazı", "karar", "rapor", "sevk", "mahsup", "mahsub", "tahakkuk", "işlem",
    "çalışma", "hesap", "görüş", "şerh", "arşiv", "gönderim", "plan", "dilekçe", "temin",
  ].map(TurkishText.fold)

  private static func namesWork(_ name: String) -> Bool {
    let words = TurkishText.fold(name).split { !$0.isLetter }
    return words.contains { word in
      endings.contains { word.count > $0.count && word.hasSuffix($0) } || acts.contains { word.hasPrefix($0) }
    }
  }

  static func subprocesses(_ s: CheckSubject) -> [CheckSubject.Found] {
    guard let known = s.context.calls else { return [] }
    return s.chart.steps.compactMap { step in
      guard let code = step.calls else { return nil }
      if known[code] == nil, code != s.card.code {
        return .init("\(code) kodlu süreç yok", "There is no process \(code)", step: step.id)
      }
      if leads(from: code, to: s.card.code, known) {
        return .init(
          "\(code) süreci dönüp bu süreci çağırıyor", "The process \(code) leads back to this one", step: step.id)
      }
      if let approved = s.context.approved, !approved.contains(code) {
        return .init("\(code) süreci onaylanmamış", "The process \(code) is not approved", step: step.id)
      }
      return nil
    }
  }

  private static func leads(from code: String, to wanted: String, _ calls: [String: [String]]) -> Bool {
    var (waiting, seen): ([String], Set<String>) = ([code], [])
    while let next = waiting.popLast() {
      if next == wanted { return true }
      if seen.insert(next).inserted { waiting += calls[next] ?? [] }
    }
    return false
  }
}
