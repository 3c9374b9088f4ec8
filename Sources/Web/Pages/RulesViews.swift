import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRules

/// The journal, newest first.
struct JournalView: View {
  let frame: Frame
  let lines: [JournalLine]
  let entity: String?
  let key: String?
  let isFirst: Bool
  /// Lines asked for; fewer means that there are no older ones.
  let limit: Int

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Journal.title), room: .administration)
    head.lead = p(t(Text.Journal.lead))
    return page(head) {
      if lines.isEmpty {
        p(t(Text.Journal.empty), .class("empty"))
      } else {
        downloads(.journal)
        journalTable(lines, showsEntity: true)
      }
      div(.class("buttons")) {
        if !isFirst {
          a(t(Text.Journal.newest), .href(Route.journal(entity: entity, key: key, before: nil).path))
        }
        if lines.count == limit, let last = lines.last {
          a(
            t(Text.Journal.older), .class("button"),
            .href(Route.journal(entity: entity, key: key, before: last.sequence).path))
        }
      }
    }
  }
}

/// The methodologies in force, with their sources and marks.
struct RulesView: View {
  let frame: Frame
  /// The administration's own first.
  let methodologies: [Methodology]
  /// Ids of those that the administration has written itself.
  let own: Set<String>

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Rules.title), methodology: nil)
    head.lead = p(t(Text.Rules.lead))
    return page(head) {
      for methodology in methodologies {
        stylesheetOfLevels(methodology)
        details(.class("more card"), .open(methodology.id == frame.administration.methodologyID)) {
          summary {
            t(methodology.name) + " "
            code(methodology.id)
            " "
            unverifiedMark(methodology.citation)
            if own.contains(methodology.id) {
              " "
              span(t(Text.Rules.own), .class("mark"))
            }
            if methodology.id == frame.administration.methodologyID {
              " "
              span("✓ " + t(Text.Rules.used), .class("verdict-within"))
            }
          }
          content(methodology)
        }
      }
    }
  }

  private func stylesheetOfLevels(_ methodology: Methodology) -> Node {
    stylesheet(frame.assets.palette.address(for: methodology))
  }

  private func content(_ methodology: Methodology) -> Node {
    fragment {
      dl(.class("facts")) {
        dt(t(Text.Rules.effective))
        dd { dayNode(methodology.effective) }
        dt(t(Text.Common.source))
        dd { citationNode(methodology.citation) }
        dt(t(Text.Rules.appetite))
        dd { appetite(methodology) }
      }
      levels(methodology)
      scale(Text.Common.likelihood, methodology.likelihood)
      scale(Text.Common.impact, methodology.impact)
    }
  }

  private func appetite(_ methodology: Methodology) -> Node {
    let highest = methodology.levels.last { $0.rank <= methodology.appetite.highestAcceptedRank }
    return fragment {
      t(Text.Rules.upTo) + " "
      badge(highest)
      " "
      citationNode(methodology.appetite.citation)
    }
  }

  private func levels(_ methodology: Methodology) -> Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Common.level))
        thead {
          tr {
            th(t(Text.Common.level), .scope("col"))
            th(t(Text.Rules.bands), .scope("col"))
            th(t(Text.Rules.reaction), .scope("col"))
            th(t(Text.Rules.review), .scope("col"))
            th(t(Text.Common.source), .scope("col"))
          }
        }
        tbody {
          for level in methodology.levels.reversed() {
            tr {
              td { badge(level) }
              td(bands(of: level, in: methodology))
              td(t(level.reaction), .class("wide-text"))
              td("\(level.reviewMonths) \(t(Text.Rules.months))")
              td { citationNode(level.citation) }
            }
          }
        }
      }
    }
  }

  private func bands(of level: Level, in methodology: Methodology) -> String {
    guard case .product(let bands) = methodology.scoring else { return "" }
    return bands.filter { $0.level == level.id }.map { "\($0.from)–\($0.through)" }.joined(separator: ", ")
  }

  private func scale(_ name: Localized, _ scale: Scale) -> Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(name))
        thead {
          tr {
            th("#", .scope("col"), .class("number"))
            th(t(Text.Common.name), .scope("col"))
            th(t(Text.Rules.criterion), .scope("col"))
          }
        }
        tbody {
          for step in scale.steps {
            tr {
              td(String(step.value), .class("number"))
              td(t(step.name))
              td(t(step.criterion), .class("wide-text"))
            }
          }
        }
      }
    }
  }
}

/// What the product is.
struct AboutView: View {
  let frame: Frame

  /// The page.
  var node: Node {
    page(PageHead(title: t(Text.Rules.about))) {
      p(t(Text.Rules.aboutText))
      h2(t(Text.Rules.database))
      dl(.class("facts")) {
        dt(t(Text.Common.name))
        dd(frame.administration.name)
        dt(t(Text.Rules.madeOn))
        dd { momentNode(frame.administration.createdAt) }
      }
      h2(t(Text.Rules.keysTitle))
      dl(.class("facts")) {
        dt { kbd("/") }
        dd(t(Text.Rules.keySearch))
        dt {
          kbd("↑")
          " "
          kbd("↓")
        }
        dd(t(Text.Rules.keyRows))
      }
    }
  }
}
