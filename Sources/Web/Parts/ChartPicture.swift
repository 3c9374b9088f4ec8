import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRules

/// The picture of a chart with the levels of the risks linked to its steps.
struct ChartPicture: View {
  let frame: Frame
  let content: ChartPage
  var orientation = Orientation.horizontal

  /// The picture for a page; words where there are too many steps to lay out.
  var node: Node { drawing?.svg() ?? p(t(Text.Processes.tooManySteps), .class("warning")) }

  /// The picture as a file.
  var file: Node? { drawing?.file() }

  /// The picture on pages of paper.
  func pages(_ paper: Paper) -> [Node] { drawing?.pages(paper) ?? [] }

  private var drawing: ChartDrawing? {
    let process = content.process
    guard let layout = ChartLayouter.layout(process.chart, options, after: content.earlier) else { return nil }
    var drawing = ChartDrawing(process, layout, language)
    drawing.levels = levels
    return drawing
  }

  private var options: LayoutOptions {
    LayoutOptions(content.process, orientation, on: frame.asOf ?? frame.today, language)
  }

  /// The highest level of the risks linked to each step.
  private var levels: [String: ChartDrawing.LevelMark] {
    var highest: [String: Level] = [:]
    for line in content.links {
      guard let level = line.level else { continue }
      if highest[line.link.stepID].map({ $0.rank < level.rank }) ?? true { highest[line.link.stepID] = level }
    }
    return highest.mapValues {
      ChartDrawing.LevelMark(
        text: "\($0.shape) \(t($0.name))", background: $0.background, foreground: $0.foreground)
    }
  }
}

/// The steps of a chart as a table: what the picture shows, in words.
struct StepList: View {
  let frame: Frame
  let content: ChartPage

  private var chart: Chart { content.process.chart }

  /// The table.
  var node: Node {
    div(.class("table-frame step-list"), .tabindex(0), .role("region"), .aria("label", t(Text.Processes.steps))) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Processes.steps), .class("hidden"))
        thead {
          tr {
            for column in StepList.columns { th(t(column.title), .scope("col")) }
            th(t(Text.Processes.linked), .scope("col"))
          }
        }
        tbody { .fragment(zip(chart.steps, StepTable(chart, language).rows).map(row)) }
      }
    }
  }

  private static let columns: [StepColumn] = [
    .number, .name, .kind, .role, .next, .documents, .system, .duration, .marks, .risks, .controls,
  ]

  private func row(_ step: Step, _ row: StepRow) -> Node {
    tr(.id("step-" + step.id)) {
      td(row.number, .data("label", t(StepColumn.number.title)))
      th(row.name, .scope("row"), .class("step-name"))
      td(t(step.kind.name) + (step.calls.map { " " + $0 } ?? ""), .data("label", t(StepColumn.kind.title)))
      td(row.role, .data("label", t(StepColumn.role.title)))
      td(next(step), .data("label", t(StepColumn.next.title)))
      td(step.documents.joined(separator: "; "), .data("label", t(StepColumn.documents.title)))
      td(row.system, .data("label", t(StepColumn.system.title)))
      td(duration(step), .data("label", t(StepColumn.duration.title)))
      td(marks(step), .data("label", t(StepColumn.marks.title)))
      td(.data("label", t(StepColumn.risks.title))) { lines(chart.risks(of: step.id).map { "▲ \($0.id) \($0.text)" }) }
      td(.data("label", t(StepColumn.controls.title))) {
        lines(chart.controls(of: step.id).map { "◆ \($0.id) \($0.text)" })
      }
      td(.data("label", t(Text.Processes.linked))) {
        Node.fragment(content.links.filter { $0.link.stepID == step.id }.map(link))
      }
    }
  }

  private func lines(_ texts: [String]) -> Node { .fragment(texts.map { text in div { text } }) }

  private func next(_ step: Step) -> String {
    let flows = chart.flows(from: step.id)
    return flows.map { flow in
      let target = chart.step(flow.target)
      let name = target.map { $0.number.isEmpty ? "«\($0.name)»" : $0.number } ?? flow.target
      return (flow.label.isEmpty ? "" : flow.label + " ") + "→ " + name
    }.joined(separator: "; ")
  }

  private func duration(_ step: Step) -> String {
    let limit = step.limit.flatMap { content.process.parameter($0) }.flatMap { parameter in
      parameter.value(on: frame.asOf ?? frame.today).map { "≤ " + parameter.text($0.amount, language) }
    }
    return [step.duration?.text(language), limit ?? step.limit].compactMap { $0 }.joined(separator: "; ")
  }

  private func marks(_ step: Step) -> String {
    var marks = [step.action?.rawValue].compactMap { $0 }
    if step.isSensitive { marks.append(t(Text.Processes.sensitive)) }
    if step.isIrrevocable { marks.append(t(Text.Processes.irrevocable)) }
    return marks.joined(separator: ", ")
  }

  private func link(_ line: ChartLinkLine) -> Node {
    div {
      processLink(line)
      if let level = line.level {
        " "
        badge(level)
      }
    }
  }
}

extension View {
  /// The link to the risk or the control of a line.
  func processLink(_ line: ChartLinkLine) -> Node {
    let route: Route =
      line.link.riskID == nil ? .control(.show(line.reference)) : .risk(line.reference, asOf: nil)
    return a(line.reference, .href(route.path), .title(line.text))
  }

  /// A bare process address.
  func path(_ route: ProcessRoute) -> String { Route.process(route).path }
}
