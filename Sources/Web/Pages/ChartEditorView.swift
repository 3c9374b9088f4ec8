import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

/// The chart as a table that is typed: rows on the left, the picture and the findings on the right. Works as a plain form;
/// the script adds keys, pasting and the live picture.
struct ChartEditorView: View {
  let frame: Frame
  let code: String
  let state: FormState
  let preview: ChartPreview
  /// Version of the open draft; 0 where none is open.
  let version: Int
  /// Other processes, for sub-processes.
  let processes: [(code: String, name: String)]

  private var shown: ChartPage { preview.shown }

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Processes.editorTitle)): \(code)", room: .processes,
      crumbs: [
        Crumb(text: t(Text.Processes.title), route: .process(.list(ProcessQuery()))),
        Crumb(text: "\(code) \(shown.record.details.name)", route: .process(.show(code, asOf: nil))),
      ], methodology: nil)
    head.isWide = true
    head.lead = p(t(Text.Processes.editorLead), .class("muted no-print"))
    state.report(in: &head, language)
    return page(head) {
      if let draft = shown.version, !draft.returnReason.isEmpty, draft.state == .draft {
        p(.class("warning")) { "\(t(Text.Processes.returned)): \(draft.returnReason)" }
      }
      editor
      keys
    }
  }

  private var editor: Node {
    div(
      .class("chart-editor"), .data("editor", Route.process(.preview(code)).path),
      .data("failed", t(Text.Processes.previewFailed))
    ) {
      form(.method("post"), .action(Route.process(.saveChart(code)).path), .novalidate(), .id("chart-form")) {
        token
        hiddenField("version", state.values["version"] ?? String(version))
        toolbar
        div(.class("chart-fields")) {
          textField("lanes", Text.Processes.lanes, in: lanesState, hint: Text.Processes.lanesHint, maximum: 4000)
        }
        rows
        div(.class("buttons chart-more")) {
          button(t(Text.Processes.addRow), .type("submit"), .name("do"), .value("add"), .data("command", "add"))
        }
        pasting
        div(.class("chart-fields")) {
          textField("note", Text.Processes.changeNote, in: state, hint: Text.Processes.changeNoteHint, maximum: 2000)
        }
        div(.class("buttons")) {
          button(t(Text.Processes.saveDraft), .type("submit"), .name("do"), .value("save"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.process(.show(code, asOf: nil)).path))
        }
        lists
      }
      aside(.class("chart-live"), .aria("label", t(Text.Processes.livePicture))) {
        ChartSize(frame: frame, place: "chart-editor").node
        preview.node
      }
      element("template", .id("step-template")) { ChartEditorRow(frame: frame, row: StepRow(), at: nil).node }
    }
  }

  private var lanesState: FormState {
    var shown = state
    shown.values.set("lanes", preview.input.table.lanes.joined(separator: "; "))
    return shown
  }

  /// The first button is the one that Enter presses without the script, so it changes nothing stored.
  private var toolbar: Node {
    div(.class("chart-toolbar"), .role("group"), .aria("label", t(Text.Common.actions))) {
      button(
        t(Text.Processes.refresh), .type("submit"), .name("do"), .value("refresh"), .data("command", "refresh"))
      button(
        t(Text.Processes.renumber), .type("submit"), .name("do"), .value("renumber"), .data("command", "renumber"))
      button(t(Text.Processes.undo), .type("button"), .data("command", "undo"), .hidden())
      button(t(Text.Processes.redo), .type("button"), .data("command", "redo"), .hidden())
    }
  }

  private var rows: Node {
    div(.class("step-rows"), .data("part", "rows"), .id("f-chart"), .tabindex(-1)) {
      for at in preview.input.table.rows.indices {
        ChartEditorRow(
          frame: frame, row: preview.input.table.rows[at], at: at, findings: preview.findings(at)
        ).node
      }
    }
  }

  private var pasting: Node {
    details(.class("more")) {
      summary(t(Text.Processes.pasteTitle))
      field("paste", Text.Processes.paste, in: FormState(), hint: Text.Processes.pasteHint) { attributes in
        textarea(state.isRefused ? state.values["paste"] ?? "" : "", attributes, .rows(4))
      }
      button(t(Text.Processes.pasteRows), .type("submit"), .name("do"), .value("paste"))
    }
  }

  private var lists: Node {
    let chart = shown.process.chart
    return fragment {
      datalist("chart-roles", chart.lanes)
      datalist("chart-systems", chart.systems)
      datalist("chart-durations", ["1 saat", "1 gün", "1 iş günü", "3 iş günü", "5 iş günü", "15 iş günü", "30 gün"])
      element("datalist", .id("chart-processes")) {
        for process in processes { option(process.name, .value(process.code)) }
      }
    }
  }

  private func datalist(_ id: String, _ values: [String]) -> Node {
    element("datalist", .id(id)) { for value in values { option(value, .value(value)) } }
  }

  private var keys: Node {
    details(.class("more no-print"), .open()) {
      summary(t(Text.Processes.keys))
      dl(.class("facts key-list")) {
        for entry in Text.Processes.keyList {
          dt { for key in entry.keys { kbd(key) } }
          dd(t(entry.text))
        }
      }
    }
  }
}

