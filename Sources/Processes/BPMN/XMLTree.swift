internal import CXML
import Glibc
import GuvenceCore

/// An XML document as libxml2's tree: read with no network, no DOCTYPE and no entities but the five of XML, or made new.
/// What nobody changes is written again as it came.
final class XMLTree {
  /// Why a file cannot be read.
  enum Refusal: Error, Equatable {
    /// Not well formed; line and column from 1, and what is wrong.
    case malformed(line: Int, column: Int, reason: Localized)
    /// A document type declaration: it could name entities that grow without end or files of this machine.
    case doctype
    /// One tag with more attributes than any drawing needs.
    case overlong(line: Int)
    /// One tag, comment or section longer than the library reads.
    case huge(line: Int)
    /// Elements nested deeper than any drawing needs.
    case deep(line: Int)
    /// Bytes that are not of the encoding the file names, or a character that XML forbids.
    case encoding(line: Int, column: Int)
  }

  private static let block = 1 << 15
  /// Bytes of one tag from which its attributes are counted.
  private static let longTag = 1 << 17
  /// Attributes of one tag at most: they are compared with each other, so time grows with their square.
  private static let mostAttributes = 20_000

  private let document: xmlDocPtr

  /// A new document whose outermost element is in the first of `namespaces`, which are prefix (empty for the default
  /// one) and address. `nil` where memory ran out.
  init?(_ name: String, namespaces: [(prefix: String, address: String)]) {
    guard let document = xmlNewDoc("1.0") else { return nil }
    self.document = document
    guard let node = xmlNewDocNode(document, nil, name, nil) else { return nil }
    xmlDocSetRootElement(document, node)
    for (at, namespace) in namespaces.enumerated() {
      let made = xmlNewNs(node, namespace.address, namespace.prefix.isEmpty ? nil : namespace.prefix)
      if at == 0 { xmlSetNs(node, made) }
    }
  }

  /// Reads `bytes`; `encoding` is taken instead of the one the file names.
  init(_ bytes: [UInt8], encoding: String? = nil) throws(Refusal) {
    guard let context = xmlCreatePushParserCtxt(nil, nil, nil, 0, nil) else {
      throw .malformed(line: 0, column: 0, reason: Localized("", ""))
    }
    defer { xmlFreeParserCtxt(context) }
    guvence_xml_silence()
    Self.prepare(context, encoding)
    let failure = Self.push(bytes, context)
    let parsed = context.pointee.myDoc
    context.pointee.myDoc = nil
    guard failure == nil, let parsed, context.pointee.wellFormed == 1 else {
      xmlFreeDoc(parsed)
      throw failure ?? Self.refusal(context.pointee.lastError)
    }
    document = parsed
  }

  private static func prepare(_ context: xmlParserCtxtPtr, _ encoding: String?) {
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    if let encoding {
      options |= XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtResetPush(context, nil, 0, nil, encoding)
    }
    xmlCtxtUseOptions(context, Int32(options))
    context.pointee.sax.pointee.internalSubset = { owner, _, _, _ in
      guard let owner else { return }
      let context = owner.assumingMemoryBound(to: xmlParserCtxt.self)
      // Any pointer but nil says that a DOCTYPE was met.
      context.pointee._private = owner
      xmlStopParser(context)
    }
  }

  private static func push(_ bytes: [UInt8], _ context: xmlParserCtxtPtr) -> Refusal? {
    var (start, length) = (0, block)
    repeat {
      var end = min(start + length, bytes.count)
      if length > block, bytes[start..<end].withUnsafeBytes(hasTooManyAttributes) {
        end = min(start + block, bytes.count)
      }
      let status = bytes[start..<end].withUnsafeBytes { buffer in
        xmlParseChunk(
          context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(end - start),
          end == bytes.count ? 1 : 0)
      }
      if context.pointee._private != nil { return .doctype }
      if status != 0 { return refusal(context.pointee.lastError) }
      guard let input = context.pointee.input else { return nil }
      let unread = UnsafeRawBufferPointer(start: input.pointee.cur, count: input.pointee.end - input.pointee.cur)
      if unread.count > longTag, hasTooManyAttributes(unread) {
        return .overlong(line: Int(input.pointee.line))
      }
      // What is not read yet is searched again each time, so more of it asks for longer blocks.
      (start, length) = (end, max(block, unread.count))
    } while start < bytes.count
    return nil
  }

  /// Whether there may be more attributes than are read; each has an equal sign.
  private static func hasTooManyAttributes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var (rest, count) = (bytes[...], 0)
    while count <= mostAttributes, let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
      let sign = memchr(start, Int32(UInt8(ascii: "=")), rest.count)
    {
      count += 1
      rest = rest.dropFirst(UnsafeRawPointer(sign) - start + 1)
    }
    return count > mostAttributes
  }

  deinit { xmlFreeDoc(document) }

  /// The outermost element.
  var root: XMLElement? { xmlDocGetRootElement(document).map { XMLElement(tree: self, node: $0) } }

  /// Whether the document names an encoding other than those of Unicode.
  var namesSingleBytes: Bool {
    guard let name = document.pointee.encoding else { return false }
    let text = String(cString: name).utf8.prefix(3).map { $0 & 0xDF }
    return !text.elementsEqual("UTF".utf8) && !text.elementsEqual("UCS".utf8)
  }

  /// Names a namespace at the outermost element, unless it has a name there already or the prefix is taken.
  func declare(_ prefix: String, _ address: String) {
    guard let root = root?.node, xmlSearchNsByHref(document, root, address) == nil,
      xmlSearchNs(document, root, prefix) == nil
    else { return }
    xmlNewNs(root, address, prefix)
  }

  /// The document as UTF-8; without new spaces and line ends where it is not to be `indented`.
  func bytes(indented: Bool = false) -> [UInt8] {
    var start: UnsafeMutablePointer<xmlChar>?
    var count: Int32 = 0
    xmlDocDumpFormatMemoryEnc(document, &start, &count, "UTF-8", indented ? 1 : 0)
    guard let start else { return [] }
    defer { guvence_xml_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
