import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// One control: what is known of it with the arithmetic, its risks, tests with a form, evidence, details, journal.
struct ControlView: View {
  let frame: Frame
  let content: ControlPage
  let evidence: EvidenceList
  /// Steps of processes the control is linked to.
  let steps: [ProcessStepLine]
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(control.code) – \(control.details.name)", room: .controls,
      crumbs: [Crumb(text: t(Text.Controls.title), route: .control(.list(ControlQuery())))]
        + crumbs(content.unitPath) { .control(.list(ControlQuery(unitCode: $0))) },
      methodology: content.methodology)
    head.actions = actions
    head.lead = lead
    state.report(in: &head, language)
    return page(head) {
      standing
      h2(t(Text.Controls.risks))
      ControlRisks(frame: frame, content: content).node
      ProcessStepsPart(frame: frame, steps: steps).node
      h2(t(Text.Controls.tests))
      ControlTests(frame: frame, content: content, state: state).node
      EvidencePart(frame: frame, list: evidence).node
      h2(t(Text.Controls.details))
      facts
      journal
    }
  }

  private var control: Control { content.line.control }

  private func route(_ route: ControlRoute) -> String { Route.control(route).path }

  private var actions: Node {
    guard content.mayWrite else { return .empty }
    if control.retiredOn != nil {
      return reopenForm(.control(.reinstate(control.code)), version: control.version)
    }
    return fragment {
      a(t(Text.Controls.record), .class("button primary"), .href("#record"))
      a(t(Text.Common.edit), .class("button"), .href(route(.editForm(control.code))))
      a(t(Text.Risk.retire), .class("button"), .href(route(.retireForm(control.code))))
    }
  }

  private var lead: Node {
    fragment {
      if !control.details.description.isEmpty { p(control.details.description, .class("statement-line")) }
      if let day = control.retiredOn {
        p(.class("warning")) {
          t(Text.Controls.retiredLead) + " "
          dayNode(day)
          " — " + control.retireReason
        }
      }
    }
  }

  private var standing: Node {
    section(.class("card")) {
      h2(t(Text.Controls.effectiveness))
      p { effectivenessNode(content.line) }
      dl(.class("facts")) {
        for (name, value) in [
          (Text.Controls.quality, fractionText(content.line.standing.quality)),
          (
            Text.Controls.testScoreLong,
            content.line.standing.testScore.map { t(IndicatorReasons.number($0)) } ?? "?"
          ),
          (Text.Controls.strengthLong, fractionText(content.line.standing.strength)),
          (Text.Controls.operating, content.line.standing.operating.map { "\($0) / 5" } ?? "?"),
        ] {
          dt(t(name))
          dd(value)
        }
      }
      if !content.line.standing.gaps.isEmpty {
        p("\(t(Text.Controls.unknownBecause)): \(content.line.standing.gaps.map(t).joined(separator: "; "))")
      }
      reasons(content.reasons, of: t(Text.Controls.whyStrength))
    }
  }

  private var facts: Node {
    dl(.class("facts")) {
      for fact in rows where !fact.value.isEmpty {
        dt(t(fact.name))
        dd(fact.value)
      }
    }
  }

  private var rows: [(name: Localized, value: String)] {
    let details = control.details
    let answers = details.allAnswers
    return [
      (Text.Common.unit, content.unitPath.map(\.name).joined(separator: " › ")),
      (Text.Controls.kind, t(details.kind.name)), (Text.Controls.nature, t(details.nature.name)),
      (Text.Controls.frequency, t(details.frequency.name)), (Text.Controls.owner, details.owner),
      (Text.Controls.design, details.design.map { "\($0) / 5" } ?? ""),
      (Text.Controls.designReason, details.designReason),
      (Text.Controls.origin, details.origin),
    ]
      + content.rules.tierReduction.questions.map { question in
        let answer = question.answers.first { $0.id == answers[question.id] }
        let points = answer.map { " (\(t(IndicatorReasons.number($0.points))))" } ?? ""
        return (question.name, (answer.map { t($0.name) } ?? t(Text.Controls.open)) + points)
      }
  }

  private var journal: Node {
    guard !content.journal.isEmpty else { return .empty }
    return details(.class("more")) {
      summary("\(t(Text.Journal.title)) (\(count(content.journal.count)))")
      journalTable(content.journal, showsEntity: false)
    }
  }
}

/// The risks a control works on, with their levels.
struct ControlRisks: View {
  let frame: Frame
  let content: ControlPage

  /// The table.
  var node: Node {
    fragment {
      if content.risks.isEmpty {
        p(t(Text.Controls.noRisks), .class("muted"))
      } else {
        theTable
      }
      if content.hiddenRiskCount > 0 {
        p("\(count(content.hiddenRiskCount)) \(t(Text.Controls.hiddenRisks))", .class("muted"))
      }
    }
  }

