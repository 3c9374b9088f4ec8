/// A table.
public func table(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("table", .container), attributes, content())
}

/// The table's caption.
public func caption(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("caption", .container), attributes, content())
}

/// The table's caption. From a text.
public func caption(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("caption", .container), attributes, .text(text))
}

/// Group of column definitions.
public func colgroup(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("colgroup", .container), attributes, content())
}

/// A column definition.
public func col(_ attributes: Attribute...) -> Node {
  .element(Tag("col", .void), attributes, .empty)
}

/// Head rows.
public func thead(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("thead", .container), attributes, content())
}

/// Body rows.
public func tbody(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("tbody", .container), attributes, content())
}

/// Foot rows.
public func tfoot(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("tfoot", .container), attributes, content())
}

/// A row.
public func tr(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("tr", .container), attributes, content())
}

/// A header cell; say `.scope("row")` or `.scope("col")`.
public func th(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("th", .container), attributes, content())
}

/// A header cell; say `.scope("row")` or `.scope("col")`. From a text.
public func th(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("th", .container), attributes, .text(text))
}

/// A cell.
public func td(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("td", .container), attributes, content())
}

/// A cell. From a text.
public func td(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("td", .container), attributes, .text(text))
}
