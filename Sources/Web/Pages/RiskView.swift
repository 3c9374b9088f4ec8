import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// One risk: statement, both scores with their reasons, findings, details, history with its trend, journal.
struct RiskView: View {
  let frame: Frame
  let risk: RiskPage
  /// Indicators linked to the risk, with their rules.
  var indicators: (lines: [IndicatorLine], rules: IndicatorRules)?
  /// Controls of the risk and what they suggest.
  var controls: RiskControls?
  /// Actions that serve the risk.
  var actions: RiskActions?
  /// Evidence files of the risk.
  var evidence: EvidenceList?
  /// Steps of processes the risk is linked to, on the day shown.
  var steps: [ProcessStepLine] = []
  /// The process that the risk's free text means; `nil` where it is none in view.
  var process: ProcessRecord?
  /// Votes on the risk, as they stood on the day shown.
  var votes: [RiskVote] = []

  /// Events linked to the risk; `nil` where they are not shown.
  var events: RiskEvents?
  /// The risk's estimate in numbers.
  var estimate: EstimatePage?

  /// A form of the parts on identification that was refused.
  var identificationForm: (form: String, state: FormState)?

  /// Review day and escalations; `nil` where they are not shown.
  var oversight: RiskOversight?

  /// The page.
  var node: Node {
    var head = PageHead(
      title: reference, room: .risks,
      crumbs: [Crumb(text: t(Text.Frame.risks), route: .register(.init()))] + unitCrumbs,
      methodology: risk.methodology)
    head.actions = headActions
    head.lead = lead
    identificationForm?.state.report(in: &head, language)
    let identification = RiskIdentificationView(
      frame: frame, risk: risk, isPast: frame.asOf != nil, refused: identificationForm)
    return page(head) {
      identification.lead
      findings
      statement
      identification.wording
      h2(t(Text.Risk.scores))
      scores
      h2(t(Text.Risk.details))
      RiskFacts(frame: frame, risk: risk, process: process, steps: steps).node
      if let appetite = risk.appetite {
        RiskAppetitePart(
          frame: frame, reference: reference, appetite: appetite, methodology: risk.methodology,
          isPast: frame.asOf != nil
        ).node
      }
      if let controls { RiskControlsPart(frame: frame, risk: risk, controls: controls).node }
      ProcessStepsPart(
        frame: frame, steps: steps,
        risk: frame.asOf == nil && frame.permissions.contains(.manageProcesses) ? reference : nil
      ).node
      identification.origin
      identification.sharing
      identification.relations
      if let actions { RiskActionsPart(frame: frame, reference: reference, actions: actions).node }
      if let indicators {
        RiskIndicators(
          frame: frame, reference: reference, unitCode: risk.row.unitCode, lines: indicators.lines,
          rules: indicators.rules
        ).node
      }
      if let estimate { EstimatePart(frame: frame, estimate: estimate).node }
      if let evidence { EvidencePart(frame: frame, list: evidence).node }
      if let events {
        RiskEventsView(frame: frame, reference: reference, unitCode: risk.row.unitCode, events: events).node
      }
      RiskVotes(
        frame: frame, reference: reference, unitCode: risk.row.unitCode, votes: votes, isPast: frame.asOf != nil
      ).node
      if let oversight { RiskOversightView(frame: frame, reference: reference, oversight: oversight).node }
      h2(t(Text.Risk.history))
      RiskHistory(frame: frame, risk: risk, votes: votes).node
      journal
      pastDayForm(.risk(reference, asOf: nil))
    }
  }

  private var reference: String { risk.row.risk.reference }
  private var details: RiskDetails { risk.row.risk.details }

  private var unitCrumbs: [Crumb] {
    risk.unitPath.dropFirst().map { unit in
      var query = RegisterQuery()
      query.unitCode = unit.code
      return Crumb(text: unit.name, route: .register(query))
    }
  }

  private var headActions: Node {
    guard frame.asOf == nil else { return .empty }
    return fragment {
      if risk.row.risk.retiredOn == nil {
        if risk.permissions.contains(.assess) {
          a(t(Text.Risk.assess), .class("button primary"), .href(Route.assessForm(reference).path))
        }
        if risk.permissions.contains(.edit) {
          a(t(Text.Common.edit), .class("button"), .href(Route.editRiskForm(reference).path))
        }
        if risk.permissions.contains(.retire) {
          a(t(Text.Risk.retire), .class("button"), .href(Route.retireRiskForm(reference).path))
        }
      } else if risk.permissions.contains(.retire) {
        reopenForm(.reinstateRisk(reference), version: risk.row.risk.version)
      }
    }
  }

