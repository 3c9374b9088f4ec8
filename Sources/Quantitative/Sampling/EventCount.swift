/// The number of events of a Poisson distribution: product of uniforms below a mean of 10, above it Hörmann's transformed
/// rejection PTRS (Insurance: Mathematics and Economics 12, 1993). Exact up to the rounding of ln and ln Γ.
enum EventCount {
  /// Draws the number of events with the given mean from the stream.
  static func draw(mean: Double, _ generator: CounterGenerator) -> Int {
    guard mean > 0 else { return 0 }
    return mean < 10 ? product(mean, generator) : transformed(mean, generator)
  }

  private static func product(_ mean: Double, _ generator: CounterGenerator) -> Int {
    let bound = Elementary.exp(-mean)
    var (count, product) = (0, generator.fraction(0))
    while product > bound {
      count += 1
      product *= generator.fraction(UInt64(count))
    }
    return count
  }

  private static func transformed(_ mean: Double, _ generator: CounterGenerator) -> Int {
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let easy = 0.9277 - 3.6224 / (b - 2)
    let logMean = Elementary.log(mean)
    var next: UInt64 = 0
    while true {
      let u = generator.fraction(next) - 0.5
      let v = generator.fraction(next + 1)
      next += 2
      let distance = 0.5 - u.magnitude
      let count = ((2 * a / distance + b) * u + mean + 0.43).rounded(.down)
      if distance >= 0.07 && v <= easy { return Int(count) }
      if count < 0 || (distance < 0.013 && v > distance) { continue }
      let height = Elementary.log(v) + Elementary.log(inverseAlpha) - Elementary.log(a / (distance * distance) + b)
      if height <= count * logMean - mean - SpecialFunctions.logGamma(count + 1) { return Int(count) }
    }
  }
}
