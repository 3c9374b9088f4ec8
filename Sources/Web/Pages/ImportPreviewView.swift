import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The dry run of an import: what would happen, problems, proposed units, mapping, rows; then confirm or withdraw.
struct ImportPreviewView: View {
  let frame: Frame
  let preview: ImportPreview
  /// Units to choose instead of a proposed one.
  let units: [UnitLine]
  /// Fields a column may feed: id and label.
  let fields: [(value: String, text: String)]

  private static let shownRows = 200

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Imports.previewTitle)): \(preview.fileName)", room: .imports,
      crumbs: [Crumb(text: t(Text.Imports.title), route: .imports)], methodology: preview.methodology)
    head.isWide = true
    return page(head) {
      summary
      decisions
      findings
      form(.method("post"), .action(Route.importMapping(preview.runID).path), .id("mapping")) {
        token
        ImportForm.hidden(kept)
        runReason
        proposedUnits
        mapping
      }
      h2(t(Text.Imports.result))
      ImportRowTable(frame: frame, preview: preview, longest: Self.shownRows).node
    }
  }

  /// Options that the mapping form does not show as fields of its own.
  private var kept: ImportOptions {
    var options = preview.options
    (options.excludedSheets, options.unitChoices, options.reason) = ([], [:], "")
    return options
  }

  /// One reason for all rows that depart from what the controls suggest without saying why.
  private var runReason: Node {
    let isAsked = preview.problems.contains { $0.code == ImportPreview.reasonMissing }
    guard isAsked || !preview.options.reason.isEmpty else { return .empty }
    var values = Values()
    values.add("reason", preview.options.reason)
    return section {
      h2(t(Text.Imports.runReason))
      textArea("reason", Text.Imports.runReason, in: FormState(values), hint: Text.Imports.runReasonHint, rows: 2)
      div(.class("buttons")) { button(t(Text.Imports.again), .type("submit")) }
    }
  }

  private var summary: Node {
    dl(.class("facts")) {
      dt(t(Text.Imports.summary))
      dd(
        "\(count(preview.createdCount)) \(t(Text.Imports.created)), \(count(preview.updatedCount)) "
          + "\(t(Text.Imports.updated)), \(count(preview.unchangedCount)) \(t(Text.Imports.unchanged)), "
          + "\(count(preview.proposedUnits.count)) \(t(Text.Imports.newUnits))")
      dt(t(Text.Imports.methodology))
      dd {
        t(preview.methodology.name) + " "
        unverifiedMark(preview.methodology.citation)
      }
    }
  }

  private var decisions: Node {
    fragment {
      if !preview.mayConfirm { p(t(Text.Imports.blocked), .class("warning")) }
      div(.class("buttons")) {
        if preview.mayConfirm {
          form(.method("post"), .action(Route.confirmImport(preview.runID).path)) {
            token
            ImportForm.hidden(preview.options)
            button(t(Text.Imports.confirm), .type("submit"), .class("primary"))
          }
        }
        form(.method("post"), .action(Route.discardImport(preview.runID).path)) {
          token
          button(t(Text.Imports.discard), .type("submit"))
        }
      }
    }
  }

  private var findings: Node {
    fragment {
      if !preview.problems.isEmpty {
        h2("\(t(Text.Imports.problems)) (\(count(preview.problems.count)))")
        DiagnosticTable(frame: frame, diagnostics: preview.problems).node
      }
      if !preview.notes.isEmpty {
        details(.class("more")) {
          GuvenceMarkup.summary("\(t(Text.Imports.notes)) (\(count(preview.notes.count)))")
          DiagnosticTable(frame: frame, diagnostics: preview.notes).node
        }
      }
    }
  }

  private var proposedUnits: Node {
    guard !preview.proposedUnits.isEmpty || !preview.options.unitChoices.isEmpty else { return .empty }
    return section {
      h2(t(Text.Imports.units))
      p(t(Text.Imports.unitsHint), .class("muted"))
      for (key, code) in preview.options.unitChoices.sorted(by: { TurkishText.precedes($0.key, $1.key) }) {
        unitChoice(key: key, name: key, rows: nil, nearest: nil, chosen: code)
      }
      for unit in preview.proposedUnits {
        unitChoice(
          key: unit.key, name: "\(unit.name) (\(unit.code))", rows: unit.rowCount, nearest: unit.nearestCode,
          chosen: nil)
      }
      div(.class("buttons")) { button(t(Text.Imports.again), .type("submit")) }
    }
  }

  private func unitChoice(key: String, name: String, rows: Int?, nearest: String?, chosen: String?) -> Node {
    div(.class("inline")) {
      div(.class("field")) {
        label(.for("unit:" + key)) {
          name
          if let rows { span(" · \(count(rows)) \(t(Text.Imports.rows).lowercasedForSentence)", .class("muted")) }
        }
        select(.id("unit:" + key), .name("unit:" + key)) {
          option(t(Text.Imports.createUnit), .value(""))
          if let near = units.first(where: { $0.unit.code == nearest })?.unit {
            option("\(near.name) (\(near.code)) – \(t(Text.Imports.nearest))", .value(near.code))
          }
          for entry in UnitOptions(frame: frame, units: units).open {
            option(entry.text, .value(entry.value), .selected(entry.value == chosen))
          }
        }
      }
    }
  }

  private var mapping: Node {
    details(.class("more")) {
      GuvenceMarkup.summary("\(t(Text.Imports.mapping)) (\(count(preview.sheets.count)))")
      for sheet in preview.sheets { sheetMapping(sheet) }
      div(.class("buttons")) { button(t(Text.Imports.again), .type("submit")) }
    }
  }

  private func sheetMapping(_ sheet: SheetMapping) -> Node {
    fieldset(.class("group")) {
      legend(sheet.sheet)
      p(.class("muted")) {
        t(Text.Imports.header) + ": "
        sheet.headerRow.map { count($0) } ?? t(Text.Imports.noHeader)
        if !sheet.unitText.isEmpty { " · " + t(Text.Common.unit) + ": " + sheet.unitText }
      }
      div(.class("check")) {
        input(
          .type("checkbox"), .id("skip:" + sheet.sheet), .name("skip"), .value(sheet.sheet),
          .checked(preview.options.excludedSheets.contains(sheet.sheet)))
        label(t(Text.Imports.leaveOut), .for("skip:" + sheet.sheet))
      }
      div(.class("inline")) { for column in sheet.columns { columnChoice(sheet.sheet, column) } }
    }
  }

  private func columnChoice(_ sheet: String, _ column: SheetMapping.Column) -> Node {
    let id = "c:\(sheet):\(column.letter)"
    return div(.class("field short")) {
      label("\(column.letter) · \(column.header)", .for(id))
      hiddenField("was:" + column.header, column.field ?? "")
      select(.id(id), .name("column:" + column.header)) {
        option(t(Text.Imports.unused), .value(""))
        for field in fields { option(field.text, .value(field.value), .selected(field.value == column.field)) }
      }
    }
  }
}

