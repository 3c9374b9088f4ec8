import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Every vote of the opened rounds in view as CSV, one a line. Sealed rounds are left out.
  public func exportVotes(by actor: Actor) throws -> [UInt8] {
    let sessions = try voteSessions(by: actor).lines
    var writer = CSVWriter()
    writer.write(
      [
        "Oturum", "Oturumun adı", "Gün", "Birim", "Madde", "Referans no", "Tespit edilen risk", "Oylanan", "Tur",
        "Katılımcı", "Etki", "Olasılık", "Oy zamanı", "Kabul edildi",
      ].map { .text($0) })
    for line in sessions {
      let page = try voteSession(line.session.id, by: actor)
      for item in page.items {
        for round in item.rounds {
          for ballot in round.ballots { writer.write(cells(ballot, round, item, page, line.unitCode)) }
        }
      }
    }
    try write("export", by: actor) { connection, stamp in
      _ = try Journal.note(stamp, .output, id: 0, connection)
    }
    return writer.bytes
  }

  private func cells(
    _ ballot: VoteBallot, _ round: VoteRoundPage, _ line: VoteItemLine, _ page: VoteSessionPage, _ unitCode: String
  ) -> [OutputCell] {
    let isAccepted = line.item.acceptedRoundID == round.round.id
    return [
      .integer(Int(page.session.id.rawValue)), .text(page.session.title), .day(page.session.heldOn), .text(unitCode),
      .integer(line.item.position), .text(line.risk.reference), .text(line.risk.details.statement),
      .text(line.item.pair.name.turkish), .integer(round.round.number), .text(page.name(of: ballot.accountID)),
      .integer(ballot.impact), .integer(ballot.likelihood), .text(ballot.castAt.description),
      .text(isAccepted ? "Evet" : ""),
    ]
  }
}
