import GuvenceCore

/// One of the five components of the Public Internal Control Standards (KİKS Tebliği, RG 26.12.2007/26738).
public enum StandardComponent: String, Sendable, CaseIterable {
  /// Kontrol ortamı, standards 1–4.
  case controlEnvironment = "KOS"
  /// Risk değerlendirme, standards 5–6.
  case riskAssessment = "RDS"
  /// Kontrol faaliyetleri, standards 7–12.
  case controlActivities = "KFS"
  /// Bilgi ve iletişim, standards 13–16.
  case informationAndCommunication = "BİS"
  /// İzleme, standards 17–18.
  case monitoring = "İS"

  /// How many general conditions each standard of the component has, in order; 79 in all.
  public var conditionCounts: [Int] {
    switch self {
    case .controlEnvironment: [6, 7, 8, 5]
    case .riskAssessment: [6, 3]
    case .controlActivities: [4, 3, 2, 2, 3, 3]
    case .informationAndCommunication: [7, 4, 6, 3]
    case .monitoring: [5, 2]
    }
  }

  /// The numbers of its standards; they run from 1 to 18 across the components.
  public var standards: ClosedRange<Int> {
    switch self {
    case .controlEnvironment: 1...4
    case .riskAssessment: 5...6
    case .controlActivities: 7...12
    case .informationAndCommunication: 13...16
    case .monitoring: 17...18
    }
  }

  /// Reads `KOS`, `bis`, `BİS`, `ıs`: any case in either alphabet, with or without the dots.
  public init?(spelling: some StringProtocol) {
    let folded = TurkishText.fold(String(spelling))
    guard let match = StandardComponent.allCases.first(where: { TurkishText.fold($0.rawValue) == folded }) else {
      return nil
    }
    self = match
  }
}

/// The code of one standard: `KOS 2`, `İS 17`.
public struct StandardNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The component the standard belongs to.
  public let component: StandardComponent
  /// 1–18, within the component's range.
  public let number: Int

  /// `nil` where the component has no such standard (`KOS 7`).
  public init?(_ component: StandardComponent, _ number: Int) {
    guard component.standards.contains(number) else { return nil }
    (self.component, self.number) = (component, number)
  }

  /// Reads `KOS 2` or `KOS2`.
  public init?(_ text: some StringProtocol) {
    guard let parts = CodeParts(text), parts.numbers.count == 1 else { return nil }
    self.init(parts.component, parts.numbers[0])
  }

  /// How many general conditions the standard has.
  public var conditionCount: Int { component.conditionCounts[number - component.standards.lowerBound] }
  /// `KOS 2`.
  public var description: String { "\(component.rawValue) \(number)" }
  /// By number.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// The code of a general condition, `KOS 2.6`, or of an action under it, `KOS 2.6.1`, as action plans print them.
///
/// Grammar: `^(KOS|RDS|KFS|BİS|İS)\s?(\d{1,2})\.(\d{1,2})(\.(\d{1,2}))?$`. The letters are read in any case, Turkish or
/// not (`bis 13.1`, `BIS13.1`); the printed form is always canonical.
public struct StandardCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The standard: `KOS 2`.
  public let standard: StandardNumber
  /// Which condition of the standard, 1–99.
  public let condition: Int
  /// Which action under the condition, 1–99; `nil` for the condition itself.
  public let action: Int?

  /// `nil` where condition or action is outside 1–99.
  public init?(_ standard: StandardNumber, condition: Int, action: Int? = nil) {
    guard (1...99).contains(condition), (1...99).contains(action ?? 1) else { return nil }
    (self.standard, self.condition, self.action) = (standard, condition, action)
  }

  /// Reads `KOS 2.6` or `KOS 2.6.1`; `nil` for anything else, also where the component has no such standard.
  public init?(_ text: some StringProtocol) {
    guard let parts = CodeParts(text), (2...3).contains(parts.numbers.count),
      let standard = StandardNumber(parts.component, parts.numbers[0])
    else { return nil }
    self.init(standard, condition: parts.numbers[1], action: parts.numbers.count == 3 ? parts.numbers[2] : nil)
  }

  /// Whether the communiqué has this condition.
  public var isOfficial: Bool { condition <= standard.conditionCount }

  /// `KOS 2.6` or `KOS 2.6.1`.
  public var description: String { "\(standard).\(condition)" + (action.map { ".\($0)" } ?? "") }

  /// By standard, condition, action; a condition before its actions.
  public static func < (left: Self, right: Self) -> Bool {
    (left.standard.number, left.condition, left.action ?? 0) < (
      right.standard.number, right.condition, right.action ?? 0
    )
  }
}

/// Letters, at most one blank, numbers of one or two digits with points between.
private struct CodeParts {
  let component: StandardComponent
  let numbers: [Int]

  init?(_ text: some StringProtocol) {
    guard let first = text.firstIndex(where: { !$0.isLetter }),
      let component = StandardComponent(spelling: text[..<first])
    else { return nil }
    let rest = text[first].isWhitespace ? text[text.index(after: first)...] : text[first...]
    var numbers: [Int] = []
    for part in rest.split(separator: ".", omittingEmptySubsequences: false) {
      guard (1...2).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    (self.component, self.numbers) = (component, numbers)
  }
}
