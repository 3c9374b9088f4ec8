import GuvenceCatalogs
import GuvenceCore
import GuvenceRules
import Testing

@Suite struct StatementChecksTests {
  private func checks() throws -> StatementChecks {
    try #require(try Shipped.library().statementChecks(on: Shipped.day))
  }

  private func found(_ text: StatementText) throws -> [String] { try checks().findings(in: text).map(\.check.id) }

  @Test func everyCheckSaysWhyAndWhatToDo() throws {
    let checks = try checks()
    #expect(
      checks.checks.map(\.id) == [
        "negated-goal", "missing-control", "effect-only", "cause-only", "vague", "several-risks",
      ])
    #expect(!checks.citation.isVerified)
    for check in checks.checks {
      #expect(!check.reason.turkish.isEmpty && !check.remedy.english.isEmpty && !check.correct.isEmpty)
      for statement in check.incorrect where check.id != "negated-goal" {
        #expect(checks.findings(in: StatementText(statement)).contains { $0.check == check }, "\(statement)")
      }
    }
  }

  @Test("No false alarm on the catalogue: all its statements name cause, event and consequence")
  func catalogue() throws {
    let risks = try Catalogs.load(dataFolder: Shipped.folder()).directorates.flatMap(\.risks)
    #expect(risks.count == 41)
    for risk in risks {
      #expect(try found(StatementText(risk.statement)).isEmpty, "\(risk.statement)")
      var whole = StatementText(risk.statement)
      (whole.cause, whole.event, whole.consequence) = (risk.cause, risk.event, risk.consequence)
      #expect(try found(whole).isEmpty, "\(risk.statement)")
    }
  }

  @Test("Half of a statement is found to be half", arguments: [0, 7, 19, 33])
  func halves(index: Int) throws {
    let risks = try Catalogs.load(dataFolder: Shipped.folder()).directorates.flatMap(\.risks)
    let words = risks[index].statement.split(separator: " ")
    let cause = try #require(words.firstIndex(of: "nedeniyle"))
    #expect(try found(StatementText(words[...cause].joined(separator: " "))).contains("cause-only"))
  }

  @Test(
    "Capitals, Turkish letters, brackets and a word at the end do not hide anything",
    arguments: [
      "STRATEJİK PLAN HEDEFLERİNE ULAŞILAMAMASI", "stratejik plan hedeflerine ulasilamamasi.",
      "Stratejik plan hedeflerine (H2.1, H2.2) ulaşılamaması riski",
    ])
  func spellings(statement: String) throws {
    #expect(try found(StatementText(statement)) == ["negated-goal"])
  }

  @Test("What is written apart counts: an effect whose cause is told is no effect alone")
  func apart() throws {
    var text = StatementText("Kamu zararı oluşması")
    #expect(try found(text).contains("effect-only"))
    text.cause = "Ödeme belgeleri kontrol edilmez."
    #expect(try !found(text).contains("effect-only"))
    var control = StatementText("Yedeklerin alınmaması")
    #expect(try found(control) == ["missing-control"])
    control.consequence = "Veriler kaybolur."
    #expect(try found(control).isEmpty)
  }

  @Test("The objective with a negation is no risk; with something that stands in its way it is")
  func objective() throws {
    var text = StatementText("Yeşil alan miktarının kişi başına on metrekareye çıkarılamaması")
    #expect(try found(text).isEmpty)
    text.objective = "Kişi başına yeşil alan miktarını on metrekareye çıkarmak"
    #expect(try found(text) == ["negated-goal"])
    text = StatementText("Park alanlarının imar değişikliğiyle yapılaşmaya açılması")
    text.objective = "Kişi başına yeşil alan miktarını on metrekareye çıkarmak"
    #expect(try found(text).isEmpty)
  }

  @Test("Of an opportunity only vagueness and crowding are remarked")
  func opportunities() throws {
    var text = StatementText("Gelir artması")
    text.isOpportunity = true
    let ids = try checks().checks.filter { ["vague", "several-risks"].contains($0.id) }.map(\.id)
    #expect(try found(text).allSatisfy(ids.contains))
    text = StatementText("Hibe programının olmaması")
    #expect(try found(text) == ["missing-control"])
    text.isOpportunity = true
    #expect(try found(text).isEmpty)
  }

  @Test(
    "Nothing is said of nothing, and hostile texts only take time",
    arguments: ["", "   ", "()", "((((", "→→→", "...", ";;;;", "\u{0}", "😀 سلام 漢字 のリスクがある"])
  func odd(statement: String) throws {
    #expect(try checks().findings(in: StatementText(statement)).count <= 6)
    #expect(try checks().findings(in: StatementText(String(repeating: statement + " ve ", count: 500))).count <= 6)
  }

  @Test(
    "Loading proves the examples and refuses words without letters",
    arguments: [
      ("      - Kamu zararı oluşması\n", "      - Sunucu odasında yangın çıkması\n", "incorrect-example-passes"),
      ("      - Sunucu odasında yangın çıkması\n", "      - Yangın riski\n", "correct-example-found"),
      ("tails: [risk,", "tails: [\"*\", risk,", "bad-word"),
      ("  - id: vague", "  - id: cause-only", "duplicate-id"),
      ("        words-at-most: 2", "        words-at-most: 0", "out-of-range"),
      ("        sentences-from: 2", "        sentences-form: 2", "unknown-key"),
    ])
  func proofs(old: String, new: String, code: String) throws {
    let data = try TemporaryData()
    try data.edit("rules/statement-checks.yaml", (old, new))
    #expect(RuleLibrary.check(dataFolder: data.folder).contains { $0.code == code })
  }
}
