import GuvenceCore

/// A step of the ladder on which a risk is carried upwards: ABRK → BRK → İRK → İKİYK → üst yönetici (Kamu Kurumsal Risk
/// Yönetimi Rehberi). Higher steps order last.
public enum EscalationStep: String, Sendable, CaseIterable, Comparable {
  /// Alt birim risk koordinatörü.
  case subUnit = "abrk"
  /// Birim risk koordinatörü.
  case unit = "brk"
  /// İdare risk koordinatörü.
  case administration = "irk"
  /// İç Kontrol İzleme ve Yönlendirme Kurulu.
  case board = "kurul"
  /// Üst yönetici.
  case topManager = "ust-yonetici"

  /// The step that looks after a unit so many steps below the administration: 0 the administration itself, 1 a
  /// directorate, more a unit within one.
  public static func home(depth: Int) -> EscalationStep {
    depth <= 0 ? .administration : depth == 1 ? .unit : .subUnit
  }

  /// The step of a role; `nil` for roles outside the ladder.
  public init?(_ role: Role) { self.init(rawValue: role.rawValue) }

  /// The role that stands on it.
  public var role: Role {
    switch self {
    case .subUnit: .subUnitCoordinator
    case .unit: .unitCoordinator
    case .administration: .administrationCoordinator
    case .board: .boardMember
    case .topManager: .topManager
    }
  }

  /// The next step up; `nil` at the top.
  public var next: EscalationStep? {
    let all = EscalationStep.allCases
    return place + 1 < all.count ? all[place + 1] : nil
  }

  /// Where a table's word sends what is carried by `home`: never to a step that is not above it.
  public static func target(_ word: String, from home: EscalationStep) -> EscalationStep {
    let next = home.next ?? home
    return EscalationStep(rawValue: word).map { max($0, next) } ?? next
  }

  /// Short name: ABRK, BRK, İRK, İKİYK, Üst yönetici.
  public var short: Localized {
    switch self {
    case .subUnit: Localized("ABRK", "ABRK")
    case .unit: Localized("BRK", "BRK")
    case .administration: Localized("İRK", "İRK")
    case .board: Localized("İKİYK", "İKİYK")
    case .topManager: Localized("Üst yönetici", "Top manager")
    }
  }

  /// Lower steps order first.
  public static func < (left: EscalationStep, right: EscalationStep) -> Bool { left.place < right.place }

  private var place: Int {
    switch self {
    case .subUnit: 0
    case .unit: 1
    case .administration: 2
    case .board: 3
    case .topManager: 4
    }
  }
}
