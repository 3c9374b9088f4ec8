import GuvenceApplication
import GuvenceCore
import GuvenceMarkup

/// The options of an import as fields of its forms.
enum ImportForm {
  /// Reads the options typed on the preview page. `before` are the options that gave the page.
  static func read(_ values: Values) -> ImportOptions {
    var options = ImportOptions()
    options.methodologyID = values.nonEmpty("methodology")
    options.createsUnits = values["keeps-units"] != "1"
    options.excludedSheets = Set(values.all("skip"))
    options.reason = values.text("reason")
    for pair in values.pairs {
      if let key = pair.name.after("unit:"), !pair.value.isEmpty { options.unitChoices[key] = pair.value }
      if let header = pair.name.after("fixed:") { options.columns[header] = pair.value }
      if let header = pair.name.after("column:"), pair.value != (values["was:" + header] ?? "") {
        options.columns[header] = pair.value
      }
    }
    return options
  }

  /// The options as hidden fields.
  static func hidden(_ options: ImportOptions) -> Node {
    fragment {
      if let id = options.methodologyID { hiddenField("methodology", id) }
      if !options.createsUnits { hiddenField("keeps-units", "1") }
      if !options.reason.isEmpty { hiddenField("reason", options.reason) }
      for sheet in options.excludedSheets.sorted(by: TurkishText.precedes) { hiddenField("skip", sheet) }
      for (key, code) in options.unitChoices { hiddenField("unit:" + key, code) }
      for (header, field) in options.columns { hiddenField("fixed:" + header, field) }
    }
  }
}

extension String {
  /// What follows `prefix`; `nil` where the text does not start with it.
  func after(_ prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
