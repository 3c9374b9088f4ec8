/// One attribute of an element. Names are literals, so data never becomes a name; values are escaped when rendered.
///
/// Three things cannot be said with it, because the content security policy would not run them anyway and a hostile
/// value must not try: event handlers (`on…`), inline `style` and `srcdoc`. An attribute that carries an address keeps
/// it only when `Address.isAllowed` says so. What is refused is left out of the page.
public struct Attribute: Sendable {
  let name: StaticString
  let prefix: Prefix
  let value: Value

  enum Prefix: UInt8, Sendable {
    case none
    case data
    case aria
  }

  enum Value: Sendable {
    case absent
    case flag
    case text(String)
    case group([Attribute])
  }

  /// An attribute that is not written; for `condition ? .class("x") : .absent`.
  public static let absent = Attribute(known: "", .absent)

  /// Any attribute by its literal name; left out when the value is nil or the name or address is refused.
  public init(_ name: StaticString, _ value: String?) {
    let kind = AttributeName.kind(of: name)
    switch (kind, value) {
    case (.refused, _), (_, nil): self = .absent
    case (.address, let value?): self = .address(name, value)
    case (.plain, let value?): self.init(known: name, .text(value))
    }
  }

  /// Any attribute with a whole number; left out when nil.
  public init(_ name: StaticString, _ value: Int?) {
    self.init(name, value.map { String($0) })
  }

  /// Any attribute without a value (`hidden`); left out when `present` is false.
  public init(_ name: StaticString, _ present: Bool) {
    let allowed = present && AttributeName.kind(of: name) == .plain
    self.init(known: name, allowed ? .flag : .absent)
  }

  /// Several attributes handed on as one, for functions that pass on what they were given.
  public static func group(_ attributes: [Attribute]) -> Attribute { Attribute(known: "", .group(attributes)) }

  /// `data-…`, read by the page's own script files.
  public static func data(_ name: StaticString, _ value: String?) -> Attribute {
    Attribute(prefix: .data, name, value)
  }

  /// `aria-…`, read by assistive technology.
  public static func aria(_ name: StaticString, _ value: String?) -> Attribute {
    Attribute(prefix: .aria, name, value)
  }

  /// `aria-…` that is true or false; both are written.
  public static func aria(_ name: StaticString, _ value: Bool) -> Attribute {
    Attribute(prefix: .aria, name, value ? "true" : "false")
  }

  /// Only for names written in this module, which need no check.
  init(known name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
    prefix = .none
  }

  private init(prefix: Prefix, _ name: StaticString, _ value: String?) {
    let allowed = AttributeName.kind(of: name) != .refused
    self.name = name
    self.prefix = prefix
    self.value = allowed ? value.map { .text($0) } ?? .absent : .absent
  }

  static func text(_ name: StaticString, _ value: String?) -> Attribute {
    Attribute(known: name, value.map { .text($0) } ?? .absent)
  }

  static func flag(_ name: StaticString, _ present: Bool) -> Attribute {
    Attribute(known: name, present ? .flag : .absent)
  }

  static func address(_ name: StaticString, _ value: String?) -> Attribute {
    guard let value, Address.isAllowed(value) else { return .absent }
    return Attribute(known: name, .text(value))
  }
}
