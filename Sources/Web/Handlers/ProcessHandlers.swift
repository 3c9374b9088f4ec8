import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceProcesses
import GuvenceRegister

extension WebApplication {
  /// Processes: tree, card, adoption, closing, links.
  func processes(_ route: ProcessRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .list(let query):
      let view = ProcessesView(
        frame: visit.frame, query: query, lines: try app.processTree(by: actor), units: try app.units(by: actor))
      return visit.page(view.node)
    case .show(let code, let asOf, let risk):
      var values = Values()
      values.add("reference", risk)
      return visit.page(try processPage(code, asOf, FormState(values), visit))
    case .adoptions: return visit.page(try adoptionsPage(FormState(), visit))
    case .adopt: return try adoptProcess(visit)
    case .link(let code): return try linkStep(code, visit)
    case .endLink(let code, let id):
      try app.endLink(code, id: id, by: actor)
      return .redirect(Done.saved.after(.process(.show(code, asOf: nil))))
    case .new, .add, .editForm, .edit, .retireForm, .retire, .reinstate: return try processForms(route, visit)
    case .coverage, .linking, .services, .duties: return try processOverviews(route, visit)
    default: return try charts(route, visit)
    }
  }

  private func processForms(_ route: ProcessRoute, _ visit: Visit) throws -> Response {
    switch route {
    case .new(let unit, let parent):
      var values = Values()
      let above = try parent.map { try app.process($0, by: try visit.actor) }
      values.add("unit", unit ?? above?.unitPath.last?.code)
      values.add("parent", parent)
      values.add("class", (above?.record.details.processClass ?? .operational).rawValue)
      return visit.page(try processForm(FormState(values), nil, visit))
    case .add:
      return try visit.submit(
        form: { try processForm($0, nil, visit) },
        action: {
          let made = try app.addProcess(ProcessInput.form(visit.values), by: try visit.actor)
          return .redirect(Done.created.after(.process(.show(made.code, asOf: nil))))
        })
    case .editForm(let code):
      let content = try changeableProcess(code, visit)
      return visit.page(try processForm(FormState(ProcessInput.values(of: content)), content.record, visit))
    case .edit(let code):
      return try visit.submit(
        form: { try processForm($0, try app.process(code, by: try visit.actor).record, visit) },
        action: {
          _ = try app.editProcess(
            code, ProcessInput.form(visit.values), version: visit.version, by: try visit.actor)
          return .redirect(Done.saved.after(.process(.show(code, asOf: nil))))
        })
    case .retireForm(let code): return visit.page(try retireProcessPage(code, FormState(), visit))
    case .retire(let code):
      return try visit.submit(
        form: { try retireProcessPage(code, $0, visit) },
        action: {
          _ = try app.retireProcess(
            code, reason: visit.values.text("reason"), version: visit.version, by: try visit.actor)
          return .redirect(Done.retired.after(.process(.show(code, asOf: nil))))
        })
    case .reinstate(let code):
      _ = try app.reinstateProcess(code, version: visit.version, by: try visit.actor)
      return .redirect(Done.reinstated.after(.process(.show(code, asOf: nil))))
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  private func processPage(_ code: String, _ asOf: Day?, _ state: FormState, _ visit: Visit) throws -> Node {
    let (actor, frame) = (try visit.actor, visit.frame.showing(asOf))
    let content = try app.process(code, by: actor, asOf: frame.asOf)
    let chart = try content.current.map { try app.chart(code, number: $0.number, by: actor, asOf: frame.asOf) }
    return ProcessView(
      frame: frame, content: content, chart: chart, methodology: try app.methodology(),
      naming: content.may.link ? try app.risksNaming(code, by: actor) : [], state: state
    ).node
  }

  private func processForm(_ state: FormState, _ editing: ProcessRecord?, _ visit: Visit) throws -> Node {
    try visit.require(.manageProcesses)
    let (actor, parent, unit) = (try visit.actor, state.values.nonEmpty("parent"), state.values.text("unit"))
    // Below a process out of view nothing is suggested.
    let isNew = editing == nil && (parent != nil || !unit.isEmpty)
    let suggestion = isNew ? try? app.suggestedProcessCode(below: parent, unitCode: unit, by: actor) : nil
    return ProcessFormView(
      frame: visit.frame, state: state, units: try app.units(by: actor), processes: try app.processTree(by: actor),
      editing: editing, suggestion: suggestion ?? ""
    ).node
  }

  /// The process, where the person may change it.
  func changeableProcess(_ code: String, _ visit: Visit) throws -> ProcessPage {
    let content = try app.process(code, by: try visit.actor)
    guard content.may.edit else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return content
  }

  private func retireProcessPage(_ code: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let record = try changeableProcess(code, visit).record
    return RetireView(
      frame: visit.frame, state: state, title: Text.Processes.retireTitle, lead: Text.Processes.retireLead,
      name: "\(code) – \(record.details.name)", version: record.version, action: .process(.retire(code)),
      back: .process(.show(code, asOf: nil)), room: .processes
    ).node
  }

  private func adoptionsPage(_ state: FormState, _ visit: Visit) throws -> Node {
    let actor = try visit.actor
    return ProcessAdoptionsView(
      frame: visit.frame, catalogue: try app.catalogueProcesses(by: actor), units: try app.units(by: actor),
      state: state
    ).node
  }

  private func adoptProcess(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try adoptionsPage($0, visit) },
      action: {
        let made = try app.adoptProcess(
          visit.values.text("catalogue"), unitCode: visit.values.text("unit"),
          parentCode: visit.values.nonEmpty("parent"), by: try visit.actor)
        return .redirect(Done.created.after(.process(.show(made.code, asOf: nil))))
      })
  }

  private func linkStep(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try processPage(code, nil, $0, visit) },
      action: {
        let (actor, values) = (try visit.actor, visit.values)
        let place = values.text("step").split(separator: " ").map(String.init)
        let (reference, control) = (values.text("reference"), values.text("control"))
        guard let step = place.first else {
          throw RiskInput.refusal([FieldProblem("step", Text.Processes.chooseStep)])
        }
        guard !reference.isEmpty || !control.isEmpty else {
          throw RiskInput.refusal([FieldProblem("reference", Text.Processes.nameOne)])
        }
        let point = place.count > 1 ? place[1] : ""
        if !reference.isEmpty { try app.linkRisk(code, step: step, point: point, reference: reference, by: actor) }
        if !control.isEmpty { try app.linkControl(code, step: step, point: point, controlCode: control, by: actor) }
        return .redirect(Done.saved.after(.process(.show(code, asOf: nil))))
      })
  }
}

