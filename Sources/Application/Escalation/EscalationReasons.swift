import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

/// Why an escalation is where it is: one step for every time a rule sent it somewhere.
public enum EscalationReasons {
  /// The steps, in the order in which they happened; `level` names the level the risk had at an event.
  public static func steps(
    _ escalation: Escalation, level: (EscalationEvent) throws -> Localized
  ) rethrows -> [ExplanationStep] {
    try escalation.events.filter { $0.kind == .opened || $0.kind == .raised }.map { event in
      let ruling = event.ruling
      return ExplanationStep(
        rule: ruling.ruleID, effective: ruling.effective,
        title: event.kind == .opened
          ? Localized("Eskalasyon", "Escalation") : Localized("Bir üste taşıma", "Further up"),
        arithmetic: event.kind == .opened ? opening(event, try level(event)) : raising(event),
        result: Localized(
          "\(event.to.short.turkish), \(ruling.days) gün (\(event.dueOn.turkish))",
          "\(event.to.short.english), \(ruling.days) days (\(event.dueOn))"),
        citation: ruling.citation)
    }
  }

  /// The two inputs of the table by the names that screens use: `Kırmızı gösterge × Yüksek düzey, BRK`.
  private static func opening(_ event: EscalationEvent, _ level: Localized) -> Localized {
    let (trigger, from) = (event.occasion.trigger.name, event.from.short)
    guard !event.levelID.isEmpty else {
      return Localized(
        "\(trigger.turkish) × değerlendirilmemiş risk, \(from.turkish)",
        "\(trigger.english) × risk not assessed, \(from.english)")
    }
    return Localized(
      "\(trigger.turkish) × düzey «\(level.turkish)», \(from.turkish)",
      "\(trigger.english) × level «\(level.english)», \(from.english)")
  }

  private static func raising(_ event: EscalationEvent) -> Localized {
    Localized(
      "\(event.from.short.turkish): \(event.text)",
      "\(event.from.short.english): \(EscalationWording.twin(of: event.text).english)")
  }
}

extension App {
  /// The reasons of an escalation, with the levels under the names that the risk's methodology had at the time.
  func reasons(of escalation: Escalation, _ connection: Connection) throws -> [ExplanationStep] {
    let history = try AssessmentTable.history(of: escalation.riskID, connection)
    return try EscalationReasons.steps(escalation) { (event: EscalationEvent) throws -> Localized in
      let unnamed = Localized(event.levelID, event.levelID)
      guard let then = history.first(where: { $0.recordedAt <= event.at }) ?? history.last else { return unnamed }
      return try methodology(digest: then.ruleDigest, connection)?.level(event.levelID)?.name ?? unnamed
    }
  }
}
