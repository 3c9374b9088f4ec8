import Glibc
import GuvenceCore

/// Monotonic time in nanoseconds.
func monotonicNanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// One client connection and what it is doing, for the deadlines libmicrohttpd does not have: its own timeout only sees
/// silence, so a client that sends a byte a second would hold a connection for ever.
final class Connection: Sendable {
  enum Phase: Sendable {
    /// Connected, or answered; the next head is not complete.
    case waiting
    case body
    /// A handler works; the client is not to blame.
    case working
    case answering
  }

  let descriptor: Int32
  private let state: Locked<(phase: Phase, since: UInt64)>

  init(descriptor: Int32) {
    self.descriptor = descriptor
    state = Locked((.waiting, monotonicNanoseconds()))
  }

  func enter(_ phase: Phase) {
    let now = monotonicNanoseconds()
    state.withLock { $0 = (phase, now) }
  }

  var isBusy: Bool { state.withLock { $0.phase == .working || $0.phase == .answering } }

  func isOverdue(at now: UInt64, _ limits: ServerLimits) -> Bool {
    let (phase, since) = state.withLock { $0 }
    let allowed: Double
    switch phase {
    case .waiting: allowed = limits.headSeconds
    case .body: allowed = limits.bodySeconds
    case .working: return false
    case .answering: allowed = limits.answerSeconds
    }
    return now > since && Double(now - since) / 1e9 > allowed
  }
}

/// The open connections.
final class Connections: Sendable {
  private let open = Locked<[ObjectIdentifier: Connection]>([:])

  func insert(_ connection: Connection) {
    open.withLock { $0[ObjectIdentifier(connection)] = connection }
  }

  func remove(_ connection: Connection) {
    open.withLock { $0[ObjectIdentifier(connection)] = nil }
  }

  var busyCount: Int { open.withLock { $0.values.count { $0.isBusy } } }

  var count: Int { open.withLock { $0.count } }

  /// Shuts the sockets of overdue connections; libmicrohttpd then sees their end and closes them. Inside the lock,
  /// because `remove` runs before a descriptor is closed: a number in the table is never someone else's.
  func shutOverdue(_ limits: ServerLimits) {
    let now = monotonicNanoseconds()
    open.withLock { connections in
      for connection in connections.values where connection.isOverdue(at: now, limits) {
        shutdown(connection.descriptor, Int32(SHUT_RDWR))
      }
    }
  }
}

/// A thread that looks at the deadlines several times within the shortest of them.
final class Reaper: Sendable {
  private let connections: Connections
  private let limits: ServerLimits
  private let wake: (read: Int32, write: Int32)
  private let thread = Locked<pthread_t?>(nil)

  init(_ connections: Connections, _ limits: ServerLimits) throws {
    (self.connections, self.limits) = (connections, limits)
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw StartFailure("cannot open a socket", code: errno) }
    wake = (ends[0], ends[1])
  }

  deinit {
    close(wake.read)
    close(wake.write)
  }

  func start() throws {
    var handle = pthread_t()
    let retained = Unmanaged.passRetained(self)
    let code = pthread_create(
      &handle, nil,
      { argument in
        if let argument { Unmanaged<Reaper>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, retained.toOpaque())
    guard code == 0 else {
      retained.release()
      throw StartFailure("cannot start a thread", code: code)
    }
    let started = handle
    thread.withLock { $0 = started }
  }

  func stop() {
    let running = thread.withLock { handle in
      defer { handle = nil }
      return handle
    }
    guard let running else { return }
    var byte: UInt8 = 1
    _ = write(wake.write, &byte, 1)
    pthread_join(running, nil)
  }

  private func run() {
    let shortest = min(limits.headSeconds, limits.bodySeconds, limits.answerSeconds)
    let tick = Int32(max(10, min(1000, shortest * 250)))
    var watched = pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0)
    while true {
      let events = poll(&watched, 1, tick)
      if events > 0 { return }
      connections.shutOverdue(limits)
    }
  }
}
