import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceCommandLine

@Suite("The confidential register at the prompt", .serialized)
struct ConcernCommandTests {
  let shell: Shell

  init() throws {
    shell = try Shell()
    shell.run(["init", "--name", "Örnek Belediyesi"])
    shell.run(["user", "add", "gorevli", "--name", "Ela Görevli", "--role", "kurul"])
    let made = shell.run(["concern", "keys", "--officer", "gorevli"])
    #expect(made.code == .done && made.out.contains("Kaydın anahtarı"))
  }

  @Test func reportsAreListedShownAnsweredAndClosed() throws {
    let app = try App.open(database: shell.folder + "/a.db", dataFolder: try DataLocator.locate())
    let code = try app.submitConcern(ConcernForm(subject: "Depo", text: "Malzeme eksik"))
    try shell.write("Hangi depo?\n", to: "soru.txt")
    #expect(shell.run(["concern", "list", "--as", "gorevli"]).out.contains("Depo"))
    #expect(shell.run(["concern", "answer", "1", "--as", "gorevli"]).code == .usage)
    let asked = shell.run(["concern", "answer", "1", "--as", "gorevli", "--file", shell.folder + "/soru.txt"])
    #expect(asked.code == .done)
    #expect(try app.followConcern(receipt: code).messages.map(\.text) == ["Hangi depo?"])
    #expect(shell.run(["concern", "close", "1", "--as", "gorevli"]).code == .usage)
    let closed = shell.run(["concern", "close", "1", "--as", "gorevli", "--file", shell.folder + "/soru.txt"])
    #expect(closed.code == .done)
    let shown = shell.run(["concern", "show", "1", "--as", "gorevli", "--json"])
    #expect(JSONKeys.holds(shown.out, "text=Malzeme eksik") && JSONKeys.holds(shown.out, "status=closed"))
    let log = shell.run(["concern", "log", "--json"])
    #expect(log.out.contains("Ela Görevli (komut satırı)") && !log.out.contains("Malzeme"))
  }

  @Test func onlyANamedOfficerGetsIn() {
    shell.run(["user", "add", "baska", "--name", "Başka", "--role", "ust-yonetici"])
    #expect(shell.run(["concern", "list", "--as", "baska"]).code != .done)
    #expect(shell.run(["concern", "list"]).code == .usage)
  }

  @Test func theSecretsOfAFileDescriptorComeLineByLine() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let text = "birinci satır\nikinci\r\n"
    #expect(write(ends[1], text, text.utf8.count) == text.utf8.count)
    close(ends[1])
    #expect(SecretInput.line(from: ends[0]) == "birinci satır")
    #expect(SecretInput.line(from: ends[0]) == "ikinci")
    #expect(SecretInput.line(from: ends[0]) == nil)
    close(ends[0])
  }
}
