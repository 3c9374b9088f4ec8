import GuvenceCore
import GuvenceRules

/// Decides under which methodology a file's values are assessed: the one told, else the administration's, unless the file
/// plainly speaks another scale. A value or two outside the scale are typing errors, to be shown at their cells; at least
/// half of the rows outside it, or level words that only another methodology gives, mean another scale.
struct MethodChoice {
  let methodology: Methodology
  /// Why, where it is not the administration's own; `nil` otherwise.
  let note: Localized?

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
    let isMostlyOutside = pairs.count { !own.fits($0) } * 2 >= pairs.count
    guard let best = ranked.max(by: { $0.1 < $1.1 })?.0,
      isMostlyOutside || MethodChoice.speaks(best, ratherThan: own, rows)
    else {
      (methodology, note) = (own, nil)
      return
    }
    methodology = best
    let highest = pairs.flatMap { [$0.likelihood] + $0.impacts }.max() ?? 0
    note = Localized(
      "Dosyadaki değerler (en yüksek \(highest)) «\(own.id)» ölçeğine sığmıyor; "
        + "riskler «\(best.id)» yöntemiyle değerlendirilir",
      "The file's values (highest \(highest)) do not fit the scale of «\(own.id)»; risks are assessed under «\(best.id)»"
    )
  }

  /// Whether every level word of the file is the one `other` gives, and some are not those of `own`.
  private static func speaks(_ other: Methodology, ratherThan own: Methodology, _ rows: [FormRow]) -> Bool {
    let worded = rows.filter { !$0[.level].isEmpty && $0.inherent != nil }
    func agrees(_ row: FormRow, _ methodology: Methodology) -> Bool {
      level(of: row, under: methodology).map { FormField.key($0) == FormField.key(row[.level]) } ?? false
    }
    return !worded.isEmpty && worded.allSatisfy { agrees($0, other) } && !worded.allSatisfy { agrees($0, own) }
  }

  private static func level(of row: FormRow, under methodology: Methodology) -> String? {
    row.inherent.flatMap {
      (try? score($0, under: methodology, on: methodology.effective, explained: false))?.level.name.turkish
    }
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
