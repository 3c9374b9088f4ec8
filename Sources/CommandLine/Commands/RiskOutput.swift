import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceReporting
import GuvenceRules

/// Risks as text; as JSON in `RiskJSON.swift`.
enum RiskOutput {
  static let notAssessed = Localized("değerlendirilmedi", "not assessed")

  static func say(_ rows: [RegisterRow], _ call: Invocation) {
    call.say(
      [
        Localized("Referans", "Reference"), Localized("Birim", "Unit"), Localized("O", "L"), Localized("E", "I"),
        Localized("Puan", "Score"), Localized("Düzey", "Level"), Localized("Yön", "Change"), Localized("Risk", "Risk"),
      ],
      rows.map { row in
        let pair = row.assessment?.effective
        return [
          row.risk.reference, row.unitCode, pair.map { String($0.likelihood) } ?? "–",
          pair.map { String($0.impact) } ?? "–", pair?.score.map(String.init) ?? "–", level(row, call.language),
          row.change.map { sign($0, call.language) } ?? "",
          shared(row, call.language) + shortened(row.risk.details.statement, to: 52),
        ]
      }, numbers: [2, 3, 4])
  }

  /// `[ortak, sorumlu: MH] ` before a risk that another unit leads, `[ortak: FEN] ` before one that others share.
  private static func shared(_ row: RegisterRow, _ language: Language) -> String {
    if row.isOfOtherUnit {
      return Localized("[ortak, sorumlu: \(row.unitCode)] ", "[shared, led by \(row.unitCode)] ")(language)
    }
    guard !row.sharedWith.isEmpty else { return "" }
    let units = row.sharedWith.joined(separator: ", ")
    return Localized("[ortak: \(units)] ", "[shared: \(units)] ")(language)
  }

  static func sayHeadline(_ page: RiskPage, _ call: Invocation) {
    let score = page.row.assessment?.effective.score.map { " \($0)" } ?? ""
    let head = "\(page.row.risk.reference)\(score) \(level(page.row, call.language))"
    for line in hanging("\(head) — ", page.row.risk.details.statement, call.width, indent: 2) { call.say(line) }
  }

  static func say(_ page: RiskPage, _ steps: [ProcessStepLine], _ call: Invocation) {
    sayHeadline(page, call)
    let placed = Localized("Süreç adımları", "Steps of processes")(call.language)
    let fields =
      (fields(page, ClassNames(page.row.risk.details, call), call.language)
      + [(label: placed, text: steps.map(text).joined(separator: "; "))]).filter { !$0.text.isEmpty }
    let column = (fields.map(\.label.count).max() ?? 0) + 4
    for (label, text) in fields {
      let head = "  " + TextLine.fitted(label, column - 2, .start)
      for line in hanging(head, TextLine.clean(text), call.width, indent: column) { call.say(line) }
    }
    for finding in page.findings {
      for line in hanging("  ! ", finding.message(call.language), call.width, indent: 4) { call.say(line) }
    }
    for remark in page.identification.remarks where remark.finding.check.level > .note {
      StatementOutput.say(remark, call)
    }
  }

  private static func fields(
    _ page: RiskPage, _ names: ClassNames, _ language: Language
  ) -> [(label: String, text: String)] {
    let details = page.row.risk.details
    let assessment = page.row.assessment
    let fields: [(Localized, String)] = [
      (Localized("Birim", "Unit"), page.unitPath.map(\.name).joined(separator: " › ")),
      (Localized("Sebep", "Cause"), details.cause), (Localized("Olay", "Event"), details.event),
      (Localized("Sonuç", "Consequence"), details.consequence),
      (Localized("Tür", "Kind"), details.kind == .threat ? "" : details.kind.name(language)),
      (Localized("Ortak birimler", "Shared with"), page.identification.shares.map(\.unitName).joined(separator: ", ")),
      (Localized("Sorumlu birim", "Leading unit"), page.identification.leadUnitCode ?? ""),
      (Localized("İlişkiler", "Relations"), relations(page, language)),
      (Localized("Kaynağı", "Adopted from"), origin(page.identification.origin, language)),
      (Localized("Stratejik hedef", "Strategic target"), details.strategicTarget),
      (Localized("Birim hedefi", "Unit objective"), details.unitObjective),
      (Localized("Süreç", "Process"), details.process), (Localized("Proje", "Project"), details.project),
      (Localized("Kategori", "Category"), names.category),
      (Localized("Kaynak", "Source"), details.source?.name(language) ?? ""),
      (Localized("Kontrol edilebilirlik", "Controllability"), names.controllability),
      (Localized("Tespit yöntemi", "Identified by"), names.identificationMethod),
      (Localized("Cevap", "Response"), details.response?.name(language) ?? ""),
      (Localized("Mevcut kontroller", "Controls"), details.controls),
      (Localized("Yeni kontroller", "Planned controls"), details.plannedControls),
      (Localized("Sahibi", "Owner"), details.owner), (Localized("Açıklama", "Notes"), details.notes),
      (Localized("Doğal risk", "Inherent risk"), text(assessment?.inherent, assessment, page, language)),
      (Localized("Artık risk", "Residual risk"), text(assessment?.residual, assessment, page, language)),
      (Localized("Hedef risk", "Target risk"), text(assessment?.target, assessment, page, language)),
      (Localized("Dosyadaki puan", "Declared score"), details.declaredScore.map(String.init) ?? ""),
      (Localized("Dosyadaki düzey", "Declared level"), details.declaredLevel),
      (Localized("Sonraki gözden geçirme", "Next review"), page.reviewOn?.turkish ?? ""),
      (
        Localized("Kayıttan çıkarma", "Retired"),
        page.row.risk.retiredOn.map { "\($0.turkish) \(page.row.risk.retireReason)" } ?? ""
      ),
    ]
    return fields.map { ($0.0(language), $0.1) }
  }

