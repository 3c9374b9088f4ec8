import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup

extension WebApplication {
  /// Signing in and out, first run, passwords, language.
  func entrance(_ visit: Visit) throws -> Response {
    switch visit.route {
    case .language(let language, let next): return try switchLanguage(language, next, visit)
    case .signInForm(let next): return signInForm(next, visit)
    case .signIn: return try signIn(visit)
    case .signOut: return try signOut(visit)
    case .setupForm(let token): return try setupForm(token, visit)
    case .setup(let token): return try setup(token, visit)
    case .passwordLinkForm(let token): return try passwordLinkForm(token, visit)
    case .passwordLink(let token): return try passwordLink(token, visit)
    case .changePassword: return try changePassword(visit)
    default: return visit.page(ChangePasswordView(frame: visit.frame, state: FormState()).node)
    }
  }

  private func switchLanguage(_ language: Language, _ next: String, _ visit: Visit) throws -> Response {
    if visit.session != nil, let token = visit.request.cookies[Visit.sessionCookie] {
      try app.setLanguage(language, token: token)
    }
    return Response.redirect(next).setting(
      Cookie(
        Visit.languageCookie, language.rawValue, maximumAge: 31_536_000, isSecure: visit.request.isSecure))
  }

  private func signInForm(_ next: String, _ visit: Visit) -> Response {
    if visit.session != nil { return .redirect(next) }
    return visit.page(SignInView(frame: visit.frame, state: FormState(), next: next).node)
  }

  private func signIn(_ visit: Visit) throws -> Response {
    let (next, held) = (visit.values.next, HeldForm(visit.values))
    return try visit.submit(
      form: { SignInView(frame: visit.frame, state: $0, next: next, held: held).node },
      action: {
        let token = try app.signIn(
          login: visit.values.text("login"), password: visit.values["password"] ?? "",
          from: visit.request.remoteAddress)
        if let held { return try resume(held, token, visit) }
        return visit.signedIn(token: token, to: next)
      })
  }

  private func resume(_ held: HeldForm, _ token: String, _ visit: Visit) throws -> Response {
    let renewed = Visit(
      application: self, request: visit.request, route: .dashboard, session: try app.session(token: token),
      administration: visit.administration, now: visit.now)
    return visit.withSession(token, renewed.page(HeldFormView(frame: renewed.frame, held: held).node))
  }

  private func signOut(_ visit: Visit) throws -> Response {
    if let session = visit.session { unlocked.withLock { $0.forget(session.csrfToken) } }
    if let token = visit.request.cookies[Visit.sessionCookie] { try app.signOut(token: token) }
    return Response.redirect(Route.signInForm(next: "/").path)
      .setting(.removal(of: Visit.sessionCookie, isSecure: visit.request.isSecure))
  }

  private func setupForm(_ token: String, _ visit: Visit) throws -> Response {
    if try app.account(forLink: token) != nil { return .redirect(Route.passwordLinkForm(token: token).path) }
    return visit.page(SetupView(frame: visit.frame, state: FormState(), setupToken: token).node)
  }

  private func setup(_ token: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { SetupView(frame: visit.frame, state: $0, setupToken: token).node },
      action: {
        let session = try app.completeSetup(
          token: token, login: visit.values.text("login"), displayName: visit.values.text("displayName"),
          password: try NewPassword.read(visit.values))
        return visit.signedIn(token: session, to: "/")
      })
  }

  private func passwordLinkForm(_ token: String, _ visit: Visit) throws -> Response {
    visit.page(try linkPage(token, FormState(), visit))
  }

  private func passwordLink(_ token: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try linkPage(token, $0, visit) },
      action: {
        let session = try app.setPassword(link: token, password: try NewPassword.read(visit.values))
        return visit.signedIn(token: session, to: "/")
      })
  }

  private func linkPage(_ token: String, _ state: FormState, _ visit: Visit) throws -> Node {
    guard let account = try app.account(forLink: token) else { throw Problem(.notFound, Text.Entrance.linkGone) }
    return PasswordLinkView(frame: visit.frame, state: state, linkToken: token, account: account).node
  }

  private func changePassword(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { ChangePasswordView(frame: visit.frame, state: $0).node },
      action: {
        let session = try app.changePassword(
          current: visit.values["current"] ?? "", new: try NewPassword.read(visit.values), by: try visit.actor)
        return visit.signedIn(token: session, to: Done.passwordChanged.after(.dashboard))
      })
  }
}
