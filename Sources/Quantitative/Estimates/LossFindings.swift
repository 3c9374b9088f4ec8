import GuvenceCore

extension Loss {
  /// What is wrong with the numbers, all of it; empty where they can be used.
  var findings: [EstimateFinding] {
    switch self {
    case .pert(let minimum, let mode, let maximum), .triangular(let minimum, let mode, let maximum):
      return Loss.findings(minimum, mode, maximum)
    case .lognormal(let low, let high): return Loss.findings(low, high)
    case .empirical(let sample): return Loss.findings(sample)
    }
  }

  private static func findings(_ minimum: Double, _ mode: Double, _ maximum: Double) -> [EstimateFinding] {
    var found = [(EstimateFinding.Part.minimum, minimum), (.mode, mode), (.maximum, maximum)].compactMap(amount)
    guard found.isEmpty else { return found }
    if mode < minimum {
      found.append(
        EstimateFinding(
          .mode,
          Localized("En olası kayıp en düşük kayıptan az olamaz", "The likeliest loss cannot be below the least loss")))
    }
    if maximum < mode {
      found.append(
        EstimateFinding(
          .maximum,
          Localized(
            "En yüksek kayıp en olası kayıptan az olamaz", "The greatest loss cannot be below the likeliest loss")))
    }
    return found
  }

  private static func findings(_ low: Double, _ high: Double) -> [EstimateFinding] {
    let found = [(EstimateFinding.Part.low, low), (.high, high)].compactMap(amount)
    guard found.isEmpty else { return found }
    if low < 1 {
      return [
        EstimateFinding(
          .low,
          Localized(
            "Aralığın alt ucu en az 1 ₺ olmalıdır; hiç kayıp olmaması sıklıkla anlatılır",
            "The lower end must be at least ₺1; the chance of no loss belongs to the frequency"))
      ]
    }
    if high <= low {
      return [
        EstimateFinding(
          .high,
          Localized("Aralığın üst ucu alt ucundan büyük olmalıdır", "The upper end must be greater than the lower end"))
      ]
    }
    if high > low * maximumSpread {
      return [
        EstimateFinding(
          .high,
          Localized(
            "Aralığın üst ucu alt ucunun 1000 katını aşamaz; riski büyük ve küçük olay olarak ikiye ayırın",
            "The upper end may be at most 1000 times the lower end; split the risk into small and large events"))
      ]
    }
    return []
  }

  private static func findings(_ sample: [Double]) -> [EstimateFinding] {
    if sample.isEmpty || sample.count > maximumSample {
      return [
        EstimateFinding(
          .sample,
          Localized("1 ile 1000 arasında gözlenen kayıp gerekir", "Between 1 and 1000 observed losses are needed"))
      ]
    }
    return sample.lazy.compactMap { amount((.sample, $0)) }.prefix(1).map { $0 }
  }

  private static func amount(_ named: (EstimateFinding.Part, Double)) -> EstimateFinding? {
    guard !(named.1 >= 0 && named.1 <= maximumAmount) else { return nil }
    return EstimateFinding(
      named.0,
      Localized("Tutar 0 ile 10 trilyon ₺ arasında olmalıdır", "The amount must be between ₺0 and ₺10 trillion"))
  }
}
