import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The form that proposes a statement of appetite.
struct AppetiteProposalView: View {
  let frame: Frame
  let state: FormState
  let methodology: Methodology

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Appetite.proposeTitle), room: .appetite,
      crumbs: [Crumb(text: t(Text.Appetite.title), route: .appetite(.list(AppetiteQuery())))],
      methodology: methodology)
    head.lead = p(t(Text.Appetite.proposeLead))
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.appetite(.propose).path), .novalidate()) {
        token
        choice(
          "kind", Text.Appetite.subject, in: state, hint: Text.Appetite.precedence,
          options: [
            ("overall", t(Text.Appetite.overall)), ("category", t(Text.Appetite.aCategory)),
            ("target", t(Text.Appetite.aTarget)),
          ])
        choice(
          "category", Text.Appetite.category, in: state, empty: Text.Common.choose,
          options: frame.categories.options(chosen: state.values["category"] ?? "", language))
        textField("target", Text.Appetite.target, in: state, hint: Text.Appetite.targetHint, isShort: true, maximum: 60)
        limits
        textArea("rationale", Text.Appetite.rationale, in: state, isRequired: true)
        dateField("validFrom", Text.Appetite.validFrom, in: state, hint: Text.Appetite.validFromHint)
        dateField("validUntil", Text.Appetite.validUntil, in: state, hint: Text.Appetite.validUntilHint)
        div(.class("buttons")) {
          button(t(Text.Appetite.propose), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.appetite(.list(AppetiteQuery())).path))
        }
      }
    }
  }

  private var limits: Node {
    fieldset(.class("group")) {
      legend("\(t(Text.Appetite.scale)): \(t(methodology.name))")
      ul(.class("chips")) {
        for level in methodology.levels {
          li {
            badge(level)
            " \(range(of: level))"
          }
        }
      }
      for (name, label, hint) in [
        ("appetite", Text.Appetite.appetite, Text.Appetite.appetiteHint),
        ("tolerance", Text.Appetite.tolerance, Text.Appetite.toleranceHint),
        ("capacity", Text.Appetite.capacity, Text.Appetite.capacityHint),
      ] {
        textField(
          name, label, in: state, hint: hint, isShort: true, isRequired: true, maximum: 9, .inputmode("numeric"))
      }
    }
  }

  private func range(of level: Level) -> String {
    let scores = methodology.scoreRange.filter { methodology.level(ofScore: $0)?.id == level.id }
    guard let first = scores.first, let last = scores.last else { return "" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }
}

/// The form that approves or refuses a proposal.
struct AppetiteDecisionView: View {
  let frame: Frame
  let state: FormState
  let line: AppetiteLine

  /// The page.
  var node: Node {
    let statement = line.statement
    var head = PageHead(
      title: "\(t(line.mayWithdraw ? Text.Appetite.withdraw : Text.Appetite.decideTitle)): "
        + "#\(statement.id) \(t(line.subject))", room: .appetite,
      crumbs: [Crumb(text: t(Text.Appetite.title), route: .appetite(.list(AppetiteQuery())))])
    if line.mayDecide { head.lead = p(t(Text.Appetite.decideLead)) }
    state.report(in: &head, language)
    return page(head) {
      dl(.class("facts")) {
        for (name, value, level) in zip3 {
          dt(t(name))
          dd { limitNode(value, level) }
        }
        dt(t(Text.Appetite.rationale))
        dd(statement.rationale)
        dt(t(Text.Appetite.valid))
        dd {
          dayNode(statement.validFrom)
          " – "
          if let until = statement.validUntil { dayNode(until) }
        }
        dt(t(Text.Appetite.proposedBy))
        dd(statement.proposedBy)
        dt(t(Text.Common.state))
        dd(t(line.standing.name))
        if let withdrawal = statement.withdrawal {
          dt(t(Text.Appetite.withdrawn))
          dd {
            dayNode(withdrawal.at.dayInIstanbul)
            " \(withdrawal.by) «\(withdrawal.reason)»"
          }
        }
      }
      if line.mayDecide { decisionForm }
      if line.mayWithdraw { withdrawalForm }
    }
  }

  private var zip3: [(Localized, Int, Level?)] {
    let limits = line.statement.limits
    return [
      (Text.Appetite.appetite, limits.appetite, line.levels[0]),
      (Text.Appetite.tolerance, limits.tolerance, line.levels[1]),
      (Text.Appetite.capacity, limits.capacity, line.levels[2]),
    ]
  }

  private var withdrawalForm: Node {
    form(.method("post"), .action(Route.appetite(.withdraw(line.statement.id)).path), .novalidate()) {
      token
      h2(t(Text.Appetite.withdraw))
      p(t(Text.Appetite.withdrawLead), .class("muted"))
      textArea("reason", Text.Appetite.rationale, in: state, isRequired: true)
      div(.class("buttons")) {
        button(t(Text.Appetite.withdraw), .type("submit"))
        a(t(Text.Common.cancel), .href(Route.appetite(.list(AppetiteQuery())).path))
      }
    }
  }

  private var decisionForm: Node {
    form(.method("post"), .action(Route.appetite(.decide(line.statement.id)).path), .novalidate()) {
      token
      textArea("note", Text.Appetite.note, in: state, hint: Text.Appetite.noteHint)
      div(.class("buttons")) {
        button(t(Text.Appetite.approve), .type("submit"), .class("primary"), .name("decision"), .value("approved"))
        button(t(Text.Appetite.refuse), .type("submit"), .name("decision"), .value("refused"))
        a(t(Text.Common.cancel), .href(Route.appetite(.list(AppetiteQuery())).path))
      }
    }
  }
}
