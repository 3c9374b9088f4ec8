/// A point in user units (one pixel at 96 dpi), y downwards.
public struct Point: Hashable, Sendable {
  /// To the right.
  public var x: Int
  /// Downwards.
  public var y: Int

  /// The point (`x`, `y`).
  public init(_ x: Int, _ y: Int) { (self.x, self.y) = (x, y) }
}

/// A rectangle with sides along the axes, in user units.
public struct Box: Hashable, Sendable {
  /// Left side.
  public var x: Int
  /// Upper side.
  public var y: Int
  /// Width, not negative.
  public var width: Int
  /// Height, not negative.
  public var height: Int

  /// The rectangle at (`x`, `y`).
  public init(x: Int, y: Int, width: Int, height: Int) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// Around a centre.
  init(center: Point, width: Int, height: Int) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  /// Right side.
  public var right: Int { x + width }
  /// Lower side.
  public var bottom: Int { y + height }
  /// The middle, rounded towards the upper left.
  public var center: Point { Point(x + width / 2, y + height / 2) }
  /// Whether the two share an area.
  public func overlaps(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
  /// Moved by (`x`, `y`).
  public func moved(_ x: Int, _ y: Int) -> Box { Box(x: self.x + x, y: self.y + y, width: width, height: height) }
}

/// Numbers drawn from a seed, the same on every machine (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() >> 33) % bound }

  /// FNV-1a of a text: a seed that depends on nothing but the text.
  static func seed(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
