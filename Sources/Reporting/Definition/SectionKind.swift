import GuvenceCore

/// The kinds of section a report can be put together from; the raw values are the words of the definition files.
public enum SectionKind: String, Sendable, CaseIterable {
  /// Sentences made of the numbers (yönetici özeti).
  case summary
  /// Risks by level: inherent, residual, effective.
  case levels
  /// Heat maps inherent and residual (risk haritası).
  case heatMaps = "heat-maps"
  /// The highest risks; `limit` says how many.
  case topRisks = "top-risks"
  /// Risks above the appetite.
  case aboveAppetite = "above-appetite"
  /// Key risks by judgement of the management (kilit risk).
  case keyRisks = "key-risks"
  /// Open opportunities, apart from the threats; left out where there are none.
  case opportunities
  /// Risks that entered the register in the period.
  case newRisks = "new-risks"
  /// Risks retired in the period.
  case closedRisks = "closed-risks"
  /// Risks that rose against the previous period.
  case risen
  /// Risks that fell against the previous period.
  case fallen
  /// Risks whose review day has passed.
  case reviewOverdue = "review-overdue"
  /// Risks without an assessment.
  case notAssessed = "not-assessed"
  /// Risks assessed under another methodology; left out where there are none.
  case otherMethodology = "other-methodology"
  /// One line per unit.
  case units
  /// All open risks in reference order.
  case allRisks = "all-risks"
  /// The methodology: levels, reactions, review periods, sources.
  case methodology
  /// Places to sign.
  case signatures

  /// Whether the section is a table of risks, which may name `columns` and `limit`.
  public var listsRisks: Bool {
    switch self {
    case .summary, .levels, .heatMaps, .units, .methodology, .signatures: false
    default: true
    }
  }
}
