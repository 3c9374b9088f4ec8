/// What was worked out from one state of the file, kept until anything is committed. Only readers keep: the writer sees
/// its own unfinished changes.
struct Memory {
  /// Values kept at most; beyond it all are dropped.
  static let limit = 128

  private(set) var isOn = false
  private var version: Int64 = 0
  private var values: [AnyHashable: any Sendable] = [:]

  subscript(key: AnyHashable) -> (any Sendable)? { values[key] }

  mutating func keep(_ value: any Sendable, as key: AnyHashable) {
    if values.count >= Memory.limit { values.removeAll() }
    values[key] = value
  }

  /// Begins with the state `version` of the file; drops what belongs to another.
  mutating func begin(_ version: Int64) {
    if version != self.version { values.removeAll() }
    (isOn, self.version) = (true, version)
  }
}

extension Connection {
  /// What `make` gives, worked out once for this state of the file: for what every page needs and hardly ever changes.
  /// `key` must name everything the value depends on besides the file.
  public func remembered<Value: Sendable>(_ key: some Hashable, _ make: () throws -> Value) rethrows -> Value {
    guard memory.isOn else { return try make() }
    if let known = memory[key], let value = known as? Value { return value }
    let value = try make()
    memory.keep(value, as: key)
    return value
  }

  /// Called inside a reading transaction: SQLite's number changes with every commit of another connection.
  func beginRemembering() throws { memory.begin(try integer("PRAGMA data_version")) }
}
