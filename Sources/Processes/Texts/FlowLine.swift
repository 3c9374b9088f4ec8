import GuvenceCore

/// A row of arrows as text: `b > 1 > k0`, `k0 [Hayır] > 2`. A label belongs to the arrow that leaves the step before it.
enum FlowLine {
  /// The arrows of a line; `nil` where it is none.
  static func read(_ text: String) -> [Flow]? {
    var flows: [Flow] = []
    var last: (id: String, label: String)?
    for part in text.split(separator: ">", omittingEmptySubsequences: false) {
      guard let node = node(part.trimmed) else { return nil }
      if let last { flows.append(Flow(last.id, node.id, label: last.label)) }
      last = node
    }
    guard !flows.isEmpty, last?.label == "" else { return nil }
    return flows
  }

  private static func node(_ text: String) -> (id: String, label: String)? {
    guard let open = text.firstIndex(of: "[") else { return Step.isID(text) ? (text, "") : nil }
    guard text.last == "]" else { return nil }
    let label = String(text[text.index(after: open)...].dropLast()).trimmed
    let id = String(text[..<open]).trimmed
    return Step.isID(id) && !label.isEmpty && !label.contains("[") ? (id, label) : nil
  }

  /// The flows as few lines: chains as long as they go on without a label.
  static func write(_ flows: [Flow]) -> [String] {
    var lines: [String] = []
    var end: String?
    for flow in flows {
      let hasPlainLabel = !flow.label.isEmpty
      if !hasPlainLabel, end == flow.source {
        lines[lines.count - 1] += " > \(flow.target)"
      } else {
        lines.append("\(flow.source)\(hasPlainLabel ? " [\(flow.label)]" : "") > \(flow.target)")
      }
      end = flow.target
    }
    return lines
  }
}
