extension Node {
  /// The node as UTF-8. `capacity` is only a hint at the size in bytes.
  public func rendered(reserving capacity: Int = 16_384) -> [UInt8] {
    var sink = ByteSink(reserving: capacity)
    render(into: &sink)
    return Array(sink.bytes)
  }

  /// The node as a string, for tests and small pieces.
  public var markup: String { String(decoding: rendered(reserving: 256), as: UTF8.self) }

  /// Appends the node as UTF-8.
  public func render(into bytes: inout [UInt8]) {
    var sink = ByteSink(reserving: 16_384)
    render(into: &sink)
    bytes.append(contentsOf: sink.bytes)
  }

  private func render(into sink: inout ByteSink) {
    switch self {
    case .empty: break
    case .text(let text): sink.appendEscaped(text)
    case .fragment(let nodes):
      for node in nodes { node.render(into: &sink) }
    case .bytes(let prepared): sink.append(prepared)
    case .raw(let literal): sink.append(literal)
    case .element(let tag, let attributes, let content):
      Node.render(tag, attributes, content, into: &sink)
    }
  }

  private static func render(_ tag: Tag, _ attributes: [Attribute], _ content: Node, into sink: inout ByteSink) {
    sink.append(UInt8(ascii: "<"))
    sink.append(tag.name)
    for attribute in attributes { attribute.render(into: &sink) }
    sink.append(UInt8(ascii: ">"))
    switch tag.shape {
    case .void: return
    case .sealed: break
    case .leadingNewline:
      // Parsers drop the first line break of these two elements; without this one the content's own would be lost.
      sink.append(0x0A)
      content.render(into: &sink)
    case .container: content.render(into: &sink)
    }
    sink.append("</")
    sink.append(tag.name)
    sink.append(UInt8(ascii: ">"))
  }
}

extension Attribute {
  fileprivate func render(into sink: inout ByteSink) {
    switch value {
    case .absent: return
    case .group(let attributes):
      for attribute in attributes { attribute.render(into: &sink) }
    case .flag:
      renderName(into: &sink)
    case .text(let text):
      renderName(into: &sink)
      sink.append("=\"")
      sink.appendEscaped(text)
      sink.append(UInt8(ascii: "\""))
    }
  }

  private func renderName(into sink: inout ByteSink) {
    switch prefix {
    case .none: sink.append(UInt8(ascii: " "))
    case .data: sink.append(" data-")
    case .aria: sink.append(" aria-")
    }
    sink.append(name)
  }
}
