import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Adds a lesson to an event, open or closed.
  public func addLesson(_ code: String, _ form: LessonForm, by actor: Actor) throws -> EventLesson {
    let form = try form.checked()
    return try write("event-lesson-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let event = try findEvent(code, access, connection)
      try access.require(.manageEvents, in: event.details.unitID)
      let lesson = try LessonTable.insert(
        EventLesson(
          id: Identifier(0), eventID: event.id, text: form.text, proposal: form.proposal,
          isFollowed: form.isFollowed, version: 1, recordedAt: stamp.at, recordedBy: stamp.actor), connection)
      try Journal.append(stamp, after: .eventLesson(lesson, unitID: event.details.unitID), connection)
      return lesson
    }
  }

  /// Changes a lesson, or says whether it was followed.
  public func editLesson(
    _ code: String, _ id: Identifier<EventLesson>, _ form: LessonForm, version: Int, by actor: Actor
  ) throws -> EventLesson {
    let form = try form.checked()
    return try write("event-lesson-edit", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      let event = try findEvent(code, access, connection)
      try access.require(.manageEvents, in: event.details.unitID)
      guard let before = try LessonTable.all(of: event.id, connection).first(where: { $0.id == id }) else {
        throw Access.notFound
      }
      var after = before
      (after.text, after.proposal, after.isFollowed) = (form.text, form.proposal, form.isFollowed)
      after.version = before.version + 1
      guard before.version == version, try LessonTable.update(after, basedOn: version, connection) else {
        throw try stale(
          StaleSave.compare([
            ("text", Localized("Ders", "Lesson"), before.text, after.text),
            ("proposal", Localized("Öneri", "Proposal"), before.proposal, after.proposal),
          ]), .eventLesson, id.rawValue, before.version, connection)
      }
      let unit = event.details.unitID
      try Journal.append(
        stamp, before: .eventLesson(before, unitID: unit), after: .eventLesson(after, unitID: unit), connection)
      return after
    }
  }
}

extension LessonForm {
  fileprivate func checked() throws -> LessonForm {
    var problems: [FieldProblem] = []
    if text.tidy.isEmpty {
      problems.append(FieldProblem("text", Localized("Öğrenilen dersi yazın.", "Say what was learned.")))
    }
    for (field, text) in [("text", text), ("proposal", proposal)] where text.utf8.count > 4000 {
      problems.append(
        FieldProblem(
          field, Localized("Metin çok uzun (en çok 4.000 bayt).", "The text is too long (at most 4,000 bytes).")))
    }
    try Problem.throwIfAny(problems)
    return LessonForm(text: text.tidy, proposal: proposal.tidy, isFollowed: isFollowed)
  }
}
