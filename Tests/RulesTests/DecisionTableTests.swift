import Foundation
import GuvenceCore
import GuvenceDataFiles
import GuvenceRules
import Testing

@Suite struct DecisionTableTests {
  /// Loads one table over the inputs n (0…10), d (0…1) and w (a, b, c) with outputs x and y.
  static func load(_ policy: String, _ rows: [String]) -> (table: DecisionTable?, codes: [String]) {
    let result = DecisionTable.parse(
      """
      id: deneme
      name: {tr: Deneme}
      effective: 2020-01-01
      source: test
      verified: false
      hit-policy: \(policy)
      inputs:
        - {id: n, name: {tr: n}, type: integer, from: 0, through: 10}
        - {id: w, name: {tr: w}, type: enum, values: [a, b, c]}
      outputs:
        - {id: x, name: {tr: x}, type: enum, values: [strong, middle, weak]}
      rows:
      \(rows.map { "  - {when: [\($0.split(separator: "|")[0])], then: [\($0.split(separator: "|")[1])]}" }.joined(separator: "\n"))

      """, file: "deneme.yaml")
    return (result.table, result.diagnostics.map { "\($0.placeText.split(separator: ":")[1]) \($0.code)" })
  }

  static let proofs: [(String, [String], [String])] = [
    ("unique", ["'<= 5', '-'|weak", "'> 5', '-'|strong"], []),
    ("unique", ["'< 5', '-'|weak", "'> 5', '-'|strong"], ["13 incomplete-table"]),
    ("unique", ["'[0..5]', '-'|weak", "'[5..10]', '-'|strong"], ["14 overlapping-rows"]),
    ("unique", ["'[0..5)', '-'|weak", "'[5..10]', '-'|strong"], []),
    ("unique", ["'(0..10]', '-'|weak", "'= 0', '-'|strong"], []),
    ("unique", ["'-', 'a, b'|weak", "'-', '!= c'|strong", "'-', c|middle"], ["14 overlapping-rows"]),
    ("unique", ["'-', 'a, b'|weak", "'-', c|strong", "'(3..4)', '-'|strong"], ["15 unreachable-row"]),
    ("any", ["'<= 5', '-'|weak", "'>= 5', '-'|weak"], []),
    ("any", ["'<= 5', '-'|weak", "'>= 5', '-'|strong"], ["14 overlapping-rows"]),
    ("first", ["'<= 5', '-'|weak", "'-', '-'|strong"], []),
    ("first", ["'-', '-'|weak", "'<= 5', '-'|strong"], ["14 unreachable-row"]),
    ("priority", ["'-', '-'|weak", "'<= 5', '-'|strong"], []),
    ("priority", ["'-', '-'|strong", "'<= 5', '-'|weak"], ["14 unreachable-row"]),
    ("collect", ["'<= 5', a|weak", "'3, 4', '-'|strong"], []),
    ("unique", ["'<= 11', '-'|weak"], ["13 not-allowed"]),
    ("unique", ["'abc', '-'|weak"], ["13 bad-cell"]),
    ("unique", ["'[5..1]', '-'|weak"], ["13 bad-cell"]),
    ("unique", ["'-', '< a'|weak"], ["13 bad-cell"]),
    ("unique", ["'-', 'a, d'|weak"], ["13 not-allowed"]),
    ("unique", ["'-', '-'|week"], ["13 not-allowed"]),
    ("unique", ["'-'|weak"], ["13 wrong-count"]),
    ("uniqe", ["'-', '-'|weak"], ["6 not-allowed"]),
  ]

  @Test(arguments: proofs) func isProved(policy: String, rows: [String], codes: [String]) throws {
    let loaded = DecisionTableTests.load(policy, rows)
    #expect(loaded.codes == codes)
    #expect((loaded.table != nil) == codes.isEmpty)
  }

