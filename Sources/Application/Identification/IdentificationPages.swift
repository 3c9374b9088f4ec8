import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// What a risk's page says besides scores: how it is worded, who shares it, what it works on, where it came from.
public struct RiskIdentification: Sendable {
  /// What the checks find in its statement, dismissed findings last.
  public var remarks: [StatementRemark] = []
  /// Units that share it, in the order in which they came to.
  public var shares: [ShareLine] = []
  /// Code of the unit that leads, where the reader sees the risk only because another unit shares it; else `nil`.
  public var leadUnitCode: String?
  /// Relations with other risks the reader may see.
  public var relations: RelationMap = .empty
  /// The catalogue entry it was adopted from; `nil` where people wrote it.
  public var origin: OriginLine?
  /// Units it could be shared with; empty where this person may not share it.
  public var otherUnits: [UnitLine] = []

  /// Nothing to say.
  public init() {}
}

/// What a check finds in a statement, and whether somebody let the statement stand.
public struct StatementRemark: Sendable, Hashable {
  /// The finding.
  public let finding: StatementFinding
  /// Why it was dismissed; `nil` where it stands.
  public let dismissal: StatementDismissal?

  /// A remark.
  public init(finding: StatementFinding, dismissal: StatementDismissal?) {
    (self.finding, self.dismissal) = (finding, dismissal)
  }
}

/// One unit that shares a risk.
public struct ShareLine: Sendable, Hashable {
  /// The share.
  public let share: RiskShare
  /// The unit's code.
  public let unitCode: String
  /// The unit's name.
  public let unitName: String

  /// A line.
  public init(share: RiskShare, unitCode: String, unitName: String) {
    (self.share, self.unitCode, self.unitName) = (share, unitCode, unitName)
  }
}

/// Risks and the relations between them, for a picture and its table.
public struct RelationMap: Sendable, Hashable {
  /// A risk in the picture.
  public struct Node: Sendable, Hashable {
    /// The risk.
    public let id: Identifier<Risk>
    /// Its reference number.
    public let reference: String
    /// Its statement.
    public let statement: String
    /// Code of its unit.
    public let unitCode: String
    /// Level of its latest assessment; `nil` while not assessed.
    public let level: Level?

    /// A node.
    public init(id: Identifier<Risk>, reference: String, statement: String, unitCode: String, level: Level?) {
      (self.id, self.reference, self.statement) = (id, reference, statement)
      (self.unitCode, self.level) = (unitCode, level)
    }
  }

  /// The risks, by reference.
  public let nodes: [Node]
  /// The relations between them, in the order of their recording.
  public let relations: [RiskRelation]

  /// A picture.
  public init(nodes: [Node], relations: [RiskRelation]) { (self.nodes, self.relations) = (nodes, relations) }

  /// A picture of nothing.
  public static let empty = RelationMap(nodes: [], relations: [])

  /// The risk with this number.
  public func node(_ id: Identifier<Risk>) -> Node? { nodes.first { $0.id == id } }
}

/// The relations of a unit's risks.
public struct RelationsPage: Sendable {
  /// The picture.
  public let map: RelationMap
  /// Units to choose from.
  public let units: [UnitLine]
  /// The unit chosen; `nil` for all in view.
  public let unitCode: String?

  /// A page.
  public init(map: RelationMap, units: [UnitLine], unitCode: String?) {
    (self.map, self.units, self.unitCode) = (map, units, unitCode)
  }
}

/// Where an adopted risk came from, against the catalogue of today.
public struct OriginLine: Sendable, Hashable {
  /// How the entry stands today.
  public enum State: Sendable, Hashable {
    /// As it was adopted.
    case same
    /// Other than it was adopted; these lines of it differ.
    case changed([String])
    /// No longer in the catalogue.
    case gone
  }

  /// The origin.
  public let origin: RiskOrigin
  /// How the entry stands today.
  public let state: State

  /// A line.
  public init(origin: RiskOrigin, state: State) { (self.origin, self.state) = (origin, state) }
}

/// Risks of the register whose statements ask for a second look.
public struct StatementReport: Sendable {
  /// One risk with what was found.
  public struct Line: Sendable {
    /// The risk.
    public let reference: String
    /// Its unit.
    public let unitCode: String
    /// Its statement.
    public let statement: String
    /// What was found, dismissed findings last.
    public let remarks: [StatementRemark]
  }

  /// Active risks that were looked at.
  public let checked: Int
  /// Risks with findings, in the order of their references.
  public let lines: [Line]
  /// The checks with how many standing findings each has.
  public let counts: [(check: StatementCheck, count: Int)]
  /// Units to choose from.
  public let units: [UnitLine]
  /// The unit chosen; `nil` for all in view.
  public let unitCode: String?

  /// Risks with at least one finding that stands.
  public var open: Int { lines.count { $0.remarks.contains { $0.dismissal == nil } } }
}
