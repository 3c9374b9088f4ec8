import GuvenceCatalogs
import GuvenceCore
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// The catalogue's processes in the sample administration, below main processes of their own, with charts that one
  /// person drew and another approved; a draft, a review that is overdue, a process without a chart; risks and controls
  /// of the register on some steps.
  func fillSampleProcesses(_ catalogs: Catalogs) throws {
    shelf.withLock { $0 = catalogs }
    let checks = try checks()
    var context = CheckContext(processes: catalogs.processes)
    context.approved = Set(catalogs.processes.map(\.card.code))
    try write("sample", by: .machineOperator) { connection, stamp in
      let access = try Access(.machineOperator, connection)
      let first = stamp.ago(days: 214, by: "Örnek Süreç Sahibi")
      var records: [String: ProcessRecord] = [:]
      for group in SampleProcess.groups {
        guard let unit = try UnitTable.find(code: group.unit, connection) else { continue }
        let main = try insert(group.code, below: nil, group.details(unit), origin: "", access, first, connection)
        for process in catalogs.processes where group.parts.contains(process.card.code) {
          let code = process.card.code
          let owner = try SampleProcess.units[code].flatMap { try UnitTable.find(code: $0, connection) } ?? unit
          let details = SampleProcess.details(process, owner)
          let record = try insert(code, below: main, details, origin: code, access, first, connection)
          let found = checks.findings(try whole(record, process.chart, access), context)
          try keepSampleChart(process, of: record, found, stamp, connection)
          records[code] = record
        }
      }
      try addSampleDraft(records["SAT-01"], access, stamp.ago(days: 3, by: "Örnek Süreç Sahibi"), connection)
      if let unit = try UnitTable.find(code: "MH", connection) {
        var details = ProcessDetails(name: "Emlak vergisi tahakkuku", unitID: unit.id)
        details.owner = "Gelir Şefi"
        let parent = try ProcessTable.find(code: "MAL", in: .all, connection)
        _ = try insert("MAL-04", below: parent, details, origin: "", access, first, connection)
      }
      try linkSampleSteps(records, stamp.ago(days: 20, by: "Örnek BRK"), connection)
    }
  }

  private func keepSampleChart(
    _ process: WorkProcess, of record: ProcessRecord, _ findings: [ChartFinding], _ stamp: JournalStamp,
    _ connection: Connection
  ) throws {
    let days = SampleProcess.overdue == record.code ? 395 : 180
    let (drawn, approved) = (
      stamp.ago(days: days + 6, by: "Örnek Süreç Sahibi"), stamp.ago(days: days, by: "Örnek BRK")
    )
    let chart = process.chart.tidied
    var version = ChartVersion(
      id: Identifier(0), processID: record.id, number: 1, chart: chart, figures: ChartFigures(chart, findings),
      note: "İlk sürüm", preparedBy: drawn.actor, preparerID: nil, preparedAt: drawn.at)
    (version.submittedBy, version.submittedAt) = (drawn.actor, drawn.at)
    (version.state, version.decidedBy, version.approvedAt) = (.approved, approved.actor, approved.at)
    version.effectiveOn = approved.at.dayInIstanbul
    version.reviewDueOn = approved.at.dayInIstanbul.adding(months: 12)
    let made = try ChartVersionTable.insert(version, connection)
    try Journal.append(approved, after: .chartVersion(made, unitID: record.details.unitID), connection)
  }

  /// A second version with a step more and another step handed to another role.
  private func addSampleDraft(
    _ record: ProcessRecord?, _ access: Access, _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    guard let record, let last = try ChartVersionTable.all(of: record.id, connection).last else { return }
    var chart = last.chart
    guard let at = chart.steps.firstIndex(where: { $0.kind == .task }), at + 1 < chart.steps.count else { return }
    let flow = chart.flows.firstIndex { $0.source == chart.steps[at].id }
    let added = Step(
      id: "yeni1", number: "1a", kind: .task, role: chart.steps[at].role,
      name: "Stokta bulunup bulunmadığının sorulması",
      documents: ["Stok durumu"], action: .control)
    if let flow {
      chart.flows.append(Flow(added.id, chart.flows[flow].target, label: chart.flows[flow].label))
      chart.flows[flow] = Flow(chart.steps[at].id, added.id)
    }
    chart.steps.insert(added, at: at + 1)
    let book = try ProcessBook(access, connection)
    _ = try newDraft(
      chart.tidied, of: record, note: "Stok sorgusu eklendi", book, stamp, connection)
  }

  private func linkSampleSteps(
    _ records: [String: ProcessRecord], _ stamp: JournalStamp, _ connection: Connection
  ) throws {
    for link in SampleProcess.links {
      guard let record = records[link.process] else { continue }
      let target: ChartLink.Target?
      if link.key.contains(".KN.") {
        target = try ControlTable.find(code: link.key, in: .all, connection).map { .control($0.id) }
      } else {
        target = try RiskTable.find(reference: link.key, connection).map { .risk($0.id) }
      }
      guard let target, let chart = try ChartVersionTable.all(of: record.id, connection).first?.chart,
        let step = (chart.risks.map { ($0.id, $0.step) } + chart.controls.map { ($0.id, $0.step) })
          .first(where: { $0.0 == link.point })?.1
      else { continue }
      try self.link(target, to: step, link.point, of: record, stamp, connection)
    }
  }
}

