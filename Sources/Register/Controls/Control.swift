import GuvenceCore

/// A control of the library (kontrol): what one unit does so that risks come true less often or hurt less. Its tests and
/// its links to risks are rows of their own, appended and never overwritten.
public struct Control: Hashable, Sendable {
  /// The control's number, never reused.
  public let id: Identifier<Control>
  /// Code as printed, unique: `MH.KN.0001`. Given once.
  public let code: String
  /// What people may change.
  public var details: ControlDetails
  /// Counts changes, from 1; a save names the version it was based on.
  public var version: Int
  /// When it was added.
  public let createdAt: Instant
  /// The day from which it counts no more, with `retireReason`; never deleted.
  public var retiredOn: Day?
  /// Why it was closed; empty while active.
  public var retireReason: String

  /// A control made of its parts.
  public init(
    id: Identifier<Control>, code: String, details: ControlDetails, version: Int, createdAt: Instant,
    retiredOn: Day? = nil, retireReason: String = ""
  ) {
    (self.id, self.code, self.details, self.version) = (id, code, details, version)
    (self.createdAt, self.retiredOn, self.retireReason) = (createdAt, retiredOn, retireReason)
  }

  /// The code of the `number`th control of a unit: `MH.KN.0001`; `number` from 1.
  public static func code(unitCode: String, number: Int) -> String {
    let digits = String(number)
    return "\(unitCode).KN.\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}

/// The editable content of a control. Texts are empty where nothing was entered.
public struct ControlDetails: Hashable, Sendable {
  /// The unit that performs the control.
  public var unitID: Identifier<Unit>
  /// What it is called; never empty.
  public var name: String
  /// What is done, when, by whom and with what trace.
  public var description = ""
  /// Preventive, detective, directive, corrective.
  public var kind: ControlKind
  /// By hand, with the help of a system, or by the system.
  public var nature: ControlNature
  /// How often it is performed.
  public var frequency: ControlFrequency
  /// Who performs it, a post rather than a person.
  public var owner = ""
  /// Design effectiveness 1–5 as people judge it; `nil` while nobody has.
  public var design: Int?
  /// Why the design was judged so.
  public var designReason = ""
  /// Answers to the questions about the design by question id (P3…P5; P1 and P2 follow from nature and kind). A directive
  /// control, which the questions do not know, may name the type it counts as.
  public var answers: [String: String] = [:]
  /// Where it came from: the reference of the risk whose free text it was taken from, or an action; may be empty.
  public var origin = ""

  /// Details; the remaining texts empty.
  public init(
    unitID: Identifier<Unit>, name: String, kind: ControlKind, nature: ControlNature, frequency: ControlFrequency
  ) {
    (self.unitID, self.name, self.kind) = (unitID, name, kind)
    (self.nature, self.frequency) = (nature, frequency)
  }

  /// All answers by question id, those that follow from nature and kind among them.
  public var allAnswers: [String: String] {
    var all = answers
    all["nature"] = nature.rawValue
    if kind != .directive { all["type"] = kind.rawValue }
    return all
  }
}

/// That a control works on a risk, and with which share. Rows are appended; a change ends one and begins another.
public struct ControlLink: Hashable, Sendable {
  /// The link's number.
  public let id: Identifier<ControlLink>
  /// The control.
  public let controlID: Identifier<Control>
  /// The risk.
  public let riskID: Identifier<Risk>
  /// Share in the strength of all controls of the risk, percent, 1–100.
  public let share: Int
  /// What it works on.
  public let factor: ControlFactor
  /// When it was made.
  public let linkedAt: Instant
  /// Who made it, display name.
  public let linkedBy: String
  /// How it ended; `nil` while it holds.
  public var end: End?

  /// That a link holds no more.
  public struct End: Hashable, Sendable {
    /// When.
    public let at: Instant
    /// Who, display name.
    public let by: String
    /// Why; never empty.
    public let reason: String

    /// An end.
    public init(at: Instant, by: String, reason: String) { (self.at, self.by, self.reason) = (at, by, reason) }
  }

  /// A link made of its parts.
  public init(
    id: Identifier<ControlLink>, controlID: Identifier<Control>, riskID: Identifier<Risk>, share: Int,
    factor: ControlFactor, linkedAt: Instant, linkedBy: String, end: End? = nil
  ) {
    (self.id, self.controlID, self.riskID) = (id, controlID, riskID)
    (self.share, self.factor) = (share, factor)
    (self.linkedAt, self.linkedBy, self.end) = (linkedAt, linkedBy, end)
  }

  /// The link as it held just before `moment`, now where `nil`; `nil` where it did not hold then.
  public func standing(before moment: Instant?) -> ControlLink? {
    guard let moment else { return end == nil ? self : nil }
    guard linkedAt < moment, end.map({ $0.at >= moment }) ?? true else { return nil }
    var copy = self
    copy.end = nil
    return copy
  }
}
