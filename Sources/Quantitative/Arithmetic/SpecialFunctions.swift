/// Functions of the distributions, from `Elementary` and the square root, which IEEE 754 rounds exactly.
enum SpecialFunctions {
  /// ln Γ(x) for x ≥ 1: Stirling's series at x ≥ 10, reached by Γ(x+1) = x·Γ(x). Absolute error below 10⁻¹³ · max(1, ln Γ).
  static func logGamma(_ x: Double) -> Double {
    var (argument, product) = (x, 1.0)
    while argument < 10 {
      product *= argument
      argument += 1
    }
    let square = 1 / (argument * argument)
    let series =
      (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / argument
    let stirling = (argument - 0.5) * Elementary.log(argument) - argument + 0.918_938_533_204_672_741_78 + series
    return stirling - Elementary.log(product)
  }

  /// The standard normal quantile of `probability` in (0, 1): Wichura's AS 241 (PPND16), Applied Statistics 37 (1988);
  /// relative error below 10⁻¹⁵.
  static func normalQuantile(_ probability: Double) -> Double {
    let centred = probability - 0.5
    if centred.magnitude <= 0.425 {
      let rest = 0.180625 - centred * centred
      return centred * polynomial(centralTop, rest) / polynomial(centralBottom, rest)
    }
    let tail = (-Elementary.log(centred < 0 ? probability : 1 - probability)).squareRoot()
    let value =
      tail <= 5
      ? polynomial(middleTop, tail - 1.6) / polynomial(middleBottom, tail - 1.6)
      : polynomial(farTop, tail - 5) / polynomial(farBottom, tail - 5)
    return centred < 0 ? -value : value
  }

  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    var sum = 0.0
    for coefficient in coefficients { sum = sum * x + coefficient }
    return sum
  }

  private static let centralTop = [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ]
  private static let centralBottom = [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
  ]
  private static let middleTop = [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ]
  private static let middleBottom = [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ]
  private static let farTop = [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ]
  private static let farBottom = [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ]
}
