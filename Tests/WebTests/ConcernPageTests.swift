import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Pages of the confidential register", .serialized)
struct ConcernPageTests {
  private static let passphrase = "denizde yedi ışıklı gemi"

  /// A site with an officer's session; the first account administers and is none.
  private func site() throws -> (site: Site, officer: String) {
    let site = try Site(sample: false)
    try site.setUp()
    let root = try #require(try site.app.units(by: .machineOperator).first?.unit.id)
    let made = try site.app.createAccount(
      AccountForm(
        login: "gorevli", displayName: "Ela Görevli", grants: [RoleGrant(role: .boardMember, unitID: root)]),
      by: .machineOperator)
    _ = try site.app.makeConcernKeys(passphrase: Self.passphrase, officers: ["gorevli"], by: .machineOperator)
    return (site, try site.app.setPassword(link: made.link, password: Site.password))
  }

  private func code(_ text: String) throws -> String {
    String(try #require(text.firstMatch(of: /id="receipt">([0-9A-Z-]{23})</)).1)
  }

  @Test func aReportGoesInAnonymouslyAndComesBackAnswered() throws {
    let (site, officer) = try site()
    site.forgetCookies()
    #expect(site.get("/ihbar").text.contains("Adınızı vermek zorunda değilsiniz"))
    let sent = try site.post("/ihbar", [("subject", "Konu"), ("text", "Bir <b>şüphe</b>")])
    #expect(sent.status == 200 && sent.header("Cache-Control") == nil)
    let code = try code(sent.text)
    site.forgetCookies()
    site.enter(officer)
    #expect(site.get("/concerns").text.contains("Parola tümcesi"))
    #expect(site.get("/concerns/1").text.contains("Gizli kaydı aç"))
    #expect(try site.post("/concerns/unlock", [("passphrase", "yanlış")]).status == 422)
    #expect(try site.post("/concerns/unlock", [("passphrase", Self.passphrase)]).status == 303)
    #expect(site.get("/concerns").text.contains("/concerns/1"))
    #expect(site.get("/concerns/1").text.contains("Bir &lt;b&gt;şüphe&lt;/b&gt;"))
    #expect(try site.post("/concerns/1/messages", [("kind", "question"), ("text", "Nerede?")]).status == 303)
    #expect(try site.post("/concerns/1/status", [("status", "closed"), ("remark", "")]).status == 422)
    #expect(try site.post("/concerns/1/status", [("status", "under-review"), ("remark", "Bakılıyor")]).status == 303)
    #expect(site.get("/concerns/log").text.contains("Ela Görevli"))
    #expect(try site.post("/concerns/lock", []).status == 303)
    #expect(site.get("/concerns").text.contains("Gizli kaydı aç"))
    site.forgetCookies()
    _ = site.get("/ihbar/follow")
    #expect(try site.post("/ihbar/follow", [("code", "YANLIS")]).status == 422)
    let thread = try site.post("/ihbar/follow", [("code", code)])
    #expect(thread.text.contains("Nerede?") && thread.text.contains("İnceleniyor") && thread.text.contains("Bakılıyor"))
    #expect(!thread.text.contains("Ela Görevli"))
    #expect(try site.post("/ihbar/reply", [("code", code), ("text", "")]).status == 422)
    #expect(try site.post("/ihbar/reply", [("code", code), ("text", "Kapıda")]).text.contains("Kapıda"))
  }

  @Test func officersNameOthersAndChangeTheKeyOnlyWithThePassphrase() throws {
    let (site, officer) = try site()
    let root = try #require(try site.app.units(by: .machineOperator).first?.unit.id)
    for (login, role) in [("yeni", Role.boardMember), ("teknik", .systemAdministrator)] {
      _ = try site.app.createAccount(
        AccountForm(login: login, displayName: login, grants: [RoleGrant(role: role, unitID: root)]),
        by: .machineOperator)
    }
    #expect(site.get("/concerns/officers").status == 404)
    site.forgetCookies()
    site.enter(officer)
    #expect(site.get("/concerns/officers").text.contains("Gizli kaydı aç"))
    #expect(try site.post("/concerns/officers", [("officer", "yeni")]).status == 409)
    #expect(try site.post("/concerns/unlock", [("passphrase", Self.passphrase)]).status == 303)
    #expect(site.get("/concerns").text.contains("/concerns/officers"))
    func change(_ address: String, _ login: String, _ passphrase: String = Self.passphrase) throws -> Int {
      try site.post(address, [("officer", login), ("passphrase", passphrase)]).status
    }
    #expect(try change("/concerns/officers", "yeni", "yanlış bir parola tümcesi") == 422)
    #expect(try change("/concerns/officers", "kimse") == 422)
    #expect(try change("/concerns/officers", "teknik") == 422)
    #expect(try change("/concerns/officers/dismissals", "gorevli") == 422, "the last officer stays")
    #expect(try change("/concerns/officers", "yeni") == 303)
    #expect(site.get("/concerns/officers").text.contains("(yeni)"))
    #expect(try change("/concerns/officers/dismissals", "yeni") == 303)
    #expect(!site.get("/concerns/officers").text.contains("(yeni)"))

    let new = "sabah dokuz vapuru kaçtı"
    func turn(_ old: String, _ again: String) throws -> Answer {
      try site.post(
        "/concerns/keys", [("oldPassphrase", old), ("newPassphrase", new), ("newPassphraseAgain", again)])
    }
    #expect(try turn(Self.passphrase, "başka").text.contains("İki parola tümcesi aynı değil"))
    #expect(try turn("yanlış bir parola tümcesi", new).status == 422)
    let changed = try turn(Self.passphrase, new)
    #expect(changed.status == 303 && !changed.text.contains(new))
    #expect(site.get("/concerns").text.contains("Gizli kaydı aç"), "everybody unlocks again")
    #expect(try site.post("/concerns/unlock", [("passphrase", Self.passphrase)]).status == 422)
    #expect(try site.post("/concerns/unlock", [("passphrase", new)]).status == 303)
    let log = site.get("/concerns/log").text
    #expect(log.contains("Görevli adlandırıldı") && log.contains("Anahtar değiştirildi"))
  }

  @Test func theSessionOfSomebodySignedInIsNotLookedAt() throws {
    let (site, _) = try site()
    let page = site.get("/ihbar")
    #expect(page.status == 200 && !page.text.contains("Ayşe Yılmaz") && !page.text.contains("id=\"rooms\""))
    let token = try #require(site.cookies[Visit.formCookie])
    #expect(try site.post("/ihbar", [("text", "Oturum açıkken")], token: token).status == 200)
    #expect(try site.post("/ihbar", [("text", "Başka yerden")], token: "0").status == 403)
  }

  @Test func othersSeeNothingOfTheRegister() throws {
    let (site, officer) = try site()
    for address in ["/concerns", "/concerns/1", "/concerns/log"] { #expect(site.get(address).status == 404) }
    #expect(try site.post("/concerns/unlock", [("passphrase", Self.passphrase)]).status == 404)
    #expect(!site.get("/").text.contains("/concerns"))
    site.forgetCookies()
    site.enter(officer)
    #expect(site.get("/").text.contains("/concerns"))
  }

  @Test func withoutAKeyThePageSaysWhatToDo() throws {
    let site = try Site(sample: false)
    #expect(site.get("/ihbar").text.contains("henüz kurulmadı"))
  }

  @Test(arguments: ConcernRoute.all) func addressesReadWhatTheyPrint(_ route: ConcernRoute, _ isAsked: Bool) {
    #expect(Route(isAsked ? .get : .post, address: route.path) == .concern(route))
    #expect(Route.concern(route).isPublic == ConcernRoute.isForReporters(path: route.path))
  }
}

extension ConcernRoute {
  fileprivate static let all: [(ConcernRoute, Bool)] =
    [.form, .followForm, .list, .log, .officers, .show(Identifier(7))].map { ($0, true) }
    + [
      .submit, .follow, .reply, .unlock, .lock, .nameOfficer, .dismissOfficer, .changeKey, .write(Identifier(7)),
      .status(Identifier(7)), .turn(Identifier(7)),
    ].map { ($0, false) }
}
