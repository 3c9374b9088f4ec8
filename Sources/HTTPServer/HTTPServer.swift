import CMicroHTTPD
import Glibc
import GuvenceCore

/// An HTTP/1.1 server: libmicrohttpd's thread pool in front of one synchronous handler, with the guards the library
/// lacks (deadlines, one content length, no NUL, UTF-8 only, limits on bodies, fields and files).
///
/// ```swift
/// let server = try HTTPServer(configuration) { request in .text("Merhaba \(request.path)") }
/// print(server.port)
/// server.stop()
/// ```
public final class HTTPServer: Sendable {
  /// The port it listens on.
  public let port: UInt16
  private let core: ServerCore
  private let reaper: Reaper
  private let daemon: Locked<UInt>

  /// Listens and serves until `stop()` or until the value goes away. The handler runs on several threads at once; what
  /// it throws becomes status 500. Ignores SIGPIPE for the whole process, since a client may leave at any time.
  /// - Throws: `StartFailure` when the address is taken or wrong, or a certificate file cannot be used.
  public init(
    _ configuration: ServerConfiguration, handler: @escaping @Sendable (Request) throws -> Response
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    core = try ServerCore(configuration, handler)
    reaper = try Reaper(core.connections, configuration.limits)
    let tls = try configuration.tls.map { (try contents($0.certificateFile), try contents($0.keyFile)) }
    let socket = try ListenSocket(address: configuration.address, port: configuration.port)
    port = socket.port
    guard let handle = HTTPServer.start(core, socket, certificate: tls?.0, key: tls?.1) else {
      socket.closeIfOpen()
      throw StartFailure(
        tls == nil ? "cannot start the server" : "cannot start the server with this certificate and key")
    }
    daemon = Locked(UInt(bitPattern: handle))
    try reaper.start()
  }

  deinit { stop(drainSeconds: 0) }

  /// Connections open now.
  public var connectionCount: Int { core.connections.count }

  /// Takes no new connection, lets requests that are being answered finish within `drainSeconds`, then closes. Does
  /// nothing the second time.
  public func stop(drainSeconds: Double = 5) {
    let handle = daemon.withLock { handle in
      defer { handle = 0 }
      return handle
    }
    guard let running = OpaquePointer(bitPattern: handle) else { return }
    core.beginStopping()
    let listening = MHD_quiesce_daemon(running)
    let deadline = monotonicNanoseconds() + UInt64(max(0, drainSeconds) * 1e9)
    while core.connections.busyCount > 0, monotonicNanoseconds() < deadline { usleep(5_000) }
    reaper.stop()
    MHD_stop_daemon(running)
    if listening >= 0 { close(listening) }
  }

  private static func start(
    _ core: ServerCore, _ socket: ListenSocket, certificate: [CChar]?, key: [CChar]?
  ) -> OpaquePointer? {
    let limits = core.configuration.limits
    var settings = guvence_mhd_settings()
    settings.listen_socket = socket.descriptor
    settings.ipv6 = socket.isIPv6 ? 1 : 0
    settings.threads = UInt32(min(max(core.configuration.threads, 1), 256))
    settings.connection_limit = UInt32(max(limits.connections, Int(settings.threads)))
    settings.connections_per_address = UInt32(max(limits.connectionsPerAddress, 0))
    settings.idle_seconds = UInt32(max(limits.idleSeconds, 1))
    settings.memory_per_connection = limits.headBytes
    settings.on_access = onAccess
    settings.on_completed = onCompleted
    settings.on_connection = onConnection
    settings.on_uri = onAddress
    // The server holds `core` until the daemon has stopped.
    settings.context = Unmanaged.passUnretained(core).toOpaque()
    guard let certificate, let key else { return guvence_mhd_start(&settings) }
    return certificate.withUnsafeBufferPointer { certificate in
      key.withUnsafeBufferPointer { key in
        settings.certificate = certificate.baseAddress
        settings.key = key.baseAddress
        return guvence_mhd_start(&settings)
      }
    }
  }
}

/// A small text file with a terminating NUL.
private func contents(_ path: String) throws -> [CChar] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw StartFailure("cannot read \(path)", code: errno) }
  defer { close(descriptor) }
  var bytes = [CChar](repeating: 0, count: 1_048_577)
  let count = read(descriptor, &bytes, bytes.count - 1)
  guard count > 0 else { throw StartFailure("cannot read \(path)", code: errno) }
  return Array(bytes[...count])
}
