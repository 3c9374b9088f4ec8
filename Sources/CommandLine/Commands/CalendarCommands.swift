import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceRegister

/// Calendar, review days, notices and digests at the prompt.
let calendarCommands: [Command] = [
  Command(
    "calendar", Localized("bir ayın takvimi: gözden geçirme, ölçüm, karar", "a month: reviews, readings, decisions"),
    options: [
      .database, .asUser, .json, .unit,
      Command.Option(
        name: "month", value: Localized("AY", "MONTH"), help: Localized("2026-11 (bu ay)", "2026-11 (this month)")),
      Command.Option(
        name: "kind", value: .word,
        help: Localized(
          "review, reading, action, meeting, decision, …", "review, reading, action, meeting, decision, …")
      ),
      Command.Option(
        name: "ics", value: .file,
        help: Localized("12 ayı takvim dosyasına yaz (RFC 5545)", "write 12 months as a calendar file (RFC 5545)")),
    ], run: showCalendar),
  Command(
    "risk review", Localized("sonraki gözden geçirme gününü değiştir", "set another review day"),
    arguments: [.reference],
    options: [
      .database, .asUser, .json,
      Command.Option(name: "on", value: .day, help: Localized("yeni gün", "the new day"), isRequired: true),
      Command.Option(name: "reason", value: .text, help: Localized("gerekçe", "reason"), isRequired: true),
    ], run: setReview),
  Command(
    "notice list", Localized("bildirimleri listele", "list notices"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "unread", value: nil, help: Localized("yalnızca okunmamışlar", "unread ones only")),
    ],
    notes: Localized("Bildirimler kişiye özeldir: --as KULLANICI.", "Notices belong to a person: --as LOGIN."),
    run: listNotices),
  Command(
    "notice read", Localized("bildirimleri okundu olarak işaretle", "mark notices as read"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "number", value: .number, help: Localized("yalnızca bu (tümü)", "only this one (all)")),
    ], run: readNotices),
  Command(
    "digest write", Localized("günlük özetleri .eml olarak yaz", "write the daily digests as .eml"),
    options: [
      .database, .asUser, .json,
      Command.Option(name: "out", value: .folder, help: Localized("giden kutusu", "outbox folder"), isRequired: true),
      Command.Option(name: "day", value: .day, help: Localized("gün (bugün)", "day (today)")),
      Command.Option(name: "from", value: Localized("ADRES", "ADDRESS"), help: Localized("gönderen", "sender")),
      Command.Option(
        name: "site", value: Localized("ADRES", "ADDRESS"),
        help: Localized("sayfaların adresi: https://…", "address of the pages: https://…")),
    ],
    notes: Localized(
      "Kişi ve gün başına bir dosya yazılır; var olan dosyaya dokunulmaz.",
      "One file per person and day; a file that is there stays as it is."),
    run: writeDigests),
]

private func showCalendar(_ call: Invocation) throws -> ExitCode {
  let kinds: [CalendarEntry.Kind] = try call.choices("kind")
  let month = call.text("month").flatMap { Period($0) }
  if let text = call.text("month"), month?.length != .month {
    throw UsageProblem(Localized("--month bir ay olmalı (2026-11): «\(text)»", "--month must be 2026-11: «\(text)»"))
  }
  let app = try call.app()
  let actor = try call.actor(app)
  let query = CalendarQuery(month: month, unitCode: call.text("unit"), kind: kinds.last)
  if let file = call.text("ics") {
    let path = try call.newFile(file)
    let bytes = try app.calendarFile(query, by: actor)
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    if call.wantsJSON {
      call.answer(.members(["file": .text(path)]))
    } else {
      call.say(Localized("Takvim yazıldı: \(path)", "Calendar written: \(path)"))
    }
    return .done
  }
  let page = try app.calendar(query, by: actor)
  if call.wantsJSON {
    call.answer(
      .members([
        "month": .text(page.month.description), "entries": .array(page.entries.map { json($0, call.language) }),
        "overdue": .array(page.overdue.map { json($0, call.language) }), "cut": .boolean(page.isCut),
      ]))
    return .done
  }
  if page.entries.isEmpty, page.overdue.isEmpty {
    call.say(Localized("Bu ayda bir şey yok.", "There is nothing in this month."))
  }
  if !page.overdue.isEmpty {
    call.say(Localized("Gecikenler", "Overdue"))
    say(page.overdue, call)
  }
  if !page.entries.isEmpty {
    call.say(page.month.description)
    say(page.entries, call)
  }
  return .done
}

