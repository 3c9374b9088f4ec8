import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The form that assesses a risk, with the score, the level and their reasons beside it before anything is saved.
struct AssessView: View {
  let frame: Frame
  let state: FormState
  let risk: RiskPage
  /// Under this methodology the assessment is made.
  let methodology: Methodology
  /// The score of what is typed.
  let preview: ScorePreview?

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Assess.title)): \(reference)", room: .risks,
      crumbs: [
        Crumb(text: t(Text.Frame.risks), route: .register(.init())),
        Crumb(text: reference, route: .risk(reference, asOf: nil)),
      ], methodology: methodology)
    head.lead = p(risk.row.risk.details.statement)
    state.report(in: &head, language)
    return page(head) {
      div(.class("beside")) {
        theForm
        ScorePanel(frame: frame, preview: preview, methodology: methodology).aside
      }
    }
  }

  private var reference: String { risk.row.risk.reference }

  private var theForm: Node {
    form(
      .method("post"), .action(Route.assess(reference).path), .novalidate(),
      .data("preview", Route.scorePreview(reference).path), .data("live", "live")
    ) {
      token
      hiddenField("version", state.values["version"] ?? String(risk.row.risk.version))
      hiddenField("edition", methodology.edition)
      previous
      AssessmentFields(
        frame: frame, state: state, methodology: methodology, isOptional: false, kind: risk.row.risk.details.kind
      ).node
      div(.class("buttons")) {
        button(t(Text.Assess.save), .type("submit"), .class("primary"))
        button(t(Text.Assess.preview), .type("submit"), .name("preview"), .value("1"), .data("preview-button", "1"))
        a(t(Text.Common.cancel), .href(Route.risk(reference, asOf: nil).path))
      }
    }
  }

  private var previous: Node {
    guard let last = risk.history.first else { return .empty }
    return p(.class("muted")) {
      t(Text.Assess.previous) + ": "
      dayNode(last.assessedOn)
      " — \(t(Text.Common.inherent)) \(last.inherent.likelihood) × \(last.inherent.impact)"
      if let residual = last.residual {
        ", \(t(Text.Common.residual)) \(residual.likelihood) × \(residual.impact)"
      }
    }
  }
}

/// The rows of choices of an assessment: inherent, residual, target, reason, day.
struct AssessmentFields: View {
  let frame: Frame
  let state: FormState
  let methodology: Methodology
  /// Whether the inherent pair may be left empty too.
  let isOptional: Bool
  /// Of an opportunity the impact is a gain.
  var kind = RiskKind.threat

  /// The fields.
  var node: Node {
    fragment {
      if kind == .opportunity { p(t(Text.Assess.opportunityHint), .class("hint")) }
      pair("", Text.Assess.inherent, mayBeEmpty: isOptional)
      dimensions
      pair("residual-", Text.Assess.residual, hint: Text.Assess.residualHint, mayBeEmpty: true)
      details(.class("more"), .open(!state.values.text("target-likelihood").isEmpty)) {
        summary(t(Text.Assess.target) + " (" + t(Text.Common.optional) + ")")
        pair("target-", Text.Assess.target, mayBeEmpty: true)
      }
      textArea("reason", Text.Assess.reason, in: state, hint: Text.Assess.reasonHint)
      dateField("assessedOn", Text.Assess.assessedOn, in: state, hint: Text.Assess.assessedOnHint)
    }
  }

  private func pair(_ prefix: String, _ name: Localized, hint: Localized? = nil, mayBeEmpty: Bool) -> Node {
    div(.role("group"), .aria("labelledby", "g-\(prefix)pair")) {
      h2(t(name), .id("g-\(prefix)pair"))
      if let hint { p(t(hint), .class("hint")) }
      scaleField(
        prefix + "likelihood", Text.Assess.likelihood, scale: methodology.likelihood, in: state,
        mayBeEmpty: mayBeEmpty)
      scaleField(
        prefix + "impact", kind == .threat ? Text.Assess.impact : Text.Assess.positiveImpact,
        scale: methodology.impact, in: state, mayBeEmpty: mayBeEmpty)
    }
  }

  /// Impacts by dimension, folded away; nothing where the methodology has none.
  var dimensions: Node {
    guard methodology.combination != .single, !methodology.dimensions.isEmpty else { return .empty }
    let isOpen = methodology.dimensions.contains { !state.values.text("impact-" + $0.id).isEmpty }
    return details(.class("more"), .open(isOpen)) {
      summary(t(Text.Assess.dimensions))
      p(t(Text.Assess.dimensionsHint), .class("hint"))
      for dimension in methodology.dimensions {
        choice("impact-" + dimension.id, dimension.name, in: state, empty: Text.Common.none, options: steps(dimension))
      }
    }
  }

  private func steps(_ dimension: ImpactDimension) -> [(value: String, text: String)] {
    methodology.impact.steps.map { step in
      let criterion = dimension.criteria.indices.contains(step.value - 1) ? t(dimension.criteria[step.value - 1]) : ""
      let name = "\(step.value) – \(t(step.name))"
      return (String(step.value), criterion.isEmpty ? name : "\(name): \(criterion)")
    }
  }
}
