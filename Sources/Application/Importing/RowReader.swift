import Foundation
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules

/// One row of a file, typed but not yet compared with the store.
struct FormRow {
  let form: SheetForm
  let row: Row
  var texts: [FormField: String] = [:]
  var inherent: ScoreInput?
  var residual: ScoreInput?
  var target: ScoreInput?
  var declaredScore: Int?
  var residualScore: Int?
  var startedOn: Day?
  var assessedOn: Day?
  var change: ChangeDirection?
  var response: RiskResponse?
  var controls = ""
  var source: RiskSource?
  var isKeyRisk = false
  var kind = RiskKind.threat

  /// The text of `field`; empty where the file has no such column.
  subscript(_ field: FormField) -> String { texts[field] ?? "" }
  /// Whether the file has a column for `field`.
  func has(_ field: FormField) -> Bool { form.column(field) != nil }
  /// Where `field` stands.
  func place(_ field: FormField) -> Diagnostic.Place { form.sheet.place(of: row, column: form.column(field) ?? 1) }
}

/// Reads the rows of one sheet, collecting every problem by cell.
struct RowReader {
  let words: RiskWords
  var problems: [Diagnostic] = []
  var notes: [Diagnostic] = []
  private var noted: Set<String> = []

  init(words: RiskWords) { self.words = words }

  mutating func read(_ form: SheetForm) -> [FormRow] { form.rows.map { read($0, form) } }

  private mutating func read(_ row: Row, _ form: SheetForm) -> FormRow {
    var read = FormRow(form: form, row: row)
    for (column, field) in form.fields { read.texts[field] = row.text(column).trimmed }
    if read[.statement].isEmpty {
      report(
        .error, read, .statement, "empty-statement", Localized("risk metni boş", "the text of the risk is empty"),
        Localized("Riski yazın ya da satırı silin", "Write the risk or delete the row"))
    }
    read.inherent = pair(read, .likelihood, .impact, .impactDimensions)
    read.residual = pair(read, .residualLikelihood, .residualImpact, .residualDimensions)
    read.target = pair(read, .targetLikelihood, .targetImpact, .targetDimensions)
    read.declaredScore = number(read, .declaredScore) ?? number(read, .score)
    read.residualScore = number(read, .residualScore)
    read.startedOn = day(read, .startedOn)
    read.assessedOn = day(read, .assessedOn)
    readWords(&read)
    return read
  }

  private mutating func readWords(_ read: inout FormRow) {
    let (response, controls) = RiskResponse.split(read[.controls])
    (read.response, read.controls) = (response, controls)
    if !read[.response].isEmpty {
      read.response = RiskResponse(word: read[.response])
      if read.response == nil {
        report(
          .error, read, .response, "unknown-response",
          Localized("«\(read[.response])» bilinen bir cevap değil", "«\(read[.response])» is no known response"),
          Localized(
            RiskResponse.allCases.map(\.name.turkish).joined(separator: ", ") + " sözcüklerinden birini yazın",
            "Write one of " + RiskResponse.allCases.map(\.name.turkish).joined(separator: ", ")))
      }
    }
    if !read[.change].isEmpty {
      read.change = ChangeDirection(word: read[.change])
      if read.change == nil {
        report(
          .warning, read, .change, "unknown-change",
          Localized(
            "«\(read[.change])» bir değişim yönü değil; boş sayıldı",
            "«\(read[.change])» is no direction of change; taken as empty"),
          Localized("Yeni, ↑, ↓ veya ↔ yazın", "Write Yeni, ↑, ↓ or ↔"))
      }
    }
    switch TurkishText.fold(read[.source]) {
    case "ic", "internal": read.source = .internal
    case "dis", "external": read.source = .external
    case "": read.source = nil
    default:
      report(
        .warning, read, .source, "unknown-source",
        Localized(
          "«\(read[.source])» iç ya da dış değil; boş sayıldı",
          "«\(read[.source])» is neither internal nor external; taken as empty"),
        Localized("İç veya Dış yazın", "Write İç (internal) or Dış (external)"))
    }
    if !read[.kind].isEmpty {
      if let kind = RiskKind(word: read[.kind]) {
        read.kind = kind
      } else {
        report(
          .warning, read, .kind, "unknown-kind",
          Localized(
            "«\(read[.kind])» tehdit ya da fırsat değil; tehdit sayıldı",
            "«\(read[.kind])» is neither threat nor opportunity; taken as a threat"),
          Localized("Tehdit veya Fırsat yazın", "Write Tehdit (threat) or Fırsat (opportunity)"))
      }
    }
    note(read, .controllability, words.controllability)
    note(read, .identificationMethod, words.identificationMethods)
    read.isKeyRisk = ["evet", "x", "true", "1"].contains(TurkishText.fold(read[.keyRisk]))
  }

