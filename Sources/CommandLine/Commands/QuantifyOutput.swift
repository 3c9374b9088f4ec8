import GuvenceApplication
import GuvenceCore
import GuvenceQuantitative
import GuvenceRegister

/// Estimates and runs as text and JSON.
enum QuantifyOutput {
  static func say(_ page: EstimatePage, _ call: Invocation) {
    let language = call.language
    guard let current = page.current, let estimate = current.estimate else {
      call.say(Localized("\(page.reference): sayısal tahmin yok", "\(page.reference): not estimated"))
      return
    }
    call.say("\(page.reference)  \(shortened(page.statement, to: 60))")
    call.say("  \(estimate.frequency.words(language)); \(estimate.loss.words(language))")
    let (mean, deviation) = (estimate.mean, estimate.variance.squareRoot())
    call.say(
      Localized(
        "  yılda ortalama \(AmountText.lira(mean, .turkish)), standart sapma \(AmountText.lira(deviation, .turkish))",
        "  mean \(AmountText.lira(mean, .english)) a year, standard deviation \(AmountText.lira(deviation, .english))"))
    call.say("  \(current.recordedBy), \(current.recordedAt.dayInIstanbul.turkish): \(current.rationale)")
    let earlier = page.history.count - 1
    if earlier > 0 { call.say(Localized("  önceki kayıt: \(earlier)", "  earlier entries: \(earlier)")) }
  }

  static func say(_ page: PortfolioPage, _ call: Invocation) {
    let language = call.language
    call.say(
      Localized(
        "\(page.lines.count) riskin sayısal tahmini var", "\(page.lines.count) risks are estimated"))
    guard !page.runs.isEmpty else {
      call.say(Localized("Çalıştırma yok: guvence quantify run", "No runs: guvence quantify run"))
      return
    }
    call.say(
      [
        Localized("No", "No"), Localized("Birim", "Unit"), Localized("Ortalama", "Mean"),
        Localized("VaR %95", "VaR 95%"), Localized("Gün", "Day"), Localized("Kim", "Who"), Localized("Ad", "Name"),
      ],
      page.runs.map { line in
        let (run, result) = (line.run, line.run.result)
        let worst = result.percentiles.first { $0.level == 0.95 }
        return [
          run.id.description, line.unitCode, AmountText.lira(result.mean, language),
          worst.map { AmountText.lira($0.value, language) } ?? "", run.recordedAt.dayInIstanbul.turkish, run.recordedBy,
          [run.name, run.comparison?.action ?? ""].filter { !$0.isEmpty }.joined(separator: " – "),
        ]
      }, numbers: [0, 2, 3])
  }

  static func say(_ line: RunLine, _ call: Invocation) {
    let (run, result, language) = (line.run, line.run.result, call.language)
    let trials = AmountText.number(Double(line.simulation?.trials ?? 0), digits: 0, language)
    let head = Localized("Çalıştırma \(run.id)", "Run \(run.id)")(language)
    let risks = line.simulation?.risks.count ?? 0
    call.say(
      head + (run.name.isEmpty ? "" : ": \(run.name)")
        + Localized(
          " – \(line.unitCode), \(risks) risk, \(trials) deneme, başlangıç \(line.simulation?.seed ?? 0)",
          " – \(line.unitCode), \(risks) risks, \(trials) trials, seed \(line.simulation?.seed ?? 0)")(language))
    say(result, call)
    if let after = run.comparison {
      call.say("")
      call.say(Localized("Eylemden sonra: \(after.action)", "After the action: \(after.action)"))
      say(after.result, call)
      sayBenefit(after, result, call)
    }
    call.say(Localized("Girdi özeti: \(line.inputsDigest)", "Digest of the inputs: \(line.inputsDigest)"))
    call.say(Localized("Sonuç parmak izi: \(result.fingerprint)", "Fingerprint: \(result.fingerprint)"))
    call.say(
      Localized(
        "Tutarlar idarenin kendi çalışanlarının tahminidir.",
        "Amounts are estimates of the administration's own people."))
  }

