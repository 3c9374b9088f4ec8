extension QuantileTable {
  /// The table of a lognormal whose logarithm has mean `location` and standard deviation `spread`.
  static func lognormal(location: Double, spread: Double) -> QuantileTable {
    var (lower, upper): ([Knot], [Knot]) = ([], [])
    lower.reserveCapacity(perHalf + 1)
    upper.reserveCapacity(perHalf + 1)
    for point in normalPoints {
      let both = Elementary.exp(Elementary.Lanes(location + spread * point.z, location - spread * point.z, 0, 0))
      lower.append(Knot(value: both[0], slope: both[0] * spread * point.slope))
      upper.append(Knot(value: both[1], slope: -both[1] * spread * point.slope))
    }
    return QuantileTable(lower: lower, upper: upper)
  }

  /// The standard normal quantile at `distances`, and its slope 1/φ(z) = √2π·exp(z²/2).
  private static let normalPoints: [(z: Double, slope: Double)] = distances.map { distance in
    let z = SpecialFunctions.normalQuantile(distance)
    return (z, 2.506_628_274_631_000_5 * Elementary.exp(z * z / 2))
  }
}
