import GuvenceCore
import GuvenceRegister
import GuvenceRules
import GuvenceStorage

extension App {
  /// The meetings, for those who see the whole administration, and the decisions of the units in view.
  public func board(by actor: Actor) throws -> BoardPage {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      let sees = access.scope(.read) == .all
      let decisions = try decisionLines(access, today, connection)
      let meetings = sees ? try BoardMeetingTable.all(connection) : []
      return BoardPage(
        meetings: try meetings.map { meeting in
          BoardPage.Meeting(
            meeting: meeting, itemCount: try BoardAgendaTable.all(of: meeting.id, connection).count,
            decisionCount: decisions.count { $0.meetingID == meeting.id })
        },
        decisions: decisions.filter { $0.decision.state == .open }, mayManage: access.allowsAnywhere(.manageBoard),
        seesMeetings: sees)
    }
  }

  /// One meeting with agenda and decisions.
  public func boardMeeting(_ number: Int64, by actor: Actor) throws -> BoardMeetingPage {
    let today = today
    return try read { connection in
      let access = try Access(actor, connection)
      let meeting = try findMeeting(number, access, connection)
      let decisions = try decisionLines(access, today, connection).filter { $0.meetingID == meeting.id }
      let mayManage = access.allowsAnywhere(.manageBoard)
      let items = try BoardAgendaTable.all(of: meeting.id, connection).map { item in
        let escalation = try item.escalationID.flatMap { try EscalationEventTable.find($0, connection) }
        return BoardMeetingPage.Item(
          item: item, escalation: try escalation.map { try line($0, access, today, connection) },
          decisions: decisions.filter { $0.decision.itemID == item.id })
      }
      let live = mayManage ? try EscalationEventTable.all(in: .all, closed: false, connection) : []
      let proposals = try lines(
        live.filter { $0.state.isUnsettled && $0.to >= .administration }, access, today, connection
      ).filter { $0.meetingID == nil }
      return BoardMeetingPage(
        meeting: meeting, items: items,
        proposals: proposals.sorted {
          ($1.escalation.to, $0.escalation.dueOn) < ($0.escalation.to, $1.escalation.dueOn)
        },
        units: try access.lines(.read, connection), mayManage: mayManage)
    }
  }

  /// Adds a meeting and tells the board of it.
  public func addBoardMeeting(_ form: BoardMeetingForm, by actor: Actor) throws -> BoardMeeting {
    let details = try form.checked()
    return try write("board-meeting-add", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageBoard)
      let meeting = try BoardMeetingTable.insert(details, at: stamp.at, connection)
      try Journal.append(stamp, after: .boardMeeting(meeting), connection)
      if details.state == .planned { try invite(to: meeting, access.tree, stamp, connection) }
      return meeting
    }
  }

  /// Changes a meeting: day, place, who was there, whether it was held.
  public func editBoardMeeting(
    _ number: Int64, _ form: BoardMeetingForm, version: Int, by actor: Actor
  ) throws -> BoardMeeting {
    let details = try form.checked()
    return try write("board-meeting-edit", by: actor) { connection, stamp in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.manageBoard)
      let before = try findMeeting(number, access, connection)
      var after = before
      after.details = details
      after = try replace(before, by: after, basedOn: version, access, stamp, connection)
      if details.state == .planned, details.heldOn != before.details.heldOn {
        try invite(to: after, access.tree, stamp, connection)
      }
      return after
    }
  }

  private func invite(
    to meeting: BoardMeeting, _ tree: UnitTree, _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    let roles: Set<Role> = [.boardMember, .administrationCoordinator, .topManager]
    let (day, hour) = (meeting.details.heldOn, meeting.details.startsAt)
    let time = hour.isEmpty ? "" : " " + hour
    for stored in try AccountTable.all(connection) where !stored.account.isDisabled {
      guard stored.account.grants.contains(where: { roles.contains($0.role) }) else { continue }
      let notice = Notice(
        id: Identifier(0), accountID: stored.account.id, kind: .meeting, subject: meeting.id.description,
        text: Localized(
          "İKİYK toplantısı: \(day.turkish)\(time). Gündem için açın.", "Meeting of the board: \(day)\(time)."),
        unitID: tree.root?.id, createdAt: stamp.at)
      _ = try NoticeTable.insert(notice, occasion: "\(meeting.id)/\(day)", connection)
    }
  }

  /// The meeting, where the actor sees the whole administration.
  func findMeeting(_ number: Int64, _ access: Access, _ connection: Connection) throws -> BoardMeeting {
    guard number > 0, access.scope(.read) == .all,
      let found = try BoardMeetingTable.find(Identifier(number), connection)
    else { throw Access.notFound }
    return found
  }

  /// Decisions in view, overdue ones first.
  func decisionLines(_ access: Access, _ today: Day, _ connection: Connection) throws -> [BoardDecisionLine] {
    let mayManage = access.allowsAnywhere(.manageBoard)
    return try BoardDecisionTable.all(in: access.scope(.read), connection).map { entry in
      let unit = entry.decision.unitID.flatMap { access.tree.units[$0] }
      return BoardDecisionLine(
        decision: entry.decision, unitCode: unit?.code ?? "", unitName: unit?.name ?? "", itemTitle: entry.itemTitle,
        meetingID: entry.meetingID, meetingOn: entry.meetingOn, isOverdue: entry.decision.isOverdue(on: today),
        mayFollow: mayManage || (unit.map { access.allows(.answerEscalations, in: $0.id) } ?? false))
    }
  }
}