  /// `SAT-01 Doğrudan temin › 9. Tutar limit içinde mi?`.
  private static func text(_ line: ProcessStepLine) -> String {
    let number = line.stepNumber.isEmpty ? "" : line.stepNumber + ". "
    let step = line.stepName.isEmpty ? line.link.stepID : number + line.stepName
    return "\(line.record.code) \(line.record.details.name) › \(step)"
  }

  private static func relations(_ page: RiskPage, _ language: Language) -> String {
    let map = page.identification.relations
    return map.relations.map { relation in
      let isFrom = relation.fromID == page.row.risk.id
      let other = map.node(isFrom ? relation.toID : relation.fromID)?.reference ?? ""
      return "\((isFrom ? relation.kind.name : relation.kind.passiveName)(language)) \(other)"
    }.joined(separator: "; ")
  }

  private static func origin(_ line: OriginLine?, _ language: Language) -> String {
    guard let line else { return "" }
    let state =
      switch line.state {
      case .same: Localized("", "")
      case .changed: Localized(", katalogda sonradan değişti", ", changed in the catalogue since")
      case .gone: Localized(", artık katalogda yok", ", no longer in the catalogue")
      }
    let verified = line.origin.isVerified ? Localized("", "") : Localized(", doğrulanmadı", ", unverified")
    return "\(line.origin.entry) (\(line.origin.digest.prefix(12))\(verified(language)))\(state(language))"
  }

  /// `4 × 5 = 20 ● Çok yüksek`.
  private static func text(
    _ pair: JudgedPair?, _ assessment: Assessment?, _ page: RiskPage, _ language: Language
  ) -> String {
    guard let pair, let assessment else { return "" }
    let score = pair.score.map { " = \($0)" } ?? ""
    let level = page.level(of: pair, in: assessment).map { "\($0.shape) \($0.name(language))" } ?? pair.levelID
    return "\(pair.likelihood) × \(pair.impact)\(score) \(level)"
  }

  static func sayReasons(_ page: RiskPage, _ call: Invocation) {
    sayHeadline(page, call)
    var reasons = Reasons(call.language, width: call.width)
    let parts = [
      (Localized("doğal risk", "inherent risk"), page.inherentReasons),
      (Localized("artık risk", "residual risk"), page.residualReasons),
    ]
    for (title, steps) in parts where !steps.isEmpty {
      call.say(TurkishText.capitalizeFirst(title(call.language)))
      for line in reasons.lines(steps, part: title) { call.say(line) }
    }
  }

  static func sayHistory(_ page: RiskPage, _ call: Invocation) {
    sayHeadline(page, call)
    if !page.history.isEmpty {
      call.say(
        [
          Localized("Gün", "Day"), Localized("Doğal risk", "Inherent"), Localized("Artık risk", "Residual"),
          Localized("Yöntem", "Methodology"), Localized("Kaydeden", "Recorded by"), Localized("Gerekçe", "Reason"),
        ],
        page.history.map { assessment in
          [
            assessment.assessedOn.turkish, text(assessment.inherent, assessment, page, call.language),
            text(assessment.residual, assessment, page, call.language), assessment.methodologyID, assessment.recordedBy,
            assessment.reason,
          ]
        })
    }
    guard !page.journal.isEmpty else { return }
    call.say(Localized("Günlük", "Journal"))
    for line in page.journal { JournalOutput.say(line, call) }
  }

  private static func sign(_ change: ChangeDirection, _ language: Language) -> String {
    change == .new ? change.name(language) : change.sign
  }

  private static func level(_ row: RegisterRow, _ language: Language) -> String {
    row.level.map { "\($0.shape) \($0.name(language))" } ?? notAssessed(language)
  }
}

/// Names of a risk's classes as the catalogue has them; the id where it does not know it.
struct ClassNames {
  /// How far it can be managed.
  let controllability: String
  /// How it was found.
  let identificationMethod: String
  /// Its category.
  let category: String

  /// Name of a risk category; its id where the catalogue does not know it.
  static func category(_ id: String, _ call: Invocation) -> String {
    guard !id.isEmpty, let taxonomy = try? Catalogs.load(dataFolder: call.dataFolder()).taxonomy else { return id }
    return taxonomy.category(id)?.name(call.language) ?? id
  }

  init(_ details: RiskDetails, _ call: Invocation) {
    let isAsked = !details.controllability.isEmpty || !details.identificationMethod.isEmpty
    let taxonomy = isAsked ? try? Catalogs.load(dataFolder: call.dataFolder()).taxonomy : nil
    func name(_ id: String, _ terms: [RiskTaxonomy.Term]?) -> String {
      terms?.first { $0.id == id }?.name(call.language) ?? id
    }
    category = ClassNames.category(details.category, call)
    controllability = name(details.controllability, taxonomy?.controllability)
    identificationMethod = name(details.identificationMethod, taxonomy?.identificationMethods)
  }
}
