import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

/// One request with what every handler needs: who asks, in which language, and what was typed.
struct Visit: Sendable {
  let application: WebApplication
  let request: Request
  let route: Route
  let session: Session?
  let administration: Administration
  let now: Instant
  /// Fields of the form that was posted.
  let values: Values
  /// Token of the forms of this page.
  let formToken: String
  /// How many notices the person has not read.
  let unread: Int

  /// Name of the session's cookie.
  static let sessionCookie = "guvence"
  /// Name of the cookie that guards forms before signing in.
  static let formCookie = "guvence-form"
  /// Name of the cookie that keeps the language before signing in.
  static let languageCookie = "guvence-language"

  init(
    application: WebApplication, request: Request, route: Route, session: Session?, administration: Administration,
    now: Instant, unread: Int = 0
  ) {
    (self.application, self.request, self.route, self.session) = (application, request, route, session)
    (self.administration, self.now, self.unread) = (administration, now, unread)
    values = Values(request.form.map { ($0.name, $0.value) })
    formToken = session?.csrfToken ?? Visit.knownFormToken(request) ?? Visit.randomToken()
  }

  /// The use cases.
  var app: App { application.app }

  /// Who asks. Routes that are not public are handled only with a session.
  var actor: Actor {
    get throws {
      guard let session else { throw Problem(.unauthenticated, Text.Entrance.signIn) }
      return session.actor
    }
  }

  /// The account's choice where somebody is signed in, else the cookie's, else Turkish.
  var language: Language {
    session?.actor.language ?? request.cookies[Visit.languageCookie].flatMap(Language.init(rawValue:)) ?? .turkish
  }

  /// The frame of the page that answers.
  var frame: Frame {
    Frame(
      administration: administration, language: language, session: session, today: now.dayInIstanbul,
      address: (request.method == .get ? route : route.formRoute).path, formToken: formToken,
      done: request.query["done"].flatMap(Done.init(rawValue:)), assets: application.assets,
      categories: application.categories, unread: unread)
  }

  /// Throws where the person holds `permission` nowhere: a form is not shown to those who may not use it. Whether it
  /// holds for the thing in question the use case decides.
  func require(_ permission: Permission) throws {
    guard frame.permissions.contains(permission) else { throw Problem(.forbidden, Text.Refusal.forbidden) }
  }

  /// A page.
  func page(_ node: Node, status: Int = 200) -> Response { .html(node.rendered(reserving: 65_536), status: status) }

  /// Does what a form asks; where the use case refuses what was typed, shows the form again with everything kept.
  func submit(form: (FormState) throws -> Node, action: () throws -> Response) throws -> Response {
    do {
      return try action()
    } catch let problem as Problem where problem.isForTheForm {
      let state = FormState(values, refusedBy: problem)
      let response = page(try form(state), status: problem.status)
      return problem.kind == .throttled
        ? response.adding("Retry-After", String(max(1, problem.retryAfterSeconds))) : response
    }
  }

  /// The version a save is based on.
  var version: Int { values.number("version") ?? 0 }
}

extension Visit {
  /// Whether a form came from a page of this server: the token of the form, and what the browser says of its origin.
  var isFromHere: Bool {
    guard equalInConstantTime(request.form["csrf"] ?? "", formToken) else { return false }
    if let site = request.header("Sec-Fetch-Site"), site != "same-origin", site != "none" { return false }
    return request.header("Origin") == nil || browserSaysFromHere
  }

  /// Whether the browser names this server as the origin of the form; false where it says nothing.
  var browserSaysFromHere: Bool {
    if let site = request.header("Sec-Fetch-Site"), site != "same-origin" { return false }
    guard let origin = request.header("Origin") else { return false }
    guard let host = request.header("Host"), let separator = origin.firstRange(of: "://") else { return false }
    return origin[separator.upperBound...] == host
  }

  private static func knownFormToken(_ request: Request) -> String? {
    request.cookies[formCookie].flatMap { $0.utf8.count == 64 ? $0 : nil }
  }

  /// The response with the cookie that guards forms before signing in, where the page needs one.
  func settingFormCookie(_ response: Response) -> Response {
    guard session == nil, route.isPublic || request.method == .post, Visit.knownFormToken(request) == nil else {
      return response
    }
    return response.setting(Cookie(Visit.formCookie, formToken, isSecure: request.isSecure))
  }

  /// The response of a successful sign-in.
  func signedIn(token: String, to address: String) -> Response { withSession(token, .redirect(address)) }

  /// The response with the cookie of a new session.
  func withSession(_ token: String, _ response: Response) -> Response {
    response
      .setting(Cookie(Visit.sessionCookie, token, isSecure: request.isSecure))
      .setting(.removal(of: Visit.formCookie, isSecure: request.isSecure))
  }

  /// `http://127.0.0.1:8080` and the path of `route`, as the person who asked reaches this server.
  func absoluteAddress(_ route: Route) -> String {
    (request.isSecure ? "https" : "http") + "://" + (request.header("Host") ?? "127.0.0.1") + route.path
  }

  /// 64 hexadecimal digits from the system's source of randomness.
  static func randomToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// Whether two tokens are the same, in a time that does not tell where they differ.
func equalInConstantTime(_ left: String, _ right: String) -> Bool {
  let (a, b) = (Array(left.utf8), Array(right.utf8))
  guard a.count == b.count, !a.isEmpty else { return false }
  var difference: UInt8 = 0
  for index in a.indices { difference |= a[index] ^ b[index] }
  return difference == 0
}

extension Problem {
  /// Whether the form can be shown again with the reason.
  var isForTheForm: Bool {
    switch kind {
    case .invalid, .unauthenticated, .throttled, .conflict: true
    case .notFound, .forbidden, .stale: false
    }
  }

  /// The status of the answer.
  var status: Int {
    switch kind {
    case .notFound: 404
    case .forbidden: 403
    case .invalid, .unauthenticated: 422
    case .stale, .conflict: 409
    case .throttled: 429
    }
  }
}
