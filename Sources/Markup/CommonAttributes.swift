extension Attribute {
  /// `class`; nil is left out.
  public static func `class`(_ name: String?) -> Attribute { text("class", name) }

  /// `class` with several names; nil ones are skipped.
  public static func `class`(_ first: String?, _ second: String?, _ rest: String?...) -> Attribute {
    let names = ([first, second] + rest).compactMap { $0 }
    return text("class", names.isEmpty ? nil : names.joined(separator: " "))
  }

  /// `id`, unique in its page.
  public static func id(_ value: String?) -> Attribute { text("id", value) }

  /// `href`; left out when the address is refused.
  public static func href(_ address: String?) -> Attribute { self.address("href", address) }

  /// `src`; left out when the address is refused.
  public static func src(_ address: String?) -> Attribute { self.address("src", address) }

  /// `action` of a form; left out when the address is refused.
  public static func action(_ address: String?) -> Attribute { self.address("action", address) }

  /// `formaction` of a submit button; left out when the address is refused.
  public static func formaction(_ address: String?) -> Attribute { self.address("formaction", address) }

  /// `name` of a form field.
  public static func name(_ value: String?) -> Attribute { text("name", value) }

  /// `value` of a form field.
  public static func value(_ value: String?) -> Attribute { text("value", value) }

  /// `type` of an input, button or link.
  public static func type(_ value: String?) -> Attribute { text("type", value) }

  /// `method` of a form: `get` or `post`.
  public static func method(_ value: String?) -> Attribute { text("method", value) }

  /// `enctype` of a form; `multipart/form-data` for uploads.
  public static func enctype(_ value: String?) -> Attribute { text("enctype", value) }

  /// `for` of a label: the id of its field.
  public static func `for`(_ id: String?) -> Attribute { text("for", id) }

  /// `title`, a hint shown on hover.
  public static func title(_ value: String?) -> Attribute { text("title", value) }

  /// `alt` of a picture.
  public static func alt(_ value: String?) -> Attribute { text("alt", value) }

  /// `lang`: the language of the content, `tr` or `en`.
  public static func lang(_ value: String?) -> Attribute { text("lang", value) }

  /// `role` for assistive technology.
  public static func role(_ value: String?) -> Attribute { text("role", value) }

  /// `rel` of a link.
  public static func rel(_ value: String?) -> Attribute { text("rel", value) }

  /// `placeholder` of a field; never a replacement for its label.
  public static func placeholder(_ value: String?) -> Attribute { text("placeholder", value) }

  /// `autocomplete` of a field.
  public static func autocomplete(_ value: String?) -> Attribute { text("autocomplete", value) }

  /// `inputmode` of a field: which keyboard a phone shows.
  public static func inputmode(_ value: String?) -> Attribute { text("inputmode", value) }

  /// `pattern` of a field.
  public static func pattern(_ value: String?) -> Attribute { text("pattern", value) }

  /// `accept` of a file field.
  public static func accept(_ value: String?) -> Attribute { text("accept", value) }

  /// `datetime` of a `time` element.
  public static func datetime(_ value: String?) -> Attribute { text("datetime", value) }

  /// `scope` of a header cell: `row` or `col`.
  public static func scope(_ value: String?) -> Attribute { text("scope", value) }

  /// `list` of a field: the id of its `datalist`.
  public static func list(_ value: String?) -> Attribute { text("list", value) }

  /// `form`: the id of the form a field outside it belongs to.
  public static func form(_ id: String?) -> Attribute { text("form", id) }

  /// `min` of a field.
  public static func min(_ value: String?) -> Attribute { text("min", value) }

  /// `max` of a field.
  public static func max(_ value: String?) -> Attribute { text("max", value) }

  /// `step` of a number field.
  public static func step(_ value: String?) -> Attribute { text("step", value) }

  /// `maxlength` in UTF-16 code units, as browsers count.
  public static func maxlength(_ value: Int?) -> Attribute { text("maxlength", value.map { String($0) }) }

  /// `rows` of a text area.
  public static func rows(_ value: Int?) -> Attribute { text("rows", value.map { String($0) }) }

  /// `colspan` of a cell.
  public static func colspan(_ value: Int?) -> Attribute { text("colspan", value.map { String($0) }) }

  /// `rowspan` of a cell.
  public static func rowspan(_ value: Int?) -> Attribute { text("rowspan", value.map { String($0) }) }

  /// `tabindex`: 0 puts an element into the tab order, -1 makes it focusable by script only.
  public static func tabindex(_ value: Int?) -> Attribute { text("tabindex", value.map { String($0) }) }

  /// `required`.
  public static func required(_ present: Bool = true) -> Attribute { flag("required", present) }

  /// `checked`.
  public static func checked(_ present: Bool = true) -> Attribute { flag("checked", present) }

  /// `selected`.
  public static func selected(_ present: Bool = true) -> Attribute { flag("selected", present) }

  /// `disabled`.
  public static func disabled(_ present: Bool = true) -> Attribute { flag("disabled", present) }

  /// `readonly`.
  public static func readonly(_ present: Bool = true) -> Attribute { flag("readonly", present) }

  /// `multiple` of a select or file field.
  public static func multiple(_ present: Bool = true) -> Attribute { flag("multiple", present) }

  /// `autofocus`; at most one in a page.
  public static func autofocus(_ present: Bool = true) -> Attribute { flag("autofocus", present) }

  /// `hidden`.
  public static func hidden(_ present: Bool = true) -> Attribute { flag("hidden", present) }

  /// `open` of a `details` element.
  public static func open(_ present: Bool = true) -> Attribute { flag("open", present) }

  /// `novalidate` of a form: the server judges, the browser does not.
  public static func novalidate(_ present: Bool = true) -> Attribute { flag("novalidate", present) }

  /// `download`: the browser saves the target instead of showing it.
  public static func download(_ present: Bool = true) -> Attribute { flag("download", present) }
}
