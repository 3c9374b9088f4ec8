import GuvenceCore

/// The case of a risk above its appetite (aşım kaydı), folded from its events.
///
/// A score above the appetite opens a case; a score within it resolves the case. In between somebody acknowledges it with
/// a plan; then a higher role may accept the risk until a day. Within the tolerance a case may also be closed by hand:
/// the tolerance is the deviation that is allowed. Above the tolerance it may not.
public struct BreachCase: Hashable, Sendable {
  /// How a case stands.
  public enum State: String, Sendable, CaseIterable {
    /// Nobody has taken note.
    case open
    /// Somebody has taken note and has a plan.
    case acknowledged
    /// Accepted until a day.
    case accepted
    /// Closed by hand while within the tolerance.
    case settled
    /// Closed, because the score fell.
    case resolved

    /// Name on screen.
    public var name: Localized {
      switch self {
      case .open: Localized("Açık", "Open")
      case .acknowledged: Localized("Üstlenildi", "Acknowledged")
      case .accepted: Localized("Süreli kabul", "Accepted until a day")
      case .settled: Localized("Elle kapatıldı", "Closed by hand")
      case .resolved: Localized("Çözüldü", "Resolved")
      }
    }

    /// Whether somebody still has to do with it.
    public var isStanding: Bool {
      switch self {
      case .open, .acknowledged, .accepted: true
      case .settled, .resolved: false
      }
    }
  }

  /// Its number, that of the event that opened it.
  public let id: Identifier<BreachCase>
  /// The risk.
  public let riskID: Identifier<Risk>
  /// All events, oldest first; never empty.
  public private(set) var events: [BreachEvent]
  /// How it stands.
  public private(set) var state: State
  /// The event that acknowledged it last, since it was opened or reopened.
  public private(set) var acknowledgement: BreachEvent?
  /// The acceptance that holds, or held last.
  public private(set) var acceptance: BreachEvent?

  /// A case begun by `event`; `nil` where that opens none.
  public init?(_ event: BreachEvent) {
    guard event.kind == .opened else { return nil }
    (id, riskID, events, state) = (event.caseID, event.riskID, [event], .open)
  }

  /// The cases that `events`, oldest first, add up to, oldest first.
  public static func all(_ events: [BreachEvent]) -> [BreachCase] {
    var cases: [BreachCase] = []
    var places: [Identifier<BreachCase>: Int] = [:]
    for event in events {
      if let place = places[event.caseID] {
        cases[place].take(event)
      } else if let begun = BreachCase(event) {
        places[event.caseID] = cases.count
        cases.append(begun)
      }
    }
    return cases
  }

  /// Takes an event that was allowed when it happened.
  public mutating func take(_ event: BreachEvent) {
    events.append(event)
    switch event.kind {
    case .opened, .regraded: break
    case .acknowledged: (state, acknowledgement) = (.acknowledged, event)
    case .accepted: (state, acceptance) = (.accepted, event)
    case .reopened: (state, acknowledgement) = (.open, nil)
    case .settled: state = .settled
    case .resolved: state = .resolved
    }
  }

  /// The last event.
  public var last: BreachEvent? { events.last }
  /// The grade now.
  public var grade: AppetiteGrade { last?.grade ?? .attention }
  /// When it was opened.
  public var openedAt: Instant? { events.first?.at }
  /// Counts events; an act names the number it was based on.
  public var version: Int { events.count }
}

/// What is to be written after a risk was compared with its appetite.
public struct BreachConsequence: Hashable, Sendable {
  /// What happens.
  public let kind: BreachEvent.Kind
  /// Whether it opens a new case rather than going on with the last one.
  public let opensCase: Bool
  /// Why, in words of the register.
  public let text: String

  /// What follows for the risk whose newest case is `current`, standing as `standing` on `day`; `nil` where all is as it
  /// should be. `standing` is `nil` where no statement holds for the risk, or it is not on the active register.
  public static func after(
    _ current: BreachCase?, _ standing: AppetiteStanding?, on day: Day
  ) -> BreachConsequence? {
    guard let standing, standing.isAbove else {
      guard let current, current.state != .resolved else { return nil }
      return BreachConsequence(kind: .resolved, opensCase: false, text: fallen(standing))
    }
    guard let current, current.state != .resolved else { return opening(standing) }
    switch current.state {
    case .settled: return standing.grade == .breach ? opening(standing) : nil
    case .accepted: return ended(current, standing, on: day) ?? regraded(current, standing)
    case .open, .acknowledged, .resolved: return regraded(current, standing)
    }
  }

