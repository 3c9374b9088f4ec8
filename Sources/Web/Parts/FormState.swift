import GuvenceApplication
import GuvenceCore
import GuvenceMarkup

/// What was typed into a form and what is wrong with it. The same page shows a fresh form and a refused one.
struct FormState: Sendable {
  /// Values by field name.
  var values: Values
  /// Fields to correct.
  var problems: [FieldProblem] = []
  /// The refusal in one sentence.
  var message: Localized?

  /// A form with these values.
  init(_ values: Values = Values()) { self.values = values }

  /// A form that was refused: everything typed is kept.
  init(_ values: Values, refusedBy problem: Problem) {
    self.values = values
    problems = problem.fields
    message = problem.message
  }

  /// Whether there is anything to correct.
  var isRefused: Bool { message != nil || !problems.isEmpty }

  /// Puts problems into a page's head.
  func report(in head: inout PageHead, _ language: Language) {
    head.problems = problems
    head.problemMessage = message.map { $0(language) }
  }

  fileprivate func problem(of field: String) -> Localized? { problems.first { $0.field == field }?.message }
}

extension View {
  /// A labelled field: label, hint, problem, control. The control gets its id, name and descriptions; `id` tells fields
  /// of one name in several forms of a page apart.
  func field(
    _ name: String, _ label: Localized, in state: FormState, hint: Localized? = nil, isShort: Bool = false,
    isRequired: Bool = false, id: String? = nil, control: (Attribute) -> Node
  ) -> Node {
    let problem = state.problem(of: name)
    let id = id ?? name
    let described = [hint.map { _ in "h-" + id }, problem.map { _ in "p-" + id }].compactMap { $0 }
    let attributes = Attribute.group([
      .id("f-" + id), .name(name), .required(isRequired),
      .aria("describedby", described.isEmpty ? nil : described.joined(separator: " ")),
      problem == nil ? .absent : .aria("invalid", true),
    ])
    let kind = (isShort ? "field short" : "field") + (problem == nil ? "" : " broken")
    return div(.class(kind)) {
      GuvenceMarkup.label(t(label), .for("f-" + id))
      if let hint { span(t(hint), .class("hint"), .id("h-" + id)) }
      if let problem { span(t(problem), .class("problem"), .id("p-" + id)) }
      control(attributes)
    }
  }

  /// One line of text.
  func textField(
    _ name: String, _ label: Localized, in state: FormState, hint: Localized? = nil, isShort: Bool = false,
    isRequired: Bool = false, maximum: Int = 300, id: String? = nil, _ more: Attribute...
  ) -> Node {
    field(name, label, in: state, hint: hint, isShort: isShort, isRequired: isRequired, id: id) { attributes in
      input(.type("text"), attributes, .value(state.values[name] ?? ""), .maxlength(maximum), .group(more))
    }
  }

  /// Several lines of text.
  func textArea(
    _ name: String, _ label: Localized, in state: FormState, hint: Localized? = nil, isRequired: Bool = false,
    rows: Int = 3
  ) -> Node {
    field(name, label, in: state, hint: hint, isRequired: isRequired) { attributes in
      textarea(state.values[name] ?? "", attributes, .rows(rows), .maxlength(4000))
    }
  }

  /// A day, `2026-09-30` from the browser's date field.
  func dateField(_ name: String, _ label: Localized, in state: FormState, hint: Localized? = nil) -> Node {
    field(name, label, in: state, hint: hint, isShort: true) { attributes in
      input(.type("date"), attributes, .value(state.values[name] ?? ""))
    }
  }

  /// A password that is never sent back.
  func passwordField(
    _ name: String, _ label: Localized, in state: FormState, hint: Localized? = nil, isNew: Bool
  ) -> Node {
    field(name, label, in: state, hint: hint, isShort: true, isRequired: true) { attributes in
      input(.type("password"), attributes, .autocomplete(isNew ? "new-password" : "current-password"), .maxlength(256))
    }
  }

  /// A choice of one from a list; the empty choice comes first where `empty` is given.
  func choice(
    _ name: String, _ label: Localized, in state: FormState, hint: Localized? = nil, isShort: Bool = false,
    empty: Localized? = nil, options: [(value: String, text: String)], id: String? = nil
  ) -> Node {
    let chosen = state.values[name] ?? ""
    return field(name, label, in: state, hint: hint, isShort: isShort, id: id) { attributes in
      select(attributes) {
        if let empty { option(t(empty), .value("")) }
        for entry in options { option(entry.text, .value(entry.value), .selected(entry.value == chosen)) }
      }
    }
  }

  /// A box to tick; sends `1`.
  func tick(_ name: String, _ text: Localized, in state: FormState) -> Node {
    div(.class("check")) {
      input(.type("checkbox"), .id("f-" + name), .name(name), .value("1"), .checked(state.values[name] == "1"))
      label(t(text), .for("f-" + name))
    }
  }
}
