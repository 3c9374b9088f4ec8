import GuvenceCore
import GuvenceExchange
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// Every vote of the opened rounds in view, of a unit and below where one is given, one a row. Sealed rounds are left
  /// out.
  func votesSheet(unitCode: String? = nil, by actor: Actor) throws -> TableWorkbook.Sheet {
    let scope = try read { connection in
      let access = try Access(actor, connection)
      return try unitCode.flatMap { $0.isEmpty ? nil : try self.scope(of: $0, access, connection) }
    }
    let sessions = try voteSessions(by: actor).lines.filter { scope?.contains($0.session.unitID) ?? true }
    var rows: [[OutputCell]] = []
    for line in sessions {
      let page = try voteSession(line.session.id, by: actor)
      for item in page.items {
        for round in item.rounds { rows += round.ballots.map { cells($0, round, item, page, line.unitCode) } }
      }
    }
    return TableWorkbook.Sheet(
      title: ExportList.votes.name.turkish,
      columns: [
        ("Oturum", 8), ("Oturumun adı", 28), ("Gün", 12), ("Birim", 10), ("Madde", 8), ("Referans no", 14),
        ("Tespit edilen risk", 44), ("Oylanan", 14), ("Tur", 8), ("Katılımcı", 24), ("Etki", 8), ("Olasılık", 8),
        ("Oy zamanı", 24), ("Kabul edildi", 12),
      ], rows: rows)
  }

  /// Every vote of the opened rounds in view as CSV, one a line. Sealed rounds are left out.
  public func exportVotes(by actor: Actor) throws -> [UInt8] {
    let sheet = try votesSheet(by: actor)
    var writer = CSVWriter()
    writer.write(sheet.columns.map { .text($0.name) })
    for row in sheet.rows { writer.write(row) }
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
