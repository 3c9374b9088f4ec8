import Foundation
import GuvenceCore
import GuvenceMarkup
import GuvenceQuantitative
import GuvenceRegister

/// The loss of one event as a small curve: how dense the losses lie between the 1st and the 97th percentile. Observed losses
/// are drawn as points. The numbers beside it are its twin.
struct DistributionPicture: View {
  let frame: Frame
  let loss: Loss

  private static let (width, height, margin, foot) = (320.0, 96.0, 12.0, 22.0)

  /// The drawing; nothing for a loss of one amount.
  var node: Node {
    let numbers = loss.numbers
    guard let least = numbers.min(), let most = numbers.max(), least < most else { return .empty }
    let ends = loss.kind == .empirical ? (least, most) : (loss.quantile(0.01), loss.quantile(0.97))
    let name = "\(t(Text.Simulations.picture)): \(t(loss.words))"
    let base = DistributionPicture.height - DistributionPicture.foot
    return figure {
      SVG.svg(width: DistributionPicture.width, height: DistributionPicture.height, label: name, .class("trend")) {
        title(name)
        SVG.line(
          x1: DistributionPicture.margin, y1: base, x2: DistributionPicture.width - DistributionPicture.margin,
          y2: base,
          .class("grid"))
        if loss.kind == .empirical {
          for amount in numbers.prefix(200) {
            SVG.circle(x: x(amount, ends), y: base, radius: 4, title: AmountText.lira(amount, language))
          }
        } else {
          SVG.polyline(outline(ends, base), .class("line"))
        }
        SVG.text(
          AmountText.short(ends.0, language), x: DistributionPicture.margin, y: DistributionPicture.height - 6,
          .textAnchor("start"))
        SVG.text(
          AmountText.short(ends.1, language), x: DistributionPicture.width - DistributionPicture.margin,
          y: DistributionPicture.height - 6, .textAnchor("end"))
      }
    }
  }

  private func x(_ amount: Double, _ ends: (Double, Double)) -> Double {
    let room = DistributionPicture.width - 2 * DistributionPicture.margin
    return DistributionPicture.margin + min(1, max(0, (amount - ends.0) / (ends.1 - ends.0))) * room
  }

  private func outline(_ ends: (Double, Double), _ base: Double) -> [(x: Double, y: Double)] {
    let levels = (0...48).map { 0.01 + 0.96 * Double($0) / 48 }
    let amounts = levels.map(loss.quantile)
    let dense = zip(amounts, amounts.dropFirst()).map { (at: ($0 + $1) / 2, height: 1 / max(1e-9, $1 - $0)) }
    let top = dense.map(\.height).max() ?? 1
    return dense.map { (x: x($0.at, ends), y: base - $0.height / top * (base - 8)) }
  }
}

/// The loss exceedance curve of one result or of two. The table beside it is its twin.
struct ExceedanceChart: View {
  let frame: Frame
  let before: [SimulationResult.ExceedancePoint]
  let after: [SimulationResult.ExceedancePoint]?
  /// Both axes by powers of ten rather than evenly.
  let isLogarithmic: Bool

  private static let (width, height, left, right, above, below) = (720.0, 340.0, 64.0, 24.0, 16.0, 44.0)

  /// The drawing; nothing where nothing was lost.
  var node: Node {
    let all = (before + (after ?? [])).filter { $0.loss > 0 }
    guard let least = all.map(\.loss).min(), let most = all.map(\.loss).max(), most > 0 else { return .empty }
    let name = t(Text.Simulations.curve)
    let low = isLogarithmic ? least : 0
    return figure {
      SVG.svg(width: ExceedanceChart.width, height: ExceedanceChart.height, label: name, .class("trend wide")) {
        title(name)
        for tick in amountTicks(low, most) { amountTick(tick, low, most) }
        for tick in probabilityTicks { probabilityTick(tick) }
        SVG.polyline(places(before, low, most), .class("line"))
        if let after { SVG.polyline(places(after, low, most), .class("line"), .strokeDasharray("6 4")) }
        label(before, t(after == nil ? Text.Simulations.yearlyLoss : Text.Simulations.before), low, most, lift: 0)
        if let after { label(after, t(Text.Simulations.after), low, most, lift: 18) }
      }
    }
  }

