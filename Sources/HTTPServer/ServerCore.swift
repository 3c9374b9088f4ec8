import CMicroHTTPD
import GuvenceCore

/// What the callbacks of libmicrohttpd share: settings, handler and open connections. Everything in it is immutable or
/// behind a lock.
final class ServerCore: Sendable {
  let configuration: ServerConfiguration
  let connections = Connections()
  private let handler: @Sendable (Request) throws -> Response
  private let folder: UploadFolder
  private let plainHeaders = SecurityHeaders(isSecure: false)
  private let secureHeaders = SecurityHeaders(isSecure: true)
  private let nextID = Locked(UInt64.random(in: 0 ... .max))
  private let stopping = Locked(false)

  init(_ configuration: ServerConfiguration, _ handler: @escaping @Sendable (Request) throws -> Response) throws {
    (self.configuration, self.handler) = (configuration, handler)
    folder = try UploadFolder(in: configuration.temporaryFolder)
  }

  func beginStopping() { stopping.withLock { $0 = true } }

  func makeRequest(rawAddress: String) -> PendingRequest {
    let number = nextID.withLock { id in
      id &+= 0x9E37_79B9_7F4A_7C15
      return id
    }
    return PendingRequest(rawAddress: rawAddress, id: hexadecimal(number))
  }

  /// Called by libmicrohttpd once for the head, for every piece of the body, and once at its end.
  func advance(
    _ pending: PendingRequest, _ connection: OpaquePointer?, method: UnsafePointer<CChar>, url: UnsafePointer<CChar>,
    piece: UnsafeRawBufferPointer
  ) -> MHD_Result {
    guard !pending.isAnswered else { return .YES }
    do throws(ServerFailure) {
      guard pending.head != nil, let body = pending.body else {
        try begin(pending, connection, method: method, url: url)
        return .YES
      }
      if !piece.isEmpty {
        if body.take(piece) { return .YES }
        pending.reason = "body too large"
        return .NO
      }
      return try answer(pending, connection)
    } catch {
      return refuse(pending, connection, error)
    }
  }

  func complete(_ pending: PendingRequest, _ connection: OpaquePointer?) {
    state(of: connection)?.enter(.waiting)
    configuration.log(pending.accessLine)
  }

  private func begin(
    _ pending: PendingRequest, _ connection: OpaquePointer?, method: UnsafePointer<CChar>, url: UnsafePointer<CChar>
  ) throws(ServerFailure) {
    state(of: connection)?.enter(.body)
    let head = try RequestHead(
      connection, rawAddress: pending.rawAddress, method: String(cString: method), url: url, configuration)
    pending.head = head
    pending.body = try BodyReader(connection, head, configuration.limits, folder)
  }

  private func answer(_ pending: PendingRequest, _ connection: OpaquePointer?) throws(ServerFailure) -> MHD_Result {
    guard let head = pending.head, let body = pending.body else { throw ServerFailure(500, "no request") }
    let content = try body.finish()
    pending.files = content.files
    let request = request(pending, head, connection, content)
    let socket = state(of: connection)
    socket?.enter(.working)
    let began = monotonicNanoseconds()
    let response: Response
    do {
      response = try handler(request)
    } catch {
      var failure = ServerFailure(500, "handler failed")
      failure.error = error
      throw failure
    }
    if monotonicNanoseconds() - began > 500_000_000 {
      // Otherwise the library counts the handler's time as the client's silence.
      guvence_mhd_restart_idle_clock(connection, UInt32(configuration.limits.idleSeconds))
    }
    return try send(response, pending, connection, isSecure: request.isSecure)
  }

  private func request(
    _ pending: PendingRequest, _ head: RequestHead, _ connection: OpaquePointer?,
    _ content: (form: Fields, files: [FormAssembler.File], bytes: [UInt8])
  ) -> Request {
    let uploads = content.files.map {
      Upload(
        name: $0.name, fileName: $0.fileName, contentType: $0.contentType, path: $0.file.path, size: $0.file.size)
    }
    return Request(
      id: pending.id, method: head.method, isHead: head.isHead, path: head.path, query: head.query,
      headers: head.headers, cookies: head.cookies, form: content.form, uploads: uploads, body: content.bytes,
      remoteAddress: remoteAddress(head, connection), isSecure: isSecure(head))
  }

  private func remoteAddress(_ head: RequestHead, _ connection: OpaquePointer?) -> String {
    if configuration.trustsProxy, let forwarded = head.headers.values("x-forwarded-for").last,
      let last = forwarded.split(separator: ",").last
    {
      return String(last.drop { $0 == " " })
    }
    return printed(guvence_mhd_client_address(connection))
  }

  private func isSecure(_ head: RequestHead?) -> Bool {
    if configuration.tls != nil { return true }
    return configuration.trustsProxy && head?.headers.values("x-forwarded-proto").last == "https"
  }

  private func refuse(_ pending: PendingRequest, _ connection: OpaquePointer?, _ failure: ServerFailure) -> MHD_Result {
    var failure = failure
    failure.requestID = pending.id
    pending.reason = failure.reason
    let page = configuration.errorPage(failure)
    let isSecure = isSecure(pending.head)
    do throws(ServerFailure) {
      return try send(page.forRefusal(failure), pending, connection, isSecure: isSecure)
    } catch {
      return .NO
    }
  }

  private func send(
    _ response: Response, _ pending: PendingRequest, _ connection: OpaquePointer?, isSecure: Bool
  ) throws(ServerFailure) -> MHD_Result {
    let isLast = stopping.withLock { $0 }
    let prepared = try PreparedResponse.prepare(response, isSecure ? secureHeaders : plainHeaders, closes: isLast)
    pending.isAnswered = true
    pending.status = response.status
    pending.byteCount = prepared.byteCount
    state(of: connection)?.enter(.answering)
    return MHD_queue_response(connection, UInt32(response.status), prepared.handle)
  }

  private func state(of connection: OpaquePointer?) -> Connection? {
    guvence_mhd_socket_context(connection).map { Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension Response {
  fileprivate func forRefusal(_ failure: ServerFailure) -> Response {
    failure.status == 405 ? adding("Allow", "GET, HEAD, POST") : self
  }
}

private func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
