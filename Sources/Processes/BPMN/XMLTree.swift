internal import CXML

/// A libxml2 document in memory. Names are literals; texts and attribute values are escaped by the library, and
/// characters XML does not allow become U+FFFD.
final class XMLTree {
  private let document: xmlDocPtr
  /// The root; set once.
  private(set) var root: XMLElement?

  /// An empty document; `nil` where memory ran out.
  init?() {
    guard let document = xmlNewDoc("1.0") else { return nil }
    self.document = document
  }

  deinit { xmlFreeDoc(document) }

  /// Makes the root element. `namespaces` are prefix (empty for the default one) and address; the root takes the first.
  func makeRoot(_ name: StaticString, namespaces: [(prefix: StaticString, address: String)]) -> XMLElement? {
    guard let node = xmlNewDocNode(document, nil, name.utf8Start, nil) else { return nil }
    xmlDocSetRootElement(document, node)
    for (at, namespace) in namespaces.enumerated() {
      let prefix = namespace.prefix.utf8CodeUnitCount == 0 ? nil : namespace.prefix.utf8Start
      let made = xmlNewNs(node, namespace.address, prefix)
      if at == 0 { xmlSetNs(node, made) }
    }
    let element = XMLElement(node: node)
    root = element
    return element
  }

  /// The document as indented UTF-8.
  var bytes: [UInt8] {
    var (text, size): (UnsafeMutablePointer<UInt8>?, Int32) = (nil, 0)
    xmlDocDumpFormatMemoryEnc(document, &text, &size, "UTF-8", 1)
    guard let text else { return [] }
    defer { guvence_xml_free(text) }
    return Array(UnsafeBufferPointer(start: text, count: Int(size)))
  }
}

/// An element of an `XMLTree`, valid while its tree lives.
struct XMLElement {
  fileprivate let node: xmlNodePtr

  /// Appends an element. `prefix` names a namespace of the root; empty is the default one.
  @discardableResult
  func add(_ prefix: StaticString = "", _ name: StaticString, _ attributes: [(StaticString, String?)] = [])
    -> XMLElement
  {
    let wanted = prefix.utf8CodeUnitCount == 0 ? nil : prefix.utf8Start
    let namespace = xmlSearchNs(node.pointee.doc, node, wanted)
    guard let child = xmlNewChild(node, namespace, name.utf8Start, nil) else { return self }
    let element = XMLElement(node: child)
    for (key, value) in attributes { element.set(key, value) }
    return element
  }

  /// Sets an attribute; nil and empty values are left out.
  func set(_ name: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    xmlSetProp(node, name.utf8Start, XMLElement.allowed(value))
  }

  /// Appends text.
  @discardableResult
  func text(_ text: String) -> XMLElement {
    let text = XMLElement.allowed(text)
    let child = xmlNewDocText(node.pointee.doc, text)
    xmlAddChild(node, child)
    return self
  }

  /// Without the characters that XML 1.0 excludes.
  private static func allowed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: scalar
          default: "\u{FFFD}"
          }
        }))
  }
}
