import GuvenceCore
import GuvenceProcesses

/// One version of a process's chart. A draft is changed; from approval on the chart is frozen, and a later approval
/// supersedes it.
public struct ChartVersion: Hashable, Sendable {
  /// The version's number in the store.
  public let id: Identifier<ChartVersion>
  /// The process.
  public let processID: Identifier<ProcessRecord>
  /// Revision, from 1 within the process.
  public let number: Int
  /// How far it has come.
  public var state: ChartState
  /// The chart.
  public var chart: Chart
  /// What a list shows of it without reading it.
  public var figures: ChartFigures
  /// What changed against the version before; may be empty.
  public var note: String
  /// Who saved it last, display name.
  public var preparedBy: String
  /// The account of that person; `nil` for the operator of the machine.
  public var preparerID: Identifier<Account>?
  /// When it was saved last.
  public var preparedAt: Instant
  /// Who handed it in for review; empty before.
  public var submittedBy: String
  /// When it was handed in; `nil` for a draft.
  public var submittedAt: Instant?
  /// Who approved, returned or discarded it; empty before.
  public var decidedBy: String
  /// When it was approved.
  public var approvedAt: Instant?
  /// The day printed as its first; that of the approval unless a later one was chosen.
  public var effectiveOn: Day?
  /// The day of the yearly review.
  public var reviewDueOn: Day?
  /// Why it was given back; empty where it was not.
  public var returnReason: String
  /// Name of the BPMN file it was read from; empty where it was drawn here.
  public var sourceName: String
  /// SHA-256 of that file in hexadecimal digits; empty where there is none.
  public var sourceDigest: String
  /// Counts changes, from 1; a save names the version it was based on.
  public var version: Int

  /// A draft as it begins.
  public init(
    id: Identifier<ChartVersion>, processID: Identifier<ProcessRecord>, number: Int, chart: Chart,
    figures: ChartFigures, note: String, preparedBy: String, preparerID: Identifier<Account>?, preparedAt: Instant
  ) {
    (self.id, self.processID, self.number, self.state) = (id, processID, number, .draft)
    (self.chart, self.figures, self.note) = (chart, figures, note)
    (self.preparedBy, self.preparerID, self.preparedAt) = (preparedBy, preparerID, preparedAt)
    (submittedBy, submittedAt, decidedBy, approvedAt) = ("", nil, "", nil)
    (effectiveOn, reviewDueOn, returnReason) = (nil, nil, "")
    (sourceName, sourceDigest, version) = ("", "", 1)
  }

  /// The same under another number of the store.
  public func numbered(_ id: Identifier<ChartVersion>) -> ChartVersion {
    var made = ChartVersion(
      id: id, processID: processID, number: number, chart: chart, figures: figures, note: note, preparedBy: preparedBy,
      preparerID: preparerID, preparedAt: preparedAt)
    (made.state, made.submittedBy, made.submittedAt) = (state, submittedBy, submittedAt)
    (made.decidedBy, made.approvedAt, made.effectiveOn) = (decidedBy, approvedAt, effectiveOn)
    (made.reviewDueOn, made.returnReason) = (reviewDueOn, returnReason)
    (made.sourceName, made.sourceDigest, made.version) = (sourceName, sourceDigest, version)
    return made
  }

  /// Whether the yearly review is past on `day`.
  public func isReviewOverdue(on day: Day) -> Bool { state == .approved && reviewDueOn.map { $0 < day } ?? false }
}

/// How far a version of a chart has come.
public enum ChartState: String, Sendable, CaseIterable {
  /// Taslak: may be changed.
  case draft
  /// İncelemede: waits for approval.
  case inReview = "in-review"
  /// Onaylı: the one in force.
  case approved
  /// Yürürlükten kalkmış: a later one was approved.
  case superseded
  /// Vazgeçilmiş: never came into force.
  case discarded

  /// Whether it may still become the one in force.
  public var isOpen: Bool { self == .draft || self == .inReview }

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .draft: Localized("Taslak", "Draft")
    case .inReview: Localized("İncelemede", "In review")
    case .approved: Localized("Onaylı", "Approved")
    case .superseded: Localized("Yürürlükten kalktı", "Superseded")
    case .discarded: Localized("Vazgeçildi", "Discarded")
    }
  }
}

/// What lists show of a chart, counted when it was saved.
public struct ChartFigures: Hashable, Sendable {
  /// Steps.
  public var steps: Int
  /// Risk points.
  public var risks: Int
  /// Control points.
  public var controls: Int
  /// Findings of level error.
  public var errors: Int
  /// Findings of level warning.
  public var warnings: Int
  /// Codes of the processes its sub-process steps stand for, each once.
  public var calls: [String]

  /// Figures as they were kept.
  public init(steps: Int, risks: Int, controls: Int, errors: Int, warnings: Int, calls: [String]) {
    (self.steps, self.risks, self.controls) = (steps, risks, controls)
    (self.errors, self.warnings, self.calls) = (errors, warnings, calls)
  }

  /// The figures of `chart`, on which `findings` were found.
  public init(_ chart: Chart, _ findings: [ChartFinding] = []) {
    (steps, risks, controls) = (chart.steps.count, chart.risks.count, chart.controls.count)
    errors = findings.count { $0.level == .error }
    warnings = findings.count { $0.level == .warning }
    calls = []
    for code in chart.steps.compactMap(\.calls) where !calls.contains(code) { calls.append(code) }
  }
}
