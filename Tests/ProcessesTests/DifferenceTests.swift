import GuvenceCore
import Testing

@testable import GuvenceProcesses

@Suite struct DifferenceTests {
  private func sorted(_ flows: [Flow]) -> [String] { flows.map { "\($0.source) \($0.target) \($0.label)" }.sorted() }

  @Test(arguments: Shipped.processes) func chartDoesNotDifferFromItself(process: WorkProcess) {
    let difference = ChartDifference(old: process.chart, new: process.chart)
    #expect(difference.isEmpty)
    #expect(difference.revisionRows(.turkish).isEmpty)
    #expect(difference.summary(.turkish) == "iki sürüm aynı")
    var shuffled = process.chart
    shuffled.flows.reverse()
    shuffled.risks.reverse()
    #expect(ChartDifference(old: process.chart, new: shuffled).isEmpty)
  }

  @Test(arguments: 0..<60) func editsAreFound(seed: UInt64) {
    let old = RandomChart.make(seed: seed)
    let edits = ChartEdits(old, seed: seed &+ 1_000)
    let found = ChartDifference(old: old, new: edits.chart)
    #expect(Set(found.added.map(\.id)) == edits.added)
    #expect(Set(found.removed.map(\.id)) == edits.removed)
    #expect(Set(found.changed.map(\.id)) == edits.renamed.union(edits.documented))
    for change in found.changed {
      #expect(change.fields.map(\.field) == (edits.renamed.contains(change.id) ? [.name] : [.documents]))
    }
    #expect(Set(found.laneMoves.map(\.id)) == edits.moved)
    #expect(sorted(found.flowsAdded) == sorted(edits.flowsAdded))
    #expect(sorted(found.flowsRemoved) == sorted(edits.flowsRemoved))
    #expect(Set(found.flowsRelabelled.map(\.new.source)) == Set(edits.relabelled))
    #expect(Set(found.risks.added.map(\.id)) == edits.risksAdded)
    #expect(Set(found.risks.removed.map(\.id)) == edits.risksRemoved)
    #expect(Set(found.controls.changed.map(\.new.id)) == edits.controlsChanged)
    #expect(found.reordered.isEmpty && found.renumbered.isEmpty && !found.areLanesReordered)
    #expect(found.isEmpty == (old == edits.chart))
  }

  @Test(arguments: 0..<30) func swappedVersionsMirror(seed: UInt64) {
    let old = RandomChart.make(seed: seed)
    let new = ChartEdits(old, seed: seed &+ 2_000).chart
    let (there, back) = (ChartDifference(old: old, new: new), ChartDifference(old: new, new: old))
    #expect(there.added == back.removed && there.removed == back.added)
    #expect(sorted(there.flowsAdded) == sorted(back.flowsRemoved))
    #expect(there.risks.added == back.risks.removed && there.controls.removed == back.controls.added)
    #expect(
      Set(there.laneMoves.map { "\($0.id) \($0.old ?? "") \($0.new ?? "")" })
        == Set(back.laneMoves.map { "\($0.id) \($0.new ?? "") \($0.old ?? "")" }))
    for (one, other) in zip(there.changed.sorted { $0.id < $1.id }, back.changed.sorted { $0.id < $1.id }) {
      #expect(one.fields.map(\.old) == other.fields.map(\.new))
    }
  }

  @Test func numbersAndOrderAreToldApart() throws {
    let old = try Shipped.process("MAL-01").chart
    var new = old
    new.steps.swapAt(3, 4)
    for at in new.steps.indices where !new.steps[at].number.isEmpty { new.steps[at].number += "." }
    let difference = ChartDifference(old: old, new: new)
    #expect(difference.changed.isEmpty && difference.reordered.count == 1)
    #expect(difference.renumbered.count == new.steps.count { !$0.number.isEmpty })
    #expect(difference.revisionRows(.turkish).map(\.subject) == ["Adım numaraları", "Adımların sırası"])
    #expect(difference.summary(.turkish) == "yalnızca sıra veya numara değişti")
  }

  @Test func rowsSpeakBothLanguages() throws {
    let old = try Shipped.process("MAL-01").chart
    var new = old
    let at = try #require(new.steps.firstIndex { $0.kind == .task })
    let name = new.steps[at].name
    new.steps[at].duration = StepDuration(2, .workday)
    new.steps[at].role = old.lanes.last
    let rows = ChartDifference(old: old, new: new).revisionRows(.turkish)
    let number = new.steps[at].number
    #expect(
      rows.map { $0.sentence(.turkish) } == [
        "Adım \(number) «\(name)», Sorumlu rolü değişti: \(old.steps[at].role ?? "–") → \(old.lanes.last ?? "")",
        "Adım \(number) «\(name)», Süre değişti: – → 2 iş günü",
      ])
    let english = ChartDifference(old: old, new: new).revisionRows(.english)
    #expect(english.map(\.new) == [old.lanes.last ?? "", "2 workdays"])
    #expect(ChartDifference(old: old, new: new).revisionTable(.english).rows.first?[1] == "⇄ Moved to another role")
  }
}
