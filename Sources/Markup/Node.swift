/// A piece of HTML or SVG as a value. Text and attribute values are escaped when the node is rendered, so a page built
/// from nodes cannot carry markup that came in as data.
///
/// ```swift
/// let page = ul(.class("risks")) {
///   for risk in risks {
///     li { a(risk.name, .href("/risks/\(risk.id)")) }
///   }
/// }
/// let bytes = page.rendered()
/// ```
public enum Node: Sendable {
  /// Nothing; renders to no bytes.
  case empty
  /// Text of any origin; escaped when rendered.
  case text(String)
  /// Several nodes in a row, without an element around them.
  case fragment([Node])
  /// UTF-8 that is already markup, written as it is: for parts rendered once and kept (see `frozen()`).
  /// Never put bytes here that hold user input which was not escaped.
  case bytes([UInt8])
  /// Unsafe: written without escaping. Only for markup that this program itself wrote as a literal; never for data.
  case raw(StaticString)
  /// An element. A void element (`br`, `input`) and `script` or `style` never render their content.
  indirect case element(Tag, [Attribute], Node)

  /// A whole number as text.
  public static func number(_ value: Int) -> Node { .text(String(value)) }

  /// The same node rendered now; use it for parts that do not change between requests.
  public func frozen() -> Node { .bytes(rendered()) }
}

/// An element's name with what rendering has to know about it.
public struct Tag: Sendable {
  let name: StaticString
  let shape: Shape

  enum Shape: UInt8, Sendable {
    case container
    case void
    case sealed
    case leadingNewline
  }

  /// Names an element by a literal, for elements that have no function of their own.
  public init(_ name: StaticString) {
    self.name = name
    shape = Tag.shape(of: name)
  }

  init(_ name: StaticString, _ shape: Shape) {
    self.name = name
    self.shape = shape
  }

  private static func shape(of name: StaticString) -> Shape {
    switch name.description {
    case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr": .void
    case "script", "style": .sealed
    case "textarea", "pre": .leadingNewline
    default: .container
    }
  }
}

/// An element by its tag name, for elements that have no function of their own.
public func element(
  _ name: StaticString, _ attributes: Attribute..., @MarkupBuilder content: () -> Node = { .empty }
) -> Node {
  .element(Tag(name), attributes, content())
}
