extension Chart {
  /// This chart with some steps as `other` has them: what they say, the flows that leave them, their risk and control
  /// points. A step of `ids` that only `other` has is put behind the step it follows there; one that only this chart
  /// has is taken out. Flows to steps that are in neither are dropped, so nothing dangles; whether the outcome makes
  /// sense the checks say.
  ///
  /// Worked example: somebody else renamed step 3 while I added step 4; taking step 3 gives both changes.
  public func taking(_ ids: Set<String>, from other: Chart) -> Chart {
    let theirs = Dictionary(other.steps.map { ($0.id, $0) }) { first, _ in first }
    let mine = Set(steps.map(\.id))
    var merged = steps.compactMap { ids.contains($0.id) ? theirs[$0.id] : $0 }
    for (at, step) in other.steps.enumerated() where ids.contains(step.id) && !mine.contains(step.id) {
      let before = Set(other.steps[..<at].map(\.id))
      let place = merged.lastIndex { before.contains($0.id) }
      merged.insert(step, at: place.map { $0 + 1 } ?? 0)
    }
    let known = Set(merged.map(\.id))
    let flows =
      self.flows.filter { !ids.contains($0.source) } + other.flows.filter { ids.contains($0.source) }
    return Chart(
      lanes: lanes, steps: merged, flows: flows.filter { known.contains($0.source) && known.contains($0.target) },
      risks: points(risks, other.risks, ids, \.id, \.step).filter { known.contains($0.step) },
      controls: points(controls, other.controls, ids, \.id, \.step).filter { known.contains($0.step) })
  }

  /// A point belongs to the steps it stands on in either chart: where one of them is taken, it is as the other has it.
  private func points<Point>(
    _ mine: [Point], _ theirs: [Point], _ ids: Set<String>, _ id: (Point) -> String, _ step: (Point) -> String
  ) -> [Point] {
    let taken = Set((mine + theirs).filter { ids.contains(step($0)) }.map(id))
    return mine.filter { !taken.contains(id($0)) } + theirs.filter { taken.contains(id($0)) }
  }
}
