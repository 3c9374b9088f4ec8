import FoundationEssentials
import GuvenceCore
import GuvenceExchange
import GuvenceQuantitative
import GuvenceRegister

/// Numbers of estimates as typed.
enum EstimateNumber {
  static let refusal = Localized("Bir sayı yazın: 12,5.", "Enter a number: 12,5.")

  /// `1.234,5`, `%25` (0.25).
  static func parse(_ text: String) -> Double? {
    var text = text.trimmed
    let isPercent = text.hasPrefix("%") || text.hasSuffix("%")
    if isPercent { text = text.split(separator: "%").joined() }
    guard let value = TurkishNumber.parse(text).flatMap({ Double($0.description) }) else { return nil }
    return isPercent ? value / 100 : value
  }

  /// The number as a form shows it.
  static func text(_ value: Double) -> String {
    Decimal(string: "\(value)", locale: nil).map { TurkishNumber.text($0) } ?? "\(value)"
  }
}

extension EstimateForm {
  /// The form of a stored estimate.
  public init(_ estimate: RiskEstimate, rationale: String) {
    self.init()
    switch estimate.frequency {
    case .poisson(let perYear): (frequencyKind, frequency) = (.poisson, EstimateNumber.text(perYear))
    case .bernoulli(let probability): (frequencyKind, frequency) = (.bernoulli, EstimateNumber.text(probability))
    }
    lossKind = estimate.loss.kind
    let numbers = estimate.loss.numbers.map(EstimateNumber.text)
    switch estimate.loss {
    case .pert, .triangular: (minimum, mode, maximum) = (numbers[0], numbers[1], numbers[2])
    case .lognormal: (low, high) = (numbers[0], numbers[1])
    case .empirical: sample = numbers.joined(separator: "; ")
    }
    self.rationale = rationale
  }

  /// The form as an estimate with its rationale; throws with every field at fault.
  func checked() throws -> (estimate: RiskEstimate, rationale: String) {
    var problems: [FieldProblem] = []
    let rate = number("frequency", frequency, &problems)
    let numbers: [Double?]
    switch lossKind {
    case .pert, .triangular:
      numbers = [
        number("minimum", minimum, &problems), number("mode", mode, &problems), number("maximum", maximum, &problems),
      ]
    case .lognormal: numbers = [number("low", low, &problems), number("high", high, &problems)]
    case .empirical: numbers = samples(&problems)
    }
    let rationale = String(rationale.trimmed.prefix(2000))
    if let rate, problems.isEmpty, let loss = Loss(lossKind, numbers.compactMap { $0 }) {
      let frequency: Frequency = frequencyKind == .poisson ? .poisson(perYear: rate) : .bernoulli(probability: rate)
      let estimate = RiskEstimate(frequency: frequency, loss: loss)
      problems += estimate.findings.map { FieldProblem($0.part.rawValue, $0.message.sentence) }
      if !rationale.isEmpty, problems.isEmpty { return (estimate, rationale) }
    }
    if rationale.isEmpty {
      problems.append(
        FieldProblem(
          "rationale", Localized("Tahminin dayanağını yazın.", "Say what the estimate rests on.")))
    }
    throw Problem.invalid(problems)
  }

  private func number(_ field: String, _ text: String, _ problems: inout [FieldProblem]) -> Double? {
    let value = EstimateNumber.parse(text)
    if value == nil { problems.append(FieldProblem(field, EstimateNumber.refusal)) }
    return value
  }

  private func samples(_ problems: inout [FieldProblem]) -> [Double?] {
    let words = sample.split { $0 == ";" || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
    let numbers = words.map(EstimateNumber.parse)
    if let wrong = zip(words, numbers).first(where: { $0.1 == nil })?.0 {
      problems.append(
        FieldProblem(
          "sample", Localized("«\(wrong.prefix(40))» bir sayı değil.", "«\(wrong.prefix(40))» is no number.")))
    } else if numbers.isEmpty {
      problems.append(
        FieldProblem(
          "sample", Localized("Gözlenen en az bir kayıp yazın.", "Enter at least one observed loss.")))
    }
    return numbers
  }
}

extension Localized {
  /// The text with a full stop.
  var sentence: Localized { Localized(turkish + ".", english + ".") }
}

extension SimulationForm {
  /// The simulation of `risks` as the form asks for it; throws with every field at fault.
  func simulation(of risks: [Simulation.Risk]) throws -> Simulation {
    var problems: [FieldProblem] = []
    func whole(_ field: String, _ text: String, _ usual: UInt64) -> UInt64 {
      let digits = text.trimmed.filter { $0 != "." }
      guard !digits.isEmpty else { return usual }
      if let value = UInt64(digits) { return value }
      problems.append(FieldProblem(field, Localized("Tam sayı yazın.", "Enter a whole number.")))
      return usual
    }
    let trials = Int(clamping: whole("trials", self.trials, 100_000))
    let seed = whole("seed", self.seed, 1)
    let typed = levels.trimmed.isEmpty ? Simulation.usualLevels : SimulationForm.levels(levels)
    let tail = tailLevel.trimmed.isEmpty ? 0.95 : SimulationForm.levels(tailLevel).first ?? 0
    var simulation = Simulation(risks: risks, trials: trials, seed: seed, levels: typed, tailLevel: tail)
    // The tail's level is a percentile of its own where it was not asked for.
    if tail > 0, !typed.isEmpty, !typed.contains(tail) { simulation.levels = (typed + [tail]).sorted() }
    problems += simulation.findings.map { FieldProblem($0.part.rawValue, $0.message.sentence) }
    try Problem.throwIfAny(problems)
    return simulation
  }

  /// `50 80 %99,5` as 0.5, 0.8, 0.995; nothing where a word is no number.
  private static func levels(_ text: String) -> [Double] {
    let words = text.split { $0 == " " || $0 == ";" || $0.isNewline }
      .map { String($0.filter { $0 != "%" }) }.filter { !$0.isEmpty }
    let values = words.compactMap { TurkishNumber.parse($0) }
    // Divided as decimals, so that 95 is the number nearest to 0.95.
    return values.count == words.count ? values.compactMap { Double(($0 / 100).description) } : []
  }
}
