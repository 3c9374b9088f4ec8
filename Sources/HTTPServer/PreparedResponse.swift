import CMicroHTTPD
import Glibc

/// A response as libmicrohttpd wants it; gives its own reference back when it goes out of scope.
struct PreparedResponse: ~Copyable {
  let handle: OpaquePointer
  /// Bytes of the body; 0 for a stream.
  let byteCount: Int

  /// Throws status 500 for a file that is not there and for a header that would break out of its line.
  static func prepare(
    _ response: Response, _ defaults: SecurityHeaders, closes: Bool
  ) throws(ServerFailure) -> PreparedResponse {
    guard (200...599).contains(response.status) else { throw ServerFailure(500, "status out of range") }
    let prepared = try PreparedResponse(response.body)
    for field in response.headers where MHD_add_response_header(prepared.handle, field.name, field.value) != .YES {
      throw ServerFailure(500, "forbidden response header")
    }
    for field in defaults.fields where !response.headers.contains(where: { matches($0.name, field.name) }) {
      MHD_add_response_header(prepared.handle, field.name, field.value)
    }
    if closes { MHD_add_response_header(prepared.handle, "Connection", "close") }
    return prepared
  }

  private init(_ body: Response.Body) throws(ServerFailure) {
    let (made, byteCount) = try PreparedResponse.body(body)
    guard let made else { throw ServerFailure(500, "cannot make a response") }
    handle = made
    self.byteCount = byteCount
  }

  deinit { MHD_destroy_response(handle) }

  private static func body(_ body: Response.Body) throws(ServerFailure) -> (OpaquePointer?, Int) {
    switch body {
    case .bytes(let bytes):
      return (bytes.withUnsafeBytes { guvence_mhd_copied_response($0.count, $0.baseAddress) }, bytes.count)
    case .file(let path):
      return try file(path)
    case .stream(let pull):
      let source = Unmanaged.passRetained(StreamSource(pull))
      let made = MHD_create_response_from_callback(
        UInt64.max, 65_536,
        { context, _, buffer, capacity in
          guard let context, let buffer else { return -2 }
          return Unmanaged<StreamSource>.fromOpaque(context).takeUnretainedValue().fill(buffer, capacity)
        }, source.toOpaque(),
        { context in
          if let context { Unmanaged<StreamSource>.fromOpaque(context).release() }
        })
      if made == nil { source.release() }
      return (made, 0)
    }
  }

  private static func file(_ path: String) throws(ServerFailure) -> (OpaquePointer?, Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw ServerFailure(500, "cannot open the file to send") }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ServerFailure(500, "the file to send is not a regular file")
    }
    let made = MHD_create_response_from_fd64(UInt64(status.st_size), descriptor)
    if made == nil { close(descriptor) }
    return (made, Int(status.st_size))
  }
}

/// Pulls pieces and deals them out in the sizes the connection asks for.
private final class StreamSource {
  private let pull: @Sendable () throws -> [UInt8]?
  private var rest: ArraySlice<UInt8> = []

  init(_ pull: @escaping @Sendable () throws -> [UInt8]?) { self.pull = pull }

  /// Bytes written; -1 at the end, -2 when the source failed (values fixed by libmicrohttpd).
  func fill(_ buffer: UnsafeMutablePointer<CChar>, _ capacity: Int) -> Int {
    do {
      while rest.isEmpty {
        guard let piece = try pull() else { return -1 }
        rest = piece[...]
      }
    } catch {
      return -2
    }
    let count = min(capacity, rest.count)
    UnsafeMutableRawBufferPointer(start: buffer, count: count).copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

private func matches(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count && asciiLowercased(left) == asciiLowercased(right)
}
