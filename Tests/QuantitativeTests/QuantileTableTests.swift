import Testing

@testable import GuvenceQuantitative

/// The losses that are looked up, against the quantile functions they stand for.
@Suite struct QuantileTableTests {
  /// 32-bit words from both tails and the middle.
  static let words: [UInt32] = {
    var words: [UInt32] = [0, 1, 2, 3, 7, 100, 12_345, .max, .max - 1, .max - 2, .max - 77, 0x7FFF_FFFF, 0x8000_0000]
    let generator = CounterGenerator(key: 11)
    for number in 0..<4000 as Range<UInt64> {
      let word = UInt32(truncatingIfNeeded: generator.word(number))
      words += [word, word >> 12, .max - (word >> 9), word >> 20]
    }
    return words
  }()

  static func probability(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

  private func amounts(_ table: QuantileTable) -> [Double] {
    table.rows.withUnsafeBufferPointer { rows in
      QuantileTable.innerPieces.withUnsafeBufferPointer { pieces in
        guard let rows = rows.baseAddress, let pieces = pieces.baseAddress else { return [] }
        let loss = TableLoss(rows: rows, innerPieces: pieces)
        return QuantileTableTests.words.map { loss.amount($0) }
      }
    }
  }

  @Test(arguments: [(10.0, 1e-5), (1000, 1e-4), (1.5, 1e-5)])
  func lognormalFollowsItsQuantiles(_ ratio: Double, _ tolerance: Double) {
    let (low, high) = (2000.0, 2000 * ratio)
    let (location, spread) = (Loss.location(low, high), Loss.spread(low, high))
    let found = amounts(.lognormal(location: location, spread: spread))
    for (word, amount) in zip(QuantileTableTests.words, found) {
      // The upper tail by symmetry: 1 − u would lose the last places.
      let isUpper = word > 0x7FFF_FFFF
      let z = SpecialFunctions.normalQuantile(QuantileTableTests.probability(isUpper ? ~word : word))
      let exact = Elementary.exp(location + spread * (isUpper ? -z : z))
      #expect(abs(amount / exact - 1) < tolerance, "\(word)")
    }
  }

  @Test func lognormalMeetsItsInterval() {
    let table = QuantileTable.lognormal(location: Loss.location(1000, 50_000), spread: Loss.spread(1000, 50_000))
    let ordered = zip(QuantileTableTests.words, amounts(table)).sorted { $0.0 < $1.0 }
    let below = ordered.last { QuantileTableTests.probability($0.0) <= 0.05 }
    let above = ordered.first { QuantileTableTests.probability($0.0) >= 0.95 }
    #expect(abs((below?.1 ?? 0) / 1000 - 1) < 0.01 && abs((above?.1 ?? 0) / 50_000 - 1) < 0.01)
  }

  /// Quantiles of the beta distribution with a + b = 6 from SciPy 1.x, at `levels`.
  static let levels = [1e-9, 1e-4, 0.01, 0.2, 0.5, 0.8, 0.99, 0.9999, 1 - 1e-9]
  static let beta: [(Double, Double, [Double])] = [
    (
      1, 5,
      [
        2.0000000008e-10, 2.000080004800336e-05, 0.0020080483385741996, 0.04364750020996302, 0.12944943670387585,
        0.27522033632230447, 0.6018928294465027, 0.8415106807538921, 0.9841510681650365,
      ]
    ),
    (
      1.4, 4.6,
      [
        9.082648239736703e-08, 0.0003387362566666587, 0.00920913677371101, 0.08823276447608908, 0.2026648503614662,
        0.36627912729459755, 0.6820390174974773, 0.8852220819391128, 0.9906793036885878,
      ]
    ),
    (
      3, 3,
      [
        0.0004642666601310034, 0.021782095342679865, 0.10563984355077434, 0.32659793784141106, 0.5, 0.673402062158589,
        0.8943601564492256, 0.978217904657321, 0.9995357333442468,
      ]
    ),
    (
      4.8, 1.2,
      [
        0.012215699161915944, 0.13506708726837277, 0.3559754108630195, 0.6781930749974083, 0.8340972980898198,
        0.9352022558522497, 0.9951897898971196, 0.999897206687095, 0.9999999929980166,
      ]
    ),
  ]

  @Test(arguments: beta)
  func pertFollowsTheBetaDistribution(_ a: Double, _ b: Double, _ exact: [Double]) {
    let table = QuantileTable.pert(minimum: 0, mode: (a - 1) / 4, maximum: 1)
    table.rows.withUnsafeBufferPointer { rows in
      QuantileTable.innerPieces.withUnsafeBufferPointer { pieces in
        guard let rows = rows.baseAddress, let pieces = pieces.baseAddress else { return }
        let loss = TableLoss(rows: rows, innerPieces: pieces)
        for (level, value) in zip(QuantileTableTests.levels, exact) {
          let word = UInt32(min(level * 0x1p32, 0x1p32 - 1))
          // The word's own probability is not the level's: the difference by the density is within a word.
          let slope = abs(loss.amount(word < .max ? word + 1 : word) - loss.amount(word > 0 ? word - 1 : 0))
          #expect(abs(loss.amount(word) - value) < 1e-5 + slope, "a \(a), level \(level)")
        }
      }
    }
  }

  @Test(arguments: [0.0, 0.001, 0.2, 0.5, 0.93, 1])
  func pertRisesFromEndToEnd(_ mode: Double) {
    let found = zip(QuantileTableTests.words, amounts(.pert(minimum: 0, mode: mode, maximum: 1)))
      .sorted { $0.0 < $1.0 }.map(\.1)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    #expect(found.allSatisfy { $0 >= -1e-9 && $0 <= 1 + 1e-9 })
  }

  @Test(arguments: [(0.0, 3.0, 10.0), (5, 5, 9), (1, 8, 8)])
  func triangularFollowsItsFormula(_ minimum: Double, _ mode: Double, _ maximum: Double) {
    let loss = TriangularLoss(minimum: minimum, mode: mode, maximum: maximum)
    for word in QuantileTableTests.words {
      let x = loss.amount(word)
      let range = maximum - minimum
      let probability =
        x < mode
        ? (x - minimum) * (x - minimum) / (range * (mode - minimum))
        : 1 - (maximum - x) * (maximum - x) / (range * (maximum - mode))
      #expect(abs((mode == maximum && x == mode ? 1 : probability) - QuantileTableTests.probability(word)) < 1e-8)
    }
  }
}
