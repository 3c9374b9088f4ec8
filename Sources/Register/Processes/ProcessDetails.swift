import GuvenceCore
import GuvenceProcesses

/// The editable content of a process card (süreç kartı), with what the service standards table needs. Texts and lists
/// are empty where nothing was entered.
public struct ProcessDetails: Hashable, Sendable {
  /// What it is called; never empty.
  public var name: String
  /// The unit that owns it.
  public var unitID: Identifier<Unit>
  /// Which part of the administration's work it belongs to.
  public var processClass = ProcessCard.Class.operational
  /// The post that owns it (süreç sahibi).
  public var owner = ""
  /// Why it exists.
  public var purpose = ""
  /// Where it begins and where it ends.
  public var scope = ""
  /// What comes in.
  public var inputs: [String] = []
  /// What goes out.
  public var outputs: [String] = []
  /// Who it comes from.
  public var suppliers: [String] = []
  /// Who it goes to.
  public var customers: [String] = []
  /// Norms as offices cite them.
  public var legalBasis: [String] = []
  /// Documents it rests on besides those of its steps.
  public var documents: [String] = []
  /// Information systems it uses besides those of its steps.
  public var systems: [String] = []
  /// Performance indicators, with formula and unit as written.
  public var indicators: [String] = []
  /// Document number of the printed chart.
  public var documentNumber = ""
  /// Code of the standard file plan (SDP).
  public var filePlanCode = ""
  /// Number in the register of units (DETSİS).
  public var detsisNumber = ""
  /// Whether money is spent, so that ex-ante financial control is expected.
  public var isFinancial = false
  /// Whether citizens apply for it, so that it stands in the service standards table.
  public var isService = false
  /// Documents asked for with an application.
  public var serviceDocuments: [String] = []
  /// Within which time the service is completed at the latest: `15 iş günü`.
  public var serviceTime = ""
  /// Where to complain first.
  public var complaintFirst = ""
  /// Where to complain next.
  public var complaintSecond = ""

  /// Details; the remaining texts empty.
  public init(name: String, unitID: Identifier<Unit>) { (self.name, self.unitID) = (name, unitID) }

  /// The details of a catalogue process adopted by `unitID`.
  public init(_ card: ProcessCard, unitID: Identifier<Unit>) {
    self.init(name: card.name.turkish, unitID: unitID)
    (processClass, owner, purpose, scope) = (card.processClass, card.owner, card.purpose.turkish, card.scope)
    (inputs, outputs) = (card.inputs, card.outputs)
    (suppliers, customers, legalBasis) = (card.suppliers, card.customers, card.legalBasis)
    (documentNumber, filePlanCode, detsisNumber) = (card.documentNumber, card.filePlanCode, card.detsisNumber)
    isFinancial = card.isFinancial
  }

  /// The card as charts and checks know it.
  public func card(code: String, unitName: String) -> ProcessCard {
    var card = ProcessCard(
      code: code, name: Localized(name, name), processClass: processClass, unit: unitName, owner: owner)
    (card.purpose, card.scope) = (Localized(purpose, purpose), scope)
    (card.inputs, card.outputs) = (inputs, outputs)
    (card.suppliers, card.customers, card.legalBasis) = (suppliers, customers, legalBasis)
    (card.documentNumber, card.filePlanCode, card.detsisNumber) = (documentNumber, filePlanCode, detsisNumber)
    card.isFinancial = isFinancial
    return card
  }
}
