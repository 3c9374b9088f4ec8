import FoundationEssentials
import GuvenceCore
import GuvenceDataFiles

/// Reads one methodology version from the root of its file and proves it. Review periods come from the decision table
/// `review-period` later (`Methodology.judged(by:)`); until then they are 0.
struct MethodologyReader {
  private let root: DataNode
  private let reader: DataReader

  static func read(_ root: DataNode, _ reader: DataReader) -> Methodology? {
    let before = reader.diagnostics.count
    let methodology = MethodologyReader(root: root, reader: reader).methodology()
    guard let methodology, reader.diagnostics.count == before else { return nil }
    reader.add(MethodologyProof(methodology, root: root).findings())
    return reader.diagnostics.dropFirst(before).contains { $0.severity == .error } ? nil : methodology
  }

  private func methodology() -> Methodology? {
    reader.object(root) { object -> Methodology? in
      let (id, name, effective) = (object.text("id"), object.localized("name"), object.day("effective"))
      let citation = object.citation()
      let likelihood = object.object("likelihood", readScale)
      let impact = object.object("impact", readScale)
      let dimensions = object.optionalObjects("dimensions") { readDimension($0, citation) }
      let combination = object.choice("combination", as: ImpactCombination.self)
      let levels = object.list("levels", { $0 }).flatMap { readLevels($0, citation) }
      let scoring = object.object("scoring", readScoring)
      let appetite = object.object("appetite") { readAppetite($0, levels ?? [], citation) }
      let effect = object.choice("control-effect", as: ControlEffectMethod.self)
      let rounding = object.choice("vote-rounding", as: VoteRounding.self)
      guard let id, let name, let effective, let citation, let likelihood, let impact, let dimensions,
        let combination, let levels, let scoring, let appetite, let effect, let rounding
      else { return nil }
      return Methodology(
        id: id, name: name, effective: effective, citation: citation, likelihood: likelihood, impact: impact,
        dimensions: dimensions, combination: combination, scoring: scoring, levels: levels, appetite: appetite,
        controlEffect: effect, voteRounding: rounding, canonicalText: root.source.text)
    }
  }

  private func readScale(_ object: ObjectReader) -> Scale? {
    let citation = object.citation(orOf: nil)
    let steps = object.objects("steps") { step -> Scale.Step? in
      let (value, name) = (step.int("value", in: 1...99), step.localized("name"))
      let criterion = step.optionalLocalized("criterion") ?? Localized("", "")
      guard let value, let name else { return nil }
      return Scale.Step(value: value, name: name, criterion: criterion)
    }
    return steps.map { Scale(steps: $0, citation: citation) }
  }

  private func readDimension(_ object: ObjectReader, _ parent: Citation?) -> ImpactDimension? {
    let (id, name) = (object.text("id"), object.localized("name"))
    let weight = object.optional("weight").map { thousandths($0) } ?? 0
    let criteria = object.list("criteria", reader.localized)
    let citation = object.citation(orOf: parent)
    guard let id, let name, let weight, let criteria, let citation else { return nil }
    return ImpactDimension(id: id, name: name, weight: weight, criteria: criteria, citation: citation)
  }

  private func thousandths(_ node: DataNode) -> Int? {
    guard let share = reader.decimal(node) else { return nil }
    if let value = DecisionValue.number(share * 1000).int, (0...1000).contains(value) { return value }
    reader.report(
      at: node, code: "out-of-range", message: "a weight is a share between 0 and 1 with at most three decimals")
    return nil
  }

  private func readLevels(_ nodes: [DataNode], _ parent: Citation?) -> [Level]? {
    let levels = nodes.enumerated().map { index, node in
      reader.object(node) { readLevel($0, rank: index + 1, parent) }
    }
    let good = levels.compactMap { $0 }
    return good.count == levels.count ? good : nil
  }

  private func readLevel(_ object: ObjectReader, rank: Int, _ parent: Citation?) -> Level? {
    let (id, name) = (object.text("id"), object.localized("name"))
    let (background, foreground) = (object.text("background"), object.text("foreground"))
    let (shape, reaction) = (object.text("shape"), object.localized("reaction"))
    let citation = object.citation(orOf: parent)
    guard let id, let name, let background, let foreground, let shape, let reaction, let citation else { return nil }
    return Level(
      id: id, rank: rank, name: name, background: background, foreground: foreground, shape: shape,
      reaction: reaction, reviewMonths: 0, citation: citation)
  }

