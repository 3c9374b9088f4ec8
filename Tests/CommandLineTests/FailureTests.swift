import Foundation
import GuvenceApplication
import GuvenceCore
import Testing

@testable import GuvenceCommandLine

@Suite struct FailureTests {
  private struct Surprise: Error { let secret = "parola" }

  private func said(_ error: any Error, _ language: Language = .turkish) -> (text: String, code: ExitCode) {
    let lines = Locked<[String]>([])
    let console = Console(
      out: { _ in }, error: { text in lines.withLock { $0.append(text) } }, environment: { _ in nil })
    let code = Failure(error, nil).report(to: console, language)
    return (lines.withLock { $0 }.joined(separator: "\n"), code)
  }

  @Test func surpriseIsNamedWithoutItsContent() {
    let (text, code) = said(Surprise())
    #expect(code == .fault)
    #expect(text.contains("Surprise"))
    #expect(!text.contains("parola"))
    #expect(!text.contains("("))
  }

  @Test func faultShowsItsReference() {
    let (text, code) = said(Fault(reference: "abcd2345", detail: "SQLite 10: disk I/O error"), .english)
    #expect(code == .fault)
    #expect(text.contains("[abcd2345]"))
    #expect(text.contains("disk I/O error"))
  }

  @Test func problemsOwnSentenceIsKept() {
    let field = FieldProblem("methodology", Localized("Bilinen bir yöntem seçin.", "Choose one."))
    let (text, code) = said(Problem(.invalid, Localized("«x» diye bir yöntem yok.", "No «x»."), fields: [field]))
    #expect(code == .refused)
    #expect(text == "guvence: «x» diye bir yöntem yok.\n  methodology: Bilinen bir yöntem seçin.")
  }

  @Test func enteredTextCannotSteerTheTerminal() {
    let text = said(Problem(.notFound, Localized("\u{1B}[2J\u{202E}yok", ""))).text
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func staleSaveShowsBothVersions() {
    let difference = StaleSave.Difference(field: "owner", label: Localized("Sahibi", "Owner"), theirs: "A", yours: "B")
    let stale = StaleSave(
      currentVersion: 3, changedBy: "Ayşe", changedAt: Instant(milliseconds: 0), differences: [difference])
    let text = said(Problem(.stale, Localized("Kayıt değişmiş.", "Changed."), stale: stale)).text
    #expect(text.contains("kayıttaki «A», sizinki «B»"))
  }

  /// Nothing stays in a log beside the file, so that whoever copies the file has everything.
  @Test func commandLeavesOneFile() throws {
    let shell = try Shell()
    for words in [["init", "--sample"], ["unit", "add", "--code", "X", "--name", "Y"], ["risk", "list"]] {
      #expect(shell.run(words).code == .done)
      #expect(try FileManager.default.contentsOfDirectory(atPath: shell.folder) == ["a.db"])
    }
  }

  /// A file with our head and rubble behind it.
  @Test func damagedDatabaseIsAFaultWithReference() throws {
    let shell = try Shell()
    #expect(shell.run(["init", "--sample"]).code == .done)
    let place = URL(filePath: shell.folder + "/a.db")
    var bytes = try Data(contentsOf: place)
    for index in 100..<bytes.count { bytes[index] = 0xA5 }
    try bytes.write(to: place)
    let answer = shell.run(["risk", "list"])
    #expect(answer.code == .fault)
    #expect(answer.error.contains("SQLite 11"))
    #expect(!answer.error.contains("StorageFault"))
  }

  @Test func wrongRuleFileIsNamedByLine() throws {
    let shell = try Shell()
    for folder in ["rules", "catalogs", "reports"] {
      try FileManager.default.copyItem(atPath: "\(Repository.root)/\(folder)", toPath: "\(shell.folder)/\(folder)")
    }
    let file = "rules/methodologies/5x5.yaml"
    try shell.write(Repository.text(file) + "\nunknown_key: 1\n", to: file)
    let answer = shell.run(["score", "4", "5", "--data", shell.folder])
    #expect(answer.code == .badFile)
    #expect(answer.error.contains("\(file):"))
    let checked = shell.run(["check", "--data", shell.folder])
    #expect(checked.code == .findings)
    #expect(checked.out.contains("\(file):"))
  }
}
