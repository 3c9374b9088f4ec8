import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules

/// One process in the tree.
public struct ProcessLine: Sendable {
  /// The process.
  public let record: ProcessRecord
  /// From 1, counted among the processes in view.
  public let depth: Int
  /// Its level in the whole tree.
  public let level: ProcessLevel
  /// Name of its unit.
  public let unitName: String
  /// Revision of the chart in force; `nil` where none is.
  public let approvedNumber: Int?
  /// How far the open version is; `nil` where none is open.
  public let draftState: ChartState?
  /// The day of the yearly review of the chart in force.
  public let reviewDueOn: Day?
  /// Whether that day is past.
  public let isReviewOverdue: Bool
  /// Findings of level error on the open version, else on the one in force.
  public let errorCount: Int
  /// Steps of the chart in force, else of the open version; 0 without a chart.
  public let stepCount: Int
  /// Risk points of the same.
  public let riskCount: Int
  /// Control points of the same.
  public let controlCount: Int
  /// Whether there are processes below it in view.
  public let hasChildren: Bool
}

/// Everything about one process.
public struct ProcessPage: Sendable {
  /// The process.
  public let record: ProcessRecord
  /// Its card.
  public let card: ProcessCard
  /// Its level.
  public let level: ProcessLevel
  /// From the top down to the process itself; those out of view left out.
  public let path: [ProcessRecord]
  /// From the administration down to its unit.
  public let unitPath: [Unit]
  /// Its parts.
  public let children: [ProcessLine]
  /// The chart in force.
  public let approved: ChartVersion?
  /// The version that is drawn or reviewed.
  public let open: ChartVersion?
  /// All versions, newest first.
  public let versions: [ChartVersion]
  /// What is linked to its steps, in the order of the steps.
  public let links: [ChartLinkLine]
  /// Links to risks and controls out of view.
  public let hiddenLinkCount: Int
  /// Changes of the process, its charts and links, newest first; empty where this person may not read them.
  public let journal: [JournalLine]
  /// What this person may do now; nothing in a view of the past.
  public let may: ProcessAbilities

  /// The version shown unless one is asked for: the one in force, else the open one.
  public var current: ChartVersion? { approved ?? open }
}

/// What a person may do with a process.
public struct ProcessAbilities: Sendable, Hashable {
  /// Change the card, close the process, add parts.
  public var edit = false
  /// Save a draft of the chart.
  public var draw = false
  /// Link risks and controls to steps.
  public var link = false
  /// Hand the draft in for review.
  public var submit = false
  /// Give up the open version.
  public var discard = false
  /// Approve the version in review or give it back: by rank, and because this person did not prepare it.
  public var approve = false
  /// Why a version in review that this person's rank would let them approve is not theirs to approve.
  public var whyNotApprove: Localized?

  /// Nothing.
  public init() {}
}

/// A chart with what the checks say of it.
public struct ChartPage: Sendable {
  /// The process.
  public let record: ProcessRecord
  /// The version; `nil` where the process has no chart yet, and for a preview.
  public let version: ChartVersion?
  /// Card, chart and the numbers that norms set.
  public let process: WorkProcess
  /// What the checks found.
  public let findings: [ChartFinding]
  /// What the BPMN file it came from holds that cannot be edited here; read-only steps first.
  public let foreign: [ForeignElement]
  /// The charts in force before this version, oldest first, for the layout to start from.
  public let earlier: [Chart]
  /// What is linked to its steps.
  public let links: [ChartLinkLine]
  /// What this person may do now.
  public let may: ProcessAbilities

  /// Findings that block review and approval.
  public var errors: [ChartFinding] { findings.filter { $0.level == .error } }
}

/// A risk or a control of the register that belongs to a step.
public struct ChartLinkLine: Sendable {
  /// The link.
  public let link: ChartLink
  /// Name of the step; empty where the chart no longer has it.
  public let stepName: String
  /// Text of the risk or control point; empty where the link is of the step as a whole.
  public let pointText: String
  /// Reference of the risk or code of the control.
  public let reference: String
  /// What the risk says or the control is called.
  public let text: String
  /// Level of the risk as it is now; `nil` for a control and a risk not assessed.
  public let level: Level?
  /// What the last test of the control says; `nil` for a risk.
  public let effectiveness: ControlEffectiveness?
}

/// A step that a risk or a control is linked to.
public struct ProcessStepLine: Sendable {
  /// The link.
  public let link: ChartLink
  /// The process.
  public let record: ProcessRecord
  /// Name of its unit.
  public let unitName: String
  /// Number printed before the step; may be empty.
  public let stepNumber: String
  /// Name of the step; empty where the chart no longer has it.
  public let stepName: String
  /// Role that answers for it.
  public let role: String
  /// Text of the risk or control point; empty for the step as a whole.
  public let pointText: String
}

/// Two versions of one chart.
public struct ChartComparison: Sendable {
  /// The older one; `nil` where there is only one version.
  public let old: ChartVersion?
  /// The newer one.
  public let new: ChartVersion
  /// Card and the newer chart.
  public let process: WorkProcess
}

/// A process of the shipped catalogue.
public struct CatalogueProcess: Sendable {
  /// The process.
  public let process: WorkProcess
  /// Code of the unit that its usual owner is here; `nil` where no unit is called so.
  public let unitCode: String?
  /// Codes under which it was adopted; those out of view left out.
  public let adopted: [String]
  /// Whether it was adopted anywhere.
  public let isAdopted: Bool
}
