import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// How voting sessions are printed. A round that is not opened has no votes to print: the use cases give none out.
enum VoteOutput {
  static func say(_ lines: [VoteSessionLine], _ call: Invocation) {
    call.say(
      [
        Localized("No", "No."), Localized("Gün", "Day"), Localized("Birim", "Unit"), Localized("Durum", "State"),
        Localized("Kabul", "Accepted"), Localized("Oturum", "Session"),
      ],
      lines.map { line in
        [
          line.session.id.description, line.session.heldOn.turkish, line.unitCode, state(line.session)(call.language),
          "\(line.acceptedCount) / \(line.itemCount)", shortened(line.session.title, to: 50),
        ]
      })
  }

  /// Answers with the session; on paper only its items unless `isFull`.
  static func announce(
    _ id: Identifier<VoteSession>, _ app: App, _ call: Invocation, _ actor: Actor, isFull: Bool = false
  ) throws -> ExitCode {
    let page = try app.voteSession(id, by: actor)
    if call.wantsJSON {
      call.answer(json(page, call.language))
      return .done
    }
    let head = "\(page.session.id) \(page.session.heldOn.turkish) \(state(page.session)(call.language)) — "
    for line in hanging(head, page.session.title, call.width, indent: 2) { call.say(line) }
    let people = page.people.map { $0.name + ($0.isAbsent ? " (−)" : "") }.joined(separator: ", ")
    for line in hanging("  " + label(call, "Katılımcılar", "Participants"), people, call.width, indent: 4) {
      call.say(line)
    }
    for finding in page.findings {
      for line in hanging("  ! ", finding.message(call.language), call.width, indent: 4) { call.say(line) }
    }
    for item in page.items {
      sayItem(item, page, call)
      if isFull { for round in item.rounds where round.round.isOpened { sayRound(round, page, call) } }
    }
    return .done
  }

  /// Answers with one item.
  static func announce(_ place: VotePlace, _ app: App, _ call: Invocation, _ actor: Actor) throws -> ExitCode {
    let content = try app.voteItem(place, by: actor)
    if call.wantsJSON {
      call.answer(json(content.line, content.page))
      return .done
    }
    sayItem(content.line, content.page, call)
    if let round = content.line.current, round.round.isOpened { sayRound(round, content.page, call) }
    return .done
  }

  private static func label(_ call: Invocation, _ turkish: String, _ english: String) -> String {
    Localized(turkish, english)(call.language) + ": "
  }

  static func state(_ session: VoteSession) -> Localized {
    session.closedAt == nil ? Localized("açık", "open") : Localized("kapandı", "closed")
  }

  private static func sayItem(_ line: VoteItemLine, _ page: VoteSessionPage, _ call: Invocation) {
    var parts = [line.item.pair.name(call.language), line.state.name(call.language)]
    if let round = line.current {
      parts.append("\(round.round.number). " + Localized("tur", "round")(call.language))
      parts.append(
        Localized(
          "\(round.voters.count) / \(page.session.present.count) oy",
          "\(round.voters.count) of "
            + "\(page.session.present.count) votes")(call.language))
    }
    if line.state != .voting, let score = line.deciding?.score { parts.append(text(score, call)) }
    call.say("  \(line.item.position). \(line.risk.reference) — \(parts.joined(separator: " · "))")
  }

  static func text(_ score: Score, _ call: Invocation) -> String {
    let value = score.value.map { " = \($0)" } ?? ""
    return "\(score.likelihood) × \(score.impact)\(value) \(score.level.shape) \(score.level.name(call.language))"
  }

  private static func sayRound(_ round: VoteRoundPage, _ page: VoteSessionPage, _ call: Invocation) {
    let (impact, likelihood) = (Localized("Etki", "Impact"), Localized("Olasılık", "Likelihood"))
    call.say("     \(round.round.number). " + Localized("tur", "round")(call.language))
    for ballot in round.ballots {
      call.say(
        "     \(page.name(of: ballot.accountID)): \(impact(call.language)) \(ballot.impact), "
          + "\(likelihood(call.language)) \(ballot.likelihood)")
    }
    guard let result = round.result else { return }
    for (name, value) in [(impact, result.impact), (likelihood, result.likelihood)] {
      let statistics = value.statistics
      call.say(
        "     \(name(call.language)): \(value.arithmetic); "
          + Localized("ortanca", "median")(call.language) + " \(statistics.median), "
          + "\(statistics.minimum)–\(statistics.maximum), s = \(statistics.deviation)")
    }
  }

  static func sayForm(_ page: VoteSessionPage, _ call: Invocation) {
    let members = page.people.enumerated().map { "\($0.offset + 1)" }
    let (impact, likelihood) = (Localized("E", "I"), Localized("O", "L"))
    let heads =
      [Localized("Sıra", "No."), Localized("Referans", "Reference"), Localized("Oylanan", "Voted on")]
      + members.map { Localized(impact.turkish + $0, impact.english + $0) } + [Localized("E ort.", "I mean")]
      + members.map { Localized(likelihood.turkish + $0, likelihood.english + $0) } + [Localized("O ort.", "L mean")]
      + [Localized("Puan", "Score")]
    call.say(page.session.title + " — " + page.session.heldOn.turkish)
    call.say(heads, page.items.map { row($0, page, call) })
    for (index, person) in page.people.enumerated() {
      call.say("\(index + 1)  \(person.name)  " + (person.isAbsent ? "−" : "____________________"))
    }
  }

  private static func row(_ line: VoteItemLine, _ page: VoteSessionPage, _ call: Invocation) -> [String] {
    let round = line.deciding
    func votes(_ vote: (VoteBallot) -> Int, _ value: VotedValue?) -> [String] {
      page.people.map { person in
        round?.ballots.first { $0.accountID == person.accountID }.map { String(vote($0)) } ?? "–"
      } + [value.map { "\($0.statistics.mean)" } ?? "–"]
    }
    return [String(line.item.position), line.risk.reference, line.item.pair.name(call.language)]
      + votes(\.impact, round?.result?.impact) + votes(\.likelihood, round?.result?.likelihood)
      + [round?.score.map { text($0, call) } ?? "–"]
  }
}
