import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The form that adds or edits a control.
struct ControlFormView: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  /// The control that is edited; `nil` for a new one.
  let editing: Control?
  let rules: ControlEffectRules

  /// The page.
  var node: Node {
    let name = t(editing == nil ? Text.Controls.newTitle : Text.Controls.editTitle)
    var head = PageHead(
      title: editing.map { "\(name): \($0.code)" } ?? name, room: .controls,
      crumbs: [Crumb(text: t(Text.Controls.title), route: .control(.list(ControlQuery())))])
    let risk = state.values.text("risk")
    if !risk.isEmpty { head.lead = p("\(t(Text.Controls.forRisk)): \(risk)") }
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.control(editing.map { .edit($0.code) } ?? .add).path), .novalidate()) {
        token
        if let editing { hiddenField("version", state.values["version"] ?? String(editing.version)) }
        if !risk.isEmpty { hiddenField("risk", risk) }
        main
        design
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(back.path))
        }
      }
    }
  }

  private var back: Route {
    if let editing { return .control(.show(editing.code)) }
    let risk = state.values.text("risk")
    return risk.isEmpty ? .control(.list(ControlQuery())) : .risk(risk, asOf: nil)
  }

  private var main: Node {
    fragment {
      choice(
        "unit", Text.Common.unit, in: state, empty: Text.Common.choose,
        options: UnitOptions(frame: frame, units: units).open)
      textField("name", Text.Controls.control, in: state, hint: Text.Controls.nameHint, isRequired: true)
      textArea("description", Text.Controls.description, in: state, hint: Text.Controls.descriptionHint)
      choice(
        "kind", Text.Controls.kind, in: state, isShort: true,
        options: ControlKind.allCases.map { ($0.rawValue, t($0.name)) })
      choice(
        "nature", Text.Controls.nature, in: state, isShort: true,
        options: ControlNature.allCases.map { ($0.rawValue, t($0.name)) })
      choice(
        "frequency", Text.Controls.frequency, in: state, isShort: true,
        options: ControlFrequency.allCases.map { ($0.rawValue, t($0.name)) })
      textField("owner", Text.Controls.owner, in: state, hint: Text.RiskForm.ownerHint)
    }
  }

  private var design: Node {
    fieldset(.class("group")) {
      legend(t(Text.Controls.designGroup))
      p(t(Text.Controls.designHint), .class("muted"))
      for question in rules.tierReduction.questions where question.id != "nature" {
        choice(
          "answer-" + question.id, question.name, in: state,
          hint: question.id == "type" ? Text.Controls.typeHint : nil, isShort: true, empty: Text.Controls.open,
          options: question.answers.map { ($0.id, "\(t($0.name)) (\(t(IndicatorReasons.number($0.points))))") })
      }
      choice(
        "design", Text.Controls.design, in: state, hint: Text.Controls.designScoreHint, isShort: true,
        empty: Text.Common.none, options: (1...5).map { (String($0), String($0)) })
      textArea("designReason", Text.Controls.designReason, in: state, rows: 2)
    }
  }
}

/// The form that links a control of the library to a risk.
struct ControlLinkView: View {
  let frame: Frame
  let state: FormState
  let risk: Risk
  let linked: [RiskControls.Line]
  let library: [ControlLine]

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Controls.linkTitle)): \(risk.reference)", room: .risks,
      crumbs: [Crumb(text: risk.reference, route: .risk(risk.reference, asOf: nil))])
    head.lead = p(risk.details.statement)
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.control(.link(risk: risk.reference)).path), .novalidate()) {
        token
        choice(
          "control", Text.Controls.control, in: state, hint: Text.Controls.linkHint, empty: Text.Common.choose,
          options: library.map { ($0.control.code, "\($0.control.code) – \($0.control.details.name)") })
        textField(
          "share", Text.Controls.share, in: state, hint: Text.Controls.shareHint, isShort: true, maximum: 3,
          .inputmode("numeric"))
        choice(
          "factor", Text.Controls.factor, in: state, isShort: true,
          options: ControlFactor.allCases.map { ($0.rawValue, t($0.name)) })
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.risk(risk.reference, asOf: nil).path))
        }
      }
      if frame.permissions.contains(.manageControls) {
        p {
          t(Text.Controls.notInLibrary) + " "
          a(t(Text.Controls.add), .href(Route.control(.new(unit: nil, risk: risk.reference, name: nil)).path))
        }
      }
      if !linked.isEmpty {
        h2(t(Text.Controls.linked))
        ul(.class("plain")) {
          for line in linked {
            li(
              "\(line.control.code) – \(line.control.details.name): \(percentText(line.link.share)), \(t(line.link.factor.name))"
            )
          }
        }
      }
    }
  }
}

/// By which method controls lower a risk, since when, and the form that chooses another one.
struct ControlMethodView: View {
  let frame: Frame
  let state: FormState
  let method: ControlEffectMethod
  let choices: [ControlEffectChoice]

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Controls.method), room: .controls,
      crumbs: [Crumb(text: t(Text.Controls.title), route: .control(.list(ControlQuery())))])
    head.lead = p(t(Text.Controls.methodLead))
    state.report(in: &head, language)
    return page(head) {
      section(.class("card")) {
        h2("\(t(Text.Controls.methodInForce)): \(t(method.name))")
        p(t(method.summary))
        p(.class("small")) { a(t(Text.Frame.rules), .href(Route.rules.path)) }
      }
      h2(t(Text.Controls.methods))
      dl(.class("facts")) {
        for entry in ControlEffectMethod.allCases {
          dt(t(entry.name))
          dd(t(entry.summary))
        }
      }
      if frame.permissions.contains(.chooseMethodology) { theForm }
      history
    }
  }

  private var theForm: Node {
    section {
      h2(t(Text.Controls.chooseMethod))
      form(.method("post"), .action(Route.control(.chooseMethod).path), .novalidate()) {
        token
        choice(
          "method", Text.Controls.method, in: state, empty: Text.Common.choose,
          options: ControlEffectMethod.allCases.map { ($0.rawValue, t($0.name)) })
        dateField("from", Text.Controls.from, in: state, hint: Text.Controls.fromHint)
        textArea("reason", Text.Common.reason, in: state, isRequired: true, rows: 2)
        div(.class("buttons")) { button(t(Text.Common.save), .type("submit"), .class("primary")) }
      }
    }
  }

  private var history: Node {
    guard !choices.isEmpty else { return p(t(Text.Controls.noChoice), .class("muted")) }
    return fragment {
      h2(t(Text.Controls.choices))
      ul(.class("plain")) {
        for choice in choices {
          li {
            dayNode(choice.effectiveOn)
            " — \(t(choice.method.name)) — \(choice.recordedBy): «\(choice.reason)»"
          }
        }
      }
    }
  }
}
