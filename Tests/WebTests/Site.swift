import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceRegister

@testable import GuvenceWeb

/// A sample administration with its pages, asked without sockets. The database goes away with the value.
final class Site {
  let app: App
  let application: WebApplication
  private let folder: URL
  private(set) var cookies: [String: String] = [:]

  init(sample: Bool = true, clock: @escaping @Sendable () -> Instant = Instant.now) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-web-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let data = try DataLocator.locate()
    let database = folder.appendingPathComponent("a.db").path
    try Blank.copy(sample: sample, to: database, data: data)
    app = try App.open(database: database, dataFolder: data, clock: clock)
    application = WebApplication(app: app, clock: clock)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let password = "uzun bir deneme parolası 7"

  /// Sets the first account up, signed in afterwards.
  func setUp() throws {
    guard let token = try app.setupToken() else { return }
    let session = try app.completeSetup(
      token: token, login: "ayse", displayName: "Ayşe Yılmaz", password: Site.password)
    cookies[Visit.sessionCookie] = session
  }

  /// Asks for an address with the cookies kept so far.
  func get(_ address: String) -> Answer { send(request(.get, address)) }

  /// Posts a form; the token of the session goes along unless `token` says otherwise.
  func post(
    _ address: String, _ fields: [(String, String)], token: String? = nil, headers: [(String, String)] = [],
    file: (name: String, bytes: [UInt8])? = nil
  ) throws -> Answer {
    var form = fields
    let known = try cookies[Visit.sessionCookie].flatMap { try app.session(token: $0)?.csrfToken }
    form.append(("csrf", token ?? known ?? cookies[Visit.formCookie] ?? ""))
    return send(request(.post, address, form: form, headers: headers, uploads: try file.map { [try upload($0)] } ?? []))
  }

  func forgetCookies() { cookies = [:] }
  /// Goes on as whoever has this session.
  func enter(_ session: String) { cookies[Visit.sessionCookie] = session }

  private func request(
    _ method: Request.Method, _ address: String, form: [(String, String)] = [],
    headers: [(String, String)] = [], uploads: [Upload] = []
  ) -> Request {
    let halves = address.split(separator: "?", maxSplits: 1)
    let query = Values(query: halves.count > 1 ? halves[1] : "").pairs.map { Field($0.name, $0.value) }
    return Request(
      method: method, path: halves.first.flatMap { PercentCode.decode($0) } ?? "/", query: Fields(query),
      headers: Fields([Field("Host", "127.0.0.1:8080")] + headers.map { Field($0.0, $0.1) }),
      cookies: Fields(cookies.map { Field($0.key, $0.value) }), form: Fields(form.map { Field($0.0, $0.1) }),
      uploads: uploads)
  }

  /// A file as the server hands it over, in the form's field `file`.
  private func upload(_ file: (name: String, bytes: [UInt8])) throws -> Upload {
    let place = folder.appendingPathComponent(UUID().uuidString)
    try Data(file.bytes).write(to: place)
    return Upload(
      name: "file", fileName: file.name, contentType: "text/html", path: place.path, size: file.bytes.count)
  }

  private func send(_ request: Request) -> Answer {
    let response = application.handler(request)
    for field in response.headers where field.name == "Set-Cookie" {
      let pair = field.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
      cookies[pair[0]] = field.value.contains("Max-Age=0") ? nil : pair.count > 1 ? pair[1] : ""
    }
    return Answer(response)
  }
}

/// An answer as tests look at it.
struct Answer {
  let status: Int
  let text: String
  let headers: [Field]

  init(_ response: Response) {
    status = response.status
    headers = response.headers
    if case .bytes(let bytes) = response.body { text = String(decoding: bytes, as: UTF8.self) } else { text = "" }
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// A database of each kind, made once for all tests and copied for each: filling the sample takes seconds in a debug build.
private enum Blank {
  private static let made = Locked<[Bool: Result<[UInt8], any Error>]>([:])

  static func copy(sample: Bool, to path: String, data: String) throws {
    let bytes = try made.withLock { made in
      if let known = made[sample] { return known }
      let fresh = Result { try make(sample: sample, data: data) }
      made[sample] = fresh
      return fresh
    }.get()
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private static func make(sample: Bool, data: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guvence-web-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.db").path
    let app = try App.create(
      database: path, administration: "Örnek Belediyesi", sample: sample, dataFolder: data)
    let copy = folder.appendingPathComponent("copy.db").path
    try app.backup(to: copy, by: .machineOperator)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: copy)))
  }
}
