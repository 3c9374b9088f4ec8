import GuvenceApplication
import GuvenceCore
import GuvenceMarkup

/// What differs in a chart that somebody else saved in between, step by step; the steps ticked go into the editor as they
/// are stored, the others as they were typed.
struct StaleChartPart: View {
  let frame: Frame
  let stale: StaleSave
  /// What was posted, to be posted again.
  let hidden: Node
  /// Where it was posted.
  let action: String

  /// Whether the differences are those of a chart.
  static func isChart(_ stale: StaleSave) -> Bool { stale.differences.contains { step($0) != nil } }

  private static func step(_ difference: StaleSave.Difference) -> String? {
    difference.field.hasPrefix("step-") ? String(difference.field.dropFirst("step-".count)) : nil
  }

  /// The table in its form.
  var node: Node {
    form(.method("post"), .action(action)) {
      token
      hidden
      p(t(Text.Stale.takeHint))
      div(.class("table-frame")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Stale.title), .class("hidden"))
          thead {
            tr {
              for name in [Text.Stale.field, Text.Stale.theirs, Text.Stale.yours, Text.Stale.take] {
                th(t(name), .scope("col"))
              }
            }
          }
          tbody { .fragment(rows) }
        }
      }
      div(.class("buttons")) { button(t(Text.Stale.openMerged), .type("submit"), .name("do"), .value("merge")) }
    }
  }

  /// One box for each step, in its first row.
  private var rows: [Node] {
    var seen: Set<String> = []
    return stale.differences.map { difference in
      let step = Self.step(difference).flatMap { seen.insert($0).inserted ? $0 : nil }
      return tr {
        th(t(difference.label), .scope("row"), .class("wrap"))
        td(difference.theirs, .class("wide-text"), .data("label", t(Text.Stale.theirs)))
        td(difference.yours, .class("wide-text"), .data("label", t(Text.Stale.yours)))
        td(.class("nowrap")) {
          if let step {
            label(.class("check")) {
              input(.type("checkbox"), .name("take"), .value(step))
              " " + t(Text.Stale.takeStored)
              span(": " + t(difference.label), .class("hidden"))
            }
          }
        }
      }
    }
  }
}
