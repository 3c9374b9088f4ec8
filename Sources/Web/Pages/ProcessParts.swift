import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

/// What the card says of a process.
struct ProcessCardPart: View {
  let frame: Frame
  let content: ProcessPage

  /// The section.
  var node: Node {
    let rows = self.rows.filter { !$0.value.isEmpty }
    guard !rows.isEmpty else { return .empty }
    return fragment {
      h2(t(Text.Processes.card))
      dl(.class("facts")) {
        for row in rows {
          dt(t(row.name))
          dd(row.value)
        }
      }
    }
  }

  private var rows: [(name: Localized, value: String)] {
    let details = content.record.details
    func list(_ entries: [String]) -> String { entries.joined(separator: "\n") }
    let service =
      details.isService
      ? [
        (Text.Processes.serviceDocuments, list(details.serviceDocuments)),
        (Text.Processes.serviceTime, details.serviceTime), (Text.Processes.complaintFirst, details.complaintFirst),
        (Text.Processes.complaintSecond, details.complaintSecond),
      ] : []
    return [
      (Text.Processes.scope, details.scope), (Text.Processes.inputs, list(details.inputs)),
      (Text.Processes.outputs, list(details.outputs)), (Text.Processes.suppliers, list(details.suppliers)),
      (Text.Processes.customers, list(details.customers)), (Text.Processes.legalBasis, list(details.legalBasis)),
      (Text.Processes.documents, list(details.documents)), (Text.Processes.systems, list(details.systems)),
      (Text.Processes.indicators, list(details.indicators)),
      (Text.Processes.documentNumber, details.documentNumber), (Text.Processes.filePlan, details.filePlanCode),
      (Text.Processes.detsis, details.detsisNumber),
      (Text.Processes.financial, details.isFinancial ? t(Text.Common.yes) : ""),
      (Text.Processes.origin, content.record.origin),
    ] + service
  }
}

/// Risks and controls of the register on the steps of the chart, and the form that links one.
struct ProcessLinksPart: View {
  let frame: Frame
  let content: ProcessPage
  let chart: ChartPage
  /// Risks that name the process and are linked to none of its steps.
  let naming: [ProcessCoverage.Unplaced]
  let state: FormState

  private var code: String { content.record.code }

  /// The section.
  var node: Node {
    fragment {
      h2(.id("links")) { t(Text.Processes.links) }
      p {
        a(t(Text.Processes.heatMap), .href(Route.heatMap(unit: nil, process: code, kind: .threat).path))
      }
      if content.links.isEmpty { p(t(Text.Processes.noLinks), .class("muted")) } else { linked }
      if content.hiddenLinkCount > 0 { p(Text.Processes.hidden(content.hiddenLinkCount)(language), .class("muted")) }
      if content.may.link {
        unlinked
        linkForm
      }
    }
  }

  private var unlinked: Node {
    guard !naming.isEmpty else { return .empty }
    return fragment {
      h3("\(t(Text.Processes.naming)) (\(count(naming.count)))")
      ul(.class("plain")) {
        for line in naming {
          li {
            a(line.reference, .href(Route.risk(line.reference, asOf: nil).path))
            " \(line.statement)"
            span(" · \(line.unitName) ", .class("muted"))
            badge(line.level)
          }
        }
      }
    }
  }

  private var linked: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Processes.links), .class("hidden"))
        thead {
          tr {
            for name in [
              Text.Common.reference, Text.Processes.statement, Text.Processes.step, Text.Processes.point,
              Text.Common.level,
            ] { th(t(name), .scope("col")) }
            if content.may.link { th(t(Text.Common.actions), .scope("col")) }
          }
        }
        tbody { .fragment(content.links.map(row)) }
      }
    }
  }

  private func row(_ line: ChartLinkLine) -> Node {
    tr {
      th(.scope("row")) { processLink(line) }
      td(line.text, .class("wide-text"))
      td(.data("label", t(Text.Processes.step))) {
        if line.stepName.isEmpty {
          span(t(Text.Processes.stepGone), .class("mark"))
        } else {
          a(line.stepName, .href("#step-" + line.link.stepID))
        }
      }
      td([line.link.pointID, line.pointText].joined(separator: " ").trimmed, .data("label", t(Text.Processes.point)))
      td(.data("label", t(Text.Common.level))) {
        if line.link.riskID != nil { badge(line.level) } else { effect(line) }
      }
      if content.may.link {
        td {
          form(.method("post"), .action(path(.endLink(code, line.link.id.rawValue))), .class("inline")) {
            token
            button(
              t(Text.Processes.unlink), .type("submit"), .class("link"),
              .aria("label", "\(t(Text.Processes.unlink)): \(line.reference)"))
          }
        }
      }
    }
  }

  private func effect(_ line: ChartLinkLine) -> Node {
    line.effectiveness.map { span(t($0.name)) } ?? .empty
  }

  private var linkForm: Node {
    details(.class("more no-print"), .open(state.isRefused || state.values["reference"] != nil)) {
      summary(t(Text.Processes.link))
      form(.method("post"), .action(path(.link(code))), .novalidate()) {
        token
        choice(
          "step", Text.Processes.stepOrPoint, in: state, hint: Text.Processes.pointHint, empty: Text.Common.choose,
          options: places)
        textField(
          "reference", Text.Processes.riskReference, in: state, isShort: true, maximum: 60, .list("naming-risks"))
        element("datalist", .id("naming-risks")) {
          for line in naming { option(line.statement, .value(line.reference)) }
        }
        textField("control", Text.Processes.controlCode, in: state, isShort: true, maximum: 60)
        div(.class("buttons")) { button(t(Text.Processes.link), .type("submit"), .class("primary")) }
      }
    }
  }

  /// Steps, each followed by its risk and control points; the value is `step point`.
  private var places: [(value: String, text: String)] {
    let chart = self.chart.process.chart
    return chart.steps.flatMap { step in
      let points =
        chart.risks(of: step.id).map { ($0.id, "▲ \($0.text)") }
        + chart.controls(of: step.id).map { ($0.id, "◆ \($0.text)") }
      return [(value: step.id, text: step.number.isEmpty ? step.name : "\(step.number). \(step.name)")]
        + points.map { (value: "\(step.id) \($0.0)", text: "\u{2003}\($0.0) \($0.1)") }
    }
  }
}

