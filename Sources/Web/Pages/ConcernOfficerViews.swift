import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// Asks an officer for the passphrase.
struct ConcernUnlockView: View {
  let frame: Frame
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Concerns.unlockTitle), room: .concerns)
    head.lead = p(t(Text.Concerns.unlockLead))
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.concern(.unlock).path), .novalidate()) {
        token
        field("passphrase", Text.Concerns.passphrase, in: state, isRequired: true) { attributes in
          input(.type("password"), attributes, .autocomplete("off"), .maxlength(256))
        }
        div(.class("buttons")) {
          button(t(Text.Concerns.unlock), .type("submit"), .class("primary"))
          a(t(Text.Concerns.log), .href(Route.concern(.log).path))
        }
      }
    }
  }
}

/// All reports, for officers.
struct ConcernsView: View {
  let frame: Frame
  let lines: [ConcernLine]

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Concerns.listTitle), room: .concerns)
    head.lead = p(t(Text.Concerns.listLead))
    head.actions = fragment {
      a(t(Text.Concerns.officersAndKey), .class("button"), .href(Route.concern(.officers).path))
      a(t(Text.Concerns.log), .class("button"), .href(Route.concern(.log).path))
      form(.method("post"), .action(Route.concern(.lock).path)) {
        token
        button(t(Text.Concerns.lock), .type("submit"))
      }
    }
    return page(head) {
      if lines.isEmpty {
        p(t(Text.Concerns.empty), .class("empty"))
      } else {
        div(.class("table-frame")) {
          table(.class("cards-on-phone")) {
            caption(t(Text.Concerns.listTitle), .class("hidden"))
            thead {
              tr {
                th(t(Text.Concerns.number), .scope("col"))
                th(t(Text.Concerns.receivedOn), .scope("col"))
                th(t(Text.Concerns.subject), .scope("col"))
                th(t(Text.Concerns.state), .scope("col"))
              }
            }
            tbody { .fragment(lines.map(row)) }
          }
        }
      }
    }
  }

  private func row(_ line: ConcernLine) -> Node {
    tr {
      th(.scope("row")) { a("\(line.id)", .href(Route.concern(.show(line.id)).path)) }
      td { dayNode(line.receivedOn) }
      td(line.subject ?? t(Text.Concerns.unreadable), .class("wide-text"))
      td(.data("label", t(Text.Concerns.state))) {
        t(line.status.name)
        if line.isWaiting {
          " "
          span(t(Text.Concerns.waiting), .class("mark"))
        }
      }
    }
  }
}

/// One report, for officers: contents, messages, state, turning into an event or a risk.
struct ConcernView: View {
  let frame: Frame
  let content: ConcernPage
  let state: FormState
  /// Units in which the officer might record something.
  let units: [UnitLine]

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Concerns.report)) \(content.line.id)", room: .concerns,
      crumbs: [Crumb(text: t(Text.Concerns.listTitle), route: .concern(.list))])
    state.report(in: &head, language)
    return page(head) {
      facts
      h2(t(Text.Concerns.thread))
      ConcernMessages(frame: frame, messages: content.messages, reporter: Text.Concerns.reporter).node
      h2(t(Text.Concerns.write))
      writing
      h2(t(Text.Concerns.changeStatus))
      status
      if frame.permissions.contains(.manageEvents) || frame.permissions.contains(.addRisk) {
        h2(t(Text.Concerns.turn))
        turning
      }
    }
  }

  private func route(_ route: ConcernRoute) -> String { Route.concern(route).path }

  private var facts: Node {
    let report = content.report
    let facts: [(Localized, String)] = [
      (Text.Concerns.receivedOn, Figures.day(content.line.receivedOn, language)),
      (Text.Concerns.state, t(content.line.status.name)), (Text.Concerns.subject, report?.subject ?? ""),
      (Text.Concerns.text, report?.text ?? t(Text.Concerns.unreadable)),
      (Text.Concerns.reporterName, report?.name ?? ""), (Text.Concerns.reporterContact, report?.contact ?? ""),
    ]
    return dl(.class("facts")) {
      for fact in facts where !fact.1.isEmpty {
        dt(t(fact.0))
        dd(fact.1, .class("message-text"))
      }
    }
  }

  private var writing: Node {
    form(.method("post"), .action(route(.write(content.line.id))), .novalidate()) {
      token
      choice(
        "kind", Text.Concerns.kind, in: state, isShort: true,
        options: [("question", t(Text.Concerns.toReporter)), ("note", t(Text.Concerns.note))])
      textArea("text", Text.Concerns.message, in: state, isRequired: true)
      div(.class("buttons")) { button(t(Text.Concerns.write), .type("submit"), .class("primary")) }
    }
  }

  private var status: Node {
    form(.method("post"), .action(route(.status(content.line.id))), .novalidate()) {
      token
      choice(
        "status", Text.Concerns.state, in: state, isShort: true, empty: Text.Common.choose,
        options: ConcernStatus.allCases.filter { $0 != .new }.map { ($0.rawValue, t($0.name)) })
      textArea("remark", Text.Concerns.remark, in: state, rows: 2)
      div(.class("buttons")) { button(t(Text.Concerns.changeStatus), .type("submit")) }
    }
  }

  private var turning: Node {
    form(.method("post"), .action(route(.turn(content.line.id))), .novalidate()) {
      token
      p(t(Text.Concerns.turnLead))
      choice(
        "into", Text.Concerns.into, in: state, isShort: true,
        options: EventKind.allCases.map { ($0.rawValue, t($0.name)) } + [("risk", t(Text.Concerns.risk))])
      choice(
        "unit", Text.Common.unit, in: state, empty: Text.Common.choose,
        options: UnitOptions(frame: frame, units: units).open)
      textArea("description", Text.Concerns.turnText, in: state, rows: 2)
      dateField("occurredOn", Text.Events.occurred, in: state)
      div(.class("buttons")) { button(t(Text.Concerns.record), .type("submit")) }
    }
  }
}

/// Who opened the register and when.
struct ConcernLogView: View {
  let frame: Frame
  let lines: [JournalLine]
  let officers: [Account]

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Concerns.log), room: .concerns,
      crumbs: [Crumb(text: t(Text.Concerns.listTitle), route: .concern(.list))])
    head.lead = p(t(Text.Concerns.logLead))
    return page(head) {
      p {
        strong(t(Text.Concerns.officers) + ": ")
        officers.map { "\($0.displayName) (\($0.login))" }.joined(separator: ", ")
      }
      div(.class("table-frame")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Concerns.log), .class("hidden"))
          thead {
            tr {
              th("#", .scope("col"), .class("number"))
              th(t(Text.Common.when), .scope("col"))
              th(t(Text.Common.who), .scope("col"))
              th(t(Text.Journal.what), .scope("col"))
              th(t(Text.Concerns.opened), .scope("col"))
            }
          }
          tbody {
            for line in lines {
              tr {
                td(String(line.sequence), .class("number"))
                td(.class("nowrap")) { momentNode(line.at) }
                td(line.actor, .data("label", t(Text.Common.who)))
                td(t(JournalWords.act(line.useCase)), .data("label", t(Text.Journal.what)))
                td(opened(line), .data("label", t(Text.Concerns.opened)))
              }
            }
          }
        }
      }
    }
  }

  private func opened(_ line: JournalLine) -> String {
    guard line.entity == "concern" else { return "" }
    return line.entityKey == "0" ? t(Text.Concerns.theList) : line.entityKey
  }
}
