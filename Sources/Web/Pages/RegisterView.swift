import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The register: chips with counts, active filters, sorted table, pages, downloads.
struct RegisterView: View {
  let frame: Frame
  let page: RegisterPage

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Register.title), room: .risks, methodology: page.methodology)
    head.isWide = true
    head.actions = actions
    return page(head) {
      unitFilter
      chips
      activeFilters
      looks
      if page.rows.isEmpty {
        emptyState
      } else {
        tools
        table
        RegisterPages(frame: frame, page: page).node
      }
    }
  }

  private var query: RegisterQuery { page.query }

  private var actions: Node {
    fragment {
      if page.mayAdd {
        a(t(Text.Register.add), .class("button primary"), .href(Route.newRisk(unit: query.unitCode).path))
      }
    }
  }

  /// Other views of the same risks.
  private var looks: Node {
    p(.class("small")) {
      a(t(Text.Identification.relationTable), .href(Route.identification(.relations(unit: query.unitCode)).path))
      " · "
      a(t(Text.Identification.wording), .href(Route.identification(.statements(unit: query.unitCode)).path))
      if page.mayAdd {
        " · "
        a(
          t(Text.Identification.suggestions),
          .href(Route.identification(.suggestions(unit: query.unitCode, directorate: nil)).path))
      }
    }
  }

  private var unitFilter: Node {
    form(.class("inline"), .method("get"), .action("/risks")) {
      div(.class("field")) {
        label(t(Text.Common.unit), .for("unit"))
        UnitOptions(frame: frame, units: page.units).select(chosen: query.unitCode)
      }
      for pair in query.with({ $0.unitCode = nil }).values.pairs { hiddenField(pair.name, pair.value) }
      button(t(Text.Common.show), .type("submit"))
    }
  }

  private var chips: Node {
    fragment {
      ul(.class("chips"), .aria("label", t(Text.Register.levels))) {
        li(t(Text.Register.levels), .class("chips-name"))
        for level in page.methodology.levels.reversed() {
          chip(
            level.shape + " " + t(level.name), page.countsByLevel[level.id] ?? 0,
            isOn: query.levels.contains(level.id), query.with { $0.levels = toggled($0.levels, level.id) })
        }
      }
      if page.countsByKind[.opportunity, default: 0] > 0 || query.kind != nil { kindChips }
      ul(.class("chips"), .aria("label", t(Text.Register.states))) {
        li(t(Text.Register.states), .class("chips-name"))
        for state in RiskState.allCases {
          chip(
            t(Text.Register.state(state)), page.countsByState[state] ?? 0, isOn: query.states.contains(state),
            query.with { $0.states = toggled($0.states, state) })
        }
      }
    }
  }

  /// Threats and opportunities, each a list of its own.
  private var kindChips: Node {
    ul(.class("chips"), .aria("label", t(Text.Register.kind))) {
      li(t(Text.Register.kind), .class("chips-name"))
      for kind in RiskKind.allCases {
        chip(
          t(kind.name), page.countsByKind[kind] ?? 0, isOn: query.kind == kind,
          query.with { $0.kind = $0.kind == kind ? nil : kind })
      }
    }
  }

  private func chip(_ name: String, _ number: Int, isOn: Bool, _ target: RegisterQuery) -> Node {
    li {
      a(
        .class("chip"), .href(Route.register(target).path),
        isOn ? .aria("current", "true") : .absent
      ) {
        name
        span(count(number), .class("n"))
      }
    }
  }

  private func toggled<Element: Equatable>(_ list: [Element], _ element: Element) -> [Element] {
    list.contains(element) ? list.filter { $0 != element } : list + [element]
  }

  private var activeFilters: Node {
    guard query.isFiltered else { return .empty }
    return ul(.class("chips"), .aria("label", t(Text.Register.active))) {
      li(t(Text.Register.active), .class("chips-name"))
      for filter in filters {
        li {
          a(.class("chip active"), .href(Route.register(filter.without).path)) {
            filter.name
            span("×", .aria("hidden", true))
            span(t(Text.Register.remove), .class("hidden"))
          }
        }
      }
      li { a(t(Text.Register.clear), .href(Route.register(cleared).path)) }
    }
  }

  private var filters: [(name: String, without: RegisterQuery)] {
    var list: [(String, RegisterQuery)] = []
    if !query.text.isEmpty { list.append(("«\(query.text)»", query.with { $0.text = "" })) }
    if let code = query.unitCode {
      let name = page.units.first { $0.unit.code == code }?.unit.name ?? code
      list.append((name, query.with { $0.unitCode = nil }))
    }
    for id in query.levels {
      let name = page.methodology.level(id).map { t($0.name) } ?? id
      list.append((name, query.with { $0.levels.removeAll { $0 == id } }))
    }
    for state in query.states {
      list.append((t(Text.Register.state(state)), query.with { $0.states.removeAll { $0 == state } }))
    }
    if let cell = query.cell { list.append((cellName(cell), query.with { $0.cell = nil })) }
    if let category = query.category {
      list.append(
        (t(Text.Register.category) + ": " + frame.categories.name(category, language), query.with { $0.category = nil })
      )
    }
    if let kind = query.kind { list.append((t(kind.name), query.with { $0.kind = nil })) }
    if let id = query.controllability {
      list.append((frame.categories.controllability.name(id, language), query.with { $0.controllability = nil }))
    }
    if let id = query.identificationMethod {
      let name = frame.categories.identificationMethods.name(id, language)
      list.append((name, query.with { $0.identificationMethod = nil }))
    }
    if let response = query.response { list.append((t(response.name), query.with { $0.response = nil })) }
    return list
  }

  private func cellName(_ cell: RegisterQuery.Cell) -> String {
    let basis = t(cell.basis == .inherent ? Text.Common.inherent : Text.Common.residual)
    return "\(basis) \(cell.likelihood) × \(cell.impact)"
  }

  private var cleared: RegisterQuery {
    var query = RegisterQuery()
    (query.sort, query.isReversed, query.pageSize) = (self.query.sort, self.query.isReversed, self.query.pageSize)
    return query
  }

  private var emptyState: Node {
    div(.class("empty")) {
      if query.isFiltered {
        p(t(Text.Register.nothing))
        a(t(Text.Register.clear), .href(Route.register(cleared).path))
      } else {
        p(t(Text.Register.empty))
        if frame.permissions.contains(.importRegister) { a(t(Text.Register.importFile), .href(Route.imports.path)) }
      }
    }
  }

  private var tools: Node {
    div(.class("tools")) {
      p(.class("muted")) { RegisterPages(frame: frame, page: page).summary }
      div(.class("downloads")) {
        span(t(Text.Register.export), .class("muted"))
        a("Excel (XLSX)", .href(Route.exportRegister(.xlsx, query).path))
        a("CSV", .href(Route.exportRegister(.csv, query).path))
      }
    }
  }

  private var table: Node { RegisterTable(frame: frame, page: page).node }
}