/// The steps of processes that a risk or a control belongs to, on its own page.
struct ProcessStepsPart: View {
  let frame: Frame
  let steps: [ProcessStepLine]
  /// Reference of the risk where it may be linked from here.
  var risk: String?

  /// The section.
  var node: Node {
    fragment {
      h2(t(Text.Processes.stepsOf))
      if steps.isEmpty {
        p(.class("muted")) {
          t(Text.Processes.noStepsOf) + " "
          if let risk {
            a(t(Text.Processes.linkRisk), .href(path(.linking(risk: risk))))
          } else {
            a(t(Text.Processes.title), .href(path(.list(ProcessQuery()))))
          }
        }
      } else {
        ul(.class("plain")) { Node.fragment(steps.map(line)) }
      }
    }
  }

  private func line(_ line: ProcessStepLine) -> Node {
    let name = line.stepName.isEmpty ? t(Text.Processes.stepGone) : line.stepName
    let step = line.stepNumber.isEmpty ? name : "\(line.stepNumber). \(name)"
    return li {
      a(
        "\(line.record.code) \(line.record.details.name)",
        .href(path(.show(line.record.code, asOf: frame.asOf)) + "#step-" + line.link.stepID))
      " › \(step)"
      if !line.role.isEmpty { span(" · " + line.role, .class("muted")) }
      if !line.pointText.isEmpty { span(" — \(line.link.pointID) \(line.pointText)") }
    }
  }
}

/// Versions of a chart, newest first.
struct ChartVersionTable: View {
  let frame: Frame
  let code: String
  let versions: [ChartVersion]

  /// The table.
  var node: Node {
    guard !versions.isEmpty else { return p(t(Text.Processes.noVersions), .class("muted")) }
    return div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Processes.versions), .class("hidden"))
        thead {
          tr {
            for name in [
              Text.Processes.revision, Text.Common.state, Text.Processes.changeNote, Text.Processes.prepared,
              Text.Processes.decided, Text.Processes.effectiveOn,
            ] { th(t(name), .scope("col")) }
            th(t(Text.Common.actions), .scope("col"))
          }
        }
        tbody { .fragment(versions.map(row)) }
      }
    }
  }

  private func row(_ version: ChartVersion) -> Node {
    tr {
      th(.scope("row")) {
        a(
          "\(t(Text.Processes.revision)) \(version.number)",
          .href(path(.chart(code, ChartLook(number: version.number)))))
      }
      td(t(version.state.name), .data("label", t(Text.Common.state)))
      td(version.note, .class("wide-text"), .data("label", t(Text.Processes.changeNote)))
      td(.data("label", t(Text.Processes.prepared))) {
        version.preparedBy + ", "
        momentNode(version.preparedAt)
      }
      td(.data("label", t(Text.Processes.decided))) {
        version.decidedBy
        if let at = version.approvedAt {
          ", "
          momentNode(at)
        }
      }
      td(.data("label", t(Text.Processes.effectiveOn))) { version.effectiveOn.map(dayNode) ?? .empty }
      td {
        if version.number > 1 {
          a(
            t(Text.Processes.differences),
            .href(path(.differences(code, from: version.number - 1, to: version.number))),
            .aria("label", "\(t(Text.Processes.differences)): \(version.number - 1) → \(version.number)"))
        }
      }
    }
  }
}
