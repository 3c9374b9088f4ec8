/// A form.
public func form(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("form", .container), attributes, content())
}

/// Fields that belong together.
public func fieldset(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("fieldset", .container), attributes, content())
}

/// The name of a `fieldset`.
public func legend(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("legend", .container), attributes, content())
}

/// The name of a `fieldset`. From a text.
public func legend(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("legend", .container), attributes, .text(text))
}

/// A field's label; tie it with `.for`.
public func label(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("label", .container), attributes, content())
}

/// A field's label; tie it with `.for`. From a text.
public func label(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("label", .container), attributes, .text(text))
}

/// A field, by its `.type`.
public func input(_ attributes: Attribute...) -> Node {
  .element(Tag("input", .void), attributes, .empty)
}

/// A choice from a list.
public func select(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("select", .container), attributes, content())
}

/// Group of options; its name goes into `Attribute("label", …)`.
public func optgroup(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("optgroup", .container), attributes, content())
}

/// One choice.
public func option(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("option", .container), attributes, content())
}

/// One choice. From a text.
public func option(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("option", .container), attributes, .text(text))
}

/// Suggestions for a field.
public func datalist(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("datalist", .container), attributes, content())
}

/// A button; say `.type("submit")` or `.type("button")`.
public func button(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("button", .container), attributes, content())
}

/// A button; say `.type("submit")` or `.type("button")`. From a text.
public func button(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("button", .container), attributes, .text(text))
}

/// A result that follows the fields.
public func output(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("output", .container), attributes, content())
}

/// A result that follows the fields. From a text.
public func output(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("output", .container), attributes, .text(text))
}

/// A field for several lines, with its present content.
public func textarea(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("textarea", .leadingNewline), attributes, .text(text))
}

/// A field the user does not see, such as a request token.
public func hiddenField(_ name: String, _ value: String) -> Node {
  .element(Tag("input", .void), [.type("hidden"), .name(name), .value(value)], .empty)
}
