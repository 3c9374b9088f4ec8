import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// A few made-up events in the sample administration, with their lessons.
  func fillSampleEvents() throws {
    let today = today
    try write("sample", by: .machineOperator) { connection, stamp in
      let access = try Access(.machineOperator, connection)
      for sample in SampleEvent.all {
        guard let unit = try UnitTable.find(code: sample.unit, connection) else { continue }
        let references = try RiskTable.all(ofUnit: unit.id, connection).map(\.reference)
        var form = EventForm()
        (form.unitCode, form.kind, form.description) = (sample.unit, sample.kind, sample.description)
        form.occurredOn = today.adding(days: -sample.daysAgo)
        form.detectedOn = today.adding(days: 3 - sample.daysAgo)
        form.reportedOn = today.adding(days: 5 - sample.daysAgo)
        (form.cause, form.measures) = (sample.cause, sample.measures)
        (form.grossLoss, form.recovered, form.isPublicLoss) = (sample.gross, sample.recovered, sample.isPublicLoss)
        form.risks = Array(references.filter { ReferenceNumber.parts($0)?.number == sample.risk })
        let (details, risks) = try checked(form, today: today, access, connection)
        var event = try insert(details, risks, access, stamp, connection)
        guard !sample.lesson.isEmpty else { continue }
        let lesson = try LessonTable.insert(
          EventLesson(
            id: Identifier(0), eventID: event.id, text: sample.lesson, proposal: sample.proposal, isFollowed: true,
            version: 1, recordedAt: stamp.at, recordedBy: stamp.actor), connection)
        try Journal.append(stamp, after: .eventLesson(lesson, unitID: unit.id), connection)
        let before = event
        (event.closedOn, event.closeReason, event.version) = (today, "Öneri uygulandı", 2)
        _ = try EventTable.update(event, basedOn: 1, connection)
        try Journal.append(stamp, before: .event(before), after: .event(event), connection)
      }
    }
  }
}

private struct SampleEvent {
  let unit: String
  var kind = EventKind.realised
  let daysAgo: Int
  /// Running number of the linked risk; 0 for none.
  let risk: Int
  let description: String
  let cause: String
  var gross = ""
  var recovered = ""
  var isPublicLoss = false
  let measures: String
  var lesson = ""
  var proposal = ""

  static let all = [
    SampleEvent(
      unit: "MH", daysAgo: 210, risk: 2, description: "Bir hak ediş iki kez ödendi.",
      cause: "Fatura iki ayrı yazıyla geldi, mükerrerlik denetimi elle yapılıyordu.", gross: "184.250,40",
      recovered: "184.250,40", isPublicLoss: true, measures: "Tutar yükleniciden geri alındı.",
      lesson: "Elle yapılan mükerrerlik denetimi yoğun günlerde atlanıyor.",
      proposal: "Fatura numarası ödeme emrinde zorunlu alan olsun; program aynı numarayı geri çevirsin."),
    SampleEvent(
      unit: "MH", daysAgo: 40, risk: 0, description: "Emlak vergisi tahakkukunda 312 kayıt zamanaşımına uğradı.",
      cause: "Zamanaşımı listesi dönem sonunda alınmadı.", gross: "96.400", isPublicLoss: true,
      measures: "Kalan kayıtlar için tebligat çıkarıldı."),
    SampleEvent(
      unit: "MH", kind: .nearMiss, daysAgo: 18, risk: 1,
      description: "Yanlış hesaba hazırlanan ödeme, ikinci imzada fark edildi.",
      cause: "Banka bilgisi eski sözleşmeden alındı.", measures: "Ödeme emri iptal edildi."),
  ]
}
