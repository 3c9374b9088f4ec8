import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension View {
  /// A grade: colour, shape and words.
  func gradeBadge(_ grade: AppetiteGrade?, isDefault: Bool = false) -> Node {
    guard let grade else { return .empty }
    return fragment {
      span(.class("ap ap-" + grade.rawValue)) {
        span(grade.shape, .aria("hidden", true))
        t(grade.name)
      }
      if isDefault { span(" " + t(Text.Appetite.byDefault), .class("muted small")) }
    }
  }

  /// A limit with the level it belongs to.
  func limitNode(_ value: Int, _ level: Level?) -> Node {
    fragment {
      String(value)
      if let level {
        span(" \(level.shape) \(t(level.name))", .class("muted small nowrap"))
      }
    }
  }

  /// State of a case, with the last day of an acceptance.
  func stateText(_ breach: BreachCase) -> Node {
    fragment {
      t(breach.state.name)
      if breach.state == .accepted, let until = breach.acceptance?.until {
        " → "
        dayNode(until)
        span(" (" + Figures.distance(until, from: frame.shown, language) + ")", .class("muted"))
      }
    }
  }
}

/// The appetite on the page of a risk: how it stands, by which statement and why, and its case.
struct RiskAppetitePart: View {
  let frame: Frame
  let reference: String
  let appetite: RiskAppetite
  let methodology: Methodology
  var isPast = false

  /// The section.
  var node: Node {
    section(.id("appetite")) {
      h2(t(Text.Appetite.ofRisk))
      if let standing = appetite.standing {
        p(.class("score-line")) {
          gradeBadge(standing.grade, isDefault: standing.statement == nil)
          if let limits = standing.limits { limitsText(standing.score, limits) }
        }
      } else {
        p(t(appetite.kindNeedsNone ? appetite.choice : Text.Appetite.noStanding), .class("muted"))
      }
      if appetite.standing != nil { p(t(appetite.choice), .class("small")) }
      candidates
      caseLine
    }
  }

  private func limitsText(_ score: Int, _ limits: AppetiteLimits) -> Node {
    let parts = [
      (Text.Appetite.appetite, limits.appetite), (Text.Appetite.tolerance, limits.tolerance),
      (Text.Appetite.capacity, limits.capacity),
    ]
    return fragment {
      span("\(t(Text.Common.score)) \(score)")
      for (name, value) in parts {
        span(.class("muted")) {
          t(name) + " "
          limitNode(value, methodology.level(ofScore: value))
        }
      }
      if limits.isBeyondCapacity(score) { span("! " + t(Text.Appetite.beyondCapacity), .class("overdue")) }
    }
  }

  private var candidates: Node {
    guard appetite.candidates.count > 1 else { return .empty }
    return details(.class("more")) {
      summary(t(Text.Appetite.explain))
      ol(.class("plain")) {
        for candidate in appetite.candidates {
          li {
            "\(candidate.isChosen ? "→" : candidate.covers ? "·" : "✗") \(t(candidate.subject)): "
            let limits = candidate.statement.limits
            "\(limits.appetite) ≤ \(limits.tolerance) ≤ \(limits.capacity) — "
            t(
              candidate.isChosen
                ? Text.Appetite.applies : candidate.covers ? Text.Appetite.covers : Text.Appetite.coversNot)
          }
        }
      }
      p(t(Text.Appetite.precedence), .class("muted small"))
    }
  }

  private var caseLine: Node {
    guard let newest = appetite.newest else { return .empty }
    return p {
      stateText(newest)
      if let last = newest.last { span(" — \(last.by): \(last.text)", .class("muted")) }
      if !isPast {
        " "
        a(t(Text.Appetite.openCase), .href(Route.appetite(.breach(reference)).path), .class("no-print"))
      }
    }
  }
}
