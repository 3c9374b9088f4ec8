import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRegister
import GuvenceRules
import Testing

@testable import GuvenceWeb

@Suite("Pages of a vote", .serialized)
struct VotePageTests {
  let site: Site
  /// Another participant, who votes past the pages.
  let other: Actor

  init() throws {
    site = try Site()
    try site.setUp()
    let unit = try site.app.resolve(unitCode: "MH", by: .machineOperator)
    let grants = [RoleGrant(role: .processOwner, unitID: unit.id)]
    let account = try site.app.createAccount(
      AccountForm(login: "veli", displayName: "Veli <b>Can</b>", grants: grants), by: .machineOperator
    ).account
    other = Actor(accountID: account.id, displayName: account.displayName, grants: grants)
  }

  /// Makes a session on one risk by the form; returns its address.
  private func make() throws -> String {
    let answer = try site.post(
      "/votes",
      [
        ("unit", "MH"), ("title", "Ekim <i>oylaması</i>"), ("heldOn", "2026-10-01"), ("person-ayse", "present"),
        ("person-veli", "present"), ("agenda-MH.RA.0001", "inherent"), ("order-MH.RA.0001", "2"),
        ("agenda-MH.RA.0002", "residual"), ("order-MH.RA.0002", "1"),
      ])
    #expect(answer.status == 303)
    return try #require(answer.header("Location")?.split(separator: "?").first).description
  }

  @Test func formAsksForTheUnitFirstAndKeepsWhatWasTyped() throws {
    #expect(site.get("/votes").text.contains("Yıl sonu risk oylaması"))
    #expect(site.get("/votes/new").text.contains("Önce birimi seçin"))
    #expect(site.get("/votes/new?unit=MH").text.contains("agenda-MH.RA.0001"))
    let refused = try site.post("/votes", [("unit", "MH"), ("title", ""), ("person-veli", "absent")])
    #expect(refused.status == 422)
    #expect(refused.text.contains("href=\"#f-title\"") && refused.text.contains("href=\"#f-agenda\""))
    #expect(refused.text.contains("<option value=\"absent\" selected>"))
  }

  @Test func sealedRoundShowsWhoVotedAndNotWhat() throws {
    let session = try make()
    let page = session + "/items/1"
    #expect(site.get(session).text.contains("1. MH.RA.0002") && site.get(session).text.contains("&lt;i&gt;oylaması"))
    #expect(try site.post(page + "/rounds", []).status == 303)
    let id = try #require(Identifier<VoteSession>(session.split(separator: "/").last.map(String.init) ?? ""))
    let input = ScoreInput(likelihood: 1, impact: 1)
    #expect(try !site.app.castVote(VotePlace(id, 1), input, by: other))
    let text = site.get(page).text
    #expect(text.contains("1 / 2 oy verildi") && text.contains("Veli &lt;b&gt;Can&lt;/b&gt;"))
    #expect(!text.contains("checked") && !text.contains("class=\"dots\"") && !text.contains("Ortanca"))
    let form = site.get(session + "/form").text
    #expect(!form.contains("<td class=\"letter\">1</td>") && form.contains("<td class=\"letter\">–</td>"))
    let journal = site.get("/journal").text
    #expect(journal.contains("Oy mührü") && !journal.contains("<td>Etki") && !journal.contains("Olasılık:"))
  }

  @Test func ownVoteIsKeptInTheFormAndTheLastOneOpens() throws {
    let session = try make()
    let page = session + "/items/1"
    _ = try site.post(page + "/rounds", [])
    let half = try site.post(page + "/votes", [("round", "1"), ("impact", "4")])
    #expect(half.status == 422 && half.text.contains("value=\"4\" checked"))
    #expect(try site.post(page + "/votes", [("round", "1"), ("impact", "4"), ("likelihood", "3")]).status == 303)
    #expect(site.get(page).text.contains("Oyumu değiştir") && site.get(page).text.contains("value=\"4\" checked"))
    let id = try #require(Identifier<VoteSession>(session.split(separator: "/").last.map(String.init) ?? ""))
    let input = ScoreInput(likelihood: 2, impact: 2)
    #expect(try site.app.castVote(VotePlace(id, 1), input, by: other))
    let open = site.get(page).text
    #expect(open.contains("class=\"dots\"") && open.contains("Ortanca") && open.contains("(4 + 2) / 2 = 3 → 3"))
    #expect(open.contains("Sonucu kabul et") && open.contains("Yeni tur aç"))
    let late = try site.post(page + "/votes", [("round", "1"), ("impact", "5"), ("likelihood", "5")])
    #expect(late.status == 409 && late.text.contains("oyunuz alınmadı"))
  }

  @Test func partsOfThePageComeOnlyWhenTheyChanged() throws {
    let session = try make()
    let page = session + "/items/1"
    let first = site.get(page + "/live").text
    #expect(first.hasPrefix("<div data-poll=") && first.contains("role=\"status\""))
    let stamp = try #require(first.split(separator: "data-stamp=\"").last?.split(separator: "\"").first)
    #expect(site.get(page + "/live?stamp=" + stamp).status == 204)
    _ = try site.post(page + "/rounds", [])
    #expect(site.get(page + "/live?stamp=" + stamp).status == 200)
    #expect(site.get(session + "/live").status == 200)
  }

  @Test func acceptedResultIsLinkedFromTheRiskAndTheFormHasLinesToSign() throws {
    let session = try make()
    let page = session + "/items/2"
    _ = try site.post(page + "/rounds", [])
    _ = try site.post(page + "/votes", [("round", "1"), ("impact", "5"), ("likelihood", "5")])
    _ = try site.post(page + "/opening", [])
    let version = try site.app.risk("MH.RA.0001", by: .machineOperator).row.risk.version
    let accepted = try site.post(page + "/acceptance", [("version", "\(version)"), ("drop", "1")])
    #expect(accepted.status == 303)
    let risk = site.get("/risks/MH.RA.0001").text
    #expect(risk.contains("href=\"\(page)\">oylama ile</a>") && risk.contains("Etki: (5) / 1 = 5 → 5"))
    let closed = try site.post(session + "/close", [("version", "1")])
    #expect(closed.status == 303 && closed.header("Location")?.hasPrefix(session + "/form") == true)
    let form = site.get(session + "/form").text
    #expect(form.contains("5 × 5 = 25") && form.contains("class=\"signature\"") && form.contains("Örnek Belediyesi"))
    #expect(!site.get(session).text.contains("Oylamayı kapat"))
  }

  @Test func changedRiskIsRefusedWithBothVersions() throws {
    let session = try make()
    let page = session + "/items/2"
    _ = try site.post(page + "/rounds", [])
    _ = try site.post(page + "/votes", [("round", "1"), ("impact", "5"), ("likelihood", "5")])
    _ = try site.post(page + "/opening", [])
    let risk = try site.app.risk("MH.RA.0001", by: .machineOperator).row.risk
    var details = risk.details
    details.owner = "Başkası"
    _ = try site.app.editRisk(risk.reference, details, version: risk.version, by: .machineOperator)
    let stale = try site.post(page + "/acceptance", [("version", "\(risk.version)"), ("drop", "1")])
    #expect(stale.status == 409)
    #expect(site.get(page).text.contains("name=\"seen\" value=\"\(risk.version + 1)\""))
    let seen = [("version", "\(risk.version)"), ("seen", "\(risk.version + 1)"), ("drop", "1")]
    #expect(try site.post(page + "/acceptance", seen).status == 303)
  }
}
