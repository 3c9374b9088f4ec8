import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// A methodology to choose from.
public struct MethodLine: Sendable {
  /// The methodology.
  public let methodology: Methodology
  /// SHA-256 of its text, 64 hex digits.
  public let digest: String
  /// Whether it is the administration's.
  public let isInUse: Bool
  /// Whether the administration has written it itself.
  public let isOwn: Bool
  /// Active risks whose current assessment was made under this id, any version.
  public let riskCount: Int

  /// A line.
  public init(methodology: Methodology, digest: String, isInUse: Bool, isOwn: Bool, riskCount: Int) {
    (self.methodology, self.digest, self.isInUse) = (methodology, digest, isInUse)
    (self.isOwn, self.riskCount) = (isOwn, riskCount)
  }
}

/// A change of the methodology that was made.
public struct MethodChangeLine: Sendable {
  /// The change.
  public let change: MethodologyChange
  /// Id of the methodology before.
  public let from: String
  /// Id of the methodology since.
  public let to: String
  /// Whether it was taken back later.
  public let isUndone: Bool
  /// Whether it can be taken back: it is the newest, and nobody has assessed since.
  public let mayUndo: Bool

  /// A line.
  public init(change: MethodologyChange, from: String, to: String, isUndone: Bool, mayUndo: Bool) {
    (self.change, self.from, self.to, self.isUndone, self.mayUndo) = (change, from, to, isUndone, mayUndo)
  }
}

/// The methodologies to choose from and the changes made so far.
public struct MethodsPage: Sendable {
  /// The one in use first, then the shipped ones, then the administration's own.
  public let lines: [MethodLine]
  /// Newest first.
  public let changes: [MethodChangeLine]

  /// A page.
  public init(lines: [MethodLine], changes: [MethodChangeLine]) { (self.lines, self.changes) = (lines, changes) }
}

/// Which methodology is meant.
public enum MethodSelection: Sendable, Hashable {
  /// A shipped one, or one of the administration's own that is stored.
  case id(String)
  /// The text of a methodology file; `file` names it in findings.
  case text(String, file: String)
}

/// What publishing a methodology would do.
public struct MethodSimulationPage: Sendable {
  /// The methodology in use.
  public let current: Methodology
  /// The methodology that would be in use.
  public let chosen: Methodology
  /// SHA-256 of its text; a publication names it, so that what was simulated is what is published.
  public let digest: String
  /// How values move.
  public let mapping: ScaleMapping
  /// Counts, heat maps, changes.
  public let result: MethodSimulation
  /// Active risks without an assessment; nothing is derived for them.
  public let notAssessed: Int
  /// The listed changes by name.
  public let changes: [Change]
  /// Version of the administration's record; a publication names it.
  public let version: Int
  /// Why it cannot be published now; `nil` where it can.
  public let obstacle: Localized?

  /// Ids of the levels of both methodologies, lowest first: each where it lies within its own scale, `high` of three
  /// levels between `high` and `very-high` of five. Levels of neither come last.
  public var levelIDs: [String] {
    func places(_ methodology: Methodology) -> [String: Double] {
      let count = Double(methodology.levels.count)
      return Dictionary(
        methodology.levels.enumerated().map { ($1.id, (Double($0) + 0.5) / count) }, uniquingKeysWith: { $1 })
    }
    let (before, after) = (places(current), places(chosen))
    let known = Set(before.keys).union(after.keys).sorted { first, second in
      func place(_ id: String) -> Double {
        let both = [before[id], after[id]].compactMap { $0 }
        return both.reduce(0, +) / Double(both.count)
      }
      return (place(first), first) < (place(second), second)
    }
    return known + result.levelsBefore.keys.filter { !known.contains($0) }.sorted()
  }

  /// One risk whose level or verdict changes.
  public struct Change: Sendable {
    /// Reference number.
    public let reference: String
    /// The risk in one sentence.
    public let statement: String
    /// Code of its unit.
    public let unitCode: String
    /// What changes.
    public let change: MethodSimulation.Change
    /// Level today; `nil` where its methodology version cannot be read.
    public let levelBefore: Level?
    /// Level after.
    public let levelAfter: Level?

    /// A change.
    public init(
      reference: String, statement: String, unitCode: String, change: MethodSimulation.Change, levelBefore: Level?,
      levelAfter: Level?
    ) {
      (self.reference, self.statement, self.unitCode) = (reference, statement, unitCode)
      (self.change, self.levelBefore, self.levelAfter) = (change, levelBefore, levelAfter)
    }
  }

  /// A page.
  public init(
    current: Methodology, chosen: Methodology, digest: String, mapping: ScaleMapping, result: MethodSimulation,
    notAssessed: Int, changes: [Change], version: Int, obstacle: Localized?
  ) {
    (self.current, self.chosen, self.digest, self.mapping) = (current, chosen, digest, mapping)
    (self.result, self.notAssessed, self.changes) = (result, notAssessed, changes)
    (self.version, self.obstacle) = (version, obstacle)
  }
}
