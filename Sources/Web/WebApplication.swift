import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRules

/// The pages of one administration: takes a request, asks one use case, answers a page. Thread-safe.
///
/// ```swift
/// let application = WebApplication(app: app)
/// let server = try HTTPServer(configuration, handler: application.handler)
/// ```
public final class WebApplication: Sendable {
  let app: App
  let assets: Assets
  let jobs: ImportJobs
  let categories: Categories
  /// Registers that officers have opened.
  let unlocked = Locked(UnlockedConcerns())
  private let clock: @Sendable () -> Instant
  private let report: @Sendable (String) -> Void
  private let library = Locked<RuleLibrary?>(nil)

  /// The pages over `app`. `report` is told of faults: one line with the reference number and the detail, no personal
  /// data. `clock` decides what today is on the pages.
  public init(
    app: App, clock: @escaping @Sendable () -> Instant = Instant.now,
    report: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    (self.app, self.clock, self.report) = (app, clock, report)
    assets = Assets(
      reportStyle: try? TextFile.read(app.dataFolder + "/reports/print.css"),
      formStyle: try? TextFile.read(app.dataFolder + "/reports/forms.css"))
    jobs = ImportJobs(app: app)
    categories = Categories(try? Catalogs.load(dataFolder: app.dataFolder).taxonomy)
  }

  /// Answers one request; never throws, since every refusal has its page.
  public var handler: @Sendable (Request) -> Response { { request in self.answer(request) } }

  /// The page for a request that the server itself refused.
  public func page(for failure: ServerFailure) -> Response {
    let refusals = Refusals(application: self)
    return refusals.page(for: failure)
  }

  private func answer(_ request: Request) -> Response {
    let method: Route.Method = request.method == .get ? .get : .post
    let query = Values(request.query.map { ($0.name, $0.value) })
    guard let route = Route(method, path: request.path, query: query) else {
      let other: Route.Method = method == .get ? .post : .get
      let isOtherMethod = Route(other, path: request.path, query: query) != nil
      return Refusals(application: self).unknownAddress(request, isOtherMethod: isOtherMethod)
    }
    switch route {
    case .asset(let name): return asset(name, request)
    case .health: return health()
    default: return answer(route, request)
    }
  }

  private func answer(_ route: Route, _ request: Request) -> Response {
    do {
      let visit = try visit(route, request)
      guard request.method == .get || visit.isFromHere else { return Refusals(application: self).crossSite(visit) }
      guard route.isPublic || visit.session != nil else { return signInFirst(route, request) }
      do {
        return visit.settingFormCookie(try handle(visit))
      } catch {
        return visit.settingFormCookie(try Refusals(application: self).page(for: error, visit))
      }
    } catch {
      return Refusals(application: self).bare(error, request)
    }
  }

  private func visit(_ route: Route, _ request: Request) throws -> Visit {
    // Reporters are not looked up, signed in or not: the look-up alone would leave a trace.
    let isAnonymous = if case .concern(let concern) = route { concern.isForReporters } else { false }
    let token = isAnonymous ? nil : request.cookies[Visit.sessionCookie]
    let session = try token.flatMap { token in try app.session(token: token) }
    let unread = try session.map { try app.unreadNotices(by: $0.actor) } ?? 0
    return Visit(
      application: self, request: request, route: route, session: session, administration: try app.administration(),
      now: clock(), unread: unread)
  }

  private func signInFirst(_ route: Route, _ request: Request) -> Response {
    .redirect(Route.signInForm(next: request.method == .get ? route.path : "/").path)
  }

  private func asset(_ name: String, _ request: Request) -> Response {
    guard let file = assets.file(name) else { return .text("404\n", status: 404) }
    return Response(
      status: 200,
      headers: [Field("Content-Type", file.type), Field("Cache-Control", "public, max-age=31536000, immutable")],
      body: .bytes(file.bytes))
  }

  private func health() -> Response {
    do {
      try app.ping()
      return .text("ok\n")
    } catch {
      return .text("fault\n", status: 503)
    }
  }

  /// Tells the operator of a fault.
  func log(_ line: String) { report(line) }

  /// The rules of the data folder, read at first use.
  func rules() throws -> RuleLibrary {
    if let known = library.withLock({ $0 }) { return known }
    let loaded = try RuleLibrary.load(dataFolder: app.dataFolder)
    library.withLock { $0 = loaded }
    return loaded
  }
}
