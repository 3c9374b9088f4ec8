/// Charts made up from a seed, for tests and measurements: 10 to 60 steps, 1 to 8 lanes, decisions with labelled
/// branches, rework loops, documents, risks and controls.
public enum RandomChart {
  /// The chart of a seed.
  public static func make(seed: UInt64) -> Chart {
    var numbers = SeededNumbers(seed: seed)
    let count = 10 + numbers.below(51)
    let laneCount = 1 + numbers.below(8)
    let lanes = (0..<laneCount).map { "Birim \($0 + 1) Görevlisi" }
    var lane = 0
    var steps: [Step] = []
    for at in 0..<count {
      if numbers.below(5) < 2 { lane = numbers.below(laneCount) }
      steps.append(step(at, of: count, lanes[lane], &numbers))
    }
    let ids = steps.map(\.id)
    let flows = flows(steps, &numbers)
    let risks = ids.filter { _ in numbers.below(8) == 0 }.enumerated().map {
      RiskPoint(id: "R\($0 + 1)", step: $1, text: "Sürenin aşılması")
    }
    let controls = risks.enumerated().map {
      ControlPoint(id: "C\($0 + 1)", step: $1.step, risk: $1.id, kind: .preventive, text: "İkinci kişinin denetimi")
    }
    return Chart(lanes: lanes, steps: steps, flows: flows, risks: risks, controls: controls)
  }

  private static func step(_ at: Int, of count: Int, _ role: String, _ numbers: inout SeededNumbers) -> Step {
    let id = "s\(at)"
    if at == 0 { return Step(id: id, kind: .start, role: role, name: "Talep geldi") }
    if at == count - 1 { return Step(id: id, kind: .end, role: role, name: "İşlem tamamlandı") }
    switch numbers.below(20) {
    case 0...3: return Step(id: id, kind: .decision, role: role, name: "Belgeler \(at) eksiksiz ve uygun mu?")
    case 4: return Step(id: id, kind: .end, role: role, name: "Başvuru reddedildi")
    case 5: return Step(id: id, kind: .subprocess, role: role, name: "Ödeme emri düzenlenmesi ve ödeme")
    default:
      let words = ["Dosyanın", "incelenmesi", "ve", "gerekçeli", "görüşün", "hazırlanması", "gönderilmesi"]
      let name = words.prefix(2 + numbers.below(6)).joined(separator: " ")
      let documents = (0..<max(0, numbers.below(5) - 2)).map { "Tutanak ve ek belge \($0)" }
      return Step(
        id: id, kind: .task, role: role, name: name, documents: documents, system: numbers.below(3) == 0 ? "EBYS" : nil,
        action: numbers.below(4) == 0 ? .control : nil)
    }
  }

  private static func flows(_ steps: [Step], _ numbers: inout SeededNumbers) -> [Flow] {
    var flows: [Flow] = []
    for at in steps.indices.dropLast() where steps[at].kind != .end {
      let next = steps[at + 1].id
      guard steps[at].kind == .decision else {
        flows.append(Flow(steps[at].id, next))
        continue
      }
      flows.append(Flow(steps[at].id, next, label: "Evet"))
      let labels = numbers.below(6) == 0 ? ["Hayır", "Kısmen"] : ["Hayır"]
      for label in labels {
        let isBack = numbers.below(5) < 2
        let target =
          isBack
          ? max(1, at - 1 - numbers.below(6)) : min(steps.count - 1, at + 2 + numbers.below(8))
        if steps[target].id != next { flows.append(Flow(steps[at].id, steps[target].id, label: label)) }
      }
    }
    // A step nobody leads to is reached from the start of what came before, so that the chart hangs together.
    let reached = Set(flows.map(\.target))
    for at in steps.indices.dropFirst() where !reached.contains(steps[at].id) {
      let from = (0..<at).last { steps[$0].kind != .end } ?? 0
      flows.append(Flow(steps[from].id, steps[at].id, label: steps[from].kind == .decision ? "Diğer" : ""))
    }
    return flows
  }
}
