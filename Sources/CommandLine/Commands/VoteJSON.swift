import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

extension VoteOutput {
  static func json(_ line: VoteSessionLine) -> JSON {
    .members([
      "id": .integer(line.session.id.rawValue), "title": .text(line.session.title),
      "date": .text(line.session.heldOn.description), "unit": .text(line.unitCode),
      "closed": .boolean(line.session.closedAt != nil), "items": .count(line.itemCount),
      "accepted": .count(line.acceptedCount), "waiting": .array(line.waiting.map { .count($0) }),
    ])
  }

  static func json(_ page: VoteSessionPage, _ language: Language) -> JSON {
    .members([
      "id": .integer(page.session.id.rawValue), "title": .text(page.session.title),
      "date": .text(page.session.heldOn.description), "unit": .optional(page.unitPath.last?.code),
      "chair": .text(page.chairLogin), "closed": .boolean(page.session.closedAt != nil),
      "version": .count(page.session.version),
      "participants": .array(
        page.people.map {
          .members(["login": .text($0.login), "name": .text($0.name), "absent": .boolean($0.isAbsent)])
        }),
      "items": .array(page.items.map { json($0, page) }),
      "findings": .array(
        page.findings.map { .members(["code": .text($0.code), "message": .text($0.message(language))]) }),
    ])
  }

  static func json(_ line: VoteItemLine, _ page: VoteSessionPage) -> JSON {
    .members([
      "position": .count(line.item.position), "risk": .text(line.risk.reference),
      "pair": .text(line.item.pair.rawValue), "state": .text(line.state.rawValue),
      "rounds": .array(line.rounds.map { json($0, page) }),
    ])
  }

  private static func json(_ round: VoteRoundPage, _ page: VoteSessionPage) -> JSON {
    let voters = page.people.filter { round.voters.contains($0.accountID) }.map { JSON.text($0.login) }
    guard round.round.isOpened else {
      return .members([
        "round": .count(round.round.number), "opened": .boolean(false), "voters": .array(voters),
      ])
    }
    return .members([
      "round": .count(round.round.number), "opened": .boolean(true), "voters": .array(voters),
      "votes": .array(
        round.ballots.map { ballot in
          .members([
            "login": .optional(page.people.first { $0.accountID == ballot.accountID }?.login),
            "impact": .count(ballot.impact), "likelihood": .count(ballot.likelihood),
          ])
        }),
      "impact": round.result.map { json($0.impact) } ?? .null,
      "likelihood": round.result.map { json($0.likelihood) } ?? .null,
      "score": .optional(round.score?.value), "level": .optional(round.score?.level.id),
    ])
  }

  private static func json(_ value: VotedValue) -> JSON {
    let statistics = value.statistics
    return .members([
      "value": .count(value.value), "mean": .text("\(statistics.mean)"), "median": .text("\(statistics.median)"),
      "minimum": .count(statistics.minimum), "maximum": .count(statistics.maximum),
      "deviation": .text("\(statistics.deviation)"), "arithmetic": .text(value.arithmetic),
    ])
  }
}
