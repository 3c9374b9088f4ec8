import GuvenceCore
import GuvenceDataFiles

extension StatementChecks {
  /// Reads `rules/statement-checks.yaml` and later versions `rules/statement-checks@….yaml`, oldest first, and proves
  /// each: every correct example passes all checks, every incorrect one is found by its own.
  static func read(dataFolder: String, _ reader: DataReader) -> [StatementChecks] {
    let names = RuleFolder(dataFolder: dataFolder, reader: reader).files(in: "rules")
    return names.filter { $0.hasPrefix("rules/statement-checks") }
      .compactMap { name in reader.file("\(dataFolder)/\(name)", name: name) { read($0, reader) } }
      .sorted { $0.effective < $1.effective }
  }

  static func read(_ root: DataNode, _ reader: DataReader) -> StatementChecks? {
    reader.object(root) { object in
      let (effective, citation) = (object.day("effective"), object.citation())
      let markers = object.object("markers", markers)
      var examples: [Example] = []
      var seen: Set<String> = []
      let checks = object.objects("checks") { part in check(part, &examples, &seen) }
      guard let effective, let citation, let markers, let checks else { return nil }
      let rules = StatementChecks(effective: effective, citation: citation, checks: checks, markers: markers)
      for example in examples { example.prove(rules, reader) }
      return rules
    }
  }

  private static func markers(_ object: ObjectReader) -> StatementMarkers? {
    let (cause, consequence) = (phrases(object, "after-cause"), phrases(object, "before-consequence"))
    let tails = patterns(object, "tails")
    guard let cause, let consequence, let tails else { return nil }
    return StatementMarkers(afterCause: cause, beforeConsequence: consequence, tails: tails)
  }

  private static func check(
    _ object: ObjectReader, _ examples: inout [Example], _ seen: inout Set<String>
  ) -> StatementCheck? {
    let (id, level) = (object.text("id"), object.choice("level", as: Level.self))
    let (name, reason) = (object.localized("name"), object.localized("reason"))
    let (remedy, also) = (object.localized("remedy"), object.optionalFlag("opportunities"))
    let conditions = object.objects("when", condition)
    let correct = object.list("correct") { example($0, object.reader) }
    let incorrect = object.list("incorrect") { example($0, object.reader) }
    guard let id, let level, let name, let reason, let remedy, let conditions, let correct, let incorrect else {
      return nil
    }
    if !seen.insert(id).inserted {
      object.report("id", code: "duplicate-id", message: "the check \(id) is given twice")
    }
    if correct.isEmpty || incorrect.isEmpty {
      object.report("id", code: "no-examples", message: "the check \(id) needs correct and incorrect examples")
    }
    examples += correct.map { Example(text: $0.text, node: $0.node, check: id, isCorrect: true) }
    examples += incorrect.map { Example(text: $0.text, node: $0.node, check: id, isCorrect: false) }
    return StatementCheck(
      id: id, level: level.severity, name: name, reason: reason, remedy: remedy,
      correct: correct.map(\.text.statement), incorrect: incorrect.map(\.text.statement),
      alsoForOpportunities: also ?? false, conditions: conditions)
  }

  /// A sentence, or a sentence with the objective it stands against.
  private static func example(_ node: DataNode, _ reader: DataReader) -> (text: StatementText, node: DataNode)? {
    if node["statement"] == nil { return reader.text(node).map { (StatementText($0), node) } }
    return reader.object(node) { object in
      guard let statement = object.text("statement"), let objective = object.text("objective") else { return nil }
      var text = StatementText(statement)
      text.objective = objective
      return (text, node)
    }
  }

  private static func condition(_ object: ObjectReader) -> StatementCondition? {
    var condition = StatementCondition()
    condition.part = object.optionalChoice("part", as: StatementCondition.Part.self) ?? .event
    let lacks = object.optionalList("lacks") { object.reader.choice($0, as: StatementCondition.Missing.self) }
    let (ends, has) = (phrases(object, "ends"), phrases(object, "has"))
    let (hasNot, only) = (phrases(object, "has-not"), patterns(object, "only"))
    let (repeated, except) = (patterns(object, "repeated"), patterns(object, "repeated-except"))
    condition.wordsAtMost = object.optionalInt("words-at-most", in: 1...20)
    condition.sentencesFrom = object.optionalInt("sentences-from", in: 2...20)
    condition.repeatedFrom = object.optionalInt("repeated-from", in: 2...20) ?? 2
    condition.negatesObjective = object.optionalFlag("negates-objective") ?? false
    guard let lacks, let ends, let has, let hasNot, let only, let repeated, let except else { return nil }
    (condition.lacks, condition.ends, condition.has, condition.hasNot) = (lacks, ends, has, hasNot)
    (condition.only, condition.repeated, condition.repeatedExcept) = (only, repeated, except)
    return condition
  }

  private static func phrases(_ object: ObjectReader, _ key: String) -> [WordPhrase]? {
    object.optionalList(key) { node in pattern(node, object, WordPhrase.init) }
  }

  private static func patterns(_ object: ObjectReader, _ key: String) -> [WordPattern]? {
    object.optionalList(key) { node in pattern(node, object) { WordPattern($0) } }
  }

  private static func pattern<Pattern>(
    _ node: DataNode, _ object: ObjectReader, _ make: (String) -> Pattern?
  ) -> Pattern? {
    guard let text = object.reader.text(node) else { return nil }
    if let pattern = make(text) { return pattern }
    object.reader.report(
      at: node, code: "bad-word", message: "«\(text)» holds a word without letters",
      remedy: "write words, with * for any letters at the beginning or end")
    return nil
  }

  /// Words of `level`.
  private enum Level: String, CaseIterable {
    case warning, note

    var severity: Diagnostic.Severity { self == .warning ? .warning : .note }
  }

  private struct Example {
    let text: StatementText
    let node: DataNode
    let check: String
    let isCorrect: Bool

    func prove(_ rules: StatementChecks, _ reader: DataReader) {
      let found = rules.findings(in: text).map(\.check.id)
      if isCorrect, let first = found.first {
        reader.report(
          at: node, code: "correct-example-found", message: "the check \(first) finds the correct example of \(check)",
          remedy: "correct the example or narrow the check")
      }
      if !isCorrect, !found.contains(check) {
        reader.report(
          at: node, code: "incorrect-example-passes", message: "the check \(check) does not find its incorrect example",
          remedy: "correct the example or widen the check")
      }
    }
  }
}
