import GuvenceApplication
import GuvenceCore

/// Making a database and serving it.
let databaseCommands: [Command] = [
  Command(
    "init", Localized("yeni bir veri tabanı oluştur", "make a new database"),
    options: [
      .database,
      Command.Option(
        name: "name", value: "NAME", help: Localized("idarenin adı", "name of the administration")),
      Command.Option(
        name: "sample", value: nil,
        help: Localized("örnek belediye ile doldur (kurgusal veri)", "fill it with the sample municipality (fictional)")
      ),
    ],
    run: initialize),
  Command(
    "serve", Localized("web uygulamasını başlat", "serve the web application"),
    options: [
      .database,
      Command.Option(
        name: "address", value: "IP", help: Localized("dinlenecek adres (127.0.0.1)", "address to bind (127.0.0.1)")),
      Command.Option(name: "port", value: "N", help: Localized("kapı (8080)", "port (8080)")),
      Command.Option(name: "certificate", value: "PEM", help: Localized("TLS sertifikası", "TLS certificate")),
      Command.Option(name: "key", value: "PEM", help: Localized("TLS anahtarı", "TLS key")),
      Command.Option(name: "verbose", value: nil, help: Localized("istekleri kaydet", "log requests")),
    ],
    run: serveApplication),
]

private func initialize(_ call: Invocation) throws -> ExitCode {
  let path = try call.databasePath()
  let isSample = call.has("sample")
  let name = call.text("name") ?? (isSample ? "Örnek Belediyesi" : "İdare")
  _ = try App.create(
    database: path, administration: name, sample: isSample, dataFolder: call.dataFolder(), clock: call.console.clock)
  call.say(Localized("\(path) oluşturuldu: \(name)", "\(path) made: \(name)"))
  return .done
}

private func serveApplication(_ call: Invocation) throws -> ExitCode {
  let port = try call.integer("port") ?? 8080
  guard let port = UInt16(exactly: port) else {
    throw Invocation.UsageProblem(message: Localized("--port 0–65535 olmalı", "--port must be 0–65535"))
  }
  guard call.has("certificate") == call.has("key") else {
    throw Invocation.UsageProblem(
      message: Localized("--certificate ve --key birlikte verilir", "--certificate and --key go together"))
  }
  try call.serve(
    ServeOptions(
      database: call.databasePath(), dataFolder: call.dataFolder(), address: call.text("address") ?? "127.0.0.1",
      port: port, certificateFile: call.text("certificate"), keyFile: call.text("key"), isVerbose: call.has("verbose"),
      say: call.console.out))
  return .done
}
