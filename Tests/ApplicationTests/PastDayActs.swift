import GuvenceCore
import GuvenceRegister
import GuvenceRules

@testable import GuvenceApplication

extension PastDayWalk {
  static let acts: [Act] = riskActs + identityActs + treatmentActs + measureActs + oversightActs + houseActs

  private static let riskActs: [Act] = [
    (
      "edit",
      { walk in
        let risk = try walk.page(try walk.risk()).row.risk
        var details = risk.details
        details.statement = walk.word("Risk")
        (details.owner, details.controls) = (walk.word("Sahip"), walk.word("Kontrol"))
        details.category = walk.chance() ? "mali" : ""
        details.response = try walk.any(RiskResponse.allCases)
        details.isKeyRisk = walk.chance()
        details.keyRiskReason = details.isKeyRisk ? walk.word("Neden") : ""
        _ = try walk.app.editRisk(risk.reference, details, version: risk.version, by: walk.owner)
      }
    ),
    (
      "move",
      { walk in
        let risk = try walk.page(try walk.risk()).row.risk
        var details = risk.details
        details.unitID = try walk.any(walk.town.units).id
        _ = try walk.app.editRisk(risk.reference, details, version: risk.version, by: walk.owner)
      }
    ),
    (
      "assess",
      { walk in
        let risk = try walk.page(try walk.risk()).row.risk
        var input = AssessmentInput(inherent: walk.pair(), reason: walk.word("Gerekçe"))
        if walk.chance() { input.residual = walk.pair() }
        if walk.chance() { input.assessedOn = walk.app.today.adding(days: -walk.number(0...3)) }
        _ = try walk.app.assess(risk.reference, input, version: risk.version, by: walk.owner)
      }
    ),
    (
      "retire",
      { walk in
        let risk = try walk.page(try walk.risk()).row.risk
        if risk.retiredOn == nil {
          guard walk.number(1...3) == 1 else { return }
          _ = try walk.app.retireRisk(
            risk.reference, reason: walk.word("Bitti"), version: risk.version, by: walk.owner)
        } else {
          _ = try walk.app.reinstateRisk(risk.reference, version: risk.version, by: walk.owner)
        }
      }
    ),
    (
      "estimate",
      { walk in
        let reference = try walk.risk()
        let version = try walk.app.estimate(ofRisk: reference, by: walk.owner).version
        if walk.number(1...4) == 1 {
          try walk.app.clearEstimate(reference, reason: walk.word("Geri"), version: version, by: walk.owner)
        } else {
          var form = EstimateForm()
          (form.frequency, form.minimum) = ("0,\(walk.number(1...9))", "10.000")
          (form.mode, form.maximum, form.rationale) = ("40.000", "250.000", walk.word("Dayanak"))
          try walk.app.setEstimate(reference, form, version: version, by: walk.owner)
        }
      }
    ),
    (
      "dismiss",
      { walk in
        let page = try walk.page(try walk.risk())
        let open = page.identification.remarks.filter { $0.dismissal == nil }
        let remark = try walk.any(open)
        _ = try walk.app.dismissStatementFinding(
          page.row.risk.reference, check: remark.finding.check.id, reason: walk.word("Kalsın"), by: walk.owner)
      }
    ),
  ]

  private static let identityActs: [Act] = [
    (
      "share",
      { walk in
        let reference = try walk.risk()
        _ = try walk.app.shareRisk(
          reference, with: try walk.any(walk.town.units).code, reason: walk.word("Ortak"), by: walk.owner)
      }
    ),
    (
      "unshare",
      { walk in
        let reference = try walk.risk()
        let share = try walk.any(try walk.page(reference).identification.shares)
        _ = try walk.app.unshareRisk(reference, with: share.unitCode, by: walk.owner)
      }
    ),
    (
      "relate",
      { walk in
        _ = try walk.app.relateRisks(
          try walk.risk(), to: try walk.risk(), kind: try walk.any(RelationKind.allCases), note: walk.word("Not"),
          by: walk.owner)
      }
    ),
    (
      "unrelate",
      { walk in
        let map = try walk.page(try walk.risk()).identification.relations
        let relation = try walk.any(map.relations)
        guard let from = map.node(relation.fromID), let to = map.node(relation.toID) else { return }
        _ = try walk.app.unrelateRisks(from.reference, to: to.reference, by: walk.owner)
      }
    ),
  ]

