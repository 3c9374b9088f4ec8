extension QuantileTable {
  /// The table of a PERT distribution between different `minimum` and `maximum`.
  static func pert(minimum: Double, mode: Double, maximum: Double) -> QuantileTable {
    let range = maximum - minimum
    let (a, b) = (1 + 4 * (mode - minimum) / range, 1 + 4 * (maximum - mode) / range)
    return QuantileTable(
      lower: BetaWalk(a: a, b: b).knots().map { Knot(value: minimum + range * $0.value, slope: range * $0.slope) },
      upper: BetaWalk(a: b, b: a).knots().map { Knot(value: maximum - range * $0.value, slope: -range * $0.slope) })
  }
}

/// Walks along the quantile function of a beta distribution with a + b = 6 from near 0 to its median.
///
/// Starts with the power series of the distribution function and then goes from knot to knot: a step by the Taylor series of
/// the inverse, the integral of the density over that step by three Gauss points, and Halley's correction.
private struct BetaWalk {
  let a: Double
  let b: Double
  let logBeta: Double

  init(a: Double, b: Double) {
    (self.a, self.b) = (a, b)
    logBeta = SpecialFunctions.logGamma(a) + SpecialFunctions.logGamma(b) - SpecialFunctions.logGamma(a + b)
  }

  func knots() -> [QuantileTable.Knot] {
    let distances = QuantileTable.distances
    var x = first(distances[0])
    var height = densities(.init(repeating: x))[0]
    var knots = [QuantileTable.Knot(value: x, slope: 1 / height)]
    knots.reserveCapacity(distances.count)
    for number in 1..<distances.count {
      (x, height) = step(from: x, height, by: distances[number] - distances[number - 1])
      knots.append(QuantileTable.Knot(value: x, slope: 1 / height))
    }
    return knots
  }

  /// Solves F(x) = v near 0, where x^a / (a·B) is nearly all of F.
  private func first(_ v: Double) -> Double {
    let plain = Elementary.exp((Elementary.log(v) + Elementary.log(a) + logBeta) / a)
    var x = plain
    for _ in 0..<6 { x = plain * Elementary.exp(-Elementary.log(series(x)) / a) }
    return x
  }

  /// a·Σ (1−b)ₙ xⁿ / (n!·(a+n)).
  private func series(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1..<40 {
      term *= x * (Double(n) - b) / Double(n)
      sum += term * a / (a + Double(n))
    }
    return sum
  }

  private func step(from x: Double, _ height: Double, by rise: Double) -> (x: Double, height: Double) {
    let bend = logSlope(x)
    let plain = rise / height
    let guess = min(x + plain * (1 - plain * bend / 2), 1 - (1 - x) / 8)
    let length = guess - x
    let reach = 0.387_298_334_620_741_7
    let found = densities(
      .init(x + length * (0.5 - reach), x + length / 2, x + length * (0.5 + reach), guess))
    let area = length * (5 * found[0] + 8 * found[1] + 5 * found[2]) / 18
    let off = (area - rise) / found[3]
    let slope = logSlope(guess)
    let correction = off / (1 - off * slope / 2)
    // The density at the corrected place, by its Taylor series: the correction is a ten-thousandth of the step.
    let curvature = -(a - 1) / (guess * guess) - (b - 1) / ((1 - guess) * (1 - guess))
    let change = correction * (slope - correction * (slope * slope + curvature) / 2)
    return (guess - correction, found[3] * (1 - change))
  }

  /// f′/f.
  private func logSlope(_ x: Double) -> Double { (a - 1) / x - (b - 1) / (1 - x) }

  private func densities(_ x: Elementary.Lanes) -> Elementary.Lanes {
    Elementary.exp((a - 1) * Elementary.log(x) + (b - 1) * Elementary.log(1 - x) - logBeta)
  }
}
