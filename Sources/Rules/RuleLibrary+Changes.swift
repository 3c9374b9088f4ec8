import GuvenceCore

/// A difference between the rules of two days, or a rule nobody has compared with its source lately.
public struct RuleChange: Hashable, Sendable {
  /// What happened to the rule.
  public enum Kind: String, Sendable, CaseIterable {
    /// In force on the later day only.
    case added
    /// In force on both days, in different versions.
    case changed
    /// In force on the earlier day only.
    case removed
  }

  /// Id of the methodology or decision table.
  public let id: String
  /// Name on screen.
  public let name: Localized
  /// What happened.
  public let kind: Kind
  /// The version in force on the earlier day.
  public let before: Day?
  /// The version in force on the later day.
  public let after: Day?
  /// Pair by pair and level by level, what is judged differently; empty for added and removed rules.
  public let details: [Localized]
}

/// A rule that nobody has compared with its source, or not lately.
public struct StaleRule: Hashable, Sendable {
  /// Id of the methodology or decision table.
  public let id: String
  /// Name on screen.
  public let name: Localized
  /// The version in force.
  public let effective: Day
  /// Its source; `checkedOn` is `nil` where nobody has compared it.
  public let citation: Citation
}

extension RuleLibrary {
  /// What is different between the rules in force on two days, methodologies first.
  public func changes(from earlier: Day, to later: Day) -> [RuleChange] {
    let methodologyChanges = methodologyIDs.compactMap { id in
      change(
        id, methodology(id, on: earlier), methodology(id, on: later), name: \.name, effective: \.effective,
        text: \.canonicalText, details: RuleLibrary.details)
    }
    let tableChanges = tableIDs.compactMap { id in
      change(
        id, table(id, on: earlier), table(id, on: later), name: \.name, effective: \.effective, text: \.canonicalText,
        details: { _, _ in [] })
    }
    return methodologyChanges + tableChanges
  }

  /// The rules in force on `day` that were last checked more than `days` days before it, or never.
  public func stale(on day: Day, olderThan days: Int) -> [StaleRule] {
    let methodologies = methodologies(on: day).map {
      StaleRule(id: $0.id, name: $0.name, effective: $0.effective, citation: $0.citation)
    }
    let tables = tableIDs.compactMap { table($0, on: day) }.map {
      StaleRule(id: $0.id, name: $0.name, effective: $0.effective, citation: $0.citation)
    }
    return (methodologies + tables).filter { rule in rule.citation.checkedOn.map { day - $0 > days } ?? true }
  }

  private var tableIDs: [String] {
    var seen: Set<String> = []
    return tables.map(\.id).filter { seen.insert($0).inserted }
  }

  private func change<Rule>(
    _ id: String, _ before: Rule?, _ after: Rule?, name: (Rule) -> Localized, effective: (Rule) -> Day,
    text: (Rule) -> String, details: (Rule, Rule) -> [Localized]
  ) -> RuleChange? {
    guard let known = after ?? before else { return nil }
    let kind: RuleChange.Kind
    switch (before, after) {
    case (let old?, let new?):
      if text(old) == text(new) { return nil }
      kind = .changed
    case (nil, _): kind = .added
    case (_, nil): kind = .removed
    }
    var list: [Localized] = []
    if let before, let after { list = details(before, after) }
    return RuleChange(
      id: id, name: name(known), kind: kind, before: before.map(effective), after: after.map(effective), details: list)
  }

  private static func details(_ before: Methodology, _ after: Methodology) -> [Localized] {
    pairDetails(before, after) + levelDetails(before, after)
  }

  /// Pairs whose level is another one, grouped by nothing: `4 × 3: Orta → Yüksek`.
  private static func pairDetails(_ before: Methodology, _ after: Methodology) -> [Localized] {
    var list: [Localized] = []
    for likelihood in 1...max(before.likelihood.steps.count, after.likelihood.steps.count) {
      for impact in 1...max(before.impact.steps.count, after.impact.steps.count) {
        let old = before.level(likelihood: likelihood, impact: impact)
        let new = after.level(likelihood: likelihood, impact: impact)
        if old?.id == new?.id { continue }
        let pair = "\(likelihood) × \(impact): "
        list.append(
          Localized(
            pair + "\(old?.name.turkish ?? "–") → \(new?.name.turkish ?? "–")",
            pair + "\(old?.name(.english) ?? "–") → \(new?.name(.english) ?? "–")"))
      }
    }
    return list
  }

  private static func levelDetails(_ before: Methodology, _ after: Methodology) -> [Localized] {
    after.levels.flatMap { new -> [Localized] in
      guard let old = before.level(new.id) else { return [] }
      var list: [Localized] = []
      if old.reviewMonths != new.reviewMonths {
        list.append(
          Localized(
            "\(new.name.turkish): gözden geçirme \(old.reviewMonths) ay → \(new.reviewMonths) ay",
            "\(new.name(.english)): review every \(old.reviewMonths) → \(new.reviewMonths) months"))
      }
      if old.name != new.name {
        list.append(
          Localized("\(old.name.turkish) → \(new.name.turkish)", "\(old.name(.english)) → \(new.name(.english))"))
      }
      return list
    }
  }
}
