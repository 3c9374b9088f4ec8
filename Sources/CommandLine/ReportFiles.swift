import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceReporting

/// A report as text at the prompt, or as a file by the name's ending.
enum ReportFiles {
  /// The report in columns of the terminal.
  static func text(_ report: ConsolidatedReport, dataFolder: String, _ language: Language) throws -> String {
    TextRenderer.render(try document(report, dataFolder), width: 110, language: language)
  }

  /// Writes `.html` or `.xlsx`; an existing file is not overwritten.
  static func write(_ report: ConsolidatedReport, dataFolder: String, to path: String, _ language: Language) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem(
        .conflict, Localized("Bu adla bir dosya zaten var: \(path)", "There is already a file of this name: \(path)"))
    }
    let document = try document(report, dataFolder)
    if path.hasSuffix(".xlsx") {
      try XLSXRenderer.write(document, to: path, language: language)
    } else if path.hasSuffix(".html") {
      let css = try String(contentsOfFile: "\(dataFolder)/reports/print.css", encoding: .utf8)
      let bytes = HTMLRenderer.file(document, language, css: css).rendered()
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } else {
      throw Invocation.UsageProblem(
        message: Localized("--out .xlsx veya .html ile bitmeli", "--out must end in .xlsx or .html"))
    }
  }

  private static func document(_ report: ConsolidatedReport, _ dataFolder: String) throws -> Document {
    report.document(try ReportDefinition.load(dataFolder: dataFolder, id: "consolidated-risk"))
  }
}
