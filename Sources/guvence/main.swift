import Glibc
import GuvenceCommandLine

let console = Console(
  out: { line in
    print(line)
    fflush(nil)
  },
  error: { line in
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  },
  environment: { name in getenv(name).map { String(cString: $0) } })

exit(Program.run(Array(CommandLine.arguments.dropFirst()), console: console, serve: serve).rawValue)
