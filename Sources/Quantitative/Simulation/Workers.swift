import Dispatch
import GuvenceCore

/// Pieces of work done by several threads, answered in the order of the pieces: what comes out does not depend on how many
/// threads there were.
enum Workers {
  /// Runs `work` for 0 ..< `count` on at most `threads` threads.
  static func inOrder<Answer: Sendable>(
    _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Answer
  ) -> [Answer] {
    guard threads > 1, count > 1 else { return (0..<count).map(work) }
    let next = Locked(0)
    let answers = Locked([(number: Int, answer: Answer)]())
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while let number = take(next, below: count) {
        let answer = work(number)
        answers.withLock { $0.append((number, answer)) }
      }
    }
    return answers.withLock { found in found.sorted { $0.number < $1.number }.map(\.answer) }
  }

  private static func take(_ next: Locked<Int>, below count: Int) -> Int? {
    next.withLock { number in
      guard number < count else { return nil }
      number += 1
      return number - 1
    }
  }
}
