import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The form that adds or edits an indicator.
struct IndicatorFormView: View {
  let frame: Frame
  let state: FormState
  let units: [UnitLine]
  /// The indicator that is edited; `nil` for a new one.
  let editing: Indicator?

  /// The page.
  var node: Node {
    let name = t(editing == nil ? Text.Indicators.newTitle : Text.Indicators.editTitle)
    var head = PageHead(
      title: editing.map { "\(name): \($0.code)" } ?? name, room: .indicators,
      crumbs: [Crumb(text: t(Text.Indicators.title), route: .indicator(.list(IndicatorQuery())))])
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.indicator(editing.map { .edit($0.code) } ?? .add).path), .novalidate()) {
        token
        if let editing { hiddenField("version", state.values["version"] ?? String(editing.version)) }
        main
        thresholds
        source
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(
            t(Text.Common.cancel),
            .href(Route.indicator(editing.map { .show($0.code) } ?? .list(IndicatorQuery())).path))
        }
      }
    }
  }

  private var main: Node {
    fragment {
      choice(
        "unit", Text.Common.unit, in: state, empty: Text.Common.choose,
        options: UnitOptions(frame: frame, units: units).open)
      textField("name", Text.Indicators.indicator, in: state, isRequired: true)
      choice(
        "kind", Text.Indicators.kind, in: state, isShort: true,
        options: [IndicatorKind.leading, .key].map { ($0.rawValue, t($0.name)) })
      textArea("risks", Text.Indicators.risks, in: state, hint: Text.Indicators.risksHint, rows: 2)
    }
  }

  private var thresholds: Node {
    fieldset(.class("group")) {
      legend(t(Text.Indicators.thresholds))
      textField(
        "measure", Text.Indicators.measure, in: state, hint: Text.Indicators.measureHint, isShort: true, maximum: 60)
      choice(
        "direction", Text.Indicators.direction, in: state, isShort: true,
        options: IndicatorDirection.allCases.map { ($0.rawValue, t($0.name)) })
      number("green", Text.Indicators.green, Text.Indicators.greenHint)
      number("yellow", Text.Indicators.yellow, Text.Indicators.yellowHint)
      number("red", Text.Indicators.red, Text.Indicators.redHint)
      p(t(Text.Indicators.thresholdNote), .class("muted"))
    }
  }

  private func number(_ name: String, _ label: Localized, _ hint: Localized) -> Node {
    textField(name, label, in: state, hint: hint, isShort: true, maximum: 40, .inputmode("decimal"))
  }

  private var source: Node {
    fieldset(.class("group")) {
      legend(t(Text.Indicators.readings))
      choice(
        "frequency", Text.Indicators.frequency, in: state, isShort: true,
        options: IndicatorFrequency.allCases.map { ($0.rawValue, t($0.name)) })
      dateField("startsOn", Text.Indicators.startsOn, in: state)
      textArea("dataSource", Text.Indicators.dataSource, in: state, rows: 2)
      textArea("method", Text.Indicators.method, in: state, rows: 2)
      textField("owner", Text.Indicators.owner, in: state, hint: Text.RiskForm.ownerHint)
    }
  }
}

/// The form that corrects a reading.
struct ReadingCorrectionView: View {
  let frame: Frame
  let state: FormState
  let content: IndicatorPage
  let reading: IndicatorReading

  /// The page.
  var node: Node {
    let code = content.line.indicator.code
    var head = PageHead(
      title: "\(t(Text.Indicators.correctTitle)): \(code), \(reading.period)", room: .indicators,
      crumbs: [Crumb(text: code, route: .indicator(.show(code)))])
    head.lead = p(t(Text.Indicators.correctLead))
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.indicator(.correct(code, reading.id)).path), .novalidate()) {
        token
        ReadingFields(
          frame: frame, state: state, measure: content.line.indicator.details.measure, isCorrection: true
        ).node
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.indicator(.show(code)).path))
        }
      }
    }
  }
}

