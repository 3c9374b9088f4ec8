import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// One line of the register.
public struct RegisterRow: Sendable, Hashable {
  /// The risk; in a register's page without the long texts that a list does not show (`RegisterSelection.isBrief`).
  public let risk: Risk
  /// Its unit.
  public let unitCode: String
  /// Its unit's name.
  public let unitName: String
  /// The latest assessment; `nil` while not assessed.
  public let assessment: Assessment?
  /// Level of the effective pair.
  public let level: Level?
  /// Level of the inherent pair.
  public let inherentLevel: Level?
  /// Direction against the assessment before.
  public let change: ChangeDirection?
  /// The grade by the statement of appetite that holds; `nil` where the methodology's default applies.
  public var appetite: AppetiteGrade?
  /// Codes of the units that share it; empty where none does. Filled in lists.
  public var sharedWith: [String] = []
  /// Whether it stands in the list only because a unit of the list shares it; its own unit leads.
  public var isOfOtherUnit = false

  /// A line.
  public init(
    risk: Risk, unitCode: String, unitName: String, assessment: Assessment?, level: Level?, inherentLevel: Level?,
    change: ChangeDirection?
  ) {
    (self.risk, self.unitCode, self.unitName) = (risk, unitCode, unitName)
    (self.assessment, self.level, self.inherentLevel) = (assessment, level, inherentLevel)
    self.change = change
  }

  /// How the risk stands against its appetite, by statement or by default; `nil` while not assessed,
  /// and for opportunities, which no appetite bounds.
  public var grade: AppetiteGrade? {
    guard let assessment, risk.details.kind == .threat else { return nil }
    return appetite ?? (assessment.verdict == .above ? .attention : .within)
  }
}

/// A page of the register.
public struct RegisterPage: Sendable {
  /// The query that gave it.
  public let query: RegisterQuery
  /// The lines of this page.
  public let rows: [RegisterRow]
  /// All lines that match.
  public let total: Int
  /// Matches per level id, without regard to the level filter.
  public let countsByLevel: [String: Int]
  /// Matches per state, without regard to the state filter.
  public let countsByState: [RiskState: Int]
  /// Threats and opportunities that match, without regard to the filter by kind.
  public let countsByKind: [RiskKind: Int]
  /// Units this person may see, in tree order with depth.
  public let units: [UnitLine]
  /// The administration's methodology.
  public let methodology: Methodology
  /// Whether this person may add risks somewhere.
  public let mayAdd: Bool

  /// A page.
  public init(
    query: RegisterQuery, rows: [RegisterRow], total: Int, countsByLevel: [String: Int],
    countsByState: [RiskState: Int], countsByKind: [RiskKind: Int], units: [UnitLine], methodology: Methodology,
    mayAdd: Bool
  ) {
    (self.query, self.rows, self.total) = (query, rows, total)
    (self.countsByLevel, self.countsByState, self.countsByKind) = (countsByLevel, countsByState, countsByKind)
    (self.units, self.methodology, self.mayAdd) = (units, methodology, mayAdd)
  }
}

/// A unit in tree order.
public struct UnitLine: Sendable, Hashable {
  /// The unit.
  public let unit: Unit
  /// 0 for the administration.
  public let depth: Int
  /// Active risks in the unit itself.
  public let riskCount: Int

  /// A line.
  public init(unit: Unit, depth: Int, riskCount: Int) {
    (self.unit, self.depth, self.riskCount) = (unit, depth, riskCount)
  }
}

/// Everything about one risk.
public struct RiskPage: Sendable {
  /// The line of the register.
  public internal(set) var row: RegisterRow
  /// Units from the administration down to the risk's own.
  public let unitPath: [Unit]
  /// Reasons of the inherent score; empty while not assessed.
  public let inherentReasons: [ExplanationStep]
  /// Reasons of the residual score.
  public let residualReasons: [ExplanationStep]
  /// The methodology version the latest assessment was made under; the administration's while not assessed.
  public let methodology: Methodology
  /// All assessments, newest first.
  public let history: [Assessment]
  /// The methodology versions they were made under, by digest: a level keeps the name and colour it had.
  public var methodologies: [String: Methodology] = [:]
  /// Journal lines of the risk, newest first, at most 200.
  public let journal: [JournalLine]
  /// Findings that ask for attention (residual equals inherent, declared score disagrees).
  public let findings: [Finding]
  /// What this person may do here.
  public let permissions: Set<RiskPermission>
  /// How the risk stands against the appetite; `nil` while not assessed.
  public var appetite: RiskAppetite?
  /// Wording, sharing, relations, origin.
  public var identification = RiskIdentification()
  /// When it is to be looked at again: the day a person set, else that of the assessment; `nil` while not assessed.
  public var reviewOn: Day?

