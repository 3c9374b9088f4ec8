import Foundation
import GuvenceApplication
import GuvenceCore

/// What the server does once a day by itself: runs the escalation and, where there is an outbox, writes the digests.
/// Both change nothing the second time, so it simply looks again every half hour.
final class DailyWork: Sendable {
  private let app: App
  private let outbox: String?
  private let options: DigestOptions
  private let report: @Sendable (String) -> Void

  init(app: App, outbox: String?, options: DigestOptions, report: @escaping @Sendable (String) -> Void) {
    (self.app, self.outbox, self.options, self.report) = (app, outbox, options, report)
  }

  /// Begins at once; ends when the timer is cancelled.
  func start() -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    timer.schedule(deadline: .now(), repeating: .seconds(1800), leeway: .seconds(60))
    timer.setEventHandler { self.run() }
    timer.resume()
    return timer
  }

  /// Does the day's work; a failure is told to the operator and tried again the next time.
  func run() {
    attempt { _ = try app.runEscalation(by: .schedule) }
    guard let outbox else { return }
    attempt { _ = try app.writeDigests(to: outbox, options, by: .schedule) }
  }

  private func attempt(_ work: () throws -> Void) {
    do {
      try work()
    } catch let problem as Problem {
      report("daily work: \(problem.message.english)")
    } catch let fault as Fault {
      report("daily work: \(fault.reference) \(fault.detail)")
    } catch {
      report("daily work: \(error)")
    }
  }
}
