import GuvenceCore

/// Writes a chart as a Mermaid flowchart, a lane as a subgraph. What Mermaid has no word for — documents, systems,
/// risks, controls — is left out; the outline keeps everything.
public enum MermaidWriter {
  /// The flowchart of `process`.
  public static func text(_ process: WorkProcess, _ orientation: Orientation = .vertical) -> String {
    let chart = process.chart
    var lines = ["%% \(process.card.code) \(plain(process.card.name.turkish))"]
    lines.append("flowchart \(orientation == .vertical ? "TD" : "LR")")
    for (at, lane) in chart.lanes.enumerated() {
      lines.append("  subgraph lane\(at + 1)[\"\(quoted(lane))\"]")
      for step in chart.steps where step.role == lane { lines.append("    \(node(step))") }
      lines.append("  end")
    }
    for step in chart.steps where step.role.map({ !chart.lanes.contains($0) }) ?? true {
      lines.append("  \(node(step))")
    }
    for flow in chart.flows {
      let label = flow.label.isEmpty ? "" : "|\"\(quoted(flow.label))\"|"
      lines.append("  \(id(flow.source)) -->\(label) \(id(flow.target))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func node(_ step: Step) -> String {
    let name = "\"\(quoted(step.number.isEmpty ? step.name : "\(step.number). \(step.name)"))\""
    let shape =
      switch step.kind {
      case .start, .end: "([\(name)])"
      case .decision: "{\(name)}"
      case .split, .join: "{{\(name)}}"
      case .subprocess: "[[\(name)]]"
      case .wait: "((\(name)))"
      case .document: "[/\(name)/]"
      case .task: "[\(name)]"
      }
    return id(step.id) + shape
  }

  /// Words such as `end` cannot be ids of Mermaid, so all get a letter before them; dots become underscores twice.
  private static func id(_ id: String) -> String {
    "s_" + id.reduce(into: "") { $0 += $1 == "." ? "__" : String($1) }
  }

  private static func plain(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// Mermaid's own way of writing characters that would end a text.
  private static func quoted(_ text: String) -> String {
    plain(text).reduce(into: "") { out, character in
      switch character {
      case "\"": out += "#quot;"
      case "#": out += "#35;"
      case "<": out += "#lt;"
      case ">": out += "#gt;"
      case "&": out += "#amp;"
      default: out.append(character)
      }
    }
  }
}
