import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The controls of a risk and the residual pair they suggest, as a part of the risk's page.
struct RiskControlsPart: View {
  let frame: Frame
  let risk: RiskPage
  let controls: RiskControls

  /// The part, with its own heading.
  var node: Node {
    section(.id("controls")) {
      h2(t(Text.Controls.title))
      if controls.lines.isEmpty {
        p(t(controls.mayLink ? Text.Controls.ofRiskEmpty : Text.Controls.ofRiskEmptyReading), .class("muted"))
      } else {
        theTable
      }
      if controls.mayLink {
        p(.class("no-print")) {
          a(t(Text.Controls.linkTitle), .class("button"), .href(route(.linkForm(risk: reference, control: nil))))
        }
      }
      if !controls.lines.isEmpty { suggestion }
      written
    }
  }

  private var reference: String { risk.row.risk.reference }

  private func route(_ route: ControlRoute) -> String { Route.control(route).path }

  private var theTable: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Controls.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Controls.control), .scope("col"))
            th(t(Text.Controls.kind), .scope("col"))
            th(t(Text.Controls.factor), .scope("col"))
            th(t(Text.Controls.share), .scope("col"), .class("number"))
            th(t(Text.Controls.testScore), .scope("col"), .class("number"))
            th(t(Text.Controls.strength), .scope("col"), .class("number"))
            if controls.mayLink { th(t(Text.Common.actions), .scope("col"), .class("no-print")) }
          }
        }
        tbody { .fragment(controls.lines.map(row)) }
      }
    }
  }

  private func row(_ line: RiskControls.Line) -> Node {
    let code = line.control.code
    return tr {
      th(.scope("row"), .class("wide-text")) {
        if line.mayOpen { a(code, .href(route(.show(code)))) } else { code }
        " – " + line.control.details.name
        if line.control.retiredOn != nil {
          " "
          span(t(Text.Controls.closedMark), .class("mark"))
        }
      }
      td(t(line.control.details.kind.name), .data("label", t(Text.Controls.kind)))
      td(t(line.link.factor.name), .data("label", t(Text.Controls.factor)))
      td(percentText(line.link.share), .class("number"), .data("label", t(Text.Controls.share)))
      td(
        line.standing.testScore.map { t(IndicatorReasons.number($0)) } ?? "?", .class("number"),
        .data("label", t(Text.Controls.testScore)))
      td(fractionText(line.standing.strength), .class("number"), .data("label", t(Text.Controls.strength)))
      if controls.mayLink {
        td(.class("keeps no-print")) {
          a(
            t(Text.Common.edit), .href(route(.linkForm(risk: reference, control: code))),
            .aria("label", "\(t(Text.Common.edit)): \(code)"))
          " · "
          a(
            t(Text.Controls.unlink), .href(route(.unlinkForm(risk: reference, control: code))),
            .aria("label", "\(t(Text.Controls.unlink)): \(code)"))
        }
      }
    }
  }

  private var suggestion: Node {
    section(.class("card")) {
      h3(t(Text.Controls.suggestion))
      p(.class("small")) {
        t(Text.Controls.method) + ": "
        a(t(controls.method.name), .href(route(.method)))
        if let choice = controls.choice {
          " · " + t(Text.Risk.inForceSince) + " "
          dayNode(choice.effectiveOn)
        } else {
          " · " + t(Text.Controls.byMethodology)
        }
      }
      if let suggestion = controls.suggestion { suggested(suggestion) } else { p(t(missing), .class("muted")) }
    }
  }

  private var missing: Localized {
    if risk.row.assessment == nil { return Text.Controls.assessFirst }
    return risk.row.risk.details.kind == .opportunity ? Text.Controls.noneForOpportunities : Text.Controls.noneOpen
  }

  private func suggested(_ suggestion: ResidualSuggestion) -> Node {
    fragment {
      if let score = controls.score {
        scoreLine(score.pair(), in: risk.methodology)
      } else if suggestion.likelihood != nil || suggestion.impact != nil {
        p(suggestion.text)
      }
      if !suggestion.unknown.isEmpty {
        p(t(Text.Controls.unknownBecause) + ":")
        ul { for gap in suggestion.unknown { li(t(gap)) } }
      }
      reasons(suggestion.reasons, of: why(nil, suggestion.text))
      comparison(suggestion)
    }
  }

  private func comparison(_ suggestion: ResidualSuggestion) -> Node {
    fragment {
      if let chosen = controls.chosen, suggestion.likelihood != nil || suggestion.impact != nil {
        let pair = "\(chosen.likelihood) × \(chosen.impact)"
        p(
          "\(t(Text.Controls.chosen)): \(pair). \(t(controls.differs ? Text.Controls.differs : Text.Controls.agrees))",
          controls.differs ? .class("warning") : .class("muted"))
        if controls.differs, let reason = risk.row.assessment?.reason, !reason.isEmpty {
          p("\(t(Text.Common.reason)): «\(reason)»")
        }
      }
      if controls.mayAdopt, controls.differs || controls.chosen == nil {
        form(.method("post"), .action(route(.adopt(risk: reference))), .class("no-print")) {
          token
          hiddenField("version", String(risk.row.risk.version))
          button(t(Text.Controls.adopt), .type("submit"))
        }
      }
    }
  }

  private var written: Node {
    guard controls.mayLink, !controls.written.isEmpty, frame.permissions.contains(.manageControls) else {
      return .empty
    }
    return details(.class("more no-print")) {
      summary("\(t(Text.Controls.written)) (\(count(controls.written.count)))")
      p(t(Text.Controls.writtenHint), .class("muted"))
      ul(.class("plain")) {
        for text in controls.written {
          li {
            text + " "
            a(
              t(Text.Controls.toLibrary),
              .href(route(.new(unit: nil, risk: reference, name: String(text.prefix(200))))),
              .aria("label", "\(t(Text.Controls.toLibrary)): \(text)"))
          }
        }
      }
    }
  }
}