  /// A page.
  public init(
    row: RegisterRow, unitPath: [Unit], inherentReasons: [ExplanationStep], residualReasons: [ExplanationStep],
    methodology: Methodology, history: [Assessment], journal: [JournalLine], findings: [Finding],
    permissions: Set<RiskPermission>
  ) {
    (self.row, self.unitPath, self.inherentReasons) = (row, unitPath, inherentReasons)
    (self.residualReasons, self.methodology, self.history) = (residualReasons, methodology, history)
    (self.journal, self.findings, self.permissions) = (journal, findings, permissions)
  }

  /// The level of a pair of `assessment` under the version it was made with; `nil` where that version is not known.
  public func level(of pair: JudgedPair, in assessment: Assessment) -> Level? {
    methodologies[assessment.ruleDigest]?.level(pair.levelID)
  }
}

/// What may be done with one risk.
public enum RiskPermission: String, Sendable, CaseIterable {
  /// Change the details.
  case edit
  /// Assess.
  case assess
  /// Retire or take back.
  case retire
  /// Read the journal.
  case journal
}

/// Something that asks for attention, with its reason.
public struct Finding: Sendable, Hashable {
  /// Stable word: `residual-equals-inherent`.
  public let code: String
  /// How serious.
  public let severity: Diagnostic.Severity
  /// One sentence.
  public let message: Localized

  /// A finding.
  public init(code: String, severity: Diagnostic.Severity, message: Localized) {
    (self.code, self.severity, self.message) = (code, severity, message)
  }
}

/// One line of the journal as people read it.
public struct JournalLine: Sendable, Hashable {
  /// Position in the chain.
  public let sequence: Int64
  /// When.
  public let at: Instant
  /// Who.
  public let actor: String
  /// Which use case: `risk.assess`.
  public let useCase: String
  /// What it touched: `risk`, `unit`.
  public let entity: String
  /// Reference, code or number of what the entry is about: of a reading its indicator's, of an assessment its risk's.
  public let entityKey: String
  /// Where what the entry is about can be read; `nil` where it has no page of its own.
  public let page: Page?
  /// Fields that changed: name, before, after.
  public let changes: [Change]
  /// Whether the entry was made by this act, so that all its fields are new.
  public let isNew: Bool

  /// Kinds of things with a page of their own, found by `entityKey`.
  public enum Page: String, Sendable, CaseIterable {
    /// A risk, by its reference.
    case risk
    /// An indicator.
    case indicator
    /// A control.
    case control
    /// An action.
    case action
    /// A realised event.
    case event
    /// A process.
    case process

    init?(_ entity: JournalEntity) {
      switch entity {
      case .risk: self = .risk
      case .indicator: self = .indicator
      case .control: self = .control
      case .riskAction: self = .action
      case .event: self = .event
      case .processRecord: self = .process
      default: return nil
      }
    }
  }

  /// One changed field.
  public struct Change: Sendable, Hashable {
    /// Stored field name.
    public let field: String
    /// Text before; `nil` where there was none.
    public let before: String?
    /// Text after; `nil` where there is none.
    public let after: String?

    /// A changed field.
    public init(field: String, before: String?, after: String?) {
      (self.field, self.before, self.after) = (field, before, after)
    }
  }

  /// A line.
  public init(
    sequence: Int64, at: Instant, actor: String, useCase: String, entity: String, entityKey: String, page: Page?,
    changes: [Change], isNew: Bool
  ) {
    (self.sequence, self.at, self.actor, self.useCase) = (sequence, at, actor, useCase)
    (self.entity, self.entityKey, self.page) = (entity, entityKey, page)
    (self.changes, self.isNew) = (changes, isNew)
  }
}