extension BoardMeetingForm {
  func checked() throws -> BoardMeetingDetails {
    var problems: [FieldProblem] = []
    if heldOn == nil {
      problems.append(FieldProblem("heldOn", Localized("Toplantı gününü yazın.", "Enter the day of the meeting.")))
    }
    let hour = startsAt.trimmed.split(separator: ":").compactMap { Int($0) }
    let isHour = hour.count == 2 && (0...23).contains(hour[0]) && (0...59).contains(hour[1])
    if !startsAt.trimmed.isEmpty, !isHour || startsAt.trimmed.utf8.count != 5 {
      problems.append(FieldProblem("startsAt", Localized("Saati şöyle yazın: 14:00", "Enter the hour as 14:00")))
    }
    for (field, text) in [("place", place), ("chair", chair), ("members", members)] where text.utf8.count > 4000 {
      problems.append(FieldProblem(field, Localized("Metin çok uzun.", "The text is too long.")))
    }
    try Problem.throwIfAny(problems)
    guard let heldOn else { throw Access.notFound }
    var details = BoardMeetingDetails(heldOn: heldOn)
    (details.startsAt, details.place, details.chair) = (startsAt.trimmed, place.tidy, chair.tidy)
    details.members = members.tidy.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    details.state = state
    return details
  }
}

extension BoardMeeting {
  func fields(_ tree: UnitTree) -> [(field: String, label: Localized, text: String)] {
    [
      ("heldOn", Localized("Gün", "Day"), details.heldOn.turkish),
      ("startsAt", Localized("Saat", "Hour"), details.startsAt),
      ("place", Localized("Yer", "Place"), details.place),
      ("chair", Localized("Başkan", "Chair"), details.chair),
      ("members", Localized("Katılanlar", "Present"), details.members.joined(separator: ", ")),
      ("state", Localized("Durum", "State"), details.state.name.turkish),
    ]
  }
}

extension App {
  /// One decision, where the actor may read its unit.
  public func boardDecision(_ number: Int64, by actor: Actor) throws -> BoardDecisionLine {
    let today = today
    return try read { connection in
      let found = try decisionLines(try Access(actor, connection), today, connection)
      guard let line = found.first(where: { $0.decision.id.rawValue == number }) else { throw Access.notFound }
      return line
    }
  }
}
