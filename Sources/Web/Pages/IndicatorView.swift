import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// One indicator: chart, state with its reasons, form for a reading, readings, details, journal.
struct IndicatorView: View {
  let frame: Frame
  let content: IndicatorPage
  let state: FormState

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(indicator.code) – \(indicator.details.name)", room: .indicators,
      crumbs: [Crumb(text: t(Text.Indicators.title), route: .indicator(.list(IndicatorQuery())))]
        + crumbs(content.unitPath) { .indicator(.list(IndicatorQuery(unitCode: $0))) })
    head.actions = actions
    head.lead = lead
    state.report(in: &head, language)
    return page(head) {
      latest
      IndicatorChart(frame: frame, indicator: indicator, series: content.line.series, rules: content.rules).node
      missing
      if content.mayWrite, indicator.retiredOn == nil { recordForm }
      h2(t(Text.Indicators.readings))
      IndicatorReadings(frame: frame, content: content).node
      h2(t(Text.Indicators.risks))
      risks
      h2(t(Text.Indicators.details))
      facts
      journal
      pastDayForm(.indicator(.show(indicator.code)))
    }
  }

  private var indicator: Indicator { content.line.indicator }

  private func route(_ route: IndicatorRoute) -> String { Route.indicator(route).path }

  private var actions: Node {
    guard content.mayWrite else { return .empty }
    if indicator.retiredOn != nil {
      return reopenForm(.indicator(.reinstate(indicator.code)), version: indicator.version)
    }
    return fragment {
      a(t(Text.Indicators.record), .class("button primary"), .href("#record"))
      a(t(Text.Common.edit), .class("button"), .href(route(.editForm(indicator.code))))
      a(t(Text.Risk.retire), .class("button"), .href(route(.retireForm(indicator.code))))
    }
  }

  private var lead: Node {
    fragment {
      pastDayLead(.indicator(.show(indicator.code)))
      if let day = indicator.retiredOn {
        p(.class("warning")) {
          t(Text.Indicators.retiredLead) + " "
          dayNode(day)
          " — " + indicator.retireReason
        }
      }
    }
  }

  private var latest: Node {
    section(.class("card")) {
      div(.class("score-line")) {
        if let last = content.line.last { span(valueText(last, indicator), .class("score-value")) }
        statusBadge(content.line.last?.status, content.rules)
        span(trendText(content.line.movement))
        if let last = content.line.last { span(last.period, .class("muted")) }
      }
      if content.line.schedule != nil {
        p(.class("small")) {
          t(Text.Indicators.next) + ": "
          dueNode(content.line.schedule)
        }
      }
      reasons(content.reasons, of: why(nil, content.line.last.map { t(content.rules.label($0.status).name) } ?? ""))
    }
  }

  private var missing: Node {
    guard let schedule = content.line.schedule, schedule.overdueCount > 0 else { return .empty }
    let more = schedule.overdueCount > schedule.overdue.count ? "…, " : ""
    return ul(.class("findings")) {
      li("\(t(Text.Indicators.overduePeriods)): \(more)\(schedule.overdue.map(\.text).joined(separator: ", "))")
    }
  }

  private var recordForm: Node {
    var shown = state
    if !state.isRefused, shown.values["when"] == nil { shown.values.set("when", proposed) }
    return section(.id("record")) {
      h2(t(Text.Indicators.record))
      form(.method("post"), .action(route(.record(indicator.code))), .novalidate()) {
        token
        ReadingFields(frame: frame, state: shown, measure: indicator.details.measure).node
        div(.class("buttons")) { button(t(Text.Common.save), .type("submit"), .class("primary")) }
      }
    }
  }

  /// The period to read next, where it has begun.
  private var proposed: String {
    guard let next = content.line.schedule?.next, next.start <= frame.today else { return "" }
    return next.text
  }

  private var risks: Node {
    guard !content.risks.isEmpty else { return p(t(Text.Indicators.noRisks), .class("muted")) }
    return ul(.class("plain")) {
      for risk in content.risks {
        li {
          a(risk.reference, .href(Route.risk(risk.reference, asOf: frame.asOf).path))
          " " + risk.statement
        }
      }
    }
  }

  private var facts: Node {
    dl(.class("facts")) {
      for fact in rows where !fact.value.isEmpty {
        dt(t(fact.name))
        dd(fact.value)
      }
    }
  }

  private var rows: [(name: Localized, value: String)] {
    let details = indicator.details
    let limits = details.thresholds
    let numbers = ([limits.green, limits.yellow] + (limits.red.map { [$0] } ?? [])).map {
      t(IndicatorReasons.number($0))
    }
    return [
      (Text.Common.unit, content.unitPath.map(\.name).joined(separator: " › ")),
      (Text.Indicators.kind, t(details.kind.name)), (Text.Indicators.direction, t(limits.direction.name)),
      (Text.Indicators.thresholds, numbers.joined(separator: " / ") + ". " + t(Text.Indicators.thresholdNote)),
      (Text.Indicators.measure, details.measure), (Text.Indicators.frequency, t(details.frequency.name)),
      (Text.Indicators.startsOn, Figures.day(details.startsOn, language)),
      (Text.Indicators.dataSource, details.dataSource), (Text.Indicators.method, details.method),
      (Text.Indicators.owner, details.owner),
      (
        Text.Indicators.origin,
        details.origin.isEmpty ? "" : "\(details.origin) (\(t(Text.Common.unverified)))"
      ),
    ]
  }

  private var journal: Node {
    guard !content.journal.isEmpty else { return .empty }
    return details(.class("more")) {
      summary("\(t(Text.Journal.title)) (\(count(content.journal.count)))")
      journalTable(content.journal, showsEntity: false)
    }
  }
}

