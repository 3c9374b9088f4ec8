import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// One line of the agenda: the risk, the vote, the results of its rounds, the chair's steps.
struct VoteItemView: View {
  let frame: Frame
  let content: VoteItemPage
  let state: FormState

  /// The page.
  var node: Node {
    let session = content.page.session
    var head = PageHead(
      title: "\(t(Text.Votes.item)) \(place.position) / \(content.page.items.count): \(line.risk.reference)",
      room: .votes,
      crumbs: [
        Crumb(text: t(Text.Votes.title), route: .vote(.list)),
        Crumb(text: session.title, route: .vote(.show(session.id))),
      ], methodology: line.deciding?.methodology ?? content.methodology)
    head.lead = p(.class("statement-line")) {
      line.risk.details.statement + " "
      span(t(line.item.pair.name), .class("mark"))
    }
    state.report(in: &head, language)
    return page(head) {
      risk
      live
      p(.class("no-print")) {
        a(t(Text.Votes.refresh), .href(Route.vote(.item(place)).path))
        neighbour(place.position - 1, Text.Votes.previous)
        neighbour(place.position + 1, Text.Votes.next)
      }
    }
  }

  private var line: VoteItemLine { content.line }
  private var place: VotePlace { VotePlace(content.page.session.id, line.item.position) }

  private func neighbour(_ position: Int, _ name: Localized) -> Node {
    guard content.page.items.contains(where: { $0.item.position == position }) else { return .empty }
    return fragment {
      " · "
      a(t(name), .href(Route.vote(.item(VotePlace(place.session, position))).path))
    }
  }

  private var risk: Node {
    let details = line.risk.details
    let facts = [
      (Text.Risk.cause, details.cause), (Text.Risk.event, details.event),
      (Text.Risk.consequence, details.consequence), (Text.RiskForm.controls, details.controls),
    ].filter { !$0.1.isEmpty }
    return fragment {
      if !facts.isEmpty {
        dl(.class("facts")) {
          for fact in facts {
            dt(t(fact.0))
            dd(fact.1)
          }
        }
      }
      if content.mayReadRisk {
        p(.class("no-print")) { a(line.risk.reference, .href(Route.risk(line.risk.reference, asOf: nil).path)) }
      }
    }
  }

  /// What changes while others vote.
  var live: Node {
    div(
      .data("poll", Route.vote(.itemLive(place, stamp: nil)).path), .data("stamp", content.stamp),
      .data("offline", t(Text.Votes.offline))
    ) {
      p(status, .class("vote-state"), .role("status"), .data("poll-status", "1"))
      p(t(Text.Votes.outdated), .class("warning"), .data("poll-notice", "1"), .hidden())
      div(.data("part", "act"), .data("key", actKey)) {
        VoteStepsView(frame: frame, content: content, state: state).node
      }
      div(.data("part", "state"), .data("key", content.stamp)) {
        voters
        Node.fragment(
          line.rounds.filter(\.round.isOpened).reversed().map {
            VoteRoundView(frame: frame, page: content.page, round: $0).node
          })
      }
    }
  }

  /// What the forms depend on; a vote of somebody else does not change them.
  private var actKey: String {
    "\(line.current?.round.id.description ?? "0")-\(line.state.rawValue)-\(content.mayVote)-\(content.page.maySteer)"
      + (content.isRiskChanged ? "-changed" : "")
  }

  private var status: String {
    guard let round = line.current, line.state == .voting else { return t(line.state.name) }
    let cast = t(Text.Votes.progress(round.voters.count, of: content.page.session.present.count))
    return "\(round.round.number). \(t(Text.Votes.round)): \(t(line.state.name)) · \(cast)"
  }

  private var voters: Node {
    guard let round = line.current, line.state == .voting else { return .empty }
    return fragment {
      h2(t(Text.Votes.who))
      ul(.class("voters")) {
        for person in content.page.people {
          let hasVoted = round.voters.contains(person.accountID)
          li {
            person.name + ": "
            if hasVoted {
              span("✓ " + t(Text.Votes.hasVoted), .class("done-mark"))
            } else {
              span(t(person.isAbsent ? Text.Votes.absent : Text.Votes.notYet), .class("muted"))
            }
          }
        }
      }
    }
  }
}
