import GuvenceApplication
import GuvenceCore
import GuvenceExchange
import GuvenceHTTPServer
import GuvenceMarkup

/// The one place where a refusal becomes a page: status, words, and what to do next.
struct Refusals: Sendable {
  let application: WebApplication

  /// The page for what a handler threw.
  func page(for error: any Error, _ visit: Visit) throws -> Response {
    switch error {
    case let problem as Problem: return page(for: problem, visit)
    case let refusal as ExchangeRefusal:
      return view(422, Text.Imports.refused, refusal.diagnostic(in: visit.language).message, visit)
    case let diagnostics as Diagnostics: return page(for: diagnostics, visit)
    default: return fault(error, visit)
    }
  }

  private func page(for problem: Problem, _ visit: Visit) -> Response {
    let message = problem.message(visit.language)
    switch problem.kind {
    case .notFound: return view(404, Text.Refusal.notFoundTitle, message, visit)
    case .forbidden: return view(403, Text.Refusal.forbiddenTitle, message, visit)
    case .conflict: return view(409, Text.Refusal.conflictTitle, message, visit)
    case .invalid: return view(422, Text.Refusal.invalidTitle, message, visit, more: list(problem.fields, visit))
    case .throttled:
      return view(429, Text.Refusal.throttledTitle, message, visit)
        .adding("Retry-After", String(max(1, problem.retryAfterSeconds)))
    case .unauthenticated: return .redirect(Route.signInForm(next: visit.frame.address).path)
    case .stale:
      guard let stale = problem.stale else { return view(409, Text.Refusal.conflictTitle, message, visit) }
      let view = StaleView(
        frame: visit.frame, stale: stale, values: visit.values, action: visit.route.path,
        stored: visit.route.storedRoute)
      return visit.page(view.node, status: 409)
    }
  }

  private func page(for diagnostics: Diagnostics, _ visit: Visit) -> Response {
    let table = DiagnosticTable(frame: visit.frame, diagnostics: diagnostics.all).node
    return view(422, Text.Refusal.invalidTitle, Text.Imports.blocked(visit.language), visit, more: table)
  }

  private func list(_ fields: [FieldProblem], _ visit: Visit) -> Node {
    ul { for field in fields { li(field.message(visit.language)) } }
  }

  private func view(
    _ status: Int, _ title: Localized, _ message: String, _ visit: Visit, more: Node = .empty
  ) -> Response {
    visit.page(RefusalView(frame: visit.frame, title: title, message: message, more: more).node, status: status)
  }

  /// The page for a form that did not come from a page of ours.
  func crossSite(_ visit: Visit) -> Response {
    // Before signing in the usual cause is an old page: the form comes again with a fresh token.
    if visit.session == nil, visit.route.isPublic, case .signIn = visit.route {
      var state = FormState(visit.values)
      state.message = Text.Entrance.formExpired
      let node = SignInView(frame: visit.frame, state: state, next: visit.values.next).node
      return visit.settingFormCookie(visit.page(node, status: 403))
    }
    if visit.session == nil, let held = HeldForm(endedSession: visit), !visit.route.isPublic {
      let node = SignInView(frame: visit.frame, state: FormState(), next: "/", held: held).node
      return visit.settingFormCookie(visit.page(node, status: 403))
    }
    if visit.session == nil, !visit.route.isPublic { return .redirect(Route.signInForm(next: "/").path) }
    return view(403, Text.Refusal.forbiddenTitle, Text.Refusal.crossSite(visit.language), visit)
  }

  private func fault(_ error: any Error, _ visit: Visit) -> Response {
    let (reference, detail) = Refusals.described(error, visit.request)
    application.log("\(reference) \(visit.request.method.rawValue) \(detail)")
    let language = visit.language
    let more = fragment {
      p(Text.Refusal.faultSafe(language))
      p {
        Text.Refusal.faultReference(language) + " "
        code(reference)
      }
    }
    return view(500, Text.Refusal.faultTitle, "", visit, more: more)
  }

  private static func described(_ error: any Error, _ request: Request) -> (reference: String, detail: String) {
    if let fault = error as? Fault, !fault.reference.isEmpty { return (fault.reference, fault.detail) }
    let reference = String(request.id.prefix(8))
    if let fault = error as? Fault { return (reference, fault.detail) }
    return (reference, String(describing: type(of: error)))
  }

  /// The answer where not even the frame of a page could be made.
  func bare(_ error: any Error, _ request: Request) -> Response {
    let (reference, detail) = Refusals.described(error, request)
    application.log("\(reference) \(request.method.rawValue) \(detail)")
    return .text("\(Text.Refusal.faultTitle.turkish)\n\(reference)\n", status: 500)
  }
}

extension Refusals {
  /// An address that the route table does not have.
  func unknownAddress(_ request: Request, isOtherMethod: Bool) -> Response {
    do {
      let session = try request.cookies[Visit.sessionCookie].flatMap { try application.app.session(token: $0) }
      let visit = Visit(
        application: application, request: request, route: .about, session: session,
        administration: try application.app.administration(), now: Instant.now())
      let title = isOtherMethod ? Text.Refusal.methodTitle : Text.Refusal.notFoundTitle
      let response = view(isOtherMethod ? 405 : 404, title, Text.Refusal.notFound(visit.language), visit)
      return isOtherMethod
        ? response.adding("Allow", request.method == .get ? "POST" : "GET, HEAD") : response
    } catch {
      return bare(error, request)
    }
  }

  /// The page for a request that the server refused before any handler saw it: Turkish, without session.
  func page(for failure: ServerFailure) -> Response {
    do {
      let request = Request(id: failure.requestID, path: "/")
      let visit = Visit(
        application: application, request: request, route: .about, session: nil,
        administration: try application.app.administration(), now: Instant.now())
      switch failure.status {
      case 413: return view(413, Text.Refusal.tooLargeTitle, Text.Refusal.tooLarge.turkish, visit)
      case 404: return view(404, Text.Refusal.notFoundTitle, Text.Refusal.notFound.turkish, visit)
      case 500...: return fault(failure.error ?? failure, visit)
      default:
        let reference = "\(failure.status) · \(failure.requestID)"
        return view(failure.status, Text.Refusal.invalidTitle, reference, visit)
      }
    } catch {
      return failure.plainPage
    }
  }
}
