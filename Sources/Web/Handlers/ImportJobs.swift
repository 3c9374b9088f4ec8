import Foundation
import GuvenceApplication
import GuvenceCore

/// Files being read in the background, so that a request thread is not held and the page can tell how far it is. Kept in
/// memory only: what was read is in the store under its run number.
final class ImportJobs: Sendable {
  /// How far one job is.
  enum State: Sendable {
    case running(ImportProgress?)
    case done(run: Int64)
    case failed(any Error)
  }

  private struct Job {
    let owner: Actor
    var state: State
    let startedAt: Instant
  }

  private let app: App
  private let jobs = Locked<[String: Job]>([:])
  /// Reads at once; the others wait, since each may hold a large workbook.
  private let gate = DispatchSemaphore(value: 2)

  init(app: App) { self.app = app }

  /// Starts reading `file` and returns the job's key. The file is removed afterwards.
  func start(_ file: TemporaryFile, name: String, options: ImportOptions, by actor: Actor, now: Instant) -> String {
    let key = Visit.randomToken()
    jobs.withLock { jobs in
      jobs = jobs.filter { $0.value.startedAt > now.adding(seconds: -3600) }
      jobs[key] = Job(owner: actor, state: .running(nil), startedAt: now)
    }
    Thread.detachNewThread { [self] in
      gate.wait()
      defer { gate.signal() }
      set(key, read(key, file, name, options, actor))
      file.remove()
    }
    return key
  }

  /// How far the job is; `nil` where there is none of this person.
  func state(_ key: String, for actor: Actor) -> State? {
    jobs.withLock { jobs in
      guard let job = jobs[key], job.owner.accountID == actor.accountID else { return nil }
      return job.state
    }
  }

  private func read(
    _ key: String, _ file: TemporaryFile, _ name: String, _ options: ImportOptions, _ actor: Actor
  ) -> State {
    do {
      let preview = try app.previewImport(file: file.path, name: name, options: options, by: actor) { progress in
        self.set(key, .running(progress))
      }
      return .done(run: preview.runID)
    } catch {
      return .failed(error)
    }
  }

  private func set(_ key: String, _ state: State) { jobs.withLock { $0[key]?.state = state } }
}
