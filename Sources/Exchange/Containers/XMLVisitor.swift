internal import CXML
import GuvenceCore

/// Receives the events of one XML part. Subclasses override what they need; whatever they throw stops the parser.
class XMLVisitor {
  /// How many elements are open, the current one included.
  fileprivate(set) final var depth = 0
  fileprivate final var failure: (any Error)?
  fileprivate final var context: xmlParserCtxtPtr?
  fileprivate final var maximumDepth = 64
  fileprivate final var maximumAttributes = 256
  fileprivate final var part = ""
  fileprivate final var file = ""

  /// An element opens; `depth` counts it already.
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws {}
  /// An element closes; `depth` still counts it.
  func end(_ name: XMLName) throws {}
  /// Characters, possibly a piece of them. Valid during the call only.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

  fileprivate final func stop(_ error: any Error) {
    if failure == nil { failure = error }
    xmlStopParser(context)
  }

  fileprivate final func began(_ name: XMLName, _ attributes: XMLAttributes, namespaces: Int) {
    guard failure == nil else { return }
    depth += 1
    if depth > maximumDepth { return stop(ExchangeRefusal.tooDeep(file, part: part)) }
    if max(attributes.count, namespaces) > maximumAttributes {
      return stop(ExchangeRefusal.malformed(file, part: part))
    }
    do { try start(name, attributes) } catch { stop(error) }
  }

  fileprivate final func ended(_ name: XMLName) {
    guard failure == nil else { return }
    do { try end(name) } catch { stop(error) }
    depth -= 1
  }

  fileprivate final func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    do { try text(bytes) } catch { stop(error) }
  }
}

/// The local name of an element, without its prefix; compared without making a String.
struct XMLName {
  let pointer: UnsafePointer<UInt8>

  @inline(__always)
  static func == (left: XMLName, right: StaticString) -> Bool {
    var at = 0
    let wanted = right.utf8Start
    while at < right.utf8CodeUnitCount {
      if left.pointer[at] != wanted[at] { return false }
      at += 1
    }
    return left.pointer[at] == 0
  }
}

/// The attributes of one element, valid while it opens.
struct XMLAttributes {
  let count: Int
  /// Five pointers each: local name, prefix, namespace, begin and end of the value.
  let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The value's bytes; of attributes with the same local name the first. `nil` where there is none.
  @inline(__always)
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let fields else { return nil }
    for index in 0..<count {
      let field = fields + index * 5
      guard let local = field[0], XMLName(pointer: local) == name, let begin = field[3], let end = field[4] else {
        continue
      }
      return UnsafeBufferPointer(start: begin, count: end - begin)
    }
    return nil
  }

  /// The value as text.
  func text(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The value of the attribute of this name that carries a prefix, as `r:id` does.
  func prefixed(_ name: StaticString) -> String? {
    guard let fields else { return nil }
    for index in 0..<count {
      let field = fields + index * 5
      guard let local = field[0], field[1] != nil, XMLName(pointer: local) == name, let begin = field[3],
        let end = field[4]
      else { continue }
      return String(decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
    }
    return nil
  }

  /// The value as a whole number without sign; `nil` for anything else.
  func integer(_ name: StaticString) -> Int? { bytes(name).flatMap(unsignedInteger) }

  /// `1` or `true`.
  func flag(_ name: StaticString) -> Bool { text(name).map { $0 == "1" || $0 == "true" } ?? false }
}

/// ASCII digits as a number; `nil` for anything else or more than fifteen digits.
@inline(__always)
func unsignedInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
  var value = 0
  for byte in bytes {
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

/// Runs a part of a container through libxml2's push parser: no network, no DOCTYPE, no entities but the five of XML.
enum XMLPart {
  /// Throws `ExchangeRefusal` and whatever `visitor` throws.
  static func parse(_ part: String, of zip: ZipReader, _ limits: ExchangeLimits, with visitor: XMLVisitor) throws {
    var handler = XMLPart.handler()
    let owner = Unmanaged.passUnretained(visitor).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&handler, owner, nil, 0, nil) else {
      throw ExchangeRefusal.malformed(zip.file, part: part)
    }
    defer {
      visitor.context = nil
      xmlFreeDoc(context.pointee.myDoc)
      context.pointee.myDoc = nil
      xmlFreeParserCtxt(context)
    }
    guvence_xml_silence()
    // NOENT only turns `&amp;` in attributes into `&`: with DOCTYPE refused there is nothing else to replace.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    visitor.context = context
    (visitor.part, visitor.file, visitor.depth) = (part, zip.file, 0)
    (visitor.maximumDepth, visitor.maximumAttributes) = (limits.depth, limits.attributes)
    try zip.read(part) { block in try push(block, context, visitor, limits) }
    let status = xmlParseChunk(context, nil, 0, 1)
    if let failure = visitor.failure { throw failure }
    guard status == 0, context.pointee.wellFormed == 1 else { throw malformed(context, visitor) }
  }

  private static func push(
    _ block: UnsafeBufferPointer<UInt8>, _ context: xmlParserCtxtPtr, _ visitor: XMLVisitor, _ limits: ExchangeLimits
  ) throws {
    let status = block.withMemoryRebound(to: CChar.self) { xmlParseChunk(context, $0.baseAddress, Int32($0.count), 0) }
    if let failure = visitor.failure { throw failure }
    guard status == 0 else { throw malformed(context, visitor) }
    // A tag that never ends would be kept whole and searched for repeated attributes again and again.
    if let input = context.pointee.input, input.pointee.end - input.pointee.cur > limits.pendingXML {
      throw malformed(context, visitor)
    }
  }

  private static func malformed(_ context: xmlParserCtxtPtr, _ visitor: XMLVisitor) -> ExchangeRefusal {
    .malformed(visitor.file, part: visitor.part, line: Int(context.pointee.lastError.line))
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { owner, name, _, _, namespaceCount, _, count, _, fields in
      guard let visitor = receiver(owner), let name else { return }
      let attributes = XMLAttributes(count: Int(count), fields: fields)
      visitor.began(XMLName(pointer: name), attributes, namespaces: Int(namespaceCount))
    }
    handler.endElementNs = { owner, name, _, _ in
      guard let visitor = receiver(owner), let name else { return }
      visitor.ended(XMLName(pointer: name))
    }
    let read: charactersSAXFunc = { owner, bytes, count in
      receiver(owner)?.read(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    (handler.characters, handler.ignorableWhitespace, handler.cdataBlock) = (read, read, read)
    handler.internalSubset = { owner, _, _, _ in
      guard let visitor = receiver(owner) else { return }
      visitor.stop(ExchangeRefusal.doctype(visitor.file, part: visitor.part))
    }
    // Without a handler of its own libxml2 prints errors to the terminal.
    handler.serror = { _, _ in }
    return handler
  }
}

// At file level, because a C callback can capture nothing, not even the enum.
@inline(__always)
private func receiver(_ owner: UnsafeMutableRawPointer?) -> XMLVisitor? {
  owner.map { Unmanaged<XMLVisitor>.fromOpaque($0).takeUnretainedValue() }
}
