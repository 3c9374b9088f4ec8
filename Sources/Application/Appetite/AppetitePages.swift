import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// What is typed to propose a statement of appetite. Limits are whole scores as typed.
public struct AppetiteForm: Sendable, Hashable {
  /// `overall`, `category` or `target`.
  public var kind = "overall"
  /// Category id or target code; not read for all risks.
  public var key = ""
  /// Highest score willingly taken.
  public var appetite = ""
  /// Highest score borne as a deviation.
  public var tolerance = ""
  /// Highest score that can be borne.
  public var capacity = ""
  /// Why.
  public var rationale = ""
  /// First day; today where `nil`.
  public var validFrom: Day?
  /// Last day; open where `nil`.
  public var validUntil: Day?

  /// An empty form.
  public init() {}
}

/// What may be asked of the page of appetite.
public struct AppetiteQuery: Sendable, Hashable {
  /// Only cases of this unit and below, by code.
  public var unitCode: String?
  /// Only cases in this state; those that stand where `nil`.
  public var state: BreachCase.State?

  /// All standing cases in view.
  public init(unitCode: String? = nil, state: BreachCase.State? = nil) {
    (self.unitCode, self.state) = (unitCode, state)
  }
}

/// A statement of appetite with what a page says of it.
public struct AppetiteLine: Sendable, Hashable {
  /// The statement.
  public let statement: AppetiteStatement
  /// How it stands today.
  public let standing: AppetiteBook.Standing
  /// Its subject in words: the name of the category, the code of the target.
  public let subject: Localized
  /// Levels of appetite, tolerance and capacity in the methodology they are scores of; `nil` where it cannot be read.
  public let levels: [Level?]
  /// Whether this person may decide it.
  public let mayDecide: Bool
  /// Whether this person may withdraw it.
  public let mayWithdraw: Bool
}

/// A case with the risk it speaks of.
public struct BreachLine: Sendable, Hashable {
  /// The case.
  public let breach: BreachCase
  /// Reference of the risk.
  public let reference: String
  /// The risk in one sentence.
  public let statement: String
  /// Code of its unit.
  public let unitCode: String
  /// Name of its unit.
  public let unitName: String
}

/// Statements of appetite and the cases of risks above them.
public struct AppetitePage: Sendable {
  /// The query that gave it.
  public let query: AppetiteQuery
  /// All statements, those in force first, then newest first.
  public let lines: [AppetiteLine]
  /// The administration's methodology, of which new limits are scores.
  public let methodology: Methodology
  /// The cases that match, the worst first.
  public let cases: [BreachLine]
  /// Cases in view by state, whatever state was asked for.
  public let counts: [BreachCase.State: Int]
  /// Active risks by grade, of those for which a statement holds.
  public let grades: [AppetiteGrade: Int]
  /// Active risks above the methodology's default, where no statement holds for them.
  public let aboveDefault: Int
  /// Units this person may see.
  public let units: [UnitLine]
  /// Whether this person may propose statements.
  public let mayPropose: Bool
  /// Whether this person may decide them.
  public let mayApprove: Bool

  /// The default of the methodology: its highest accepted level.
  public var defaultLevel: Level? {
    methodology.levels.first { $0.rank == methodology.appetite.highestAcceptedRank }
  }
}

/// How one risk stands against the appetite, and why.
public struct RiskAppetite: Sendable, Hashable {
  /// How it stands: by the statement that holds, else by the methodology's default; `nil` while not assessed.
  public let standing: AppetiteStanding?
  /// Statements in force, the most special first, each with whether it speaks of the risk.
  public let candidates: [Candidate]
  /// Cases of the risk, newest first.
  public let cases: [BreachCase]
  /// What this person may do with the newest case.
  public let acts: Set<BreachCase.Act>
  /// What keeps this person from accepting it, for those who might.
  public let obstacle: Localized?
  let methodologyID: String
  let verdict: AppetiteVerdict?
  let kind: RiskKind

  /// A statement in force, as the choice saw it.
  public struct Candidate: Sendable, Hashable {
    /// The statement.
    public let statement: AppetiteStatement
    /// Its subject in words.
    public let subject: Localized
    /// Whether it speaks of the risk.
    public let covers: Bool
    /// Whether it is the one that holds.
    public let isChosen: Bool
  }

