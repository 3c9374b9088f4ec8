import GuvenceCore
import GuvenceRules

/// Looking into the rules.
let ruleCommands: [Command] = [
  Command(
    "rules list", Localized("yürürlükteki yöntemleri listele", "list the methodologies in force"),
    options: [
      .json, Command.Option(name: "on", value: .day, help: Localized("o gün (bugün)", "on that day (today)")),
    ],
    run: listRules),
  Command(
    "rules diff", Localized("iki gün arasında değişen kurallar", "rules that changed between two days"),
    arguments: [
      Command.Argument(name: Localized("GÜN1", "DAY1"), help: Localized("önceki gün", "earlier day")),
      Command.Argument(name: Localized("GÜN2", "DAY2"), help: Localized("sonraki gün", "later day")),
    ], options: [.json], run: diffRules),
  Command(
    "rules stale", Localized("kaynağıyla uzun süredir karşılaştırılmayan kurallar", "rules not checked for long"),
    options: [
      .json,
      Command.Option(
        name: "days", value: .number, help: Localized("kaç günden eski (365)", "older than so many days (365)")),
    ], run: staleRules),
  Command(
    "rules test", Localized("kural örneklerini çalıştır", "run the rule cases"), options: [.json], run: testRules),
]

private let nameTitle = Localized("Ad", "Name")
private let ruleTitle = Localized("Kural", "Rule")
private let sourceTitle = Localized("Kaynak", "Source")

private func listRules(_ call: Invocation) throws -> ExitCode {
  let day = try call.day("on") ?? call.console.clock().dayInIstanbul
  let methodologies = try RuleLibrary.load(dataFolder: call.dataFolder()).methodologies(on: day)
  if call.wantsJSON {
    call.answer(
      .members([
        "on": .text(day.description), "methodologies": .array(methodologies.map { json($0, call.language) }),
      ]))
    return .done
  }
  call.say(
    [Localized("Yöntem", "Methodology"), nameTitle, Localized("Yürürlük", "In force"), sourceTitle],
    methodologies.map { rule in
      [
        rule.id, rule.name(call.language), rule.effective.turkish,
        rule.citation.text + unverifiedMark(rule.citation, call.language),
      ]
    })
  return .done
}

private func json(_ rule: Methodology, _ language: Language) -> JSON {
  .members([
    "id": .text(rule.id), "name": .text(rule.name(language)), "effective": .text(rule.effective.description),
    "source": .text(rule.citation.text), "checked": .optional(rule.citation.checkedOn),
    "verified": .boolean(rule.citation.isVerified), "levels": .array(rule.levels.map { .text($0.name(language)) }),
  ])
}

private func diffRules(_ call: Invocation) throws -> ExitCode {
  let names = call.command.arguments.map { $0.name(call.language) }
  let (first, second) = (
    try call.day(call.argument(0), named: names[0]), try call.day(call.argument(1), named: names[1])
  )
  guard first <= second else {
    throw UsageProblem(Localized("önceki gün sonrakinden büyük", "the earlier day is after the later one"))
  }
  let changes = try RuleLibrary.load(dataFolder: call.dataFolder()).changes(from: first, to: second)
  if call.wantsJSON {
    let list = changes.map { change in
      JSON.members([
        "id": .text(change.id), "name": .text(change.name(call.language)), "kind": .text(change.kind.rawValue),
        "before": .optional(change.before), "after": .optional(change.after),
        "details": .array(change.details.map { .text($0(call.language)) }),
      ])
    }
    call.answer(
      .members(["from": .text(first.description), "to": .text(second.description), "changes": .array(list)]))
    return .done
  }
  say(changes, call)
  return .done
}

private func say(_ changes: [RuleChange], _ call: Invocation) {
  guard !changes.isEmpty else {
    call.say(Localized("Değişen kural yok.", "No rule changed."))
    return
  }
  for change in changes {
    let days = Set([change.before, change.after].compactMap { $0 }).sorted().map(\.turkish).joined(separator: " → ")
    call.say("\(change.kind.name(call.language)): \(change.id), \(change.name(call.language)) (\(days))")
    for detail in change.details { call.say("  \(detail(call.language))") }
  }
}

extension RuleChange.Kind {
  fileprivate var name: Localized {
    switch self {
    case .added: Localized("yeni", "new")
    case .changed: Localized("değişti", "changed")
    case .removed: Localized("kalktı", "removed")
    }
  }
}

private func staleRules(_ call: Invocation) throws -> ExitCode {
  let days = try call.integer("days") ?? 365
  let today = call.console.clock().dayInIstanbul
  let stale = try RuleLibrary.load(dataFolder: call.dataFolder()).stale(on: today, olderThan: days)
  if call.wantsJSON {
    let list = stale.map { rule in
      JSON.members([
        "id": .text(rule.id), "name": .text(rule.name(call.language)), "effective": .text(rule.effective.description),
        "checked": .optional(rule.citation.checkedOn), "source": .text(rule.citation.text),
      ])
    }
    call.answer(.members(["on": .text(today.description), "days": .count(days), "stale": .array(list)]))
    return stale.isEmpty ? .done : .findings
  }
  if !stale.isEmpty {
    call.say(
      [ruleTitle, nameTitle, Localized("Son denetim", "Last checked"), sourceTitle],
      stale.map { rule in
        let checked = rule.citation.checkedOn?.turkish ?? Localized("hiç", "never")(call.language)
        return [rule.id, rule.name(call.language), checked, rule.citation.text]
      })
  }
  call.say(Localized("\(stale.count) kural denetlenmeyi bekliyor", "\(stale.count) rules wait to be checked"))
  return stale.isEmpty ? .done : .findings
}

private func testRules(_ call: Invocation) throws -> ExitCode {
  let results = RuleCases.run(try RuleLibrary.load(dataFolder: call.dataFolder()))
  let failed = results.filter { !$0.passed }
  if call.wantsJSON {
    call.answer(
      .members([
        "cases": .count(results.count), "failed": .count(failed.count),
        "failures": .array(failed.map { .text($0.diagnostic?.rendered ?? $0.name) }),
      ]))
  } else {
    for result in failed { call.say(result.diagnostic?.rendered ?? result.name) }
    call.say(
      Localized("\(results.count) örnek, \(failed.count) başarısız", "\(results.count) cases, \(failed.count) failed"))
  }
  return failed.isEmpty && !results.isEmpty ? .done : .findings
}
