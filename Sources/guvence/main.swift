import Glibc
import GuvenceApplication
import GuvenceCommandLine
import GuvenceWeb

// Wires the faces together: the command line is handed the web server, since faces do not know each other.
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

let serve: Serve = { request in
  let app = try App.open(database: request.database, dataFolder: request.dataFolder)
  var options = WebServer.Options()
  (options.address, options.port, options.isVerbose) = (request.address, request.port, request.isVerbose)
  if let certificate = request.certificateFile, let key = request.keyFile {
    options.tls = WebServer.Options.TLS(certificate: certificate, key: key)
  }
  try WebServer.serveUntilStopped(app: app, options: options)
}

exit(Program.run(Array(CommandLine.arguments.dropFirst()), console: console, serve: serve).rawValue)
