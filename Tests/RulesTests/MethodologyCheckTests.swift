import GuvenceCore
import GuvenceRules
import Testing

@Suite struct MethodologyCheckTests {
  /// What is changed in `5x5.yaml`, and the code of the one finding it must cause.
  static let mistakes: [(String, String, String, String)] = [
    ("{from: 5, through: 9,", "{from: 6, through: 9,", "band-gap", "{from: 1,"),
    ("{from: 5, through: 9,", "{from: 4, through: 9,", "band-overlap", "{from: 4"),
    ("through: 9, level: medium", "through: 9, level: medim", "not-allowed", "medim"),
    ("through: 4, level: low", "through: 4, level: high", "not-monotone", "{from: 5"),
    ("\"#A5D66F\"", "\"#A5D66\"", "bad-colour", "\"#A5D66\""),
    ("\"#14210A\"", "\"#FFFFFF\"", "low-contrast", "foreground: \"#FFFFFF\""),
    ("shape: ◔", "shape: ○", "duplicate-shape", "shape: ○"),
    ("value: 3", "value: 4", "scale-gap", "value: 4"),
    ("combination: maximum", "combination: weighted", "bad-weights", "- id: financial"),
    ("combination: maximum", "combination: maximun", "not-allowed", "maximun"),
    ("highest-accepted: low", "highest-accepted: lov", "not-allowed", "lov"),
    ("vote-rounding: half-up", "vote-ronding: half-up", "unknown-key", "vote-ronding"),
    ("effective: 2020-01-01", "effective: 01.01.2020", "wrong-type", "01.01.2020"),
    ("id: 5x5", "id: 5x6", "wrong-file-name", "id: 5x6"),
    ("- id: low", "- id: lov", "not-allowed", "highest-accepted: low"),
  ]

  @Test(arguments: mistakes) func isFound(old: String, new: String, code: String, at text: String) throws {
    let data = try TemporaryData()
    try data.edit("rules/methodologies/5x5.yaml", (old, new))
    let findings = RuleLibrary.check(dataFolder: data.folder).filter { $0.code != "case-failed" }
    #expect(findings.contains { $0.code == code && $0.excerpt.contains(text) }, "\(findings.map(\.rendered))")
    #expect(findings.allSatisfy { $0.placeText.hasPrefix("rules/") })
  }

  @Test func positionsAreExact() throws {
    let data = try TemporaryData()
    try data.edit("rules/methodologies/5x5.yaml", ("through: 9, level: medium", "through: 9, level: medim"))
    let finding = try #require(RuleLibrary.check(dataFolder: data.folder).first)
    let lines = try data.read("rules/methodologies/5x5.yaml").split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("medim") })
    let column = try #require(lines[line].firstRange(of: "medim")).lowerBound
    let offset = lines[line].unicodeScalars.distance(from: lines[line].startIndex, to: column)
    #expect(finding.placeText == "rules/methodologies/5x5.yaml:\(line + 1):\(offset + 1)")
    #expect(finding.remedy.hasPrefix("did you mean medium?"))
    #expect(finding.excerpt == lines[line])
  }

  @Test func aMatrixMustBeCompleteAndMonotone() throws {
    let data = try TemporaryData()
    try data.edit("rules/methodologies/3x3.yaml", ("2: [low, medium, high]", "2: [low, negligible, high]"))
    try data.edit(
      "rules/methodologies/5x5-harf.yaml", ("5: [high, high, extreme, extreme, extreme]", "5: [high, high]"))
    let findings = RuleLibrary.check(dataFolder: data.folder).filter { $0.code != "case-failed" }
    let codes = Set(findings.map { "\($0.placeText.prefix { $0 != ":" }) \($0.code)" })
    #expect(codes.contains("rules/methodologies/3x3.yaml not-monotone"))
    #expect(codes.contains("rules/methodologies/5x5-harf.yaml incomplete-matrix"))
  }

  @Test func allErrorsOfAllFilesComeInOnePass() throws {
    let data = try TemporaryData()
    try data.edit("rules/methodologies/5x5.yaml", ("combination: maximum", "combination: max"), ("shape: ◑", "shpe: ◑"))
    try data.edit("rules/tables/review-period.yaml", ("[high]", "[hihg]"))
    try data.write("rules/glossary.yaml", "terms:\n  - {id: a}\n")
    let codes = RuleLibrary.check(dataFolder: data.folder).filter { $0.severity == .error }.map(\.placeText)
    #expect(codes.contains { $0.hasPrefix("rules/methodologies/5x5.yaml:") })
    #expect(codes.contains { $0.hasPrefix("rules/tables/review-period.yaml:") })
    #expect(codes.contains { $0.hasPrefix("rules/glossary.yaml:") })
    #expect(throws: Diagnostics.self) { try RuleLibrary.load(dataFolder: data.folder) }
  }

  @Test func aMissingFolderIsAFinding() {
    #expect(throws: Diagnostics.self) { try RuleLibrary.load(dataFolder: "/yok") }
    #expect(throws: Diagnostics.self) { try RuleLibrary.loadOne(id: "5x5", dataFolder: "/yok") }
  }

  /// Whatever stands in a rule file, it is read or refused; nothing traps.
  @Test(arguments: Shipped.ids) func damagedTextsAreReadOrRefused(id: String) throws {
    let text = Array(try Shipped.methodology(id).canonicalText.unicodeScalars)
    let pieces = [
      "", "-", ":", "[", "]", "{", "}", "9", "-1", "999999999999", "\n", "  ", "low", "\"", "id: x", "1..0", "#",
    ]
    var random = Seeded(seed: 99)
    for _ in 0..<120 {
      var damaged = text
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let start = Int.random(in: 0..<damaged.count, using: &random)
        let end = min(damaged.count, start + Int.random(in: 0...12, using: &random))
        damaged.replaceSubrange(start..<end, with: (pieces.randomElement(using: &random) ?? "").unicodeScalars)
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: damaged)
      if let methodology = RuleLibrary.rebuild(canonicalText: String(view)) {
        let compiled = CompiledMethodology(methodology)
        #expect(compiled.scoreFast(likelihood: 1, impact: 1).isKnown)
      }
    }
  }
}
