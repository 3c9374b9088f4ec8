import GuvenceCore
import GuvenceRegister
import GuvenceRules

@testable import GuvenceApplication

extension PastDayWalk {
  static let oversightActs: [Act] = [
    ("propose", { walk in _ = try walk.app.proposeAppetite(walk.limits(), by: walk.owner) }),
    (
      "decide",
      { walk in
        let lines = try walk.app.appetite(by: walk.owner).lines.filter { $0.standing == .proposed }
        _ = try walk.app.decideAppetite(
          try walk.any(lines).statement.id, walk.number(1...4) == 1 ? .refused : .approved, note: walk.word("Not"),
          by: walk.manager)
      }
    ),
    (
      "withdraw",
      { walk in
        let lines = try walk.app.appetite(by: walk.manager).lines.filter(\.mayWithdraw)
        _ = try walk.app.withdrawAppetite(
          try walk.any(lines).statement.id, reason: walk.word("Vazgeçildi"), by: walk.manager)
      }
    ),
    (
      "acknowledge",
      { walk in
        _ = try walk.app.acknowledgeBreach(try walk.breached(.open), plan: walk.word("Plan"), by: walk.owner)
      }
    ),
    (
      "accept",
      { walk in
        _ = try walk.app.acceptBreach(
          try walk.breached(.acknowledged), reason: walk.word("Kabul"),
          until: walk.app.today.adding(days: walk.number(1...9)),
          by: walk.manager)
      }
    ),
    (
      "settle",
      { walk in
        _ = try walk.app.settleBreach(try walk.breached(.acknowledged), reason: walk.word("Giderildi"), by: walk.owner)
      }
    ),
    (
      "review-day",
      { walk in
        _ = try walk.app.setReviewDay(
          try walk.risk(), on: walk.app.today.adding(days: walk.number(0...200)), reason: walk.word("Gerekçe"),
          by: walk.owner)
      }
    ),
    ("escalate", { walk in _ = try walk.app.runEscalation(by: walk.owner) }),
    (
      "answer",
      { walk in
        let line = try walk.any(try walk.app.escalations(by: walk.owner).lines)
        let number = line.escalation.id.rawValue
        if walk.chance() {
          _ = try walk.app.acknowledgeEscalation(number, note: walk.word("Not"), by: walk.owner)
        } else {
          _ = try walk.app.decideEscalation(number, decision: walk.word("Karar"), by: walk.owner)
        }
      }
    ),
    (
      "agenda",
      { walk in
        let line = try walk.any(try walk.app.escalations(by: walk.owner).lines)
        var form = BoardMeetingForm()
        (form.heldOn, form.startsAt, form.place) = (walk.app.today.adding(days: 5), "14:00", "Salon")
        (form.chair, form.members) = ("Başkan", "Üye")
        let meeting = try walk.app.addBoardMeeting(form, by: walk.owner)
        let item = try walk.app.addAgendaItem(
          meeting: meeting.id.rawValue, escalation: line.escalation.id.rawValue, by: walk.owner)
        if walk.chance() { try walk.app.withdrawAgendaItem(item.id.rawValue, by: walk.owner) }
      }
    ),
  ]

  static let houseActs: [Act] = [
    (
      "unit",
      { walk in
        let unit = try walk.app.resolve(
          unitCode: try walk.any([walk.town.payroll, walk.town.legal]).code, by: walk.owner)
        let parent = try walk.any([nil, walk.town.finance.code, walk.town.works.code])
        let form = UnitForm(parentCode: parent, code: unit.code, name: walk.word("Birim"))
        _ = try walk.app.editUnit(unit.code, form, version: unit.version, by: walk.owner)
      }
    ),
    (
      "method",
      { walk in
        guard walk.number(1...3) == 1 else { return }
        _ = try walk.app.publishMethod(
          .id(try walk.any(["5x5", "3x3", "10x10", "5x5-a"])), reason: walk.word("Rehber"),
          version: try walk.app.administration().version, by: walk.owner)
      }
    ),
    ("undo-method", { walk in _ = try walk.app.undoMethod(reason: walk.word("Geri"), by: walk.owner) }),
    (
      "session",
      { walk in
        var form = VoteSessionForm()
        (form.title, form.unitCode) = (walk.word("Oturum"), walk.town.root.code)
        form.chair = try VoteRoom.login(walk.chair, walk.app)
        form.participants = [try VoteRoom.login(walk.chair, walk.app), try VoteRoom.login(walk.manager, walk.app)]
        form.agenda = [.init(try walk.risk())]
        walk.sessions.append(try walk.app.createVoteSession(form, by: walk.chair).id)
      }
    ),
    (
      "edit-session",
      { walk in
        let session = try walk.any(walk.sessions)
        let page = try walk.app.voteSession(session, by: walk.chair)
        var form = VoteSessionForm()
        (form.title, form.heldOn) = (walk.word("Oturum"), walk.app.today)
        form.participants = page.people.map(\.login)
        form.agenda = [.init(try walk.risk())]
        _ = try walk.app.editVoteSession(session, form, version: page.session.version, by: walk.chair)
      }
    ),
    (
      "round",
      { walk in
        let place = VotePlace(try walk.any(walk.sessions), 1)
        _ = try walk.app.startVoteRound(place, by: walk.chair)
        guard walk.chance() else { return }
        for person in [walk.chair, walk.manager] { _ = try walk.app.castVote(place, walk.pair(), by: person) }
      }
    ),
    (
      "vote",
      { walk in
        let place = VotePlace(try walk.any(walk.sessions), 1)
        for person in [walk.chair, walk.manager] { _ = try walk.app.castVote(place, walk.pair(), by: person) }
      }
    ),
    (
      "accept-vote",
      { walk in
        let place = VotePlace(try walk.any(walk.sessions), 1)
        _ = try? walk.app.startVoteRound(place, by: walk.chair)
        for person in [walk.chair, walk.manager] { _ = try? walk.app.castVote(place, walk.pair(), by: person) }
        _ = try walk.app.acceptVote(place, dropsOthers: true, by: walk.chair)
      }
    ),
  ]
}
