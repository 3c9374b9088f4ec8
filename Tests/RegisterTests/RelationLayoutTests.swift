import GuvenceRegister
import Testing

@Suite struct RelationLayoutTests {
  private func layers(_ count: Int, _ edges: [(Int, Int)]) -> [[Int]] {
    RelationLayout(count: count, edges: edges.map { (from: $0.0, to: $0.1) }).layers
  }

  @Test func arrowsLeadFromLeftToRight() {
    #expect(layers(4, [(0, 1), (1, 2), (0, 2), (2, 3)]) == [[0], [1], [2], [3]])
    #expect(layers(3, [(2, 0), (2, 1)]) == [[2], [0, 1]])
    #expect(layers(0, []) == [] && layers(2, []) == [[0, 1]])
  }

  @Test func circlesEndAndArrowsToNowhereAreLeftOut() {
    #expect(layers(2, [(0, 1), (1, 0)]) == [[0], [1]])
    #expect(layers(3, [(0, 1), (1, 2), (2, 0)]) == [[0], [1], [2]])
    #expect(layers(2, [(0, 0), (0, 7), (-1, 1)]) == [[0, 1]])
  }

  @Test("Every node stands once, and the order of the arrows does not matter", arguments: 1...40)
  func once(seed: Int) {
    var state = UInt64(seed)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let count = 1 + next(12)
    let edges = (0..<next(30)).map { _ in (next(count), next(count)) }
    let found = layers(count, edges)
    #expect(found.joined().sorted() == Array(0..<count))
    #expect(found == layers(count, Array(edges.reversed())))
    #expect(found.allSatisfy { !$0.isEmpty })
  }

  @Test func aLongChainNeedsNoStack() {
    let count = 20_000
    #expect(layers(count, (0..<count - 1).map { ($0, $0 + 1) }).count == count)
  }
}
