import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The form that makes or changes a voting session: unit first, then people and agenda.
struct VoteFormView: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  /// The unit chosen; the rest of the form needs it.
  let unitCode: String?
  /// The unit's active risks.
  let risks: [RegisterRow]
  /// Who may be invited.
  let people: [VotePerson]
  /// The session that is changed; `nil` for a new one.
  let editing: VoteSessionPage?

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(editing == nil ? Text.Votes.newTitle : Text.Votes.editTitle), room: .votes,
      crumbs: [Crumb(text: t(Text.Votes.title), route: .vote(.list))])
    state.report(in: &head, language)
    return page(head) {
      if unitCode == nil { chooseUnit } else { theForm }
    }
  }

  private var chooseUnit: Node {
    form(.method("get"), .action("/votes/new")) {
      p(t(Text.Votes.chooseUnit))
      choice(
        "unit", Text.Common.unit, in: state, empty: Text.Common.choose,
        options: UnitOptions(frame: frame, units: units).open)
      button(t(Text.Votes.proceed), .type("submit"), .class("primary"))
    }
  }

  private var theForm: Node {
    let route: VoteRoute = editing.map { .edit($0.session.id) } ?? .add
    return form(.method("post"), .action(Route.vote(route).path), .novalidate()) {
      token
      if let editing {
        hiddenField("version", state.values["version"] ?? String(editing.session.version))
      }
      hiddenField("unit", unitCode ?? "")
      p(.class("muted")) {
        t(Text.Common.unit) + ": "
        units.first { $0.unit.code == unitCode }?.unit.name ?? unitCode ?? ""
      }
      textField("title", Text.Votes.sessionTitle, in: state, isRequired: true, maximum: 200)
      dateField("heldOn", Text.Votes.day, in: state)
      choice(
        "chair", Text.Votes.chair, in: state, empty: Text.Votes.chairSelf,
        options: people.map { ($0.login, $0.name) })
      participants
      agenda
      div(.class("buttons")) {
        button(t(Text.Common.save), .type("submit"), .class("primary"))
        a(
          t(Text.Common.cancel),
          .href(Route.vote(editing.map { .show($0.session.id) } ?? .list).path))
      }
    }
  }

  private var participants: Node {
    fieldset(.class("group"), .id("f-participants"), .tabindex(-1)) {
      legend(t(Text.Votes.participants))
      p(t(Text.Votes.participantsHint), .class("hint"))
      problem("participants")
      for person in people {
        choice(
          "person-" + person.login, Localized(person.name, person.name), in: state, isShort: true,
          empty: Text.Votes.notInvited,
          options: [("present", t(Text.Votes.invited)), ("absent", t(Text.Votes.absent))])
      }
    }
  }

  private var agenda: Node {
    fieldset(.class("group"), .id("f-agenda"), .tabindex(-1)) {
      legend(t(editing == nil ? Text.Votes.agenda : Text.Votes.agendaMore))
      p(t(Text.Votes.agendaHint), .class("hint"))
      problem("agenda")
      if risks.isEmpty {
        p(t(Text.Votes.unitHasNone), .class("muted"))
      } else {
        div(.class("table-frame")) {
          table(.class("cards-on-phone")) {
            caption(t(Text.Votes.agenda), .class("hidden"))
            thead {
              tr {
                th(t(Text.Common.reference), .scope("col"))
                th(t(Text.Common.statement), .scope("col"))
                th(t(Text.Votes.voted), .scope("col"))
                th(t(Text.Votes.order), .scope("col"))
              }
            }
            tbody { .fragment(risks.map(row)) }
          }
        }
      }
    }
  }

  private func row(_ row: RegisterRow) -> Node {
    let reference = row.risk.reference
    let chosen = state.values["agenda-" + reference] ?? ""
    return tr {
      th(reference, .scope("row"), .class("nowrap"))
      td(row.risk.details.statement, .class("wide-text"))
      td(.data("label", t(Text.Votes.voted))) {
        select(.name("agenda-" + reference), .aria("label", "\(t(Text.Votes.voted)): \(reference)")) {
          option(t(Text.Common.none), .value(""))
          for pair in VotedPair.allCases {
            option(t(pair.name), .value(pair.rawValue), .selected(chosen == pair.rawValue))
          }
          option(
            VotedPair.allCases.map { t($0.name) }.joined(separator: " + "), .value("both"),
            .selected(chosen == "both"))
        }
      }
      td(.data("label", t(Text.Votes.order))) {
        input(
          .type("text"), .name("order-" + reference), .value(state.values["order-" + reference]), .inputmode("numeric"),
          .maxlength(4), .class("agenda-order"), .aria("label", "\(t(Text.Votes.order)): \(reference)"))
      }
    }
  }

  private func problem(_ field: String) -> Node {
    .fragment(state.problems.filter { $0.field == field }.map { span(t($0.message), .class("problem")) })
  }
}
