import GuvenceCore
import GuvenceExchange
import GuvenceRegister

/// The columns of an exported register and what stands in them.
enum RegisterSheet {
  /// The fourteen columns of the Risk Kayıt Formu.
  static let formColumns: [FormField] = [
    .order, .reference, .strategicTarget, .unitObjective, .statement, .controls, .impact, .likelihood, .score, .change,
    .plannedControls, .startedOn, .owner, .notes,
  ]

  /// What later guides added, and what the register keeps besides.
  static let furtherColumns: [FormField] = [
    .level, .residualImpact, .residualLikelihood, .residualScore, .targetImpact, .targetLikelihood, .targetScore,
    .cause, .event, .consequence, .kind, .process, .project, .category, .source, .controllability,
    .identificationMethod,
    .keyRisk, .keyRiskReason, .methodology, .assessedOn, .reason,
    .declaredScore, .declaredLevel, .sourceReference, .impactDimensions, .residualDimensions, .targetDimensions,
  ]

  static let columns = formColumns + furtherColumns

  /// One flat table with the unit in front.
  static func csv(_ rows: [RegisterRow], _ words: RiskWords) -> [UInt8] {
    var writer = CSVWriter()
    writer.write([FormField.unit, .unitCode].map { .text($0.header) } + columns.map { .text($0.header) })
    for (index, row) in rows.enumerated() {
      writer.write([.text(row.unitName), .text(row.unitCode)] + cells(row, number: index + 1, words))
    }
    return writer.bytes
  }

  /// The cells of one risk, in the order of `columns`.
  static func cells(_ row: RegisterRow, number: Int, _ words: RiskWords) -> [OutputCell] {
    columns.map { cell($0, row, number, words) }
  }

  private static func cell(_ field: FormField, _ row: RegisterRow, _ number: Int, _ words: RiskWords) -> OutputCell {
    let details = row.risk.details
    switch field {
    case .order: return .integer(number)
    case .reference: return .text(row.risk.reference)
    case .strategicTarget: return .text(details.strategicTarget)
    case .unitObjective: return .text(details.unitObjective)
    case .statement: return .text(details.statement)
    case .controls: return .text(RiskResponse.joined(details.response, details.controls))
    case .change: return .text(details.declaredChange?.sign ?? "")
    case .plannedControls: return .text(details.plannedControls)
    case .startedOn: return details.startedOn.map { .day($0) } ?? .blank
    case .owner: return .text(details.owner)
    case .notes: return .text(details.notes)
    case .cause: return .text(details.cause)
    case .event: return .text(details.event)
    case .consequence: return .text(details.consequence)
    case .category: return .text(details.category)
    case .source: return .text(details.source?.name.turkish ?? "")
    case .kind: return .text(details.kind.name.turkish)
    case .process: return .text(details.process)
    case .project: return .text(details.project)
    case .controllability: return .text(words.controllability.name(details.controllability))
    case .identificationMethod: return .text(words.identificationMethods.name(details.identificationMethod))
    case .keyRisk: return .text(details.isKeyRisk ? "Evet" : "")
    case .keyRiskReason: return .text(details.keyRiskReason)
    case .declaredScore: return integer(details.declaredScore)
    case .declaredLevel: return .text(details.declaredLevel)
    case .sourceReference: return .text(details.sourceReference)
    default: return assessed(field, row)
    }
  }

  private static func assessed(_ field: FormField, _ row: RegisterRow) -> OutputCell {
    guard let assessment = row.assessment else { return declared(field, row.risk.details) }
    switch field {
    case .impact: return .integer(assessment.inherent.impact)
    case .likelihood: return .integer(assessment.inherent.likelihood)
    case .score: return integer(assessment.inherent.score)
    case .level: return .text(row.inherentLevel?.name.turkish ?? "")
    case .residualImpact: return integer(assessment.residual?.impact)
    case .residualLikelihood: return integer(assessment.residual?.likelihood)
    case .residualScore: return integer(assessment.residual?.score)
    case .targetImpact: return integer(assessment.target?.impact)
    case .targetLikelihood: return integer(assessment.target?.likelihood)
    case .targetScore: return integer(assessment.target?.score)
    case .impactDimensions: return dimensions(assessment.inherent)
    case .residualDimensions: return dimensions(assessment.residual)
    case .targetDimensions: return dimensions(assessment.target)
    case .methodology: return .text(assessment.methodologyID)
    case .assessedOn: return .day(assessment.assessedOn)
    case .reason: return .text(assessment.reason)
    default: return .blank
    }
  }