  private var theTable: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Controls.risks), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.reference), .scope("col"))
            th(t(Text.Common.statement), .scope("col"))
            th(t(Text.Controls.factor), .scope("col"))
            th(t(Text.Controls.share), .scope("col"), .class("number"))
            th(t(Text.Common.inherent), .scope("col"))
            th(t(Text.Common.residual), .scope("col"))
            th(t(Text.Common.level), .scope("col"))
          }
        }
        tbody { .fragment(content.risks.map(row)) }
      }
    }
  }

  private func row(_ risk: ControlPage.LinkedRisk) -> Node {
    tr {
      th(.scope("row"), .class("nowrap")) {
        a(risk.reference, .href(Route.risk(risk.reference, asOf: nil).path))
      }
      td(risk.statement, .class("wide-text"))
      td(t(risk.factor.name), .data("label", t(Text.Controls.factor)))
      td(percentText(risk.share), .class("number"), .data("label", t(Text.Controls.share)))
      td(pair(risk.assessment?.inherent), .class("nowrap"), .data("label", t(Text.Common.inherent)))
      td(pair(risk.assessment?.residual), .class("nowrap"), .data("label", t(Text.Common.residual)))
      td(.data("label", t(Text.Common.level))) { badge(risk.level) }
    }
  }

  private func pair(_ pair: JudgedPair?) -> String {
    pair.map { "\($0.likelihood) × \($0.impact)" + ($0.score.map { " = \($0)" } ?? "") } ?? ""
  }
}

extension View {
  /// `%50` in Turkish, `50%` in English.
  func percentText(_ value: Int) -> String { language == .turkish ? "%\(value)" : "\(value)%" }
}

/// The tests of a control and the form that records one.
struct ControlTests: View {
  let frame: Frame
  let content: ControlPage
  let state: FormState

  /// Table and form.
  var node: Node {
    fragment {
      p(t(Text.Controls.testRule(content.rules.testScore.validMonths)), .class("muted"))
      if content.tests.isEmpty {
        p(t(content.mayWrite ? Text.Controls.noTests : Text.Controls.noTestsReading), .class("muted"))
      } else {
        theTable
      }
      if content.mayWrite, content.line.control.retiredOn == nil { recordForm }
    }
  }

  private var theTable: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Controls.tests), .class("hidden"))
        thead {
          tr {
            th(t(Text.Controls.testedOn), .scope("col"))
            th(t(Text.Controls.conclusion), .scope("col"))
            th(t(Text.Controls.sample), .scope("col"), .class("number"))
            th(t(Text.Controls.exceptions), .scope("col"), .class("number"))
            th(t(Text.Controls.testScore), .scope("col"), .class("number"))
            th(t(Text.Controls.tester), .scope("col"))
            th(t(Text.Controls.notes), .scope("col"))
            th(t(Text.Evidence.title), .scope("col"))
          }
        }
        tbody { .fragment(content.tests.map(row)) }
      }
    }
  }

  private func row(_ line: ControlPage.Test) -> Node {
    let test = line.test
    let target = EvidenceTarget(.controlTest, "\(content.line.control.code)/\(test.id)")
    return tr {
      th(.scope("row"), .class("nowrap")) { dayNode(test.testedOn) }
      td(t(test.conclusion.name), .data("label", t(Text.Controls.conclusion)))
      td(count(test.sampleSize), .class("number"), .data("label", t(Text.Controls.sample)))
      td(count(test.exceptions), .class("number"), .data("label", t(Text.Controls.exceptions)))
      td(
        line.score.map { t(IndicatorReasons.number($0)) } ?? "–", .class("number"),
        .data("label", t(Text.Controls.testScore)))
      td(test.tester, .data("label", t(Text.Controls.tester)))
      td(test.notes, .class("wide-text"))
      td {
        a(
          "\(t(Text.Evidence.title)) (\(count(line.evidenceCount)))", .href(Route.evidence(.list(target)).path),
          .aria("label", "\(t(Text.Evidence.title)): \(Figures.day(test.testedOn, language))"))
      }
    }
  }

  private var recordForm: Node {
    section(.id("record")) {
      h2(t(Text.Controls.record))
      form(
        .method("post"), .action(Route.control(.test(content.line.control.code)).path), .novalidate()
      ) {
        token
        dateField("testedOn", Text.Controls.testedOn, in: state, hint: Text.Controls.testedOnHint)
        textField("tester", Text.Controls.tester, in: state, hint: Text.Controls.testerHint, isShort: true)
        textField(
          "sampleSize", Text.Controls.sample, in: state, hint: Text.Controls.sampleHint, isShort: true, maximum: 7,
          .inputmode("numeric"))
        textField(
          "exceptions", Text.Controls.exceptions, in: state, hint: Text.Controls.exceptionsHint, isShort: true,
          maximum: 7, .inputmode("numeric"))
        choice(
          "conclusion", Text.Controls.conclusion, in: state, isShort: true, empty: Text.Common.choose,
          options: ControlTestConclusion.allCases.map { ($0.rawValue, t($0.name)) })
        textArea("notes", Text.Controls.notes, in: state)
        div(.class("buttons")) { button(t(Text.Controls.record), .type("submit"), .class("primary")) }
      }
    }
  }
}
