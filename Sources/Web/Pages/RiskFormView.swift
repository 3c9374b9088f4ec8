import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The form that adds a risk or edits its details.
struct RiskFormView: View {
  let frame: Frame
  let state: FormState
  /// Units to choose from.
  let units: [UnitLine]
  /// The administration's methodology, for the first assessment of a new risk.
  let methodology: Methodology
  /// The risk that is edited; `nil` for a new one.
  let editing: (reference: String, version: Int)?
  /// Processes to choose from, besides what is typed freely.
  let processes: [ProcessLine]
  /// The score of what is typed, where it was asked for.
  var preview: ScorePreview?
  /// What the checks find in the statement as it stands in the form.
  var remarks: [StatementFinding] = []

  /// The page.
  var node: Node {
    var head = PageHead(title: title, room: .risks, crumbs: crumbs, methodology: methodology)
    state.report(in: &head, language)
    return page(head) {
      div(.class(editing == nil ? "beside" : nil)) {
        theForm
        if editing == nil { ScorePanel(frame: frame, preview: preview, methodology: methodology).aside }
      }
    }
  }

  private var title: String {
    guard let editing else { return t(Text.RiskForm.newTitle) }
    return "\(t(Text.RiskForm.editTitle)): \(editing.reference)"
  }

  private var crumbs: [Crumb] {
    let list = Crumb(text: t(Text.Frame.risks), route: .register(.init()))
    guard let editing else { return [list] }
    return [list, Crumb(text: editing.reference, route: .risk(editing.reference, asOf: nil))]
  }

  private var theForm: Node {
    let target = editing.map { Route.editRisk($0.reference) } ?? .addRisk
    let live: Attribute =
      editing == nil
      ? .group([.data("preview", Route.scorePreview("").path), .data("live", "live")]) : .absent
    return form(.method("post"), .action(target.path), .novalidate(), live) {
      token
      if let editing { hiddenField("version", String(editing.version)) }
      if editing == nil, let event = state.values.nonEmpty("of-event") {
        hiddenField("of-event", event)
        p(.class("muted")) {
          t(Text.RiskForm.ofEvent) + ": "
          a(event, .href(Route.event(.show(event)).path))
        }
      }
      main
      parts
      context
      response
      if editing == nil { assessment }
      div(.class("buttons")) {
        button(t(Text.Common.save), .type("submit"), .class("primary"))
        if editing == nil {
          button(t(Text.Assess.preview), .type("submit"), .name("preview"), .value("1"), .data("preview-button", "1"))
        }
        a(t(Text.Common.cancel), .href(cancel.path))
      }
    }
  }

  private var cancel: Route {
    if let editing { return .risk(editing.reference, asOf: nil) }
    return state.values.nonEmpty("of-event").map { .event(.show($0)) } ?? .register(.init())
  }

  private var main: Node {
    fragment {
      choice(
        "unit", Text.RiskForm.unit, in: state, empty: Text.Common.choose,
        options: UnitOptions(frame: frame, units: units).open)
      choice(
        "kind", Text.RiskForm.kind, in: state, hint: Text.RiskForm.kindHint, isShort: true,
        options: RiskKind.allCases.map { ($0.rawValue, t($0.name)) })
      textArea(
        "statement", Text.RiskForm.statement, in: state, hint: Text.RiskForm.statementHint, isRequired: true)
      StatementRemarks(frame: frame, findings: remarks).part
    }
  }

  private var parts: Node {
    fieldset(.class("group")) {
      legend(t(Text.RiskForm.partsTitle))
      textArea("cause", Text.RiskForm.cause, in: state, rows: 2)
      textArea("event", Text.RiskForm.event, in: state, rows: 2)
      textArea("consequence", Text.RiskForm.consequence, in: state, rows: 2)
    }
  }

  private var context: Node {
    fieldset(.class("group")) {
      legend(t(Text.RiskForm.contextTitle))
      textField(
        "strategicTarget", Text.RiskForm.strategicTarget, in: state, hint: Text.RiskForm.strategicTargetHint,
        isShort: true)
      textArea("unitObjective", Text.RiskForm.unitObjective, in: state, rows: 2)
      textField("process", Text.RiskForm.process, in: state, hint: Text.RiskForm.processHint, .list("processes"))
      element("datalist", .id("processes")) {
        for line in processes where line.record.retiredOn == nil {
          option("", .value("\(line.record.code) \(line.record.details.name)"))
        }
      }
      textField("project", Text.RiskForm.project, in: state, hint: Text.RiskForm.projectHint)
      choice(
        "category", Text.RiskForm.category, in: state, empty: Text.Common.none,
        options: frame.categories.options(chosen: state.values.text("category"), language))
      choice(
        "source", Text.RiskForm.source, in: state, isShort: true, empty: Text.Common.none,
        options: RiskSource.allCases.map { ($0.rawValue, t($0.name)) })
      choice(
        "controllability", Text.RiskForm.controllability, in: state, isShort: true, empty: Text.Common.none,
        options: frame.categories.controllability.options(chosen: state.values.text("controllability"), language))
      choice(
        "identificationMethod", Text.RiskForm.identificationMethod, in: state,
        hint: Text.RiskForm.identificationMethodHint, empty: Text.Common.none,
        options: frame.categories.identificationMethods.options(
          chosen: state.values.text("identificationMethod"), language))
      textField("owner", Text.RiskForm.owner, in: state, hint: Text.RiskForm.ownerHint)
      dateField("startedOn", Text.RiskForm.startedOn, in: state)
    }
  }

  private var response: Node {
    fieldset(.class("group")) {
      legend(t(Text.RiskForm.responseTitle))
      choice(
        "response", Text.RiskForm.response, in: state, isShort: true, empty: Text.Common.none,
        options: RiskResponse.allCases.map { ($0.rawValue, t($0.name)) })
      textArea("controls", Text.RiskForm.controls, in: state)
      textArea("plannedControls", Text.RiskForm.plannedControls, in: state)
      textArea("notes", Text.RiskForm.notes, in: state, rows: 2)
      tick("isKeyRisk", Text.RiskForm.keyRiskTick, in: state)
      textArea("keyRiskReason", Text.RiskForm.keyRiskReason, in: state, rows: 2)
      hiddenField("declaredChange", state.values["declaredChange"] ?? "")
    }
  }

  private var assessment: Node {
    fieldset(.class("group")) {
      legend(t(Text.RiskForm.firstAssessment))
      p(t(Text.RiskForm.firstAssessmentHint), .class("muted"))
      AssessmentFields(frame: frame, state: state, methodology: methodology, isOptional: true).node
    }
  }
}