  private static func fallen(_ standing: AppetiteStanding?) -> String {
    guard let standing, let limits = standing.limits else { return "Karşılaştırılacak bir iştah beyanı kalmadı." }
    return "Puan \(standing.score), iştah \(limits.appetite): risk iştah içinde."
  }

  private static func opening(_ standing: AppetiteStanding) -> BreachConsequence {
    BreachConsequence(kind: .opened, opensCase: true, text: comparison(standing))
  }

  private static func comparison(_ standing: AppetiteStanding) -> String {
    let limits = standing.limits.map {
      "iştah \($0.appetite), tolerans \($0.tolerance), kapasite \($0.capacity)"
    }
    return "Puan \(standing.score); \(limits ?? "iştah")."
  }

  private static func ended(
    _ current: BreachCase, _ standing: AppetiteStanding, on day: Day
  ) -> BreachConsequence? {
    guard let acceptance = current.acceptance, let until = acceptance.until else { return nil }
    if day > until {
      return BreachConsequence(
        kind: .reopened, opensCase: false, text: "Kabulün süresi \(until.turkish) günü doldu.")
    }
    let isSameScale = acceptance.methodologyID == standing.methodologyID
    guard isSameScale ? standing.score > acceptance.score : standing.grade > acceptance.grade else { return nil }
    return BreachConsequence(
      kind: .reopened, opensCase: false,
      text: "Risk kabul edilenin üstüne çıktı (\(acceptance.score) → \(standing.score)).")
  }

  private static func regraded(_ current: BreachCase, _ standing: AppetiteStanding) -> BreachConsequence? {
    guard let last = current.last,
      last.score != standing.score || last.grade != standing.grade || last.statementID != standing.statement?.id
        || last.methodologyID != standing.methodologyID
    else { return nil }
    return BreachConsequence(kind: .regraded, opensCase: false, text: comparison(standing))
  }
}

extension BreachCase {
  /// What a person may do with a case.
  public enum Act: String, Sendable, CaseIterable {
    /// Take note, with a plan.
    case acknowledge
    /// Accept until a day.
    case accept
    /// Close by hand, with a reason.
    case settle
  }

  /// Why `act` is not possible now; `nil` where it is. `person` is who would do it.
  public func obstacle(to act: Act, by person: Identifier<Account>?) -> Localized? {
    guard state.isStanding else { return Localized("Bu kayıt kapanmış.", "This case is closed.") }
    switch act {
    case .acknowledge:
      return state == .open ? nil : Localized("Kayıt zaten üstlenilmiş.", "The case is acknowledged already.")
    case .accept:
      guard state == .acknowledged, let acknowledgement else {
        return Localized(
          "Önce kaydın planıyla üstlenilmesi gerekir.", "The case has to be acknowledged with a plan first.")
      }
      return acknowledgement.accountID == person
        ? Localized(
          "Kaydı üstlenen kişi kabulünü onaylayamaz.", "Who acknowledged the case cannot approve its acceptance.")
        : nil
    case .settle:
      guard state != .accepted else {
        return Localized("Süreli kabul edilmiş kayıt elle kapatılmaz.", "An accepted case is not closed by hand.")
      }
      return grade == .attention
        ? nil
        : Localized(
          "Toleransın üstündeki risk elle kapatılamaz: puanı düşürün ya da kabulünü onaylatın.",
          "A risk above tolerance cannot be closed by hand: lower its score or have it accepted.")
    }
  }

  /// Whether the case agrees with how the risk stands on `day`: the law that evaluation keeps.
  public static func isConsistent(_ newest: BreachCase?, _ standing: AppetiteStanding?, on day: Day) -> Bool {
    guard let standing, standing.isAbove else { return newest.map { $0.state == .resolved } ?? true }
    guard let newest else { return false }
    switch newest.state {
    case .open, .acknowledged: return newest.grade == standing.grade
    case .accepted: return newest.grade == standing.grade && newest.acceptance?.until.map { $0 >= day } ?? false
    case .settled: return standing.grade == .attention
    case .resolved: return false
    }
  }
}
