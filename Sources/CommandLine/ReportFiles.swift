import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceReporting

/// A report as text at the prompt, or as a file by the name's ending.
enum ReportFiles {
  /// Kinds of files a report can be written to.
  enum Format: String, CaseIterable { case xlsx, html }

  /// The kind that the ending of `path` names.
  static func format(_ path: String) throws -> Format {
    guard let format = Format.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
      throw UsageProblem(Localized("--out .xlsx veya .html ile bitmeli", "--out must end in .xlsx or .html"))
    }
    return format
  }

  /// The report in columns of the terminal.
  static func text(
    _ report: ConsolidatedReport, dataFolder: String, width: Int, _ language: Language
  ) throws -> String {
    let text = TextRenderer.render(try document(report, dataFolder), width: width, language: language)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Writes the new file `path`.
  static func write(
    _ report: ConsolidatedReport, dataFolder: String, as format: Format, to path: String, _ language: Language
  ) throws {
    let document = try document(report, dataFolder)
    switch format {
    case .xlsx: try XLSXRenderer.write(document, to: path, language: language)
    case .html:
      let bytes = try html(document, dataFolder, language)
      try bytes.write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    }
  }

  private static func html(_ document: Document, _ dataFolder: String, _ language: Language) throws -> Data {
    let css = try String(contentsOfFile: "\(dataFolder)/reports/print.css", encoding: .utf8)
    return Data(HTMLRenderer.file(document, language, css: css).rendered())
  }

  private static func document(_ report: ConsolidatedReport, _ dataFolder: String) throws -> Document {
    report.document(try ReportDefinition.load(dataFolder: dataFolder, id: "consolidated-risk"))
  }
}
