import GuvenceCore
import GuvenceRules
import Testing

@Suite struct ScaleMappingTests {
  static let lengths = Array(2...10)

  private func mapping() throws -> ScaleMapping {
    try ScaleMapping.load(dataFolder: Shipped.folder(), on: Shipped.day)
  }

  @Test(arguments: lengths) func sameLengthKeepsEveryValue(length: Int) throws {
    #expect(try mapping().values(from: length, to: length) == Array(1...length))
  }

  @Test(arguments: lengths, lengths) func neverFallsAndKeepsTheEnds(from: Int, to: Int) throws {
    let values = try mapping().values(from: from, to: to)
    #expect(values.first == 1 && values.last == to)
    #expect(zip(values, values.dropFirst()).allSatisfy(<=))
  }

  @Test(arguments: [
    (5, 10, [1, 3, 6, 8, 10]), (10, 5, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]), (10, 3, [1, 1, 1, 2, 2, 2, 2, 3, 3, 3]),
    (3, 5, [1, 3, 5]), (5, 3, [1, 2, 2, 3, 3]), (3, 10, [1, 6, 10]),
  ]) func isTheProportionRoundedHalfUp(from: Int, to: Int, values: [Int]) throws {
    #expect(try mapping().values(from: from, to: to) == values)
  }

  @Test func isOursAndSaysSo() throws {
    let mapping = try mapping()
    #expect(!mapping.citation.isVerified)
    let step = mapping.step(3, from: 5, to: 10)
    #expect(step.arithmetic.turkish == "1 + (3 − 1) × (10 − 1) / (5 − 1)" && step.result.turkish == "6/10")
    #expect(step.rule == "scale-mapping" && step.citation == mapping.citation)
  }

  @Test func aTableTakesThePlaceOfTheProportion() throws {
    let data = try TemporaryData()
    try data.edit(
      "rules/scale-mapping.yaml", ("tables: []", "tables:\n  - {from: 5, to: 10, values: [2, 4, 6, 8, 10]}"))
    let mapping = try ScaleMapping.load(dataFolder: data.folder, on: Shipped.day)
    #expect(mapping.values(from: 5, to: 10) == [2, 4, 6, 8, 10])
    #expect(mapping.values(from: 10, to: 5) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  }

  @Test(arguments: ["[2, 4, 6, 8]", "[2, 4, 3, 8, 10]", "[2, 4, 6, 8, 11]"])
  func aTableThatFallsOrLeavesTheScaleIsRefused(values: String) throws {
    let data = try TemporaryData()
    try data.edit(
      "rules/scale-mapping.yaml", ("tables: []", "tables:\n  - {from: 5, to: 10, values: \(values)}"))
    #expect(RuleLibrary.check(dataFolder: data.folder).map(\.code) == ["bad-mapping"])
  }
}

@Suite struct OwnMethodologyTests {
  private func copy(_ change: (String) -> String) throws -> Methodology {
    let library = try Shipped.library()
    let text = RuleLibrary.ownText(of: try Shipped.methodology("5x5"))
    return try library.methodology(fromText: change(text), file: "kendi.yaml", on: Shipped.day)
  }

  @Test func anEditedCopyIsProvenAndRebuilt() throws {
    let own = try copy { $0.replacing("id: 5x5\n", with: "id: belediye-5x5\n") }
    #expect(own.id == "belediye-5x5" && own.tables.count == 2)
    #expect(RuleLibrary.rebuild(canonicalText: own.canonicalText) == own)
  }

  @Test func aShippedIdIsTaken() throws {
    let error = #expect(throws: Diagnostics.self) { try copy { $0 } }
    #expect(error?.all.map(\.code) == ["id-taken"])
  }

  @Test func whatTheLoaderRefusesIsRefusedWithItsPlace() throws {
    let error = #expect(throws: Diagnostics.self) {
      try copy { $0.replacing("id: 5x5\n", with: "id: kendi\n").replacing("through: 9,", with: "through: 8,") }
    }
    #expect(error?.all.isEmpty == false)
    #expect(error?.all.allSatisfy { $0.placeText.hasPrefix("kendi.yaml:") } == true)
  }
}
