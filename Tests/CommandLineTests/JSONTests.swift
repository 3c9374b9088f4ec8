import Foundation
import Testing

@testable import GuvenceCommandLine

/// Everything that reads answers in JSON too.
@Suite struct JSONTests {
  /// Commands and the keys their JSON has, on the sample municipality.
  static let readers: [(words: String, keys: String)] = [
    (
      "score 4 5",
      "methodology=5x5 score=20 level levelId rank reaction appetite nextReview citation verified reasons.rule"
    ),
    ("check", "errors=0 warnings=0 findings"),
    ("rules list", "on methodologies.id methodologies.source methodologies.verified methodologies.levels"),
    (
      "rules diff 2014-01-01 2026-01-01",
      "from to changes.id changes.kind=added changes.before changes.after changes.details"
    ),
    ("method list", "methodologies.id=5x5 methodologies.inUse methodologies.risks methodologies.digest changes=0"),
    ("method text 3x3", "text"),
    (
      "method simulate 10x10",
      "from=5x5 to=10x10 digest mapping=scale-mapping risks=40 levelsBefore.level levelsAfter.risks mapBefore=5 mapAfter=10 "
        + "transitions.from changed changes.reference changes.before.levelId aboveBefore aboveAfter newlyAbove"
    ),
    ("rules stale", "on days=365 stale.id stale.checked stale.source"),
    ("rules test", "cases failed=0 failures=0"),
    ("risk list", "total=41 page=1 pageSize=50 risks.reference risks.score risks.levelId risks.assessed risks.version"),
    ("risk show MH.RA.0001", "reference=MH.RA.0001 cause inherent.score residual.levelId findings reasons.citation"),
    ("risk check", "checked=41 open=0 counts.check counts.count"),
    ("risk check-statement \"Kamu zararı oluşması\"", "findings.check findings.reason findings.remedy findings.level"),
    ("risk relations", "risks relations"),
    ("risk suggestions --unit MH", "unit=MH directorate=financial-services suggestions.entry suggestions.verified"),
    ("risk explain MH.RA.0001", "reference inherent.arithmetic inherent.citation residual.effective"),
    ("risk history MH.RA.0001", "reference assessments.inherent.score assessments.ruleDigest journal.sequence"),
    ("journal --limit 20", "lines.sequence lines.useCase lines.entity lines.key lines.changes.field"),
    ("indicator list", "total=4 indicators.code indicators.status indicators.trend indicators.dueOn"),
    ("indicator show MH.G.0001", "code=MH.G.0001 status=alarm trend=falling readings.value reasons.citation risks"),
    ("quantify runs", "estimates.reference estimates.estimate runs.run=1 runs.result.fingerprint"),
    ("quantify show MH.RA.0005", "reference=MH.RA.0005 version=1 history.rationale"),
    ("quantify replay 1", "run=1 same=true stored found"),
    ("event list", "total=3 events.code events.netKurus sum.realised=2 sum.nearMisses=1 byUnit byYear"),
    ("event show MH.OL.0001", "code=MH.OL.0001 kind=realised publicLoss=true grossKurus=18425040 lessons.text"),
    ("indicator catalog", "indicators.id indicators.unit indicators.verified=false"),
    ("indicator adopt debt-to-revenue", "code=MH.G.0002 origin=debt-to-revenue version=1"),
    ("appetite list", "statements.number statements.state=proposed statements.capacity methodology=5x5 breach"),
    ("appetite explain MH.RA.0001", "reference grade why candidates.chosen cases isDefault=false"),
    ("action list", "total=4 costKurus actions.code actions.status actions.urgency"),
    ("action show MH.EY.0001", "code=MH.EY.0001 evidence=0 progress.percent risks"),
    ("action timeline", "today actions.startsOn"),
    ("breach list", "total cases.risk cases.grade cases.events.kind"),
    ("control list", "total=5 controls.code controls.effectiveness controls.strength controls.unknown"),
    (
      "control show MH.KN.0001",
      "code=MH.KN.0001 quality testScore=100 strength linked.reference=MH.RA.0001 tests.score reasons.citation"
    ),
    (
      "control suggest MH.RA.0001",
      "reference method=tier-reduction controls.share likelihood impact score levelId differs reasons.arithmetic"
    ),
    ("control method", "method=tier-reduction choices.from choices.reason"),
    ("evidence list risk MH.RA.0001", "kind=risk key=MH.RA.0001 evidence=0"),
    ("vote list", "sessions.id=1 sessions.closed=true sessions.items=2 sessions.accepted=2 sessions.waiting=0"),
    ("vote show 1", "id=1 chair participants.absent items.state=accepted items.rounds.votes.impact findings=0"),
    ("vote form 1", "title items.rounds.impact.median items.rounds.likelihood.deviation items.rounds.level"),
    ("process list --catalogue", "processes.code processes.steps=17 processes.lanes"),
    ("process show SAT-01 --catalogue", "card.code=SAT-01 card.steps=34"),
    ("process list", "processes.code processes.depth=1 processes.approved processes.review processes.overdue=false"),
    ("process show SAT-01", "code=SAT-01 parent=SAT process.card.steps=34 versions.state=draft links.reference"),
    ("process check", "processes=20 errors=0 findings.rule findings.level"),
    ("process diff SAT-01", "code=SAT-01 from=1 to=2 changes.kind changes.text"),
    ("process coverage", "processes=21 charted=20 without_chart overdue waiting unplaced_total"),
    ("process services", "services.code services.documents services.time services.complaint_first"),
    ("process job \"Belediye Başkanı\"", "steps.process steps.name steps.role steps.next"),
    ("process sensitive", "steps.process steps.sensitive=true steps.risks"),
    ("calendar", "month entries.day entries.kind entries.subject entries.overdue"),
    ("notice list", "notices=0"),
    ("escalation list", "total escalations.risk escalations.trigger escalations.state escalations.dueOn"),
    ("escalation show 1", "number=1 risk events.kind events.at"),
    ("board list", "meetings=2 meetings.heldOn meetings.members=4 meetings.state"),
    ("board show 1", "number=1 agenda.title agenda.place"),
    ("report", "period=2026-Q4 administration totals levels heatMaps.inherent units risks journalHead"),
    ("db verify", "intact=true entries head findings=0"),
    ("db verify --head", "head"),
    ("unit list", "units.code units.name units.depth=0 units.risks"),
    ("user list", "users=4"),
    ("version", "version"),
  ]

