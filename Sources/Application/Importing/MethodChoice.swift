import GuvenceCore
import GuvenceRules

/// Decides under which methodology a file's values are assessed: the one told, the administration's, or the only kind of
/// scale that the values fit.
struct MethodChoice {
  let methodology: Methodology
  /// Why, where it is not the administration's own; `nil` otherwise.
  let note: String?

  init(for rows: [FormRow], own: Methodology, told: Methodology?, known: [Methodology]) {
    if let told {
      (methodology, note) = (told, nil)
      return
    }
    let pairs = rows.compactMap(\.inherent)
    guard pairs.contains(where: { !own.fits($0) }) else {
      (methodology, note) = (own, nil)
      return
    }
    let fitting = known.filter { candidate in pairs.allSatisfy { candidate.fits($0) } }
    let ranked = fitting.map { ($0, MethodChoice.agreement(of: $0, with: rows)) }
    guard let best = ranked.max(by: { $0.1 < $1.1 })?.0 else {
      (methodology, note) = (own, nil)
      return
    }
    methodology = best
    let highest = pairs.flatMap { [$0.likelihood] + $0.impacts }.max() ?? 0
    note =
      "Dosyadaki değerler (en yüksek \(highest)) «\(own.id)» ölçeğine sığmıyor; riskler «\(best.id)» yöntemiyle değerlendirilir"
  }

  /// Rows whose own score and level the methodology reproduces.
  private static func agreement(of methodology: Methodology, with rows: [FormRow]) -> Int {
    rows.reduce(0) { sum, row in
      guard let input = row.inherent,
        let score = try? score(input, under: methodology, on: methodology.effective, explained: false)
      else { return sum }
      let isSameScore = row.declaredScore.map { $0 == score.value } ?? false
      let isSameLevel = FormField.key(row[.level]) == FormField.key(score.level.name.turkish)
      return sum + (isSameScore ? 1 : 0) + (isSameLevel ? 2 : 0)
    }
  }
}

extension Methodology {
  fileprivate func fits(_ input: ScoreInput) -> Bool {
    likelihood.range.contains(input.likelihood) && input.impacts.allSatisfy { impact.range.contains($0) }
  }
}

extension ScoreInput {
  fileprivate var impacts: [Int] {
    switch impact {
    case .overall(let value): [value]
    case .dimensions(let values): Array(values.values)
    }
  }
}
