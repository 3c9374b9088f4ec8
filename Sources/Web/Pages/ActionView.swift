import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// One action: how it stands, progress, completing and cancelling, evidence, journal.
struct ActionView: View {
  let frame: Frame
  let content: ActionPage
  let evidence: EvidenceList
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(action.code) – \(action.details.title)", room: .actions,
      crumbs: [Crumb(text: t(Text.Actions.title), route: .action(.list(ActionQuery())))])
    if content.mayWrite, action.ending == nil {
      head.actions = a(t(Text.Common.edit), .class("button"), .href(route(.editForm(action.code))))
    }
    state.report(in: &head, language)
    return page(head) {
      section(.class("card")) {
        p(.class("score-line")) {
          statusBadge(content.line)
          span("%\(content.line.percent)", .class("score-value"))
          dueNode(content.line)
        }
        if let ending = action.ending {
          p {
            t(Text.Actions.ended) + ": "
            dayNode(ending.on)
            ", \(ending.by)" + (ending.note.isEmpty ? "" : " — \(ending.note)")
          }
        }
      }
      if content.mayWrite, action.ending == nil { progressForm }
      if content.mayWrite, action.ending?.kind == .completed { controlForm }
      h2(t(Text.Actions.progress))
      progress
      EvidencePart(frame: frame, list: evidence).node
      if content.mayWrite, action.ending == nil { endings }
      h2(t(Text.Actions.details))
      facts
      journal
    }
  }

  private var action: RiskAction { content.line.action }

  private func route(_ route: ActionRoute) -> String { Route.action(route).path }

  private var version: Node { hiddenField("version", state.values["version"] ?? String(action.version)) }

  private var controlForm: Node {
    section(.class("card no-print")) {
      p(t(Text.Actions.controlLead))
      form(.method("post"), .action(route(.control(action.code))), .novalidate()) {
        token
        div(.class("buttons")) { button(t(Text.Actions.makeControl), .type("submit")) }
      }
    }
  }

  private var progressForm: Node {
    section(.id("record"), .class("no-print")) {
      h2(t(Text.Actions.recordProgress))
      form(.method("post"), .action(route(.progress(action.code))), .novalidate()) {
        token
        textField(
          "percent", Text.Actions.percent, in: state, isShort: true, isRequired: true, maximum: 3,
          .inputmode("numeric"))
        dateField("on", Text.Actions.on, in: state, hint: Text.Actions.onHint)
        textArea("note", Text.Actions.note, in: state, rows: 2)
        div(.class("buttons")) { button(t(Text.Actions.recordProgress), .type("submit"), .class("primary")) }
      }
    }
  }

  private var progress: Node {
    guard !content.progress.isEmpty else { return p(t(Text.Actions.noProgress), .class("muted")) }
    return div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Actions.progress), .class("hidden"))
        thead {
          tr {
            th(t(Text.Actions.on), .scope("col"))
            th("%", .scope("col"), .class("number"))
            th(t(Text.Actions.note), .scope("col"))
            th(t(Text.Common.who), .scope("col"))
            th(t(Text.Common.when), .scope("col"))
          }
        }
        tbody {
          for entry in content.progress {
            tr {
              th(.scope("row"), .class("nowrap")) { dayNode(entry.on) }
              td(String(entry.percent), .class("number"), .data("label", "%"))
              td(entry.note, .class("wide-text"))
              td(entry.by, .data("label", t(Text.Common.who)))
              td(.class("nowrap")) { momentNode(entry.at) }
            }
          }
        }
      }
    }
  }

  private var endings: Node {
    fragment {
      section(.class("card no-print")) {
        h2(t(Text.Actions.complete))
        if content.evidenceCount == 0 {
          p(t(Text.Actions.needsEvidence), .id("f-evidence"), .tabindex(-1))
        } else {
          p(t(Text.Actions.completeLead))
          form(.method("post"), .action(route(.complete(action.code))), .novalidate()) {
            token
            version
            textArea("result", Text.Actions.result, in: state, rows: 2)
            div(.class("buttons")) { button(t(Text.Actions.complete), .type("submit")) }
          }
        }
      }
      details(.class("more no-print"), state.problems.contains { $0.field == "reason" } ? .open() : .absent) {
        summary(t(Text.Actions.cancel))
        form(.method("post"), .action(route(.cancel(action.code))), .novalidate()) {
          token
          version
          textArea("reason", Text.Actions.cancelReason, in: state, isRequired: true, rows: 2)
          div(.class("buttons")) { button(t(Text.Actions.cancel), .type("submit"), .class("danger")) }
        }
      }
    }
  }

  private var facts: Node {
    let details = action.details
    let rows: [(Localized, String)] = [
      (Text.Actions.unit, content.unitPath.map(\.name).joined(separator: " › ")), (Text.Actions.owner, details.owner),
      (Text.Actions.partners, content.line.partners.joined(separator: ", ")),
      (Text.Actions.cost, details.cost.map { t(Lira.text($0)) } ?? ""),
      (Text.Actions.startsOn, Figures.day(details.startsOn, language)),
      (Text.Actions.dueOn, Figures.day(details.dueOn, language)), (Text.Actions.outcome, details.outcome),
    ]
    return dl(.class("facts")) {
      dt(t(Text.Actions.risks))
      dd {
        for risk in content.risks {
          div {
            a(risk.reference, .href(Route.risk(risk.reference, asOf: nil).path))
            " " + risk.statement
          }
        }
      }
      for row in rows where !row.1.isEmpty {
        dt(t(row.0))
        dd(row.1)
      }
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
