import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// A few controls in the sample administration: linked to risks, tested or not, one of them with too old a test.
  func fillSampleControls() throws {
    let today = today
    try write("sample", by: .machineOperator) { connection, stamp in
      let access = try Access(.machineOperator, connection)
      let choice = try ControlEffectTable.insert(
        .tierReduction, from: today.adding(months: -3), reason: "Örnek veri", at: stamp.at, by: stamp.actor, connection)
      try Journal.append(stamp, after: .controlEffectChoice(choice), connection)
      for sample in SampleControl.all {
        guard let risk = try RiskTable.find(reference: sample.risk, connection) else { continue }
        let control = try insert(sample.details(in: risk.details.unitID), access, stamp, connection)
        let input = ControlLinkInput(share: sample.share, factor: sample.factor)
        try link(control, to: sample.risk, input, fitting: true, access, stamp, connection)
        guard let (size, exceptions, months) = sample.test else { continue }
        let test = try ControlTestTable.insert(
          ControlTest(
            id: Identifier(0), controlID: control.id, testedOn: today.adding(months: -months),
            tester: "İç kontrol birimi", sampleSize: size, exceptions: exceptions,
            conclusion: exceptions == 0 ? .passed : .passedWithExceptions,
            notes: exceptions == 0 ? "" : "\(exceptions) işlemde kontrol uygulanmamış", recordedAt: stamp.at,
            recordedBy: stamp.actor), connection)
        try Journal.append(stamp, after: .controlTest(test, unitID: control.details.unitID), connection)
      }
    }
  }
}

/// A control of the sample: the risk it works on, and its test as sample size, exceptions and age in months.
private struct SampleControl {
  let risk: String
  let name: String
  let kind: ControlKind
  let nature: ControlNature
  let frequency: ControlFrequency
  let share: Int
  let factor: ControlFactor
  let test: (size: Int, exceptions: Int, months: Int)?

  func details(in unit: Identifier<Unit>) -> ControlDetails {
    var details = ControlDetails(unitID: unit, name: name, kind: kind, nature: nature, frequency: frequency)
    details.owner = "Şef"
    details.design = 4
    details.answers = ["trace": "record", "approval": "other-team", "oversight": "regular"]
    return details
  }

  static let all = [
    SampleControl(
      risk: "MH.RA.0001", name: "Aylık gerçekleşme raporunun bütçe ile karşılaştırılması", kind: .detective,
      nature: .assisted, frequency: .monthly, share: 40, factor: .likelihood, test: (12, 0, 2)),
    SampleControl(
      risk: "MH.RA.0001", name: "Gelir tahmininin iki ayrı yöntemle yapılması", kind: .preventive, nature: .manual,
      frequency: .yearly, share: 60, factor: .likelihood, test: (10, 1, 1)),
    SampleControl(
      risk: "MH.RA.0002", name: "Tahakkuk–tahsilat mutabakatı", kind: .detective, nature: .assisted,
      frequency: .monthly, share: 100, factor: .likelihood, test: (25, 2, 3)),
    SampleControl(
      risk: "MH.RA.0003", name: "Ödeme emrinde çift onay", kind: .preventive, nature: .automatic,
      frequency: .eachTime, share: 100, factor: .both, test: (30, 0, 14)),
    SampleControl(
      risk: "MH.RA.0004", name: "Borç stokunun üç ayda bir izlenmesi", kind: .detective, nature: .manual,
      frequency: .quarterly, share: 100, factor: .both, test: nil),
  ]
}