  @Test func documentedKeysAreThere() throws {
    let shell = try Shell()
    #expect(shell.run(["init", "--sample"]).code == .done)
    for (words, keys) in JSONTests.readers {
      let answer = shell.run(Transcript.words(words) + ["--json"])
      #expect([.done, .findings].contains(answer.code), "\(words): \(answer.error)")
      for key in Transcript.words(keys) {
        #expect(JSONKeys.holds(answer.out, key), "\(words): \(key)\n\(answer.out.prefix(400))")
      }
    }
  }

  @Test func onlyWhatJustWritesHasNone() {
    let without = allCommands.filter { command in !command.options.contains { $0.name == "json" } }.map(\.name)
    #expect(
      Set(without) == [
        "init", "serve", "risk retire", "risk reinstate", "db backup", "db restore", "unit add", "user add",
        "user link", "concern keys", "concern answer", "concern close", "process draw", "process export",
        "board minutes",
      ])
    let read = Set(JSONTests.readers.map { Transcript.words($0.words) })
    let both = [
      "risk dismiss", "risk share", "risk unshare", "risk relate", "risk unrelate", "risk adopt",
      "import", "export", "risk add", "risk edit", "risk assess", "indicator add", "indicator record",
      "indicator import", "indicator export", "evidence add", "evidence get", "evidence withdraw",
      "concern officers", "concern list", "concern show", "concern log",
      "quantify set", "quantify clear", "quantify run", "quantify compare", "quantify export", "event add",
      "event edit", "event close", "event lesson", "event export", "method add",
      "control add", "control edit", "control test", "control link", "control unlink", "control retire",
      "control reinstate", "control export",
      "method publish", "method undo", "vote create", "vote edit", "vote open", "vote cast", "vote close",
      "vote round", "vote accept", "vote export",
      "appetite propose", "appetite approve", "appetite withdraw", "appetite export", "breach acknowledge",
      "breach accept",
      "breach resolve", "action add", "action edit", "action progress", "action complete", "action cancel",
      "action export", "risk review", "notice read", "digest write", "escalation run", "escalation acknowledge",
      "escalation decide", "board meeting", "board agenda", "board decide", "board follow", "process import",
      "process add", "process edit", "process adopt", "process retire", "process reinstate", "process save",
      "process submit", "process approve", "process return", "process discard", "process link", "process unlink",
    ]  // in the scenarios
    for command in allCommands where !without.contains(command.name) && !both.contains(command.name) {
      #expect(read.contains { $0.starts(with: command.path) }, "\(command.name)")
    }
  }
}
