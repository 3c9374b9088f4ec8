import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The list of voting sessions.
struct VotesView: View {
  let frame: Frame
  let list: VoteSessionList

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Votes.title), room: .votes)
    if list.mayChair {
      head.actions = a(
        t(Text.Votes.newTitle), .class("button primary"), .href(Route.vote(.new(unit: nil, risk: nil)).path))
    }
    return page(head) {
      if list.lines.isEmpty {
        div(.class("empty")) {
          p(t(list.mayChair ? Text.Votes.empty : Text.Votes.emptyInvited))
          if list.mayChair { a(t(Text.Votes.newTitle), .href(Route.vote(.new(unit: nil, risk: nil)).path)) }
        }
      } else {
        div(.class("tools")) {
          downloads(.votes)
        }
        sessions
      }
    }
  }

  private var sessions: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Votes.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Votes.session), .scope("col"))
            th(t(Text.Votes.day), .scope("col"))
            th(t(Text.Common.unit), .scope("col"))
            th(t(Text.Common.state), .scope("col"))
            th(t(Text.Votes.accepted), .scope("col"))
            th(t(Text.Votes.yourTurn), .scope("col"))
          }
        }
        tbody { .fragment(list.lines.map(row)) }
      }
    }
  }

  private func row(_ line: VoteSessionLine) -> Node {
    tr(.class(line.session.closedAt == nil ? nil : "is-retired")) {
      th(.scope("row"), .class("wide-text")) {
        a(line.session.title, .href(Route.vote(.show(line.session.id)).path))
      }
      td(.data("label", t(Text.Votes.day))) { dayNode(line.session.heldOn) }
      td(line.unitCode, .title(line.unitName), .data("label", t(Text.Common.unit)))
      td(t(line.session.closedAt == nil ? Text.Votes.open : Text.Common.retired))
      td("\(line.acceptedCount) / \(line.itemCount)", .data("label", t(Text.Votes.accepted)))
      td(.data("label", t(Text.Votes.yourTurn))) {
        for position in line.waiting {
          a(
            "\(t(Text.Votes.item)) \(position)",
            .href(Route.vote(.item(VotePlace(line.session.id, position))).path))
          " "
        }
      }
    }
  }
}

/// The votes on a risk, on its page.
struct RiskVotes: View {
  let frame: Frame
  let reference: String
  let unitCode: String
  let votes: [RiskVote]
  /// Whether a past day is shown.
  let isPast: Bool

  /// The section.
  var node: Node {
    fragment {
      h2(t(Text.Votes.ofRisk))
      if votes.isEmpty {
        p(t(Text.Votes.ofRiskEmpty), .class("muted"))
      } else {
        ul { for vote in votes { li { line(vote) } } }
      }
      if frame.permissions.contains(.chairVotes), !isPast {
        p(.class("no-print")) {
          a(t(Text.Votes.newTitle), .href(Route.vote(.new(unit: unitCode, risk: reference)).path))
        }
      }
    }
  }

  private func line(_ vote: RiskVote) -> Node {
    fragment {
      dayNode(vote.heldOn)
      " — "
      RiskVotes.link(vote, vote.title)
      " · \(t(vote.pair.name)) · \(t(vote.state.name))"
    }
  }

  /// `text` as a link to where the vote stands, for those who may open it.
  static func link(_ vote: RiskVote, _ text: String) -> Node {
    vote.mayOpen ? a(text, .href(Route.vote(.item(vote.place)).path)) : span(text)
  }
}
