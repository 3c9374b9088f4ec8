import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

/// The form that adds a process or edits its card.
struct ProcessFormView: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  let processes: [ProcessLine]
  /// The process that is edited; `nil` for a new one.
  let editing: ProcessRecord?
  /// The code a new one gets where none is typed.
  var suggestion = ""

  /// The page.
  var node: Node {
    let name = t(editing == nil ? Text.Processes.newTitle : Text.Processes.editTitle)
    var crumbs = [Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery())))]
    if let editing {
      crumbs.append(
        Crumb(text: "\(editing.code) \(editing.details.name)", route: .process(.show(editing.code, asOf: nil))))
    }
    var head = PageHead(
      title: editing.map { "\(name): \($0.code)" } ?? name, room: .processes, crumbs: crumbs)
    state.report(in: &head, language)
    let back: ProcessRoute = editing.map { .show($0.code, asOf: nil) } ?? .list(ProcessQuery())
    return page(head) {
      form(.method("post"), .action(path(editing.map { .edit($0.code) } ?? .add)), .novalidate()) {
        token
        if let editing { hiddenField("version", state.values["version"] ?? String(editing.version)) }
        main
        boundaries
        basis
        service
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(path(back)))
        }
      }
    }
  }

  private var main: Node {
    fragment {
      textField("name", Text.Processes.process, in: state, isRequired: true)
      choice(
        "unit", Text.Common.unit, in: state, empty: Text.Common.choose,
        options: UnitOptions(frame: frame, units: units).open)
      choice(
        "parent", Text.Processes.parent, in: state, hint: Text.Processes.parentHint, empty: Text.Processes.noParent,
        options: parents)
      if editing == nil {
        textField(
          "code", Text.Common.code, in: state, hint: Text.Processes.codeHint(suggestion), isShort: true, maximum: 40,
          .placeholder(suggestion.isEmpty ? nil : suggestion))
      }
      choice(
        "class", Text.Processes.processClass, in: state, isShort: true,
        options: ProcessCard.Class.allCases.map { ($0.rawValue, t($0.name)) })
      textField("owner", Text.Processes.owner, in: state, hint: Text.Processes.ownerHint)
      textArea("purpose", Text.Processes.purpose, in: state, rows: 2)
      textArea("scope", Text.Processes.scope, in: state, hint: Text.Processes.scopeHint, rows: 2)
    }
  }

  private var parents: [(value: String, text: String)] {
    processes.filter { $0.record.retiredOn == nil && $0.record.id != editing?.id }.map { line in
      let indent = String(repeating: "\u{2003}", count: max(0, line.depth - 1))
      return (line.record.code, "\(indent)\(line.record.code) \(line.record.details.name)")
    }
  }

  private func lines(_ name: String, _ label: Localized) -> Node {
    textArea(name, label, in: state, hint: Text.Processes.lineHint, rows: 3)
  }

  private var boundaries: Node {
    fieldset(.class("group")) {
      legend(t(Text.Processes.boundaries))
      div(.class("pair")) {
        lines("inputs", Text.Processes.inputs)
        lines("outputs", Text.Processes.outputs)
        lines("suppliers", Text.Processes.suppliers)
        lines("customers", Text.Processes.customers)
        lines("documents", Text.Processes.documents)
        lines("systems", Text.Processes.systems)
      }
      textArea("indicators", Text.Processes.indicators, in: state, hint: Text.Processes.indicatorsHint, rows: 3)
    }
  }

  private var basis: Node {
    fieldset(.class("group")) {
      legend(t(Text.Processes.basisAndCodes))
      lines("legalBasis", Text.Processes.legalBasis)
      textField("documentNumber", Text.Processes.documentNumber, in: state, isShort: true, maximum: 100)
      textField("filePlanCode", Text.Processes.filePlan, in: state, isShort: true, maximum: 100)
      textField("detsisNumber", Text.Processes.detsis, in: state, isShort: true, maximum: 40)
      tick("isFinancial", Text.Processes.financialHint, in: state)
    }
  }

  private var service: Node {
    fieldset(.class("group")) {
      legend(t(Text.Processes.service))
      tick("isService", Text.Processes.serviceHint, in: state)
      lines("serviceDocuments", Text.Processes.serviceDocuments)
      textField("serviceTime", Text.Processes.serviceTime, in: state, isShort: true, maximum: 200)
      textArea("complaintFirst", Text.Processes.complaintFirst, in: state, rows: 2)
      textArea("complaintSecond", Text.Processes.complaintSecond, in: state, rows: 2)
    }
  }
}

/// The shipped processes, each with a button that adopts it.
struct ProcessAdoptionsView: View {
  let frame: Frame
  let catalogue: [CatalogueProcess]
  let units: [UnitLine]
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Processes.catalogue), room: .processes,
      crumbs: [Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery())))])
    head.lead = p(t(Text.Processes.catalogueLead))
    head.isWide = true
    state.report(in: &head, language)
    return page(head) {
      ProcessTabs(frame: frame, current: .adoptions).node
      div(.class("table-frame"), .id("f-unit")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Processes.catalogue), .class("hidden"))
          thead {
            tr {
              th(t(Text.Common.code), .scope("col"))
              th(t(Text.Processes.process), .scope("col"))
              th(t(Text.Processes.steps), .scope("col"), .class("number"))
              th(t(StepColumn.risks.title), .scope("col"), .class("number"))
              th(t(Text.Processes.usualUnit), .scope("col"))
              if mayWrite { th(t(Text.Common.actions), .scope("col")) }
            }
          }
          tbody { .fragment(catalogue.map(row)) }
        }
      }
    }
  }

  private var mayWrite: Bool { frame.permissions.contains(.manageProcesses) }

  private func row(_ entry: CatalogueProcess) -> Node {
    let (card, chart) = (entry.process.card, entry.process.chart)
    return tr {
      th(card.code, .scope("row"))
      td(.class("wide-text")) {
        card.name(language)
        if let citation = entry.process.citation {
          " "
          unverifiedMark(citation)
        }
        if entry.isAdopted {
          div(.class("small")) {
            "✓ \(t(Text.Processes.adopted)) "
            for code in entry.adopted { a(code + " ", .href(path(.show(code, asOf: nil)))) }
          }
        }
      }
      td(count(chart.steps.count), .class("number"), .data("label", t(Text.Processes.steps)))
      td(count(chart.risks.count), .class("number"), .data("label", t(StepColumn.risks.title)))
      td(card.unit, .data("label", t(Text.Processes.usualUnit)))
      if mayWrite { td { adoption(entry) } }
    }
  }

  private func adoption(_ entry: CatalogueProcess) -> Node {
    let name = entry.process.card.name(language)
    return form(.method("post"), .action(path(.adopt)), .class("inline")) {
      token
      hiddenField("catalogue", entry.process.card.code)
      select(.name("unit"), .aria("label", "\(t(Text.Common.unit)): \(name)")) {
        for unit in UnitOptions(frame: frame, units: units).open {
          option(unit.text, .value(unit.value), .selected(unit.value == entry.unitCode))
        }
      }
      button(t(Text.Indicators.adopt), .type("submit"), .aria("label", "\(t(Text.Indicators.adopt)): \(name)"))
    }
  }
}
