import Dispatch
import GuvenceCore

/// Write closures that share one commit, and with it one fsync.
///
/// Whoever finds no transaction open begins one. Whoever finishes while another thread waits for the writer leaves it
/// open and waits for the outcome; the last one, or the one that fills the group, commits for all.
final class CommitGroup: Sendable {
  /// Members of one commit at most, so that nobody waits long behind others.
  static let limit = 64

  private let waiting = Locked(0)
  private let open = Locked<Commit?>(nil)

  /// Counts a thread in before it queues for the writer connection.
  func announce() { waiting.withLock { $0 += 1 } }

  /// Called with the writer connection in hand: joins the open commit, or begins one.
  func join(_ connection: Connection) throws -> Commit {
    waiting.withLock { $0 -= 1 }
    if let commit = open.withLock({ $0 }) { return commit }
    try connection.script("BEGIN IMMEDIATE")
    connection.dropPending()
    let commit = Commit()
    open.withLock { $0 = commit }
    return commit
  }

  /// Marks the place to which this member's failure goes back. The first member needs none: its failure undoes all.
  func mark(_ connection: Connection, _ commit: Commit) throws {
    if !commit.isEmpty { try connection.script("SAVEPOINT member") }
  }

  /// Keeps what the member did.
  func keep(_ connection: Connection, _ commit: Commit) throws {
    try connection.flushPending()
    guard connection.isInTransaction else {
      // The closure swallowed a failure after which SQLite gave up the transaction.
      throw StorageFault(code: 4, message: "the transaction was rolled back")
    }
    if !commit.isEmpty { try connection.script("RELEASE member") }
    commit.addMember()
  }

  /// Undoes what the member did, and only that.
  func undo(_ connection: Connection, _ commit: Commit) {
    connection.dropPending()
    if commit.isEmpty {
      // Nobody else has written yet; whoever comes next begins anew.
      if connection.isInTransaction { try? connection.script("ROLLBACK") }
      open.withLock { $0 = nil }
      commit.settle(nil)
      return
    }
    if connection.isInTransaction, (try? connection.script("ROLLBACK TO member; RELEASE member")) != nil { return }
    // SQLite gave up the whole transaction (disk full, input/output error): the others' changes are gone too.
    if connection.isInTransaction { try? connection.script("ROLLBACK") }
    commit.settle(StorageFault(code: 4, message: "the shared transaction was rolled back"))
  }

  /// Called before the writer connection is given back: commits unless somebody who waits will.
  func leave(_ connection: Connection, _ commit: Commit) {
    if connection.isInTransaction, commit.count < CommitGroup.limit, waiting.withLock({ $0 > 0 }) { return }
    open.withLock { $0 = nil }
    guard !commit.isEmpty, !commit.isSettled else {
      if connection.isInTransaction { try? connection.script("ROLLBACK") }
      commit.settle(nil)
      return
    }
    do {
      try connection.script("COMMIT")
      commit.settle(nil)
    } catch {
      if connection.isInTransaction { try? connection.script("ROLLBACK") }
      commit.settle(error)
    }
  }
}

/// One shared commit: how many take part, and how it ended.
final class Commit: Sendable {
  private struct State {
    var count = 0
    var isSettled = false
    var failure: (any Error)?
  }

  private let state = Locked(State())
  private let settled = DispatchSemaphore(value: 0)

  var count: Int { state.withLock { $0.count } }
  var isEmpty: Bool { count == 0 }
  var isSettled: Bool { state.withLock { $0.isSettled } }

  func addMember() { state.withLock { $0.count += 1 } }

  /// Records the outcome once and wakes everybody who waits for it.
  func settle(_ failure: (any Error)?) {
    let isFirst = state.withLock { state in
      defer { state.isSettled = true }
      if !state.isSettled { state.failure = failure }
      return !state.isSettled
    }
    if isFirst { settled.signal() }
  }

  /// Waits until the commit is on the disk; throws where it failed.
  func wait() throws {
    settled.wait()
    settled.signal()
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
