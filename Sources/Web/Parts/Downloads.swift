import GuvenceApplication
import GuvenceMarkup

extension View {
  /// Links that give a list away as a workbook and as a flat table.
  func downloads(_ list: ExportList, unit: String? = nil) -> Node {
    div(.class("downloads no-print")) {
      span(t(list.name), .class("muted"))
      for format in ExportFormat.allCases {
        a(
          format == .xlsx ? "Excel (XLSX)" : "CSV", .href(Route.exportList(list, format, unit: unit).path),
          .aria("label", "\(t(list.name)): \(format == .xlsx ? "Excel (XLSX)" : "CSV")"))
      }
    }
  }
}
