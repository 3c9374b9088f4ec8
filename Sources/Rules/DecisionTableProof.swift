import FoundationEssentials

/// What is wrong with a decision table, found by trying one example of every distinguishable input.
///
/// The conditions of a column cut its domain into points and gaps; values within a gap cannot be told apart by any
/// row, so one example of each stands for all, and the product over the columns is a complete check.
struct DecisionTableProof {
  enum Fault: Hashable {
    /// No row holds for these inputs.
    case gap([DecisionValue])
    /// Both rows hold for these inputs, which the policy forbids.
    case overlap(Int, Int, [DecisionValue])
    /// The row never counts.
    case unreachable(Int)
    /// More combinations than are tried.
    case tooLarge(Int)
  }

  static let limit = 200_000

  static func faults(of table: DecisionTable) -> [Fault] {
    let examples = table.inputs.indices.map { DecisionTableProof.examples(of: table, column: $0) }
    let size = examples.reduce(1) { $0 * min(max($1.count, 1), limit) > limit ? limit + 1 : $0 * $1.count }
    if size > limit { return [.tooLarge(limit)] }
    var faults: [Fault] = []
    var counted: Set<Int> = []
    var reported: Set<[Int]> = []
    var hasGap = false
    forEachCombination(of: examples) { values in
      let matches = table.matching(values)
      counted.formUnion(
        table.hitPolicy == .unique || table.hitPolicy == .any ? matches : table.counting(among: matches))
      if matches.isEmpty, table.hitPolicy != .collect, !hasGap {
        hasGap = true
        faults.append(.gap(values))
      }
      if let pair = conflict(in: table, matches), reported.insert(pair).inserted {
        faults.append(.overlap(pair[0], pair[1], values))
      }
    }
    return faults + table.rows.indices.filter { !counted.contains($0) }.map { .unreachable($0) }
  }

  private static func conflict(in table: DecisionTable, _ matches: [Int]) -> [Int]? {
    guard let first = matches.first else { return nil }
    switch table.hitPolicy {
    case .unique: return matches.count > 1 ? [first, matches[1]] : nil
    case .any:
      return matches.first { table.rows[$0].outputs != table.rows[first].outputs }.map { [first, $0] }
    case .priority, .first, .collect: return nil
    }
  }

  /// One example of each set of values that no cell of the column tells apart.
  private static func examples(of table: DecisionTable, column: Int) -> [DecisionValue] {
    let named = table.rows.flatMap { $0.conditions[column].named }
    switch table.inputs[column].domain {
    case .words(let words): return words.map { .word($0) }
    case .integers(let range):
      let points = cuts(named, Decimal(range.lowerBound), Decimal(range.upperBound))
      let gaps = zip(points, points.dropFirst()).filter { $1 - $0 > 1 }.map { low, _ in low + 1 }
      return (points + gaps).sorted().map { .number($0) }
    case .decimals(let range):
      let points = cuts(named, range.lowerBound, range.upperBound)
      return (points + zip(points, points.dropFirst()).map { ($0 + $1) / 2 }).sorted().map { .number($0) }
    }
  }

  private static func cuts(_ named: [DecisionValue], _ low: Decimal, _ high: Decimal) -> [Decimal] {
    let numbers = named.compactMap { value -> Decimal? in
      if case .number(let number) = value, number >= low, number <= high { number } else { nil }
    }
    return Array(Set(numbers + [low, high])).sorted()
  }

  private static func forEachCombination(of columns: [[DecisionValue]], _ body: ([DecisionValue]) -> Void) {
    func extend(_ chosen: [DecisionValue]) {
      guard chosen.count < columns.count else { return body(chosen) }
      for value in columns[chosen.count] { extend(chosen + [value]) }
    }
    extend([])
  }
}
