/// One name and its value, as a query, form, header or cookie carries it.
public struct Field: Hashable, Sendable {
  /// The name; of headers in lower case.
  public let name: String
  /// The value, decoded.
  public let value: String

  /// A name and its value.
  public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

/// Names and values in the order they came, repeats kept.
public struct Fields: Hashable, Sendable, Sequence, ExpressibleByDictionaryLiteral {
  /// All of them, in order.
  public let all: [Field]

  /// Fields in the order given.
  public init(_ all: [Field] = []) { self.all = all }

  /// `["sort": "level", "unit": "U-1"]`; order and repeats are kept.
  public init(dictionaryLiteral elements: (String, String)...) {
    all = elements.map { Field($0.0, $0.1) }
  }

  /// The first value of `name`.
  public subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }

  /// Every value of `name`, in order.
  public func values(_ name: String) -> [String] {
    all.compactMap { $0.name == name ? $0.value : nil }
  }

  /// The same fields with `name` set to `value` at the place of its first occurrence, or at the end; nil removes it.
  /// For links that change one filter and keep the others.
  public func setting(_ name: String, _ value: String?) -> Fields {
    var changed: [Field] = []
    var isPending = value != nil
    for field in all {
      guard field.name == name else {
        changed.append(field)
        continue
      }
      if isPending, let value { changed.append(Field(name, value)) }
      isPending = false
    }
    if isPending, let value { changed.append(Field(name, value)) }
    return Fields(changed)
  }

  /// `sort=level&unit=U-1`, percent-encoded, as a link's query wants it; empty without fields.
  public var encoded: String {
    all.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }.joined(separator: "&")
  }

  /// Walks the fields in order.
  public func makeIterator() -> IndexingIterator<[Field]> { all.makeIterator() }
}
