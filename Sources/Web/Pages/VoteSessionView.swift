import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// One voting session: agenda with its state, people, closing.
struct VoteSessionView: View {
  let frame: Frame
  let content: VoteSessionPage

  /// The page.
  var node: Node {
    var head = PageHead(
      title: content.session.title, room: .votes, crumbs: [Crumb(text: t(Text.Votes.title), route: .vote(.list))],
      methodology: content.items.compactMap { $0.deciding?.methodology }.last)
    head.actions = actions
    head.lead = lead
    return page(head) {
      if !content.findings.isEmpty, content.session.closedAt == nil {
        ul(.class("findings")) { for finding in content.findings { li(t(finding.message)) } }
      }
      h2(t(Text.Votes.agenda))
      live
      p(.class("no-print")) { a(t(Text.Votes.refresh), .href(Route.vote(.show(id)).path)) }
      h2(t(Text.Votes.participants))
      people
      closing
    }
  }

  private var id: Identifier<VoteSession> { content.session.id }

  private var actions: Node {
    fragment {
      if content.mayEdit {
        a(t(Text.Common.edit), .class("button"), .href(Route.vote(.editForm(id)).path))
      }
      a(t(Text.Votes.form), .class("button"), .href(Route.vote(.form(id)).path))
    }
  }

  private var lead: Node {
    fragment {
      p(.class("muted")) {
        content.unitPath.last?.name ?? ""
        " · "
        dayNode(content.session.heldOn)
        " · \(t(Text.Votes.chair)): \(content.chairName)"
      }
      if let closedAt = content.session.closedAt {
        p(.class("warning")) {
          t(Text.Votes.isClosed) + " "
          momentNode(closedAt)
        }
      }
    }
  }

  /// What changes while others vote.
  var live: Node {
    let done = content.items.count { $0.state == .accepted }
    return div(
      .data("poll", Route.vote(.live(id, stamp: nil)).path), .data("stamp", content.stamp),
      .data("offline", t(Text.Votes.offline))
    ) {
      p(
        "\(done) / \(content.items.count) \(t(Text.Votes.accepted))", .class("vote-state"), .role("status"),
        .data("poll-status", "1"))
      p(t(Text.Votes.outdated), .class("warning"), .data("poll-notice", "1"), .hidden())
      div(.data("part", "agenda"), .data("key", content.stamp)) { agenda }
    }
  }

  private var agenda: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Votes.agenda), .class("hidden"))
        thead {
          tr {
            th(t(Text.Votes.item), .scope("col"))
            th(t(Text.Common.statement), .scope("col"))
            th(t(Text.Votes.voted), .scope("col"))
            th(t(Text.Common.state), .scope("col"))
            th(t(Text.Votes.result), .scope("col"))
          }
        }
        tbody { .fragment(content.items.map(row)) }
      }
    }
  }

  private func row(_ line: VoteItemLine) -> Node {
    tr {
      th(.scope("row"), .class("nowrap")) {
        a(
          "\(line.item.position). \(line.risk.reference)",
          .href(Route.vote(.item(VotePlace(id, line.item.position))).path))
      }
      td(line.risk.details.statement, .class("wide-text"))
      td(t(line.item.pair.name), .class("nowrap"), .data("label", t(Text.Votes.voted)))
      td(.data("label", t(Text.Common.state))) {
        t(line.state.name)
        if line.state == .voting {
          span(
            " · " + t(Text.Votes.progress(line.current?.voters.count ?? 0, of: content.session.present.count)),
            .class("muted small"))
        }
      }
      td(.data("label", t(Text.Votes.result))) {
        if line.state != .voting, let score = line.deciding?.score {
          "\(score.likelihood) × \(score.impact)"
          if let value = score.value { " = \(value)" }
          " "
          badge(score.level)
        }
      }
    }
  }

  private var people: Node {
    ul {
      for person in content.people {
        li {
          person.name
          if person.isAbsent { span(" · " + t(Text.Votes.absent), .class("muted")) }
          if person.accountID == content.session.chairID { span(" · " + t(Text.Votes.chair), .class("muted")) }
        }
      }
    }
  }

  private var closing: Node {
    guard content.maySteer else { return .empty }
    return form(.method("post"), .action(Route.vote(.close(id)).path), .class("no-print")) {
      token
      hiddenField("version", String(content.session.version))
      p(t(Text.Votes.closeHint), .class("muted"))
      button(t(Text.Votes.close), .type("submit"))
    }
  }
}
