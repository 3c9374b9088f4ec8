import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import GuvenceRules

/// Methodologies, simulations and changes as text and JSON.
enum MethodOutput {
  static func say(_ lines: [MethodLine], _ call: Invocation) {
    call.say(
      [
        Localized("Yöntem", "Methodology"), Localized("Ad", "Name"), Localized("Ölçek", "Scales"),
        Localized("Risk", "Risks"), Localized("Durum", "State"),
      ],
      lines.map { line in
        let (rule, mark) = (line.methodology, unverifiedMark(line.methodology.citation, call.language))
        let scales = "\(rule.likelihood.steps.count) × \(rule.impact.steps.count)"
        return [rule.id, rule.name(call.language) + mark, scales, String(line.riskCount), state(line)(call.language)]
      }, numbers: [3])
  }

  static func say(_ changes: [MethodChangeLine], _ call: Invocation) {
    guard !changes.isEmpty else {
      call.say(Localized("Yöntem hiç değiştirilmedi.", "The methodology was never changed."))
      return
    }
    call.say("")
    call.say(
      [
        Localized("No", "No"), Localized("Gün", "Day"), Localized("Değişiklik", "Change"), Localized("Risk", "Risks"),
        Localized("Kim", "Who"), Localized("Gerekçe", "Reason"),
      ],
      changes.map { line in
        let undone = line.isUndone ? Localized(" (geri alındı)", " (taken back)")(call.language) : ""
        return [
          line.change.id.description, line.change.changedAt.dayInIstanbul.turkish, "\(line.from) → \(line.to)\(undone)",
          String(line.change.assessmentCount), line.change.changedBy, line.change.reason,
        ]
      }, numbers: [0, 3])
  }

  static func say(_ page: MethodSimulationPage, _ call: Invocation) {
    let result = page.result
    call.say("\(page.current.id) → \(page.chosen.id): \(page.chosen.name(call.language))")
    if let obstacle = page.obstacle { call.say("! \(obstacle(call.language))") }
    call.say(
      Localized(
        "\(result.riskCount) risk yeniden puanlanır, \(result.changedCount) riskin düzeyi ya da iştah sonucu değişir",
        "\(result.riskCount) risks are re-scored, \(result.changedCount) change level or appetite verdict"))
    call.say(
      Localized(
        "İştah üstünde: \(result.aboveBefore) → \(result.aboveAfter) (yeni \(result.newlyAbove), inen \(result.newlyWithin))",
        "Above appetite: \(result.aboveBefore) → \(result.aboveAfter) (new \(result.newlyAbove), gone \(result.newlyWithin))"
      ))
    if page.notAssessed > 0 {
      call.say(Localized("\(page.notAssessed) risk değerlendirilmemiş", "\(page.notAssessed) risks are not assessed"))
    }
    if result.adjustedCount > 0 {
      call.say(
        Localized(
          "\(result.adjustedCount) riskte doğal, artık ve hedef risk sırası düzeltilir; yeniden değerlendirin",
          "in \(result.adjustedCount) risks the order of inherent, residual and target is set right; assess them again")
      )
    }
    sayMapping(page, call)
    sayLevels(page, call)
    sayMaps(page, call)
    sayChanges(page, call)
  }

  private static func sayMapping(_ page: MethodSimulationPage, _ call: Invocation) {
    let mark = unverifiedMark(page.mapping.citation, call.language)
    let pairs = [
      (Localized("Olasılık", "Likelihood"), page.current.likelihood, page.chosen.likelihood),
      (Localized("Etki", "Impact"), page.current.impact, page.chosen.impact),
    ]
    for (name, from, to) in pairs {
      let (old, new) = (from.steps.count, to.steps.count)
      let moves = page.mapping.values(from: old, to: new).enumerated().map { "\($0.offset + 1)→\($0.element)" }
      call.say("\(name(call.language)): \(moves.joined(separator: "  "))")
    }
    call.say("  \(page.mapping.id), \(page.mapping.effective.turkish); \(page.mapping.citation.text)\(mark)")
  }

  private static func sayLevels(_ page: MethodSimulationPage, _ call: Invocation) {
    call.say("")
    call.say(
      [Localized("Düzey", "Level"), Localized("Önce", "Before"), Localized("Sonra", "After")],
      page.levelIDs.reversed().map { id in
        let name = (page.chosen.level(id) ?? page.current.level(id))?.name(call.language) ?? id
        return [name, String(page.result.levelsBefore[id] ?? 0), String(page.result.levelsAfter[id] ?? 0)]
      }, numbers: [1, 2])
  }

  private static func sayMaps(_ page: MethodSimulationPage, _ call: Invocation) {
    var maps = [
      (Localized("Isı haritası, önce", "Heat map, before"), page.result.mapBefore),
      (Localized("Isı haritası, sonra", "Heat map, after"), page.result.mapAfter),
    ]
    if page.result.opportunityCount > 0 {
      maps += [
        (Localized("Fırsatlar, önce", "Opportunities, before"), page.result.mapsBefore[.opportunity] ?? []),
        (Localized("Fırsatlar, sonra", "Opportunities, after"), page.result.mapsAfter[.opportunity] ?? []),
      ]
    }
    for (name, grid) in maps {
      call.say("")
      call.say(name)
      let impacts = (grid.first ?? []).indices.map { String($0 + 1) }
      call.say(
        [Localized("O\\E", "L\\I")] + impacts.map { Localized($0, $0) },
        grid.enumerated().reversed().map { row in
          [String(row.offset + 1)] + row.element.map { $0 == 0 ? "·" : String($0) }
        }, numbers: Set(0...impacts.count))
    }
  }

  private static func sayChanges(_ page: MethodSimulationPage, _ call: Invocation) {
    guard !page.changes.isEmpty else { return }
    call.say("")
    call.say(
      [
        Localized("Referans", "Reference"), Localized("Önce", "Before"), Localized("Sonra", "After"),
        Localized("İştah", "Appetite"), Localized("Risk", "Risk"),
      ],
      page.changes.map { line in
        let change = line.change
        return [
          line.reference, text(change.before, line.levelBefore, call.language),
          text(change.after, line.levelAfter, call.language), verdict(change)(call.language),
          shortened(line.statement, to: 60),
        ]
      })
    let rest = page.result.changedCount - page.changes.count
    if rest > 0 { call.say(Localized("ve \(rest) risk daha (--limit)", "and \(rest) more (--limit)")) }
  }

  private static func text(_ pair: JudgedPair, _ level: Level?, _ language: Language) -> String {
    "\(pair.likelihood)×\(pair.impact) \(level?.name(language) ?? pair.levelID)"
  }

  private static func verdict(_ change: MethodSimulation.Change) -> Localized {
    switch (change.wasAbove, change.isAbove) {
    case (false, true): Localized("üstüne çıkar", "goes above")
    case (true, false): Localized("içine iner", "comes within")
    case (true, true): Localized("üstünde", "above")
    case (false, false): Localized("içinde", "within")
    }
  }

  private static func state(_ line: MethodLine) -> Localized {
    switch (line.isInUse, line.isOwn) {
    case (true, false): Localized("kullanımda", "in use")
    case (true, true): Localized("kullanımda, idarenin", "in use, own")
    case (false, true): Localized("idarenin", "own")
    case (false, false): Localized("", "")
    }
  }
}
