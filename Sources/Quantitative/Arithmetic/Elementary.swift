/// Exponential and logarithm from additions, multiplications and divisions alone, so that a run gives the same bits on
/// every processor: the C library chooses its own code by processor and is free to differ in the last place.
///
/// Worked example: exp(1) = 2^1 · exp(1 − ln 2) = 2 · 1.35914… = 2.71828….
enum Elementary {
  typealias Lanes = SIMD4<Double>

  /// e^x, relative error below 4·10⁻¹⁶. x is held within ±708.
  static func exp(_ x: Double) -> Double { exp(Lanes(repeating: x))[0] }

  /// ln x for positive normal x, relative error below 5·10⁻¹⁶ (absolute near 1).
  static func log(_ x: Double) -> Double { log(Lanes(repeating: x))[0] }

  @inline(__always)
  static func exp(_ x: Lanes) -> Lanes {
    var bounded = x
    bounded.replace(with: -708, where: x .< -708)
    bounded.replace(with: 708, where: x .> 708)
    // Adding 1.5·2⁵² rounds to a whole number, whose bits then stand at the low end.
    let shifted = bounded * 1.442_695_040_888_963_4 + 6_755_399_441_055_744
    let whole = shifted - 6_755_399_441_055_744
    let rest = bounded - whole * 0.693_147_180_369_123_816_490 - whole * 1.908_214_929_270_587_700_02e-10
    var sum = Lanes(repeating: 1.0 / 6_227_020_800)
    sum = sum * rest + 1.0 / 479_001_600
    sum = sum * rest + 1.0 / 39_916_800
    sum = sum * rest + 1.0 / 3_628_800
    sum = sum * rest + 1.0 / 362_880
    sum = sum * rest + 1.0 / 40_320
    sum = sum * rest + 1.0 / 5040
    sum = sum * rest + 1.0 / 720
    sum = sum * rest + 1.0 / 120
    sum = sum * rest + 1.0 / 24
    sum = sum * rest + 1.0 / 6
    sum = sum * rest + 1.0 / 2
    sum = sum * rest + 1
    sum = sum * rest + 1
    let bits = (unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &<< 52) &+ (1023 &<< 52)
    return sum * unsafeBitCast(bits, to: Lanes.self)
  }

  @inline(__always)
  static func log(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD4<UInt64>.self)
    // The exponent as a number: its bits under the exponent of 2⁵².
    var exponent = unsafeBitCast((bits &>> 52) | 0x4330_0000_0000_0000, to: Lanes.self) - (4_503_599_627_370_496 + 1023)
    var mantissa = unsafeBitCast((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000, to: Lanes.self)
    let isLarge = mantissa .> 1.414_213_562_373_095_1
    mantissa.replace(with: mantissa * 0.5, where: isLarge)
    exponent.replace(with: exponent + 1, where: isLarge)
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = Lanes(repeating: 1.0 / 21)
    sum = sum * square + 1.0 / 19
    sum = sum * square + 1.0 / 17
    sum = sum * square + 1.0 / 15
    sum = sum * square + 1.0 / 13
    sum = sum * square + 1.0 / 11
    sum = sum * square + 1.0 / 9
    sum = sum * square + 1.0 / 7
    sum = sum * square + 1.0 / 5
    sum = sum * square + 1.0 / 3
    let small = 2 * ratio * (1 + square * sum)
    return exponent * 0.693_147_180_369_123_816_490 + (small + exponent * 1.908_214_929_270_587_700_02e-10)
  }
}
