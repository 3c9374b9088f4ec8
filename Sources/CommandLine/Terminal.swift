import Glibc
import GuvenceCore

extension Program {
  /// Runs the command at the terminal: standard streams, environment and clock of the process. Returns the exit code of
  /// the process. A reader that leaves early (`guvence risk list | head`) stops the output, not the command.
  public static func runAtTerminal(_ words: [String], serve: @escaping Serve) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    let (out, error) = (LineWriter(STDOUT_FILENO), LineWriter(STDERR_FILENO))
    let console = Console(
      width: terminalWidth(), out: { out.write($0) }, error: { error.write($0) },
      environment: { name in getenv(name).map { String(cString: $0) } },
      secret: { SecretInput.ask($0) })
    let code = run(words, console: console, serve: serve)
    guard let reason = out.failure else { return code.rawValue }
    error.write("guvence: çıktı yazılamadı / output failed: \(reason)")
    return ExitCode.fault.rawValue
  }

  /// Columns of the terminal within what tables can use; 110 where the output goes to a file.
  private static func terminalWidth() -> Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 110 }
    return min(max(Int(size.ws_col), 80), 160)
  }
}

/// Lines into a file descriptor, unbuffered. After the reader has left, lines are dropped.
final class LineWriter: Sendable {
  private let descriptor: Int32
  private let error = Locked<Int32>(0)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Why the output was not written; `nil` where it was, or where the reader left.
  var failure: String? {
    let code = error.withLock { $0 }
    return code == 0 || code == EPIPE ? nil : String(cString: strerror(code))
  }

  func write(_ line: String) {
    error.withLock { error in
      guard error == 0 else { return }
      var rest = Array((line + "\n").utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else {
          error = errno
          return
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}
