/// Random words by counting: word `n` of a stream is a function of the stream's key and of n alone, so that any thread can
/// draw any part and a second pass draws the same words again.
///
/// The generator, exactly (all arithmetic modulo 2⁶⁴; SplitMix64, Steele, Lea, Flood, OOPSLA 2014):
///
///     mix(z)      z ← (z xor (z >> 30)) · BF58476D1CE4E5B9;  z ← (z xor (z >> 27)) · 94D049BB133111EB;  z xor (z >> 31)
///     word(n)     mix(key + (n + 1) · 9E3779B97F4A7C15)
///     key         k ← mix(seed + 9E3779B97F4A7C15);  for each of stream, block, purpose:  k ← mix((k xor it) + 9E3779B97F4A7C15)
///
/// `stream` is the risk's own number (`stream(of:)`: FNV-1a, 64 bits, over the UTF-8 bytes of its reference), `block` the number
/// of the block of trials, `purpose` 1 for the number of events, 2 for their trials (16 bits each, four to a word from the
/// low end) and 3 for their losses (32 bits each, two to a word).
struct CounterGenerator {
  /// The key of the stream.
  let key: UInt64
  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// What a stream is drawn for.
  enum Purpose: UInt64 {
    case eventCount = 1
    case trials = 2
    case losses = 3
  }

  /// The stream with the given key.
  init(key: UInt64) { self.key = key }

  init(seed: UInt64, stream: UInt64, block: Int, purpose: Purpose) {
    var key = CounterGenerator.mix(seed &+ CounterGenerator.golden)
    for part in [stream, UInt64(block), purpose.rawValue] {
      key = CounterGenerator.mix((key ^ part) &+ CounterGenerator.golden)
    }
    self.key = key
  }

  /// Word `n` of the stream, n from 0.
  @inline(__always)
  func word(_ n: UInt64) -> UInt64 { CounterGenerator.mix(key &+ (n &+ 1) &* CounterGenerator.golden) }

  /// Word `n` as a number in (0, 1): the top 52 bits and a half.
  @inline(__always)
  func fraction(_ n: UInt64) -> Double { (Double(word(n) >> 12) + 0.5) * 0x1p-52 }

  /// The number of a risk's stream: FNV-1a over its reference. A risk keeps its draws when others come and go.
  static func stream(of reference: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in reference.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}
