import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

/// What is typed to add or change a process.
public struct ProcessForm: Sendable, Hashable {
  /// Code of a new process; the next one below its parent, or of its unit, where empty. Given once.
  public var code = ""
  /// Code of the process above; none at the top.
  public var parentCode: String?
  /// Code of the unit.
  public var unitCode = ""
  /// What it is called.
  public var name = ""
  /// Operational, management or support.
  public var processClass = ProcessCard.Class.operational
  /// The post that owns it.
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
  /// Documents besides those of its steps.
  public var documents: [String] = []
  /// Systems besides those of its steps.
  public var systems: [String] = []
  /// Performance indicators.
  public var indicators: [String] = []
  /// Document number of the printed chart.
  public var documentNumber = ""
  /// Code of the standard file plan (SDP).
  public var filePlanCode = ""
  /// DETSİS number.
  public var detsisNumber = ""
  /// Whether money is spent.
  public var isFinancial = false
  /// Whether it stands in the service standards table.
  public var isService = false
  /// Documents asked for with an application.
  public var serviceDocuments: [String] = []
  /// Time until completion, at the latest.
  public var serviceTime = ""
  /// Where to complain first.
  public var complaintFirst = ""
  /// Where to complain next.
  public var complaintSecond = ""

  /// An empty form.
  public init() {}

  /// The form of a stored process.
  public init(_ record: ProcessRecord, unitCode: String, parentCode: String?) {
    let details = record.details
    (code, self.parentCode, self.unitCode, name) = (record.code, parentCode, unitCode, details.name)
    (processClass, owner, purpose, scope) = (details.processClass, details.owner, details.purpose, details.scope)
    (inputs, outputs, suppliers) = (details.inputs, details.outputs, details.suppliers)
    (customers, legalBasis, documents) = (details.customers, details.legalBasis, details.documents)
    (systems, indicators) = (details.systems, details.indicators)
    (documentNumber, filePlanCode) = (details.documentNumber, details.filePlanCode)
    (detsisNumber, isFinancial, isService) = (details.detsisNumber, details.isFinancial, details.isService)
    (serviceDocuments, serviceTime) = (details.serviceDocuments, details.serviceTime)
    (complaintFirst, complaintSecond) = (details.complaintFirst, details.complaintSecond)
  }

  /// A list as typed into one field: an entry a line.
  public static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension ProcessForm {
  /// The details typed, in `unit`.
  func details(in unit: Unit) -> ProcessDetails {
    var details = ProcessDetails(name: name.tidy, unitID: unit.id)
    (details.processClass, details.owner) = (processClass, owner.tidy)
    (details.purpose, details.scope) = (purpose.tidy, scope.tidy)
    (details.inputs, details.outputs) = (inputs.tidy, outputs.tidy)
    (details.suppliers, details.customers) = (suppliers.tidy, customers.tidy)
    (details.legalBasis, details.documents) = (legalBasis.tidy, documents.tidy)
    (details.systems, details.indicators) = (systems.tidy, indicators.tidy)
    (details.documentNumber, details.filePlanCode) = (documentNumber.tidy, filePlanCode.tidy)
    (details.detsisNumber, details.isFinancial, details.isService) = (detsisNumber.tidy, isFinancial, isService)
    (details.serviceDocuments, details.serviceTime) = (serviceDocuments.tidy, serviceTime.tidy)
    (details.complaintFirst, details.complaintSecond) = (complaintFirst.tidy, complaintSecond.tidy)
    return details
  }

  /// What is wrong in the form itself; unit, parent and code are looked up by the caller.
  var problems: [FieldProblem] {
    var problems: [FieldProblem] = []
    if name.trimmed.isEmpty {
      problems.append(FieldProblem("name", Localized("Sürecin adını yazın.", "Enter the name of the process.")))
    }
    let texts: [(String, String, Int)] = [
      ("name", name, 300), ("owner", owner, 300), ("purpose", purpose, 4000), ("scope", scope, 4000),
      ("documentNumber", documentNumber, 100), ("filePlanCode", filePlanCode, 100), ("detsisNumber", detsisNumber, 40),
      ("serviceTime", serviceTime, 200), ("complaintFirst", complaintFirst, 1000),
      ("complaintSecond", complaintSecond, 1000),
    ]
    let lists: [(String, [String], Int)] = [
      ("inputs", inputs, 8000), ("outputs", outputs, 8000), ("suppliers", suppliers, 8000),
      ("customers", customers, 8000), ("legalBasis", legalBasis, 8000), ("documents", documents, 8000),
      ("systems", systems, 8000), ("indicators", indicators, 8000), ("serviceDocuments", serviceDocuments, 8000),
    ]
    for (field, text, limit) in texts + lists.map({ ($0.0, $0.1.joined(separator: "\n"), $0.2) })
    where text.utf8.count > limit {
      problems.append(
        FieldProblem(
          field, Localized("Metin çok uzun (en çok \(limit) bayt).", "The text is too long (at most \(limit) bytes).")))
    }
    return problems
  }
}

extension [String] {
  /// Entries cleaned and in one line each, empty ones left out.
  var tidy: [String] {
    map { entry in String(entry.map { $0.isNewline ? " " : $0 }).tidy }.filter { !$0.isEmpty }
  }
}

extension ProcessRecord {
  /// Fields in which `self`, as stored, differs from `other`, as wanted.
  func differences(to other: ProcessRecord, _ units: UnitTree, _ tree: ProcessTree) -> [StaleSave.Difference] {
    StaleSave.compare(
      zip(fields(units, tree), other.fields(units, tree)).map { ($0.field, $0.label, $0.text, $1.text) })
  }

