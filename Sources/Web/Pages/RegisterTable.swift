import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The rows of the register. What repeats from row to row is rendered once.
struct RegisterTable: View {
  let frame: Frame
  let page: RegisterPage
  private let badges: [String: Node]
  private let noBadge: Node
  private let signs: [ChangeDirection: Node]

  init(frame: Frame, page: RegisterPage) {
    (self.frame, self.page) = (frame, page)
    let maker = Badges(frame: frame)
    badges = Dictionary(page.methodology.levels.map { ($0.id, maker.badge($0).frozen()) }) { first, _ in first }
    noBadge = maker.badge(nil).frozen()
    signs = Dictionary(uniqueKeysWithValues: ChangeDirection.allCases.map { ($0, maker.sign($0).frozen()) })
  }

  /// The table.
  var node: Node {
    div(.class("table-frame")) {
      GuvenceMarkup.table(.class("long cards-on-phone"), .data("keys", "rows")) {
        caption(t(Text.Register.caption), .class("hidden"))
        thead {
          tr {
            heading(Text.Common.reference, .reference)
            heading(Text.Common.statement, .statement)
            heading(Text.Common.unit, .unit)
            heading(Text.Common.score, .score, "number")
            th(t(Text.Common.level), .scope("col"))
            th(t(Text.Register.change), .scope("col"))
            th(t(Text.Register.owner), .scope("col"))
            heading(Text.Common.nextReview, .nextReview)
          }
        }
        tbody {
          .fragment(page.rows.map(row))
        }
      }
    }
  }

  private func heading(_ name: Localized, _ sort: RegisterSort, _ kind: String? = nil) -> Node {
    let isCurrent = page.query.sort == sort
    let falls = sort == .score || sort == .updated
    let target = page.query.with { query in
      query.isReversed = isCurrent && !query.isReversed
      query.sort = sort
    }
    let goesDown = falls != page.query.isReversed
    return th(
      .scope("col"), .class(kind), isCurrent ? .aria("sort", goesDown ? "descending" : "ascending") : .absent
    ) {
      a(.href(Route.register(target).path)) {
        t(name)
        if isCurrent { span(goesDown ? " ▼" : " ▲", .aria("hidden", true)) }
      }
    }
  }

  private func row(_ row: RegisterRow) -> Node {
    let risk = row.risk
    return tr(.class(risk.retiredOn == nil ? nil : "is-retired")) {
      th(.scope("row")) { a(risk.reference, .href(Route.risk(risk.reference, asOf: nil).path)) }
      td(.class("wide-text")) {
        risk.details.statement
        if risk.details.isKeyRisk { keyMark }
      }
      td(row.unitName, .class("middle"))
      scoreCell(row)
      td { row.level.map { level in badges[level.id] ?? badge(level) } ?? noBadge }
      td { row.change.flatMap { signs[$0] } }
      td(risk.details.owner, .class("middle"))
      reviewCell(row)
    }
  }

  private func scoreCell(_ row: RegisterRow) -> Node {
    guard let pair = row.assessment?.effective else { return td(.class("number")) {} }
    return td(.class("number"), .data("label", t(Text.Common.score))) {
      pair.score.map { String($0) } ?? "\(pair.likelihood) × \(pair.impact)"
    }
  }

  private func reviewCell(_ row: RegisterRow) -> Node {
    guard let day = row.assessment?.nextReviewOn, row.risk.retiredOn == nil else { return td(.class("nowrap")) {} }
    let isPast = day < frame.today
    return td(.class("nowrap"), .data("label", t(Text.Common.nextReview))) {
      Figures.day(day, language)
      if isPast { div(.class("verdict-above")) { Figures.distance(day, from: frame.today, language) } }
    }
  }

  private var keyMark: Node {
    fragment {
      " "
      span(t(Text.Risk.key), .class("mark"))
    }
  }

  private struct Badges: View {
    let frame: Frame

    func sign(_ change: ChangeDirection) -> Node {
      fragment {
        span(.class("nowrap")) {
          span(change == .new ? "+" : change.sign, .aria("hidden", true))
          " " + t(change.name)
        }
      }
    }
  }
}