  private func readScoring(_ object: ObjectReader) -> Scoring? {
    if object.has("product") == object.has("matrix") {
      reader.report(
        at: object.node, code: "missing-key", message: "expected either product or matrix",
        remedy: "give product: with bands, or matrix: with one row per likelihood")
      return nil
    }
    if object.has("product") {
      let bands = object.objects("product") { band -> Band? in
        let (from, through, level) = (band.int("from"), band.int("through"), band.text("level"))
        guard let from, let through, let level else { return nil }
        return Band(from: from, through: through, level: level)
      }
      return bands.map { .product(bands: $0) }
    }
    return object.required("matrix").flatMap(readMatrix).map { .matrix(cells: $0) }
  }

  /// Rows keyed by likelihood in any order; cells from the lowest impact to the highest.
  private func readMatrix(_ node: DataNode) -> [[String]]? {
    guard let entries = node.entries else {
      reader.report(at: node, code: "wrong-type", message: "expected rows such as 1: [low, low, medium]")
      return nil
    }
    var rows: [Int: [String]] = [:]
    for entry in entries {
      guard let value = reader.int(entry.key, in: 1...99), let cells = reader.list(entry.value, reader.text) else {
        return nil
      }
      rows[value] = cells
    }
    for value in 1...max(1, entries.count) where rows[value] == nil {
      reader.report(
        at: node, code: "incomplete-matrix", message: "there is no row for likelihood \(value)",
        remedy: "give one row for each likelihood from 1 on")
      return nil
    }
    return rows.sorted { $0.key < $1.key }.map(\.value)
  }

  private func readAppetite(_ object: ObjectReader, _ levels: [Level], _ parent: Citation?) -> DefaultAppetite? {
    let node = object.required("highest-accepted")
    let citation = object.citation(orOf: parent)
    guard let node, let citation, !levels.isEmpty, let id = reader.choice(node, among: levels.map(\.id)),
      let level = levels.first(where: { $0.id == id })
    else { return nil }
    return DefaultAppetite(highestAcceptedRank: level.rank, citation: citation)
  }
}

extension Methodology {
  /// This version with the decision tables that are in force with it: review periods filled in, the tables' texts in
  /// the canonical text, and effective from the day on which all of them hold. `nil` where a table has no answer.
  func judged(by unordered: [DecisionTable]) -> Methodology? {
    let tables = unordered.sorted { $0.id < $1.id }
    guard let review = tables.first(where: { $0.id == RuleTable.reviewPeriod }) else { return nil }
    var levels: [Level] = []
    for level in self.levels {
      guard let months = (try? review.decide(["level": .word(level.id)]))?["months"]?.int else { return nil }
      levels.append(level.reviewed(every: months))
    }
    let effective = tables.map(\.effective).reduce(self.effective, max)
    let texts = [canonicalText] + tables.map(\.canonicalText)
    return Methodology(
      id: id, name: name, effective: effective, citation: citation, likelihood: likelihood, impact: impact,
      dimensions: dimensions, combination: combination, scoring: scoring, levels: levels, appetite: appetite,
      controlEffect: controlEffect, voteRounding: voteRounding, tables: tables,
      canonicalText: texts.map(ended).joined(separator: "---\n"))
  }

  private func ended(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }
}

extension Level {
  fileprivate func reviewed(every months: Int) -> Level {
    Level(
      id: id, rank: rank, name: name, background: background, foreground: foreground, shape: shape,
      reaction: reaction, reviewMonths: months, citation: citation)
  }
}

/// Ids of the decision tables that the engine asks.
public enum RuleTable {
  /// Months until the next review, by level.
  public static let reviewPeriod = "review-period"
  /// Within or above appetite, and whether a response is required, by ranks above the accepted one.
  public static let appetiteVerdict = "appetite-verdict"
  /// New, risen, fallen or same, by the difference to the period before.
  public static let changeDirection = "change-direction"
}