/// One row of the editor: a group of labelled fields with the buttons that move it and what was found on it.
struct ChartEditorRow: View {
  let frame: Frame
  let row: StepRow
  /// Its index; `nil` for the template of new rows.
  let at: Int?
  var findings: [ChartPreview.Finding] = []

  /// The row.
  var node: Node {
    let index = at.map { String($0) } ?? ""
    return div(.class(hasError ? "step-row broken-row" : "step-row"), .role("group"), .aria("label", name)) {
      hiddenField("step-id", row.id)
      div(.class("step-main")) {
        text("step-no", .number, row.number, .placeholder(row.number.isEmpty ? row.id : nil), .maxlength(20))
        text("step-name", .name, row.name, .maxlength(500))
        kindField
        text("step-role", .role, row.role, .list("chart-roles"), .maxlength(200))
        text("step-next", .next, row.next, .placeholder(t(Text.Processes.nextRow)), .maxlength(1000))
        buttons(index)
      }
      div(.class("step-more")) {
        text("step-documents", .documents, row.documents, .maxlength(2000))
        text("step-system", .system, row.system, .list("chart-systems"), .maxlength(200))
        text("step-duration", .duration, row.duration, .list("chart-durations"), .maxlength(200))
        actionField
        flagField
        labelled(t(Text.Processes.calls), .class("col-calls")) {
          input(.type("text"), .name("step-calls"), .value(kind.calls), .list("chart-processes"), .maxlength(60))
        }
        text("step-risks", .risks, row.risks, .maxlength(4000))
        text("step-controls", .controls, row.controls, .maxlength(4000))
      }
      ul(.class("row-findings"), .data("row", index)) { Node.fragment(findings.map { $0.node(language) }) }
    }
  }

  private var hasError: Bool { findings.contains { $0.level == .error } }

  private var name: String {
    let number = row.number.isEmpty ? row.id : row.number
    return [t(Text.Processes.step), number, row.name].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func labelled(_ name: String, _ attributes: Attribute..., control: () -> Node) -> Node {
    label(.group(attributes)) {
      span(name)
      control()
    }
  }

  private func text(_ name: String, _ column: StepColumn, _ value: String, _ more: Attribute...) -> Node {
    let isBroken = findings.contains { $0.column == column }
    return labelled(t(column.title), .class("col-" + column.rawValue)) {
      input(
        .type("text"), .name(name), .value(value), .autocomplete("off"), .group(more),
        isBroken ? .aria("invalid", true) : .absent)
    }
  }

  /// The word of the choice and the code behind it.
  private var kind: (word: String, calls: String) {
    for entry in StepKindWord.all where row.kind == entry.value { return (entry.value, "") }
    if let calls = row.kind.after(StepKindWord.subprocess + " ") { return (StepKindWord.subprocess, calls) }
    return (row.kind, "")
  }

  private var kindField: Node {
    let chosen = kind.word
    let isKnown = chosen.isEmpty || StepKindWord.all.contains { $0.value == chosen }
    return labelled(t(StepColumn.kind.title), .class("col-kind")) {
      select(.name("step-kind")) {
        option(t(Text.Processes.kindByName), .value(""), .selected(chosen.isEmpty))
        for entry in StepKindWord.all {
          option(t(entry.kind.name), .value(entry.value), .selected(entry.value == chosen))
        }
        // A pasted word that is no kind is kept until it is corrected.
        if !isKnown { option("? " + chosen, .value(chosen), .selected()) }
      }
    }
  }

  private var marks: [String] { row.marks.split(separator: ",").map(\.trimmed) }

  private var actionField: Node {
    let chosen = marks.first { mark in Step.Action(rawValue: mark) != nil } ?? ""
    return labelled(t(Text.Processes.action), .class("col-action")) {
      select(.name("step-action")) {
        option("–", .value(""))
        for action in Step.Action.allCases {
          option(
            action.rawValue, .value(action.rawValue), .title(t(action.name)), .selected(action.rawValue == chosen))
        }
      }
    }
  }

  private var flagField: Node {
    let chosen = marks.filter { Step.Action(rawValue: $0) == nil }.joined(separator: ", ")
    let known = ["", "hassas", "dönülmez", "hassas, dönülmez"]
    return labelled(t(Text.Processes.flag), .class("col-flag")) {
      select(.name("step-flag")) {
        option("–", .value(""))
        option(t(Text.Processes.sensitive), .value(known[1]), .selected(chosen == known[1]))
        option(t(Text.Processes.irrevocable), .value(known[2]), .selected(chosen == known[2]))
        option(
          "\(t(Text.Processes.sensitive)), \(t(Text.Processes.irrevocable))", .value(known[3]),
          .selected(chosen == known[3]))
        if !known.contains(chosen) { option("? " + chosen, .value(chosen), .selected()) }
      }
    }
  }

  private func buttons(_ index: String) -> Node {
    div(.class("row-buttons")) {
      rowButton("up", "↑", Text.Processes.moveUp, index)
      rowButton("down", "↓", Text.Processes.moveDown, index)
      rowButton("add", "+", Text.Processes.addBelow, index)
      rowButton("delete", "✕", Text.Processes.deleteRow, index)
    }
  }

  private func rowButton(_ command: String, _ sign: String, _ text: Localized, _ index: String) -> Node {
    button(
      sign, .type("submit"), .name("do"), .value("\(command):\(index)"), .data("command", command), .title(t(text)),
      .aria("label", "\(t(text)): \(name)"))
  }
}
