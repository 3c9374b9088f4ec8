import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister
import GuvenceRules

/// One process: where it stands, chart with its findings, steps, links both ways, card, parts, versions, journal.
struct ProcessView: View {
  let frame: Frame
  let content: ProcessPage
  /// The chart shown; `nil` where there is none.
  let chart: ChartPage?
  /// Whose levels the linked risks have.
  let methodology: Methodology
  /// Risks that name the process and are linked to none of its steps.
  var naming: [ProcessCoverage.Unplaced] = []
  /// The form of a link that was refused.
  var state = FormState()

  private var record: ProcessRecord { content.record }
  private var code: String { record.code }
  private var asOf: Day? { frame.asOf }

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(code) – \(record.details.name)", room: .processes,
      crumbs: [Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery())))]
        + content.path.dropLast().map { Crumb(text: $0.code, route: .process(.show($0.code, asOf: asOf))) },
      methodology: methodology)
    head.isWide = true
    head.actions = actions
    head.lead = lead
    state.report(in: &head, language)
    return page(head) {
      standing
      if let chart, !chart.process.chart.steps.isEmpty {
        chartPart(chart)
      } else {
        noChart
      }
      ProcessCardPart(frame: frame, content: content).node
      if !content.children.isEmpty {
        h2(t(Text.Processes.parts))
        ProcessTable(frame: frame, lines: content.children).node
      }
      h2(t(Text.Processes.versions))
      ChartVersionTable(frame: frame, code: code, versions: content.versions).node
      journal
      pastDayForm(.process(.show(code, asOf: nil)))
    }
  }

  private var actions: Node {
    guard asOf == nil else { return .empty }
    if record.retiredOn != nil {
      return content.may.edit ? reopenForm(.process(.reinstate(code)), version: record.version) : .empty
    }
    let may = content.may
    return fragment {
      if may.approve {
        a(t(Text.Processes.approve), .class("button primary"), .href(path(.decideForm(code, .approval))))
        a(t(Text.Processes.giveBack), .class("button"), .href(path(.decideForm(code, .refusal))))
      }
      if may.draw {
        a(
          t(content.open == nil && content.approved != nil ? Text.Processes.newVersion : Text.Processes.draw),
          .class(may.approve ? "button" : "button primary"), .href(path(.editor(code))))
      }
      if may.submit { a(t(Text.Processes.submit), .class("button"), .href(path(.decideForm(code, .submission)))) }
      if may.edit {
        a(t(Text.Processes.editCard), .class("button"), .href(path(.editForm(code))))
        a(t(Text.Processes.addPart), .class("button"), .href(path(.new(unit: nil, parent: code))))
        if may.discard {
          a(t(Text.Processes.decision(.withdrawal)), .class("button"), .href(path(.decideForm(code, .withdrawal))))
        }
        a(t(Text.Risk.retire), .class("button"), .href(path(.retireForm(code))))
      }
    }
  }

  private var lead: Node {
    fragment {
      if !record.details.purpose.isEmpty { p(record.details.purpose, .class("statement-line")) }
      pastDayLead(.process(.show(code, asOf: nil)))
      if let day = record.retiredOn {
        p(.class("warning")) {
          t(Text.Processes.retiredLead) + " "
          dayNode(day)
          " — " + record.retireReason
        }
      }
      if let why = content.may.whyNotApprove { p(t(why), .class("warning")) }
      if let open = content.open, open.state == .draft, !open.returnReason.isEmpty {
        p("\(t(Text.Processes.returned)): \(open.returnReason)", .class("warning"))
      }
    }
  }

  /// Level, unit, state of the chart, review day.
  private var standing: Node {
    section(.class("card")) {
      dl(.class("facts")) {
        fact(Text.Processes.level) { t(content.level.name) + ", " + t(record.details.processClass.name) }
        fact(Text.Common.unit) { content.unitPath.map(\.name).joined(separator: " › ") }
        if !record.details.owner.isEmpty { fact(Text.Processes.owner) { record.details.owner } }
        fact(Text.Processes.chart) {
          if let approved = content.approved {
            "\(t(Text.Processes.inForce)): \(t(Text.Processes.revision)) \(approved.number)"
            if let day = approved.effectiveOn {
              ", "
              dayNode(day)
            }
          } else {
            t(Text.Processes.noneInForce)
          }
          if let open = content.open {
            " · "
            span(t(open.state.name), .class("mark"))
            " \(t(Text.Processes.revision)) \(open.number)"
          }
        }
        if let due = content.approved?.reviewDueOn {
          fact(Text.Processes.reviewDue) {
            dayNode(due)
            if content.approved?.isReviewOverdue(on: frame.today) == true {
              span(" ▲ " + t(Text.Processes.overdue), .class("verdict-above"))
            }
          }
        }
      }
    }
  }

  private func fact(_ name: Localized, @MarkupBuilder value: () -> Node) -> Node {
    let value = value()
    return fragment {
      dt(t(name))
      dd { value }
    }
  }

  private var noChart: Node {
    fragment {
      h2(t(Text.Processes.chart))
      div(.class("empty")) {
        p(t(content.may.draw ? Text.Processes.chartEmpty : Text.Processes.noChart))
        if content.may.draw {
          a(t(Text.Processes.draw), .href(path(.editor(code))))
          " · "
          a(t(Text.Processes.importChart), .href(path(.importForm(code))))
        }
      }
    }
  }

  private func chartPart(_ chart: ChartPage) -> Node {
    fragment {
      h2 {
        t(Text.Processes.chart)
        if let version = chart.version {
          span(" \(t(Text.Processes.revision)) \(version.number), \(t(version.state.name))", .class("muted"))
        }
      }
      ChartLinks(frame: frame, code: code, content: content, number: chart.version?.number).node
      ChartSize(frame: frame).node
      div(
        .class("chart-picture"), .tabindex(0), .role("region"),
        .aria("label", "\(t(Text.Processes.chart)): \(code)")
      ) { ChartPicture(frame: frame, content: chart).node }
      ChartFindings(frame: frame, content: chart).node
      h2(t(Text.Processes.steps))
      StepList(frame: frame, content: chart).node
      ForeignPart(frame: frame, content: chart).node
      ProcessLinksPart(frame: frame, content: content, chart: chart, naming: naming, state: state).node
    }
  }

  private var journal: Node {
    guard !content.journal.isEmpty else { return .empty }
    return details(.class("more")) {
      summary("\(t(Text.Journal.title)) (\(count(content.journal.count)))")
      journalTable(content.journal, showsEntity: true)
    }
  }
}

