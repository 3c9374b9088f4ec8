import GuvenceCore

/// Limits how often something may be tried per key (an address, an account name): a token bucket each. A value: the
/// caller passes the time and keeps it behind a lock.
public struct Throttle: Sendable {
  private struct Bucket {
    var tokens: Double
    var updated: Instant
  }

  private let capacity: Double
  private let secondsPerToken: Double
  private let maximumKeys: Int
  private var buckets: [String: Bucket] = [:]

  /// - Parameters:
  ///   - capacity: tries allowed in a burst, at least 1.
  ///   - secondsPerToken: seconds until one more try is allowed.
  ///   - maximumKeys: keys remembered; beyond it the ones that were idle longest are forgotten.
  public init(capacity: Int, secondsPerToken: Double, maximumKeys: Int = 10_000) {
    self.capacity = Double(max(capacity, 1))
    self.secondsPerToken = max(secondsPerToken, 0.001)
    self.maximumKeys = max(maximumKeys, 2)
  }

  /// Takes one try from `key`; false when there is none left.
  public mutating func allows(_ key: String, at now: Instant) -> Bool {
    var bucket = refilled(key, at: now)
    let allowed = bucket.tokens >= 1
    if allowed { bucket.tokens -= 1 }
    if buckets[key] == nil, buckets.count >= maximumKeys { forget(at: now) }
    buckets[key] = bucket
    return allowed
  }

  /// Whole seconds until `key` may try again; 0 when it may now.
  public func secondsUntilAllowed(_ key: String, at now: Instant) -> Int {
    let missing = 1 - refilled(key, at: now).tokens
    return missing <= 0 ? 0 : Int((missing * secondsPerToken).rounded(.up))
  }

  /// Forgets `key`, after a try that succeeded.
  public mutating func reset(_ key: String) { buckets[key] = nil }

  /// Keys remembered now.
  public var keyCount: Int { buckets.count }

  private func refilled(_ key: String, at now: Instant) -> Bucket {
    guard let bucket = buckets[key] else { return Bucket(tokens: capacity, updated: now) }
    let elapsed = max(0, Double(now.milliseconds - bucket.updated.milliseconds) / 1000)
    return Bucket(tokens: min(capacity, bucket.tokens + elapsed / secondsPerToken), updated: now)
  }

  private mutating func forget(at now: Instant) {
    buckets = buckets.filter { refilled($0.key, at: now).tokens < capacity }
    guard buckets.count >= maximumKeys else { return }
    let newest = buckets.sorted { $0.value.updated > $1.value.updated }.prefix(maximumKeys / 2)
    buckets = Dictionary(uniqueKeysWithValues: newest.map { ($0.key, $0.value) })
  }
}
