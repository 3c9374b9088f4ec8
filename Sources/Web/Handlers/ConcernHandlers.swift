import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// The confidential register: reporting and following without a session, reading and answering by officers.
  func concerns(_ route: ConcernRoute, _ visit: Visit) throws -> Response {
    switch route {
    case .form: return visit.page(try intakePage(FormState(), visit))
    case .submit: return try submitConcern(visit)
    case .followForm: return visit.page(ConcernFollowView(frame: visit.frame, state: FormState(), thread: nil).node)
    case .follow: return try follow(visit)
    case .reply: return try reply(visit)
    case .log:
      let actor = try visit.actor
      return visit.page(
        ConcernLogView(
          frame: visit.frame, lines: try app.concernLog(by: actor), officers: try app.concernOfficers(by: actor)
        ).node)
    case .unlock: return try unlock(visit)
    default:
      guard let session = visit.session, session.isConcernOfficer else {
        throw Problem(.notFound, Text.Refusal.notFound)
      }
      guard let keyring = unlocked.withLock({ $0.keyring(session.csrfToken, at: visit.now) }) else {
        return visit.page(unlockPage(FormState(), visit), status: visit.request.method == .get ? 200 : 409)
      }
      return try concerns(route, keyring, session, visit)
    }
  }

  private func concerns(
    _ route: ConcernRoute, _ keyring: ConcernKeyring, _ session: Session, _ visit: Visit
  ) throws -> Response {
    switch route {
    case .lock:
      unlocked.withLock { $0.forget(session.csrfToken) }
      return .redirect(Route.concern(.list).path)
    case .show(let id): return visit.page(try concernPage(id, FormState(), keyring, visit))
    case .write(let id): return try write(id, keyring, visit)
    case .status(let id): return try setStatus(id, keyring, visit)
    case .turn(let id): return try turn(id, keyring, visit)
    case .officers: return visit.page(try officersPage(FormState(), visit))
    case .nameOfficer: return try changeOfficer(isActive: true, visit)
    case .dismissOfficer: return try changeOfficer(isActive: false, visit)
    case .changeKey: return try changeConcernKey(visit)
    default:
      return visit.page(
        ConcernsView(frame: visit.frame, lines: try app.concerns(with: keyring, by: session.actor)).node)
    }
  }

  private func intakePage(_ state: FormState, _ visit: Visit) throws -> Node {
    ConcernFormView(frame: visit.frame, state: state, intake: try app.concernIntake()).node
  }

  private func submitConcern(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try intakePage($0, visit) },
      action: {
        let values = visit.values
        let code = try app.submitConcern(
          ConcernForm(
            subject: values.text("subject"), text: values.text("text"), name: values.text("name"),
            contact: values.text("contact")))
        // Not a redirect: the code must stand in no address.
        return visit.page(ConcernReceiptView(frame: visit.frame, code: code).node)
      })
  }

  private func follow(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { ConcernFollowView(frame: visit.frame, state: $0, thread: nil).node },
      action: { visit.page(try threadPage(FormState(), visit)) })
  }

  private func reply(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { state in
        // With a wrong code there is no thread to show beside the problem.
        do { return try threadPage(state, visit) } catch {
          return ConcernFollowView(frame: visit.frame, state: state, thread: nil).node
        }
      },
      action: {
        try app.replyToConcern(receipt: visit.values.text("code"), text: visit.values.text("text"))
        return visit.page(try threadPage(FormState(), visit))
      })
  }

  private func threadPage(_ state: FormState, _ visit: Visit) throws -> Node {
    let code = visit.values.text("code")
    return ConcernFollowView(
      frame: visit.frame, state: state, thread: (code, try app.followConcern(receipt: code))
    ).node
  }

  private func unlockPage(_ state: FormState, _ visit: Visit) -> Node {
    ConcernUnlockView(frame: visit.frame, state: state).node
  }

  private func unlock(_ visit: Visit) throws -> Response {
    guard let session = visit.session, session.isConcernOfficer else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    return try visit.submit(
      form: { unlockPage($0, visit) },
      action: {
        let keyring = try app.unlockConcerns(passphrase: visit.values["passphrase"] ?? "", by: session.actor)
        unlocked.withLock { $0.keep(keyring, session.csrfToken, at: visit.now) }
        return .redirect(Route.concern(.list).path)
      })
  }

  private func concernPage(
    _ id: Identifier<Concern>, _ state: FormState, _ keyring: ConcernKeyring, _ visit: Visit
  ) throws -> Node {
    let actor = try visit.actor
    return ConcernView(
      frame: visit.frame, content: try app.concern(id, with: keyring, by: actor), state: state,
      units: visit.frame.permissions.contains(.read) ? try app.units(by: actor) : []
    ).node
  }

  private func write(_ id: Identifier<Concern>, _ keyring: ConcernKeyring, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try concernPage(id, $0, keyring, visit) },
      action: {
        try app.writeConcern(
          id, visit.values.text("text"), isNote: visit.values.text("kind") == "note", with: keyring,
          by: try visit.actor)
        return .redirect(Done.saved.after(.concern(.show(id))))
      })
  }

  private func setStatus(_ id: Identifier<Concern>, _ keyring: ConcernKeyring, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try concernPage(id, $0, keyring, visit) },
      action: {
        guard let status = ConcernStatus(rawValue: visit.values.text("status")) else {
          throw RiskInput.refusal([FieldProblem("status", Text.Concerns.chooseStatus)])
        }
        do {
          try app.setConcernStatus(
            id, status, remark: visit.values.text("remark"), with: keyring, by: try visit.actor)
        } catch let problem as Problem where problem.kind == .invalid {
          throw RiskInput.refusal(problem.fields.map { FieldProblem("remark", $0.message) })
        }
        return .redirect(Done.saved.after(.concern(.show(id))))
      })
  }

  private func turn(_ id: Identifier<Concern>, _ keyring: ConcernKeyring, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try concernPage(id, $0, keyring, visit) },
      action: {
        let values = visit.values
        let turn: ConcernTurn
        if values.text("into") == "risk" {
          turn = .risk(unitCode: values.text("unit"), statement: values.text("description"))
        } else {
          var form = try EventInput.form(values)
          form.kind = EventKind(rawValue: values.text("into")) ?? .realised
          turn = .event(form)
        }
        _ = try app.turnConcern(id, into: turn, with: keyring, by: try visit.actor)
        return .redirect(Done.created.after(.concern(.show(id))))
      })
  }
}
