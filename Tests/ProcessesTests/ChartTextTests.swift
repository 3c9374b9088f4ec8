import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct ChartTextTests {
  @Test(arguments: Shipped.processes) func shippedChartsComeBack(_ process: WorkProcess) {
    let chart = process.chart.tidied
    #expect(ChartText.chart(ChartText.text(chart)) == chart)
    #expect(chart.tidied == chart)
    #expect(Set(chart.flows) == Set(process.chart.flows))
    #expect(chart.lanes == process.chart.lanes)
  }

  @Test(arguments: 0..<200) func anyChartComesBack(_ seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let chart = RandomTexts.chart(&random).tidied
    let text = ChartText.text(chart)
    #expect(ChartText.chart(text) == chart, "\(text)")
    #expect(chart.tidied == chart)
  }

  @Test func arrowsThatLeadNowhereAreKept() {
    let chart = Chart(steps: [Step(id: "1", kind: .task, role: nil, name: "x")], flows: [Flow("1", "9", label: "Evet")])
    #expect(ChartText.chart(ChartText.text(chart)) == chart)
  }

  @Test func whatHangsOnNoStepIsLeftOut() {
    let chart = Chart(
      steps: [Step(id: "1", kind: .task, role: " ", name: " a\nb ")], flows: [Flow("9", "1")],
      risks: [RiskPoint(id: "R1", step: "9", text: "x")])
    let tidied = chart.tidied
    #expect(tidied.flows.isEmpty && tidied.risks.isEmpty)
    #expect(tidied.steps.first?.name == "a b")
    #expect(tidied.steps.first?.role == nil)
  }

  @Test func otherTextsAreNoChart() { #expect(ChartText.chart("bu bir şema değil") == nil) }
}

/// Charts with every mark of the outline in their texts.
private enum RandomTexts {
  static let words = [
    "", "a", "(başla)", "x?", "?", "@", "#3", "{K}", "[", "]", "; ", "<s>", "~2 day", "≤", "->", "→", "\\", "\\)", ")",
    "(", " > ", ":", "//", "yok", "R1: ", "ı İ", "«»", "1)", "-", "önleyici", "\"",
  ]

  static func text(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: Bool.random(using: &random) ? " " : "")
  }

  static func maybe(_ random: inout SplitMix) -> String? { Bool.random(using: &random) ? text(&random) : nil }

  static func step(_ id: String, _ random: inout SplitMix) -> Step {
    Step(
      id: id, number: text(&random), kind: Step.Kind.allCases.randomElement(using: &random) ?? .task,
      role: maybe(&random), name: text(&random), documents: [text(&random), text(&random)], system: maybe(&random),
      duration: StepDuration.Unit.allCases.randomElement(using: &random).map {
        StepDuration(Int.random(in: 1...20, using: &random), $0)
      }, limit: maybe(&random), action: Step.Action.allCases.randomElement(using: &random),
      isSensitive: Bool.random(using: &random), isIrrevocable: Bool.random(using: &random), calls: maybe(&random))
  }

  static func chart(_ random: inout SplitMix) -> Chart {
    let ids = ["b", "1", "k1", "2.1", "s_x", "-"].prefix(Int.random(in: 0...6, using: &random))
    let steps = ids.map { step($0, &random) }
    func id(_ random: inout SplitMix) -> String { (ids + ["9"]).randomElement(using: &random) ?? "9" }
    let flows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      Flow(id(&random), id(&random), label: text(&random))
    }
    let risks = (0..<Int.random(in: 0...3, using: &random)).map {
      RiskPoint(
        id: "R\($0)", step: id(&random), text: text(&random), cause: text(&random), effect: text(&random),
        level: RiskPoint.Level.allCases.randomElement(using: &random))
    }
    let controls = (0..<Int.random(in: 0...3, using: &random)).map {
      ControlPoint(
        id: "C\($0)", step: id(&random), risk: ["", "R0", "tespit", "yüksek"].randomElement(using: &random) ?? "",
        kind: ControlPoint.Kind.allCases.randomElement(using: &random) ?? .detective, text: text(&random),
        basis: text(&random))
    }
    return Chart(lanes: [text(&random), text(&random)], steps: steps, flows: flows, risks: risks, controls: controls)
  }
}

/// A small seeded generator (SplitMix64), so that runs repeat.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
