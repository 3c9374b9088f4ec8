import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension WebApplication {
  /// Voting workshops: list, make, show, vote, decide, form.
  func votes(_ route: VoteRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .list: return visit.page(VotesView(frame: visit.frame, list: try app.voteSessions(by: actor)).node)
    case .export:
      return .download(
        .bytes(try app.exportVotes(by: actor)), name: "oylar-\(visit.now.dayInIstanbul).csv",
        contentType: ExportFormat.csv.contentType)
    case .show(let id):
      return visit.page(VoteSessionView(frame: visit.frame, content: try app.voteSession(id, by: actor)).node)
    case .live(let id, let stamp):
      let content = try app.voteSession(id, by: actor)
      if content.stamp == stamp { return Response(status: 204) }
      return visit.page(VoteSessionView(frame: visit.frame, content: content).live)
    case .form(let id):
      return visit.page(VotePaperView(frame: visit.frame, content: try app.voteSession(id, by: actor)).node)
    case .item(let place): return visit.page(try itemPage(place, FormState(), visit))
    case .itemLive(let place, let stamp):
      let content = try app.voteItem(place, by: actor)
      if content.stamp == stamp { return Response(status: 204) }
      return visit.page(VoteItemView(frame: visit.frame, content: content, state: FormState()).live)
    case .new, .add, .editForm, .edit, .close: return try voteSessions(route, visit)
    case .cast, .round, .open, .accept: return try voteSteps(route, visit)
    }
  }

  private func itemPage(_ place: VotePlace, _ state: FormState, _ visit: Visit) throws -> Node {
    VoteItemView(frame: visit.frame, content: try app.voteItem(place, by: try visit.actor), state: state).node
  }

  private func voteSteps(_ route: VoteRoute, _ visit: Visit) throws -> Response {
    switch route {
    case .cast(let place): return try cast(place, visit)
    case .round(let place):
      return try step(place, .voteStarted, visit) { _ = try app.startVoteRound(place, by: $0) }
    case .open(let place): return try step(place, .voteOpened, visit) { _ = try app.openVotes(place, by: $0) }
    case .accept(let place):
      return try step(place, .voteAccepted, visit) { actor in
        let values = visit.values
        _ = try app.acceptVote(
          place, riskVersion: values.number("seen") ?? values.number("version"),
          dropsOthers: values["drop"] == "1", reason: values.text("reason"), by: actor)
      }
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  private func step(
    _ place: VotePlace, _ done: Done, _ visit: Visit, _ body: (Actor) throws -> Void
  ) throws -> Response {
    try visit.submit(
      form: { try itemPage(place, $0, visit) },
      action: {
        try body(try visit.actor)
        return .redirect(done.after(.vote(.item(place))))
      })
  }

  private func cast(_ place: VotePlace, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try itemPage(place, $0, visit) },
      action: {
        let actor = try visit.actor
        let methodology = try app.voteItem(place, by: actor).methodology
        var problems: [FieldProblem] = []
        let pair = RiskInput.pair("", visit.values, methodology, &problems)
        guard let pair, problems.isEmpty else {
          let missing = ["impact", "likelihood"].map { FieldProblem($0, Text.Assess.pairNeeded) }
          throw RiskInput.refusal(problems.isEmpty ? missing : problems)
        }
        let opened = try app.castVote(place, round: visit.values.number("round") ?? 0, pair, by: actor)
        return .redirect((opened ? Done.voteOpened : .voteCast).after(.vote(.item(place))))
      })
  }
}
