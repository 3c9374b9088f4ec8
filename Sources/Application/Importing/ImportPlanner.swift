import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// Makes the plan of an import from a file and the store, collecting every problem. Writes nothing.
struct ImportPlanner {
  let app: App
  let access: Access
  let options: ImportOptions
  let own: Methodology
  let connection: Connection
  let words: RiskWords
  private var reader: RowReader
  private var units: UnitBook
  private var givenNumbers: [String: Int] = [:]
  private var lastSuffixes: [String: Int] = [:]
  private var seen: Set<String> = []
  private var keptNames: Set<String> = []
  private var sharing: [String: [String: Risk]] = [:]

  init(app: App, access: Access, options: ImportOptions, _ connection: Connection) throws {
    (self.app, self.access, self.options, self.connection) = (app, access, options, connection)
    own = try app.methodology(connection, on: app.today)
    words = RiskWords(dataFolder: app.dataFolder)
    reader = RowReader(words: words)
    units = UnitBook(Array(access.tree.units.values).sorted { $0.id < $1.id }, choices: options.unitChoices)
  }

  mutating func plan(_ workbook: Workbook) throws -> ImportPlan {
    let forms = workbook.sheets.filter { !$0.isHidden && !options.excludedSheets.contains($0.name) }
      .map { SheetForm($0, corrections: options.columns) }
    reader.problems += workbook.diagnostics.filter { $0.severity != .note }
    reader.notes += workbook.diagnostics.filter { $0.severity == .note }
    let rows = forms.flatMap { reader.read($0) }
    explainMissing(forms, rows, workbook)
    let choice = MethodChoice(
      for: rows, own: own, told: try told(), known: app.rules.methodologies(on: app.today))
    if let note = choice.note { self.note(workbook.file, "methodology-recognised", note) }
    let repeated = Set(Dictionary(grouping: rows, by: { $0[.reference] }).filter { $0.value.count > 1 }.keys)
    let steps = try rows.compactMap { try step($0, choice.methodology, repeated) }
    reportUnits(workbook.file)
    return ImportPlan(
      forms: forms, methodology: choice.methodology, units: units, steps: steps, problems: reader.problems,
      notes: reader.notes)
  }

  private func told() throws -> Methodology? {
    guard let id = options.methodologyID, !id.isEmpty else { return nil }
    guard let found = app.rules.methodology(id, on: app.today) else {
      let near = nearest(to: id, among: app.rules.methodologyIDs).map { " «\($0)» mı demek istediniz?" } ?? ""
      throw Problem(
        .invalid, Localized("«\(id)» diye bir yöntem yok.\(near)", "There is no methodology «\(id)»."),
        fields: [FieldProblem("methodology", Localized("Bilinen bir yöntem seçin.", "Choose a known methodology."))])
    }
    return found
  }

  private mutating func explainMissing(_ forms: [SheetForm], _ rows: [FormRow], _ workbook: Workbook) {
    for form in forms where form.headerRow == nil && !ExportList.sheetNames.contains(form.name) {
      note(
        form.name, "no-header",
        Localized(
          "sayfada risk kaydı başlığı bulunamadı; sayfa alınmadı",
          "no header of a risk register was found on the sheet; it was left out"),
        Localized(
          "Başlık satırında «Tespit Edilen Risk» ya da «Referans No» sütunu olmalı",
          "The header must have a column «Tespit Edilen Risk» or «Referans No»"))
    }
    for form in forms {
      for row in form.scoresWithoutRisk {
        reader.notes.append(
          Diagnostic(
            .note, at: form.sheet.place(of: row, column: form.column(.statement) ?? 1), code: "row-without-risk",
            text: Localized(
              "satırda etki ve olasılık var, risk metni yok; satır alınmadı",
              "the row has impact and likelihood but no risk; it was left out"),
            advice: Localized("Bir riskse metnini yazın", "Write the text if it is a risk")))
      }
    }
    if rows.isEmpty {
      reader.problems.append(
        Diagnostic(
          .error, at: .file(workbook.file), code: "no-rows",
          text: Localized("dosyada alınacak risk satırı yok", "the file has no row of a risk"),
          advice: Localized(
            "Başlık satırını ve sütun adlarını denetleyin", "Check the header row and the names of the columns")))
    }
  }

