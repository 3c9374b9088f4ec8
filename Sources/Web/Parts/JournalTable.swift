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
      td(t(JournalWords.act(line.useCase)), .data("label", t(Text.Journal.what)))
      if showsEntity { td(.data("label", t(Text.Journal.entity))) { entityNode(line) } }
      if showsChanges { changesCell(line.changes.filter(isWorthShowing)) }
    }
  }

  /// What only the machine needs is left out, and what a new entry was made without.
  private func isWorthShowing(_ change: JournalLine.Change) -> Bool {
    if JournalWords.isTechnical(change.field) { return false }
    return change.before != nil || !["", "0", nil].contains(change.after)
  }

  private func changesCell(_ changes: [JournalLine.Change]) -> Node {
    td(.class("wide-text")) {
      ul(.class("changes")) {
        for change in changes.prefix(14) { li { changeNode(change) } }
        if changes.count > 14 { li("+ \(changes.count - 14)") }
      }
    }
  }

  /// `Gösterge ölçümü MH.G.0001`, with a link where the entry has a page.
  private func entityNode(_ line: JournalLine) -> Node {
    fragment {
      t(JournalWords.entity(line.entity)) + " "
      if let address = address(line) {
        a(line.entityKey, .href(address))
      } else if line.entityKey != "0" {
        line.entityKey
      }
    }
  }

  private func address(_ line: JournalLine) -> String? {
    guard !line.entityKey.isEmpty, let page = line.page else { return nil }
    return switch page {
    case .risk: Route.risk(line.entityKey, asOf: nil).path
    case .indicator: Route.indicator(.show(line.entityKey)).path
    case .control: Route.control(.show(line.entityKey)).path
    case .action: Route.action(.show(line.entityKey)).path
    case .event: Route.event(.show(line.entityKey)).path
    case .process: Route.process(.show(line.entityKey, asOf: nil)).path
    }
  }

  private func changeNode(_ change: JournalLine.Change) -> Node {
    fragment {
      span(t(JournalWords.field(change.field)), .class("muted"))
      ": "
      if let before = change.before, !before.isEmpty { del(value(before, of: change.field)) }
      if change.before?.isEmpty == false, change.after?.isEmpty == false { " → " }
      if let after = change.after, !after.isEmpty { ins(value(after, of: change.field)) }
    }
  }

  /// Role names of a stored list `irk@1 brk@7`.
  private func grants(_ text: String) -> String {
    text.split(separator: " ").map { grant in
      let word = String(grant.prefix { $0 != "@" })
      return Role(rawValue: word).map { t($0.name) } ?? word
    }.joined(separator: ", ")
  }

  private func value(_ text: String, of field: String) -> String {
    if field == "grants" { return grants(text) }
    if let day = Day(iso: text) { return Figures.day(day, language) }
    if let word = JournalWords.value(text, of: field) { return t(word) }
    return text.count > 160 ? String(text.prefix(159)) + "…" : text
  }
}
