import GuvenceApplication
import GuvenceMarkup
import GuvenceProcesses

/// What the BPMN file of a chart holds that cannot be edited here, to look at.
struct ForeignPart: View {
  let frame: Frame
  let content: ChartPage

  /// Rows shown at most.
  private static let most = 200

  /// The section; nothing where the chart was drawn here or all of the file can be edited.
  var node: Node {
    let elements = content.foreign
    guard !elements.isEmpty else { return .empty }
    return fragment {
      h2("\(t(Text.Processes.foreign)) (\(count(elements.count)))")
      p(t(Text.Processes.foreignLead), .class("muted"))
      div(.class("table-frame"), .tabindex(0), .role("region"), .aria("label", t(Text.Processes.foreign))) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Processes.foreign), .class("hidden"))
          thead {
            tr {
              for title in [Text.Processes.foreignName, Text.Processes.foreignKind, Text.Processes.foreignPlace] {
                th(t(title), .scope("col"))
              }
            }
          }
          tbody { .fragment(elements.prefix(Self.most).map(row)) }
        }
      }
      if elements.count > Self.most {
        p("\(t(Text.Processes.foreignMore)): \(count(elements.count - Self.most))", .class("muted"))
      }
    }
  }

  private func row(_ element: ForeignElement) -> Node {
    tr {
      th(element.title, .scope("row"))
      td(t(element.kind), .data("label", t(Text.Processes.foreignKind)))
      td(.data("label", t(Text.Processes.foreignPlace))) { place(element.place) }
    }
  }

  private func place(_ place: ForeignElement.Place) -> Node {
    guard case .step(let id) = place, let step = content.process.chart.step(id) else {
      return .text(place.words(language))
    }
    let number = step.number.isEmpty ? "" : " " + step.number
    return a(t(Text.Processes.step) + number, .href("#step-" + id))
  }
}
