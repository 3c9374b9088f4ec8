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
  private let grades: [AppetiteGrade: Node]
  private let signs: [ChangeDirection: Node]
  private let keyMark: Node
  private let opportunityMark: Node
  private let scoreLabel: Node
  private let reviewLabel: Node

  init(frame: Frame, page: RegisterPage) {
    (self.frame, self.page) = (frame, page)
    let maker = Badges(frame: frame)
    badges = Dictionary(page.methodology.levels.map { ($0.id, maker.badge($0).frozen()) }) { first, _ in first }
    noBadge = maker.badge(nil).frozen()
    grades = Dictionary(
      uniqueKeysWithValues: AppetiteGrade.allCases.map { ($0, maker.gradeBadge($0).frozen()) })
    signs = Dictionary(uniqueKeysWithValues: ChangeDirection.allCases.map { ($0, maker.sign($0).frozen()) })
    keyMark = .fragment([.text(" "), span(Text.Risk.key(frame.language), .class("mark"))]).frozen()
    opportunityMark =
      .fragment([.text(" "), span("◇ " + RiskKind.opportunity.name(frame.language), .class("mark"))]).frozen()
    scoreLabel = maker.label(Text.Common.score)
    reviewLabel = maker.label(Text.Common.nextReview)
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
            th(t(Text.Appetite.column), .scope("col"))
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

  /// One row. Written as a run of literals and texts rather than as a tree of elements: this is the page people look at
  /// most, and it is twice as fast so. Whatever is data stands in `.text` or was frozen from nodes.
  private func row(_ row: RegisterRow) -> Node {
    let risk = row.risk
    return .fragment([
      risk.retiredOn == nil ? .raw("<tr><th scope=\"row\"><a href=\"") : .raw(Self.retiredStart),
      .text(Route.path(ofRisk: risk.reference)), .raw("\">"), .text(risk.reference),
      .raw("</a></th><td class=\"wide-text\">"), .text(risk.details.statement),
      risk.details.isKeyRisk ? keyMark : .empty,
      risk.details.kind == .opportunity ? opportunityMark : .empty,
      row.sharedWith.isEmpty ? .empty : sharedMark(row),
      .raw("</td><td class=\"middle\">"), .text(row.unitName),
      .raw("</td><td class=\"number\""), scoreCell(row),
      .raw("</td><td>"), row.level.map { level in badges[level.id] ?? badge(level) } ?? noBadge,
      .raw("</td><td>"), row.grade.flatMap { grades[$0] } ?? .empty,
      .raw("</td><td>"), row.change.flatMap { signs[$0] } ?? .empty,
      .raw("</td><td class=\"middle\">"), .text(risk.details.owner),
      .raw("</td><td class=\"nowrap\""), reviewCell(row), .raw("</td></tr>"),
    ])
  }

  /// Who leads, where another unit does; else who shares.
  private func sharedMark(_ row: RegisterRow) -> Node {
    let text =
      row.isOfOtherUnit
      ? "\(t(Text.Identification.leads)): \(row.unitCode)"
      : "\(t(Text.Identification.sharedWith)): \(row.sharedWith.joined(separator: ", "))"
    return .fragment([.text(" "), span(text, .class("mark"))])
  }

  private static let retiredStart: StaticString = "<tr class=\"is-retired\"><th scope=\"row\"><a href=\""

  /// The rest of the cell's start tag and its content.
  private func scoreCell(_ row: RegisterRow) -> Node {
    guard let pair = row.assessment?.effective else { return .raw(">") }
    let text = pair.score.map { String($0) } ?? "\(pair.likelihood) × \(pair.impact)"
    return .fragment([scoreLabel, .text(text)])
  }

  /// The rest of the cell's start tag and its content.
  private func reviewCell(_ row: RegisterRow) -> Node {
    guard let day = row.assessment?.nextReviewOn, row.risk.retiredOn == nil else { return .raw(">") }
    let text = Node.text(Figures.day(day, language))
    guard day < frame.today else { return .fragment([reviewLabel, text]) }
    let late = Node.text(Figures.distance(day, from: frame.today, language))
    return .fragment([reviewLabel, text, .raw("<div class=\"verdict-above\">"), late, .raw("</div>")])
  }

  private struct Badges: View {
    let frame: Frame

    /// The end of a start tag with the label that a phone shows before the value.
    func label(_ name: Localized) -> Node {
      Node.fragment([.raw(" data-label=\""), .text(t(name)), .raw("\">")]).frozen()
    }

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
