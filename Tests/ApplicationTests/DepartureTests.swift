import GuvenceCore
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceApplication

/// Who judges the residual risk otherwise than its controls suggest says why: in a file, and when accepting votes.
@Suite struct DepartureTests {
  private func control(_ town: Town) throws {
    let code = try town.app.addControl(ControlUseTests.form(), by: .machineOperator).code
    let test = ControlTestInput(sampleSize: 10, exceptions: 0, conclusion: .passed, notes: "")
    _ = try town.app.recordControlTest(code, test, by: .machineOperator)
    try town.app.linkControl(
      code, to: town.risk(of: town.finance), ControlLinkInput(share: 100, factor: .both), by: .machineOperator)
    _ = try town.app.chooseControlEffect(.tierReduction, reason: "Rehber", by: .machineOperator)
    town.wait(seconds: 60)
  }

  private func csv(_ town: Town, reason: String = "") throws -> String {
    try town.file(
      """
      Birim;Referans No;Tespit Edilen Risk;Olasılık;Etki;Artık Olasılık;Artık Etki;Gerekçe
      \(town.finance.name);\(town.risk(of: town.finance));Yeni metin;5;4;5;4;\(reason)

      """)
  }

  @Test func aRowWithoutReasonIsRefusedUntilTheColumnOrTheRunGivesOne() throws {
    let town = try Town()
    #expect(try town.preview(csv(town)).mayConfirm, "without controls nothing is suggested")
    try control(town)
    let refused = try town.preview(csv(town))
    #expect(!refused.mayConfirm && refused.problems.contains { $0.code == ImportPreview.reasonMissing })
    #expect(try town.preview(csv(town, reason: "Saha gözlemi")).mayConfirm)
    var options = ImportOptions()
    options.reason = "Çalıştay kararı"
    try town.bringIn(csv(town), options)
    #expect(try town.page(town.risk(of: town.finance)).row.assessment?.reason == "Çalıştay kararı")
    #expect(try town.preview(csv(town)).mayConfirm, "what is stored already needs no reason")
  }

  @Test func theReasonOfARowIsKeptBesideThatOfTheRun() throws {
    let town = try Town()
    try control(town)
    var options = ImportOptions()
    options.reason = "Çalıştay kararı"
    try town.bringIn(csv(town, reason: "Saha gözlemi"), options)
    #expect(try town.page(town.risk(of: town.finance)).row.assessment?.reason == "Saha gözlemi")
  }

  @Test func anAcceptedVoteThatDepartsAsksForTheReason() throws {
    let room = try VoteRoom()
    try control(room.town)
    try room.round([(4, 5), (4, 5), (4, 5)])
    let fields = faultyFields { _ = try room.app.acceptVote(room.place, by: room.chair) }
    #expect(fields == ["reason"])
    #expect(try room.item(by: room.chair).line.state == .opened)
    let made = try room.app.acceptVote(room.place, reason: "Kontrol yeni kuruldu", by: room.chair)
    #expect(made.reason.hasPrefix("Oylama") && made.reason.hasSuffix("Gerekçe: Kontrol yeni kuruldu"))
    #expect(made.residual != nil)
  }

  @Test func anAcceptedVoteWithoutResidualNeedsNone() throws {
    let room = try VoteRoom()
    try control(room.town)
    try room.round([(4, 5), (4, 5), (4, 5)])
    #expect(try room.app.acceptVote(room.place, dropsOthers: true, by: room.chair).residual == nil)
  }
}
