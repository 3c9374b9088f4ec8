/// Reads the statements of a content closure as a row of nodes. Strings become escaped text; `if`, `switch` and `for`
/// work. Few overloads on purpose: each statement is type-checked alone, so pages compile fast.
@resultBuilder
public enum MarkupBuilder {
  /// A node stands for itself.
  public static func buildExpression(_ node: Node) -> Node { node }

  /// A node that may be missing.
  public static func buildExpression(_ node: Node?) -> Node { node ?? .empty }

  /// A string is text, to be escaped.
  public static func buildExpression(_ text: String) -> Node { .text(text) }

  /// A list of nodes stands for its members in order.
  public static func buildExpression(_ nodes: [Node]) -> Node { .fragment(nodes) }

  /// One statement needs no list.
  public static func buildBlock(_ node: Node) -> Node { node }

  /// Several statements in order; none is `.empty`.
  public static func buildBlock(_ nodes: Node...) -> Node { nodes.isEmpty ? .empty : .fragment(nodes) }

  /// `if` without `else`.
  public static func buildOptional(_ node: Node?) -> Node { node ?? .empty }

  /// First branch of `if` or `switch`.
  public static func buildEither(first node: Node) -> Node { node }

  /// Other branch of `if` or `switch`.
  public static func buildEither(second node: Node) -> Node { node }

  /// `for`.
  public static func buildArray(_ nodes: [Node]) -> Node { .fragment(nodes) }
}

/// A row of nodes from statements, without an element around them.
public func fragment(@MarkupBuilder content: () -> Node) -> Node { content() }
