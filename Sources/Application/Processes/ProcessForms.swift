import GuvenceCore
import GuvenceProcesses
import GuvenceRegister

/// What is typed to add or change a process: its place, and the card as it is kept.
@dynamicMemberLookup
public struct ProcessForm: Sendable, Hashable {
  /// Code of a new process; the next one below its parent, or of its unit, where empty. Given once.
  public var code = ""
  /// Code of the process above; none at the top.
  public var parentCode: String?
  /// Code of the unit.
  public var unitCode = ""
  /// The card as typed; its unit follows from `unitCode` when it is saved.
  public var card = ProcessDetails(name: "", unitID: Identifier(0))

  /// An empty form.
  public init() {}

  /// The form of a stored process.
  public init(_ record: ProcessRecord, unitCode: String, parentCode: String?) {
    (code, self.parentCode, self.unitCode, card) = (record.code, parentCode, unitCode, record.details)
  }

  /// A field of the card.
  public subscript<Value>(dynamicMember field: WritableKeyPath<ProcessDetails, Value>) -> Value {
    get { card[keyPath: field] }
    set { card[keyPath: field] = newValue }
  }

  /// A list as typed into one field: an entry a line.
  public static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension ProcessForm {
  /// The details typed, cleaned, in `unit`.
  func details(in unit: Unit) -> ProcessDetails {
    var details = card
    details.unitID = unit.id
    for text in ProcessForm.texts { details[keyPath: text.path] = details[keyPath: text.path].tidy }
    for list in ProcessForm.lists { details[keyPath: list.path] = details[keyPath: list.path].tidy }
    return details
  }

  /// What is wrong in the form itself; unit, parent and code are looked up by the caller.
  var problems: [FieldProblem] {
    var problems: [FieldProblem] = []
    if card.name.trimmed.isEmpty {
      problems.append(FieldProblem("name", Localized("Sürecin adını yazın.", "Enter the name of the process.")))
    }
    let texts = ProcessForm.texts.map { ($0.field, card[keyPath: $0.path], $0.limit) }
    let lists = ProcessForm.lists.map { ($0.field, card[keyPath: $0.path].joined(separator: "\n"), 8000) }
    for (field, text, limit) in texts + lists
    where text.utf8.count > limit {
      problems.append(
        FieldProblem(
          field, Localized("Metin çok uzun (en çok \(limit) bayt).", "The text is too long (at most \(limit) bytes).")))
    }
    return problems
  }
}

extension ProcessForm {
  /// Fields of one text, each with its limit in bytes.
  private static var texts: [(field: String, path: WritableKeyPath<ProcessDetails, String>, limit: Int)] {
    [
      ("name", \.name, 300), ("owner", \.owner, 300), ("purpose", \.purpose, 4000), ("scope", \.scope, 4000),
      ("documentNumber", \.documentNumber, 100), ("filePlanCode", \.filePlanCode, 100),
      ("detsisNumber", \.detsisNumber, 40), ("serviceTime", \.serviceTime, 200),
      ("complaintFirst", \.complaintFirst, 1000), ("complaintSecond", \.complaintSecond, 1000),
    ]
  }

  /// Fields of several entries.
  private static var lists: [(field: String, path: WritableKeyPath<ProcessDetails, [String]>)] {
    [
      ("inputs", \.inputs), ("outputs", \.outputs), ("suppliers", \.suppliers), ("customers", \.customers),
      ("legalBasis", \.legalBasis), ("documents", \.documents), ("systems", \.systems),
      ("indicators", \.indicators), ("serviceDocuments", \.serviceDocuments),
    ]
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