  private static func say(_ result: SimulationResult, _ call: Invocation) {
    let language = call.language
    func lira(_ amount: Double) -> String { AmountText.lira(amount, language) }
    call.say(
      Localized(
        "Ortalama \(lira(result.mean)) ± \(lira(1.96 * result.meanError)) (kapalı formülle \(lira(result.expectedMean))), "
          + "standart sapma \(lira(result.deviation))",
        "Mean \(lira(result.mean)) ± \(lira(1.96 * result.meanError)) (closed form \(lira(result.expectedMean))), "
          + "standard deviation \(lira(result.deviation))"))
    call.say(
      [
        Localized("Yüzdelik", "Percentile"), Localized("VaR", "VaR"),
        Localized("%95 güven aralığı", "95% confidence interval"), Localized("TVaR", "TVaR"),
        Localized("std. hata", "std. error"),
      ],
      result.percentiles.map {
        [
          AmountText.percent($0.level, language, digits: 2), lira($0.value), "\(lira($0.low)) – \(lira($0.high))",
          lira($0.tailMean), lira($0.tailError),
        ]
      }, numbers: [1, 2, 3, 4])
    call.say(
      [
        Localized("Risk", "Risk"), Localized("Ortalama", "Mean"), Localized("Ortalamadaki payı", "Share of the mean"),
        Localized("Kötü yıllardaki payı", "Share of bad years"),
      ],
      result.contributions.prefix(10).map {
        [
          $0.reference, lira($0.mean), AmountText.percent($0.meanShare, language),
          AmountText.percent($0.tailShare, language),
        ]
      }, numbers: [1, 2, 3])
  }

  private static func sayBenefit(_ after: RunComparison, _ before: SimulationResult, _ call: Invocation) {
    let language = call.language
    func lira(_ amount: Double) -> String { AmountText.lira(amount, language) }
    let (reduction, net) = (after.meanReduction(from: before), after.netBenefit(from: before))
    call.say(
      Localized(
        "Ortalamadaki azalma \(lira(reduction)), yıllık maliyet \(lira(after.yearlyCost)), net yarar \(lira(net))",
        "Reduction of the mean \(lira(reduction)), yearly cost \(lira(after.yearlyCost)), net benefit \(lira(net))"))
    for found in before.percentiles {
      guard let less = after.reduction(at: found.level, from: before) else { continue }
      let level = AmountText.percent(found.level, language, digits: 2)
      call.say(Localized("  VaR \(level): \(lira(less)) az", "  VaR \(level): \(lira(less)) less"))
    }
  }
}

extension QuantifyOutput {
  static func json(_ page: EstimatePage) -> JSON {
    .members([
      "reference": .text(page.reference), "version": .count(page.version),
      "estimate": .optional(page.current?.estimate?.text),
      "history": .array(
        page.history.map {
          .members([
            "version": .count($0.version), "estimate": .optional($0.estimate?.text), "rationale": .text($0.rationale),
            "at": .text($0.recordedAt.description), "by": .text($0.recordedBy),
          ])
        }),
    ])
  }

  static func json(_ page: PortfolioPage) -> JSON {
    .members([
      "estimates": .array(
        page.lines.map {
          .members([
            "reference": .text($0.reference), "unit": .text($0.unitCode), "estimate": .text($0.estimate.text),
            "mean": number($0.estimate.mean),
          ])
        }), "runs": .array(page.runs.map(json)),
    ])
  }

  static func json(_ line: RunLine) -> JSON {
    let run = line.run
    return .members([
      "run": .text(run.id.description), "unit": .text(line.unitCode), "name": .text(run.name),
      "at": .text(run.recordedAt.description), "by": .text(run.recordedBy),
      "trials": .count(line.simulation?.trials ?? 0), "seed": .text("\(line.simulation?.seed ?? 0)"),
      "engine": .text(Simulation.engine(of: run.inputs)), "inputsDigest": .text(line.inputsDigest),
      "result": json(run.result),
      "after": run.comparison.map { after in
        .members([
          "action": .text(after.action), "yearlyCost": number(after.yearlyCost), "result": json(after.result),
          "meanReduction": number(after.meanReduction(from: run.result)),
          "netBenefit": number(after.netBenefit(from: run.result)),
        ])
      } ?? .null,
    ])
  }

  private static func json(_ result: SimulationResult) -> JSON {
    .members([
      "mean": number(result.mean), "meanError": number(result.meanError), "deviation": number(result.deviation),
      "expectedMean": number(result.expectedMean), "expectedDeviation": number(result.expectedDeviation),
      "shareWithoutLoss": number(result.shareWithoutLoss), "maximum": number(result.maximum),
      "percentiles": .array(
        result.percentiles.map {
          .members([
            "level": number($0.level), "value": number($0.value), "low": number($0.low), "high": number($0.high),
            "tailMean": number($0.tailMean), "tailError": number($0.tailError),
          ])
        }),
      "curve": .array(
        result.curve.map { .members(["probability": number($0.probability), "loss": number($0.loss)]) }),
      "contributions": .array(
        result.contributions.map {
          .members([
            "reference": .text($0.reference), "mean": number($0.mean), "meanShare": number($0.meanShare),
            "tailShare": number($0.tailShare),
          ])
        }), "fingerprint": .text(result.fingerprint),
    ])
  }

  private static func number(_ value: Double) -> JSON { .number("\(value)") }
}
