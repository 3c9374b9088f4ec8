import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// One's own notices, and what waits for one's decision.
struct NoticesView: View {
  let frame: Frame
  let notices: [Notice]
  let waiting: WaitingEscalations
  let unreadOnly: Bool

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Notices.title))
    head.actions = actions
    return page(head) {
      if waiting.total > 0 {
        h2("\(t(Text.Escalation.mine)) (\(count(waiting.total)))")
        EscalationTable(frame: frame, lines: waiting.lines).node
        h2(t(Text.Notices.title))
      }
      ul(.class("chips"), .aria("label", t(Text.Common.state))) {
        li {
          a(
            t(Text.Notices.unreadOnly), .class("chip"), .href(Route.oversight(.notices(unread: !unreadOnly)).path),
            unreadOnly ? .aria("current", "true") : .absent)
        }
      }
      if notices.isEmpty { div(.class("empty")) { p(t(Text.Notices.empty)) } } else { list }
    }
  }

  private var actions: Node {
    guard notices.contains(where: { $0.readAt == nil }) else { return .empty }
    return form(.method("post"), .action(Route.oversight(.readNotices).path)) {
      token
      button(t(Text.Notices.readAll), .type("submit"))
    }
  }

  private var list: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Notices.title), .class("hidden"))
        thead {
          tr {
            for name in [Text.Common.when, Text.Calendar.kind, Text.Notices.notice, Text.Common.actions] {
              th(t(name), .scope("col"))
            }
          }
        }
        tbody { .fragment(notices.map(row)) }
      }
    }
  }

  private func row(_ notice: Notice) -> Node {
    tr {
      td(.class("nowrap")) { momentNode(notice.createdAt) }
      td(t(notice.kind.name), .data("label", t(Text.Calendar.kind)))
      td(.class("wide-text")) {
        if notice.readAt == nil {
          span(t(Text.Notices.isNew), .class("mark"))
          " "
        }
        t(notice.text)
      }
      td {
        form(.method("post"), .action(Route.oversight(.readNotice(notice.id.rawValue)).path)) {
          token
          button(t(Text.Notices.open), .type("submit"), .aria("label", "\(t(Text.Notices.open)): \(t(notice.text))"))
        }
      }
    }
  }
}
