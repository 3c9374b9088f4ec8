import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles

/// One expectation written by an expert, and what the rules say.
public struct CaseResult: Hashable, Sendable {
  /// What was asked: `5x5 4 × 5`, `review-period level = high`.
  public let name: String
  /// Where the expectation is written.
  public let place: Diagnostic.Place
  /// What the file expects.
  public let expected: String
  /// What the rules say.
  public let actual: String
  /// The line of the expectation.
  public let excerpt: String

  /// Whether both agree.
  public var passed: Bool { expected == actual }

  /// The failure as a finding; `nil` where both agree.
  public var diagnostic: Diagnostic? {
    if passed { return nil }
    return Diagnostic(
      .error, at: place, code: "case-failed", message: "\(name): expected \(expected), the rules say \(actual)",
      remedy: "correct the case, or the rule it speaks of", excerpt: excerpt)
  }

  init(_ name: String, at node: DataNode, expected: String, actual: String) {
    (self.name, self.expected, self.actual) = (name, expected, actual)
    place = .text(file: node.source.file, line: node.mark.line, column: node.mark.column)
    excerpt = node.source.line(node.mark.line)
  }

  init(unreadable diagnostic: Diagnostic) {
    (name, expected, actual) = ("case file", "readable", "\(diagnostic.message) [\(diagnostic.code)]")
    (place, excerpt) = (diagnostic.place, diagnostic.excerpt)
  }
}

/// Runs the expectations in `rules/cases/*.yaml`: for the tests and for `guvence rules test`.
public enum RuleCases {
  /// The results of all cases of the library's data folder, in the order of the files. A case file that cannot be read
  /// is a failed case.
  public static func run(_ library: RuleLibrary) -> [CaseResult] {
    let reader = DataReader()
    let names = RuleFolder(dataFolder: library.dataFolder, reader: reader).files(in: "rules/cases")
    let results = names.flatMap { name in
      reader.file("\(library.dataFolder)/\(name)", name: name) { caseResults(of: $0, reader, library) } ?? []
    }
    return results + reader.diagnostics.map(CaseResult.init(unreadable:))
  }

  /// The results of one case file given as text.
  public static func run(_ text: String, file: String, _ library: RuleLibrary) -> [CaseResult] {
    let reader = DataReader()
    let results = reader.text(text, file: file) { caseResults(of: $0, reader, library) } ?? []
    return results + reader.diagnostics.map(CaseResult.init(unreadable:))
  }

  private static func caseResults(of root: DataNode, _ reader: DataReader, _ library: RuleLibrary) -> [CaseResult] {
    reader.object(root) { object -> [CaseResult]? in
      if object.has("methodology") { return GridCases(library: library).results(object) }
      let day = object.day("on")
      let tables = object.optionalObjects("tables") { item in
        day.flatMap { tableCase(item, $0, library) }
      }
      let votes = object.optionalObjects("votes", voteCase)
      let effects = day.map { ControlEffectCases(rules: library.controlEffect(on: $0)).results(object) }
      return (tables ?? []) + (votes ?? []) + (effects ?? [])
    } ?? []
  }

  private static func tableCase(_ object: ObjectReader, _ day: Day, _ library: RuleLibrary) -> CaseResult? {
    let (id, given, expected) = (object.text("table"), object.required("given"), object.required("expect"))
    guard let id, let given, let expected, let inputs = pairs(given), let outputs = pairs(expected) else { return nil }
    let name = "\(id) \(inputs.map { "\($0) = \($1)" }.joined(separator: ", "))"
    let wanted = outputs.map { "\($0) = \($1)" }.joined(separator: ", ")
    guard let table = library.table(id, on: day) else {
      return CaseResult(name, at: object.node, expected: wanted, actual: "no such table")
    }
    var values: [String: DecisionValue] = [:]
    for (key, text) in inputs {
      let isNumeric = table.inputs.first { $0.id == key }.map { if case .words = $0.domain { false } else { true } }
      values[key] = isNumeric == true ? DataReader.decimal(text).map { .number($0) } : .word(text)
    }
    let decision = try? table.decide(values)
    let actual = outputs.map { key, _ in "\(key) = \(decision?[key]?.description ?? "nothing")" }
    return CaseResult(name, at: object.node, expected: wanted, actual: actual.joined(separator: ", "))
  }

  private static func pairs(_ node: DataNode) -> [(String, String)]? {
    node.entries?.compactMap { entry in
      if let key = entry.key.text, let value = entry.value.text { (key, value) } else { nil }
    }
  }

  private static func voteCase(_ object: ObjectReader) -> CaseResult? {
    let votes = object.list("votes") { object.reader.int($0) }
    let (rounding, expected) = (object.choice("rounding", as: VoteRounding.self), object.text("expect"))
    guard let votes, let rounding, let expected else { return nil }
    let actual = combineVotes(votes, rounding)?.description ?? "unknown"
    return CaseResult("votes \(votes) \(rounding.rawValue)", at: object.node, expected: expected, actual: actual)
  }
}
