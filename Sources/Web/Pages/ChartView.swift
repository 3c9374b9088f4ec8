import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

/// One version of a chart to look at and print: whole or on pages of paper, running across or down, with its steps.
struct ChartView: View {
  let frame: Frame
  let content: ChartPage
  let look: ChartLook

  private var code: String { content.record.code }

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(code) – \(content.record.details.name)", room: .processes,
      crumbs: [
        Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery()))),
        Crumb(text: code, route: .process(.show(code, asOf: nil))),
      ])
    head.isWide = true
    head.lead = lead
    return page(head) {
      choices
      if content.process.chart.steps.isEmpty { p(t(Text.Processes.noChart), .class("empty")) } else { pictures }
    }
  }

  private var lead: Node {
    guard let version = content.version else { return .empty }
    return p {
      "\(t(Text.Processes.revision)) \(version.number), \(t(version.state.name))"
      if let day = version.effectiveOn {
        " · \(t(Text.Processes.effectiveOn)): "
        dayNode(day)
      }
      if let asOf = look.asOf {
        " · "
        dayNode(asOf)
      }
    }
  }

  private var choices: Node {
    fragment {
      ul(.class("chips no-print"), .aria("label", t(Text.Processes.way))) {
        li(t(Text.Processes.way), .class("chips-name"))
        choice(t(Text.Processes.across), look.orientation == .horizontal) { $0.orientation = .horizontal }
        choice(t(Text.Processes.down), look.orientation == .vertical) { $0.orientation = .vertical }
      }
      ul(.class("chips no-print"), .aria("label", t(Text.Processes.paper))) {
        li(t(Text.Processes.paper), .class("chips-name"))
        choice(t(Text.Processes.screen), look.paper == nil) { $0.paper = nil }
        for paper in Paper.allCases {
          choice(paper.rawValue == "a4" ? "A4" : "A3", look.paper == paper) { $0.paper = paper }
        }
      }
      div(.class("tools no-print")) {
        span(t(look.paper == nil ? Text.Processes.printHint : Text.Processes.paperHint), .class("muted"))
        div(.class("downloads")) {
          t(Text.Processes.takeAway)
          for (ending, name) in ChartLinks.formats {
            a(name, .href(path(.export(code, number: content.version?.number, ending))))
          }
        }
      }
    }
  }

  private func choice(_ name: String, _ isOn: Bool, _ change: (inout ChartLook) -> Void) -> Node {
    li {
      a(name, .class("chip"), .href(path(.chart(code, look.with(change)))), isOn ? .aria("current", "true") : .absent)
    }
  }

  private var picture: ChartPicture { ChartPicture(frame: frame, content: content, orientation: look.orientation) }

  private var pictures: Node {
    fragment {
      if let paper = look.paper {
        let tall = look.orientation == .vertical ? "-tall" : ""
        div(.class("paper-\(paper.rawValue)\(tall)")) {
          for page in picture.pages(paper) { div(.class("chart-sheet")) { page } }
        }
      } else {
        ChartSize(frame: frame).node
        div(
          .class("chart-picture"), .tabindex(0), .role("region"),
          .aria("label", "\(t(Text.Processes.chart)): \(code)")
        ) { picture.node }
      }
      h2(t(Text.Processes.steps), .class("paper-break"))
      StepList(frame: frame, content: content).node
      ForeignPart(frame: frame, content: content).node
    }
  }
}

/// All versions of a chart, with a form that compares any two.
struct ChartVersionsView: View {
  let frame: Frame
  let content: ProcessPage

  private var code: String { content.record.code }

  /// The page.
  var node: Node {
    let head = PageHead(
      title: "\(t(Text.Processes.versions)): \(code)", room: .processes,
      crumbs: [
        Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery()))),
        Crumb(text: "\(code) \(content.record.details.name)", route: .process(.show(code, asOf: nil))),
      ])
    return page(head) {
      if content.versions.count > 1 { comparison }
      ChartVersionTable(frame: frame, code: code, versions: content.versions).node
      if content.versions.contains(where: { $0.approvedAt != nil }) {
        p(t(Text.Processes.revisionHint), .class("muted"))
      }
    }
  }

  private var comparison: Node {
    form(.class("inline"), .method("get"), .action(path(.differences(code, from: nil, to: nil)))) {
      number("from", Text.Processes.from, content.versions.dropFirst().first?.number)
      number("to", Text.Processes.to, content.versions.first?.number)
      button(t(Text.Processes.compare), .type("submit"))
    }
  }

  private func number(_ name: String, _ text: Localized, _ chosen: Int?) -> Node {
    div(.class("field")) {
      label(t(text), .for(name))
      select(.id(name), .name(name)) {
        for version in content.versions {
          option(
            "\(version.number) – \(t(version.state.name))", .value(String(version.number)),
            .selected(version.number == chosen))
        }
      }
    }
  }
}