private func say(_ entries: [CalendarEntry], _ call: Invocation) {
  call.say(
    [
      Localized("Gün", "Day"), Localized("Tür", "Kind"), Localized("Kayıt", "Entry"), Localized("Birim", "Unit"),
      Localized("Konu", "About"),
    ],
    entries.map { entry in
      let subject = entry.kind == .obligation ? "" : entry.subject
      return [
        entry.day.turkish, entry.kind.name(call.language), subject, entry.unitCode,
        shortened(entry.title(call.language), to: 50),
      ]
    })
}

private func json(_ entry: CalendarEntry, _ language: Language) -> JSON {
  .members([
    "day": .text(entry.day.description), "kind": .text(entry.kind.rawValue), "subject": .text(entry.subject),
    "unit": .text(entry.unitCode), "title": .text(entry.title(language)), "overdue": .boolean(entry.isOverdue),
  ])
}

private func setReview(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let reference = try call.argument(0)
  let made = try app.setReviewDay(
    reference, on: try call.day("on"), reason: call.text("reason") ?? "", by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "risk": .text(reference), "reviewOn": .text(made.reviewOn.description), "reason": .text(made.reason),
      ]))
  } else {
    call.say(
      Localized(
        "\(reference): sonraki gözden geçirme \(made.reviewOn.turkish).",
        "\(reference): next review \(made.reviewOn)."))
  }
  return .done
}

private func listNotices(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let notices = try app.notices(unreadOnly: call.has("unread"), by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "notices": .array(
          notices.map {
            .members([
              "number": .integer($0.id.rawValue), "kind": .text($0.kind.rawValue), "subject": .text($0.subject),
              "text": .text($0.text(call.language)), "at": .text($0.createdAt.description),
              "read": .boolean($0.readAt != nil),
            ])
          })
      ]))
  } else if notices.isEmpty {
    call.say(Localized("Bildirim yok.", "There are no notices."))
  } else {
    for notice in notices {
      let mark = notice.readAt == nil ? "●" : " "
      let head = "\(mark) #\(notice.id)  \(notice.createdAt.dayInIstanbul.turkish)  "
      for line in hanging(head, notice.text(call.language), call.width, indent: 4) { call.say(line) }
    }
  }
  return .done
}

private func readNotices(_ call: Invocation) throws -> ExitCode {
  let app = try call.app()
  let number = try call.integer("number").map { Identifier<Notice>(Int64($0)) }
  let count = try app.readNotices(number, by: call.actor(app))
  if call.wantsJSON {
    call.answer(.members(["read": .count(count)]))
  } else {
    call.say(Localized("\(count) bildirim okundu.", "\(count) notices read."))
  }
  return .done
}

private func writeDigests(_ call: Invocation) throws -> ExitCode {
  var options = DigestOptions(day: try call.day("day"), site: call.text("site") ?? "")
  if let sender = call.text("from") { options.sender = sender }
  let app = try call.app()
  let run = try app.writeDigests(to: call.text("out") ?? "", options, by: call.actor(app))
  if call.wantsJSON {
    call.answer(
      .members([
        "written": .array(run.written.map { .text($0) }), "existing": .count(run.existing),
        "skipped": .count(run.skipped),
      ]))
  } else {
    for file in run.written { call.say(file) }
    call.say(
      Localized(
        "\(run.written.count) özet yazıldı, \(run.existing) zaten vardı, \(run.skipped) kişiye gerek yok.",
        "\(run.written.count) digests written, \(run.existing) were there, \(run.skipped) not needed."))
  }
  return .done
}
