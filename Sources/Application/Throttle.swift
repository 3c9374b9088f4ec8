import GuvenceCore

/// Slows down guessing: after five failures of one key within fifteen minutes the next attempt waits, longer each time.
///
/// Keys are login and address separately, so that neither a known name nor one machine can be used to try without end.
struct Throttle: Sendable {
  private struct Failures: Sendable {
    var count: Int
    var last: Instant
  }

  private var failures: [String: Failures] = [:]
  private static let free = 5
  private static let window = 15 * 60
  private static let capacity = 10_000

  /// Seconds to wait before `key` may try again; 0 where it may try now. 30 s after the fifth failure, doubled by each
  /// further one, at most 15 minutes.
  func wait(for key: String, at now: Instant) -> Int {
    guard let entry = failures[key], entry.count >= Throttle.free else { return 0 }
    let delay = min(Throttle.window, 30 << min(5, entry.count - Throttle.free))
    let left = entry.last.adding(seconds: delay).milliseconds - now.milliseconds
    return left > 0 ? Int((left + 999) / 1000) : 0
  }

  /// Notes a failure of `key`.
  mutating func fail(_ key: String, at now: Instant) {
    if failures.count >= Throttle.capacity { forgetOld(at: now) }
    var entry = failures[key] ?? Failures(count: 0, last: now)
    if entry.last.adding(seconds: Throttle.window) < now { entry.count = 0 }
    entry.count += 1
    entry.last = now
    failures[key] = entry
  }

  /// Forgets the failures of `key` after a success, and as many of `address`: whoever has an account of their own must not
  /// clear the way for guessing at others'.
  mutating func succeed(_ key: String, from address: String) {
    let own = failures.removeValue(forKey: key)?.count ?? 0
    guard var entry = failures[address] else { return }
    entry.count -= own
    failures[address] = entry.count > 0 ? entry : nil
  }

  private mutating func forgetOld(at now: Instant) {
    failures = failures.filter { $0.value.last.adding(seconds: Throttle.window) >= now }
    if failures.count >= Throttle.capacity { failures.removeAll() }
  }
}
