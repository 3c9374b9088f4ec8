import GuvenceApplication
import GuvenceCore
import GuvenceMarkup

/// A page that says why something was not done and what to do next.
struct RefusalView: View {
  let frame: Frame
  let title: Localized
  let message: String
  /// More lines below the message.
  var more: Node = .empty

  /// The page.
  var node: Node {
    page(PageHead(title: t(title))) {
      p(message)
      more
      p { a(t(Text.Refusal.home), .href("/")) }
    }
  }
}

/// A save that was based on an older version: both versions side by side, and three ways on.
struct StaleView: View {
  let frame: Frame
  let stale: StaleSave
  /// What was posted, to be posted again.
  let values: Values
  /// Where it was posted.
  let action: String
  /// Where the stored version is shown.
  let stored: Route

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Stale.title))
    head.lead = lead
    head.problemMessage = nil
    return page(head) {
      if StaleChartPart.isChart(stale) {
        StaleChartPart(frame: frame, stale: stale, hidden: hidden(without: ["do", "take"]), action: action).node
      } else {
        differences
      }
      div(.class("buttons")) {
        form(.method("post"), .action(action)) {
          token
          hidden(without: [])
          button(t(Text.Stale.overwrite), .type("submit"), .class("primary"))
        }
        a(t(Text.Stale.keep), .class("button"), .href(Done.kept.after(stored)))
      }
      p(t(Text.Stale.overwriteHint), .class("muted"))
      merge
    }
  }

  private var lead: Node {
    fragment {
      p(.class("warning")) {
        t(Text.Stale.lead) + " " + t(Text.Stale.changedBy) + " "
        strong(stale.changedBy)
        ", "
        momentNode(stale.changedAt)
      }
    }
  }

  private var differences: Node {
    guard !stale.differences.isEmpty else { return p(t(Text.Stale.same)) }
    return div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Stale.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Stale.field), .scope("col"))
            th(t(Text.Stale.theirs), .scope("col"))
            th(t(Text.Stale.yours), .scope("col"))
          }
        }
        tbody {
          for difference in stale.differences {
            tr {
              th(t(difference.label), .scope("row"))
              td(difference.theirs, .class("wide-text"), .data("label", t(Text.Stale.theirs)))
              td(difference.yours, .class("wide-text"), .data("label", t(Text.Stale.yours)))
            }
          }
        }
      }
    }
  }

  /// Fields whose value is its own text on screen; choices keep what was posted.
  private var mergeable: [StaleSave.Difference] {
    stale.differences.filter { Self.textFields.contains($0.field) }
  }

  private var merge: Node {
    guard !mergeable.isEmpty else { return .empty }
    return details(.class("more")) {
      summary(t(Text.Stale.mergeTitle))
      p(t(Text.Stale.mergeHint), .class("hint"))
      form(.method("post"), .action(action)) {
        token
        hidden(without: Set(mergeable.map(\.field)))
        for difference in mergeable {
          div(.class("field")) {
            label(t(difference.label), .for("m-" + difference.field))
            span(t(Text.Stale.theirs) + ": " + difference.theirs, .class("hint"))
            textarea(difference.yours, .id("m-" + difference.field), .name(difference.field), .rows(3))
          }
        }
        div(.class("buttons")) { button(t(Text.Stale.merge), .type("submit")) }
      }
    }
  }

  private func hidden(without names: Set<String>) -> Node {
    fragment {
      for pair in values.pairs where pair.name != "csrf" && pair.name != "version" && !names.contains(pair.name) {
        hiddenField(pair.name, pair.value)
      }
      hiddenField("version", String(stale.currentVersion))
    }
  }

  private static let textFields: Set<String> = [
    "statement", "cause", "event", "consequence", "strategicTarget", "unitObjective", "controls", "plannedControls",
    "owner", "notes", "keyRiskReason", "reason", "name", "code",
  ]
}
