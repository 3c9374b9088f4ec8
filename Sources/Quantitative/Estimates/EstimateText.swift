extension RiskEstimate {
  /// The estimate in one line, the same bytes for the same numbers: `poisson 0.5 pert 10000.0 40000.0 250000.0`.
  public var text: String {
    switch frequency {
    case .poisson(let perYear): "poisson \(perYear) \(loss.text)"
    case .bernoulli(let probability): "bernoulli \(probability) \(loss.text)"
    }
  }

  /// Reads `text`; `nil` where it is something else. Whether the numbers can be used `findings` says.
  public init?(text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 3, let rate = Double(words[1]), let loss = Loss(words: words[2...]) else { return nil }
    switch words[0] {
    case "poisson": self.init(frequency: .poisson(perYear: rate), loss: loss)
    case "bernoulli": self.init(frequency: .bernoulli(probability: rate), loss: loss)
    default: return nil
    }
  }
}

extension Loss {
  /// The kind and its numbers.
  fileprivate var text: String { ([kind.rawValue] + numbers.map { "\($0)" }).joined(separator: " ") }

  /// Reads the kind and its numbers.
  fileprivate init?(words: ArraySlice<Substring>) {
    let numbers = words.dropFirst().compactMap { Double($0) }
    guard numbers.count == words.count - 1, let kind = words.first.flatMap({ Kind(rawValue: String($0)) }) else {
      return nil
    }
    self.init(kind, numbers)
  }

  /// Which kind of loss.
  public enum Kind: String, Sendable, CaseIterable {
    /// Least, likeliest, greatest.
    case pert
    /// Least, likeliest, greatest.
    case triangular
    /// Ends of the 90 % interval.
    case lognormal
    /// Observed losses.
    case empirical
  }

  /// The kind.
  public var kind: Kind {
    switch self {
    case .pert: .pert
    case .triangular: .triangular
    case .lognormal: .lognormal
    case .empirical: .empirical
    }
  }

  /// The numbers in the order of the kind.
  public var numbers: [Double] {
    switch self {
    case .pert(let minimum, let mode, let maximum), .triangular(let minimum, let mode, let maximum):
      [minimum, mode, maximum]
    case .lognormal(let low, let high): [low, high]
    case .empirical(let sample): sample
    }
  }

  /// A loss of `kind` with its numbers in order; `nil` where their count is wrong.
  public init?(_ kind: Kind, _ numbers: [Double]) {
    switch (kind, numbers.count) {
    case (.pert, 3): self = .pert(minimum: numbers[0], mode: numbers[1], maximum: numbers[2])
    case (.triangular, 3): self = .triangular(minimum: numbers[0], mode: numbers[1], maximum: numbers[2])
    case (.lognormal, 2): self = .lognormal(low: numbers[0], high: numbers[1])
    case (.empirical, 1...): self = .empirical(numbers)
    default: return nil
    }
  }

  /// The loss with every amount multiplied by `factor`.
  public func scaled(by factor: Double) -> Loss { Loss(kind, numbers.map { $0 * factor }) ?? self }

  /// The loss that is not exceeded with probability `level`, by which forms and pages draw the distribution.
  public func quantile(_ level: Double) -> Double {
    let word = UInt32(max(0, min(level * 0x1p32, 0x1p32 - 1)))
    switch PreparedLoss(self) {
    case .table(let table): return table.value(word)
    case .triangular(let loss): return loss.amount(word)
    case .sample(let sample):
      let ordered = sample.sorted()
      return ordered[min(ordered.count - 1, Int(level * Double(ordered.count)))]
    }
  }
}
