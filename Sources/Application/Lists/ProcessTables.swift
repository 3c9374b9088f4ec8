import GuvenceCore
import GuvenceExchange
import GuvenceProcesses
import GuvenceRegister
import GuvenceStorage

extension App {
  /// The steps of processes in view to which the risks of the units in `scope` are linked.
  func riskStepsSheet(
    _ scope: Scope, _ access: Access, _ connection: Connection
  ) throws -> TableWorkbook.Sheet {
    let links = try ChartLinkTable.standing(connection)
    let rows = try stepLines(links.filter { $0.riskID != nil }, asOf: nil, access, connection).compactMap {
      line -> [OutputCell]? in
      guard let risk = try line.link.riskID.flatMap({ try RiskTable.find($0, connection) }), risk.retiredOn == nil,
        scope.contains(risk.details.unitID)
      else { return nil }
      return [
        .text(risk.reference), .text(risk.details.statement), .text(line.record.code), .text(line.record.details.name),
        .text(line.unitName), .text(line.stepNumber), .text(line.stepName), .text(line.role),
        .text(line.link.pointID), .text(line.pointText), .text(line.link.linkedBy),
        .day(line.link.linkedAt.dayInIstanbul),
      ]
    }
    return TableWorkbook.Sheet(
      title: ExportList.steps.name.turkish,
      columns: [
        ("Riskin numarası", 14), ("Riskin metni", 44), ("Süreç kodu", 12), ("Sürecin adı", 36),
        ("Sürecin birimi", 28), ("Adım no", 8), ("Adımın adı", 36), ("Adımdan sorumlu rol", 24), ("Şemadaki nokta", 10),
        ("Noktanın metni", 36), ("Bağlayan", 20), ("Bağlandığı gün", 12),
      ], rows: rows)
  }

  /// The processes in view with their cards, in the order of the tree.
  func processesSheet(unitCode: String?, by actor: Actor) throws -> TableWorkbook.Sheet {
    let (lines, tree) = try read { connection in
      let access = try Access(actor, connection)
      try access.requireAnywhere(.read)
      var book = try ProcessBook(access, connection)
      if let unitCode, !unitCode.isEmpty {
        book.only = access.tree.subtree(of: try access.unit(unitCode, connection).id)
      }
      return (book.lines(today: today), book.tree)
    }
    return TableWorkbook.Sheet(
      title: ExportList.processes.name.turkish,
      columns: [
        ("Süreç kodu", 12), ("Sürecin adı", 36), ("Düzeyi", 12), ("Üst süreç", 12), ("Birimi", 28), ("Sınıfı", 14),
        ("Süreç sahibi", 24), ("Amacı", 36), ("Kapsamı", 36), ("Girdiler", 28), ("Çıktılar", 28),
        ("Tedarikçiler", 24), ("Yararlanıcılar", 24), ("Yasal dayanak", 28), ("Talimat ve formlar", 28),
        ("Bilgi sistemleri", 24), ("Performans göstergeleri", 36), ("Doküman no", 14), ("SDP kodu", 12),
        ("DETSİS no", 12), ("Mali süreç mi", 10), ("Vatandaşa hizmet mi", 10), ("Yürürlükteki sürüm", 10),
        ("Açık sürüm", 12), ("Gözden geçirme günü", 12), ("Adım sayısı", 8), ("Risk sayısı", 8), ("Kontrol sayısı", 8),
        ("Kapanış", 12),
      ], rows: lines.map { App.cells($0, tree) })
  }

  private static func cells(_ line: ProcessLine, _ tree: ProcessTree) -> [OutputCell] {
    let (record, details) = (line.record, line.record.details)
    func list(_ entries: [String]) -> OutputCell { .text(entries.joined(separator: "; ")) }
    func yes(_ value: Bool) -> OutputCell { .text(value ? "Evet" : "Hayır") }
    func day(_ day: Day?) -> OutputCell { day.map { .day($0) } ?? .blank }
    let card: [OutputCell] = [
      .text(record.code), .text(details.name), .text(line.level.name.turkish),
      .text(record.parentID.flatMap { tree.records[$0]?.code } ?? ""), .text(line.unitName),
      .text(details.processClass.name.turkish), .text(details.owner), .text(details.purpose), .text(details.scope),
      list(details.inputs), list(details.outputs), list(details.suppliers), list(details.customers),
      list(details.legalBasis), list(details.documents), list(details.systems), list(details.indicators),
      .text(details.documentNumber), .text(details.filePlanCode), .text(details.detsisNumber),
      yes(details.isFinancial), yes(details.isService),
    ]
    return card + [
      line.approvedNumber.map { .integer($0) } ?? .blank, .text(line.draftState?.name.turkish ?? ""),
      day(line.reviewDueOn), .integer(line.stepCount), .integer(line.riskCount), .integer(line.controlCount),
      day(record.retiredOn),
    ]
  }

  /// The service standards table, by unit: its four columns and the places to complain.
  func servicesSheet(unitCode: String?, by actor: Actor) throws -> TableWorkbook.Sheet {
    var numbers: [String: Int] = [:]
    let rows = try serviceInventory(unitCode: unitCode, by: actor).map { line -> [OutputCell] in
      numbers[line.unitName, default: 0] += 1
      let (details, code) = (line.record.details, line.record.code)
      return [
        .text(line.unitName), .integer(numbers[line.unitName] ?? 0), .text(details.name),
        .text(line.documents.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "; ")), .text(line.time),
        .text(details.complaintFirst), .text(details.complaintSecond), .text(code), .text(details.filePlanCode),
        .text(details.detsisNumber), .text(details.legalBasis.joined(separator: "; ")),
      ]
    }
    return TableWorkbook.Sheet(
      title: ExportList.services.name.turkish,
      columns: [
        ("Birimi", 28), ("Sıra no", 8), ("Hizmetin adı", 36), ("Başvuruda istenen belgeler", 44),
        ("Hizmetin tamamlanma süresi (en geç)", 16), ("İlk müracaat yeri", 36), ("İkinci müracaat yeri", 36),
        ("Süreç kodu", 12), ("SDP kodu", 12), ("DETSİS no", 12), ("Yasal dayanak", 28),
      ], rows: rows)
  }

  /// The steps that fall to each role in charts in force, by role.
  func dutiesSheet(unitCode: String?, by actor: Actor) throws -> TableWorkbook.Sheet {
    let lines = try roleDuties(unitCode: unitCode, by: actor)
    let rows = lines.map { line -> [OutputCell] in
      let (step, record) = (line.step, line.record)
      return [
        .text(step.role ?? ""), .text(step.number), .text(step.name), .text(record.code), .text(record.details.name),
        .text(line.unitName), .text(step.action?.name.turkish ?? ""), .text(step.isSensitive ? "Evet" : "Hayır"),
        .text(step.documents.joined(separator: "; ")), .text(step.system ?? ""),
        .text(step.duration?.text(.turkish) ?? ""), .text(line.risks.map(\.text).joined(separator: "; ")),
        .text(line.controls.map(\.text).joined(separator: "; ")),
      ]
    }
    return TableWorkbook.Sheet(
      title: ExportList.duties.name.turkish,
      columns: [
        ("Sorumlu rol", 24), ("Adım no", 8), ("Adımın adı", 36), ("Süreç kodu", 12), ("Sürecin adı", 36),
        ("Birimi", 28), ("Ne yapar", 12), ("Hassas görev mi", 10), ("Belgeler", 28), ("Bilgi sistemi", 20),
        ("Süresi", 12), ("Riskler", 36), ("Kontroller", 36),
      ], rows: rows)
  }
}
