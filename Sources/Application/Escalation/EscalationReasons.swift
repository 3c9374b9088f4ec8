import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Why an escalation is where it is: one step for every time a rule sent it somewhere.
public enum EscalationReasons {
  /// The steps, in the order in which they happened.
  public static func steps(_ escalation: Escalation) -> [ExplanationStep] {
    escalation.events.filter { $0.kind == .opened || $0.kind == .raised }.map { event in
      let (trigger, ruling) = (event.occasion.trigger.name, event.ruling)
      let level = event.levelID.isEmpty ? EscalationRules.unassessed : event.levelID
      let arithmetic =
        event.kind == .opened
        ? Localized(
          "\(trigger.turkish) (\(event.occasion.trigger.rawValue)) × \(level), \(event.from.short.turkish)",
          "\(trigger.english) (\(event.occasion.trigger.rawValue)) × \(level), \(event.from.short.english)")
        : Localized(
          "\(event.from.short.turkish): \(event.text)",
          "\(event.from.short.english): \(EscalationWording.twin(of: event.text).english)")
      return ExplanationStep(
        rule: ruling.ruleID, effective: ruling.effective,
        title: event.kind == .opened
          ? Localized("Eskalasyon", "Escalation") : Localized("Bir üste taşıma", "Further up"),
        arithmetic: arithmetic,
        result: Localized(
          "\(event.to.short.turkish), \(ruling.days) gün (\(event.dueOn.turkish))",
          "\(event.to.short.english), \(ruling.days) days (\(event.dueOn))"),
        citation: ruling.citation)
    }
  }
}
