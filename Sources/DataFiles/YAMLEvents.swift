import CYAML

/// libyaml's pull parser as plain Swift values; nothing of the C side gets out.
final class YAMLEvents {
  /// What the text holds next.
  enum Kind {
    case streamStart, streamEnd, documentEnd, alias, sequenceEnd, mappingEnd
    case documentStart(hasDirectives: Bool)
    case scalar(text: String, isQuoted: Bool)
    case sequenceStart, mappingStart
  }

  /// One event with its place and what the strict profile refuses.
  struct Event {
    let kind: Kind
    let mark: Mark
    var hasAnchor = false
    var hasTag = false
  }

  /// Why the text cannot be read further. `byte` where libyaml knows only the offset.
  struct Failure: Error {
    let problem: String
    let mark: Mark
    let byte: Int?
  }

  // On the heap because libyaml keeps a pointer to the parser inside the parser.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    bytes = .allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    parser.initialize(to: yaml_parser_t())
    // Only fails when memory runs out; `next` then reports the error state the library left.
    if yaml_parser_initialize(parser) == 1 {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  func next() throws(Failure) -> Event {
    var raw = yaml_event_t()
    guard parser.pointee.error != YAML_MEMORY_ERROR, yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
    defer { yaml_event_delete(&raw) }
    return YAMLEvents.event(raw)
  }

  private func failure() -> Failure {
    let state = parser.pointee
    return Failure(
      problem: state.problem.map { String(cString: $0) } ?? "the text cannot be read",
      mark: Mark(state.problem_mark), byte: state.error == YAML_READER_ERROR ? state.problem_offset : nil)
  }

  private static func event(_ raw: yaml_event_t) -> Event {
    let mark = Mark(raw.start_mark)
    switch raw.type {
    case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, mark: mark)
    case YAML_DOCUMENT_START_EVENT:
      let data = raw.data.document_start
      let hasDirectives = data.version_directive != nil || data.tag_directives.start != data.tag_directives.end
      return Event(kind: .documentStart(hasDirectives: hasDirectives), mark: mark)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, mark: mark)
    case YAML_ALIAS_EVENT: return Event(kind: .alias, mark: mark)
    case YAML_SCALAR_EVENT:
      let data = raw.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
      let kind = Kind.scalar(text: text, isQuoted: data.style != YAML_PLAIN_SCALAR_STYLE)
      return Event(kind: kind, mark: mark, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let data = raw.data.sequence_start
      return Event(kind: .sequenceStart, mark: mark, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
    case YAML_SEQUENCE_END_EVENT: return Event(kind: .sequenceEnd, mark: mark)
    case YAML_MAPPING_START_EVENT:
      let data = raw.data.mapping_start
      return Event(kind: .mappingStart, mark: mark, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
    case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, mark: mark)
    default: return Event(kind: .streamEnd, mark: mark)
    }
  }
}

extension Mark {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}
