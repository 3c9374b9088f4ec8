import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// Yearly reviews of the charts in force that fall into `span`, of the units in `scope`.
  func chartReviewDays(
    _ span: CalendarSpan, _ scope: Scope, _ tree: UnitTree, _ connection: Connection
  ) throws -> [CalendarEntry] {
    let heads = try ChartHeadTable.standing(connection).filter { head in
      head.state == .approved && head.reviewDueOn.map { span.contains($0) } ?? false
    }
    guard !heads.isEmpty else { return [] }
    let records = ProcessTree(try ProcessTable.all(connection)).records
    return heads.compactMap { head in
      guard let day = head.reviewDueOn, let record = records[head.processID], record.retiredOn == nil,
        scope.contains(record.details.unitID)
      else { return nil }
      return CalendarEntry(
        day: day, kind: .chartReview, subject: record.code,
        title: Localized(record.details.name, record.details.name), unitID: record.details.unitID,
        unitCode: tree.units[record.details.unitID]?.code ?? "", isOverdue: day < span.today)
    }
  }

  /// Tells whose turn it is now: those who approve that a chart waits for them, its author that it came back or came
  /// into force.
  func tellOfChart(
    _ chart: ChartVersion, of record: ProcessRecord, _ tree: UnitTree, _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    let accounts = try AccountTable.all(connection).map(\.account)
    let people: [Account]
    let text: Localized
    let name = "\(record.code) \(record.details.name)"
    switch chart.state {
    case .inReview:
      // Who prepared it cannot approve it.
      people = tree.approvers(of: record.details.unitID, among: accounts.filter { $0.id != chart.preparerID })
      text = Localized(
        "\(name): sürüm \(chart.number) onay bekliyor. Gönderen: \(chart.submittedBy).",
        "\(name): version \(chart.number) waits for approval. Handed in by \(chart.submittedBy).")
    case .draft where !chart.returnReason.isEmpty:
      people = accounts.filter { $0.id == chart.preparerID }
      text = Localized(
        "\(name): sürüm \(chart.number) iade edildi: \(chart.returnReason)",
        "\(name): version \(chart.number) was returned: \(chart.returnReason)")
    case .approved:
      people = accounts.filter { $0.id == chart.preparerID }
      text = Localized(
        "\(name): sürüm \(chart.number) onaylandı.", "\(name): version \(chart.number) was approved.")
    case .draft, .superseded, .discarded: return
    }
    for person in people where !person.isDisabled && person.id != stamp.accountID {
      let notice = Notice(
        id: Identifier(0), accountID: person.id, kind: .process, subject: record.code, text: text,
        unitID: record.details.unitID, createdAt: stamp.at)
      _ = try NoticeTable.insert(notice, occasion: "\(chart.id)/\(chart.version)/\(chart.state.rawValue)", connection)
    }
  }
}

extension UnitTree {
  /// The open accounts that may approve charts of a unit: those of the nearest unit upwards that has any.
  func approvers(of unit: Identifier<Unit>, among accounts: [Account]) -> [Account] {
    holders(of: unit, among: accounts) { $0.permissions.contains(.approveProcesses) }
  }

  /// The open accounts of process owners of the nearest unit upwards that has any.
  func processOwners(of unit: Identifier<Unit>, among accounts: [Account]) -> [Account] {
    holders(of: unit, among: accounts) { $0 == .processOwner }
  }

  private func holders(
    of unit: Identifier<Unit>, among accounts: [Account], _ isWanted: (Role) -> Bool
  ) -> [Account] {
    for place in path(to: unit).reversed() {
      let found = accounts.filter { account in
        !account.isDisabled && account.grants.contains { $0.unitID == place.id && isWanted($0.role) }
      }
      if !found.isEmpty { return found }
    }
    return []
  }
}
