import FoundationEssentials
import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// How controls are printed.
enum ControlOutput {
  static func say(_ lines: [ControlLine], _ call: Invocation) {
    call.say(
      [
        Localized("Kod", "Code"), Localized("Sınıf", "Class"), Localized("Etkinlik", "Effectiveness"),
        Localized("KTS", "Score"), Localized("KEP", "Strength"), Localized("Risk", "Risks"),
        Localized("Kontrol", "Control"),
      ],
      lines.map { line in
        [
          line.control.code, line.control.details.kind.name(call.language), state(line, call.language),
          number(line.standing.testScore, call.language), line.standing.strength?.description ?? "?",
          String(line.riskCount), shortened(line.control.details.name, to: 40),
        ]
      }, numbers: [3, 4, 5])
  }

  static func sayHeadline(_ line: ControlLine, _ call: Invocation) {
    let head =
      "\(line.control.code) \(state(line, call.language)), KTS \(number(line.standing.testScore, call.language))"
    for text in hanging("\(head) — ", line.control.details.name, call.width, indent: 2) { call.say(text) }
  }

  static func say(_ page: ControlPage, _ call: Invocation) {
    sayHeadline(page.line, call)
    let fields = fields(page, call.language).filter { !$0.1.isEmpty }.map { ($0.0(call.language), $0.1) }
    let column = (fields.map(\.0.count).max() ?? 0) + 4
    for (label, text) in fields {
      let head = "  " + label + String(repeating: " ", count: column - 2 - label.count)
      for line in hanging(head, text, call.width, indent: column) { call.say(line) }
    }
    var reasons = Reasons(call.language, width: call.width)
    for line in reasons.lines(page.reasons) { call.say(line) }
    for test in page.tests {
      let (made, notes) = (test.test, test.test.notes.isEmpty ? "" : "  «\(test.test.notes)»")
      call.say(
        "  \(made.testedOn.turkish)  \(made.conclusion.name(call.language))  \(made.exceptions)/\(made.sampleSize)"
          + "  KTS \(number(test.score, call.language))  \(made.tester)\(notes)")
    }
    for risk in page.risks {
      call.say("  \(risk.reference)  %\(risk.share) \(risk.factor.name(call.language))  \(risk.statement)")
    }
  }

  static func say(_ controls: RiskControls, reference: String, _ call: Invocation) {
    let language = call.language
    for line in controls.lines {
      let closed = line.control.retiredOn == nil ? "" : Localized(" (kapatıldı)", " (closed)")(language)
      call.say(
        "\(line.control.code)  %\(line.link.share) \(line.link.factor.name(language))  KTS "
          + "\(number(line.standing.testScore, language))  KEP \(line.standing.strength?.description ?? "?")  "
          + line.control.details.name + closed)
    }
    if controls.lines.isEmpty {
      call.say(
        Localized("\(reference) riskine bağlı kontrol yok.", "No control is linked to the risk \(reference)."))
    }
    call.say(Localized("Yöntem: \(controls.method.name.turkish)", "Method: \(controls.method.name.english)"))
    guard let suggestion = controls.suggestion else {
      call.say(Localized("Öneri yok.", "No suggestion."))
      return
    }
    let score = controls.score.map { score in
      (score.value.map { " = \($0)" } ?? "") + " \(score.level.shape) \(score.level.name(language))"
    }
    call.say(
      Localized("Önerilen artık risk: ", "Suggested residual risk: ")(language) + suggestion.text + (score ?? ""))
    for gap in suggestion.unknown { call.say("  ! " + gap(language)) }
    var reasons = Reasons(language, width: call.width)
    for line in reasons.lines(suggestion.reasons) { call.say(line) }
    guard let chosen = controls.chosen else { return }
    let word = controls.differs ? Localized("öneriden farklı", "differs") : Localized("öneriyle aynı", "the same")
    call.say(
      Localized("Verilen artık risk: ", "Residual risk given: ")(language)
        + "\(chosen.likelihood) × \(chosen.impact) (\(word(language)))")
  }

  static func json(_ line: ControlLine, _ language: Language) -> JSON {
    let (details, standing) = (line.control.details, line.standing)
    return .members([
      "code": .text(line.control.code), "unit": .text(line.unitCode), "name": .text(details.name),
      "description": .text(details.description), "kind": .text(details.kind.rawValue),
      "nature": .text(details.nature.rawValue), "frequency": .text(details.frequency.rawValue),
      "owner": .text(details.owner), "design": .optional(details.design), "designReason": .text(details.designReason),
      "answers": .object(
        details.allAnswers.sorted { $0.key < $1.key }.map { JSON.Member(key: $0.key, value: .text($0.value)) }),
      "origin": .text(details.origin), "quality": json(standing.quality),
      "testScore": standing.testScore.map { .number($0.description) } ?? .null, "strength": json(standing.strength),
      "operating": .optional(standing.operating), "effectiveness": .text(line.effectiveness.rawValue),
      "unknown": .array(standing.gaps.map { .text($0(language)) }), "risks": .count(line.riskCount),
      "version": .count(line.control.version), "retiredOn": .optional(line.control.retiredOn),
    ])
  }

