/// A paragraph.
public func p(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("p", .container), attributes, content())
}

/// A paragraph. From a text.
public func p(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("p", .container), attributes, .text(text))
}

/// A link.
public func a(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("a", .container), attributes, content())
}

/// A link. From a text.
public func a(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("a", .container), attributes, .text(text))
}

/// A piece of text without meaning of its own.
public func span(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("span", .container), attributes, content())
}

/// A piece of text without meaning of its own. From a text.
public func span(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("span", .container), attributes, .text(text))
}

/// Important text.
public func strong(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("strong", .container), attributes, content())
}

/// Important text. From a text.
public func strong(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("strong", .container), attributes, .text(text))
}

/// Stressed text.
public func em(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("em", .container), attributes, content())
}

/// Stressed text. From a text.
public func em(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("em", .container), attributes, .text(text))
}

/// Side remark.
public func small(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("small", .container), attributes, content())
}

/// Side remark. From a text.
public func small(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("small", .container), attributes, .text(text))
}

/// Text found by a search.
public func mark(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("mark", .container), attributes, content())
}

/// Text found by a search. From a text.
public func mark(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("mark", .container), attributes, .text(text))
}

/// Code or an identifier.
public func code(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("code", .container), attributes, content())
}

/// Code or an identifier. From a text.
public func code(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("code", .container), attributes, .text(text))
}

/// Abbreviation; say it in full in `.title`.
public func abbr(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("abbr", .container), attributes, content())
}

/// Abbreviation; say it in full in `.title`. From a text.
public func abbr(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("abbr", .container), attributes, .text(text))
}

/// A day or instant; machine form in `.datetime`.
public func time(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("time", .container), attributes, content())
}

/// A day or instant; machine form in `.datetime`. From a text.
public func time(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("time", .container), attributes, .text(text))
}

/// A key to press.
public func kbd(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("kbd", .container), attributes, content())
}

/// A key to press. From a text.
public func kbd(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("kbd", .container), attributes, .text(text))
}

/// Text that was removed.
public func del(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("del", .container), attributes, content())
}

/// Text that was removed. From a text.
public func del(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("del", .container), attributes, .text(text))
}

/// Text that was added.
public func ins(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("ins", .container), attributes, content())
}

/// Text that was added. From a text.
public func ins(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("ins", .container), attributes, .text(text))
}

/// Superscript.
public func sup(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("sup", .container), attributes, content())
}

/// Superscript. From a text.
public func sup(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("sup", .container), attributes, .text(text))
}

/// A quotation.
public func blockquote(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("blockquote", .container), attributes, content())
}

/// A line break.
public func br(_ attributes: Attribute...) -> Node {
  .element(Tag("br", .void), attributes, .empty)
}

/// A picture; needs `.alt`.
public func img(_ attributes: Attribute...) -> Node {
  .element(Tag("img", .void), attributes, .empty)
}

/// Text whose spaces and line breaks are kept.
public func pre(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("pre", .leadingNewline), attributes, .text(text))
}