  private mutating func step(
    _ read: FormRow, _ methodology: Methodology, _ repeated: Set<String>
  ) throws -> ImportPlan.Step? {
    let declared = read[.reference]
    let existing = try existing(read, isRepeated: repeated.contains(declared))
    guard let unit = unit(read, existing) else { return nil }
    guard try isAllowed(read, unit, existing) else { return nil }
    let reference = try existing?.reference ?? freshReference(declared, unit)
    guard seen.insert(reference).inserted else {
      reader.report(
        .error, read, .reference, "repeated-row",
        Localized(
          "«\(reference)» dosyada ikinci kez geçiyor ve aynı riski gösteriyor",
          "«\(reference)» comes a second time and means the same risk"),
        Localized("Satırlardan birini silin", "Delete one of the rows"))
      return nil
    }
    let method = try method(read, methodology)
    let (input, judgement) = judge(read, existing, method)
    let details = details(read, unit, existing, judgement, sourceReference: reference == declared ? "" : declared)
    for field in details.tooLong.compactMap({ FormField(rawValue: $0) }) where read.has(field) {
      reader.report(
        .error, read, field, "too-long",
        Localized(
          "\(field.header) çok uzun (en çok 8.000 bayt)", "«\(field.header)» is too long (at most 8,000 bytes)"),
        Localized("Metni kısaltın", "Shorten the text"))
    }
    let tree = access.tree
    let changed = existing.map { $0.details.differences(to: details, tree).map(\.field) } ?? []
    let isNew = try input.map { try isNews($0, for: existing, method) } ?? false
    let wanted = isNew ? try input.map { try explained($0, read, existing, method) } : nil
    return ImportPlan.Step(
      read: read, unit: unit, existing: existing, reference: reference, details: details,
      input: wanted, judgement: judgement, methodology: method,
      changedFields: isNew && existing != nil ? changed + ["assessment"] : changed)
  }

  /// The unit a row belongs to. A risk that is already registered stays in its unit where the file's name for it is not
  /// known: an unknown name is no reason to move a risk.
  private mutating func unit(_ read: FormRow, _ existing: Risk?) -> UnitBook.Entry? {
    let question = UnitBook.Question(
      name: read.has(.unit) ? read[.unit] : read.form.sheet.name.isEmpty ? "" : read.form.unitText,
      code: read.has(.unitCode) ? read[.unitCode] : read.form.unitCode, reference: read[.reference],
      current: existing?.details.unitID)
    if let unit = question.current.flatMap({ access.tree.units[$0] }), !units.knows(question) {
      noteKept(unit, read, question.name)
      return .existing(unit)
    }
    let field: FormField = read.has(.unit) ? .unit : .reference
    switch units.answer(question) {
    case .entry(let entry): return entry
    case .ambiguous(let named):
      let codes = named.map(\.code).sorted(by: TurkishText.precedes).joined(separator: ", ")
      reader.report(
        .error, read, field, "ambiguous-unit",
        Localized(
          "«\(question.name)» adında birden çok birim var: \(codes)",
          "more than one unit is called «\(question.name)»: \(codes)"),
        Localized("«Birim Kodu» sütunu ekleyin", "Add a column «Birim Kodu»"))
    case .unknown:
      reader.report(
        .error, read, field, "no-unit", Localized("satırın birimi belli değil", "the unit of the row is not known"),
        Localized(
          "«Birim» sütunu ekleyin ya da referans numarasını MH.RA.0001 biçiminde yazın",
          "Add a column «Birim» or write the reference like MH.RA.0001"))
    }
    return nil
  }

  private mutating func noteKept(_ unit: Unit, _ read: FormRow, _ name: String) {
    let isOther = !name.isEmpty && Unit.matchKey(name) != Unit.matchKey(unit.name)
    guard isOther, keptNames.insert(name).inserted else { return }
    note(
      read.form.name, "unit-kept",
      Localized(
        "«\(name)» adlı bir birim yok; kayıtlı riskleri «\(unit.name)» biriminde kalır",
        "there is no unit «\(name)»; its registered risks stay in «\(unit.name)»"),
      Localized("Riskler taşınacaksa önce birimi ekleyin", "Add the unit first if the risks are to move"))
  }

  /// The risk a row speaks of: by reference number; where the file uses one number for several rows, by number and text.
  private mutating func existing(_ read: FormRow, isRepeated: Bool) throws -> Risk? {
    let reference = read[.reference]
    guard !reference.isEmpty else { return nil }
    if isRepeated {
      return try risks(under: reference)[TurkishText.fold(read[.statement])]
    }
    return try RiskTable.find(reference: reference, connection)
  }

  /// The risks that came in under one number of a file, by their folded texts; read once for all rows of that number.
  private mutating func risks(under reference: String) throws -> [String: Risk] {
    if let known = sharing[reference] { return known }
    let own = try RiskTable.find(reference: reference, connection).map { [$0] } ?? []
    let all = try RiskTable.find(sourceReference: reference, connection) + own
    let found = Dictionary(all.map { (TurkishText.fold($0.details.statement), $0) }) { first, _ in first }
    sharing[reference] = found
    return found
  }