  private func fields(
    _ units: UnitTree, _ tree: ProcessTree
  ) -> [(field: String, label: Localized, text: String)] {
    func list(_ entries: [String]) -> String { entries.joined(separator: "; ") }
    return [
      ("parent", Localized("Üst süreç", "Process above"), parentID.flatMap { tree.records[$0]?.code } ?? ""),
      ("unit", Localized("Birim", "Unit"), units.units[details.unitID]?.code ?? ""),
      ("name", Localized("Süreç", "Process"), details.name),
      ("class", Localized("Sınıfı", "Class"), details.processClass.name.turkish),
      ("owner", Localized("Sahibi", "Owner"), details.owner),
      ("purpose", Localized("Amaç", "Purpose"), details.purpose),
      ("scope", Localized("Kapsam", "Scope"), details.scope),
      ("inputs", Localized("Girdiler", "Inputs"), list(details.inputs)),
      ("outputs", Localized("Çıktılar", "Outputs"), list(details.outputs)),
      ("suppliers", Localized("Tedarikçiler", "Suppliers"), list(details.suppliers)),
      ("customers", Localized("Müşteriler", "Customers"), list(details.customers)),
      ("legalBasis", Localized("Dayanak", "Legal basis"), list(details.legalBasis)),
      ("documents", Localized("Belgeler", "Documents"), list(details.documents)),
      ("systems", Localized("Sistemler", "Systems"), list(details.systems)),
      ("indicators", Localized("Göstergeler", "Indicators"), list(details.indicators)),
      ("documentNumber", Localized("Doküman no", "Document number"), details.documentNumber),
      ("filePlanCode", Localized("SDP kodu", "File plan code"), details.filePlanCode),
      ("detsisNumber", Localized("DETSİS no", "DETSİS number"), details.detsisNumber),
      ("isFinancial", Localized("Mali", "Financial"), details.isFinancial ? "Evet" : "Hayır"),
      ("isService", Localized("Hizmet", "Service"), details.isService ? "Evet" : "Hayır"),
      ("serviceDocuments", Localized("İstenen belgeler", "Documents asked for"), list(details.serviceDocuments)),
      ("serviceTime", Localized("Tamamlanma süresi", "Completed within"), details.serviceTime),
      ("complaintFirst", Localized("İlk müracaat", "First complaint"), details.complaintFirst),
      ("complaintSecond", Localized("İkinci müracaat", "Second complaint"), details.complaintSecond),
      ("retiredOn", Localized("Kapanış", "Closed on"), retiredOn?.turkish ?? ""),
    ]
  }
}