  /// `financial=3; reputation=4`, as `RowReader` reads it back.
  private static func dimensions(_ pair: JudgedPair?) -> OutputCell {
    let entries = (pair?.impactByDimension ?? [:]).sorted { $0.key < $1.key }
    return .text(entries.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
  }

  /// A risk that is not assessed shows what its file declared.
  private static func declared(_ field: FormField, _ details: RiskDetails) -> OutputCell {
    switch field {
    case .score: integer(details.declaredScore)
    case .level: .text(details.declaredLevel)
    default: .blank
    }
  }

  private static func integer(_ number: Int?) -> OutputCell { number.map { .integer($0) } ?? .blank }
}

/// The register as a workbook: one Risk Kayıt Formu per unit.
struct RegisterWorkbook {
  let administration: String
  let today: Day
  let words: RiskWords

  func write(
    _ rows: [RegisterRow], _ further: [TableWorkbook.Sheet] = [], to path: String, at now: Instant
  ) throws {
    let writer = try XLSXWriter(path: path, title: "Risk kaydı", created: now)
    var order: [String] = []
    let groups = Dictionary(grouping: rows, by: \.unitCode)
    for row in rows where !order.contains(row.unitCode) { order.append(row.unitCode) }
    for code in order { try write(groups[code] ?? [], writer) }
    if order.isEmpty { try write([], writer) }
    let tables = TableWorkbook(title: "Risk kaydı", administration: administration, today: today, sheets: further)
    for sheet in further { try tables.write(sheet, writer) }
    try writer.close()
  }

  private func write(_ rows: [RegisterRow], _ writer: XLSXWriter) throws {
    let unit = rows.first?.unitName ?? "Risk kaydı"
    let width = RegisterSheet.formColumns.count
    let sheet = writer.addSheet(
      unit, layout: XLSXLayout(columns: columns, frozenRows: 5, frozenColumns: 2, isLandscape: true))
    try sheet.writeMerged("T.C. \(TurkishText.uppercase(administration)) — RİSK KAYIT FORMU", width: width)
    try sheet.write([.text("İdare"), .text(administration)], style: XLSXStyle())
    let code: [OutputCell] = rows.first.map { [.blank, .text(FormField.unitCode.header), .text($0.unitCode)] } ?? []
    try sheet.write([.text("Birim"), .text(unit)] + code, style: XLSXStyle())
    try sheet.write([.text("Tarih"), .day(today)], style: XLSXStyle())
    try sheet.write(RegisterSheet.columns.map { .text($0.header) }, style: .header)
    for (index, row) in rows.enumerated() { try write(row, index + 1, sheet) }
    sheet.skipRow()
    let block: [OutputCell] = [
      .blank, .text("Hazırlayan"), .blank, .blank, .blank, .text("Kontrol Eden"), .blank, .blank, .blank, .blank,
      .blank, .text("Onaylayan"),
    ]
    try sheet.write(block, style: XLSXStyle())
  }

  private func write(_ row: RegisterRow, _ number: Int, _ sheet: XLSXSheetWriter) throws {
    let cells = RegisterSheet.cells(row, number: number, words)
    guard let level = row.inherentLevel, let score = RegisterSheet.columns.firstIndex(of: .score) else {
      return try sheet.write(cells)
    }
    let style = XLSXStyle.with {
      ($0.hasBorder, $0.isBold, $0.fill, $0.color) = (true, true, hex(level.background), hex(level.foreground))
    }
    try sheet.write(cells, styles: [score + 1: style])
  }

  private var columns: [XLSXLayout.Column] {
    RegisterSheet.columns.map { field in
      let width: Double
      switch field {
      case .statement, .controls, .plannedControls, .cause, .event, .consequence: width = 40
      case .owner, .notes, .unitObjective, .reason, .keyRiskReason, .process, .project, .identificationMethod:
        width = 24
      case .impact, .likelihood, .order, .residualImpact, .residualLikelihood, .targetImpact, .targetLikelihood:
        width = 9
      default: width = 14
      }
      return XLSXLayout.Column(width: width, style: .body)
    }
  }

  private func hex(_ color: String) -> UInt32? { UInt32(color.dropFirst(), radix: 16) }
}
