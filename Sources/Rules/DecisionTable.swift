import FoundationEssentials
import GuvenceCore

/// A dated decision table with the hit-policy meaning of DMN 1.x: rows of simple conditions over typed inputs.
///
///     inputs: level                → output: months
///     low                            12
///     medium                         6
///
/// The loader proves that the table is complete over its inputs' domains, that its policy holds, and that every row
/// can be reached, so `decide` cannot fail for inputs within the domains.
public struct DecisionTable: Hashable, Sendable {
  /// How many rows may hold and which of them counts.
  public enum HitPolicy: String, Sendable, CaseIterable {
    /// Exactly one row holds for every input.
    case unique
    /// Several rows may hold where they give the same outputs.
    case any
    /// Several may hold; the one whose first output comes first in that output's list of values counts.
    case priority
    /// Several may hold; the first in the order written counts.
    case first
    /// All rows that hold count; there may be none.
    case collect
  }

  /// An input or output: its name and the values it may take.
  public struct Column: Hashable, Sendable {
    /// Stable id in ASCII.
    public let id: String
    /// Name on screen.
    public let name: Localized
    /// The values it may take.
    public let domain: DecisionDomain
  }

  /// One rule: a condition per input, a value per output.
  public struct Row: Hashable, Sendable {
    /// One cell per input, all of which must hold.
    public let conditions: [DecisionCell]
    /// One value per output.
    public let outputs: [DecisionValue]
    /// Line in the file, for explanations and findings.
    public let line: Int
  }

  /// Stable id in ASCII: `review-period`.
  public let id: String
  /// Name on screen.
  public let name: Localized
  /// First day on which this version holds.
  public let effective: Day
  /// Where the rule comes from.
  public let citation: Citation
  /// Which rows count.
  public let hitPolicy: HitPolicy
  /// Inputs in the order of the cells.
  public let inputs: [Column]
  /// Outputs in the order of the values.
  public let outputs: [Column]
  /// Rows in the order written.
  public let rows: [Row]
  /// The file's text, byte for byte.
  public let canonicalText: String
}

/// A value in a decision table.
public enum DecisionValue: Hashable, Sendable, CustomStringConvertible {
  /// An exact number.
  case number(Decimal)
  /// A word of an enumeration, or free text in outputs.
  case word(String)

  /// The value as written in data.
  public var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .word(let word): word
    }
  }

  /// The whole number, where it is one.
  public var int: Int? {
    guard case .number(let number) = self, let value = Int("\(number)") else { return nil }
    return value
  }
}

/// The values an input or output may take.
public enum DecisionDomain: Hashable, Sendable {
  /// Whole numbers, both ends included.
  case integers(ClosedRange<Int>)
  /// Exact decimals, both ends included.
  case decimals(ClosedRange<Decimal>)
  /// Listed words; in outputs under the priority policy the first is the strongest.
  case words([String])

  /// Whether `value` is one of them.
  public func contains(_ value: DecisionValue) -> Bool {
    switch (self, value) {
    case (.integers(let range), .number): value.int.map(range.contains) ?? false
    case (.decimals(let range), .number(let number)): range.contains(number)
    case (.words(let words), .word(let word)): words.contains(word)
    default: false
    }
  }
}

/// Why a decision table was not asked properly.
public enum DecisionProblem: Error, Hashable, Sendable {
  /// An input has no value.
  case missingInput(String)
  /// A value outside the input's domain.
  case outsideDomain(input: String, value: DecisionValue)
  /// An input the table does not have.
  case unknownInput(String)
}

/// What a decision table says: the rows that hold and the outputs that count.
public struct Decision: Hashable, Sendable {
  /// Indices of the rows that count, in the order of the table; one unless the policy is collect.
  public let rows: [Int]
  /// Outputs of each of those rows, by output id.
  public let outputs: [[String: DecisionValue]]

  /// The output `id` of the first row that counts.
  public subscript(id: String) -> DecisionValue? { outputs.first?[id] }
}

extension DecisionTable {
  /// Asks the table. Throws where an input is missing, unknown or outside its domain.
  public func decide(_ values: [String: DecisionValue]) throws(DecisionProblem) -> Decision {
    var ordered: [DecisionValue] = []
    for input in inputs {
      guard let value = values[input.id] else { throw .missingInput(input.id) }
      guard input.domain.contains(value) else { throw .outsideDomain(input: input.id, value: value) }
      ordered.append(value)
    }
    if let unknown = values.keys.sorted().first(where: { id in !inputs.contains { $0.id == id } }) {
      throw .unknownInput(unknown)
    }
    let counting = counting(among: matching(ordered))
    return Decision(
      rows: counting,
      outputs: counting.map { row in
        Dictionary(zip(outputs.map(\.id), rows[row].outputs), uniquingKeysWith: { first, _ in first })
      })
  }

  /// Indices of the rows whose conditions all hold.
  func matching(_ values: [DecisionValue]) -> [Int] {
    rows.indices.filter { row in zip(rows[row].conditions, values).allSatisfy { $0.holds(for: $1) } }
  }

  /// The rows of `matches` that count under the hit policy.
  func counting(among matches: [Int]) -> [Int] {
    switch hitPolicy {
    case .unique, .any, .first: Array(matches.prefix(1))
    case .collect: matches
    case .priority: matches.min { strength(of: $0) < strength(of: $1) }.map { [$0] } ?? []
    }
  }

  private func strength(of row: Int) -> Int {
    guard case .words(let order)? = outputs.first?.domain, case .word(let word)? = rows[row].outputs.first else {
      return .max
    }
    return order.firstIndex(of: word) ?? .max
  }
}