  /// Says where a column holds a word that the catalogue does not have; it is kept as it is.
  private mutating func note(_ read: FormRow, _ field: FormField, _ words: RiskWords.List) {
    guard !read[field].isEmpty, !words.knows(read[field]), noted.insert(read[field]).inserted else { return }
    notes.append(
      Diagnostic(
        .note, at: read.place(field), code: "unknown-word",
        text: Localized(
          "«\(read[field])» katalogda yok; yazıldığı gibi saklanır",
          "«\(read[field])» is not in the catalogue; it is kept as written"),
        advice: Localized("Bilinen sözcükler: \(words.names)", "Known words: \(words.names)")))
  }

  /// Both factors, or neither; one alone is a problem.
  private mutating func pair(
    _ read: FormRow, _ likelihood: FormField, _ impact: FormField, _ dimensions: FormField
  ) -> ScoreInput? {
    let (first, second) = (number(read, likelihood), number(read, impact))
    if let first, let second {
      let byDimension = self.dimensions(read, dimensions)
      return byDimension.isEmpty
        ? ScoreInput(likelihood: first, impact: second) : ScoreInput(likelihood: first, dimensions: byDimension)
    }
    let texts = (read[likelihood], read[impact])
    if (first == nil) != (second == nil), texts.0.isEmpty != texts.1.isEmpty {
      let missing = first == nil ? likelihood : impact
      report(
        .error, read, missing, "half-pair",
        Localized("\(missing.header) boş, öteki değer dolu", "«\(missing.header)» is empty and its other half is not"),
        Localized("İkisini de yazın ya da ikisini de boş bırakın", "Fill in both or leave both empty"))
    }
    return nil
  }

  /// Impacts by dimension as our own export writes them: `financial=3; reputation=4`.
  private mutating func dimensions(_ read: FormRow, _ field: FormField) -> [String: Int] {
    var values: [String: Int] = [:]
    for entry in read[field].split(separator: ";") {
      let parts = entry.split(separator: "=").map { String($0).trimmed }
      guard parts.count == 2, let value = Int(parts[1]), values.updateValue(value, forKey: parts[0]) == nil else {
        report(
          .error, read, field, "bad-dimensions",
          Localized(
            "etki boyutları okunamadı: «\(read[field])»",
            "the dimensions of the impact cannot be read: «\(read[field])»"),
          Localized(
            "«mali=3; itibar=4» gibi yazın ya da boş bırakın",
            "Write them like «mali=3; itibar=4» or leave the cell empty"))
        return [:]
      }
    }
    return values
  }

  private mutating func number(_ read: FormRow, _ field: FormField) -> Int? {
    guard let column = read.form.column(field) else { return nil }
    let decimal: Decimal?
    switch read.row[column] {
    case .empty: return nil
    case .uncachedFormula: return nil
    case .number(let value): decimal = value
    default: decimal = TurkishNumber.parse(read[field])
    }
    guard let decimal else {
      if ["", "-", "–", "?", "—"].contains(read[field]) { return nil }
      report(
        .error, read, field, "not-a-number",
        Localized(
          "\(field.header) sayı değil: «\(read[field])»", "«\(field.header)» is not a number: «\(read[field])»"),
        Localized("Tam sayı yazın ya da boş bırakın", "Write a whole number or leave the cell empty"))
      return nil
    }
    let rounded = RowReader.roundedHalfUp(decimal)
    guard let whole = Int("\(rounded)"), whole >= 0, whole <= 10_000 else {
      report(
        .error, read, field, "out-of-range",
        Localized(
          "\(field.header) beklenen aralıkta değil: «\(read[field])»",
          "«\(field.header)» is out of range: «\(read[field])»"),
        Localized("Ölçekteki bir değeri yazın", "Write a value of the scale"))
      return nil
    }
    if rounded != decimal {
      report(
        .warning, read, field, "rounded",
        Localized(
          "\(field.header) ondalıklı: «\(read[field])» → \(whole) (yarımlar yukarı)",
          "«\(field.header)» has decimals: «\(read[field])» → \(whole) (halves up)"),
        Localized("Oylama ortalamasıysa bir şey yapmanız gerekmez", "Nothing to do where it is the mean of a vote"))
    }
    return whole
  }

  /// A mean of votes as a value of the scale: to the nearest whole number, halves up, as the shipped methodologies say.
  private static func roundedHalfUp(_ decimal: Decimal) -> Decimal {
    var (value, rounded) = (decimal + Decimal(sign: .plus, exponent: -1, significand: 5), Decimal())
    NSDecimalRound(&rounded, &value, 0, .down)
    return rounded
  }

  private mutating func day(_ read: FormRow, _ field: FormField) -> Day? {
    guard let column = read.form.column(field) else { return nil }
    if case .day(let day) = read.row[column] { return day }
    let text = read[field]
    if text.isEmpty || text == "-" || text == "–" { return nil }
    if let day = TurkishDate.parse(text) { return day }
    report(
      .error, read, field, "not-a-day",
      Localized("\(field.header) bir gün değil: «\(text)»", "«\(field.header)» is not a day: «\(text)»"),
      Localized("15.01.2026 gibi yazın", "Write it like 15.01.2026"))
    return nil
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ read: FormRow, _ field: FormField, _ code: String, _ text: Localized,
    _ advice: Localized
  ) {
    problems.append(Diagnostic(severity, at: read.place(field), code: code, text: text, advice: advice))
  }
}
