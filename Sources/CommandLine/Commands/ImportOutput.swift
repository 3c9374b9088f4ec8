import GuvenceApplication
import GuvenceCore

/// What an import would do or did, as text and JSON.
enum ImportOutput {
  static func print(_ preview: ImportPreview, _ call: Invocation) {
    if call.wantsJSON {
      call.answer(json(preview, call.language))
      return
    }
    say(preview.problems, preview.notes, call)
    guard preview.mayConfirm else {
      call.console.error(
        Localized("guvence: dosya hatalı, hiçbir satır alınmadı", "guvence: the file is wrong, no row was taken")(
          call.language))
      return
    }
    for unit in preview.proposedUnits { say(unit, call) }
    say(preview.rows.filter { $0.action != .unchanged }, call)
    let counts = (preview.createdCount, preview.updatedCount, preview.unchangedCount)
    call.say(
      Localized(
        "Deneme: \(counts.0) yeni, \(counts.1) değişen, \(counts.2) aynı; hiçbir şey yazılmadı.",
        "Dry run: \(counts.0) new, \(counts.1) changed, \(counts.2) the same; nothing was written."))
  }

  static func print(_ result: ImportResult, _ preview: ImportPreview, _ call: Invocation) {
    if call.wantsJSON {
      call.answer(json(result, preview, call.language))
      return
    }
    say(preview.problems, preview.notes, call)
    call.say(
      Localized(
        "\(result.created) risk eklendi, \(result.updated) risk değişti, \(result.unchanged) satır aynı; "
          + "\(result.unitsCreated) birim oluşturuldu.",
        "\(result.created) risks added, \(result.updated) changed, \(result.unchanged) rows the same; "
          + "\(result.unitsCreated) units made."))
    guard result.notAssessed > 0 else { return }
    call.say(
      Localized(
        "\(result.notAssessed) risk henüz değerlendirilmedi.", "\(result.notAssessed) risks are not yet assessed."))
  }

  /// The answer for a file that is not taken at all.
  static func json(_ refusal: Diagnostic) -> JSON {
    .members(["created": 0, "updated": 0, "unchanged": 0, "problems": .array([.finding(refusal)]), "notes": .array([])])
  }

  private static func json(_ preview: ImportPreview, _ language: Language) -> JSON {
    .members([
      "dryRun": true, "created": .count(preview.mayConfirm ? preview.createdCount : 0),
      "updated": .count(preview.mayConfirm ? preview.updatedCount : 0), "unchanged": .count(preview.unchangedCount),
      "methodology": .text(preview.methodology.id), "sheets": .array(preview.sheets.map(json)),
      "units": .array(
        preview.proposedUnits.map {
          .members([
            "key": .text($0.key), "code": .text($0.code), "name": .text($0.name), "rows": .count($0.rowCount),
            "nearest": .optional($0.nearestCode),
          ])
        }),
      "rows": .array(preview.rows.map { json($0, language) }),
      "problems": .array(preview.problems.map { JSON.finding($0, language) }),
      "notes": .array(preview.notes.map { JSON.finding($0, language) }),
    ])
  }

  private static func json(_ result: ImportResult, _ preview: ImportPreview, _ language: Language) -> JSON {
    .members([
      "dryRun": false, "created": .count(result.created), "updated": .count(result.updated),
      "unchanged": .count(result.unchanged), "unitsCreated": .count(result.unitsCreated),
      "notAssessed": .count(result.notAssessed), "methodology": .text(preview.methodology.id),
      "problems": .array(preview.problems.map { JSON.finding($0, language) }),
      "notes": .array(preview.notes.map { JSON.finding($0, language) }),
    ])
  }

  private static func json(_ sheet: SheetMapping) -> JSON {
    .members([
      "sheet": .text(sheet.sheet), "headerRow": .optional(sheet.headerRow), "unit": .text(sheet.unitText),
      "columns": .array(
        sheet.columns.map {
          .members(["letter": .text($0.letter), "header": .text($0.header), "field": .optional($0.field)])
        }),
    ])
  }

  private static func json(_ row: ImportRow, _ language: Language) -> JSON {
    .members([
      "sheet": .text(row.sheet), "row": .count(row.row), "action": .text(row.action.rawValue),
      "reference": .text(row.reference), "unit": .text(row.unitCode), "statement": .text(row.statement),
      "score": .optional(row.pair?.score), "level": .optional(row.level?.name(language)),
      "declaredScore": .optional(row.declaredScore), "declaredLevel": .text(row.declaredLevel),
      "changes": .array(row.changedFields.map(JSON.text)),
    ])
  }

  /// Problems one by one; notes once per kind, with how often.
  private static func say(_ problems: [Diagnostic], _ notes: [Diagnostic], _ call: Invocation) {
    for finding in problems { call.say(finding.rendered(in: call.language)) }
    var said: Set<String> = []
    for note in notes where said.insert(note.code).inserted {
      let count = notes.count { $0.code == note.code }
      call.say(note.rendered(in: call.language) + (count > 1 ? " ×\(count)" : ""))
    }
  }

  private static func say(_ unit: ProposedUnit, _ call: Invocation) {
    let near = unit.nearestCode.map { Localized("; yakını \($0)", "; near \($0)")(call.language) } ?? ""
    call.say(
      Localized(
        "Yeni birim: \(unit.code) \(unit.name), \(unit.rowCount) satır [\(unit.key)]\(near)",
        "New unit: \(unit.code) \(unit.name), \(unit.rowCount) rows [\(unit.key)]\(near)"))
  }

  private static func say(_ rows: [ImportRow], _ call: Invocation) {
    guard !rows.isEmpty else { return }
    call.say(
      [
        Localized("İşlem", "Action"), Localized("Referans", "Reference"), Localized("Puan", "Score"),
        Localized("Düzey", "Level"), Localized("Risk", "Risk"),
      ],
      rows.map { row in
        [
          row.action == .create
            ? Localized("yeni", "new")(call.language) : Localized("değişir", "changes")(call.language),
          row.reference, row.pair?.score.map(String.init) ?? "–",
          row.level?.name(call.language) ?? RiskOutput.notAssessed(call.language), shortened(row.statement, to: 56),
        ]
      }, numbers: [2])
  }
}
