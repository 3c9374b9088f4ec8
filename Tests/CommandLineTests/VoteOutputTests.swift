import Testing

@testable import GuvenceCommandLine

/// What the program prints of a vote before it is opened.
@Suite struct VoteOutputTests {
  /// Runs words that must succeed.
  private func done(_ shell: Shell, _ words: String) -> String {
    let answer = shell.run(Transcript.words(words))
    #expect(answer.code == .done, "\(words): \(answer.error)")
    return answer.out
  }

  @Test(arguments: ["", " --as veli", " --as ayse"]) func sealedVotesAreNeverPrinted(asUser: String) throws {
    let shell = try Shell()
    _ = done(shell, "init --name Belediye")
    _ = done(shell, "unit add --code MH --name Mali")
    _ = done(shell, "user add ayse --name Ayşe --role brk --unit MH")
    _ = done(shell, "user add veli --name Veli --role surec-sahibi --unit MH")
    _ = done(shell, "risk add --unit MH --statement Risk")
    _ = done(shell, "vote create --unit MH --title Oturum --chair ayse --member ayse --member veli --risk MH.RA.0001")
    _ = done(shell, "vote open 1 1 --as ayse")
    let cast = done(shell, "vote cast 1 1 --impact 5 --likelihood 4 --as veli --json")
    let printed = ["vote show 1", "vote show 1 --json", "vote form 1", "vote form 1 --json", "vote list --json"]
      .map { done(shell, $0 + asUser) }
    for text in printed + [cast] {
      for word in ["impact", "likelihood", "Etki", "median", "score", "5 ×"] {
        #expect(!text.contains(word), "\(word) in \(text)")
      }
    }
    #expect(printed[1].contains("\"veli\"") && printed[2].contains("–"))
    _ = done(shell, "vote close 1 --item 1 --as ayse")
    #expect(done(shell, "vote show 1 --json" + asUser).contains("\"impact\": 5"))
  }
}
