/// The loss of an event from the 32 bits drawn for it.
protocol EventLoss {
  func amount(_ word: UInt32) -> Double
}

/// PERT and lognormal.
struct TableLoss: EventLoss {
  let rows: UnsafePointer<Double>
  let innerPieces: UnsafePointer<UInt8>

  @inline(__always)
  func amount(_ word: UInt32) -> Double {
    let piece = innerPieces[Int(word &>> 21)]
    return value(piece < 255 ? Int(piece) : outerPiece(word), word)
  }

  @inline(__always)
  private func value(_ piece: Int, _ word: UInt32) -> Double {
    let row = rows + 5 &* piece
    let distance = Double(Int64(word)) - row[0]
    return row[1] + distance * (row[2] + distance * (row[3] + distance * row[4]))
  }

  /// The piece by the binary exponent of x and its next three bits.
  @inline(__always)
  private func outerPiece(_ word: UInt32) -> Int {
    let folded = word ^ UInt32(bitPattern: Int32(bitPattern: word) &>> 31)
    let bits = (Double(Int64(folded)) + 0.5).bitPattern
    let outer = QuantileTable.octaves * 8 - QuantileTable.innerOctaves * 8
    return Int(bits &>> 49) &- 1022 &* 8 &+ Int(word &>> 31) &* outer &+ 16 &* QuantileTable.innerOctaves
  }
}

/// Triangular, by its own formula.
struct TriangularLoss: EventLoss {
  let minimum: Double
  let maximum: Double
  /// The probability below the mode.
  let turn: Double
  /// (max − min)·(mode − min) and (max − min)·(max − mode).
  let rising: Double
  let falling: Double

  init(minimum: Double, mode: Double, maximum: Double) {
    let range = maximum - minimum
    (self.minimum, self.maximum, turn) = (minimum, maximum, (mode - minimum) / range)
    (rising, falling) = (range * (mode - minimum), range * (maximum - mode))
  }

  @inline(__always)
  func amount(_ word: UInt32) -> Double {
    let u = (Double(word) + 0.5) * 0x1p-32
    return u < turn ? minimum + (u * rising).squareRoot() : maximum - ((1 - u) * falling).squareRoot()
  }
}

/// Observed losses.
struct SampleLoss: EventLoss {
  let sample: UnsafePointer<Double>
  let count: UInt64

  @inline(__always)
  func amount(_ word: UInt32) -> Double { sample[Int((UInt64(word) &* count) &>> 32)] }
}

/// A loss made ready for drawing.
enum PreparedLoss: Sendable {
  case table(QuantileTable)
  case triangular(TriangularLoss)
  case sample([Double])

  init(_ loss: Loss) {
    switch loss {
    case .pert(let minimum, _, let maximum) where minimum == maximum: self = .sample([minimum])
    case .triangular(let minimum, _, let maximum) where minimum == maximum: self = .sample([minimum])
    case .pert(let minimum, let mode, let maximum):
      self = .table(.pert(minimum: minimum, mode: mode, maximum: maximum))
    case .triangular(let minimum, let mode, let maximum):
      self = .triangular(TriangularLoss(minimum: minimum, mode: mode, maximum: maximum))
    case .lognormal(let low, let high):
      self = .table(.lognormal(location: Loss.location(low, high), spread: Loss.spread(low, high)))
    case .empirical(let sample): self = .sample(sample)
    }
  }
}

extension QuantileTable {
  /// The loss of the 32 bits `word`.
  func value(_ word: UInt32) -> Double {
    rows.withUnsafeBufferPointer { rows in
      QuantileTable.innerPieces.withUnsafeBufferPointer { pieces in
        guard let rows = rows.baseAddress, let pieces = pieces.baseAddress else { return 0 }
        return TableLoss(rows: rows, innerPieces: pieces).amount(word)
      }
    }
  }
}
