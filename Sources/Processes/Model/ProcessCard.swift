import GuvenceCore

/// What the process card (süreç kartı) says about a process beside its chart.
public struct ProcessCard: Hashable, Sendable {
  /// Which part of the administration's work it belongs to.
  public enum Class: String, Sendable, CaseIterable {
    /// Operasyonel.
    case operational
    /// Yönetim.
    case management
    /// Destek.
    case support

    /// `Destek`, `Support`.
    public var name: Localized {
      switch self {
      case .operational: Localized("Operasyonel", "Operational")
      case .management: Localized("Yönetim", "Management")
      case .support: Localized("Destek", "Support")
      }
    }
  }

  /// Unique: `SAT-01`.
  public var code: String
  /// Title.
  public var name: Localized
  /// Class.
  public var processClass: Class
  /// The unit that owns it, by name.
  public var unit: String
  /// The person's title who owns it.
  public var owner: String
  /// Why it exists.
  public var purpose: Localized
  /// Where it begins and where it ends.
  public var scope: String
  /// What comes in.
  public var inputs: [String]
  /// What goes out.
  public var outputs: [String]
  /// Who it comes from.
  public var suppliers: [String]
  /// Who it goes to.
  public var customers: [String]
  /// Norms as offices cite them.
  public var legalBasis: [String]
  /// Ids of the catalogue's legal references among them.
  public var legalReferences: [String]
  /// Document number of the printed chart; empty until an administration gives one.
  public var documentNumber: String
  /// Code of the standard file plan (SDP); empty until given.
  public var filePlanCode: String
  /// Number in the register of units (DETSİS); empty until given.
  public var detsisNumber: String
  /// Whether money is spent, so that ex-ante financial control is expected.
  public var isFinancial: Bool

  /// A card with what every process has; the rest is empty.
  public init(code: String, name: Localized, processClass: Class = .operational, unit: String = "", owner: String = "")
  {
    (self.code, self.name, self.processClass, self.unit, self.owner) = (code, name, processClass, unit, owner)
    (purpose, scope) = (Localized("", ""), "")
    (inputs, outputs, suppliers, customers) = ([], [], [], [])
    (legalBasis, legalReferences) = ([], [])
    (documentNumber, filePlanCode, detsisNumber, isFinancial) = ("", "", "", false)
  }
}
