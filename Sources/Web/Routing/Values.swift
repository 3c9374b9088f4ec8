/// Names and values in the order in which an address or a form carries them; a name may come more than once.
struct Values: Sendable, Hashable {
  /// The pairs in order.
  private(set) var pairs: [Pair]

  /// One name with one value.
  struct Pair: Sendable, Hashable {
    let name: String
    let value: String
  }

  init() { pairs = [] }

  init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs.map { Pair(name: $0.name, value: $0.value) } }

  /// Reads `a=1&b=2`; parts that are not valid codes are left out.
  init(query: some StringProtocol) {
    pairs = query.split(separator: "&").compactMap { part in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCode.decode(halves[0], plusIsSpace: true),
        let value = PercentCode.decode(halves.count > 1 ? halves[1] : "", plusIsSpace: true)
      else { return nil }
      return Pair(name: name, value: value)
    }
  }

  /// The first value of `name`; `nil` where it does not come.
  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// The first value without blanks at its ends; empty where it does not come.
  func text(_ name: String) -> String { (self[name] ?? "").trimmed }

  /// All values of `name`.
  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// A whole number; `nil` where it is missing or no number.
  func number(_ name: String) -> Int? { Int(text(name)) }

  /// Adds a pair; values that are `nil` or empty are left out.
  mutating func add(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    pairs.append(Pair(name: name, value: value))
  }

  /// Takes every pair of `name` out, then adds `value`.
  mutating func set(_ name: String, _ value: String) {
    pairs.removeAll { $0.name == name }
    pairs.append(Pair(name: name, value: value))
  }

  /// `?a=1&b=2`; empty where there are no pairs.
  var query: String {
    guard !pairs.isEmpty else { return "" }
    return "?" + pairs.map { PercentCode.encode($0.name) + "=" + PercentCode.encode($0.value) }.joined(separator: "&")
  }
}
