import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// The form as details and linked risks; throws with every field at fault.
  func checked(
    _ form: ActionForm, today: Day, _ access: Access, _ connection: Connection
  ) throws -> (ActionDetails, Set<Identifier<Risk>>) {
    var problems = form.textProblems
    let unit = try openUnit(form.unitCode, access, connection)
    if unit == nil { problems.append(FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit."))) }
    let risks = try linkedRisks(form.risks, access, connection, &problems)
    let partners = try partners(form.partners, access, connection, &problems)
    let startsOn = form.startsOn ?? today
    if form.dueOn.map({ $0 < startsOn }) ?? true {
      problems.append(
        FieldProblem(
          "dueOn",
          Localized("Başlangıçtan önce olmayan bir bitiş günü seçin.", "Choose a last day not before the first.")))
    }
    let cost = form.cost.trimmed.isEmpty ? nil : Lira.kurus(form.cost)
    if cost == nil, !form.cost.trimmed.isEmpty {
      problems.append(
        FieldProblem(
          "cost", Localized("Lira olarak bir tutar yazın: 12.500,75.", "Enter an amount in lira: 12.500,75.")))
    }
    try Problem.throwIfAny(problems)
    guard let unit, let dueOn = form.dueOn else { throw Access.notFound }
    var details = ActionDetails(unitID: unit.id, title: form.title.tidy, startsOn: startsOn, dueOn: dueOn)
    (details.owner, details.outcome) = (form.owner.tidy, form.outcome.tidy)
    (details.partners, details.cost) = (partners.subtracting([unit.id]), cost)
    return (details, risks)
  }

  private func openUnit(_ code: String, _ access: Access, _ connection: Connection) throws -> Unit? {
    guard let unit = try UnitTable.find(code: code.trimmed, connection), unit.retiredOn == nil,
      access.allows(.read, in: unit.id)
    else { return nil }
    return unit
  }

  private func linkedRisks(
    _ references: [String], _ access: Access, _ connection: Connection, _ problems: inout [FieldProblem]
  ) throws -> Set<Identifier<Risk>> {
    var found: Set<Identifier<Risk>> = []
    for reference in references.map(\.trimmed) where !reference.isEmpty {
      if let risk = try RiskTable.find(reference: reference, in: access.scope(.read), connection) {
        found.insert(risk.id)
      } else {
        problems.append(
          FieldProblem(
            "risks", Localized("«\(reference)» numaralı risk bulunamadı.", "There is no risk «\(reference)».")))
      }
    }
    if found.isEmpty, !problems.contains(where: { $0.field == "risks" }) {
      problems.append(FieldProblem("risks", Localized("En az bir risk yazın.", "Name at least one risk.")))
    }
    return found
  }

  private func partners(
    _ codes: [String], _ access: Access, _ connection: Connection, _ problems: inout [FieldProblem]
  ) throws -> Set<Identifier<Unit>> {
    var found: Set<Identifier<Unit>> = []
    for code in codes.map(\.trimmed) where !code.isEmpty {
      // A unit that helps may lie out of sight: its code alone tells nothing.
      if let unit = try UnitTable.find(code: code, connection), unit.retiredOn == nil {
        found.insert(unit.id)
      } else {
        problems.append(
          FieldProblem("partners", Localized("«\(code)» kodlu açık birim yok.", "There is no open unit «\(code)».")))
      }
    }
    return found
  }
}

extension ActionForm {
  /// The form of a stored action; `risks` are the references its editor may see.
  public init(_ line: ActionLine) {
    let details = line.action.details
    (unitCode, risks, title, owner) = (line.unitCode, line.risks, details.title, details.owner)
    (partners, cost) = (line.partners, details.cost.map(Lira.plain) ?? "")
    (startsOn, dueOn, outcome) = (details.startsOn, details.dueOn, details.outcome)
  }

  var textProblems: [FieldProblem] {
    var problems: [FieldProblem] = []
    if title.tidy.isEmpty {
      problems.append(FieldProblem("title", Localized("Ne yapılacağını yazın.", "Say what is to be done.")))
    }
    for (field, text) in [("title", title), ("owner", owner), ("outcome", outcome)] where text.utf8.count > 2000 {
      problems.append(
        FieldProblem(
          field, Localized("Metin çok uzun (en çok 2.000 bayt).", "The text is too long (at most 2,000 bytes).")))
    }
    return problems
  }
}

extension RiskAction {
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)] {
    [
      ("unit", Localized("Birim", "Unit"), tree.units[details.unitID]?.code ?? ""),
      ("title", Localized("Eylem", "Action"), details.title),
      ("owner", Localized("Sorumlu", "Owner"), details.owner),
      ("cost", Localized("Maliyet", "Cost"), details.cost.map { Lira.text($0).turkish } ?? ""),
      ("startsOn", Localized("Başlangıç", "First day"), details.startsOn.turkish),
      ("dueOn", Localized("Bitiş", "Last day"), details.dueOn.turkish),
      ("outcome", Localized("Beklenen çıktı", "Expected output"), details.outcome),
      ("partners", Localized("İşbirliği birimi sayısı", "Partner units"), String(details.partners.count)),
      ("risks", Localized("Bağlı risk sayısı", "Linked risks"), String(risks.count)),
      ("ending", Localized("Sonuç", "Ending"), ending?.kind.rawValue ?? ""),
    ]
  }
}
