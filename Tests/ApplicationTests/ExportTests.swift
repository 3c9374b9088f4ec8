import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// What goes out comes back in as it was.
struct ExportTests {
  @Test(
    "A register taken to an empty database says the same there, and changes nothing where it came from",
    arguments: ExportFormat.allCases, [1, 2, 3]
  )
  func lossless(format: ExportFormat, seed: Int) throws {
    let town = try Town()
    var register = RandomRegister(seed: UInt64(seed))
    for unit in town.units {
      for _ in 1...8 {
        _ = try town.app.addRisk(register.details(of: unit), assessment: register.input(), by: .machineOperator)
      }
    }
    let path = town.folder.fresh(format.rawValue)
    let before = try town.everything()
    #expect(try town.app.exportRegister(RegisterQuery(), format: format, to: path, by: .machineOperator) == 45)

    let back = try town.preview(path)
    #expect(back.problems.allSatisfy(isRemark) && back.proposedUnits.isEmpty)
    for row in back.rows where row.action != .unchanged { Issue.record("\(row.reference): \(row.changedFields)") }
    try town.bringIn(path)
    #expect(try town.everything() == before)

    try expectSame(before, in: try Empty(), from: path)
  }

  @Test("Impacts by dimension come back as they were entered", arguments: ExportFormat.allCases)
  func dimensions(format: ExportFormat) throws {
    let town = try Town()
    let ids = try town.app.methodology().dimensions.map(\.id)
    let impacts = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0 % 5 + 1) })
    let input = AssessmentInput(
      inherent: ScoreInput(likelihood: 4, dimensions: impacts), residual: ScoreInput(likelihood: 2, dimensions: impacts)
    )
    let added = try town.app.addRisk(
      RiskDetails(unitID: town.finance.id, statement: "Boyutlu risk"), assessment: input, by: .machineOperator)
    #expect(try town.page(added.reference).row.assessment?.inherent.impactByDimension == impacts)
    let path = town.folder.fresh(format.rawValue)
    _ = try town.app.exportRegister(RegisterQuery(), format: format, to: path, by: .machineOperator)
    #expect(try town.preview(path).updatedCount == 0)
    try expectSame(try town.everything(), in: try Empty(), from: path)
  }

  @Test("A moved risk, a closed unit's namesake and twins keep their units", arguments: ExportFormat.allCases)
  func units(format: ExportFormat) throws {
    let town = try Town()
    for parent in ["MH", "FEN"] {
      let unit = try town.app.add("\(parent)S", "Destek Şefliği", below: parent)
      _ = try town.app.addRisk(
        RiskDetails(unitID: unit.id, statement: "\(parent) riski"), assessment: nil, by: .machineOperator)
    }
    var details = try town.page(town.risk(of: town.finance)).row.risk.details
    details.unitID = town.works.id
    _ = try town.app.editRisk(town.risk(of: town.finance), details, version: 1, by: .machineOperator)
    let path = town.folder.fresh(format.rawValue)
    _ = try town.app.exportRegister(RegisterQuery(), format: format, to: path, by: .machineOperator)
    try expectSame(try town.everything(), in: try Empty(), from: path)
  }

  @Test("A mixed register keeps the methodology of every risk", arguments: ExportFormat.allCases)
  func methodologies(format: ExportFormat) throws {
    let town = try Town()
    for id in town.app.rules.methodologyIDs {
      var options = ImportOptions()
      options.methodologyID = id
      try town.bringIn(town.file("Birim;Risk;Olasılık;Etki\nHukuk İşleri;\(id) ile;2;3\n"), options)
    }
    let path = town.folder.fresh(format.rawValue)
    _ = try town.app.exportRegister(RegisterQuery(), format: format, to: path, by: .machineOperator)
    #expect(try town.preview(path).unchangedCount == 5 + town.app.rules.methodologyIDs.count)
    try expectSame(try town.everything(), in: try Empty(), from: path)
  }

  @Test("What a query narrows, the export narrows; an existing file is not written over")
  func narrowed() throws {
    let town = try Town()
    var query = RegisterQuery()
    (query.unitCode, query.pageSize) = ("MH", 1)
    let path = town.folder.fresh("csv")
    #expect(try town.app.exportRegister(query, format: .csv, to: path, by: .machineOperator) == 2)
    let text = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(
      refusal { _ = try town.app.exportRegister(query, format: .csv, to: path, by: .machineOperator) } == .conflict)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
  }

  @Test("A spreadsheet program finds no formula in an export")
  func formulas() throws {
    let town = try Town()
    for text in ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1"] {
      _ = try town.app.addRisk(
        RiskDetails(unitID: town.works.id, statement: "x" + text).with { $0.owner = text }, assessment: nil,
        by: .machineOperator)
    }
    let path = town.folder.fresh("csv")
    _ = try town.app.exportRegister(RegisterQuery(), format: .csv, to: path, by: .machineOperator)
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let fields = text.split(whereSeparator: \.isNewline).flatMap { $0.split(separator: ";") }
    #expect(!fields.contains { ["=", "+", "-", "@"].contains(String($0.prefix(1))) })
  }

  /// Random pairs may be odd as a judgement; that is told and changes nothing of what is written.
  private func isRemark(_ problem: Diagnostic) -> Bool {
    ["residual-equals-inherent", "residual-factor-above"].contains(problem.code)
  }

  /// Imports `path` into an administration of the same name without units or risks and compares what both say.
  private func expectSame(_ rows: [RegisterRow], in empty: Empty, from path: String) throws {
    let preview = try empty.app.previewImport(
      file: path, name: path, options: ImportOptions(), by: .machineOperator)
    #expect(preview.problems.allSatisfy(isRemark), "\(preview.problems.map(\.rendered))")
    _ = try empty.app.confirmImport(run: preview.runID, options: preview.options, by: .machineOperator)
    let (here, there) = (rows.map { Said($0) }, try empty.app.everything(by: .machineOperator).map { Said($0) })
    #expect(here.count == there.count)
    for (one, other) in zip(here, there) where one != other {
      Issue.record("\(one.reference): \(one.differences(from: other))")
    }
    #expect(try empty.app.verifyJournal(expectedHead: nil).isIntact)
  }

  /// A new database with nothing in it.
  private struct Empty {
    let folder: Folder
    let app: App

    init() throws {
      folder = try Folder()
      app = try App.create(
        database: folder.file("a.db"), administration: "Örnek Belediyesi", sample: false,
        dataFolder: try DataLocator.locate(), clock: { Town.now })
    }
  }
}

extension RiskDetails {
  fileprivate func with(_ change: (inout RiskDetails) -> Void) -> RiskDetails {
    var copy = self
    change(&copy)
    return copy
  }
}
