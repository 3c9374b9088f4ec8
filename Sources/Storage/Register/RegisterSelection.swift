import GuvenceCore
import GuvenceRegister

/// What is asked of the register; every field narrows the list, the scope first of all.
public struct RegisterSelection: Sendable, Hashable {
  /// States by which risks are chosen.
  public enum State: String, Sendable, CaseIterable {
    /// Without an assessment.
    case notAssessed
    /// Above appetite.
    case aboveAppetite
    /// Review day passed or within `reviewWindow` days, or a red indicator asks for a review.
    case reviewDue
    /// Not touched for twelve months.
    case stale
    /// Key risk.
    case key
    /// Shared by several units.
    case shared
    /// Taken off the active register; all other lists leave these out.
    case retired
  }

  /// Orders of the list.
  public enum Order: String, Sendable, CaseIterable {
    /// Highest level and score first, those not assessed last.
    case score
    /// Reference number, Turkish order.
    case reference
    /// Unit name, Turkish order.
    case unit
    /// Statement, Turkish order.
    case statement
    /// Next review, soonest first, those without one last.
    case nextReview
    /// Last change, newest first.
    case updated
  }

  /// A cell of the heat map.
  public struct Cell: Sendable, Hashable {
    /// Which pair.
    public let basis: HeatCell.Basis
    /// Likelihood value.
    public let likelihood: Int
    /// Impact value.
    public let impact: Int

    /// A cell.
    public init(basis: HeatCell.Basis, likelihood: Int, impact: Int) {
      (self.basis, self.likelihood, self.impact) = (basis, likelihood, impact)
    }
  }

  /// Units that may be seen, already narrowed to the unit asked for and those below.
  public var scope: Scope
  /// Risks of other units that may be seen too, because units of the scope share them.
  public var shared: Set<Identifier<Risk>> = []
  /// Today in Europe/Istanbul, for reviews due and stale risks.
  public var today: Day
  /// Days before the review day from which a review counts as due.
  public var reviewWindow = 14
  /// Only these level ids of the effective pair.
  public var levels: [String] = []
  /// Only current assessments of this methodology.
  public var methodologyID: String?
  /// Only this cell of the heat map.
  public var cell: Cell?
  /// Only these states, any of them.
  public var states: [State] = []
  /// Only this category id.
  public var category: String?
  /// Only this response.
  public var response: RiskResponse?
  /// Only threats, or only opportunities.
  public var kind: RiskKind?
  /// Only this degree of controllability.
  public var controllability: String?
  /// Only what was found in this way.
  public var identificationMethod: String?
  /// Only risks that belong to a step of one of these processes.
  public var processes: Set<Identifier<ProcessRecord>>?
  /// Words to be found, each as the beginning of a word; call `SearchIndex.catchUp` before.
  public var text = ""
  /// Order of the list.
  public var order: Order = .score
  /// Whether the order is turned round.
  public var isReversed = false
  /// Rows left out at the beginning.
  public var offset = 0
  /// Rows at most; `nil` for all.
  public var limit: Int?
  /// Whether to leave out the long texts that lists do not show: cause, event, consequence, planned controls, unit
  /// objective, remarks, reasons. They are empty in the lines then.
  public var isBrief = false

  /// Everything in `scope`, highest scores first.
  public init(scope: Scope, today: Day) { (self.scope, self.today) = (scope, today) }
}

/// One line of the register as stored.
public struct RegisterLine: Sendable, Hashable {
  /// The risk.
  public let risk: Risk
  /// Code of its unit.
  public let unitCode: String
  /// Name of its unit.
  public let unitName: String
  /// The current assessment; `nil` while not assessed.
  public let assessment: Assessment?
  /// Rank of the effective level of the assessment before; `nil` where there is none.
  public let previousRank: Int?
  /// Effective score of the assessment before.
  public let previousScore: Int?
  /// The grade by the statement of appetite that holds; `nil` where the methodology's default applies.
  public let appetite: AppetiteGrade?
}

/// How many risks match, in all and beside each filter.
public struct RegisterCounts: Sendable, Hashable {
  /// All that match.
  public let total: Int
  /// By level id, without regard to the level filter; risks not assessed are left out.
  public let byLevel: [String: Int]
  /// By state, without regard to the state filter.
  public let byState: [RegisterSelection.State: Int]
  /// Threats and opportunities, without regard to the filter by kind.
  public let byKind: [RiskKind: Int]
}
