import GuvenceApplication
import GuvenceCommandLine
import GuvenceCore
import GuvenceHTTPServer
import GuvenceWeb

/// Serves the web application until the process is told to end: the faces do not know each other, so the main program
/// hands one to the other.
@Sendable func serve(_ call: ServeOptions) throws {
  var options = WebServer.Options()
  (options.address, options.port) = (call.address, call.port)
  options.outbox = call.outbox
  options.digests.site = call.site
  if let sender = call.sender { options.digests.sender = sender }
  (options.isVerbose, options.say) = (call.isVerbose, call.say)
  if let certificate = call.certificateFile, let key = call.keyFile {
    options.tls = .init(certificate: certificate, key: key)
  }
  let app = try App.open(database: call.database, dataFolder: call.dataFolder)
  do {
    try WebServer.serveUntilStopped(app: app, options: options)
  } catch let failure as StartFailure {
    throw Problem(
      .conflict,
      Localized(
        "Web sunucusu \(call.address), kapı \(call.port) üzerinde başlatılamadı: \(failure)",
        "The web server did not start on \(call.address), port \(call.port): \(failure)"))
  }
}
