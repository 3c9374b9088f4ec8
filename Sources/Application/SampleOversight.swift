import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// A meeting of the board in the sample administration, with an escalation decided, and one to come.
  func fillSampleOversight() throws {
    let (today, actor) = (today, Actor.machineOperator)
    let then = Instant(milliseconds: clock().milliseconds - 12 * 86_400_000)
    let past = App(database: database, dataFolder: dataFolder, rules: rules, clock: { then })
    _ = try past.runEscalation(by: actor)
    var form = BoardMeetingForm()
    (form.heldOn, form.startsAt, form.place) = (today.adding(days: -10), "14:00", "Meclis salonu")
    form.chair = "Belediye Başkan Yardımcısı"
    form.members = "Mali Hizmetler Müdürü\nFen İşleri Müdürü\nİnsan Kaynakları Müdürü\nBilgi İşlem Müdürü"
    let held = try past.addBoardMeeting(form, by: actor)
    let waiting = try past.escalations(by: actor).lines.first { $0.escalation.to >= .administration }
    if let waiting {
      let item = try past.addAgendaItem(
        meeting: held.id.rawValue, escalation: waiting.escalation.id.rawValue, by: actor)
      var decision = BoardDecisionForm()
      (decision.text, decision.unitCode) = ("Ek kontrol kurulsun, sonucu bildirilsin.", waiting.unitCode)
      decision.dueOn = today.adding(days: -2)
      _ = try past.decideOnItem(item.id.rawValue, decision, by: actor)
    }
    _ = try past.addAgendaItem(
      meeting: held.id.rawValue, title: "İç kontrol uyum eylem planının gerçekleşmesi", by: actor)
    form.state = .held
    _ = try past.editBoardMeeting(held.id.rawValue, form, version: 1, by: actor)
    (form.heldOn, form.state) = (today.adding(days: 20), .planned)
    _ = try addBoardMeeting(form, by: actor)
    _ = try runEscalation(by: actor)
  }
}
