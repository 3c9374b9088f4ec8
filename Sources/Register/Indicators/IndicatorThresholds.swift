import FoundationEssentials
import GuvenceCore
import GuvenceRules

/// Which values of an indicator are good.
public enum IndicatorDirection: String, Sendable, CaseIterable {
  /// The lower the better.
  case lower
  /// The higher the better.
  case higher
  /// The nearer to a target the better.
  case target

  /// Name on screen.
  public var name: Localized {
    switch self {
    case .lower: Localized("Düşük olması iyi", "Lower is better")
    case .higher: Localized("Yüksek olması iyi", "Higher is better")
    case .target: Localized("Hedefe yakın olması iyi", "Near the target is better")
    }
  }
}

/// Direction and thresholds of an indicator, all in its unit of measure.
///
/// Worked example: lower is better, green 5, yellow 10 — 4,9 is normal, 5 and 9,9 ask for attention, 10 is an alarm.
/// Target 50 with deviations 5 and 10 — 45…55 is normal, 40…60 asks for attention, beyond is an alarm.
public struct IndicatorThresholds: Hashable, Sendable {
  /// Which values are good.
  public let direction: IndicatorDirection
  /// Green threshold; the target itself where values near it are good.
  public let green: Decimal
  /// Yellow threshold; the allowed deviation, from 0, where values near a target are good.
  public let yellow: Decimal
  /// Deviation beyond which a target is missed; `nil` for the other directions, which need no third threshold.
  public let red: Decimal?

  /// Thresholds; `red` is left out where the direction does not use it.
  public init(_ direction: IndicatorDirection, green: Decimal, yellow: Decimal, red: Decimal? = nil) {
    (self.direction, self.green, self.yellow) = (direction, green, yellow)
    self.red = direction == .target ? red : nil
  }

  /// The state of `value`. Comparisons are strict, so that a value on a threshold belongs to the worse side; deviations
  /// from a target are allowed up to and including their limit (`rules/indicator-rules.yaml`, status).
  public func status(of value: Decimal) -> IndicatorStatus {
    switch direction {
    case .lower: return value < green ? .normal : value < yellow ? .warning : .alarm
    case .higher: return value > green ? .normal : value > yellow ? .warning : .alarm
    case .target:
      let deviation = value < green ? green - value : value - green
      return deviation <= yellow ? .normal : deviation <= red ?? yellow ? .warning : .alarm
    }
  }

  /// What keeps the thresholds from being used, by form field; empty where they are in order.
  public var problems: [(field: String, message: Localized)] {
    switch direction {
    case .lower where green >= yellow:
      return [
        (
          "yellow",
          Localized("Sarı eşik yeşil eşikten büyük olmalı.", "The yellow threshold must be above the green one.")
        )
      ]
    case .higher where green <= yellow:
      return [
        (
          "yellow",
          Localized("Sarı eşik yeşil eşikten küçük olmalı.", "The yellow threshold must be below the green one.")
        )
      ]
    case .target: return targetProblems
    default: return []
    }
  }

  private var targetProblems: [(field: String, message: Localized)] {
    var found: [(field: String, message: Localized)] = []
    if yellow < 0 {
      found.append(("yellow", Localized("Sapma sıfırdan küçük olamaz.", "A deviation cannot be below zero.")))
    }
    guard let red else {
      return found + [("red", Localized("Kırmızı sapmayı yazın.", "Enter the red deviation."))]
    }
    if red <= yellow {
      found.append(
        (
          "red",
          Localized("Kırmızı sapma sarı sapmadan büyük olmalı.", "The red deviation must be above the yellow one.")
        ))
    }
    return found
  }
}
