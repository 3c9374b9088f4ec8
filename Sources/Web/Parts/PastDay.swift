import GuvenceCore
import GuvenceMarkup

extension View {
  /// That a past day is shown, with the way back; nothing on a page of today.
  func pastDayLead(_ today: Route) -> Node {
    guard let day = frame.asOf else { return .empty }
    return p(.class("warning")) {
      t(Text.Risk.asOfLead)
      " "
      strong { dayNode(day) }
      ". "
      a(t(Text.Risk.asOfNow), .href(today.path))
    }
  }

  /// The choice of a past day for a page.
  func pastDayForm(_ today: Route) -> Node {
    form(.class("inline no-print"), .method("get"), .action(today.path)) {
      div(.class("field short")) {
        label(t(Text.Risk.asOf), .for("as-of"))
        input(
          .type("date"), .id("as-of"), .name("as-of"), .value(frame.asOf?.description), .max(frame.today.description))
      }
      button(t(Text.Common.show), .type("submit"))
    }
  }
}