  static let decimalProofs: [(String, [String])] = [
    ("['<= 20'], ['> 20']", []), ("['< 20'], ['> 20']", ["incomplete-table"]),
    ("['<= 20'], ['>= 20']", ["overlapping-rows"]),
    ("['[0..20]'], ['(20..100]']", []), ("['[0..20]'], ['[20.01..100]']", ["incomplete-table"]),
    ("['= 0.5'], ['!= 0.5']", []), ("['0.5, 0.25'], ['-']", ["overlapping-rows"]),
  ]

  /// Between two cut points lie values of their own: 20 and 20.01 leave a gap that whole numbers would hide.
  @Test(arguments: decimalProofs) func decimalsAreProvedBetweenTheCuts(cells: String, codes: [String]) {
    let rows = cells.split(separator: ", [").enumerated().map { index, cell in
      "  - {when: \(index == 0 ? "" : "[")\(cell), then: [\(index)]}"
    }
    let result = DecisionTable.parse(
      """
      id: ondalik
      name: {tr: Deneme}
      effective: 2020-01-01
      source: test
      verified: false
      hit-policy: unique
      inputs: [{id: d, name: {tr: d}, type: decimal, from: 0, through: 100}]
      outputs: [{id: x, name: {tr: x}, type: integer, from: 0, through: 9}]
      rows:
      \(rows.joined(separator: "\n"))
      """, file: "ondalik.yaml")
    #expect(result.diagnostics.map(\.code) == codes)
    #expect((result.table != nil) == codes.isEmpty)
  }

  private func words(_ table: DecisionTable?, _ n: Decimal, _ w: String) throws -> [String] {
    let decision = try #require(try table?.decide(["n": .number(n), "w": .word(w)]))
    return decision.outputs.compactMap { $0["x"]?.description }
  }

  @Test func hitPoliciesChooseTheirRows() throws {
    let first = DecisionTableTests.load("first", ["'<= 5', '-'|weak", "'-', '-'|strong"]).table
    #expect(try words(first, 5, "a") == ["weak"])
    #expect(try words(first, 6, "a") == ["strong"])
    let priority = DecisionTableTests.load("priority", ["'-', '-'|weak", "'<= 5', b|strong"]).table
    #expect(try words(priority, 5, "b") == ["strong"])
    #expect(try words(priority, 5, "a") == ["weak"])
    let collect = DecisionTableTests.load("collect", ["'<= 5', a|weak", "'3, 4', '-'|strong"]).table
    #expect(try words(collect, 3, "a") == ["weak", "strong"])
    #expect(try words(collect, 9, "a") == [])
  }

  @Test func wrongQuestionsAreRefused() throws {
    let table = try #require(DecisionTableTests.load("unique", ["'-', '-'|weak"]).table)
    #expect(throws: DecisionProblem.missingInput("w")) { try table.decide(["n": .number(1)]) }
    #expect(throws: DecisionProblem.outsideDomain(input: "n", value: .number(11))) {
      try table.decide(["n": .number(11), "w": .word("a")])
    }
    #expect(throws: DecisionProblem.outsideDomain(input: "n", value: .word("1"))) {
      try table.decide(["n": .word("1"), "w": .word("a")])
    }
    #expect(throws: DecisionProblem.unknownInput("z")) {
      try table.decide(["n": .number(1), "w": .word("a"), "z": .word("a")])
    }
  }

  /// A table that was proved under `unique` has exactly one row for every input, whatever the cut points.
  @Test func provedTablesAnswerEverything() throws {
    var random = Seeded(seed: 3)
    for _ in 0..<12 {
      let cut = Int.random(in: 1...9, using: &random)
      let rows = ["'< \(cut)', '-'|weak", "'>= \(cut)', 'a, b'|strong", "'[\(cut)..10]', c|middle"]
      let table = try #require(DecisionTableTests.load("unique", rows).table)
      for n in 0...10 {
        for w in ["a", "b", "c"] {
          let expected = n < cut ? "weak" : w == "c" ? "middle" : "strong"
          #expect(try words(table, Decimal(n), w) == [expected])
        }
      }
    }
  }
}
