/// A whole HTML page: doctype, language, UTF-8, a viewport for phones, title, then what the page adds to its head.
/// The result starts with `<!doctype html>`, so it must stand first in what is rendered.
public func document(
  language: String, title pageTitle: String, head: Node = .empty, body attributes: Attribute...,
  @MarkupBuilder content: () -> Node
) -> Node {
  let headNode = Node.element(
    Tag("head", .container), [],
    .fragment([
      .raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"),
      title(pageTitle),
      head,
    ]))
  let bodyNode = Node.element(Tag("body", .container), attributes, content())
  return .fragment([
    .raw("<!doctype html>\n"),
    .element(Tag("html", .container), [.lang(language)], .fragment([headNode, bodyNode])),
    .raw("\n"),
  ])
}

/// `<title>` of a page, or of an SVG element, where it is its accessible name.
public func title(_ text: String) -> Node { .element(Tag("title", .container), [], .text(text)) }

/// A style sheet file. There is no inline style.
public func stylesheet(_ address: String) -> Node {
  .element(Tag("link", .void), [.rel("stylesheet"), .href(address)], .empty)
}

/// A script file, run after the page is parsed. There is no inline script.
public func scriptFile(_ address: String) -> Node {
  .element(Tag("script", .sealed), [.src(address), .flag("defer", true)], .empty)
}

/// `<link>` of another kind, such as an icon.
public func link(rel: String, href address: String, type: String? = nil) -> Node {
  .element(Tag("link", .void), [.rel(rel), .type(type), .href(address)], .empty)
}

/// `<meta name=… content=…>`.
public func meta(name: String, content: String) -> Node {
  .element(Tag("meta", .void), [.name(name), .text("content", content)], .empty)
}