/// The fields of a reading.
struct ReadingFields: View {
  let frame: Frame
  let state: FormState
  let measure: String
  var isCorrection = false

  /// The fields.
  var node: Node {
    fragment {
      textField(
        "when", Text.Indicators.when, in: state, hint: Text.Indicators.whenHint, isShort: true, maximum: 40)
      textField(
        "value",
        Localized(
          Text.Indicators.value.turkish + (measure.isEmpty ? "" : " (\(measure))"),
          Text.Indicators.value.english + (measure.isEmpty ? "" : " (\(measure))")),
        in: state, hint: Text.Indicators.valueHint, isShort: true, isRequired: true, maximum: 40, .inputmode("decimal"))
      textArea("note", Text.Indicators.note, in: state, rows: 2)
      if isCorrection {
        textArea("reason", Text.Indicators.correctReason, in: state, isRequired: true, rows: 2)
      }
    }
  }
}

/// All readings of an indicator, newest first; those replaced are struck out.
struct IndicatorReadings: View {
  let frame: Frame
  let content: IndicatorPage

  /// The table.
  var node: Node {
    guard !content.readings.isEmpty else { return p(t(Text.Indicators.noReadings), .class("muted")) }
    return div(.class("table-frame")) {
      table(.class("cards-on-phone")) {
        caption(t(Text.Indicators.readings), .class("hidden"))
        thead {
          tr {
            for name in [
              Text.Common.period, Text.Indicators.value, Text.Common.state, Text.Indicators.trend,
              Text.Indicators.note, Text.Common.who, Text.Common.when, Text.Common.actions,
            ] { th(t(name), .scope("col")) }
          }
        }
        tbody { .fragment(content.readings.map(row)) }
      }
    }
  }

  private func row(_ line: IndicatorPage.Reading) -> Node {
    let reading = line.reading
    let code = content.line.indicator.code
    return tr(.class(line.replacedBy == nil ? nil : "is-replaced")) {
      th(reading.period, .scope("row"))
      td(valueText(reading, content.line.indicator), .class("number"), .data("label", t(Text.Indicators.value)))
      td { statusBadge(reading.status, content.rules) }
      td(trendText(line.movement), .class("nowrap"), .data("label", t(Text.Indicators.trend)))
      td(.class("wide-text keeps")) {
        reading.note
        if !reading.reason.isEmpty { span(" «\(reading.reason)»", .class("muted")) }
      }
      td(reading.recordedBy, .data("label", t(Text.Common.who)))
      td(.class("nowrap")) { momentNode(reading.recordedAt) }
      td(.class("keeps no-print")) {
        if line.replacedBy != nil {
          t(Text.Indicators.replaced)
        } else if content.mayWrite, content.line.indicator.retiredOn == nil {
          a(
            t(Text.Indicators.correct), .href(Route.indicator(.correctForm(code, reading.id)).path),
            .aria("label", "\(t(Text.Indicators.correct)): \(reading.period)"))
        }
      }
    }
  }
}
