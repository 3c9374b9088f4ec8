import GuvenceCore
import GuvenceRules

/// Looking into the rules.
let ruleCommands: [Command] = [
  Command(
    "rules list", Localized("yürürlükteki yöntemleri listele", "list the methodologies in force"),
    options: [
      .json, Command.Option(name: "on", value: "DAY", help: Localized("o gün (bugün)", "on that day (today)")),
    ],
    run: listRules),
  Command(
    "rules diff", Localized("iki gün arasında değişen kurallar", "rules that changed between two days"),
    arguments: [
      Command.Argument(name: "DAY1", help: Localized("ilk gün", "first day")),
      Command.Argument(name: "DAY2", help: Localized("son gün", "last day")),
    ], options: [.json], run: diffRules),
  Command(
    "rules stale", Localized("uzun süredir denetlenmeyen kurallar", "rules nobody has checked for long"),
    options: [
      .json,
      Command.Option(name: "days", value: "N", help: Localized("kaç günden eski (365)", "older than N days (365)")),
    ], run: staleRules),
  Command(
    "rules test", Localized("kural örneklerini çalıştır", "run the rule cases"), options: [.json], run: testRules),
]

private func listRules(_ call: Invocation) throws -> ExitCode {
  let day = try call.day("on") ?? call.console.clock().dayInIstanbul
  let library = try RuleLibrary.load(dataFolder: call.dataFolder())
  let methodologies = library.methodologies(on: day)
  if call.wantsJSON {
    let list = methodologies.map { rule in
      JSON.members([
        "id": .text(rule.id), "name": .text(rule.name.turkish), "effective": .text(rule.effective.description),
        "source": .text(rule.citation.text), "checked": .optional(rule.citation.checkedOn),
        "verified": .boolean(rule.citation.isVerified), "levels": .array(rule.levels.map { .text($0.name.turkish) }),
      ])
    }
    call.say(JSON.members(["on": .text(day.description), "methodologies": .array(list)]).text)
    return .done
  }
  var table = Table(
    [
      Localized("Yöntem", "Methodology"), Localized("Ad", "Name"), Localized("Yürürlük", "In force"),
      Localized("Kaynak", "Source"),
    ].map { $0(call.language) })
  for rule in methodologies {
    let mark = rule.citation.isVerified ? "" : Localized(" (doğrulanmadı)", " (unverified)")(call.language)
    table.add([rule.id, rule.name(call.language), rule.effective.turkish, rule.citation.text + mark])
  }
  call.say(table.text)
  return .done
}

private func diffRules(_ call: Invocation) throws -> ExitCode {
  let (first, second) = (try call.day(call.required(0), named: "DAY1"), try call.day(call.required(1), named: "DAY2"))
  let changes = try RuleLibrary.load(dataFolder: call.dataFolder()).changes(from: first, to: second)
  if call.wantsJSON {
    let list = changes.map { change in
      JSON.members([
        "id": .text(change.id), "kind": .text(change.kind.rawValue), "before": .optional(change.before),
        "after": .optional(change.after), "details": .array(change.details.map { .text($0(call.language)) }),
      ])
    }
    call.say(JSON.members(["changes": .array(list)]).text)
    return .done
  }
  if changes.isEmpty { call.say(Localized("Değişen kural yok.", "No rule changed.")) }
  for change in changes {
    let days = [change.before, change.after].map { $0?.turkish ?? "–" }.joined(separator: " → ")
    call.say("\(change.kind.rawValue)  \(change.id)  \(change.name(call.language))  \(days)")
    for detail in change.details { call.say("  \(detail(call.language))") }
  }
  return .done
}

private func staleRules(_ call: Invocation) throws -> ExitCode {
  let days = try call.integer("days") ?? 365
  let today = call.console.clock().dayInIstanbul
  let stale = try RuleLibrary.load(dataFolder: call.dataFolder()).stale(on: today, olderThan: days)
  if call.wantsJSON {
    let list = stale.map { rule in
      JSON.members([
        "id": .text(rule.id), "effective": .text(rule.effective.description),
        "checked": .optional(rule.citation.checkedOn), "source": .text(rule.citation.text),
      ])
    }
    call.say(JSON.members(["stale": .array(list)]).text)
  } else {
    for rule in stale {
      let checked = rule.citation.checkedOn?.turkish ?? Localized("hiç denetlenmedi", "never checked")(call.language)
      call.say("\(rule.id)  \(rule.name(call.language))  \(checked)  \(rule.citation.text)")
    }
    call.say(Localized("\(stale.count) kural denetlenmeyi bekliyor", "\(stale.count) rules wait to be checked"))
  }
  return stale.isEmpty ? .done : .findings
}

private func testRules(_ call: Invocation) throws -> ExitCode {
  let library = try RuleLibrary.load(dataFolder: call.dataFolder())
  let results = RuleCases.run(library)
  let failed = results.filter { !$0.passed }
  if call.wantsJSON {
    call.say(
      JSON.members([
        "cases": .count(results.count), "failed": .count(failed.count),
        "failures": .array(failed.map { .text($0.diagnostic?.rendered ?? $0.name) }),
      ]).text)
  } else {
    for result in failed { call.say(result.diagnostic?.rendered ?? result.name) }
    call.say(
      Localized(
        "\(results.count) örnek, \(failed.count) başarısız", "\(results.count) cases, \(failed.count) failed"))
  }
  return failed.isEmpty && !results.isEmpty ? .done : .findings
}
