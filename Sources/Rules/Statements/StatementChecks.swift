import GuvenceCore

/// Rules by which the wording of a risk is checked: a dated rule of `rules/statement-checks.yaml`. What they find is
/// advice: nothing is refused, and a person may dismiss a finding with a reason.
public struct StatementChecks: Hashable, Sendable {
  /// First day on which they hold.
  public let effective: Day
  /// Source, with its verified mark.
  public let citation: Citation
  /// The checks, in the order of the file.
  public let checks: [StatementCheck]
  let markers: StatementMarkers

  /// What the checks find in `text`, in their order, each at most once; nothing in an empty text.
  public func findings(in text: StatementText) -> [StatementFinding] {
    let sections = StatementSections(text, markers)
    guard !sections.whole.isEmpty else { return [] }
    return checks.filter { !text.isOpportunity || $0.alsoForOpportunities }.compactMap { check in
      for condition in check.conditions {
        if let excerpt = condition.excerpt(in: sections, objective: text.objective) {
          return StatementFinding(check: check, excerpt: excerpt)
        }
      }
      return nil
    }
  }

  /// The check with this id.
  public subscript(id: String) -> StatementCheck? { checks.first { $0.id == id } }
}

/// One thing that goes wrong in risk statements.
public struct StatementCheck: Hashable, Sendable {
  /// Stable id: `negated-goal`.
  public let id: String
  /// How serious.
  public let level: Diagnostic.Severity
  /// A short name.
  public let name: Localized
  /// Why it is no risk statement.
  public let reason: Localized
  /// What to write instead.
  public let remedy: Localized
  /// Statements that do it right.
  public let correct: [String]
  /// Statements that do it wrong; loading proves that each is found.
  public let incorrect: [String]
  let alsoForOpportunities: Bool
  let conditions: [StatementCondition]
}
