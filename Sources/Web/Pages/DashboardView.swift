import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The first page: what waits for this person, how the levels stand, what changed last.
struct DashboardView: View {
  let frame: Frame
  let board: Dashboard

  /// The page.
  var node: Node {
    let head = PageHead(title: t(Text.Dashboard.title), room: .dashboard, methodology: board.methodology)
    return page(head) {
      if board.riskCount + board.opportunityCount == 0 {
        emptyState
      } else {
        div(.class("cards")) {
          levelCard
          tasks(
            Text.Dashboard.aboveAppetite, board.aboveAppetite, .aboveAppetite, sort: .score, detail: appetiteDetail)
          if let actions = board.actions { ActionCard(frame: frame, board: actions).node }
          tasks(Text.Dashboard.reviewsDue, board.reviewsDue, .reviewDue, sort: .nextReview, detail: reviewDetail)
          tasks(
            Text.Dashboard.notAssessed, board.notAssessed, .notAssessed, sort: .reference,
            detail: { .text($0.unitName) })
          tasks(
            Text.Dashboard.stale, board.stale, .stale, sort: .updated, hint: Text.Dashboard.staleHint,
            detail: { momentNode($0.risk.updatedAt) })
        }
      }
      if !board.recent.isEmpty {
        h2(t(Text.Dashboard.recent))
        journalTable(board.recent, showsEntity: true, showsChanges: false)
      }
    }
  }

  private var emptyState: Node {
    div(.class("empty")) {
      p(t(Text.Dashboard.noRisks))
      if frame.permissions.contains(.addRisk) { a(t(Text.Register.add), .href(Route.newRisk(unit: nil).path)) }
      if frame.permissions.contains(.importRegister) {
        " · "
        a(t(Text.Register.importFile), .href(Route.imports.path))
      }
    }
  }

  private var levelCard: Node {
    section(.class("card")) {
      h2(t(Text.Dashboard.levels))
      p {
        span(count(board.riskCount), .class("figure-number"))
        " "
        t(Text.Dashboard.total)
      }
      if board.opportunityCount > 0 {
        p {
          a(count(board.opportunityCount), .href(Route.register(RegisterQuery().with { $0.kind = .opportunity }).path))
          " " + t(Text.Dashboard.opportunities)
        }
      }
      table(.class("bars")) {
        caption(t(Text.Dashboard.levels), .class("hidden"))
        tbody {
          for level in board.methodology.levels.reversed() { levelRow(level) }
        }
      }
    }
  }

  private func levelRow(_ level: Level) -> Node {
    let number = board.countsByLevel[level.id] ?? 0
    var query = RegisterQuery()
    query.levels = [level.id]
    if board.opportunityCount > 0 { query.kind = .threat }
    let most = max(1, board.countsByLevel.values.max() ?? 1)
    return tr {
      th(.scope("row")) { badge(level) }
      td {
        SVG.svg(
          width: 100, height: 10, label: nil, .class("bar"), Attribute("preserveAspectRatio", "none")
        ) {
          SVG.rect(
            x: 0, y: 0, width: 100 * Double(number) / Double(most), height: 10, .class(Palette.className(level)))
        }
      }
      td(.class("number")) { a(count(number), .href(Route.register(query).path)) }
    }
  }

  private func tasks(
    _ name: Localized, _ list: (rows: [RegisterRow], total: Int), _ state: RiskState, sort: RegisterSort,
    hint: Localized? = nil, detail: (RegisterRow) -> Node
  ) -> Node {
    var query = RegisterQuery()
    (query.states, query.sort) = ([state], sort)
    return section(.class("card")) {
      h2 {
        t(name)
        " "
        span("(\(count(list.total)))", .class("muted"))
      }
      if let hint { p(t(hint), .class("muted small")) }
      if list.rows.isEmpty {
        p(t(Text.Dashboard.nothing), .class("muted"))
      } else {
        ul(.class("plain")) {
          for row in list.rows.prefix(6) { li { task(row, detail(row)) } }
        }
        if list.total > min(6, list.rows.count) { a(t(Text.Dashboard.all), .href(Route.register(query).path)) }
      }
    }
  }

  private func task(_ row: RegisterRow, _ detail: Node) -> Node {
    fragment {
      a(row.risk.reference, .href(Route.risk(row.risk.reference, asOf: nil).path))
      div(.class("two-lines")) { row.risk.details.statement }
      div(.class("small muted")) { detail }
    }
  }

  private func appetiteDetail(_ row: RegisterRow) -> Node {
    fragment {
      gradeBadge(row.grade, isDefault: row.appetite == nil)
      " "
      badge(row.level)
      " "
      row.unitName
    }
  }

  private func reviewDetail(_ row: RegisterRow) -> Node {
    guard let day = row.assessment?.nextReviewOn else { return .text(row.unitName) }
    return fragment {
      Figures.distance(day, from: frame.today, language)
      " — "
      dayNode(day)
    }
  }
}
