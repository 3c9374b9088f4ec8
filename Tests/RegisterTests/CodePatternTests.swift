import GuvenceRegister
import Testing

@Suite struct CodePatternTests {
  @Test(arguments: [
    (["SAT-01", "SAT-02"], "SAT-03"), (["SAT.1.9"], "SAT.1.10"), (["03", "02"], "04"),
    (["SAT-01", "SAT-07", "TŞN-01"], "SAT-08"), (["A-1", "A-02"], "A-3"), (["X9999999", "B-1"], "B-2"),
  ])
  func partsFollowTheirSiblings(codes: [String], next: String) throws {
    let pattern = try #require(CodePattern(of: codes))
    #expect(pattern.code(pattern.last + 1) == next)
  }

  @Test func withoutNumbersThereIsNoPattern() {
    #expect(CodePattern(of: []) == nil)
    #expect(CodePattern(of: ["MAL", "İMR"]) == nil)
  }
}
