import Testing

@testable import GuvenceProcesses

@Suite struct ChartMergeTests {
  private let mine = Chart(
    steps: [
      Step(id: "b", kind: .start, role: "Masa", name: "Geldi"), Step(id: "1", kind: .task, role: "Masa", name: "Kayıt"),
      Step(id: "x", kind: .task, role: "Şef", name: "Benim adımım"),
      Step(id: "s", kind: .end, role: "Masa", name: "Bitti"),
    ],
    flows: [Flow("b", "1"), Flow("1", "x"), Flow("x", "s")],
    risks: [RiskPoint(id: "R1", step: "1", text: "Kayıp"), RiskPoint(id: "R2", step: "x", text: "Gecikme")])
  private let theirs = Chart(
    steps: [
      Step(id: "b", kind: .start, role: "Masa", name: "Geldi"), Step(id: "1", kind: .task, role: "Şef", name: "Defter"),
      Step(id: "y", kind: .task, role: "Müdür", name: "Onların adımı"),
      Step(id: "s", kind: .end, role: "Masa", name: "Bitti"),
    ],
    flows: [Flow("b", "1"), Flow("1", "y"), Flow("y", "s")],
    risks: [RiskPoint(id: "R1", step: "y", text: "Kayıp")])

  @Test func nothingTakenIsNothingChanged() { #expect(mine.taking([], from: theirs) == mine) }

  /// With every step taken the charts are the same but for roles that now have no step.
  @Test func everythingTakenIsTheOther() {
    let all = mine.taking(["b", "1", "x", "y", "s"], from: theirs)
    let difference = ChartDifference(old: theirs, new: all)
    #expect(difference.added.isEmpty && difference.removed.isEmpty && difference.changed.isEmpty)
    #expect(Set(all.flows) == Set(theirs.flows) && all.risks == theirs.risks)
  }

  @Test func takenStepsComeWithTheirFlowsAndPoints() {
    let both = mine.taking(["1", "y"], from: theirs)
    #expect(both.steps.map(\.id) == ["b", "1", "y", "x", "s"])
    #expect(both.step("1")?.name == "Defter" && both.step("x")?.name == "Benim adımım")
    #expect(Set(both.flows) == [Flow("b", "1"), Flow("1", "y"), Flow("y", "s"), Flow("x", "s")])
    #expect(both.risks.map(\.id).sorted() == ["R1", "R2"] && both.risks(of: "y").map(\.id) == ["R1"])
    #expect(both.lanes.contains("Müdür"))
  }

  /// No chart of two others has a flow or a point that hangs in the air, and no id stands twice.
  @Test(arguments: 0..<60) func nothingDangles(seed: UInt64) {
    let (one, other) = (RandomChart.make(seed: seed), RandomChart.make(seed: seed + 1000))
    let ids = Set((one.steps + other.steps).map(\.id))
    let some = Set(ids.sorted().enumerated().filter { ($0.offset + Int(seed)) % 3 == 0 }.map(\.element))
    let merged = one.taking(some, from: other)
    let known = Set(merged.steps.map(\.id))
    #expect(known.count == merged.steps.count)
    #expect(merged.flows.allSatisfy { known.contains($0.source) && known.contains($0.target) })
    #expect(merged.risks.allSatisfy { known.contains($0.step) })
    #expect(Set(merged.risks.map(\.id)).count == merged.risks.count)
  }
}
