import GuvenceCore

/// That one risk works on another. Circles are allowed: risks may feed each other. Rows are appended and ended, never
/// deleted.
public struct RiskRelation: Hashable, Sendable {
  /// The relation's number.
  public let id: Identifier<RiskRelation>
  /// The risk that works.
  public let fromID: Identifier<Risk>
  /// The risk it works on; never the same.
  public let toID: Identifier<Risk>
  /// How.
  public let kind: RelationKind
  /// Remarks; may be empty.
  public let note: String
  /// When and by whom it was recorded.
  public let recorded: RecordStamp
  /// When and by whom it was ended; `nil` while it stands.
  public var ended: RecordStamp?

  /// A relation made of its parts.
  public init(
    id: Identifier<RiskRelation>, fromID: Identifier<Risk>, toID: Identifier<Risk>, kind: RelationKind, note: String,
    recorded: RecordStamp, ended: RecordStamp? = nil
  ) {
    (self.id, self.fromID, self.toID, self.kind, self.note) = (id, fromID, toID, kind, note)
    (self.recorded, self.ended) = (recorded, ended)
  }
}

/// How one risk works on another.
public enum RelationKind: String, Sendable, CaseIterable {
  /// Tetikler: when it happens, the other happens.
  case triggers
  /// Artırır: makes the other more likely or graver.
  case increases
  /// Azaltır: makes the other less likely or lighter.
  case decreases

  /// Word on screen, as the verb of «A … B».
  public var name: Localized {
    switch self {
    case .triggers: Localized("tetikler", "triggers")
    case .increases: Localized("artırır", "increases")
    case .decreases: Localized("azaltır", "decreases")
    }
  }

  /// Word on screen seen from the other risk, as the verb of «B …».
  public var passiveName: Localized {
    switch self {
    case .triggers: Localized("şununla tetiklenir", "is triggered by")
    case .increases: Localized("şununla artar", "is increased by")
    case .decreases: Localized("şununla azalır", "is decreased by")
    }
  }

  /// Sign on the arrow.
  public var sign: String {
    switch self {
    case .triggers: "!"
    case .increases: "+"
    case .decreases: "−"
    }
  }
}
