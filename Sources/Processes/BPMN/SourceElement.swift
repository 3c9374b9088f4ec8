internal import CXML
import GuvenceCore

/// One element of an `SourceTree`. Valid while the tree lives, which it keeps alive, and until it is removed.
struct SourceElement {
  let tree: SourceTree
  let node: xmlNodePtr

  /// The name without prefix.
  var name: String { text(node.pointee.name) }
  /// The namespace; empty where there is none.
  var namespace: String { node.pointee.ns.map { text($0.pointee.href) } ?? "" }
  /// Line in the file, from 1.
  var line: Int { xmlGetLineNo(node) }

  /// Elements directly inside, in order.
  var children: [SourceElement] {
    var list: [SourceElement] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { list.append(SourceElement(tree: tree, node: child)) }
      next = child.pointee.next
    }
    return list
  }

  /// The element around it; `nil` for the outermost.
  var parent: SourceElement? {
    guard let above = node.pointee.parent, above.pointee.type == XML_ELEMENT_NODE else { return nil }
    return SourceElement(tree: tree, node: above)
  }

  /// Text inside, without that of elements inside, cut at both ends.
  var content: String {
    var parts = ""
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_TEXT_NODE || child.pointee.type == XML_CDATA_SECTION_NODE {
        parts += text(child.pointee.content)
      }
      next = child.pointee.next
    }
    return parts.trimmed
  }

  /// Value of the attribute without prefix; `nil` where there is none.
  subscript(attribute: String) -> String? {
    var next = node.pointee.properties
    while let property = next {
      if property.pointee.ns == nil, xmlStrEqual(property.pointee.name, attribute) == 1 {
        return value(of: property)
      }
      next = property.pointee.next
    }
    return nil
  }

  /// Sets the attribute without prefix, or takes it away.
  func set(_ attribute: String, _ value: String?) {
    if let value { xmlSetProp(node, attribute, value) } else { xmlUnsetProp(node, attribute) }
  }

  /// Renames the element within its namespace.
  func rename(_ name: String) { xmlNodeSetName(node, name) }

  /// Makes `text` all that stands inside.
  func setContent(_ text: String) {
    xmlNodeSetContent(node, nil)
    xmlNodeAddContent(node, text)
  }

  /// Takes the element away, with the white space before it.
  func remove() {
    if let before = node.pointee.prev, xmlIsBlankNode(before) == 1 {
      xmlUnlinkNode(before)
      xmlFreeNode(before)
    }
    xmlUnlinkNode(node)
    xmlFreeNode(node)
  }

  /// A new last element inside, in the namespace given, for which the document's own prefix is taken.
  @discardableResult
  func append(_ name: String, _ namespace: String, _ attributes: KeyValuePairs<String, String?> = [:]) -> SourceElement
  {
    insert(name, namespace, attributes) { xmlAddChild(node, $0) }
  }

  /// A new element before this one.
  @discardableResult
  func insertBefore(
    _ name: String, _ namespace: String, _ attributes: KeyValuePairs<String, String?> = [:]
  ) -> SourceElement {
    insert(name, namespace, attributes) { xmlAddPrevSibling(node, $0) }
  }

  private func insert(
    _ name: String, _ namespace: String, _ attributes: KeyValuePairs<String, String?>,
    _ place: (xmlNodePtr) -> xmlNodePtr?
  ) -> SourceElement {
    let known = xmlSearchNsByHref(node.pointee.doc, node, namespace)
    guard let made = xmlNewDocNode(node.pointee.doc, known, name, nil), let placed = place(made) else { return self }
    if known == nil { xmlSetNs(placed, xmlNewNs(placed, namespace, nil)) }
    let element = SourceElement(tree: tree, node: placed)
    for (key, value) in attributes { if let value { element.set(key, value) } }
    return element
  }

  private func value(of property: xmlAttrPtr) -> String {
    guard let first = property.pointee.children else { return "" }
    if first.pointee.next == nil { return text(first.pointee.content) }
    guard let joined = xmlNodeListGetString(node.pointee.doc, first, 1) else { return "" }
    defer { guvence_xml_free(joined) }
    return String(cString: joined)
  }

  private func text(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
}
