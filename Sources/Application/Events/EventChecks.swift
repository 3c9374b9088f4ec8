import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// The form as details and linked risks; throws with every field at fault.
  func checked(
    _ form: EventForm, today: Day, _ access: Access, _ connection: Connection
  ) throws -> (EventDetails, Set<Identifier<Risk>>) {
    var problems = form.textProblems
    let unit = try UnitTable.find(code: form.unitCode.trimmed, connection)
      .flatMap { access.allows(.read, in: $0.id) && $0.retiredOn == nil ? $0 : nil }
    if unit == nil { problems.append(FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit."))) }
    let days = form.days(today: today, &problems)
    let loss = form.loss(&problems)
    var risks: [Risk] = []
    for reference in form.risks.map(\.trimmed) where !reference.isEmpty {
      if let risk = try RiskTable.find(reference: reference, in: access.scope(.read), connection) {
        risks.append(risk)
      } else {
        problems.append(
          FieldProblem(
            "risks", Localized("«\(reference)» numaralı risk bulunamadı.", "There is no risk «\(reference)».")))
      }
    }
    try Problem.throwIfAny(problems)
    guard let unit, let days, let loss else { throw Access.notFound }
    var details = EventDetails(
      unitID: unit.id, kind: form.kind, description: form.description.tidy, occurredOn: days.occurred,
      detectedOn: days.detected, reportedOn: days.reported)
    (details.cause, details.consequence) = (form.cause.tidy, form.consequence.tidy)
    // An event belongs where its risk does, unless somebody says otherwise.
    let category = form.category.tidy
    details.category = category.isEmpty ? risks.first?.details.category ?? "" : category
    (details.loss, details.isPublicLoss) = (loss, form.isPublicLoss)
    (details.otherEffects, details.measures) = (form.otherEffects.tidy, form.measures.tidy)
    return (details, Set(risks.map(\.id)))
  }
}

extension EventForm {
  var textProblems: [FieldProblem] {
    var problems: [FieldProblem] = []
    if description.tidy.isEmpty {
      problems.append(FieldProblem("description", Localized("Ne olduğunu yazın.", "Say what happened.")))
    }
    let texts = [
      ("description", description), ("cause", cause), ("consequence", consequence), ("category", category),
      ("otherEffects", otherEffects), ("measures", measures),
    ]
    for (field, text) in texts where text.utf8.count > 4000 {
      problems.append(
        FieldProblem(
          field, Localized("Metin çok uzun (en çok 4.000 bayt).", "The text is too long (at most 4,000 bytes).")))
    }
    return problems
  }

  func days(
    today: Day, _ problems: inout [FieldProblem]
  ) -> (occurred: Day, detected: Day, reported: Day)? {
    guard let occurred = occurredOn else {
      problems.append(FieldProblem("occurredOn", Localized("Olayın gününü yazın.", "Enter the day it happened.")))
      return nil
    }
    let detected = detectedOn ?? occurred
    let reported = reportedOn ?? max(today, detected)
    let faults = EventDays.faults(occurred: occurred, detected: detected, reported: reported, today: today)
    problems += faults.map(EventForm.problem)
    return (occurred, detected, reported)
  }

  func loss(_ problems: inout [FieldProblem]) -> EventLoss? {
    let gross = amount("grossLoss", grossLoss, &problems)
    let recovered = amount("recovered", self.recovered, &problems)
    guard let gross, let recovered else { return nil }
    if recovered > gross {
      problems.append(
        FieldProblem(
          "recovered",
          Localized("Geri alınan tutar kayıptan büyük olamaz.", "What came back cannot exceed what was lost.")))
    }
    if kind == .nearMiss, gross > 0 {
      problems.append(
        FieldProblem(
          "grossLoss",
          Localized(
            "Ramak kala olayda kayıp olmaz; kayıp varsa olay gerçekleşmiştir.",
            "A near miss has no loss; with a loss the event took place.")))
    }
    return EventLoss(gross: gross, recovered: recovered)
  }

  private func amount(_ field: String, _ text: String, _ problems: inout [FieldProblem]) -> Int64? {
    if text.trimmed.isEmpty { return 0 }
    let value = Lira.kurus(text)
    if value == nil {
      problems.append(
        FieldProblem(
          field, Localized("Lira olarak bir tutar yazın: 12.500,75.", "Enter an amount in lira: 12.500,75.")))
    }
    return value
  }

  private static func problem(_ fault: EventDays.Fault) -> FieldProblem {
    switch fault {
    case .inTheFuture(let field):
      FieldProblem(field.rawValue + "On", Localized("Gün gelecekte olamaz.", "The day cannot lie in the future."))
    case .detectedBeforeOccurred:
      FieldProblem(
        "detectedOn",
        Localized("Olay, olduğu günden önce fark edilemez.", "It cannot be noticed before it happened."))
    case .reportedBeforeDetected:
      FieldProblem(
        "reportedOn",
        Localized("Olay, fark edildiği günden önce bildirilemez.", "It cannot be reported before it was noticed."))
    }
  }
}

extension RealisedEvent {
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)] {
    [
      ("unit", Localized("Birim", "Unit"), tree.units[details.unitID]?.code ?? ""),
      ("kind", Localized("Türü", "Kind"), details.kind.name.turkish),
      ("description", Localized("Ne oldu", "What happened"), details.description),
      ("occurredOn", Localized("Olay günü", "Occurred on"), details.occurredOn.turkish),
      ("detectedOn", Localized("Fark edildiği gün", "Noticed on"), details.detectedOn.turkish),
      ("reportedOn", Localized("Bildirildiği gün", "Reported on"), details.reportedOn.turkish),
      ("cause", Localized("Neden", "Cause"), details.cause),
      ("consequence", Localized("Sonuç", "Consequence"), details.consequence),
      ("category", Localized("Kategori", "Category"), details.category),
      ("grossLoss", Localized("Brüt kayıp", "Gross loss"), Lira.text(details.loss.gross).turkish),
      ("recovered", Localized("Geri alınan", "Recovered"), Lira.text(details.loss.recovered).turkish),
      ("isPublicLoss", Localized("Kamu zararı", "Public loss"), details.isPublicLoss ? "Evet" : ""),
      ("otherEffects", Localized("Diğer etkiler", "Other effects"), details.otherEffects),
      ("measures", Localized("Yapılanlar", "What was done"), details.measures),
      ("risks", Localized("Bağlı risk sayısı", "Linked risks"), String(risks.count)),
      ("closedOn", Localized("Kapanış", "Closed on"), closedOn?.turkish ?? ""),
    ]
  }
}
