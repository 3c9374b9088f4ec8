import GuvenceApplication
import GuvenceCore
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

/// What the person who looks may do with an item now: vote, and as the chair begin, close and accept.
struct VoteStepsView: View {
  let frame: Frame
  let content: VoteItemPage
  let state: FormState

  /// The forms.
  var node: Node {
    fragment {
      switch content.line.state {
      case .waiting:
        p(t(Text.Votes.waitingLead))
        start(Text.Votes.startFirst, isPrimary: true)
      case .voting:
        vote
        opening
      case .opened:
        acceptance
        start(Text.Votes.startAgain, isPrimary: false)
      case .accepted: outcome
      }
    }
  }

  private var place: VotePlace { VotePlace(content.page.session.id, content.line.item.position) }

  private var vote: Node {
    guard content.mayVote, let round = content.line.current else {
      return p(t(content.page.isInvited ? Text.Votes.hiddenLead : Text.Votes.watching) + " " + watcherLead)
    }
    let shown = withOwnVote
    return form(.method("post"), .action(Route.vote(.cast(place)).path), .novalidate(), .class("vote-form vote-step")) {
      token
      hiddenField("round", String(round.round.number))
      h2(t(Text.Votes.yourVote))
      p(t(content.own == nil ? Text.Votes.hiddenLead : Text.Votes.kept), .class("muted"))
      scaleField("impact", Text.Assess.impact, scale: content.methodology.impact, in: shown)
      AssessmentFields(frame: frame, state: shown, methodology: content.methodology, isOptional: false).dimensions
      scaleField("likelihood", Text.Assess.likelihood, scale: content.methodology.likelihood, in: shown)
      div(.class("buttons")) {
        button(t(content.own == nil ? Text.Votes.cast : Text.Votes.change), .type("submit"), .class("primary"))
      }
    }
  }

  private var watcherLead: String { content.page.isInvited ? "" : t(Text.Votes.hiddenLead) }

  /// The form as typed, or with this person's own vote in it.
  private var withOwnVote: FormState {
    guard !state.isRefused, let own = content.own else { return state }
    var shown = state
    shown.values.set("likelihood", String(own.likelihood))
    if own.impactByDimension.isEmpty { shown.values.set("impact", String(own.impact)) }
    for (dimension, value) in own.impactByDimension { shown.values.set("impact-" + dimension, String(value)) }
    return shown
  }

  private var opening: Node {
    guard content.page.maySteer else { return .empty }
    return form(.method("post"), .action(Route.vote(.open(place)).path), .class("vote-step no-print")) {
      token
      p(t(Text.Votes.openHint), .class("muted"))
      button(t(Text.Votes.openVotes), .type("submit"))
    }
  }

  private func start(_ name: Localized, isPrimary: Bool) -> Node {
    guard content.page.maySteer else { return .empty }
    return form(.method("post"), .action(Route.vote(.round(place)).path), .class("vote-step no-print")) {
      token
      if !isPrimary { p(t(Text.Votes.startAgainHint), .class("muted")) }
      button(t(name), .type("submit"), .class(isPrimary ? "primary" : nil))
    }
  }

  private var acceptance: Node {
    guard content.page.maySteer, let round = content.line.current, round.result != nil else { return .empty }
    return form(.method("post"), .action(Route.vote(.accept(place)).path), .class("vote-step no-print")) {
      token
      hiddenField("version", String(round.round.riskVersion))
      p(t(Text.Votes.acceptHint), .class("muted"))
      if content.isRiskChanged {
        p(t(Text.Votes.changedMeanwhile), .class("warning"))
        div(.class("check")) {
          input(
            .type("checkbox"), .id("f-seen"), .name("seen"), .value(String(content.line.risk.version)))
          label(t(Text.Votes.acceptChanged), .for("f-seen"))
        }
      }
      tick("drop", Text.Votes.dropOthers, in: state)
      textArea("reason", Text.Votes.acceptReason, in: state, hint: Text.Votes.acceptReasonHint, rows: 2)
      button(t(Text.Votes.accept), .type("submit"), .class("primary"))
    }
  }

  private var outcome: Node {
    p {
      t(Text.Votes.acceptedInto) + " "
      if content.mayReadRisk {
        a(content.line.risk.reference, .href(Route.risk(content.line.risk.reference, asOf: nil).path))
      } else {
        content.line.risk.reference
      }
    }
  }
}