  static func json(_ page: ControlPage, _ language: Language) -> JSON {
    guard case .object(let members) = json(page.line, language) else { return .null }
    let more = JSON.members([
      "linked": .array(
        page.risks.map {
          .members([
            "reference": .text($0.reference), "share": .count($0.share), "factor": .text($0.factor.rawValue),
            "levelId": .optional($0.level?.id),
          ])
        }),
      "tests": .array(page.tests.map(json)),
      "reasons": .array(page.reasons.map { RiskOutput.json($0, language) }),
    ])
    guard case .object(let rest) = more else { return .null }
    return .object(members + rest)
  }

  static func json(_ controls: RiskControls, reference: String, _ language: Language) -> JSON {
    .members([
      "reference": .text(reference), "method": .text(controls.method.rawValue),
      "controls": .array(
        controls.lines.map {
          .members([
            "code": .text($0.control.code), "share": .count($0.link.share), "factor": .text($0.link.factor.rawValue),
            "testScore": $0.standing.testScore.map { .number($0.description) } ?? .null,
            "strength": json($0.standing.strength), "retired": .boolean($0.control.retiredOn != nil),
          ])
        }),
      "likelihood": .optional(controls.suggestion?.likelihood), "impact": .optional(controls.suggestion?.impact),
      "score": .optional(controls.score?.value), "levelId": .optional(controls.score?.level.id),
      "unknown": .array((controls.suggestion?.unknown ?? []).map { .text($0(language)) }),
      "differs": .boolean(controls.differs),
      "reasons": .array((controls.suggestion?.reasons ?? []).map { RiskOutput.json($0, language) }),
    ])
  }

  static func json(_ method: ControlEffectMethod, _ choices: [ControlEffectChoice]) -> JSON {
    .members([
      "method": .text(method.rawValue),
      "choices": .array(
        choices.map {
          .members([
            "method": .text($0.method.rawValue), "from": .text($0.effectiveOn.description),
            "reason": .text($0.reason), "recordedBy": .text($0.recordedBy),
          ])
        }),
    ])
  }

  private static func json(_ test: ControlPage.Test) -> JSON {
    .members([
      "number": .integer(test.test.id.rawValue), "testedOn": .text(test.test.testedOn.description),
      "tester": .text(test.test.tester), "sampleSize": .count(test.test.sampleSize),
      "exceptions": .count(test.test.exceptions), "conclusion": .text(test.test.conclusion.rawValue),
      "notes": .text(test.test.notes), "score": test.score.map { .number($0.description) } ?? .null,
      "evidence": .count(test.evidenceCount),
    ])
  }

  private static func json(_ value: Fraction?) -> JSON {
    value.map { .number(String($0.description.map { $0 == "," ? "." : $0 })) } ?? .null
  }

  private static func fields(_ page: ControlPage, _ language: Language) -> [(Localized, String)] {
    let (details, standing) = (page.line.control.details, page.line.standing)
    return [
      (Localized("Birim", "Unit"), page.unitPath.map(\.name).joined(separator: " › ")),
      (Localized("Açıklama", "Description"), details.description),
      (Localized("Sınıfı", "Class"), details.kind.name(language)),
      (Localized("Niteliği", "Nature"), details.nature.name(language)),
      (Localized("Sıklığı", "Frequency"), details.frequency.name(language)),
      (Localized("Sorumlu", "Owner"), details.owner),
      (Localized("Tasarım puanı (KYP)", "Design quality"), standing.quality?.description ?? "?"),
      (Localized("Kontrol gücü (KEP)", "Strength"), standing.strength?.description ?? "?"),
      (Localized("Bilinmeyen", "Unknown"), standing.gaps.map { $0(language) }.joined(separator: "; ")),
      (
        Localized("Kapanış", "Closed"),
        page.line.control.retiredOn.map { "\($0.turkish) \(page.line.control.retireReason)" } ?? ""
      ),
    ]
  }

  private static func state(_ line: ControlLine, _ language: Language) -> String {
    line.control.retiredOn == nil ? line.effectiveness.name(language) : Localized("kapatıldı", "closed")(language)
  }

  private static func number(_ value: Decimal?, _ language: Language) -> String {
    value.map { IndicatorReasons.number($0)(language) } ?? "?"
  }
}