/// Hands a draft in, approves it, gives it back or drops it: what will happen, what is open, and the button.
struct ChartDecisionView: View {
  let frame: Frame
  let content: ProcessPage
  let chart: ChartPage
  let decision: ChartDecision
  let state: FormState

  private var code: String { content.record.code }

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Processes.decision(decision))): \(code)", room: .processes,
      crumbs: [
        Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery()))),
        Crumb(text: "\(code) \(content.record.details.name)", route: .process(.show(code, asOf: nil))),
      ])
    head.lead = p(t(Text.Processes.decisionLead(decision)))
    state.report(in: &head, language)
    return page(head) {
      about
      form(.method("post"), .action(path(.decide(code, decision))), .novalidate()) {
        token
        hiddenField("version", state.values["version"] ?? String(content.open?.version ?? 0))
        if decision == .refusal { textArea("reason", Text.Common.reason, in: state, isRequired: true) }
        if decision == .approval {
          dateField("effectiveOn", Text.Processes.effectiveOn, in: state, hint: Text.Processes.effectiveHint)
        }
        div(.class("buttons")) {
          button(
            t(Text.Processes.decision(decision)), .type("submit"),
            .class(decision == .withdrawal || decision == .refusal ? "danger" : "primary"))
          a(t(Text.Common.cancel), .href(path(.show(code, asOf: nil))))
        }
      }
      if decision == .submission || decision == .approval {
        picture
        ChartFindings(
          frame: frame, content: chart, place: path(.chart(code, ChartLook(number: content.open?.number)))
        ).node
      }
    }
  }

  /// What is decided on, under the eyes of who decides.
  private var picture: Node {
    fragment {
      h2(t(Text.Processes.chart))
      ChartSize(frame: frame).node
      div(
        .class("chart-picture"), .tabindex(0), .role("region"),
        .aria("label", "\(t(Text.Processes.chart)): \(code)")
      ) { ChartPicture(frame: frame, content: chart).node }
    }
  }

  private var about: Node {
    guard let open = content.open else { return p(t(Text.Processes.nothingOpen), .class("warning")) }
    return section(.class("card")) {
      p {
        strong("\(t(Text.Processes.revision)) \(open.number), \(t(open.state.name))")
        " · \(t(Text.Processes.prepared)): \(open.preparedBy), "
        momentNode(open.preparedAt)
      }
      if !open.note.isEmpty { p(open.note) }
      p {
        a(t(Text.Processes.seeChart), .href(path(.chart(code, ChartLook(number: open.number)))))
        if content.versions.count > 1 {
          " · "
          a(t(Text.Processes.differences), .href(path(.differences(code, from: nil, to: nil))))
        }
      }
    }
  }
}

/// Taking a chart from a file.
struct ChartImportView: View {
  let frame: Frame
  let code: String
  let state: FormState
  /// What was read and what was left; `nil` before.
  var diagnostics: [Diagnostic]?

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Processes.importChart)): \(code)", room: .processes,
      crumbs: [
        Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery()))),
        Crumb(text: code, route: .process(.show(code, asOf: nil))),
      ])
    head.lead = p(t(Text.Processes.importLead))
    state.report(in: &head, language)
    return page(head) {
      outcome
      form(
        .method("post"), .action(path(.importFile(code))), .enctype("multipart/form-data"), .novalidate()
      ) {
        token
        field("file", Text.Imports.file, in: state, hint: Text.Processes.fileHint, isRequired: true) { attributes in
          input(.type("file"), attributes, .accept(".bpmn,.xml,.mmd,.md,.txt,.xlsx,.csv"))
        }
        div(.class("buttons")) { button(t(Text.Processes.importChart), .type("submit"), .class("primary")) }
      }
    }
  }

  private var outcome: Node {
    guard let diagnostics else { return .empty }
    return section(.class("card"), .role("status")) {
      h2(t(Text.Processes.imported))
      p { a(t(Text.Processes.draw), .href(path(.editor(code)))) }
      if !diagnostics.isEmpty { DiagnosticTable(frame: frame, diagnostics: diagnostics).node }
    }
  }
}
