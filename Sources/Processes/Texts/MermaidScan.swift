import GuvenceCore

/// Walks through one statement of a Mermaid flowchart.
struct MermaidScan {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return rest.isEmpty
    }
  }

  private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

  /// Takes `text` where it comes next.
  mutating func skip(_ text: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  /// `:::name` after a node.
  mutating func skipClass() {
    if rest.hasPrefix(":::") { rest = rest.dropFirst(3).drop { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" } }
  }

  /// The id of a node; a hyphen belongs to it unless an arrow begins there.
  mutating func id() -> String? {
    skipBlanks()
    var id = ""
    while let first = rest.first {
      let isHyphen = first == "-" && !id.isEmpty && !rest.hasPrefix("--") && !rest.hasPrefix("-.")
      guard isHyphen || first.isLetter || first.isNumber || first == "_" || first == "." else { break }
      id.append(first)
      rest = rest.dropFirst()
    }
    return id.isEmpty ? nil : id
  }

  /// What follows the id of a node: its kind, its text, which may be empty, and whether it is a circle.
  typealias Shape = (kind: Step.Kind, text: String, isCircle: Bool)

  private static let shapes: [(open: String, close: String, kind: Step.Kind)] = [
    ("([", "])", .start), ("(((", ")))", .wait), ("((", "))", .wait), ("[[", "]]", .subprocess),
    ("[/", "/]", .document),
    ("[(", ")]", .document),
    ("{{", "}}", .split), ("{", "}", .decision), ("[", "]", .task), ("(", ")", .task), (">", "]", .task),
  ]

  /// Names of shapes in `@{ shape: … }`; one that is not among them is a task.
  private static let named: [Step.Kind: Set<String>] = [
    .start: [
      "stadium", "pill", "terminal", "circle", "circ", "sm-circ", "small-circle", "start", "dbl-circ", "double-circle",
      "fr-circ", "framed-circle", "stop",
    ],
    .decision: ["diam", "diamond", "decision", "question"],
    .subprocess: ["fr-rect", "framed-rectangle", "subproc", "subprocess", "subroutine"],
    .document: [
      "doc", "document", "docs", "documents", "st-doc", "stacked-document", "lin-doc", "lined-document", "tag-doc",
      "tagged-document", "lean-r", "lean-right", "in-out", "lean-l", "lean-left", "out-in", "cyl", "cylinder",
      "database", "db", "bow-rect", "stored-data", "flag", "paper-tape",
    ],
    .split: ["hex", "hexagon", "prepare", "fork", "join"],
    .wait: ["delay", "half-rounded-rectangle", "hourglass", "collate"],
  ]

  /// `@{ shape: diam, label: "Uygun mu?" }`.
  private mutating func namedShape() -> Shape? {
    guard rest.hasPrefix("@{") else { return nil }
    let inside = rest.dropFirst(2)
    guard let end = MermaidScan.end(of: "}", in: inside) else { return nil }
    rest = inside[inside.index(after: end)...]
    var (kind, text, entry) = (Step.Kind.task, "", inside[..<end])
    while !entry.isEmpty {
      let stop = MermaidScan.end(of: ",", in: entry) ?? entry.endIndex
      let pair = entry[..<stop].split(separator: ":", maxSplits: 1).map(\.trimmed)
      entry = entry[stop...].dropFirst()
      guard pair.count == 2 else { continue }
      if pair[0] == "label" { text = pair[1].filter { $0 != "`" } }
      if pair[0] == "shape" { kind = MermaidScan.named.first { $0.value.contains(pair[1]) }?.key ?? .task }
    }
    return (kind, text, false)
  }

  /// The shape and text that follow an id; the text may be empty.
  mutating func shape() -> Shape? {
    if let named = namedShape() { return named }
    for shape in MermaidScan.shapes where rest.hasPrefix(shape.open) {
      let inside = rest.dropFirst(shape.open.count)
      guard let end = MermaidScan.end(of: shape.close, in: inside) else { continue }
      rest = inside[inside.index(end, offsetBy: shape.close.count)...]
      return (shape.kind, inside[..<end].trimmed, shape.open.hasPrefix("(("))
    }
    return nil
  }

  /// Where `close` stands first outside quotes.
  private static func end(of close: String, in text: Substring) -> Substring.Index? {
    var isQuoted = false
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == "\"" { isQuoted.toggle() }
      if !isQuoted, text[at...].hasPrefix(close) { return at }
      at = text.index(after: at)
    }
    return nil
  }

  /// An arrow with its label: `-->`, `-->|x|`, `-- x -->`, `-.->`, `==>`, `---`.
  mutating func arrow() -> String? {
    skipBlanks()
    guard let first = rest.first, first == "-" || first == "=" || first == "<" else { return nil }
    if first == "<" { rest = rest.dropFirst() }
    let line: (Character) -> Bool = { $0 == "-" || $0 == "=" || $0 == "." }
    let start = rest.prefix(while: line)
    guard start.count >= 2 else { return nil }
    rest = rest.dropFirst(start.count)
    if let head = rest.first,
      head == ">" || ((head == "x" || head == "o") && rest.dropFirst().first?.isWhitespace == true)
    {
      rest = rest.dropFirst()
      return label()
    }
    if start.count >= 3 { return label() }
    // `-- text -->`: the text runs up to the next line of the arrow.
    var text = ""
    while let character = rest.first {
      if rest.hasPrefix("--") || rest.hasPrefix("==") || rest.hasPrefix(".-") || rest.hasPrefix("-.") { break }
      text.append(character)
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return nil }
    rest = rest.drop(while: line)
    if rest.first == ">" { rest = rest.dropFirst() }
    return text.trimmed
  }

  private mutating func label() -> String {
    skipBlanks()
    guard rest.first == "|" else { return "" }
    let inside = rest.dropFirst()
    guard let end = inside.firstIndex(of: "|") else { return "" }
    rest = inside[inside.index(after: end)...]
    return inside[..<end].trimmed
  }

  /// Without quotes; line breaks and Mermaid's character names replaced.
  static func plain(_ text: String) -> String {
    var text = text.trimmed
    if text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") { text = String(text.dropFirst().dropLast()) }
    for (name, value) in [
      ("<br/>", " "), ("<br />", " "), ("<br>", " "), ("\\n", " "), ("#quot;", "\""), ("#lt;", "<"), ("#gt;", ">"),
      ("#amp;", "&"), ("#35;", "#"),
    ] {
      text = replace(name, with: value, in: text)
    }
    return text.collapsed
  }

  private static func replace(_ old: String, with new: String, in text: String) -> String {
    var (out, rest) = ("", text[...])
    while let range = rest.firstRange(of: old) {
      out += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return out + rest
  }
}
