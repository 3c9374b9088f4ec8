import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

extension View {
  /// Journal lines as a table: when, who, what, before and after.
  func journalTable(_ lines: [JournalLine], showsEntity: Bool, showsChanges: Bool = true) -> Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Journal.caption), .class("hidden"))
        thead {
          tr {
            th("#", .scope("col"), .class("number"))
            th(t(Text.Common.when), .scope("col"))
            th(t(Text.Common.who), .scope("col"))
            th(t(Text.Journal.what), .scope("col"))
            if showsEntity { th(t(Text.Journal.entity), .scope("col")) }
            if showsChanges { th(t(Text.Journal.changes), .scope("col")) }
          }
        }
        tbody {
          for line in lines { journalRow(line, showsEntity: showsEntity, showsChanges: showsChanges) }
        }
      }
    }
  }

  private func journalRow(_ line: JournalLine, showsEntity: Bool, showsChanges: Bool) -> Node {
    tr {
      td(String(line.sequence), .class("number"))
      td(.class("nowrap")) { momentNode(line.at) }
      td(line.actor, .data("label", t(Text.Common.who)))
      td(t(Text.Journal.useCase(line.useCase)), .data("label", t(Text.Journal.what)))
      if showsEntity { td(.data("label", t(Text.Journal.entity))) { entityNode(line) } }
      if showsChanges { changesCell(line.changes.filter { !Text.Journal.isTechnical($0.field) }) }
    }
  }

  private func changesCell(_ changes: [JournalLine.Change]) -> Node {
    td(.class("wide-text")) {
      ul(.class("changes")) {
        for change in changes.prefix(14) { li { changeNode(change) } }
        if changes.count > 14 { li("+ \(changes.count - 14)") }
      }
    }
  }

  private func entityNode(_ line: JournalLine) -> Node {
    guard line.entity == "risk" || line.entity == "assessment", !line.entityKey.isEmpty else {
      return .text(line.entityKey)
    }
    return a(line.entityKey, .href(Route.risk(line.entityKey, asOf: nil).path))
  }

  private func changeNode(_ change: JournalLine.Change) -> Node {
    fragment {
      span(t(Text.Journal.field(change.field)), .class("muted"))
      ": "
      if let before = change.before, !before.isEmpty { del(shortened(before)) }
      if change.before?.isEmpty == false, change.after?.isEmpty == false { " → " }
      if let after = change.after, !after.isEmpty { ins(shortened(after)) }
    }
  }

  private func shortened(_ text: String) -> String {
    text.count > 160 ? String(text.prefix(159)) + "…" : text
  }
}
