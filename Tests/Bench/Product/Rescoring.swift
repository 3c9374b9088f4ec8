import CPlain
import GuvenceCore
import GuvenceRules

/// Pairs of likelihood and impact judged under `5x5`.
enum Rescoring {
  /// Rounds of the two bulk loops, taken in turn.
  private static let rounds = 15

  static func run(count: Int) throws {
    let rules = try RuleLibrary.load(dataFolder: DataLocator.locate())
    guard let day = Day(2026, 1, 15), let methodology = rules.methodology("5x5", on: day) else {
      throw Failure("no methodology 5x5")
    }
    var register = FictionalRegister()
    var (likelihoods, impacts): ([UInt8], [UInt8]) = ([], [])
    for _ in 0..<count {
      likelihoods.append(UInt8(1 + register.pick(5)))
      impacts.append(UInt8(1 + register.pick(5)))
    }
    let compiled = CompiledMethodology(methodology)
    let table = plainTable(compiled)
    var (ours, plain): ([Meter], [Meter]) = ([], [])
    for _ in 0..<rounds {
      let (first, sum) = bulk(compiled, likelihoods, impacts)
      let (second, plainSum) = loop(table, likelihoods, impacts)
      guard sum == plainSum else { throw Failure("the sums differ: \(sum), \(plainSum)") }
      ours.append(first)
      plain.append(second)
    }
    let silent = try single(methodology, likelihoods, impacts, day, explained: false)
    let explained = try single(methodology, likelihoods, impacts, day, explained: true)
    report([
      "compiled": Meter.middle(ours).json, "plain": Meter.middle(plain).json, "silent": silent.json,
      "explained": explained.json,
    ])
  }

  private static func bulk(
    _ compiled: CompiledMethodology, _ likelihoods: [UInt8], _ impacts: [UInt8]
  ) -> (Meter, Int64) {
    var levels = [UInt8](repeating: 0, count: likelihoods.count)
    var sum: Int64 = 0
    let meter = Meter.time {
      levels.withUnsafeMutableBufferPointer { levels in
        compiled.forEach(likelihoods: likelihoods, impacts: impacts) { index, cell in
          levels[index] = cell.level
          sum += Int64(cell.value)
        }
      }
    }
    return (meter, sum)
  }

  private static func loop(_ table: [plain_cell], _ likelihoods: [UInt8], _ impacts: [UInt8]) -> (Meter, Int64) {
    var levels = [UInt8](repeating: 0, count: likelihoods.count)
    var sum: Int64 = 0
    let meter = Meter.time {
      sum = plain_rescore(table, 5, likelihoods, impacts, Int64(likelihoods.count), &levels)
    }
    return (meter, sum)
  }

  private static func single(
    _ methodology: Methodology, _ likelihoods: [UInt8], _ impacts: [UInt8], _ day: Day, explained: Bool
  ) throws -> Meter {
    var steps = 0
    let meter = try Meter.time {
      for index in likelihoods.indices {
        let input = ScoreInput(likelihood: Int(likelihoods[index]), impact: Int(impacts[index]))
        steps += try score(input, under: methodology, on: day, explained: explained).explanation.count
      }
    }
    guard (steps > 0) == explained else { throw Failure("reasons are missing or not wanted") }
    return meter
  }

  private static func plainTable(_ compiled: CompiledMethodology) -> [plain_cell] {
    (1...5).flatMap { likelihood in
      (1...5).map { impact in
        let cell = compiled.scoreFast(likelihood: likelihood, impact: impact)
        return plain_cell(
          score: cell.value, level: cell.level, review_months: cell.reviewMonths,
          is_above: cell.isAboveAppetite ? 1 : 0)
      }
    }
  }
}
