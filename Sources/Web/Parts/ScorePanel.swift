import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// The score of what is being entered, with its reasons: beside the form, and alone as the answer to the script.
struct ScorePanel: View {
  let frame: Frame
  let preview: ScorePreview?
  let methodology: Methodology

  /// The panel beside a form.
  var aside: Node {
    GuvenceMarkup.aside(.class("first")) {
      div(.class("live"), .id("live"), .aria("live", "polite")) { content }
    }
  }

  /// What the script puts into the panel.
  var content: Node {
    fragment {
      h2(t(Text.Assess.live))
      if let preview {
        scores(preview)
      } else {
        p(t(Text.Assess.liveEmpty), .class("muted"))
      }
    }
  }

  private func scores(_ preview: ScorePreview) -> Node {
    fragment {
      if preview.inherent == nil, preview.residual == nil, preview.problems.isEmpty {
        p(t(Text.Assess.liveEmpty), .class("muted"))
      }
      for problem in preview.problems { p(t(problem.message), .class("problem")) }
      part(Text.Common.inherent, preview.inherent)
      part(Text.Common.residual, preview.residual)
      part(Text.Common.target, preview.target)
      if !preview.findings.isEmpty {
        ul(.class("findings")) { for finding in preview.findings { li(t(finding.message)) } }
      }
    }
  }

  private func part(_ name: Localized, _ score: Score?) -> Node {
    guard let score else { return .empty }
    return section {
      h3(t(name))
      div(.class("score-line")) {
        if let value = score.value { span(String(value), .class("score-value")) }
        badge(score.level)
      }
      p { verdictNode(score.verdict) }
      p(.class("small")) {
        t(Text.Assess.nextReview) + ": "
        dayNode(score.nextReview)
      }
      reasons(score.explanation, of: why(score.value, t(score.level.name)))
    }
  }
}
