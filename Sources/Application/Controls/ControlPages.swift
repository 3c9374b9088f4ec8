import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// What a person may ask of the library of controls.
public struct ControlQuery: Sendable, Hashable {
  /// Only this unit and below, by code.
  public var unitCode: String?
  /// Only this class.
  public var kind: ControlKind?
  /// Only controls in this state.
  public var state: ControlState?
  /// Words that code, name, description or owner hold, in any spelling of case.
  public var text = ""

  /// All active controls in view.
  public init(unitCode: String? = nil, kind: ControlKind? = nil, state: ControlState? = nil, text: String = "") {
    (self.unitCode, self.kind, self.state, self.text) = (unitCode, kind, state, text)
  }

  /// Whether anything narrows the list.
  public var isFiltered: Bool { self != ControlQuery() }
}

/// States by which controls are chosen.
public enum ControlState: String, Sendable, CaseIterable {
  /// The test score lies in the highest range.
  case effective
  /// It lies between.
  case partial
  /// It lies in the lowest range.
  case ineffective
  /// No test counts.
  case untested
  /// Works on no risk.
  case unlinked
  /// Closed; all other lists leave these out.
  case retired
}

/// One control with what is known of it today.
public struct ControlLine: Sendable, Hashable {
  /// The control.
  public let control: Control
  /// Its unit.
  public let unitCode: String
  /// Its unit's name.
  public let unitName: String
  /// Design quality, test score, strength.
  public let standing: ControlStanding
  /// What the test score says.
  public let effectiveness: ControlEffectiveness
  /// How many risks it works on, those out of view too.
  public let riskCount: Int

  /// Whether the line belongs to `state`.
  public func isIn(_ state: ControlState) -> Bool {
    if control.retiredOn != nil { return state == .retired }
    switch state {
    case .effective: return effectiveness == .effective
    case .partial: return effectiveness == .partial
    case .ineffective: return effectiveness == .ineffective
    case .untested: return effectiveness == .unknown
    case .unlinked: return riskCount == 0
    case .retired: return false
    }
  }
}

/// The library of controls.
public struct ControlList: Sendable {
  /// The query that gave it.
  public let query: ControlQuery
  /// The lines that match.
  public let lines: [ControlLine]
  /// Matches per state, without regard to the state filter.
  public let counts: [ControlState: Int]
  /// Units this person may see, in tree order.
  public let units: [UnitLine]
  /// Whether this person may add controls somewhere.
  public let mayWrite: Bool
  /// Whether the library in view holds nothing at all.
  public let isLibraryEmpty: Bool
}

/// Everything about one control.
public struct ControlPage: Sendable {
  /// A risk it works on, as far as this person may see it.
  public struct LinkedRisk: Sendable, Hashable {
    /// Its reference number.
    public let reference: String
    /// What it says.
    public let statement: String
    /// Share in percent.
    public let share: Int
    /// What the control works on.
    public let factor: ControlFactor
    /// The latest assessment; `nil` while not assessed.
    public let assessment: Assessment?
    /// Level of the pair that counts.
    public let level: Level?
  }

  /// A test with the score it gives.
  public struct Test: Sendable, Hashable {
    /// The test.
    public let test: ControlTest
    /// Its score 0–100; `nil` where it could not be made.
    public let score: Decimal?
    /// How many files of evidence stand beside it.
    public let evidenceCount: Int
  }

  /// The line of the list.
  public let line: ControlLine
  /// Units from the administration down to the control's own.
  public let unitPath: [Unit]
  /// Tests, newest first.
  public let tests: [Test]
  /// Risks in view, by reference.
  public let risks: [LinkedRisk]
  /// How many risks out of view it works on.
  public let hiddenRiskCount: Int
  /// The methodology whose levels the risks have today.
  public let methodology: Methodology
  /// The arithmetic of test score and strength.
  public let reasons: [ExplanationStep]
  /// The rules in force today.
  public let rules: ControlEffectRules
  /// What was done to the control, newest first; empty where this person may not read the journal.
  public let journal: [JournalLine]
  /// Whether this person may change it and record tests.
  public let mayWrite: Bool
}

/// The controls of one risk and what they suggest.
public struct RiskControls: Sendable {
  /// A control of the risk.
  public struct Line: Sendable, Hashable {
    /// The control, as it was then.
    public let control: Control
    /// The link.
    public let link: ControlLink
    /// What was known of it.
    public let standing: ControlStanding
    /// Whether this person may open its page.
    public let mayOpen: Bool
  }

  /// The controls linked to the risk, closed ones too, in the order they were linked.
  public let lines: [Line]
  /// The method in force.
  public let method: ControlEffectMethod
  /// The choice that says so; `nil` where the methodology does.
  public let choice: ControlEffectChoice?
  /// What the controls suggest; `nil` without an assessment, without controls and for opportunities.
  public let suggestion: ResidualSuggestion?
  /// The suggested pair judged; `nil` where it is not complete.
  public let score: Score?
  /// The residual pair people gave; `nil` where there is none.
  public let chosen: JudgedPair?
  /// Controls written as free text at the risk, one by one.
  public let written: [String]
  /// Whether this person may link and unlink.
  public let mayLink: Bool
  /// Whether this person may take the suggestion over as the risk's assessment.
  public let mayAdopt: Bool

  /// Whether people chose another pair than suggested.
  public var differs: Bool {
    guard let suggestion, let chosen else { return false }
    return suggestion.differs(fromLikelihood: chosen.likelihood, impact: chosen.impact)
  }
}
