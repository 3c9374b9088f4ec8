import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister

/// The form that records or edits an event.
struct EventFormView: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  /// The event that is edited; `nil` for a new one.
  let editing: RealisedEvent?

  /// The page.
  var node: Node {
    let name = t(editing == nil ? Text.Events.newTitle : Text.Events.editTitle)
    var head = PageHead(
      title: editing.map { "\(name): \($0.code)" } ?? name, room: .events,
      crumbs: [Crumb(text: t(Text.Events.title), route: .event(.list(EventQuery())))])
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.event(editing.map { .edit($0.code) } ?? .add).path), .novalidate()) {
        token
        if let editing { hiddenField("version", state.values["version"] ?? String(editing.version)) }
        main
        days
        loss
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(
            t(Text.Common.cancel),
            .href(Route.event(editing.map { .show($0.code) } ?? .list(EventQuery())).path))
        }
      }
    }
  }

  private var main: Node {
    fragment {
      choice(
        "unit", Text.Common.unit, in: state, empty: Text.Common.choose,
        options: UnitOptions(frame: frame, units: units).open)
      choice(
        "kind", Text.Events.kind, in: state, hint: Text.Events.kindHint, isShort: true,
        options: EventKind.allCases.map { ($0.rawValue, t($0.name)) })
      textArea("description", Text.Events.what, in: state, hint: Text.Events.whatHint, isRequired: true)
      textArea("cause", Text.Events.cause, in: state, rows: 2)
      textArea("consequence", Text.Events.consequence, in: state, rows: 2)
      textArea("risks", Text.Events.risks, in: state, hint: Text.Events.risksHint, rows: 2)
      choice(
        "category", Text.RiskForm.category, in: state, empty: Text.Common.none,
        options: frame.categories.options(chosen: state.values.text("category"), language))
    }
  }

  private var days: Node {
    fieldset(.class("group")) {
      legend(t(Text.Events.days))
      dateField("occurredOn", Text.Events.occurred, in: state)
      dateField("detectedOn", Text.Events.detected, in: state, hint: Text.Events.detectedHint)
      dateField("reportedOn", Text.Events.reported, in: state, hint: Text.Events.reportedHint)
    }
  }

  private var loss: Node {
    fieldset(.class("group")) {
      legend(t(Text.Events.loss))
      textField(
        "grossLoss", Text.Events.gross, in: state, isShort: true, maximum: 40, .inputmode("decimal"))
      textField(
        "recovered", Text.Events.recovered, in: state, hint: Text.Events.recoveredHint, isShort: true, maximum: 40,
        .inputmode("decimal"))
      tick("isPublicLoss", Text.Events.publicLossTick, in: state)
      textArea("otherEffects", Text.Events.otherEffects, in: state, hint: Text.Events.otherEffectsHint, rows: 2)
      textArea("measures", Text.Events.measures, in: state, rows: 2)
    }
  }
}

/// Fields of a lesson.
struct LessonFields: View {
  let frame: Frame
  let state: FormState

  /// The fields.
  var node: Node {
    fragment {
      textArea("text", Text.Events.lesson, in: state, isRequired: true, rows: 2)
      textArea("proposal", Text.Events.proposal, in: state, rows: 2)
      choice(
        "followed", Text.Events.followed, in: state, isShort: true, empty: Text.Events.undecided,
        options: [("1", t(Text.Common.yes)), ("0", t(Text.Common.no))])
    }
  }
}

/// The form that edits a lesson.
struct LessonFormView: View {
  let frame: Frame
  let state: FormState
  /// Code of the event.
  let code: String
  let lesson: EventLesson

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Events.editLesson)): \(code)", room: .events,
      crumbs: [Crumb(text: code, route: .event(.show(code)))])
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.event(.editLesson(code, lesson.id)).path), .novalidate()) {
        token
        hiddenField("version", state.values["version"] ?? String(lesson.version))
        LessonFields(frame: frame, state: state).node
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.event(.show(code)).path))
        }
      }
    }
  }
}