/// Where the chart can be seen and taken away in other forms.
struct ChartLinks: View {
  let frame: Frame
  let code: String
  let content: ProcessPage
  let number: Int?

  /// The row of links.
  var node: Node {
    div(.class("tools no-print")) {
      div(.class("downloads")) {
        a(t(Text.Processes.printChart), .href(path(.chart(code, ChartLook(number: number)))))
        a(t(Text.Processes.papers), .href(path(.papers(code, number: number))))
        if content.versions.count > 1 {
          a(t(Text.Processes.differences), .href(path(.differences(code, from: nil, to: nil))))
        }
        if content.may.draw { a(t(Text.Processes.importChart), .href(path(.importForm(code)))) }
      }
      div(.class("downloads")) {
        t(Text.Processes.takeAway)
        for (ending, name) in ChartLinks.formats {
          a(name, .href(path(.export(code, number: number, ending))))
        }
        if cameFromFile {
          a(t(Text.Processes.exportNew), .href(path(.export(code, number: number, ChartLinks.newBPMN))))
        }
      }
    }
  }

  /// Whether the version is a file of another program, which its BPMN is a patch of.
  private var cameFromFile: Bool { content.versions.contains { $0.number == number && !$0.sourceName.isEmpty } }

  /// Ending for BPMN that is written anew rather than patched.
  static let newBPMN = "new.bpmn"

  static let formats = [
    ("svg", "SVG"), ("bpmn", "BPMN"), ("xlsx", "XLSX"), ("csv", "CSV"), ("mmd", "Mermaid"), ("txt", "TXT"),
  ]
}

/// What the checks say of a chart, by seriousness.
struct ChartFindings: View {
  let frame: Frame
  let content: ChartPage
  /// Address of the page with the steps; empty where they stand on the same page.
  var place = ""

  /// The list; one sentence where nothing was found.
  var node: Node {
    fragment {
      h2("\(t(Text.Processes.findings)) (\(count(content.findings.count)))")
      if content.findings.isEmpty {
        p(t(Text.Processes.noFindings), .class("done"))
      } else {
        ul(.class("findings")) {
          for finding in content.findings.sorted(by: { $0.level > $1.level }) {
            li(.class(finding.level == .error ? "error" : nil)) {
              strong("\(finding.level.word(language)) \(finding.rule): ")
              finding.text(language)
              if let id = finding.step, let step = content.process.chart.step(id) {
                " "
                a(step.number.isEmpty ? step.name : "\(step.number). \(step.name)", .href(place + "#step-" + id))
              }
            }
          }
        }
      }
    }
  }
}