/// Two heat maps side by side: of threats or of opportunities, never of both together.
public struct HeatMapPage: Sendable {
  /// What the maps show.
  public let kind: RiskKind
  /// Opportunities that could be put on a map; where there are any, the page offers both kinds.
  public let opportunityCount: Int
  /// The methodology whose scales span the maps.
  public let methodology: Methodology
  /// Counts before controls, `[likelihood - 1][impact - 1]`.
  public let inherent: [[Int]]
  /// Counts after controls.
  public let residual: [[Int]]
  /// Active risks without any assessment.
  public let notAssessed: Int
  /// Assessed risks without a residual pair.
  public let withoutResidual: Int
  /// Risks assessed under another methodology, which these maps cannot show.
  public let otherMethodology: Int
  /// Units to choose from.
  public let units: [UnitLine]
  /// The unit chosen; `nil` for all.
  public let unitCode: String?
  /// The process chosen; `nil` for all.
  public let processCode: String?

  /// A page.
  public init(
    kind: RiskKind, opportunityCount: Int, methodology: Methodology, inherent: [[Int]], residual: [[Int]],
    notAssessed: Int, withoutResidual: Int, otherMethodology: Int, units: [UnitLine], unitCode: String?,
    processCode: String? = nil
  ) {
    (self.kind, self.opportunityCount) = (kind, opportunityCount)
    (self.methodology, self.inherent, self.residual) = (methodology, inherent, residual)
    (self.notAssessed, self.withoutResidual) = (notAssessed, withoutResidual)
    (self.otherMethodology, self.units, self.unitCode) = (otherMethodology, units, unitCode)
    self.processCode = processCode
  }
}

/// The first page: what waits for this person.
public struct Dashboard: Sendable {
  /// Active threats in view.
  public let riskCount: Int
  /// Active opportunities in view, counted apart.
  public let opportunityCount: Int
  /// Threats per level id of the effective score.
  public let countsByLevel: [String: Int]
  /// Reviews due, soonest first, at most 10, and how many in all.
  public let reviewsDue: (rows: [RegisterRow], total: Int)
  /// Above appetite, highest first, at most 10.
  public let aboveAppetite: (rows: [RegisterRow], total: Int)
  /// Not touched for twelve months, oldest first, at most 10.
  public let stale: (rows: [RegisterRow], total: Int)
  /// Not assessed, at most 10.
  public let notAssessed: (rows: [RegisterRow], total: Int)
  /// The methodology.
  public let methodology: Methodology
  /// Actions overdue and due soon.
  public var actions: ActionBoard?
  /// Latest journal lines in view, at most 10.
  public let recent: [JournalLine]

  /// A dashboard.
  public init(
    riskCount: Int, opportunityCount: Int, countsByLevel: [String: Int],
    reviewsDue: (rows: [RegisterRow], total: Int), aboveAppetite: (rows: [RegisterRow], total: Int),
    stale: (rows: [RegisterRow], total: Int),
    notAssessed: (rows: [RegisterRow], total: Int), methodology: Methodology, recent: [JournalLine]
  ) {
    (self.riskCount, self.opportunityCount) = (riskCount, opportunityCount)
    (self.countsByLevel, self.reviewsDue) = (countsByLevel, reviewsDue)
    (self.aboveAppetite, self.stale, self.notAssessed) = (aboveAppetite, stale, notAssessed)
    (self.methodology, self.recent) = (methodology, recent)
  }
}

/// A score shown before saving, or the fields that keep it from being computed.
public struct ScorePreview: Sendable {
  /// Before controls.
  public let inherent: Score?
  /// After controls.
  public let residual: Score?
  /// Aimed at.
  public let target: Score?
  /// Fields to correct and findings of the comparison (residual above inherent).
  public let problems: [FieldProblem]
  /// Things to think about that do not block.
  public let findings: [Finding]

  /// A preview.
  public init(inherent: Score?, residual: Score?, target: Score?, problems: [FieldProblem], findings: [Finding]) {
    (self.inherent, self.residual, self.target) = (inherent, residual, target)
    (self.problems, self.findings) = (problems, findings)
  }
}
