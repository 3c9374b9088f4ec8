import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The details of a risk as terms and values; what is empty is left out.
struct RiskFacts: View {
  let frame: Frame
  let risk: RiskPage
  /// The process that its free text means; `nil` where it is none in view.
  let process: ProcessRecord?
  /// The steps it is linked to.
  let steps: [ProcessStepLine]

  /// The list.
  var node: Node {
    dl(.class("facts")) {
      for fact in facts {
        if fact.name == Text.RiskForm.process {
          process(fact.value)
        } else if !fact.value.isEmpty {
          dt(t(fact.name))
          dd(fact.value)
        }
      }
    }
  }

  /// The free text, as a link where it means a process; the processes of the steps where there is none.
  private func process(_ text: String) -> Node {
    var linked: [(code: String, text: String)] = []
    if text.isEmpty {
      for record in steps.map(\.record) where !linked.contains(where: { $0.code == record.code }) {
        linked.append((record.code, "\(record.code) \(record.details.name)"))
      }
    } else if let process {
      linked = [(process.code, text)]
    }
    if linked.isEmpty && text.isEmpty { return .empty }
    return fragment {
      dt(t(Text.RiskForm.process))
      dd {
        if linked.isEmpty { text }
        for entry in linked {
          div { a(entry.text, .href(Route.process(.show(entry.code, asOf: frame.asOf)).path)) }
        }
      }
    }
  }

  private var facts: [(name: Localized, value: String)] {
    let details = risk.row.risk.details
    return [
      (Text.Common.unit, risk.unitPath.map(\.name).joined(separator: " › ")),
      (Text.RiskForm.kind, t(details.kind.name)),
      (Text.RiskForm.strategicTarget, details.strategicTarget),
      (Text.RiskForm.unitObjective, details.unitObjective),
      (Text.RiskForm.process, details.process),
      (Text.RiskForm.project, details.project),
      (Text.RiskForm.category, frame.categories.name(details.category, language)),
      (Text.RiskForm.source, details.source.map { t($0.name) } ?? ""),
      (Text.RiskForm.controllability, frame.categories.controllability.name(details.controllability, language)),
      (
        Text.RiskForm.identificationMethod,
        frame.categories.identificationMethods.name(details.identificationMethod, language)
      ),
      (Text.RiskForm.response, details.response.map { t($0.name) } ?? ""),
      (Text.RiskForm.controls, details.controls),
      (Text.RiskForm.plannedControls, details.plannedControls),
      (Text.RiskForm.owner, details.owner),
      (Text.RiskForm.startedOn, details.startedOn.map { Figures.day($0, language) } ?? ""),
      (Text.RiskForm.declaredChange, details.declaredChange.map { t($0.name) } ?? ""),
      (Text.RiskForm.notes, details.notes),
      (Text.RiskForm.keyRisk, keyRisk),
      (Text.Risk.methodology, t(risk.methodology.name)),
    ]
  }

  private var keyRisk: String {
    let details = risk.row.risk.details
    guard details.isKeyRisk else { return "" }
    return details.keyRiskReason.isEmpty ? t(Text.Common.yes) : details.keyRiskReason
  }
}

/// All assessments of a risk, drawn and as a table.
struct RiskHistory: View {
  let frame: Frame
  let risk: RiskPage
  /// Votes, of which some became assessments.
  let votes: [RiskVote]

  /// Drawing and table.
  var node: Node {
    guard !risk.history.isEmpty else { return p(t(Text.Risk.historyEmpty), .class("muted")) }
    return fragment {
      trend(risk.history.filter { $0.methodologyID == risk.methodology.id }, risk.methodology)
      div(.class("table-frame")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Risk.history), .class("hidden"))
          thead {
            tr {
              th(t(Text.Risk.assessedOn), .scope("col"))
              th(t(Text.Common.inherent), .scope("col"))
              if hasResidual { th(t(Text.Common.residual), .scope("col")) }
              if hasTarget { th(t(Text.Common.target), .scope("col")) }
              th(t(Text.Common.reason), .scope("col"))
              th(t(Text.Risk.assessedBy), .scope("col"))
              th(t(Text.Risk.methodology), .scope("col"))
            }
          }
          tbody { .fragment(risk.history.map(row)) }
        }
      }
    }
  }

  private var hasResidual: Bool { risk.history.contains { $0.residual != nil } }
  private var hasTarget: Bool { risk.history.contains { $0.target != nil } }

  private func row(_ assessment: Assessment) -> Node {
    tr {
      th(.scope("row")) { dayNode(assessment.assessedOn) }
      td(.data("label", t(Text.Common.inherent))) { pair(assessment.inherent, assessment) }
      if hasResidual {
        td(.data("label", t(Text.Common.residual))) { assessment.residual.map { pair($0, assessment) } }
      }
      if hasTarget { td(.data("label", t(Text.Common.target))) { assessment.target.map { pair($0, assessment) } } }
      td(assessment.reason, .class("wide-text"))
      td {
        assessment.recordedBy
        if let vote = votes.first(where: { $0.assessmentID == assessment.id }) {
          " · "
          RiskVotes.link(vote, t(Text.Votes.byVote))
        }
      }
      td {
        code(assessment.methodologyID)
        if assessment.origin != .entered { span(" · " + t(origin(assessment.origin)), .class("small muted")) }
      }
    }
  }

  private func pair(_ pair: JudgedPair, _ assessment: Assessment) -> Node {
    fragment {
      "\(pair.likelihood) × \(pair.impact)"
      if let score = pair.score { " = \(score)" }
      " "
      if let level = risk.level(of: pair, in: assessment) {
        badge(level)
      } else {
        span(pair.levelID, .class("no-level"))
      }
    }
  }

  private func origin(_ origin: AssessmentOrigin) -> Localized {
    switch origin {
    case .entered: Localized("elle girildi", "entered")
    case .imported: Localized("dosyadan", "imported")
    case .derived: Localized("yeniden puanlandı", "re-scored")
    }
  }
}
