import GuvenceCore
import GuvenceRegister

/// Which units' rows a query may see. Every query on such rows takes one.
public enum Scope: Sendable, Hashable {
  /// All units.
  case all
  /// These units only (a role's unit and everything below, spelled out); none for an empty set.
  case units(Set<Identifier<Unit>>)

  /// Whether rows of `unit` may be seen.
  public func contains(_ unit: Identifier<Unit>) -> Bool {
    switch self {
    case .all: true
    case .units(let units): units.contains(unit)
    }
  }

  /// What both scopes may see.
  public func intersection(_ other: Scope) -> Scope {
    switch (self, other) {
    case (.all, let scope), (let scope, .all): scope
    case (.units(let left), .units(let right)): .units(left.intersection(right))
    }
  }

  /// The one predicate: `column` holds the row's unit. The text is the same for any number of units, so that the
  /// statement stays prepared.
  func predicate(_ column: String) -> SQLPart {
    switch self {
    case .all: SQLPart("1")
    case .units(let units):
      SQLPart(
        "\(column) IN (SELECT value FROM json_each(?))",
        [.text("[" + units.sorted().map(\.description).joined(separator: ",") + "]")])
    }
  }
}

/// A piece of SQL with the values of its placeholders.
struct SQLPart {
  var sql: String
  var values: [SQLValue]

  init(_ sql: String, _ values: [SQLValue] = []) { (self.sql, self.values) = (sql, values) }

  /// All of `parts`, joined by AND.
  static func all(_ parts: [SQLPart]) -> SQLPart {
    SQLPart(parts.isEmpty ? "1" : parts.map(\.sql).joined(separator: " AND "), parts.flatMap(\.values))
  }
}