  private mutating func isAllowed(_ read: FormRow, _ unit: UnitBook.Entry, _ existing: Risk?) throws -> Bool {
    let scope = access.scope(.importRegister)
    let isUnitAllowed = if case .existing(let unit) = unit { scope.contains(unit.id) } else { scope == .all }
    let isRiskAllowed = existing.map { scope.contains($0.details.unitID) } ?? true
    guard isUnitAllowed, isRiskAllowed else {
      reader.report(
        .error, read, .reference, "not-allowed",
        Localized("bu birimin kaydını değiştirme yetkiniz yok", "you may not change the register of this unit"),
        Localized("Yalnızca kendi biriminizin satırlarını bırakın", "Leave only the rows of your own unit"))
      return false
    }
    if let existing, existing.retiredOn != nil {
      reader.report(
        .error, read, .reference, "retired",
        Localized(
          "«\(existing.reference)» etkin kayıttan çıkarılmış", "«\(existing.reference)» is off the active register"),
        Localized("Önce riski geri alın ya da satırı silin", "Take the risk back first or delete the row"))
      return false
    }
    return true
  }

  private mutating func freshReference(_ declared: String, _ unit: UnitBook.Entry) throws -> String {
    if !declared.isEmpty {
      if !seen.contains(declared), try RiskTable.find(reference: declared, connection) == nil { return declared }
      var number = lastSuffixes[declared] ?? 2
      defer { lastSuffixes[declared] = number }
      while try seen.contains("\(declared)/\(number)")
        || RiskTable.find(reference: "\(declared)/\(number)", connection) != nil
      {
        number += 1
      }
      return "\(declared)/\(number)"
    }
    let code = units.code(of: unit)
    var number = givenNumbers[code] ?? 0
    var text: String
    repeat {
      number += 1
      text = ReferenceNumber.text(unitCode: code, number: number)
    } while try seen.contains(text) || RiskTable.find(reference: text, connection) != nil
    givenNumbers[code] = number
    return text
  }

  private mutating func method(_ read: FormRow, _ methodology: Methodology) throws -> Methodology {
    let id = read[.methodology]
    if id.isEmpty { return methodology }
    if let found = app.rules.methodology(id, on: app.today) { return found }
    reader.report(
      .error, read, .methodology, "unknown-methodology",
      Localized("«\(id)» diye bir yöntem yok", "there is no methodology «\(id)»"),
      Localized(
        app.rules.methodologyIDs.joined(separator: ", ") + " yöntemlerinden birini yazın",
        "Write one of " + app.rules.methodologyIDs.joined(separator: ", ")))
    return methodology
  }

  private mutating func judge(
    _ read: FormRow, _ existing: Risk?, _ methodology: Methodology
  ) -> (AssessmentInput?, Judgement?) {
    guard let inherent = read.inherent else {
      if existing == nil || existing?.currentAssessmentID == nil, read.declaredScore != nil {
        reader.notes.append(
          Diagnostic(
            .note, at: read.place(.score), code: "declared-only",
            text: Localized(
              "etki ve olasılık yok; risk «henüz değerlendirilmedi» olarak gelir, dosyadaki puan saklanır",
              "no impact and likelihood; the risk comes in as not assessed, the file's score is kept")))
      }
      return (nil, nil)
    }
    let wanted = AssessmentInput(
      inherent: inherent, residual: read.residual, target: read.target, reason: read[.reason],
      assessedOn: read.assessedOn)
    let judgement = Judgement(wanted, under: methodology, on: read.assessedOn ?? app.today, explained: false)
    for problem in judgement.problems {
      reader.problems.append(
        Diagnostic(
          .error, at: read.place(RowFields.field(problem.field)), code: "bad-value",
          text: problem.message.droppingFullStop, advice: Localized("Değeri düzeltin", "Correct the value")))
    }
    for caution in judgement.cautions {
      reader.problems.append(
        Diagnostic(
          .warning, at: read.place(RowFields.field("residual-likelihood")), code: caution.code,
          text: caution.message.droppingFullStop,
          advice: Localized("Değerleri gözden geçirin", "Look at the values again")))
    }
    if let day = read.assessedOn, day > app.today {
      reader.report(
        .error, read, .assessedOn, "future-day",
        Localized("değerlendirme günü gelecekte", "the day of the assessment is in the future"),
        Localized("Günü düzeltin", "Correct the day"))
    }
    compare(read, judgement)
    return (wanted, judgement)
  }

