internal import CXML
import GuvenceCore

/// One element of an `XMLTree`. Valid while the tree lives, which it keeps alive, and until it is removed.
///
/// Texts and attribute values are escaped by the library; characters that XML does not allow become U+FFFD.
struct XMLElement {
  let tree: XMLTree
  let node: xmlNodePtr

  /// The name without prefix.
  var name: String { text(node.pointee.name) }
  /// The namespace; empty where there is none.
  var namespace: String { node.pointee.ns.map { text($0.pointee.href) } ?? "" }
  /// Line in the file, from 1.
  var line: Int { xmlGetLineNo(node) }

  /// Elements of BPMN itself directly inside.
  var parts: [XMLElement] { children.filter { $0.namespace == BPMNNames.model } }

  /// Elements directly inside, in order.
  var children: [XMLElement] {
    var list: [XMLElement] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { list.append(XMLElement(tree: tree, node: child)) }
      next = child.pointee.next
    }
    return list
  }

  /// Whether more elements than that lie inside, at any depth.
  func hasMore(than most: Int) -> Bool {
    var left = most
    return hasMore(&left)
  }

  private func hasMore(_ left: inout Int) -> Bool {
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE {
        left -= 1
        if left < 0 || XMLElement(tree: tree, node: child).hasMore(&left) { return true }
      }
      next = child.pointee.next
    }
    return false
  }

  private static let names: Set<String> = [
    "id", "name", "sourceRef", "targetRef", "attachedToRef", "calledElement", "processRef", "bpmnElement",
  ]

  /// Line of the first element, here or inside, whose id or name, or that of one it refers to, has more bytes.
  func lineOfOverlong(than most: Int) -> Int? {
    var next = node.pointee.properties
    while let property = next {
      if property.pointee.ns == nil, let first = property.pointee.children,
        first.pointee.next != nil
          || xmlStrlen(first.pointee.content) > most, Self.names.contains(text(property.pointee.name)),
        value(of: property).utf8.count > most
      {
        return line
      }
      next = property.pointee.next
    }
    var child = node.pointee.children
    while let inside = child {
      if inside.pointee.type == XML_ELEMENT_NODE,
        let line = XMLElement(tree: tree, node: inside).lineOfOverlong(than: most)
      {
        return line
      }
      child = inside.pointee.next
    }
    return nil
  }

  /// The element around it; `nil` for the outermost.
  var parent: XMLElement? {
    guard let above = node.pointee.parent, above.pointee.type == XML_ELEMENT_NODE else { return nil }
    return XMLElement(tree: tree, node: above)
  }

  /// Text inside, without that of elements inside, cut at both ends.
  var content: String { text.trimmed }

  /// Text inside, without that of elements inside.
  var text: String {
    var parts = ""
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_TEXT_NODE || child.pointee.type == XML_CDATA_SECTION_NODE {
        parts += text(child.pointee.content)
      }
      next = child.pointee.next
    }
    return parts
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

  /// Attributes without prefix, in order.
  var attributes: [(String, String)] {
    var list: [(String, String)] = []
    var next = node.pointee.properties
    while let property = next {
      if property.pointee.ns == nil { list.append((text(property.pointee.name), value(of: property))) }
      next = property.pointee.next
    }
    return list
  }

  /// Sets the attribute without prefix; `nil` and the empty text take it away.
  func set(_ attribute: String, _ value: String?) {
    if let value, !value.isEmpty {
      xmlSetProp(node, attribute, Self.allowed(value))
    } else {
      xmlUnsetProp(node, attribute)
    }
  }

  /// Renames the element within its namespace.
  func rename(_ name: String) { xmlNodeSetName(node, name) }

  /// Makes `text` all that stands inside.
  func setContent(_ text: String) {
    xmlNodeSetContent(node, nil)
    xmlNodeAddContent(node, Self.allowed(text))
  }

  /// Takes the element away, with the white space before it.
  func remove() {
    unlink()
    xmlFreeNode(node)
  }

  private func unlink() {
    if let before = node.pointee.prev, xmlIsBlankNode(before) == 1 {
      xmlUnlinkNode(before)
      xmlFreeNode(before)
    }
    xmlUnlinkNode(node)
  }

  /// A new last element inside, for whose namespace the document's own prefix is taken.
  @discardableResult
  func append(
    _ name: String, in namespace: String = BPMNNames.model, _ attributes: [(String, String?)] = [], text: String = ""
  ) -> XMLElement {
    let made = detached(name, namespace, attributes, text)
    xmlAddChild(node, made.node)
    return made
  }

  /// A new element inside, behind the last one whose name is among `names`, or else first. It stands on a line of its
  /// own where its neighbours do.
  @discardableResult
  func add(
    _ name: String, in namespace: String = BPMNNames.model, _ attributes: [(String, String?)] = [], text: String = "",
    behind names: Set<String>
  ) -> XMLElement {
    let made = detached(name, namespace, attributes, text)
    if let last = children.last(where: { names.contains($0.name) }) {
      xmlAddNextSibling(last.node, made.node)
      made.copySpace(before: last)
    } else if let first = children.first {
      xmlAddPrevSibling(first.node, made.node)
      made.copySpace(before: made)
    } else {
      xmlAddChild(node, made.node)
    }
    return made
  }

  /// Moves the element inside `parent`, behind the last one whose name is among `names`.
  func move(into parent: XMLElement, behind names: Set<String>) {
    let place = parent.add(name, in: namespace, behind: names)
    unlink()
    xmlReplaceNode(place.node, node)
    xmlFreeNode(place.node)
  }

  /// Puts white space before the element as it is before `sibling`; before itself: behind it.
  private func copySpace(before sibling: XMLElement) {
    guard let space = sibling.node.pointee.prev, xmlIsBlankNode(space) == 1, let copy = xmlCopyNode(space, 1) else {
      return
    }
    if sibling.node == node { xmlAddNextSibling(node, copy) } else { xmlAddPrevSibling(node, copy) }
  }

  /// A new element that is nowhere yet, with names as they are here.
  private func detached(
    _ name: String, _ namespace: String, _ attributes: [(String, String?)], _ text: String
  ) -> XMLElement {
    let known = xmlSearchNsByHref(node.pointee.doc, node, namespace)
    // Out of memory is the only failure of the library here.
    guard let made = xmlNewDocNode(node.pointee.doc, known, name, nil) else { return self }
    if known == nil { xmlSetNs(made, xmlNewNs(made, namespace, nil)) }
    let element = XMLElement(tree: tree, node: made)
    for (key, value) in attributes { element.set(key, value) }
    if !text.isEmpty { element.setContent(text) }
    return element
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

  private func value(of property: xmlAttrPtr) -> String {
    guard let first = property.pointee.children else { return "" }
    if first.pointee.next == nil { return text(first.pointee.content) }
    guard let joined = xmlNodeListGetString(node.pointee.doc, first, 1) else { return "" }
    defer { guvence_xml_free(joined) }
    return String(cString: joined)
  }

  private func text(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
}

/// Equal where they are the same element of the same tree, not where they say the same.
extension XMLElement: Hashable {
  static func == (left: Self, right: Self) -> Bool { left.node == right.node }
  func hash(into hasher: inout Hasher) { hasher.combine(node) }
}