extension JournalStamp {
  /// The same some days earlier, in the name of somebody else.
  fileprivate func ago(days: Int, by actor: String) -> JournalStamp {
    JournalStamp(at: at.adding(seconds: -days * 86_400), accountID: accountID, actor: actor, useCase: useCase)
  }
}

/// What the sample does with the catalogue's processes.
private enum SampleProcess {
  struct Group {
    let code: String
    let name: String
    let unit: String
    let processClass: ProcessCard.Class
    let parts: Set<String>

    func details(_ unit: Unit) -> ProcessDetails {
      var details = ProcessDetails(name: name, unitID: unit.id)
      (details.processClass, details.owner) = (processClass, "Müdür")
      return details
    }
  }

  static let groups = [
    Group(
      code: "MAL", name: "Mali yönetim", unit: "MH", processClass: .management,
      parts: ["BÜT-01", "MAL-01", "MAL-02", "MAL-03"]),
    Group(
      code: "SAT", name: "Satın alma ve taşınır", unit: "DSA", processClass: .support,
      parts: ["SAT-01", "SAT-02", "TŞN-01", "TŞN-02"]),
    Group(
      code: "İMR", name: "İmar ve ruhsat", unit: "İVŞ", processClass: .operational,
      parts: ["İMR-01", "İMR-02", "İMR-03", "İMR-04", "RUH-01"]),
    Group(
      code: "YAZ", name: "Yazı ve karar", unit: "Yİ", processClass: .support,
      parts: ["YAZ-01", "YAZ-02", "YAZ-03", "YAZ-04"]),
    Group(
      code: "HZM", name: "Hemşehri ve personel hizmetleri", unit: "SY", processClass: .operational,
      parts: ["HLK-01", "SOS-01", "İNS-01"]),
  ]

  /// Units that are not those of the group.
  static let units = ["RUH-01": "RVD", "HLK-01": "ÖKB", "İNS-01": "İK"]
  static let services: Set = ["İMR-01", "İMR-02", "İMR-03", "RUH-01", "SOS-01", "HLK-01"]
  static let overdue = "İMR-04"

  static func details(_ process: WorkProcess, _ unit: Unit) -> ProcessDetails {
    var details = ProcessDetails(process.card, unitID: unit.id)
    details.documentNumber = "İA-\(process.card.code)"
    guard services.contains(process.card.code) else { return details }
    details.isService = true
    details.complaintFirst = "\(unit.name), Müdür"
    details.complaintSecond = "Belediye Başkan Yardımcılığı"
    for parameter in process.parameters {
      guard case .time = parameter.unit, let value = parameter.newest else { continue }
      details.serviceTime = parameter.text(value.amount, .turkish)
      break
    }
    return details
  }

  /// Reference of a risk or code of a control on a point of a chart.
  static let links: [(process: String, point: String, key: String)] = [
    ("BÜT-01", "R2", "MH.RA.0001"), ("BÜT-01", "C2", "MH.KN.0002"), ("MAL-01", "R1", "MH.RA.0003"),
    ("MAL-01", "C1", "MH.KN.0004"), ("SAT-01", "R1", "DSA.RA.0007"), ("SAT-01", "R3", "DSA.RA.0009"),
    ("SAT-01", "R4", "DSA.RA.0008"), ("SAT-02", "R1", "DSA.RA.0006"), ("SAT-02", "R3", "DSA.RA.0010"),
    ("İMR-02", "R1", "İVŞ.RA.0011"), ("İMR-04", "R1", "İVŞ.RA.0013"), ("RUH-01", "R2", "RVD.RA.0020"),
    ("SOS-01", "R1", "SY.RA.0031"), ("SOS-01", "R3", "SY.RA.0032"), ("İNS-01", "R1", "İK.RA.0035"),
    ("İNS-01", "R2", "İK.RA.0036"), ("YAZ-01", "R2", "Yİ.RA.0039"),
  ]
}