/// The rows of a dry run with our score beside the file's.
struct ImportRowTable: View {
  let frame: Frame
  let preview: ImportPreview
  let longest: Int

  /// The table.
  var node: Node {
    fragment {
      div(.class("table-frame")) {
        table(.class("long cards-on-phone")) {
          caption(t(Text.Imports.result), .class("hidden"))
          thead {
            tr {
              th(t(Text.Imports.place), .scope("col"))
              th(t(Text.Common.reference), .scope("col"))
              th(t(Text.Common.unit), .scope("col"))
              th(t(Text.Common.statement), .scope("col"))
              th(t(Text.Imports.computed), .scope("col"))
              th(t(Text.Imports.declared), .scope("col"))
              th(t(Text.Imports.action), .scope("col"))
            }
          }
          tbody { .fragment(preview.rows.prefix(longest).map(row)) }
        }
      }
      if preview.rows.count > longest { p("\(count(preview.rows.count - longest)) \(t(Text.Imports.more))") }
    }
  }

  private func row(_ row: ImportRow) -> Node {
    tr {
      td("\(row.sheet) · \(row.row)", .class("nowrap"))
      th(row.reference, .scope("row"))
      td(row.unitCode)
      td(row.statement, .class("wide-text"))
      td(.data("label", t(Text.Imports.computed))) {
        if let pair = row.pair {
          "\(pair.likelihood) × \(pair.impact)"
          if let score = pair.score { " = \(score) " }
        }
        badge(row.level)
      }
      td(.data("label", t(Text.Imports.declared))) { declared(row) }
      td(t(Text.Imports.action(row.action.rawValue)))
    }
  }

  private func declared(_ row: ImportRow) -> Node {
    let ours = row.pair?.score
    let scoreDiffers = row.declaredScore != nil && ours != nil && row.declaredScore != ours
    let levelDiffers =
      row.level.map { level in
        !row.declaredLevel.isEmpty && TurkishText.fold(level.name.turkish) != TurkishText.fold(row.declaredLevel)
      } ?? false
    return fragment {
      [row.declaredScore.map { String($0) } ?? "", row.declaredLevel].filter { !$0.isEmpty }.joined(separator: " ")
      if scoreDiffers || levelDiffers { span(" ≠ " + t(Text.Imports.disagrees), .class("verdict-above")) }
    }
  }
}

extension String {
  /// With a small first letter, for a word inside a sentence.
  var lowercasedForSentence: String {
    guard let first = first else { return self }
    return TurkishText.lowercase(String(first)) + dropFirst()
  }
}