  private func share(_ amount: Double, _ low: Double, _ most: Double) -> Double {
    guard isLogarithmic else { return amount / most }
    return most > low ? logarithm(amount / low) / logarithm(most / low) : 1
  }

  private func x(_ amount: Double, _ low: Double, _ most: Double) -> Double {
    ExceedanceChart.left + share(amount, low, most)
      * (ExceedanceChart.width - ExceedanceChart.left - ExceedanceChart.right)
  }

  private var rarest: Double { before.last?.probability ?? 0.01 }

  private func y(_ probability: Double) -> Double {
    let rise = isLogarithmic ? 1 - logarithm(probability) / logarithm(rarest) : probability
    let room = ExceedanceChart.height - ExceedanceChart.above - ExceedanceChart.below
    return ExceedanceChart.above + (1 - rise) * room
  }

  private func places(
    _ points: [SimulationResult.ExceedancePoint], _ low: Double, _ most: Double
  ) -> [(x: Double, y: Double)] {
    points.filter { !isLogarithmic || $0.loss > 0 }.map { (x: x($0.loss, low, most), y: y($0.probability)) }
  }

  /// Five round steps, or the powers of ten with their halves.
  private func amountTicks(_ low: Double, _ most: Double) -> [Double] {
    if isLogarithmic {
      let powers = (0...15).map { Double(sign: .plus, exponent: 0, significand: 1) * power($0) }
      let ticks = powers.flatMap { [$0, $0 * 3] }.filter { $0 >= low && $0 <= most }
      return ticks.count > 9 ? ticks.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) : ticks
    }
    let rough = most / 5
    let unit = (0...15).map(power).last { $0 <= rough } ?? 1
    let step = [1.0, 2, 5, 10].map { $0 * unit }.first { $0 >= rough } ?? unit
    return (0...10).map { Double($0) * step }.filter { $0 <= most }
  }

  private var probabilityTicks: [Double] {
    isLogarithmic ? [1, 0.1, 0.01, 0.001, 0.0001].filter { $0 >= rarest } : [0, 0.25, 0.5, 0.75, 1]
  }

  private func amountTick(_ amount: Double, _ low: Double, _ most: Double) -> Node {
    let (x, foot) = (x(amount, low, most), ExceedanceChart.height - ExceedanceChart.below)
    return fragment {
      SVG.line(x1: x, y1: ExceedanceChart.above, x2: x, y2: foot, .class("grid"))
      SVG.text(AmountText.short(amount, language), x: x, y: foot + 18, .textAnchor("middle"))
    }
  }

  private func probabilityTick(_ probability: Double) -> Node {
    let y = y(probability)
    return fragment {
      SVG.line(
        x1: ExceedanceChart.left, y1: y, x2: ExceedanceChart.width - ExceedanceChart.right, y2: y, .class("grid"))
      SVG.text(
        AmountText.percent(probability, language, digits: 2), x: ExceedanceChart.left - 8, y: y + 4, .textAnchor("end"))
    }
  }

  private func label(
    _ points: [SimulationResult.ExceedancePoint], _ text: String, _ low: Double, _ most: Double, lift: Double
  ) -> Node {
    let middle = places(points, low, most)
    guard !middle.isEmpty else { return .empty }
    let place = middle[middle.count / 2]
    return SVG.text(
      text, x: min(place.x + 10, ExceedanceChart.width - 120), y: max(ExceedanceChart.above + 12, place.y - 10 - lift),
      .textAnchor("start"), .class("value"))
  }

  private func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1.0) { product, _ in product * 10 } }

  private func logarithm(_ value: Double) -> Double { log(value) }
}
