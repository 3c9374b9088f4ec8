import FoundationEssentials
import GuvenceCatalogs
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// The form as details and linked risks; throws with every field at fault.
  func checked(
    _ form: IndicatorForm, today: Day, _ access: Access, _ connection: Connection
  ) throws -> (IndicatorDetails, Set<Identifier<Risk>>) {
    var problems = form.textProblems
    let unit = try UnitTable.find(code: form.unitCode.trimmed, connection)
      .flatMap { access.allows(.read, in: $0.id) && $0.retiredOn == nil ? $0 : nil }
    if unit == nil { problems.append(FieldProblem("unit", Localized("Açık bir birim seçin.", "Choose an open unit."))) }
    let thresholds = form.thresholds(&problems)
    let risks = try linked(form.risks, access, connection, &problems)
    try Problem.throwIfAny(problems)
    guard let unit, let thresholds else { throw Access.notFound }
    var details = IndicatorDetails(
      unitID: unit.id, name: form.name.trimmed, kind: form.kind, measure: form.measure.trimmed, thresholds: thresholds,
      frequency: form.frequency, startsOn: form.startsOn ?? today)
    (details.dataSource, details.method) = (form.dataSource.trimmed, form.method.trimmed)
    details.owner = form.owner.trimmed
    return (details, risks)
  }

  private func linked(
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
    return found
  }
}

extension IndicatorForm {
  /// The form of a stored indicator; `risks` are the references its editor may see.
  public init(_ indicator: Indicator, unitCode: String, risks: [String]) {
    let details = indicator.details
    (self.unitCode, name, kind, measure) = (unitCode, details.name, details.kind, details.measure)
    direction = details.thresholds.direction
    green = TurkishNumber.text(details.thresholds.green)
    yellow = TurkishNumber.text(details.thresholds.yellow)
    red = details.thresholds.red.map { TurkishNumber.text($0) } ?? ""
    (frequency, startsOn) = (details.frequency, details.startsOn)
    (dataSource, method, owner) = (details.dataSource, details.method, details.owner)
    self.risks = risks
  }

  init(_ template: IndicatorTemplate, unitCode: String?) {
    (self.unitCode, name, measure) = (unitCode ?? template.unitCode, template.name.turkish, template.measure)
    direction = IndicatorDirection(rawValue: template.direction.rawValue) ?? .lower
    frequency = IndicatorFrequency(rawValue: template.frequency.rawValue) ?? .monthly
    green = TurkishNumber.text(template.green)
    yellow = TurkishNumber.text(template.yellow)
    red = template.red.map { TurkishNumber.text($0) } ?? ""
    (dataSource, method) = (template.dataSource, template.method)
  }

  var textProblems: [FieldProblem] {
    var problems: [FieldProblem] = []
    if name.trimmed.isEmpty {
      problems.append(FieldProblem("name", Localized("Göstergenin adını yazın.", "Enter the name of the indicator.")))
    }
    let texts = [
      ("name", name), ("measure", measure), ("dataSource", dataSource), ("method", method), ("owner", owner),
    ]
    for (field, text) in texts where text.utf8.count > 2000 {
      problems.append(
        FieldProblem(
          field, Localized("Metin çok uzun (en çok 2.000 bayt).", "The text is too long (at most 2,000 bytes).")))
    }
    return problems
  }

  func thresholds(_ problems: inout [FieldProblem]) -> IndicatorThresholds? {
    let green = number("green", self.green, &problems)
    let yellow = number("yellow", self.yellow, &problems)
    let red = direction == .target && !self.red.trimmed.isEmpty ? number("red", self.red, &problems) : nil
    guard let green, let yellow else { return nil }
    let thresholds = IndicatorThresholds(direction, green: green, yellow: yellow, red: red)
    problems += thresholds.problems.map { FieldProblem($0.field, $0.message) }
    return thresholds
  }

  private func number(_ field: String, _ text: String, _ problems: inout [FieldProblem]) -> Decimal? {
    let value = ReadingNumber.parse(text)
    if value == nil { problems.append(FieldProblem(field, ReadingNumber.refusal)) }
    return value
  }
}

/// Numbers of indicators as typed: at most 18 digits in all.
enum ReadingNumber {
  static let refusal = Localized(
    "Bir sayı yazın: 12,5 (en çok 18 basamak).", "Enter a number: 12,5 (at most 18 digits).")

  static func parse(_ text: String) -> Decimal? {
    guard let value = TurkishNumber.parse(text.trimmed),
      value.description.utf8.count(where: { (0x30...0x39).contains($0) }) <= 18
    else { return nil }
    return value
  }
}

extension Indicator {
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)] {
    let limits = details.thresholds
    return [
      ("unit", Localized("Birim", "Unit"), tree.units[details.unitID]?.code ?? ""),
      ("name", Localized("Gösterge", "Indicator"), details.name),
      ("kind", Localized("Türü", "Kind"), details.kind.short),
      ("measure", Localized("Ölçü birimi", "Unit of measure"), details.measure),
      ("direction", Localized("Yönü", "Direction"), limits.direction.name.turkish),
      ("green", Localized("Yeşil eşik", "Green threshold"), TurkishNumber.text(limits.green)),
      ("yellow", Localized("Sarı eşik", "Yellow threshold"), TurkishNumber.text(limits.yellow)),
      ("red", Localized("Kırmızı sapma", "Red deviation"), limits.red.map { TurkishNumber.text($0) } ?? ""),
      ("frequency", Localized("Ölçüm sıklığı", "Frequency"), details.frequency.name.turkish),
      ("startsOn", Localized("İlk ölçüm günü", "First day"), details.startsOn.turkish),
      ("dataSource", Localized("Veri kaynağı", "Data source"), details.dataSource),
      ("method", Localized("Hesaplama yöntemi", "Method"), details.method),
      ("owner", Localized("Sorumlu", "Owner"), details.owner),
      ("risks", Localized("Bağlı risk sayısı", "Linked risks"), String(risks.count)),
      ("retiredOn", Localized("Kapanış", "Closed on"), retiredOn?.turkish ?? ""),
    ]
  }
}