  /// The grade by a statement; `nil` where the default applies.
  public var ownGrade: AppetiteGrade? { standing?.statement == nil ? nil : standing?.grade }
  /// Whether no appetite bounds it, because it is an opportunity.
  public var kindNeedsNone: Bool { kind == .opportunity }
  /// The newest case.
  public var newest: BreachCase? { cases.first }

  /// Why this statement and not another, in one sentence.
  public var choice: Localized {
    if kind == .opportunity {
      return Localized("Fırsatlar iştahla sınırlanmaz.", "No appetite bounds opportunities.")
    }
    guard let chosen = candidates.first(where: \.isChosen) else {
      return candidates.isEmpty
        ? Localized(
          "Yürürlükte iştah beyanı yok; yöntemin varsayılan iştahı uygulanır.",
          "No statement of appetite is in force; the methodology's default applies.")
        : Localized(
          "Yürürlükteki beyanların hiçbiri bu riski kapsamıyor; yöntemin varsayılan iştahı uygulanır.",
          "None of the statements in force covers this risk; the methodology's default applies.")
    }
    let others = candidates.filter { $0.covers && !$0.isChosen }
    let number = chosen.statement.id
    guard !others.isEmpty else {
      return Localized(
        "\(number) numaralı beyan uygulanır: \(chosen.subject.turkish). Riski kapsayan başka beyan yok.",
        "Statement \(number) applies: \(chosen.subject(.english)). No other one covers the risk.")
    }
    let names = others.map(\.subject.turkish).joined(separator: ", ")
    let english = others.map { $0.subject(.english) }.joined(separator: ", ")
    return Localized(
      "\(number) numaralı beyan uygulanır: \(chosen.subject.turkish). Daha özel olan beyan geçerlidir; "
        + "geride kalan: \(names).",
      "Statement \(number) applies: \(chosen.subject(.english)). The more special one holds; left behind: \(english).")
  }

  /// How another pair of the same assessment stands.
  func standing(of pair: JudgedPair) -> AppetiteStanding {
    if let statement = standing?.statement, let limits = standing?.limits {
      return AppetiteStanding(pair, methodologyID: methodologyID, by: statement, limits: limits)
    }
    return AppetiteStanding(pair, methodologyID: methodologyID, byDefault: verdict ?? .within)
  }

  /// What asks for attention.
  func findings(_ details: RiskDetails) -> [Finding] {
    guard let standing, standing.isAbove else { return [] }
    var findings: [Finding] = []
    func add(_ code: String, _ turkish: String, _ english: String) {
      findings.append(Finding(code: code, severity: .warning, message: Localized(turkish, english)))
    }
    if details.response == nil {
      add(
        "response-missing", "Risk iştahın üstünde; riske verilecek cevabı seçin.",
        "The risk is above appetite; choose a response.")
    }
    if let limits = standing.limits, limits.isBeyondCapacity(standing.score) {
      add(
        "beyond-capacity", "Puan \(standing.score), idarenin kapasitesinin (\(limits.capacity)) üstünde.",
        "The score \(standing.score) is beyond the capacity of the administration (\(limits.capacity)).")
    }
    if details.response == .accept, standing.statement != nil, newest?.state != .accepted {
      add(
        "acceptance-missing",
        "Cevap «kabul», ama risk iştahın üstünde; kabulü üst yöneticinin bir güne kadar onaylaması gerekir.",
        "The response is to accept, but the risk is above appetite; the top manager has to approve that until a day.")
    }
    return findings
  }
}

extension [ExplanationStep] {
  /// The reasons with `own` in place of the comparison with the methodology's default; unchanged where `nil`.
  func compared(_ own: ExplanationStep?) -> [ExplanationStep] {
    guard let own else { return self }
    return map { $0.rule == RuleTable.appetiteVerdict || $0.rule.hasSuffix("/appetite") ? own : $0 }
  }
}

extension Score {
  /// The score with the verdict and the reason of a statement of the administration's own.
  func compared(_ standing: AppetiteStanding, _ methodology: Methodology) -> Score {
    Score(
      likelihood: likelihood, impact: impact, value: value, level: level,
      verdict: standing.isAbove ? .above : .within, nextReview: nextReview,
      explanation: explanation.compared(standing.step(in: methodology)))
  }
}
