/// Charts made up from a seed, for tests and measurements: 10 to 60 steps, 1 to 8 lanes, decisions with labelled
/// branches, rework loops, documents, risks and controls. Some seeds are harder: names and lanes of 60 letters and
/// more, decisions with up to six branches, parallel blocks, loops in loops, steps that lead back to themselves, steps
/// full of marks and documents.
public enum RandomChart {
  /// The chart of a seed.
  public static func make(seed: UInt64) -> Chart {
    var maker = ChartMaker(seed: seed)
    return maker.chart()
  }
}

private struct ChartMaker {
  private var numbers: SeededNumbers
  private let count: Int
  private let lanes: [String]
  private let isLong: Bool
  private let isBranchy: Bool
  private let isLooped: Bool
  private var lane = 0
  private var steps: [Step] = []
  private var flows: [Flow] = []
  /// Steps between a split and its join: their flows are known.
  private var inBlock: Set<Int> = []

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    count = 10 + numbers.below(51)
    let laneCount = 1 + numbers.below(8)
    (isLong, isBranchy, isLooped) = (numbers.below(3) == 0, numbers.below(3) == 0, numbers.below(3) == 0)
    let name = isLong ? "Destek Hizmetleri ve Satın Alma Müdürlüğü Muayene ve Kabul Komisyonu" : "Birim Görevlisi"
    lanes = (0..<laneCount).map { "\(name) \($0 + 1)" }
  }

  mutating func chart() -> Chart {
    add(.start, "Talep geldi")
    while steps.count < count - 1 {
      if isBranchy, steps.count + 6 < count, numbers.below(8) == 0 { addBlock() } else { addStep() }
    }
    add(.end, "İşlem tamamlandı")
    addFlows()
    reachAll()
    var (risks, controls): ([RiskPoint], [ControlPoint]) = ([], [])
    for step in steps where numbers.below(8) == 0 {
      for _ in 0...(isLong ? numbers.below(4) : 0) {
        let at = risks.count + 1
        risks.append(RiskPoint(id: "R\(at)", step: step.id, text: "Sürenin aşılması"))
        controls.append(
          ControlPoint(id: "C\(at)", step: step.id, risk: "R\(at)", kind: .preventive, text: "İkinci kişinin denetimi"))
      }
    }
    return Chart(lanes: lanes, steps: steps, flows: flows, risks: risks, controls: controls)
  }

  // MARK: steps

  private mutating func add(_ kind: Step.Kind, _ name: String) {
    if numbers.below(5) < 2 { lane = numbers.below(lanes.count) }
    var step = Step(id: "s\(steps.count)", number: "\(steps.count)", kind: kind, role: lanes[lane], name: name)
    if kind == .task {
      let documents = isLong ? numbers.below(9) : max(0, numbers.below(5) - 2)
      step.documents = (0..<documents).map { "Tutanak ve ek belge \($0)" }
      step.system = numbers.below(3) == 0 ? "EBYS" : nil
      step.action = numbers.below(4) == 0 ? .control : nil
      step.isSensitive = isLong && numbers.below(4) == 0
    }
    steps.append(step)
  }

  private mutating func addStep() {
    let question = "Belgeler \(steps.count) eksiksiz ve uygun mu?"
    switch numbers.below(20) {
    case 0...3:
      add(.decision, isLong ? "Sunulan bilgi ve belgeler mevzuata, şartnameye ve sözleşmeye uygun mu?" : question)
    case 4: add(.end, isLong ? "Başvuru gerekçesi yazılarak reddedildi ve ilgiliye bildirildi" : "Başvuru reddedildi")
    case 5: add(.subprocess, "Ödeme emri düzenlenmesi ve ödeme")
    case 6 where isBranchy: add(numbers.below(2) == 0 ? .wait : .document, "İtiraz süresinin beklenmesi")
    default:
      let words = [
        "Dosyanın", "incelenmesi", "ve", "gerekçeli", "görüşün", "hazırlanması", "gönderilmesi", "sonucunun",
        "değerlendirilerek", "harcama", "yetkilisine", "bildirilmesi",
      ]
      add(.task, words.prefix(isLong ? 8 + numbers.below(5) : 2 + numbers.below(6)).joined(separator: " "))
    }
  }

  /// A split, two to four tasks side by side, and their join.
  private mutating func addBlock() {
    let (split, width) = (steps.count, 2 + numbers.below(3))
    add(.split, "")
    for _ in 0..<width { add(.task, "Görüşün alınması") }
    add(.join, "")
    inBlock.formUnion(split...split + width)
    for task in split + 1...split + width {
      flows.append(Flow(steps[split].id, steps[task].id))
      flows.append(Flow(steps[task].id, steps[split + width + 1].id))
    }
  }

  // MARK: flows

  private mutating func addFlows() {
    for at in steps.indices.dropLast() where steps[at].kind != .end && !inBlock.contains(at) {
      let (id, next) = (steps[at].id, steps[at + 1].id)
      guard steps[at].kind == .decision else {
        flows.append(Flow(id, next))
        if isLooped, steps[at].kind == .task, numbers.below(16) == 0 { flows.append(Flow(id, id, label: "Düzelt")) }
        continue
      }
      let branches = labels()
      flows.append(Flow(id, next, label: branches[0]))
      for label in branches.dropFirst() {
        let isBack = numbers.below(5) < (isLooped ? 3 : 2)
        let reach = isLooped ? 16 : 6
        let target =
          isBack ? max(1, at - 1 - numbers.below(reach)) : min(steps.count - 1, at + 2 + numbers.below(8))
        if steps[target].id != next { flows.append(Flow(id, steps[target].id, label: label)) }
      }
    }
  }

  private mutating func labels() -> [String] {
    if isBranchy, numbers.below(2) == 0 {
      let kinds = ["Mal alımı", "Hizmet alımı", "Yapım işi", "Danışmanlık", "Kiralama", "Kapsam dışı"]
      return Array(kinds.prefix(3 + numbers.below(4)))
    }
    return numbers.below(6) == 0 ? ["Evet", "Hayır", "Kısmen"] : ["Evet", "Hayır"]
  }

  /// A step nobody leads to is reached from the nearest one before it, so that the chart hangs together.
  private mutating func reachAll() {
    let reached = Set(flows.filter { $0.source != $0.target }.map(\.target))
    for at in steps.indices.dropFirst() where !reached.contains(steps[at].id) {
      let from = (0..<at).last { steps[$0].kind != .end && !inBlock.contains($0) } ?? 0
      flows.append(Flow(steps[from].id, steps[at].id, label: steps[from].kind == .decision ? "Diğer" : ""))
    }
  }
}
