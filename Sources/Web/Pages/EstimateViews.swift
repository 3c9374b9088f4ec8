import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceQuantitative
import GuvenceRegister

/// The form of a risk's estimate.
struct EstimateFormView: View {
  let frame: Frame
  let state: FormState
  let estimate: EstimatePage

  /// The page.
  var node: Node {
    var head = PageHead(
      title: "\(t(Text.Simulations.estimateTitle)): \(estimate.reference)", room: .risks,
      crumbs: [Crumb(text: estimate.reference, route: .risk(estimate.reference, asOf: nil))])
    head.lead = fragment {
      p(estimate.statement)
      p(t(Text.Simulations.lead), .class("muted"))
    }
    state.report(in: &head, language)
    return page(head) {
      form(.method("post"), .action(Route.simulation(.estimate(estimate.reference)).path), .novalidate()) {
        token
        hiddenField("version", state.values["version"] ?? String(estimate.version))
        frequency
        loss
        textArea(
          "rationale", Text.Simulations.rationale, in: state, hint: Text.Simulations.rationaleHint, isRequired: true)
        div(.class("buttons")) {
          button(t(Text.Common.save), .type("submit"), .class("primary"))
          a(t(Text.Common.cancel), .href(Route.risk(estimate.reference, asOf: nil).path))
        }
      }
    }
  }

  private var frequency: Node {
    fieldset(.class("group")) {
      legend(t(Text.Simulations.frequency))
      choice(
        "frequencyKind", Text.Simulations.frequencyKind, in: state, isShort: true,
        options: [("poisson", t(Text.Simulations.poisson)), ("bernoulli", t(Text.Simulations.bernoulli))])
      number("frequency", Text.Simulations.frequency, Text.Simulations.frequencyHint)
    }
  }

  private var loss: Node {
    fragment {
      fieldset(.class("group")) {
        legend(t(Text.Simulations.loss))
        p(t(Text.Simulations.fillOnly), .class("muted"))
        choice(
          "lossKind", Text.Simulations.lossKind, in: state, isShort: true,
          options: Loss.Kind.allCases.map { ($0.rawValue, t($0.name)) })
      }
      fieldset(.class("group")) {
        legend(t(Text.Simulations.threePoints))
        number("minimum", Text.Simulations.minimum, nil)
        number("mode", Text.Simulations.mode, nil)
        number("maximum", Text.Simulations.maximumLoss, nil)
      }
      fieldset(.class("group")) {
        legend(t(Text.Simulations.interval90))
        number("low", Text.Simulations.low, Text.Simulations.lowHint)
        number("high", Text.Simulations.high, Text.Simulations.highHint)
      }
      textArea("sample", Text.Simulations.sample, in: state, hint: Text.Simulations.sampleHint)
    }
  }

  private func number(_ name: String, _ label: Localized, _ hint: Localized?) -> Node {
    textField(name, label, in: state, hint: hint, isShort: true, maximum: 30, .inputmode("decimal"))
  }
}

/// The estimate as a part of a risk's page.
struct EstimatePart: View {
  let frame: Frame
  let estimate: EstimatePage

  /// The part, with its own heading.
  var node: Node {
    section(.id("estimate")) {
      h2(t(Text.Simulations.estimateTitle))
      if let current = estimate.current, let numbers = current.estimate {
        facts(numbers, current)
        p(t(Text.Simulations.lead), .class("muted small"))
      } else {
        p(
          t(estimate.mayWrite ? Text.Simulations.estimateEmpty : Text.Simulations.estimateEmptyReading),
          .class("muted"))
      }
      history
      if estimate.mayWrite { links }
    }
  }

  private func facts(_ numbers: RiskEstimate, _ estimation: RiskEstimation) -> Node {
    fragment {
      DistributionPicture(frame: frame, loss: numbers.loss).node
      dl(.class("facts")) {
        dt(t(Text.Simulations.frequency))
        dd(t(numbers.frequency.words))
        dt(t(Text.Simulations.loss))
        dd(t(numbers.loss.words))
        dt(t(Text.Simulations.meanLoss))
        dd(AmountText.lira(numbers.mean, language))
        dt(t(Text.Simulations.deviation))
        dd(AmountText.lira(numbers.variance.squareRoot(), language))
        dt(t(Text.Simulations.rationale))
        dd {
          estimation.rationale
          span(.class("muted")) {
            " – \(estimation.recordedBy), "
            momentNode(estimation.recordedAt)
          }
        }
      }
    }
  }

  private var history: Node {
    let earlier = estimate.history.dropFirst(estimate.current == nil ? 0 : 1)
    guard !earlier.isEmpty else { return .empty }
    return details(.class("more")) {
      summary("\(t(Text.Simulations.estimateHistory)) (\(count(earlier.count)))")
      ul {
        for entry in earlier {
          li {
            momentNode(entry.recordedAt)
            " \(entry.recordedBy): "
            if let numbers = entry.estimate {
              "\(t(numbers.frequency.words)); \(t(numbers.loss.words))"
            } else {
              t(Text.Simulations.taken)
            }
            " – \(entry.rationale)"
          }
        }
      }
    }
  }

  private var links: Node {
    div(.class("buttons no-print")) {
      a(
        t(estimate.current == nil ? Text.Simulations.setEstimate : Text.Simulations.editEstimate), .class("button"),
        .href(Route.simulation(.estimateForm(estimate.reference)).path))
      if estimate.current != nil {
        a(t(Text.Simulations.clearEstimate), .href(Route.simulation(.clearForm(estimate.reference)).path))
      }
    }
  }
}