  private static let treatmentActs: [Act] = [
    (
      "control",
      { walk in
        let code = try walk.any(walk.controls)
        let line = try walk.app.control(code, by: walk.owner).line
        var form = ControlForm(line.control, unitCode: line.unitCode)
        (form.name, form.owner) = (walk.word("Kontrol"), walk.word("Sahip"))
        form.answers = ["trace": walk.chance() ? "record" : "", "approval": "other-team"]
        _ = try walk.app.editControl(code, form, version: line.control.version, by: walk.owner)
      }
    ),
    (
      "link",
      { walk in
        let input = ControlLinkInput(share: walk.number(1...100), factor: try walk.any(ControlFactor.allCases))
        try walk.app.linkControl(try walk.any(walk.controls), to: try walk.risk(), input, by: walk.owner)
      }
    ),
    (
      "unlink",
      { walk in
        let reference = try walk.risk()
        let line = try walk.any(try walk.app.controls(ofRisk: reference, by: walk.owner).lines)
        try walk.app.unlinkControl(line.control.code, from: reference, reason: walk.word("Bitti"), by: walk.owner)
      }
    ),
    (
      "test",
      { walk in
        let input = ControlTestInput(
          sampleSize: 10, exceptions: walk.number(0...4), conclusion: .passedWithExceptions, notes: walk.word("Bulgu"))
        _ = try walk.app.recordControlTest(try walk.any(walk.controls), input, by: walk.owner)
      }
    ),
    (
      "retire-control",
      { walk in
        let control = try walk.app.control(try walk.any(walk.controls), by: walk.owner).line.control
        if control.retiredOn == nil {
          _ = try walk.app.retireControl(
            control.code, reason: walk.word("Bitti"), version: control.version, by: walk.owner)
        } else {
          _ = try walk.app.reinstateControl(control.code, version: control.version, by: walk.owner)
        }
      }
    ),
    (
      "effect",
      { walk in
        _ = try walk.app.chooseControlEffect(
          try walk.any(ControlEffectMethod.allCases), reason: walk.word("Rehber"), by: walk.owner)
      }
    ),
    (
      "add-action",
      { walk in
        walk.actions.append(try walk.app.addAction(walk.action([try walk.risk()]), by: walk.owner).code)
      }
    ),
    (
      "edit-action",
      { walk in
        let code = try walk.any(walk.actions)
        let action = try walk.app.action(code, by: walk.owner).line.action
        _ = try walk.app.editAction(
          code, walk.action([try walk.risk(), try walk.risk()]), version: action.version, by: walk.owner)
      }
    ),
    (
      "progress",
      { walk in
        _ = try walk.app.recordProgress(
          try walk.any(walk.actions), percent: walk.number(0...100), note: walk.word("İlerleme"), by: walk.owner)
      }
    ),
    (
      "end-action",
      { walk in
        let code = try walk.any(walk.actions)
        let version = try walk.app.action(code, by: walk.owner).line.action.version
        if walk.chance() {
          _ = try walk.app.attachEvidence(
            file: try walk.file(), name: "tutanak.txt", to: EvidenceTarget(.action, code), by: walk.owner)
          _ = try walk.app.completeAction(code, note: walk.word("Bitti"), version: version, by: walk.owner)
        } else {
          _ = try walk.app.cancelAction(code, reason: walk.word("Vazgeçildi"), version: version, by: walk.owner)
        }
      }
    ),
    (
      "evidence",
      { walk in
        _ = try walk.app.attachEvidence(
          file: try walk.file(), name: "kanit.txt", note: walk.word("Not"),
          to: EvidenceTarget(.risk, try walk.risk()), by: walk.owner)
      }
    ),
    (
      "withdraw-evidence",
      { walk in
        let files = try walk.app.evidence(of: EvidenceTarget(.risk, try walk.risk()), by: walk.owner).files
        let file = try walk.any(files.filter { $0.withdrawal == nil })
        _ = try walk.app.withdrawEvidence(file.id, reason: walk.word("Yanlış"), by: walk.owner)
      }
    ),
  ]

  private static let measureActs: [Act] = [
    (
      "read",
      { walk in
        let input = ReadingInput(value: "\(walk.number(0...20))", note: walk.word("Not"))
        _ = try walk.app.recordReading(try walk.any(walk.indicators), input, by: walk.owner)
      }
    ),
    (
      "correct",
      { walk in
        let code = try walk.any(walk.indicators)
        let last = try walk.any(try walk.app.indicator(code, by: walk.owner).line.series)
        let input = ReadingInput(value: "\(walk.number(0...20))", corrects: last.id, reason: walk.word("Yanlış"))
        _ = try walk.app.recordReading(code, input, by: walk.owner)
      }
    ),
    (
      "edit-indicator",
      { walk in
        let code = try walk.any(walk.indicators)
        let version = try walk.app.indicator(code, by: walk.owner).line.indicator.version
        _ = try walk.app.editIndicator(
          code, walk.indicator([try walk.risk(), try walk.risk()]), version: version, by: walk.owner)
      }
    ),
    (
      "retire-indicator",
      { walk in
        let indicator = try walk.app.indicator(try walk.any(walk.indicators), by: walk.owner).line.indicator
        if indicator.retiredOn == nil {
          guard walk.number(1...3) == 1 else { return }
          _ = try walk.app.retireIndicator(
            indicator.code, reason: walk.word("Bitti"), version: indicator.version, by: walk.owner)
        } else {
          _ = try walk.app.reinstateIndicator(indicator.code, version: indicator.version, by: walk.owner)
        }
      }
    ),
    (
      "add-event",
      { walk in
        walk.events.append(try walk.app.addEvent(walk.event([try walk.risk()]), by: walk.owner).code)
      }
    ),
    (
      "edit-event",
      { walk in
        let event = try walk.app.event(try walk.any(walk.events), by: walk.owner).line.event
        _ = try walk.app.editEvent(
          event.code, walk.event([try walk.risk(), try walk.risk()]), version: event.version, by: walk.owner)
      }
    ),
    (
      "close-event",
      { walk in
        let event = try walk.app.event(try walk.any(walk.events), by: walk.owner).line.event
        if event.closedOn == nil {
          _ = try walk.app.closeEvent(event.code, reason: walk.word("Bitti"), version: event.version, by: walk.owner)
        } else {
          _ = try walk.app.reopenEvent(event.code, version: event.version, by: walk.owner)
        }
      }
    ),
    (
      "lesson",
      { walk in
        let code = try walk.any(walk.events)
        _ = try walk.app.addLesson(code, LessonForm(text: walk.word("Ders")), by: walk.owner)
      }
    ),
    (
      "edit-lesson",
      { walk in
        let code = try walk.any(walk.events)
        let lesson = try walk.any(try walk.app.event(code, by: walk.owner).lessons)
        let form = LessonForm(text: walk.word("Ders"), proposal: walk.word("Öneri"), isFollowed: walk.chance())
        _ = try walk.app.editLesson(code, lesson.id, form, version: lesson.version, by: walk.owner)
      }
    ),
  ]
}
