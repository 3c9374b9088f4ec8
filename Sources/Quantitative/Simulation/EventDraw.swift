/// The events of one risk in one block of trials, by the conditional-uniform method: their number is drawn once for the
/// whole block, then each event falls into a trial chosen uniformly. Given their number, the events of a Poisson process lie
/// just so; and the numbers of a risk in different blocks are independent, so blocks can be drawn anywhere in any order.
///
/// A Bernoulli risk with probability p is the same with λ = −ln(1 − p), of which only a trial's first event counts: a trial
/// has at least one with probability 1 − e^−λ = p. With p = 1 each trial has one.
struct EventDraw: Sendable {
  /// The stream of the risk.
  let stream: UInt64
  let frequency: Frequency
  let loss: PreparedLoss

  /// What happens to the losses of the events.
  enum Pass {
    /// Each is added to its trial.
    case totals(UnsafeMutablePointer<Double>)
    /// Those of the marked trials are added up.
    case marked(UnsafePointer<UInt8>)
  }

  /// Draws the block's events and returns the sum of the losses that counted. `seen` has room for a block.
  func run(_ pass: Pass, block: Int, seed: UInt64, seen: UnsafeMutablePointer<UInt8>) -> Double {
    func generator(_ purpose: CounterGenerator.Purpose) -> CounterGenerator {
      CounterGenerator(seed: seed, stream: stream, block: block, purpose: purpose)
    }
    if isOnce { seen.update(repeating: 0, count: BlockPass.width) }
    let draw = BlockDraw(
      count: isCertain
        ? BlockPass.width : EventCount.draw(mean: rate * Double(BlockPass.width), generator(.eventCount)),
      isCertain: isCertain, trials: generator(.trials), losses: generator(.losses), pass: pass,
      seen: isOnce ? seen : nil)
    return draw.sum(loss)
  }

  /// The mean number of events a trial, before only the first is counted.
  private var rate: Double {
    switch frequency {
    case .poisson(let perYear): perYear
    case .bernoulli(let probability): -Elementary.log(1 - probability)
    }
  }

  private var isOnce: Bool { if case .bernoulli = frequency { true } else { false } }

  private var isCertain: Bool { if case .bernoulli(let probability) = frequency { probability >= 1 } else { false } }
}