  /// Says where the file's own score or level disagrees with the rules.
  private mutating func compare(_ read: FormRow, _ judgement: Judgement) {
    guard let score = judgement.inherent else { return }
    let checksScore = read.has(.score) && !read.has(.declaredScore)
    if checksScore, let declared = read.declaredScore, let value = score.value, declared != value {
      reader.report(
        .warning, read, .score, "score-differs",
        Localized(
          "dosyadaki puan \(declared), kurallara göre \(value)", "the file says \(declared), the rules give \(value)"),
        Localized(
          "Kurallara göre bulunan puan alınır; dosyadaki puan riskin yanında saklanır",
          "The score of the rules is taken; that of the file is kept beside the risk"))
    }
    if let residual = judgement.residual?.value, let declared = read.residualScore, declared != residual {
      reader.report(
        .warning, read, .residualScore, "score-differs",
        Localized(
          "dosyadaki artık puan \(declared), kurallara göre \(residual)",
          "the file says \(declared) for the residual score, the rules give \(residual)"),
        Localized("Kurallara göre bulunan puan alınır", "The score of the rules is taken"))
    }
    let word = read[.level]
    if !word.isEmpty, FormField.key(word) != FormField.key(score.level.name.turkish) {
      reader.report(
        .warning, read, .level, "level-differs",
        Localized(
          "dosyadaki düzey «\(word)», kurallara göre «\(score.level.name.turkish)»",
          "the file says level «\(word)», the rules give «\(score.level.name.english)»"),
        Localized("Kurallara göre bulunan düzey alınır", "The level of the rules is taken")
      )
    }
    if let column = read.form.column(.score), case .uncachedFormula = read.row[column] {
      reader.notes.append(
        Diagnostic(
          .note, at: read.place(.score), code: "recomputed",
          text: Localized(
            "hesaplanmamış formül; puan kurallara göre yeniden hesaplandı",
            "formula without a value; the score was worked out by the rules")))
    }
  }

  /// `input` with the reason of the run where the row has none and departs from what the controls suggest; a problem
  /// where neither says why.
  private mutating func explained(
    _ input: AssessmentInput, _ read: FormRow, _ existing: Risk?, _ methodology: Methodology
  ) throws -> AssessmentInput {
    guard let existing, input.reason.trimmed.isEmpty,
      let suggested = try app.departure(of: input, existing, methodology, access, connection)
    else { return input }
    var explained = input
    explained.reason = String(options.reason.tidy.prefix(2000))
    if explained.reason.isEmpty {
      reader.report(
        .error, read, .residualLikelihood, ImportPreview.reasonMissing,
        Localized(
          "artık risk kontrollerin önerdiğinden (\(suggested.text)) farklı, gerekçesi yok",
          "the residual risk differs from what the controls suggest (\(suggested.text)) and no reason is given"),
        Localized(
          "«\(FormField.reason.header)» sütununa yazın ya da bu aktarım için bir gerekçe verin",
          "Write it into «\(FormField.reason.header)» or give a reason for this import"))
    }
    return explained
  }

  /// Whether `input` says something that the risk's current assessment does not.
  private func isNews(_ input: AssessmentInput, for risk: Risk?, _ methodology: Methodology) throws -> Bool {
    guard let id = risk?.currentAssessmentID, let current = try AssessmentTable.find(id, connection) else {
      return true
    }
    func same(_ pair: JudgedPair?, _ wanted: ScoreInput?) -> Bool {
      guard let wanted else { return true }
      guard let pair, pair.likelihood == wanted.likelihood else { return false }
      switch wanted.impact {
      case .overall(let impact): return pair.impact == impact
      case .dimensions(let values): return pair.impactByDimension == values
      }
    }
    return
      !(current.methodologyID == methodology.id && same(current.inherent, input.inherent)
      && same(current.residual, input.residual) && same(current.target, input.target))
  }

  private mutating func reportUnits(_ file: String) {
    guard !options.createsUnits else { return }
    for unit in units.proposed {
      reader.problems.append(
        Diagnostic(
          .error, at: .file(file), code: "unknown-unit",
          text: Localized(
            "«\(unit.name)» diye bir birim yok (\(unit.rowCount) satır)",
            "there is no unit «\(unit.name)» (\(unit.rowCount) rows)"),
          advice: unit.nearestCode.map {
            Localized("Var olan «\($0)» birimine bağlayın ya da birimi ekleyin", "Map it to «\($0)» or add the unit")
          } ?? Localized("Önce birimi ekleyin", "Add the unit first")))
    }
  }

  private mutating func note(
    _ place: String, _ code: String, _ text: Localized, _ advice: Localized = Localized("", "")
  ) {
    reader.notes.append(Diagnostic(.note, at: .file(place), code: code, text: text, advice: advice))
  }
}
