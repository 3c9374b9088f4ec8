import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The methodologies to choose from, the upload of an own one, the changes made.
struct MethodsView: View {
  let frame: Frame
  let state: FormState
  let list: MethodsPage

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Methods.title), room: .administration)
    head.lead = p(t(Text.Methods.lead))
    state.report(in: &head, language)
    return page(head) {
      methodologies
      h2(t(Text.Methods.changes))
      if list.changes.isEmpty { p(t(Text.Methods.noChanges), .class("empty")) } else { changes }
      h2(t(Text.Methods.addTitle))
      p(t(Text.Methods.addLead))
      form(.method("post"), .action(Route.addMethod.path), .enctype("multipart/form-data"), .novalidate()) {
        token
        field("file", Text.Methods.file, in: state, isRequired: true) { attributes in
          input(.type("file"), attributes, .accept(".yaml,.yml"))
        }
        div(.class("buttons")) { button(t(Text.Methods.upload), .type("submit")) }
      }
    }
  }

  private var methodologies: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Methods.title))
        thead {
          tr {
            th(t(Text.Common.name), .scope("col"))
            th(t(Text.Methods.scales), .scope("col"))
            th(t(Text.Methods.risks), .scope("col"), .class("number"))
            th(t(Text.Common.state), .scope("col"))
            th(t(Text.Common.actions), .scope("col"))
          }
        }
        tbody { for line in list.lines { row(line) } }
      }
    }
  }

  private func row(_ line: MethodLine) -> Node {
    let methodology = line.methodology
    return tr {
      td {
        t(methodology.name) + " "
        code(methodology.id)
        " "
        unverifiedMark(methodology.citation)
      }
      td("\(methodology.likelihood.steps.count) × \(methodology.impact.steps.count)")
      td(count(line.riskCount), .class("number"), .data("label", t(Text.Methods.risks)))
      td {
        if line.isInUse { span("✓ " + t(Text.Methods.inUse), .class("verdict-within")) }
        if line.isInUse, line.isOwn { " · " }
        if line.isOwn { t(Text.Methods.own) }
      }
      td {
        a(
          t(Text.Methods.simulate), .href(Route.method(methodology.id).path),
          .aria("label", "\(t(Text.Methods.simulate)): \(t(methodology.name))"))
        " · "
        a(
          t(Text.Methods.text), .href(Route.methodText(methodology.id).path),
          .aria("label", "\(t(Text.Methods.text)): \(t(methodology.name))"))
      }
    }
  }

  private var changes: Node {
    fragment {
      downloads(.methodChanges)
      changesTable
    }
  }

  private var changesTable: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Methods.changes))
        thead {
          tr {
            th(t(Text.Common.when), .scope("col"))
            th(t(Text.Methods.change), .scope("col"))
            th(t(Text.Methods.risks), .scope("col"), .class("number"))
            th(t(Text.Common.who), .scope("col"))
            th(t(Text.Common.reason), .scope("col"))
            th(t(Text.Common.actions), .scope("col"))
          }
        }
        tbody { for line in list.changes { row(line) } }
      }
    }
  }

  private func row(_ line: MethodChangeLine) -> Node {
    tr {
      td { momentNode(line.change.changedAt) }
      td {
        "\(line.from) → \(line.to)"
        if line.isUndone { " (\(t(Text.Methods.undone)))" }
      }
      td(count(line.change.assessmentCount), .class("number"), .data("label", t(Text.Methods.risks)))
      td(line.change.changedBy)
      td(line.change.reason, .class("wide-text"))
      td {
        if line.mayUndo { a(t(Text.Methods.undo), .href(Route.undoMethodForm(line.change.id.rawValue).path)) }
      }
    }
  }
}
