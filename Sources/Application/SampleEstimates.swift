import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Estimates of a few risks of the sample administration, all made up, and one run of them.
  func fillSampleEstimates() throws {
    // Every fifth risk, so that several units have some.
    let all = try read { connection in
      try UnitTable.all(connection).flatMap { try RiskTable.all(ofUnit: $0.id, connection) }.map(\.reference)
    }
    let risks = all.enumerated().filter { $0.offset % 5 == 1 }.map(\.element)
    for (reference, form) in zip(risks, SampleEstimate.forms) {
      try setEstimate(reference, form, version: 0, by: .machineOperator)
    }
    var form = SimulationForm()
    (form.name, form.trials, form.seed) = ("Örnek çalıştırma", "20000", "2026")
    _ = try simulate(form, by: .machineOperator)
  }
}

/// Made-up estimates of the sample.
private enum SampleEstimate {
  static var forms: [EstimateForm] {
    [
      pert("0,6", "50.000", "180.000", "900.000", "Son beş yılda üç olay; birim görüşmesi"),
      lognormal("1,5", "20.000", "600.000", "Mali hizmetler kayıtları ve iki uzmanın aralığı"),
      once("%20", "250.000", "1.000.000", "4.500.000", "Hukuk biriminin devam eden dosyalardan tahmini"),
      pert("3", "5.000", "12.000", "60.000", "Arıza kayıtlarının yıllık ortalaması"),
      lognormal("0,3", "100.000", "5.000.000", "Benzer belediyelerde yaşanan olaylar"),
      observed("2", "8.400; 12.750; 31.000; 9.900; 77.500", "Son iki yılda ödenen tutarlar"),
      once("%5", "1.000.000", "6.000.000", "20.000.000", "Afet senaryosu çalışması"),
    ]
  }

  private static func form(_ frequency: String, _ rationale: String) -> EstimateForm {
    var form = EstimateForm()
    (form.frequency, form.rationale) = (frequency, rationale)
    return form
  }

  private static func pert(
    _ frequency: String, _ minimum: String, _ mode: String, _ maximum: String, _ rationale: String
  ) -> EstimateForm {
    var form = form(frequency, rationale)
    (form.minimum, form.mode, form.maximum) = (minimum, mode, maximum)
    return form
  }

  private static func once(
    _ probability: String, _ minimum: String, _ mode: String, _ maximum: String, _ rationale: String
  ) -> EstimateForm {
    var form = pert(probability, minimum, mode, maximum, rationale)
    form.frequencyKind = .bernoulli
    return form
  }

  private static func lognormal(_ frequency: String, _ low: String, _ high: String, _ rationale: String) -> EstimateForm
  {
    var form = form(frequency, rationale)
    (form.lossKind, form.low, form.high) = (.lognormal, low, high)
    return form
  }

  private static func observed(_ frequency: String, _ sample: String, _ rationale: String) -> EstimateForm {
    var form = form(frequency, rationale)
    (form.lossKind, form.sample) = (.empirical, sample)
    return form
  }
}
