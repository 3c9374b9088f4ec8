import Glibc

/// Why a server does not start. English, for the log; the command line says it to the operator.
public struct StartFailure: Error, Sendable, CustomStringConvertible {
  /// What could not be done.
  public let description: String

  init(_ what: String, code: Int32? = nil) {
    description = code.map { "\(what): \(String(cString: strerror($0)))" } ?? what
  }
}

/// A bound, listening TCP socket. Owned by libmicrohttpd once the daemon has started.
struct ListenSocket {
  let descriptor: Int32
  let port: UInt16
  let isIPv6: Bool

  /// Throws `StartFailure` when the address is not one, or is taken.
  init(address: String, port: UInt16) throws {
    isIPv6 = address.contains(":")
    let family = isIPv6 ? AF_INET6 : AF_INET
    descriptor = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw StartFailure("cannot open a socket", code: errno) }
    do {
      var on: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
      try ListenSocket.bind(descriptor, address, port, isIPv6)
      guard listen(descriptor, 512) == 0 else { throw StartFailure("cannot listen", code: errno) }
      self.port = try ListenSocket.boundPort(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// For a daemon that did not start: whether libmicrohttpd has closed the socket by then depends on the reason, so the
  /// number is only closed while it is still our port.
  func closeIfOpen() {
    if (try? ListenSocket.boundPort(descriptor)) == port { close(descriptor) }
  }

  private static func bind(_ descriptor: Int32, _ address: String, _ port: UInt16, _ isIPv6: Bool) throws {
    let result: Int32
    if isIPv6 {
      var name = sockaddr_in6()
      name.sin6_family = sa_family_t(AF_INET6)
      name.sin6_port = port.bigEndian
      guard inet_pton(AF_INET6, address, &name.sin6_addr) == 1 else { throw StartFailure("not an address: \(address)") }
      result = bind(descriptor, &name)
    } else {
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = port.bigEndian
      guard inet_pton(AF_INET, address, &name.sin_addr) == 1 else { throw StartFailure("not an address: \(address)") }
      result = bind(descriptor, &name)
    }
    guard result == 0 else { throw StartFailure("cannot listen on \(address) port \(port)", code: errno) }
  }

  private static func bind<Name>(_ descriptor: Int32, _ name: inout Name) -> Int32 {
    withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<Name>.size))
      }
    }
  }

  private static func boundPort(_ descriptor: Int32) throws -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    guard result == 0 else { throw StartFailure("cannot read the port", code: errno) }
    // The port stands at the same place in both families.
    return withUnsafePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
    }
  }
}

/// `192.0.2.7` or `2001:db8::1`; `-` when unknown.
func printed(_ address: UnsafePointer<sockaddr>?) -> String {
  guard let address else { return "-" }
  var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
  let family = Int32(address.pointee.sa_family)
  let written: UnsafePointer<CChar>? = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { six in
    if family == AF_INET6 {
      var value = six.pointee.sin6_addr
      return inet_ntop(AF_INET6, &value, &text, socklen_t(text.count))
    }
    return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { four in
      var value = four.pointee.sin_addr
      return inet_ntop(AF_INET, &value, &text, socklen_t(text.count))
    }
  }
  guard written != nil else { return "-" }
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
