import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// What a person may ask of the register; every field narrows the list.
public struct RegisterQuery: Sendable, Hashable {
  /// Only this unit and below, by code.
  public var unitCode: String?
  /// Only these level ids of the effective score.
  public var levels: [String] = []
  /// Only risks with this cell of the heat map: basis, likelihood, impact.
  public var cell: Cell?
  /// Only these states.
  public var states: [RiskState] = []
  /// Only this category id.
  public var category: String?
  /// Only this response.
  public var response: RiskResponse?
  /// Only threats, or only opportunities.
  public var kind: RiskKind?
  /// Only this degree of controllability, by id.
  public var controllability: String?
  /// Only what was found in this way, by id.
  public var identificationMethod: String?
  /// Only risks that belong to a step of this process or of one below it, by code.
  public var processCode: String?
  /// Words searched in reference, statement, controls, owner; Turkish letters folded, prefixes match.
  public var text = ""
  /// Order of the list.
  public var sort: RegisterSort = .score
  /// Whether the order is turned round.
  public var isReversed = false
  /// Page from 1.
  public var page = 1
  /// Rows a page, 1–500.
  public var pageSize = 50

  /// The whole register, highest scores first.
  public init() {}

  /// A cell of the heat map.
  public struct Cell: Sendable, Hashable {
    /// Inherent or residual.
    public var basis: HeatBasis
    /// Likelihood value.
    public var likelihood: Int
    /// Impact value.
    public var impact: Int

    /// A cell.
    public init(basis: HeatBasis, likelihood: Int, impact: Int) {
      (self.basis, self.likelihood, self.impact) = (basis, likelihood, impact)
    }
  }
}

/// Which pair a heat map shows.
public enum HeatBasis: String, Sendable, CaseIterable {
  /// Before controls (doğal).
  case inherent
  /// After controls (artık); risks without a residual pair are left out and counted beside the map.
  case residual
}

/// States by which the register is filtered.
public enum RiskState: String, Sendable, CaseIterable {
  /// Without an assessment.
  case notAssessed = "not-assessed"
  /// Above appetite.
  case aboveAppetite = "above-appetite"
  /// Review day passed or within 14 days, or a red indicator asks for a review.
  case reviewDue = "review-due"
  /// Not touched for 12 months (KİKS RDS 6.2: at least once a year).
  case stale
  /// Key risk.
  case key
  /// Shared by several units.
  case shared
  /// Taken off the active register; all other lists leave these out.
  case retired
}

/// Orders of the register.
public enum RegisterSort: String, Sendable, CaseIterable {
  /// Effective score, highest first.
  case score
  /// Reference number, Turkish order.
  case reference
  /// Unit name, Turkish order.
  case unit
  /// Statement, Turkish order.
  case statement
  /// Next review, soonest first.
  case nextReview = "next-review"
  /// Last change, newest first.
  case updated
}

/// What an import may be told.
public struct ImportOptions: Sendable, Hashable {
  /// Methodology of the file's scores; where `nil` the administration's, or the one that fits the file's values.
  public var methodologyID: String?
  /// Column letter or header → field, correcting what was recognised.
  public var columns: [String: String] = [:]
  /// Sheets to leave out.
  public var excludedSheets: Set<String> = []
  /// Proposed unit key → code of an existing unit to use instead.
  public var unitChoices: [String: String] = [:]
  /// Whether proposed units are created; where false, rows of unknown units are problems.
  public var createsUnits = true
  /// The reason for rows without one whose residual pair differs from what the risk's controls suggest.
  public var reason = ""

  /// Default options.
  public init() {}
}
