import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The Risk Oylama Formu to print: risks by members' votes, means, results, lines to sign on. Sealed votes are not on it.
struct VotePaperView: View {
  let frame: Frame
  let content: VoteSessionPage

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Votes.form), room: .votes,
      crumbs: [
        Crumb(text: t(Text.Votes.title), route: .vote(.list)),
        Crumb(text: content.session.title, route: .vote(.show(content.session.id))),
      ], methodology: content.items.compactMap { $0.deciding?.methodology }.last)
    head.isWide = true
    head.lead = p(t(Text.Votes.print), .class("muted no-print"))
    return page(head) {
      div(.class("vote-paper")) {
        facts
        sheet
        h2(t(Text.Votes.signatures))
        signatures
      }
    }
  }

  /// Members by letter: A, B, C … Z, AA, AB …
  private var members: [(letter: String, person: VotePerson)] {
    content.people.enumerated().map { index, person in (VotePaperView.letter(index), person) }
  }

  static func letter(_ index: Int) -> String {
    let sign = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? sign : letter(index / 26 - 1) + sign
  }

  private var facts: Node {
    dl(.class("facts")) {
      dt(t(Text.Votes.administration))
      dd(frame.administration.name)
      dt(t(Text.Common.unit))
      dd(content.unitPath.dropFirst().map(\.name).joined(separator: " › "))
      dt(t(Text.Votes.session))
      dd(content.session.title)
      dt(t(Text.Votes.day))
      dd { dayNode(content.session.heldOn) }
      dt(t(Text.Votes.chair))
      dd(content.chairName)
    }
  }

  private var sheet: Node {
    div(.class("table-frame"), .tabindex(0), .role("region"), .aria("label", t(Text.Votes.form))) {
      table {
        caption(t(Text.Votes.form), .class("hidden"))
        thead { heads }
        tbody { .fragment(content.items.map(row)) }
      }
    }
  }

  private var heads: Node {
    fragment {
      tr {
        for name in [
          Text.Votes.order, Text.Common.reference, Text.Votes.target, Text.Votes.objective, Text.Votes.riskAndCause,
          Text.Votes.voted,
        ] { th(t(name), .scope("col"), .rowspan(2)) }
        th(t(Text.Common.impact), .scope("colgroup"), .colspan(members.count + 1))
        th(t(Text.Common.likelihood), .scope("colgroup"), .colspan(members.count + 1))
        th(t(Text.Common.score), .scope("col"), .rowspan(2))
      }
      tr {
        for _ in 0..<2 {
          for member in members { th(member.letter, .scope("col"), .class("letter")) }
          th(t(Text.Votes.mean), .scope("col"))
        }
      }
    }
  }

  private func row(_ line: VoteItemLine) -> Node {
    let details = line.risk.details
    let round = line.deciding
    return tr {
      td(String(line.item.position), .class("number"))
      th(line.risk.reference, .scope("row"), .class("nowrap"))
      td(details.strategicTarget)
      td(details.unitObjective)
      td {
        details.statement
        if !details.cause.isEmpty {
          br()
          details.cause
        }
      }
      td {
        t(line.item.pair.name)
        if let round { " · \(round.round.number). \(t(Text.Votes.round))" }
      }
      votes(round, round?.result?.impact) { $0.impact }
      votes(round, round?.result?.likelihood) { $0.likelihood }
      td { outcome(line) }
    }
  }

  private func votes(
    _ round: VoteRoundPage?, _ value: VotedValue?, _ vote: (VoteBallot) -> Int
  ) -> Node {
    fragment {
      for member in members {
        let ballot = round?.ballots.first { $0.accountID == member.person.accountID }
        td(ballot.map { String(vote($0)) } ?? "–", .class("letter"))
      }
      td(value.map { number("\($0.statistics.mean)") } ?? "–", .class("number"))
    }
  }

  private func outcome(_ line: VoteItemLine) -> Node {
    guard let score = line.deciding?.score else { return .text("–") }
    return fragment {
      "\(score.impact) × \(score.likelihood)"
      if let value = score.value { " = \(value)" }
      " "
      badge(score.level)
      if line.state != .accepted { " (\(t(line.state.name)))" }
    }
  }

  private var signatures: Node {
    div(.class("table-frame"), .tabindex(0), .role("region"), .aria("label", t(Text.Votes.signatures))) {
      table {
        caption(t(Text.Votes.signatures), .class("hidden"))
        thead {
          tr {
            th(t(Text.Votes.member), .scope("col"))
            th(t(Text.Votes.nameSurname), .scope("col"))
            th(t(Text.Votes.signature), .scope("col"))
          }
        }
        tbody {
          for member in members {
            tr {
              th(member.letter, .scope("row"))
              td(member.person.name)
              td(member.person.isAbsent ? t(Text.Votes.absent) : "", .class("signature"))
            }
          }
          if !content.people.contains(where: { $0.accountID == content.session.chairID }) {
            tr {
              th(t(Text.Votes.chair), .scope("row"))
              td(content.chairName)
              td("", .class("signature"))
            }
          }
        }
      }
    }
  }
}
