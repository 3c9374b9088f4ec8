import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Making, changing and closing sessions.
  func voteSessions(_ route: VoteRoute, _ visit: Visit) throws -> Response {
    switch route {
    case .new(let unit, let risk):
      var values = Values()
      values.add("unit", unit)
      if let risk { values.add("agenda-" + risk, VotedPair.inherent.rawValue) }
      values.add("heldOn", visit.now.dayInIstanbul.description)
      return visit.page(try voteForm(FormState(values), nil, visit))
    case .add:
      return try visit.submit(
        form: { try voteForm($0, nil, visit) },
        action: {
          let made = try app.createVoteSession(try VoteInput.form(visit.values), by: try visit.actor)
          return .redirect(Done.created.after(.vote(.show(made.id))))
        })
    case .editForm(let id):
      let content = try changeableSession(id, visit)
      return visit.page(try voteForm(FormState(VoteInput.values(of: content)), content, visit))
    case .edit(let id):
      return try visit.submit(
        form: { try voteForm($0, try changeableSession(id, visit), visit) },
        action: {
          _ = try app.editVoteSession(
            id, try VoteInput.form(visit.values), version: visit.version, by: try visit.actor)
          return .redirect(Done.saved.after(.vote(.show(id))))
        })
    case .close(let id):
      _ = try app.closeVoteSession(id, version: visit.version, by: try visit.actor)
      return .redirect(Done.saved.after(.vote(.form(id))))
    default: throw Problem(.notFound, Text.Refusal.notFound)
    }
  }

  /// The session, where the person may change it.
  private func changeableSession(_ id: Identifier<VoteSession>, _ visit: Visit) throws -> VoteSessionPage {
    let content = try app.voteSession(id, by: try visit.actor)
    guard content.mayEdit else { throw Problem(.forbidden, Text.Refusal.forbidden) }
    return content
  }

  private func voteForm(_ state: FormState, _ editing: VoteSessionPage?, _ visit: Visit) throws -> Node {
    try visit.require(.chairVotes)
    let actor = try visit.actor
    let units = try app.units(by: actor)
    let code = editing?.unitPath.last?.code ?? state.values.nonEmpty("unit")
    var risks: [RegisterRow] = []
    if let code {
      var query = RegisterQuery()
      (query.unitCode, query.sort, query.pageSize) = (code, .reference, 500)
      risks = try app.register(query, by: actor).rows
    }
    return VoteFormView(
      frame: visit.frame, state: state, units: units, unitCode: code, risks: risks,
      people: try app.voteCandidates(by: actor), editing: editing
    ).node
  }
}

/// Reads the form of a voting session.
enum VoteInput {
  /// The session typed; what is missing the use case says.
  static func form(_ values: Values) throws -> VoteSessionForm {
    var form = VoteSessionForm()
    (form.title, form.unitCode) = (values.text("title"), values.text("unit"))
    form.chair = values.nonEmpty("chair")
    let day = values.text("heldOn")
    form.heldOn = dayFromField(day)
    if !day.isEmpty, form.heldOn == nil {
      throw RiskInput.refusal([FieldProblem("heldOn", Text.Assess.dayWrong)])
    }
    for pair in values.pairs where pair.name.hasPrefix("person-") && !pair.value.isEmpty {
      let login = String(pair.name.dropFirst("person-".count))
      form.participants.append(login)
      if pair.value == "absent" { form.absent.append(login) }
    }
    form.agenda = agenda(values)
    return form
  }

  /// The risks chosen, by their order where one was typed, else as they stood in the list.
  private static func agenda(_ values: Values) -> [VoteSessionForm.AgendaEntry] {
    var chosen: [(order: Int, place: Int, entry: VoteSessionForm.AgendaEntry)] = []
    for pair in values.pairs where pair.name.hasPrefix("agenda-") && !pair.value.isEmpty {
      let reference = String(pair.name.dropFirst("agenda-".count))
      let order = values.number("order-" + reference) ?? .max
      let pairs = pair.value == "both" ? VotedPair.allCases : [VotedPair(rawValue: pair.value) ?? .inherent]
      for wanted in pairs { chosen.append((order, chosen.count, .init(reference, wanted))) }
    }
    return chosen.sorted { ($0.order, $0.place) < ($1.order, $1.place) }.map(\.entry)
  }

  /// The form's values of a stored session.
  static func values(of content: VoteSessionPage) -> Values {
    var values = Values()
    values.add("title", content.session.title)
    values.add("heldOn", content.session.heldOn.description)
    values.add("chair", content.chairLogin)
    for person in content.people { values.add("person-" + person.login, person.isAbsent ? "absent" : "present") }
    return values
  }
}
