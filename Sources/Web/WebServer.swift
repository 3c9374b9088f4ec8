import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceProcesses
import GuvenceRegister

/// Serves the pages of an administration over HTTP.
public enum WebServer {
  /// Where and how to serve.
  public struct Options: Sendable {
    /// Address to listen on; the loopback unless told otherwise.
    public var address = "127.0.0.1"
    /// Port; 0 takes a free one.
    public var port: UInt16 = 8080
    /// PEM files of certificate and key; `nil` speaks plain HTTP.
    public var tls: TLS?
    /// Host names the server answers to, besides the loopback's; `nil` answers to all where it is not on the loopback.
    public var hosts: Set<String>?
    /// Whether a reverse proxy in front may be believed.
    public var trustsProxy = false
    /// Request threads.
    public var threads = 8
    /// Folder for the daily digests as `.eml`; none are written where `nil`.
    public var outbox: String?
    /// Sender of the digests and address of the pages in them.
    public var digests = DigestOptions()
    /// Whether every answer is written to standard error.
    public var isVerbose = false
    /// Tells the person at the terminal a line: the address, the set-up link. Standard output unless told otherwise.
    public var say: @Sendable (String) -> Void = { line in write(line + "\n", to: .standardOutput) }

    /// The defaults.
    public init() {}

    /// PEM files of certificate chain and key.
    public struct TLS: Sendable {
      /// Path of the certificate chain.
      public let certificate: String
      /// Path of the private key.
      public let key: String

      /// The two files.
      public init(certificate: String, key: String) { (self.certificate, self.key) = (certificate, key) }
    }
  }

  /// Bytes an uploaded register may have.
  public static let uploadLimit = 20 * 1_048_576

  /// Starts the server and prints its address on standard output; while there is no account also the one-time set-up
  /// link. Returns at once: keep the value, and call `stop()` to end.
  /// - Throws: `StartFailure` when the address is taken or a certificate file cannot be used, and what `app` throws.
  public static func serve(app: App, options: Options = Options()) throws -> HTTPServer {
    let application = WebApplication(app: app, report: { line in write("fault \(line)\n", to: .standardError) })
    let server = try HTTPServer(configuration(options, application), handler: application.handler)
    let root = "\(options.tls == nil ? "http" : "https")://\(shownHost(options.address)):\(server.port)"
    options.say(root)
    if let token = try app.setupToken() {
      options.say(root + Route.setupForm(token: token).path)
    }
    return server
  }

  /// Serves until the process is told to end (SIGINT, SIGTERM); requests that run are finished first.
  public static func serveUntilStopped(app: App, options: Options = Options()) throws {
    let stopped = DispatchSemaphore(value: 0)
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { stopped.signal() }
      source.resume()
      return source
    }
    let server = try serve(app: app, options: options)
    let daily = DailyWork(app: app, outbox: options.outbox, options: options.digests) { line in
      write(line + "\n", to: .standardError)
    }.start()
    stopped.wait()
    daily.cancel()
    server.stop()
    for source in sources { source.cancel() }
  }

  private static func configuration(_ options: Options, _ application: WebApplication) -> ServerConfiguration {
    var configuration = ServerConfiguration()
    configuration.address = options.address
    configuration.port = options.port
    configuration.threads = options.threads
    configuration.trustsProxy = options.trustsProxy
    configuration.tls = options.tls.map { .init(certificateFile: $0.certificate, keyFile: $0.key) }
    configuration.allowedHosts = allowedHosts(options)
    configuration.temporaryFolder = FileManager.default.temporaryDirectory.path
    // The editor of a chart sends 14 fields a step.
    configuration.limits.fields = 16 * ChartLayouter.maximumSteps
    configuration.limits.bodyBytes = { method, path in
      guard method == .post else { return 1_048_576 }
      if path == "/imports" { return uploadLimit }
      if path.hasPrefix("/processes/"), path.hasSuffix("/chart/import") { return 9 << 20 }
      // Room for the other fields of the form, so that a file a little too large meets the form's own words.
      return path.hasPrefix("/evidence/") ? Evidence.sizeLimit + 1_048_576 : 1_048_576
    }
    configuration.errorPage = { application.page(for: $0) }
    if options.isVerbose {
      configuration.log = { line in
        // Not even the hour of a confidential report may be found in a log.
        guard !ConcernRoute.isForReporters(path: PercentCode.decode(line.path) ?? line.path) else { return }
        write("\(logged(line))\n", to: .standardError)
      }
    }
    return configuration
  }

  /// A line of the access log without the tokens that addresses of links carry: who reads the log must not be able to
  /// set a password with it.
  static func logged(_ line: AccessLine) -> AccessLine {
    var line = line
    for prefix in ["/setup/", "/password/"] where line.path.hasPrefix(prefix) { line.path = prefix + "…" }
    return line
  }

  private static func allowedHosts(_ options: Options) -> Set<String>? {
    let isLoopback = options.address == "::1" || options.address.hasPrefix("127.")
    guard isLoopback || options.hosts != nil else { return nil }
    return ServerConfiguration.loopbackHosts.union(options.hosts ?? [])
  }

  private static func shownHost(_ address: String) -> String { address.contains(":") ? "[\(address)]" : address }

  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
