import FoundationEssentials
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// What a person may ask of the list of indicators.
public struct IndicatorQuery: Sendable, Hashable {
  /// Only this unit and below, by code.
  public var unitCode: String?
  /// Only indicators in this state.
  public var state: IndicatorState?

  /// All indicators in view.
  public init(unitCode: String? = nil, state: IndicatorState? = nil) {
    (self.unitCode, self.state) = (unitCode, state)
  }
}

/// States by which indicators are chosen.
public enum IndicatorState: String, Sendable, CaseIterable {
  /// The last reading is red.
  case alarm
  /// The last reading is yellow.
  case warning
  /// The last reading is green.
  case normal
  /// A reading is past its due day.
  case overdue
  /// Never read.
  case unread
  /// Closed; all other lists leave these out.
  case retired
}

/// One indicator with its latest reading.
public struct IndicatorLine: Sendable, Hashable {
  /// The indicator.
  public let indicator: Indicator
  /// Its unit.
  public let unitCode: String
  /// Its unit's name.
  public let unitName: String
  /// Readings that count, oldest first.
  public let series: [IndicatorReading]
  /// The movement of the last reading; `nil` where there is none.
  public let movement: IndicatorMovement?
  /// What is to be read next; `nil` for closed indicators.
  public let schedule: IndicatorSchedule?

  /// The last reading.
  public var last: IndicatorReading? { series.last }

  /// Whether the line belongs to `state`.
  public func isIn(_ state: IndicatorState) -> Bool {
    switch state {
    case .retired: indicator.retiredOn != nil
    case .overdue: (schedule?.overdueCount ?? 0) > 0
    case .unread: indicator.retiredOn == nil && series.isEmpty
    case .alarm: indicator.retiredOn == nil && last?.status == .alarm
    case .warning: indicator.retiredOn == nil && last?.status == .warning
    case .normal: indicator.retiredOn == nil && last?.status == .normal
    }
  }
}

/// The list of indicators.
public struct IndicatorList: Sendable {
  /// The query that gave it.
  public let query: IndicatorQuery
  /// The lines that match.
  public let lines: [IndicatorLine]
  /// Matches per state, without regard to the state filter.
  public let counts: [IndicatorState: Int]
  /// Units this person may see, in tree order.
  public let units: [UnitLine]
  /// The rules in force today.
  public let rules: IndicatorRules
  /// Whether this person may add indicators and readings somewhere.
  public let mayWrite: Bool
}

/// Everything about one indicator.
public struct IndicatorPage: Sendable {
  /// A reading with what the page says of it.
  public struct Reading: Sendable, Hashable {
    /// The reading.
    public let reading: IndicatorReading
    /// Its movement; `nil` for one that was replaced.
    public let movement: IndicatorMovement?
    /// The reading that replaced it.
    public let replacedBy: Identifier<IndicatorReading>?
  }

  /// A linked risk that this person may see.
  public struct LinkedRisk: Sendable, Hashable {
    /// Its reference number.
    public let reference: String
    /// What it says.
    public let statement: String
  }

  /// The line of the list.
  public let line: IndicatorLine
  /// Units from the administration down to the indicator's own.
  public let unitPath: [Unit]
  /// All readings, newest first, replaced ones too.
  public let readings: [Reading]
  /// Reasons of the last reading's state and trend; empty where there is none.
  public let reasons: [ExplanationStep]
  /// Linked risks in view, by reference.
  public let risks: [LinkedRisk]
  /// The rules in force today.
  public let rules: IndicatorRules
  /// What was done to the indicator, newest first; empty where this person may not read the journal.
  public let journal: [JournalLine]
  /// Whether this person may change it and record readings.
  public let mayWrite: Bool
}

/// What is typed to add or change an indicator. Numbers are read as people in Türkiye type them.
public struct IndicatorForm: Sendable, Hashable {
  /// Code of the unit.
  public var unitCode = ""
  /// What is measured.
  public var name = ""
  /// Key or leading.
  public var kind = IndicatorKind.leading
  /// Unit of measure.
  public var measure = ""
  /// Which values are good.
  public var direction = IndicatorDirection.lower
  /// Green threshold, or the target.
  public var green = ""
  /// Yellow threshold, or the allowed deviation.
  public var yellow = ""
  /// Deviation beyond which a target is missed.
  public var red = ""
  /// How often it is read.
  public var frequency = IndicatorFrequency.monthly
  /// The first day whose period is to be read; today where `nil`.
  public var startsOn: Day?
  /// Where the values come from.
  public var dataSource = ""
  /// How a value is worked out.
  public var method = ""
  /// Who reads it.
  public var owner = ""
  /// Reference numbers of the linked risks.
  public var risks: [String] = []

  /// An empty form.
  public init() {}
}

/// What is typed to record a reading.
public struct ReadingInput: Sendable, Hashable {
  /// The day or the period the value speaks of: `30.09.2026`, `2026-09-30`, `2026-09`; today where empty.
  public var when: String
  /// The value, as people in Türkiye type it: `1.234,5`.
  public var value: String
  /// Remark.
  public var note: String
  /// The reading this one replaces.
  public var corrects: Identifier<IndicatorReading>?
  /// Why; required for a correction.
  public var reason: String

  /// An input.
  public init(
    when: String = "", value: String, note: String = "", corrects: Identifier<IndicatorReading>? = nil,
    reason: String = ""
  ) {
    (self.when, self.value, self.note) = (when, value, note)
    (self.corrects, self.reason) = (corrects, reason)
  }
}

/// What an import of readings did or would do.
public struct ReadingImport: Sendable, Hashable {
  /// Whether nothing was written, because it was only a trial or because of an error.
  public var isTrial: Bool
  /// New readings.
  public var created = 0
  /// Readings that replace an earlier one.
  public var corrected = 0
  /// Rows that say what is already recorded.
  public var unchanged = 0
  /// Problems by line; with an error nothing is written.
  public var problems: [Diagnostic] = []

  /// Whether any problem is an error.
  public var hasErrors: Bool { Diagnostics(problems).hasErrors }
}
