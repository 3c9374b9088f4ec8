import GuvenceCore
import GuvenceRegister

/// Who does what and when: the part of a journal row that is the same for all rows of one use case.
public struct JournalStamp: Sendable, Hashable {
  /// When.
  public let at: Instant
  /// The account; `nil` for the operator of the machine.
  public let accountID: Identifier<Account>?
  /// Display name, kept as it was.
  public let actor: String
  /// The use case in kebab case: `risk-assess`.
  public let useCase: String

  /// A stamp.
  public init(at: Instant, accountID: Identifier<Account>?, actor: String, useCase: String) {
    (self.at, self.accountID, self.actor, self.useCase) = (at, accountID, actor, useCase)
  }
}

/// What kind of thing a journal row speaks of.
public enum JournalEntity: String, Sendable, CaseIterable {
  /// The administration itself.
  case administration
  /// A unit.
  case unit
  /// An account.
  case account
  /// A version of a methodology.
  case ruleSet = "rule_set"
  /// A change of the methodology.
  case methodologyChange = "methodology_change"
  /// A risk.
  case risk
  /// An assessment.
  case assessment
  /// A risk indicator.
  case indicator
  /// A reading of an indicator.
  case indicatorReading = "indicator_reading"
  /// A review that a red reading or an event asks for.
  case reviewRequest = "review_request"
  /// A control.
  case control
  /// That a control works on a risk.
  case controlLink = "control_link"
  /// A test of a control.
  case controlTest = "control_test"
  /// The method by which controls lower a risk.
  case controlEffectChoice = "control_effect_choice"
  /// An evidence file.
  case evidence
  /// A realised event or near miss.
  case event
  /// A lesson of an event.
  case eventLesson = "event_lesson"
  /// A voting session.
  case voteSession = "vote_session"
  /// An item of a voting session's agenda.
  case voteItem = "vote_item"
  /// A round of votes.
  case voteRound = "vote_round"
  /// A vote; its values only from the opening of its round on.
  case voteBallot = "vote_ballot"
  /// A statement of risk appetite.
  case appetiteStatement = "appetite_statement"
  /// The withdrawal of an approved statement of risk appetite.
  case appetiteWithdrawal = "appetite_withdrawal"
  /// An event of the case of a risk above its appetite.
  case breachEvent = "breach_event"
  /// The confidential register or one report of it, as it was opened.
  case concern
  /// An entry of a confidential report; the journal has no rows of these.
  case concernEntry = "concern_entry"
  /// A key of the confidential register.
  case concernKey = "concern_key"
  /// An officer of the confidential register.
  case concernOfficer = "concern_officer"
  /// An estimate of a risk's frequency and loss.
  case riskEstimate = "risk_estimate"
  /// A simulation that was run.
  case simulationRun = "simulation_run"
  /// A shared risk.
  case riskShare = "risk_share"
  /// A relation between risks.
  case riskRelation = "risk_relation"
  /// Where a risk was adopted from.
  case riskOrigin = "risk_origin"
  /// A dismissed finding on a statement.
  case statementDismissal = "statement_dismissal"
  /// An action.
  case riskAction = "risk_action"
  /// An entry of an action's progress.
  case actionProgress = "action_progress"
  /// Another review day of a risk.
  case reviewOverride = "review_override"
  /// An event of an escalation.
  case escalationEvent = "escalation_event"
  /// A meeting of the board.
  case boardMeeting = "board_meeting"
  /// An item of its agenda.
  case boardAgendaItem = "board_agenda_item"
  /// A decision of the board.
  case boardDecision = "board_decision"
  /// A process.
  case processRecord = "process_record"
  /// A version of a process's chart.
  case chartVersion = "chart_version"
  /// That a risk or a control belongs to a step.
  case chartLink = "chart_link"
  /// An import.
  case importRun = "import_run"
  /// Signing in and out; the number is the account's.
  case session
  /// Backups, exports and issued reports.
  case output
}

/// One row of the journal.
public struct JournalEntry: Sendable, Hashable {
  /// Place in the journal, from 1 without gaps.
  public let sequence: Int64
  /// Who, what, when.
  public let stamp: JournalStamp
  /// The unit concerned, where there is one.
  public let unitID: Identifier<Unit>?
  /// What kind of thing.
  public let entity: JournalEntity?
  /// Its number.
  public let entityID: Int64
  /// Its state before, canonical JSON; `nil` where it was new.
  public let before: String?
  /// Its state after, canonical JSON; `nil` for events without a state.
  public let after: String?
  /// SHA-256 of the row and of the hash before it, 32 bytes.
  public let hash: [UInt8]
}

/// A link of the chain: all rows up to `sequence` are fixed by `hash`.
public struct JournalHead: Sendable, Hashable, CustomStringConvertible {
  /// The last row's number; 0 for an empty journal.
  public let sequence: Int64
  /// The last row's hash, 32 bytes; zeros for an empty journal.
  public let hash: [UInt8]

  /// A head as it was noted elsewhere.
  public init(sequence: Int64, hash: [UInt8]) { (self.sequence, self.hash) = (sequence, hash) }

  /// Reads the printed form.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0, parts[1].utf8.count == 64 else { return nil }
    let digits = Array(parts[1].utf8)
    var hash: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else { return nil }
      hash.append(byte)
    }
    self.init(sequence: sequence, hash: hash)
  }

  /// The head of a journal without rows.
  public static let empty = JournalHead(sequence: 0, hash: [UInt8](repeating: 0, count: 32))

  /// `17:` and 64 hexadecimal digits, to be kept outside the machine.
  public var description: String { "\(sequence):\(hexText(hash))" }
}
