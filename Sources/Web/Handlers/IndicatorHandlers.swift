import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceExchange
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister
import GuvenceRules

extension WebApplication {
  /// Indicators: list, show, add, edit, close, readings, catalogue, files.
  func indicators(_ route: IndicatorRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .list(let query):
      return visit.page(IndicatorsView(frame: visit.frame, list: try app.indicators(query, by: actor)).node)
    case .export(let query):
      let bytes = try app.exportReadings(query, by: actor)
      return .download(
        .bytes(bytes), name: "gosterge-olcumleri-\(visit.now.dayInIstanbul).csv",
        contentType: ExportFormat.csv.contentType)
    case .catalog: return visit.page(try catalogPage(FormState(), visit))
    case .adopt: return try adopt(visit)
    case .importForm: return visit.page(try readingImportPage(FormState(), nil, visit))
    case .importFile: return try importReadings(visit)
    case .show(let code, let day): return visit.page(try indicatorPage(code, asOf: day, FormState(), visit))
    case .record(let code): return try record(code, visit)
    case .correctForm(let code, let id): return visit.page(try correctionPage(code, id, nil, visit))
    case .correct(let code, let id): return try correct(code, id, visit)
    default: return try changes(route, visit)
    }
  }

  private func changes(_ route: IndicatorRoute, _ visit: Visit) throws -> Response {
    switch route {
    case .new(let unit, let risk):
      var values = Values()
      values.add("unit", unit)
      values.add("risks", risk)
      values.add("frequency", IndicatorFrequency.monthly.rawValue)
      return visit.page(try indicatorForm(FormState(values), nil, visit))
    case .add:
      return try visit.submit(
        form: { try indicatorForm($0, nil, visit) },
        action: {
          let made = try app.addIndicator(IndicatorInput.form(visit.values), by: try visit.actor)
          return .redirect(Done.created.after(.indicator(.show(made.code))))
        })
    case .editForm(let code):
      let content = try changeable(code, visit)
      return visit.page(
        try indicatorForm(FormState(IndicatorInput.values(of: content)), content.line.indicator, visit))
    case .edit(let code): return try edit(code, visit)
    case .retireForm(let code): return visit.page(try retireIndicatorPage(code, FormState(), visit))
    case .retire(let code): return try retireIndicator(code, visit)
    case .reinstate(let code):
      _ = try app.reinstateIndicator(code, version: visit.version, by: try visit.actor)
      return .redirect(Done.reinstated.after(.indicator(.show(code))))
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  private func indicatorPage(_ code: String, asOf day: Day? = nil, _ state: FormState, _ visit: Visit) throws -> Node {
    let frame = visit.frame.showing(day)
    let content = try app.indicator(code, asOf: frame.asOf, by: try visit.actor)
    return IndicatorView(frame: frame, content: content, state: state).node
  }

  private func indicatorForm(_ state: FormState, _ editing: Indicator?, _ visit: Visit) throws -> Node {
    guard visit.frame.permissions.contains(.manageIndicators) else {
      throw Problem(.forbidden, Text.Refusal.forbiddenTitle)
    }
    return IndicatorFormView(
      frame: visit.frame, state: state, units: try app.units(by: try visit.actor), editing: editing
    ).node
  }

  /// The indicator, where the person may change it.
  private func changeable(_ code: String, _ visit: Visit) throws -> IndicatorPage {
    let content = try app.indicator(code, by: try visit.actor)
    guard content.mayWrite else { throw Problem(.forbidden, Text.Refusal.forbiddenTitle) }
    return content
  }

  private func edit(_ code: String, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    return try visit.submit(
      form: { try indicatorForm($0, try app.indicator(code, by: actor).line.indicator, visit) },
      action: {
        _ = try app.editIndicator(code, IndicatorInput.form(visit.values), version: visit.version, by: actor)
        return .redirect(Done.saved.after(.indicator(.show(code))))
      })
  }

  private func retireIndicatorPage(_ code: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let indicator = try changeable(code, visit).line.indicator
    return RetireView(
      frame: visit.frame, state: state, title: Text.Indicators.retireTitle, lead: Text.Indicators.retireLead,
      name: "\(code) – \(indicator.details.name)", version: indicator.version, action: .indicator(.retire(code)),
      back: .indicator(.show(code)), room: .indicators
    ).node
  }

  private func retireIndicator(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try retireIndicatorPage(code, $0, visit) },
      action: {
        _ = try app.retireIndicator(
          code, reason: visit.values.text("reason"), version: visit.version, by: try visit.actor)
        return .redirect(Done.retired.after(.indicator(.show(code))))
      })
  }

  private func record(_ code: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try indicatorPage(code, $0, visit) },
      action: {
        _ = try app.recordReading(code, IndicatorInput.reading(visit.values), by: try visit.actor)
        return .redirect(Done.created.after(.indicator(.show(code))))
      })
  }

  private func correctionPage(
    _ code: String, _ id: Identifier<IndicatorReading>, _ state: FormState?, _ visit: Visit
  ) throws -> Node {
    let content = try changeable(code, visit)
    guard let reading = content.readings.first(where: { $0.reading.id == id })?.reading else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    var values = Values()
    values.add("when", reading.readOn.turkish)
    values.add("value", IndicatorReasons.number(reading.value).turkish)
    values.add("note", reading.note)
    return ReadingCorrectionView(
      frame: visit.frame, state: state ?? FormState(values), content: content, reading: reading
    ).node
  }

  private func correct(_ code: String, _ id: Identifier<IndicatorReading>, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try correctionPage(code, id, $0, visit) },
      action: {
        var input = IndicatorInput.reading(visit.values)
        input.corrects = id
        _ = try app.recordReading(code, input, by: try visit.actor)
        return .redirect(Done.saved.after(.indicator(.show(code))))
      })
  }

  private func catalogPage(_ state: FormState, _ visit: Visit) throws -> Node {
    guard visit.frame.permissions.contains(.manageIndicators) else {
      throw Problem(.forbidden, Text.Refusal.forbiddenTitle)
    }
    let actor = try visit.actor
    return IndicatorCatalogView(
      frame: visit.frame, templates: try app.indicatorTemplates(by: actor), units: try app.units(by: actor),
      state: state
    ).node
  }

  private func adopt(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try catalogPage($0, visit) },
      action: {
        let made = try app.adoptIndicator(
          visit.values.text("id"), unitCode: visit.values.nonEmpty("unit"), by: try visit.actor)
        return .redirect(Done.created.after(.indicator(.show(made.code))))
      })
  }

  private func readingImportPage(_ state: FormState, _ result: ReadingImport?, _ visit: Visit) throws -> Node {
    guard visit.frame.permissions.contains(.manageIndicators) else {
      throw Problem(.forbidden, Text.Refusal.forbiddenTitle)
    }
    return ReadingImportView(frame: visit.frame, state: state, result: result).node
  }

  private func importReadings(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try readingImportPage($0, nil, visit) },
      action: {
        guard let upload = visit.request.uploads.first(where: { $0.name == "file" && $0.size > 0 }) else {
          throw RiskInput.refusal([FieldProblem("file", Text.Indicators.noFile)])
        }
        let result: ReadingImport
        do {
          result = try app.importReadings(
            file: upload.path, name: upload.fileName, isTrial: visit.values["trial"] != nil, by: try visit.actor)
        } catch let refusal as ExchangeRefusal {
          throw RiskInput.refusal([FieldProblem("file", refusal.message)])
        }
        return visit.page(
          try readingImportPage(FormState(), result, visit), status: result.hasErrors ? 422 : 200)
      })
  }
}

