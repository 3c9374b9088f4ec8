import Testing

@testable import GuvenceStorage

struct ReviewSearchTests {
  @Test("a search asks for each word once, and for no more than one search can bear")
  func words() {
    let repeated = SearchIndex.condition("risk RİSK Mali risk")
    #expect(repeated?.values == [.text("\"risk\"* \"mali\"*")])
    let many = SearchIndex.condition((1...5000).map { "k\($0)" }.joined(separator: " "))
    guard case .text(let expression)? = many?.values.first else {
      Issue.record("no condition")
      return
    }
    #expect(expression.split(separator: " ").count == SearchIndex.wordLimit)
    #expect(SearchIndex.condition("\" ( * )") == nil)
  }
}
