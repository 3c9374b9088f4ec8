import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// Risks whose statements ask for a second look.
struct StatementsView: View {
  let frame: Frame
  let report: StatementReport

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Identification.wording), room: .risks,
      crumbs: [Crumb(text: t(Text.Frame.risks), route: .register(.init()))])
    head.lead = p(t(Text.Identification.wordingLead))
    return page(head) {
      UnitChoice(frame: frame, units: report.units, chosen: report.unitCode, action: "/statements").node
      p {
        "\(count(report.checked)) \(t(Text.Identification.checked)), \(count(report.open)) \(t(Text.Identification.open))"
      }
      if report.lines.isEmpty {
        div(.class("empty")) { p(t(Text.Identification.allWell)) }
      } else {
        ul {
          for entry in report.counts where entry.count > 0 { li("\(count(entry.count)) × \(t(entry.check.name))") }
        }
        table
      }
    }
  }

  private var table: Node {
    div(.class("table-frame")) {
      GuvenceMarkup.table(.class("cards-on-phone")) {
        caption(t(Text.Identification.wording), .class("hidden"))
        thead {
          tr {
            th(t(Text.Common.reference), .scope("col"))
            th(t(Text.Common.statement), .scope("col"))
            th(t(Text.Identification.finding), .scope("col"))
          }
        }
        tbody { .fragment(report.lines.map(row)) }
      }
    }
  }

  private func row(_ line: StatementReport.Line) -> Node {
    tr {
      th(.scope("row")) { a(line.reference, .href(Route.risk(line.reference, asOf: nil).path)) }
      td(line.statement, .class("wide-text"))
      td {
        ul(.class("remarks")) {
          for remark in line.remarks {
            li(.class(remark.dismissal == nil ? nil : "dismissed")) {
              t(remark.finding.check.name)
              if let dismissal = remark.dismissal { " — \(t(Text.Identification.dismissed)): \(dismissal.reason)" }
            }
          }
        }
      }
    }
  }
}

/// The relations of a unit's risks.
struct RelationsView: View {
  let frame: Frame
  let content: RelationsPage

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Identification.relationTable), room: .risks,
      crumbs: [Crumb(text: t(Text.Frame.risks), route: .register(.init()))])
    head.isWide = true
    return page(head) {
      UnitChoice(frame: frame, units: content.units, chosen: content.unitCode, action: "/relations").node
      if content.map.relations.isEmpty {
        div(.class("empty")) {
          p(t(Text.Identification.noneAtAll))
          a(t(Text.Frame.risks), .href(Route.register(.init()).path))
        }
      } else {
        RelationGraph(frame: frame, map: content.map).node
      }
      div(.class("tools no-print")) {
        for list in [ExportList.relations, .shares, .origins] { downloads(list, unit: content.unitCode) }
      }
    }
  }
}

/// Catalogue risks for a unit, to be adopted.
struct SuggestionsView: View {
  let frame: Frame
  let content: SuggestionsPage
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Identification.suggestions), room: .risks,
      crumbs: [Crumb(text: t(Text.Frame.risks), route: .register(.init()))])
    head.lead = p(t(Text.Identification.suggestionsLead))
    state.report(in: &head, language)
    return page(head) {
      choices
      if content.unit == nil {
        div(.class("empty")) { p(t(Text.Identification.chooseUnit)) }
      } else if let directorate = content.directorate {
        h2(t(directorate.name))
        p(.class("muted small")) {
          directorate.citation.text + " "
          unverifiedMark(directorate.citation)
        }
        list
      } else {
        div(.class("empty")) { p(t(Text.Identification.noDirectorate)) }
      }
    }
  }

  private var choices: Node {
    form(.class("inline"), .method("get"), .action("/suggestions")) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: content.units).select(chosen: content.unit?.code)
      }
      div(.class("field")) {
        label(t(Text.Identification.directorate), .for("directorate"))
        select(.id("directorate"), .name("directorate")) {
          option(t(Text.Common.none), .value(""))
          for directorate in content.directorates {
            option(
              t(directorate.name), .value(directorate.id), .selected(directorate.id == content.directorate?.id))
          }
        }
      }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var list: Node {
    form(.method("post"), .action(Route.identification(.adopt).path)) {
      token
      hiddenField("unit", content.unit?.code ?? "")
      hiddenField("directorate", content.directorate?.id ?? "")
      ul(.class("plain suggestions")) { .fragment(content.suggestions.enumerated().map(item)) }
      div(.class("buttons")) {
        if content.suggestions.contains(where: \.adopted.isEmpty) {
          button(t(Text.Identification.adopt), .type("submit"), .class("primary"))
        }
      }
    }
  }

  private func item(_ index: Int, _ suggestion: Suggestion) -> Node {
    let isChosen = state.values.all("entry").contains(suggestion.entry)
    return li(.class("card")) {
      h3(t(suggestion.risk.title))
      p(suggestion.risk.statement)
      p(.class("small muted")) {
        frame.categories.name(suggestion.risk.category, language) + " · \(t(Text.Identification.typicalControls)): "
        suggestion.risk.controls.joined(separator: "; ")
      }
      if suggestion.adopted.isEmpty {
        div(.class("check")) {
          input(
            .type("checkbox"), .id("entry-\(index)"), .name("entry"), .value(suggestion.entry), .checked(isChosen))
          label(.for("entry-\(index)")) {
            t(Text.Identification.choose)
            span(": " + t(suggestion.risk.title), .class("hidden"))
          }
        }
      } else {
        p {
          "✓ " + t(Text.Identification.adopted) + ": "
          for reference in suggestion.adopted { a(reference, .href(Route.risk(reference, asOf: nil).path)) }
        }
      }
    }
  }
}

/// The choice of a unit above a list.
struct UnitChoice: View {
  let frame: Frame
  let units: [UnitLine]
  let chosen: String?
  /// Where it leads.
  let action: String

  /// The form.
  var node: Node {
    form(.class("inline"), .method("get"), .action(action)) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: units).select(chosen: chosen)
      }
      button(t(Text.Common.show), .type("submit"))
    }
  }
}
