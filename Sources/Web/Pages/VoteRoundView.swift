import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The votes of an opened round: result, dots, every vote, spread.
struct VoteRoundView: View {
  let frame: Frame
  let page: VoteSessionPage
  let round: VoteRoundPage

  /// The section.
  var node: Node {
    section(.class("card")) {
      h2("\(round.round.number). \(t(Text.Votes.round))")
      if let result = round.result {
        outcome(result)
        div(.class("vote-plots")) {
          DotPlot(frame: frame, name: Text.Common.impact, votes: result.impact, scale: round.methodology.impact).node
          DotPlot(
            frame: frame, name: Text.Common.likelihood, votes: result.likelihood, scale: round.methodology.likelihood
          ).node
        }
        votes(result)
      } else {
        p(t(Text.Votes.nobody), .class("muted"))
      }
    }
  }

  private func outcome(_ result: VoteResult) -> Node {
    fragment {
      if let score = round.score { scoreLine(score.pair(), in: round.methodology) }
      p(.class("small")) {
        "\(t(Text.Common.impact)): \(number(result.impact.arithmetic)) · "
        "\(t(Text.Common.likelihood)): \(number(result.likelihood.arithmetic))"
      }
      if let score = round.score {
        reasons(score.explanation, of: why(score.value, t(score.level.name)))
      }
    }
  }

  private func votes(_ result: VoteResult) -> Node {
    table(.class("ballots")) {
      caption("\(round.round.number). \(t(Text.Votes.round))", .class("hidden"))
      thead {
        tr {
          th(t(Text.Votes.member), .scope("col"))
          th(t(Text.Common.impact), .scope("col"), .class("number"))
          th(t(Text.Common.likelihood), .scope("col"), .class("number"))
        }
      }
      tbody {
        for person in page.people { row(person) }
        for line in statistics(result) { statistic(line) }
      }
    }
  }

  private func row(_ person: VotePerson) -> Node {
    let ballot = round.ballots.first { $0.accountID == person.accountID }
    return tr {
      th(person.name, .scope("row"))
      td(ballot.map { String($0.impact) } ?? "–", .class("number"))
      td(ballot.map { String($0.likelihood) } ?? t(Text.Votes.didNot), .class("number"))
    }
  }

  private typealias Line = (name: Localized, impact: String, likelihood: String)

  private func statistics(_ result: VoteResult) -> [Line] {
    let (impact, likelihood) = (result.impact.statistics, result.likelihood.statistics)
    return [
      (Text.Votes.mean, "\(impact.mean)", "\(likelihood.mean)"),
      (Text.Votes.median, "\(impact.median)", "\(likelihood.median)"),
      (Text.Votes.range, "\(impact.minimum)–\(impact.maximum)", "\(likelihood.minimum)–\(likelihood.maximum)"),
      (Text.Votes.deviation, "\(impact.deviation)", "\(likelihood.deviation)"),
    ]
  }

  private func statistic(_ line: Line) -> Node {
    tr {
      th(t(line.name), .scope("row"))
      td(number(line.impact), .class("number"))
      td(number(line.likelihood), .class("number"))
    }
  }
}

extension View {
  /// Fractions print with a decimal comma; English pages show a point.
  func number(_ text: String) -> String {
    language == .turkish ? text : String(text.map { $0 == "," ? "." : $0 })
  }
}

/// Votes on one scale as dots over its steps, with the mean as a line. The table of votes is its twin.
struct DotPlot: View {
  let frame: Frame
  let name: Localized
  let votes: VotedValue
  let scale: Scale

  private static let (width, side, gap) = (320.0, 20.0, 15.0)

  /// The drawing.
  var node: Node {
    let counts = Dictionary(grouping: votes.votes, by: { $0 }).mapValues(\.count)
    let highest = Double(counts.values.max() ?? 1)
    let base = 22 + highest * DotPlot.gap
    return figure {
      SVG.svg(width: DotPlot.width, height: base + 24, label: label(counts), .class("dots")) {
        SVG.line(x1: DotPlot.side, y1: base, x2: DotPlot.width - DotPlot.side, y2: base, .class("axis"))
        for step in scale.steps {
          SVG.text(String(step.value), x: x(Double(step.value)), y: base + 18, .textAnchor("middle"))
          for place in 0..<(counts[step.value] ?? 0) {
            SVG.circle(
              x: x(Double(step.value)), y: base - 9 - Double(place) * DotPlot.gap, radius: 6,
              title: "\(step.value) – \(t(step.name))")
          }
        }
        SVG.line(x1: mean, y1: 16, x2: mean, y2: base, .class("mean"))
        SVG.text(meanText, x: min(max(mean, 54), DotPlot.width - 54), y: 12, .textAnchor("middle"), .class("value"))
      }
      figcaption(t(name))
    }
  }

  private var meanText: String { "\(t(Text.Votes.mean)) \(number("\(votes.statistics.mean)"))" }

  private var mean: Double {
    x(Double(votes.statistics.mean.numerator) / Double(votes.statistics.mean.denominator))
  }

  private func x(_ value: Double) -> Double {
    let last = Double(max(2, scale.steps.count))
    return DotPlot.side + (value - 1) / (last - 1) * (DotPlot.width - 2 * DotPlot.side)
  }

  private func label(_ counts: [Int: Int]) -> String {
    let list = counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
    return "\(t(Text.Votes.dots)), \(t(name)) — \(list); \(meanText)"
  }
}
