extension Node {
  /// The node as UTF-8.
  public func rendered(reserving capacity: Int = 16_384) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity)
    render(into: &bytes)
    return bytes
  }

  /// The node as a string, for tests and small pieces.
  public var markup: String { String(decoding: rendered(reserving: 256), as: UTF8.self) }

  /// Appends the node as UTF-8.
  public func render(into bytes: inout [UInt8]) {
    switch self {
    case .empty: break
    case .text(let text): bytes.appendEscaped(text)
    case .fragment(let nodes):
      for node in nodes { node.render(into: &bytes) }
    case .bytes(let prepared): bytes.append(contentsOf: prepared)
    case .raw(let literal): bytes.append(literal)
    case .element(let tag, let attributes, let content):
      Node.render(tag, attributes, content, into: &bytes)
    }
  }

  private static func render(_ tag: Tag, _ attributes: [Attribute], _ content: Node, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(tag.name)
    for attribute in attributes { attribute.render(into: &bytes) }
    bytes.append(UInt8(ascii: ">"))
    switch tag.shape {
    case .void: return
    case .sealed: break
    case .leadingNewline:
      // Parsers drop the first line break of these two elements; without this one the content's own would be lost.
      bytes.append(0x0A)
      content.render(into: &bytes)
    case .container: content.render(into: &bytes)
    }
    bytes.append("</")
    bytes.append(tag.name)
    bytes.append(UInt8(ascii: ">"))
  }
}

extension Attribute {
  func render(into bytes: inout [UInt8]) {
    switch value {
    case .absent: return
    case .group(let attributes):
      for attribute in attributes { attribute.render(into: &bytes) }
    case .flag:
      renderName(into: &bytes)
    case .text(let text):
      renderName(into: &bytes)
      bytes.append("=\"")
      bytes.appendEscaped(text)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private func renderName(into bytes: inout [UInt8]) {
    switch prefix {
    case .none: bytes.append(UInt8(ascii: " "))
    case .data: bytes.append(" data-")
    case .aria: bytes.append(" aria-")
    }
    bytes.append(name)
  }
}

extension [UInt8] {
  mutating func append(_ literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// The one escaping point, for text and attribute values alike: `& < > " '` become references, control characters
  /// that HTML forbids become U+FFFD.
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for index in source.indices {
        let byte = source[index]
        guard byte < 0x40, let replacement = replacement(for: byte) else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
        append(replacement)
        start = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }
  }

  private func replacement(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: "\u{FFFD}"
    default: nil
    }
  }
}
