import GuvenceCatalogs
import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Statements of appetite of the sample administration, approved between two rounds of assessments, so that the later
  /// one opens and resolves cases; and one proposal that still waits.
  func fillSampleAppetite(_ taxonomy: RiskTaxonomy, daysAgo: Int) throws {
    let moment = Instant(milliseconds: clock().milliseconds - Int64(daysAgo) * 86_400_000)
    let past = App(database: database, dataFolder: dataFolder, rules: rules, clock: { moment })
    try past.write("sample", by: .machineOperator) { connection, stamp in
      let coordinator = stamp.with(actor: "Örnek İRK")
      let manager = stamp.with(actor: "Örnek Üst Yönetici")
      for sample in SampleStatement.all {
        let made = try past.propose(sample.form, taxonomy, coordinator, connection)
        guard sample.isApproved else { continue }
        _ = try past.decide(made, .approved, note: "Kurul görüşü alındı.", manager, connection)
      }
    }
  }

  /// The state of today: what the days since have ended, and a plan for the worst case.
  func finishSampleAppetite() throws {
    try write("sample", by: .machineOperator) { connection, stamp in
      try compareAllWithAppetite(stamp, connection)
      let access = try Access(.machineOperator, connection)
      guard let worst = try breachLines(in: .all, access.tree, connection).first(where: { $0.breach.state == .open }),
        let last = worst.breach.last, let risk = try RiskTable.find(reference: worst.reference, connection)
      else { return }
      try append(
        BreachEvent(
          id: Identifier(0), caseID: worst.breach.id, riskID: risk.id, kind: .acknowledged, at: stamp.at,
          by: "Örnek BRK", accountID: nil, grade: last.grade, score: last.score, methodologyID: last.methodologyID,
          statementID: last.statementID, text: "Ek kontrol tasarlanacak; gelecek toplantıda Kurula sunulacak."),
        unitID: risk.details.unitID, stamp.with(actor: "Örnek BRK"), connection)
    }
  }
}

/// A statement of the sample. The limits are made up.
private struct SampleStatement {
  let kind: String
  let key: String
  let limits: (Int, Int, Int)
  let rationale: String
  let isApproved: Bool

  var form: AppetiteForm {
    var form = AppetiteForm()
    (form.kind, form.key, form.rationale) = (kind, key, rationale)
    (form.appetite, form.tolerance, form.capacity) = ("\(limits.0)", "\(limits.1)", "\(limits.2)")
    return form
  }

  static let all = [
    SampleStatement(
      kind: "overall", key: "", limits: (8, 12, 20),
      rationale: "Hizmetin sürekliliği korunarak orta düzeye kadar risk alınır.", isApproved: true),
    SampleStatement(
      kind: "category", key: "financial", limits: (6, 9, 16),
      rationale: "Kamu kaynağının kaybı düşük düzeyde tutulur.", isApproved: true),
    SampleStatement(
      kind: "target", key: "H2.2", limits: (9, 15, 20),
      rationale: "Hedefe ulaşmak için yeni yöntemler denenebilir.", isApproved: true),
    SampleStatement(
      kind: "category", key: "reputation", limits: (5, 9, 16),
      rationale: "Vatandaş şikâyetleri arttığı için itibar riskinde daha temkinli olunur.", isApproved: false),
  ]
}

extension JournalStamp {
  /// The same in the name of somebody else.
  fileprivate func with(actor: String) -> JournalStamp {
    JournalStamp(at: at, accountID: accountID, actor: actor, useCase: useCase)
  }
}
