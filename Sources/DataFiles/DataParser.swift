import GuvenceCore

/// Builds nodes from YAML events and refuses what the strict profile leaves out.
struct DataParser {
  private let source: DataSource
  private let events: YAMLEvents
  private var diagnostics: [Diagnostic] = []

  /// Reading cannot go on; the finding is already reported.
  private struct Stop: Error {}

  static func parse(_ source: DataSource) -> DataFile.Result {
    var parser = DataParser(source: source)
    let node = try? parser.document()
    return (node, parser.diagnostics)
  }

  private init(source: DataSource) { (self.source, events) = (source, YAMLEvents(source.text)) }

  private mutating func document() throws(Stop) -> DataNode {
    var root: DataNode?
    while true {
      let event = try next()
      switch event.kind {
      case .streamStart, .documentEnd: break
      case .streamEnd:
        guard let root else { throw stop("empty-file", at: Mark(line: 1, column: 1), "the file holds nothing") }
        return root
      case .documentStart(let hasDirectives):
        if hasDirectives {
          report("directive-not-allowed", at: event.mark, "directives (%) are not allowed", "remove the line with %")
        }
        guard let root else { break }
        report("multiple-documents", at: event.mark, "a second document starts here", "keep one document in a file")
        return root
      default: root = try value(event, depth: 1)
      }
    }
  }

  private mutating func value(_ event: YAMLEvents.Event, depth: Int) throws(Stop) -> DataNode {
    refuseProperties(of: event)
    if depth > DataFile.maximumDepth {
      throw stop("too-deep", at: event.mark, "collections are nested deeper than \(DataFile.maximumDepth) levels")
    }
    switch event.kind {
    case .scalar(let text, let isQuoted):
      return DataNode(.scalar(text: text, isQuoted: isQuoted), at: event.mark, in: source)
    case .sequenceStart: return DataNode(.sequence(try items(depth: depth)), at: event.mark, in: source)
    case .mappingStart: return DataNode(.mapping(try entries(depth: depth)), at: event.mark, in: source)
    default:
      report("anchor-not-allowed", at: event.mark, "aliases (*) are not allowed", DataParser.writeOut)
      return DataNode(.scalar(text: "", isQuoted: true), at: event.mark, in: source)
    }
  }

  private mutating func items(depth: Int) throws(Stop) -> [DataNode] {
    var items: [DataNode] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind { return items }
      items.append(try value(event, depth: depth + 1))
    }
  }

  private mutating func entries(depth: Int) throws(Stop) -> [DataNode.Entry] {
    var entries: [DataNode.Entry] = []
    var seen: [String: Mark] = [:]
    while true {
      let event = try next()
      if case .mappingEnd = event.kind { return entries }
      let key = try value(event, depth: depth + 1)
      let value = try value(try next(), depth: depth + 1)
      guard let text = key.text else {
        report("key-not-text", at: key.mark, "a key must be plain text, this is \(key.kind)")
        continue
      }
      if let first = seen[text] {
        report(
          "duplicate-key", at: key.mark, "the key \(text) was already given in line \(first.line)", "remove one of them"
        )
        continue
      }
      seen[text] = key.mark
      entries.append(DataNode.Entry(key: key, value: value))
    }
  }

  private mutating func next() throws(Stop) -> YAMLEvents.Event {
    do throws(YAMLEvents.Failure) {
      return try events.next()
    } catch {
      let mark = error.byte.map(source.mark(atByte:)) ?? error.mark
      throw stop(
        "bad-yaml", at: mark, error.problem, DataParser.remedy(for: error.problem, line: source.line(mark.line)))
    }
  }

  private static func remedy(for problem: String, line: String) -> String {
    if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") { return "indent with spaces, not with tabs" }
    if problem.hasPrefix("mapping values are not allowed") {
      return "put text that holds a colon and a blank into quotes, and check the indentation"
    }
    if problem.hasPrefix("found character that cannot start") { return "put the text into quotes" }
    if problem.hasPrefix("could not find expected ':'") || problem.hasPrefix("did not find expected") {
      return "check the indentation, the colon after the key, and that brackets and quotes are closed"
    }
    return problem.contains("end of stream") ? "close the quote or bracket opened before" : ""
  }

  private mutating func refuseProperties(of event: YAMLEvents.Event) {
    if event.hasAnchor {
      report("anchor-not-allowed", at: event.mark, "anchors (&) are not allowed", DataParser.writeOut)
    }
    if event.hasTag { report("tag-not-allowed", at: event.mark, "tags (!) are not allowed", "remove the tag") }
  }

  private static let writeOut = "write the value out at each place it is used"

  private mutating func report(_ code: String, at mark: Mark, _ message: String, _ remedy: String = "") {
    diagnostics.append(source.finding(.error, at: mark, code: code, message: message, remedy: remedy))
  }

  private mutating func stop(_ code: String, at mark: Mark, _ message: String, _ remedy: String = "") -> Stop {
    report(code, at: mark, message, remedy)
    return Stop()
  }
}