/// The shipped examples, each with a button that adopts it.
struct IndicatorCatalogView: View {
  let frame: Frame
  let templates: [IndicatorTemplate]
  let units: [UnitLine]
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Indicators.catalogTitle), room: .indicators,
      crumbs: [Crumb(text: t(Text.Indicators.title), route: .indicator(.list(IndicatorQuery())))])
    head.lead = p(t(Text.Indicators.catalogLead))
    state.report(in: &head, language)
    return page(head) {
      div(.class("table-frame")) {
        table(.class("cards-on-phone")) {
          caption(t(Text.Indicators.catalogTitle), .class("hidden"))
          thead {
            tr {
              th(t(Text.Indicators.indicator), .scope("col"))
              th(t(Text.Indicators.direction), .scope("col"))
              th(t(Text.Indicators.thresholds), .scope("col"))
              th(t(Text.Indicators.method), .scope("col"))
              th(t(Text.Common.actions), .scope("col"))
            }
          }
          tbody { .fragment(templates.map(row)) }
        }
      }
    }
  }

  private func row(_ template: IndicatorTemplate) -> Node {
    let numbers = ([template.green, template.yellow] + (template.red.map { [$0] } ?? []))
      .map { t(IndicatorReasons.number($0)) }
    let direction = IndicatorDirection(rawValue: template.direction.rawValue)
    return tr {
      th(.scope("row"), .class("wide-text")) {
        t(template.name) + " "
        unverifiedMark(template.citation)
      }
      td(direction.map { t($0.name) } ?? "", .data("label", t(Text.Indicators.direction)))
      td(
        "\(numbers.joined(separator: " / ")) \(template.measure)", .class("nowrap"),
        .data("label", t(Text.Indicators.thresholds)))
      td(template.method, .class("wide-text"))
      td { adoption(template) }
    }
  }

  private func adoption(_ template: IndicatorTemplate) -> Node {
    form(.method("post"), .action(Route.indicator(.adopt).path), .class("inline")) {
      token
      hiddenField("id", template.id)
      select(.name("unit"), .aria("label", "\(t(Text.Common.unit)): \(t(template.name))")) {
        for entry in UnitOptions(frame: frame, units: units).open {
          option(entry.text, .value(entry.value), .selected(entry.value == template.unitCode))
        }
      }
      button(
        t(Text.Indicators.adopt), .type("submit"), .aria("label", "\(t(Text.Indicators.adopt)): \(t(template.name))"))
    }
  }
}

/// Importing readings from a file: the form, and below it what a trial or an import said.
struct ReadingImportView: View {
  let frame: Frame
  let state: FormState
  let result: ReadingImport?

  /// The page.
  var node: Node {
    var head = PageHead(
      title: t(Text.Indicators.importTitle), room: .indicators,
      crumbs: [Crumb(text: t(Text.Indicators.title), route: .indicator(.list(IndicatorQuery())))])
    head.lead = p(t(Text.Indicators.importLead))
    state.report(in: &head, language)
    return page(head) {
      outcome
      form(
        .method("post"), .action(Route.indicator(.importFile).path), .enctype("multipart/form-data"), .novalidate()
      ) {
        token
        field("file", Text.Indicators.file, in: state, isRequired: true) { attributes in
          input(.type("file"), attributes, .accept(".csv,text/csv"))
        }
        div(.class("buttons")) {
          button(t(Text.Indicators.tryOnly), .type("submit"), .name("trial"), .value("1"))
          button(t(Text.Indicators.importNow), .type("submit"), .class("primary"))
        }
      }
    }
  }

  private var outcome: Node {
    guard let result else { return .empty }
    return section(.class("card"), .role("status")) {
      h2(t(Text.Indicators.result))
      p(t(result.isTrial ? Text.Indicators.notWritten : Text.Indicators.written))
      dl(.class("facts")) {
        for (name, number) in [
          (Text.Indicators.created, result.created), (Text.Indicators.corrected, result.corrected),
          (Text.Indicators.unchanged, result.unchanged),
        ] {
          dt(t(name))
          dd(count(number))
        }
      }
      if !result.problems.isEmpty {
        h3(t(Text.Indicators.problems))
        ul(.class("findings")) {
          for problem in result.problems.prefix(100) {
            li(
              "\(problem.placeText): \(t(problem.text))" + (t(problem.advice).isEmpty ? "" : ". \(t(problem.advice))"),
              .class(problem.severity == .error ? "error" : nil))
          }
        }
      }
    }
  }
}