/// Reads the forms of indicators.
enum IndicatorInput {
  /// The indicator typed; numbers and what is missing the use case judges.
  static func form(_ values: Values) throws -> IndicatorForm {
    var form = IndicatorForm()
    (form.unitCode, form.name, form.measure) = (values.text("unit"), values.text("name"), values.text("measure"))
    form.kind = IndicatorKind(rawValue: values.text("kind")) ?? .leading
    form.direction = IndicatorDirection(rawValue: values.text("direction")) ?? .lower
    form.frequency = IndicatorFrequency(rawValue: values.text("frequency")) ?? .monthly
    (form.green, form.yellow, form.red) = (values.text("green"), values.text("yellow"), values.text("red"))
    (form.dataSource, form.method) = (values.text("dataSource"), values.text("method"))
    form.owner = values.text("owner")
    form.risks = values.text("risks").split { $0 == "," || $0 == ";" || $0.isNewline }.map(String.init)
    let day = values.text("startsOn")
    form.startsOn = dayFromField(day)
    if !day.isEmpty, form.startsOn == nil {
      throw RiskInput.refusal([FieldProblem("startsOn", Text.Assess.dayWrong)])
    }
    return form
  }

  /// The reading typed.
  static func reading(_ values: Values) -> ReadingInput {
    ReadingInput(
      when: values.text("when"), value: values.text("value"), note: values.text("note"), reason: values.text("reason"))
  }

  /// The form's values of a stored indicator.
  static func values(of content: IndicatorPage) -> Values {
    let form = IndicatorForm(
      content.line.indicator, unitCode: content.line.unitCode, risks: content.risks.map(\.reference))
    var values = Values()
    for (name, value) in [
      ("unit", form.unitCode), ("name", form.name), ("kind", form.kind.rawValue), ("measure", form.measure),
      ("direction", form.direction.rawValue), ("green", form.green), ("yellow", form.yellow), ("red", form.red),
      ("frequency", form.frequency.rawValue), ("startsOn", form.startsOn?.description ?? ""),
      ("dataSource", form.dataSource), ("method", form.method), ("owner", form.owner),
      ("risks", form.risks.joined(separator: ", ")),
    ] { values.add(name, value) }
    return values
  }
}
