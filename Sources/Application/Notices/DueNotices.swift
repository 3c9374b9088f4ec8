import GuvenceCore
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Days before the last day from which something counts as due soon.
  static let noticeWindow = 7
  /// More than this many new things of one kind for one person come as one notice a week.
  static let noticeLimit = 20

  /// Tells those who look after a unit what is due within the next days or should have been done. Each thing is told
  /// twice at most: when it comes near, and when its day is past. Returns how many notices were made.
  func dueNotices(
    _ tree: UnitTree, _ accounts: [Account], _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Int {
    let today = stamp.at.dayInIstanbul
    let span = CalendarSpan(from: nil, through: today.adding(days: App.noticeWindow), CalendarQuery(), today)
    let due = try entries(span, try Access(.machineOperator, connection), connection)
    var carers: [Identifier<Unit>: [Account]] = [:]
    var waiting: [DueKey: [CalendarEntry]] = [:]
    for entry in due {
      guard let kind = entry.kind.notice, let unit = entry.unitID else { continue }
      var people = carers[unit] ?? tree.carers(of: unit, among: accounts)
      carers[unit] = people
      if entry.kind == .chartReview {
        let owners = tree.processOwners(of: unit, among: accounts)
        people += owners.filter { owner in !people.contains { $0.id == owner.id } }
      }
      for account in people { waiting[DueKey(account: account.id, kind: kind), default: []].append(entry) }
    }
    var made = 0
    for (key, entries) in waiting.sorted(by: { $0.key < $1.key }) {
      made += try tell(key, entries, today, stamp, connection)
    }
    return made
  }

  private func tell(
    _ key: DueKey, _ entries: [CalendarEntry], _ today: Day, _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Int {
    guard entries.count <= App.noticeLimit else {
      let late = entries.count(where: \.isOverdue)
      let monday = today.adding(days: 1 - today.weekday)
      let name = key.kind.name
      let text = Localized(
        "\(name.turkish): \(late) gecikmiş, \(entries.count - late) yaklaşan iş var.",
        "\(name.english): \(late) overdue, \(entries.count - late) due soon.")
      return try insert(key, "", text, nil, occasion: "week/\(monday)", stamp, connection) ? 1 : 0
    }
    return try entries.count { entry in
      let (name, subject) = (entry.kind.name, entry.kind == .decision ? "" : " \(entry.subject)")
      let text =
        entry.isOverdue
        ? Localized(
          "\(name.turkish)\(subject): son günü \(entry.day.turkish) idi.",
          "\(name.english)\(subject): was due on \(entry.day).")
        : Localized(
          "\(name.turkish)\(subject): son gün \(entry.day.turkish).", "\(name.english)\(subject): due on \(entry.day).")
      let occasion = "\(entry.subject)/\(entry.day)/\(entry.isOverdue ? "late" : "soon")"
      return try insert(key, entry.subject, text, entry.unitID, occasion: occasion, stamp, connection)
    }
  }

  private func insert(
    _ key: DueKey, _ subject: String, _ text: Localized, _ unit: Identifier<Unit>?, occasion: String,
    _ stamp: JournalStamp, _ connection: Connection
  ) throws -> Bool {
    let notice = Notice(
      id: Identifier(0), accountID: key.account, kind: key.kind, subject: subject, text: text, unitID: unit,
      createdAt: stamp.at)
    return try NoticeTable.insert(notice, occasion: occasion, connection)
  }
}

/// Whose things of which kind.
private struct DueKey: Hashable, Comparable {
  let account: Identifier<Account>
  let kind: Notice.Kind

  static func < (left: DueKey, right: DueKey) -> Bool {
    (left.account, left.kind.rawValue) < (right.account, right.kind.rawValue)
  }
}

extension CalendarEntry.Kind {
  /// The kind of notice; `nil` for what people are told of in another way.
  fileprivate var notice: Notice.Kind? {
    switch self {
    case .review: .review
    case .reading: .reading
    case .action: .action
    case .decision: .decision
    case .chartReview: .process
    case .appetite, .escalation, .meeting, .obligation: nil
    }
  }
}