/// Reads the form of a process card.
enum ProcessInput {
  private static let texts: [(String, WritableKeyPath<ProcessForm, String> & Sendable)] = [
    ("code", \.code), ("unit", \.unitCode), ("name", \.name), ("owner", \.owner), ("purpose", \.purpose),
    ("scope", \.scope), ("documentNumber", \.documentNumber), ("filePlanCode", \.filePlanCode),
    ("detsisNumber", \.detsisNumber), ("serviceTime", \.serviceTime), ("complaintFirst", \.complaintFirst),
    ("complaintSecond", \.complaintSecond),
  ]
  private static let lists: [(String, WritableKeyPath<ProcessForm, [String]> & Sendable)] = [
    ("inputs", \.inputs), ("outputs", \.outputs), ("suppliers", \.suppliers), ("customers", \.customers),
    ("legalBasis", \.legalBasis), ("documents", \.documents), ("systems", \.systems), ("indicators", \.indicators),
    ("serviceDocuments", \.serviceDocuments),
  ]

  /// The card typed; what is missing the use case judges.
  static func form(_ values: Values) -> ProcessForm {
    var form = ProcessForm()
    for (name, path) in texts { form[keyPath: path] = values.text(name) }
    for (name, path) in lists { form[keyPath: path] = ProcessForm.lines(values.text(name)) }
    form.parentCode = values.nonEmpty("parent")
    form.processClass = ProcessCard.Class(rawValue: values.text("class")) ?? .operational
    form.isFinancial = values["isFinancial"] == "1"
    form.isService = values["isService"] == "1"
    return form
  }

  /// The form's values of a stored process.
  static func values(of content: ProcessPage) -> Values {
    let parent = content.path.dropLast().last?.code
    let form = ProcessForm(content.record, unitCode: content.unitPath.last?.code ?? "", parentCode: parent)
    var values = Values()
    for (name, path) in texts { values.add(name, form[keyPath: path]) }
    for (name, path) in lists { values.add(name, form[keyPath: path].joined(separator: "\n")) }
    values.add("parent", parent)
    values.add("class", form.processClass.rawValue)
    values.add("isFinancial", form.isFinancial ? "1" : nil)
    values.add("isService", form.isService ? "1" : nil)
    return values
  }
}
