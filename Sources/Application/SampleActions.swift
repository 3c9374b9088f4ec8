import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// A few made-up actions of the sample administration: planned, under way, overdue, done with its evidence.
  func fillSampleActions() throws {
    let today = today
    try write("sample", by: .machineOperator) { connection, stamp in
      let access = try Access(.machineOperator, connection)
      for sample in SampleAction.all {
        guard let risk = try RiskTable.find(reference: sample.risk, connection) else { continue }
        var details = ActionDetails(
          unitID: risk.details.unitID, title: sample.title, startsOn: today.adding(days: sample.days.0),
          dueOn: today.adding(days: sample.days.1))
        (details.owner, details.outcome, details.cost) = (risk.details.owner, sample.outcome, sample.cost)
        var action = try insert(details, [risk.id], access, stamp, connection)
        for (index, percent) in sample.progress.enumerated() {
          let entry = try ActionProgressTable.insert(
            ActionProgress(
              id: Identifier(0), actionID: action.id,
              on: min(today, details.startsOn.adding(days: 20 * (index + 1))), percent: percent,
              note: "Aylık ilerleme", at: stamp.at, by: stamp.actor), connection)
          try Journal.append(stamp, after: .actionProgress(entry, unitID: details.unitID), connection)
        }
        if sample.isDone { try finish(&action, stamp, connection) }
      }
    }
  }

  private func finish(_ action: inout RiskAction, _ stamp: JournalStamp, _ connection: Connection) throws {
    let text = "Tutanak: \(action.details.title) tamamlandı (kurgusal).\n"
    let draft = Evidence(
      id: Identifier(0), targetKind: .action, targetID: action.id.rawValue, name: "tutanak.txt", format: .txt,
      size: text.utf8.count, digest: "", note: "Kabul tutanağı", addedAt: stamp.at, addedBy: stamp.actor)
    let file = try EvidenceTable.insert(draft, bytes: Array(text.utf8), connection)
    try Journal.append(stamp, after: .evidence(file, unitID: action.details.unitID), connection)
    let before = action
    action.ending = ActionEnding(
      kind: .completed, on: stamp.at.dayInIstanbul, at: stamp.at, by: stamp.actor, note: "Kabulü yapıldı")
    action.version += 1
    guard try RiskActionTable.update(action, basedOn: before.version, connection) else { throw Access.notFound }
    try Journal.append(stamp, before: .riskAction(before), after: .riskAction(action), connection)
    try openReviews(after: action, stamp, connection)
  }
}

/// An action of the sample: days from today, cost in kuruş, progress by entry.
private struct SampleAction {
  let risk: String
  let title: String
  let outcome: String
  let cost: Int64?
  let days: (Int, Int)
  let progress: [Int]
  var isDone = false

  static let all = [
    SampleAction(
      risk: "MH.RA.0001", title: "Tahsilat takip ekranı kurulması", outcome: "Aylık gecikme raporu",
      cost: 25_000_000, days: (-90, -10), progress: [20, 55]),
    SampleAction(
      risk: "MH.RA.0002", title: "Alacak takip yönergesinin hazırlanması", outcome: "Onaylı yönerge", cost: nil,
      days: (-40, 20), progress: [40]),
    SampleAction(
      risk: "MH.RA.0001", title: "Borçlulara hatırlatma mesajı gönderilmesi", outcome: "Gönderim kayıtları",
      cost: 4_500_050, days: (-120, -30), progress: [50, 100], isDone: true),
    SampleAction(
      risk: "MH.RA.0003", title: "Birim personeline eğitim verilmesi", outcome: "Katılım listesi", cost: 1_200_000,
      days: (15, 120), progress: []),
  ]
}
