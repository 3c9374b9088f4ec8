import GuvenceApplication
import GuvenceCore

/// Registers that officers have opened, by session. They close after fifteen minutes without use and on signing out.
struct UnlockedConcerns: Sendable {
  private struct Entry: Sendable {
    let keyring: ConcernKeyring
    var used: Instant
  }

  private var entries: [String: Entry] = [:]
  private static let idleSeconds = 15 * 60

  /// The keys of the session with this form token; `nil` where it has opened nothing or not used it for long.
  mutating func keyring(_ session: String, at now: Instant) -> ConcernKeyring? {
    entries = entries.filter { $0.value.used.adding(seconds: UnlockedConcerns.idleSeconds) >= now }
    entries[session]?.used = now
    return entries[session]?.keyring
  }

  /// Keeps the keys of a session.
  mutating func keep(_ keyring: ConcernKeyring, _ session: String, at now: Instant) {
    entries[session] = Entry(keyring: keyring, used: now)
  }

  /// Forgets the keys of all sessions: the key was changed.
  mutating func forgetAll() { entries = [:] }

  /// Forgets the keys of a session.
  mutating func forget(_ session: String) { entries[session] = nil }
}