  private var lead: Node {
    fragment {
      p(.class("statement-line")) {
        details.statement
        if details.isKeyRisk {
          " "
          span(t(Text.Risk.key), .class("mark"))
        }
        if details.kind == .opportunity {
          " "
          span("◇ " + t(details.kind.name), .class("mark"))
        }
      }
      pastDayLead(.risk(reference, asOf: nil))
      if let day = risk.row.risk.retiredOn {
        p(.class("warning")) {
          t(Text.Risk.retiredLead)
          " "
          dayNode(day)
          " — " + risk.row.risk.retireReason
        }
      }
    }
  }

  private var findings: Node {
    guard !risk.findings.isEmpty else { return .empty }
    return ul(.class("findings"), .aria("label", t(Text.Risk.findings))) {
      for finding in risk.findings {
        li(t(finding.message), .class(finding.severity == .error ? "error" : nil))
      }
    }
  }

  private var statement: Node {
    let parts = [
      (Text.Risk.cause, details.cause), (Text.Risk.event, details.event), (Text.Risk.consequence, details.consequence),
    ]
    guard parts.contains(where: { !$0.1.isEmpty }) else { return .empty }
    return ol(.class("statement-flow"), .aria("label", t(Text.Risk.statement))) {
      for part in parts where !part.1.isEmpty {
        li {
          strong(t(part.0))
          part.1
        }
      }
    }
  }

  private var scores: Node {
    guard let assessment = risk.row.assessment else {
      return div(.class("empty")) {
        p(t(Text.Risk.notAssessed))
        if risk.permissions.contains(.assess), frame.asOf == nil {
          a(t(Text.Risk.assess), .href(Route.assessForm(reference).path))
        }
        declared
      }
    }
    return div(.class("pair")) {
      card(Text.Common.inherent, assessment.inherent, risk.inherentReasons, isEffective: assessment.residual == nil)
      if let residual = assessment.residual {
        card(Text.Common.residual, residual, risk.residualReasons, isEffective: true)
      } else {
        section(.class("card")) {
          h3(t(Text.Common.residual))
          p(t(Text.Risk.noResidual), .class("muted"))
        }
      }
      if let target = assessment.target { card(Text.Common.target, target, [], isEffective: false) }
      declared
    }
  }

  private func card(_ name: Localized, _ pair: JudgedPair, _ steps: [ExplanationStep], isEffective: Bool) -> Node {
    let level = risk.methodology.level(pair.levelID)
    return section(.class("card")) {
      h3(t(name))
      scoreLine(pair, in: risk.methodology)
      if isEffective, let assessment = risk.row.assessment {
        if details.kind == .threat, let grade = risk.row.grade {
          p { gradeBadge(grade, isDefault: risk.row.appetite == nil) }
        }
        if let level, !t(level.reaction).isEmpty {
          p(.class("small")) {
            t(Text.Risk.reaction) + ": " + t(level.reaction) + " "
            unverifiedMark(level.citation)
          }
        }
        p(.class("small")) {
          t(Text.Risk.nextReview) + ": "
          let day = oversight?.reviewOn ?? assessment.nextReviewOn
          dayNode(day)
          " (" + Figures.distance(day, from: frame.shown, language) + ")"
        }
      }
      reasons(steps, of: why(pair.score, level.map { t($0.name) } ?? pair.levelID))
    }
  }

  private var declared: Node {
    guard details.declaredScore != nil || !details.declaredLevel.isEmpty else { return .empty }
    let ours = risk.row.assessment?.effective.score
    let differs = details.declaredScore != nil && ours != nil && details.declaredScore != ours
    return section(.class("card")) {
      h3(t(Text.Risk.declared))
      div(.class("score-line")) {
        if let score = details.declaredScore { span(String(score), .class("score-value")) }
        span(details.declaredLevel)
      }
      if differs { p(t(Text.Risk.declaredDiffers), .class("verdict-above small")) }
    }
  }

  private var journal: Node {
    guard risk.permissions.contains(.journal), !risk.journal.isEmpty else { return .empty }
    return GuvenceMarkup.details(.class("more")) {
      summary("\(t(Text.Risk.journal)) (\(count(risk.journal.count)))")
      journalTable(risk.journal, showsEntity: false)
    }
  }
}
