import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// Uploading a file.
struct UploadView: View {
  let frame: Frame
  let state: FormState
  /// Methodologies to choose from.
  let methodologies: [Methodology]

  /// The page.
  var node: Node {
    var head = PageHead(title: t(Text.Imports.title), room: .imports)
    head.lead = p(t(Text.Imports.lead))
    state.report(in: &head, language)
    return page(head) {
      form(
        .method("post"), .action(Route.upload.path), .enctype("multipart/form-data"), .novalidate()
      ) {
        token
        field("file", Text.Imports.file, in: state, hint: Text.Imports.fileHint, isRequired: true) { attributes in
          input(
            .type("file"), attributes,
            .accept(".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        }
        choice(
          "methodology", Text.Imports.methodology, in: state, empty: Text.Imports.methodologyAuto,
          options: methodologies.map { ($0.id, t($0.name)) })
        div(.class("buttons")) { button(t(Text.Imports.upload), .type("submit"), .class("primary")) }
      }
    }
  }
}

/// How far the reading of a file has come. Asks again by itself, with and without script.
struct ImportJobView: View {
  let frame: Frame
  let route: Route
  let progress: ImportProgress?

  /// The page.
  var node: Node {
    page(PageHead(title: t(Text.Imports.jobTitle), room: .imports)) {
      div(.data("job", route.path), .role("status")) {
        p(t(progress?.step ?? Text.Imports.jobStart))
        if let progress, progress.total > 0 {
          element(
            "progress", Attribute("max", progress.total), Attribute("value", progress.done),
            .aria("label", t(Text.Imports.jobTitle))
          ) { Figures.percent(progress.done, of: progress.total, language) }
          p("\(count(progress.done)) / \(count(progress.total))", .class("muted"))
        } else {
          element("progress", .aria("label", t(Text.Imports.jobTitle))) {}
        }
      }
    }
  }
}

/// What an import did.
struct ImportResultView: View {
  let frame: Frame
  let result: ImportResult

  /// The page.
  var node: Node {
    page(PageHead(title: t(Text.Imports.doneTitle), room: .imports)) {
      dl(.class("facts")) {
        for fact in facts {
          dt(t(fact.0))
          dd(count(fact.1))
        }
      }
      div(.class("buttons")) {
        a(t(Text.Imports.toRegister), .class("button primary"), .href(Route.register(newest).path))
        if result.notAssessed > 0 {
          a(t(Text.Imports.toNotAssessed), .class("button"), .href(Route.register(waiting).path))
        }
        a(t(Text.Imports.another), .href(Route.imports.path))
      }
      if !result.problems.isEmpty {
        h2(t(Text.Imports.notes))
        DiagnosticTable(frame: frame, diagnostics: result.problems).node
      }
    }
  }

  private var facts: [(Localized, Int)] {
    [
      (Text.Imports.created, result.created), (Text.Imports.updated, result.updated),
      (Text.Imports.unchanged, result.unchanged), (Text.Imports.newUnits, result.unitsCreated),
      (Text.Imports.notAssessed, result.notAssessed),
    ]
  }

  private var newest: RegisterQuery {
    var query = RegisterQuery()
    query.sort = .updated
    return query
  }

  private var waiting: RegisterQuery {
    var query = RegisterQuery()
    query.states = [.notAssessed]
    return query
  }
}

/// Findings in a file by sheet and cell.
struct DiagnosticTable: View {
  let frame: Frame
  let diagnostics: [Diagnostic]

  private static let longest = 300

  /// The table.
  var node: Node {
    fragment {
      div(.class("table-frame")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Imports.problems), .class("hidden"))
          thead {
            tr {
              th(t(Text.Imports.place), .scope("col"))
              th(t(Text.Imports.problem), .scope("col"))
              th(t(Text.Imports.remedy), .scope("col"))
            }
          }
          tbody { .fragment(diagnostics.prefix(Self.longest).map(row)) }
        }
      }
      if diagnostics.count > Self.longest { p("+ \(count(diagnostics.count - Self.longest))", .class("muted")) }
    }
  }

  private func row(_ diagnostic: Diagnostic) -> Node {
    tr {
      td(place(diagnostic), .class("nowrap"))
      td(.class("wide-text")) {
        if diagnostic.severity == .error { strong(t(Text.Frame.error) + " ") }
        t(diagnostic.text)
      }
      td(t(diagnostic.advice))
    }
  }

  private func place(_ diagnostic: Diagnostic) -> String {
    switch diagnostic.place {
    case .cell(_, let sheet, let cell): cell.isEmpty ? sheet : "\(sheet)!\(cell)"
    case .text(_, let line, let column): "\(line):\(column)"
    case .file(let name): name
    }
  }
}
