/// A block without meaning of its own.
public func div(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("div", .container), attributes, content())
}

/// The page's main content; one in a page.
public func main(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("main", .container), attributes, content())
}

/// Head of a page or section.
public func header(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("header", .container), attributes, content())
}

/// Foot of a page or section.
public func footer(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("footer", .container), attributes, content())
}

/// Navigation links.
public func nav(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("nav", .container), attributes, content())
}

/// A section with a heading.
public func section(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("section", .container), attributes, content())
}

/// A self-contained piece.
public func article(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("article", .container), attributes, content())
}

/// Something beside the main content.
public func aside(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("aside", .container), attributes, content())
}

/// Heading of the page.
public func h1(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("h1", .container), attributes, content())
}

/// Heading of the page. From a text.
public func h1(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("h1", .container), attributes, .text(text))
}

/// Heading, second level.
public func h2(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("h2", .container), attributes, content())
}

/// Heading, second level. From a text.
public func h2(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("h2", .container), attributes, .text(text))
}

/// Heading, third level.
public func h3(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("h3", .container), attributes, content())
}

/// Heading, third level. From a text.
public func h3(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("h3", .container), attributes, .text(text))
}

/// Heading, fourth level.
public func h4(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("h4", .container), attributes, content())
}

/// Heading, fourth level. From a text.
public func h4(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("h4", .container), attributes, .text(text))
}

/// A list without order.
public func ul(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("ul", .container), attributes, content())
}

/// An ordered list.
public func ol(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("ol", .container), attributes, content())
}

/// A list entry.
public func li(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("li", .container), attributes, content())
}

/// A list entry. From a text.
public func li(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("li", .container), attributes, .text(text))
}

/// A list of terms and what they stand for.
public func dl(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("dl", .container), attributes, content())
}

/// A term.
public func dt(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("dt", .container), attributes, content())
}

/// A term. From a text.
public func dt(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("dt", .container), attributes, .text(text))
}

/// What a term stands for.
public func dd(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("dd", .container), attributes, content())
}

/// What a term stands for. From a text.
public func dd(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("dd", .container), attributes, .text(text))
}

/// A picture or chart with its caption.
public func figure(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("figure", .container), attributes, content())
}

/// Caption of a figure.
public func figcaption(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("figcaption", .container), attributes, content())
}

/// Caption of a figure. From a text.
public func figcaption(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("figcaption", .container), attributes, .text(text))
}

/// A part that opens on demand.
public func details(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("details", .container), attributes, content())
}

/// The line that opens `details`.
public func summary(_ attributes: Attribute..., @MarkupBuilder content: () -> Node) -> Node {
  .element(Tag("summary", .container), attributes, content())
}

/// The line that opens `details`. From a text.
public func summary(_ text: String, _ attributes: Attribute...) -> Node {
  .element(Tag("summary", .container), attributes, .text(text))
}

/// A change of subject.
public func hr(_ attributes: Attribute...) -> Node {
  .element(Tag("hr", .void), attributes, .empty)
}
