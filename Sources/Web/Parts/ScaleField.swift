import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRules

extension View {
  /// A row of choices, one per step of a scale, with the criterion of each step under the pointer and under focus; for
  /// screen readers the criterion is part of the choice's description. `mayBeEmpty` adds a choice of none.
  func scaleField(
    _ name: String, _ label: Localized, scale: Scale, in state: FormState, mayBeEmpty: Bool = false
  ) -> Node {
    let chosen = state.values[name] ?? ""
    let problem = state.problems.first { $0.field == name }?.message
    let described: Attribute = problem == nil ? .absent : .aria("describedby", "p-" + name)
    return fieldset(.class(problem == nil ? nil : "broken"), .id("f-" + name), .tabindex(-1), described) {
      legend(t(label))
      if let problem { span(t(problem), .class("problem"), .id("p-" + name)) }
      div(.class("scale")) {
        if mayBeEmpty { step(name, value: "", title: "–", name: t(Text.Assess.noValue), criterion: "", chosen: chosen) }
        for entry in scale.steps {
          step(
            name, value: String(entry.value), title: String(entry.value), name: t(entry.name),
            criterion: t(entry.criterion), chosen: chosen)
        }
      }
    }
  }

  private func step(
    _ field: String, value: String, title: String, name: String, criterion: String, chosen: String
  ) -> Node {
    let id = "s-\(field)-\(value)"
    return div(.class("step")) {
      input(
        .type("radio"), .id(id), .name(field), .value(value), .checked(chosen == value),
        criterion.isEmpty ? .absent : .aria("describedby", id + "-c"))
      label(.for(id)) {
        element("b") { title }
        name
      }
      if !criterion.isEmpty { span(criterion, .class("criterion"), .id(id + "-c")) }
    }
  }
}
