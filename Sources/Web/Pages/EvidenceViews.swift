import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The evidence of one thing as a part of any page: the files, and below them the form that adds one.
struct EvidencePart: View {
  let frame: Frame
  let list: EvidenceList
  var state = FormState()

  /// The part, with its own heading.
  var node: Node {
    section(.id("evidence")) {
      h2(t(Text.Evidence.title))
      if list.files.isEmpty {
        p(t(list.mayWrite ? Text.Evidence.empty : Text.Evidence.emptyReading), .class("muted"))
      } else {
        files
      }
      if list.mayWrite { upload }
    }
  }

  private var files: Node {
    div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Evidence.title), .class("hidden"))
        thead {
          tr {
            th(t(Text.Evidence.file), .scope("col"))
            th(t(Text.Evidence.size), .scope("col"), .class("number"))
            th(t(Text.Evidence.note), .scope("col"))
            th(t(Text.Common.who), .scope("col"))
            th(t(Text.Common.when), .scope("col"))
            th(t(Text.Common.actions), .scope("col"), .class("no-print"))
          }
        }
        tbody { .fragment(list.files.map(row)) }
      }
    }
  }

  private func row(_ file: Evidence) -> Node {
    let mayOpen = file.withdrawal == nil || list.mayOpenWithdrawn
    return tr {
      th(.scope("row"), .class("wide-text")) {
        if mayOpen { a(file.name, .href(Route.evidence(.content(file.id)).path)) } else { file.name }
      }
      td(sizeText(file.size), .class("number"), .data("label", t(Text.Evidence.size)))
      td(.class("wide-text keeps")) {
        file.note
        if let withdrawal = file.withdrawal {
          span(.class("muted")) {
            " \(t(Text.Evidence.withdrawn)) "
            dayNode(withdrawal.at.dayInIstanbul)
            ", \(withdrawal.by): «\(withdrawal.reason)»"
          }
        }
      }
      td(file.addedBy, .data("label", t(Text.Common.who)))
      td(.class("nowrap")) { momentNode(file.addedAt) }
      td(.class("keeps no-print")) {
        if list.mayWrite, file.withdrawal == nil {
          a(
            t(Text.Evidence.withdraw), .href(Route.evidence(.withdrawForm(file.id)).path),
            .aria("label", "\(t(Text.Evidence.withdraw)): \(file.name)"))
        }
      }
    }
  }

  private var upload: Node {
    form(
      .method("post"), .action(Route.evidence(.attach(list.target)).path), .enctype("multipart/form-data"),
      .novalidate(), .class("no-print")
    ) {
      token
      field("file", Text.Evidence.add, in: state, hint: Text.Evidence.addHint, isRequired: true) { attributes in
        input(
          .type("file"), attributes, .accept(EvidenceFormat.allCases.map { "." + $0.rawValue }.joined(separator: ",")))
      }
      textField("evidenceNote", Text.Evidence.note, in: state, hint: Text.Evidence.noteHint)
      div(.class("buttons")) { button(t(Text.Evidence.add), .type("submit")) }
    }
  }

  /// `1,4 MB`, `12 kB`, `300 B`; decimal units.
  private func sizeText(_ size: Int) -> String {
    if size < 1000 { return "\(size) B" }
    if size < 999_500 { return "\((size + 500) / 1000) kB" }
    let tenths = (size + 50_000) / 100_000
    return "\(tenths / 10)\(language == .turkish ? "," : ".")\(tenths % 10) MB"
  }
}

/// The evidence of one thing on a page of its own; where a refused upload is shown again.
struct EvidenceView: View {
  let frame: Frame
  let list: EvidenceList
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Evidence.title)): \(list.target.key)", room: list.target.room,
      crumbs: [Crumb(text: "\(t(list.target.kind.name)) \(list.target.key)", route: list.target.page)])
    head.lead = p(list.name)
    state.report(in: &head, language)
    return page(head) { EvidencePart(frame: frame, list: list, state: state).node }
  }
}
