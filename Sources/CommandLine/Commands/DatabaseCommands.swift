import GuvenceApplication
import GuvenceCore

/// Making a database and serving it.
let databaseCommands: [Command] = [
  Command(
    "init", Localized("yeni bir veri tabanı oluştur", "make a new database"),
    options: [
      .database,
      Command.Option(
        name: "name", value: .name, help: Localized("idarenin adı", "name of the administration")),
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
        name: "address", value: Localized("IP", "IP"),
        help: Localized("dinlenecek adres (127.0.0.1)", "address to bind (127.0.0.1)")),
      Command.Option(
        name: "port", value: .number,
        help: Localized("kapı (8080); 0 boş birini seçer", "port (8080); 0 takes a free one")),
      Command.Option(
        name: "certificate", value: .file, help: Localized("TLS sertifikası, PEM", "TLS certificate, PEM")),
      Command.Option(name: "key", value: .file, help: Localized("TLS anahtarı, PEM", "TLS key, PEM")),
      Command.Option(
        name: "outbox", value: .folder,
        help: Localized("günlük özetleri buraya .eml olarak yaz", "write the daily digests here as .eml")),
      Command.Option(
        name: "from", value: Localized("ADRES", "ADDRESS"), help: Localized("özetlerin göndereni", "their sender")),
      Command.Option(
        name: "site", value: Localized("ADRES", "ADDRESS"),
        help: Localized("sayfaların adresi: https://…", "address of the pages: https://…")),
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
  let number = try call.integer("port") ?? 8080
  guard let port = UInt16(exactly: number) else {
    throw UsageProblem(Localized("--port 0–65535 olmalı", "--port must be 0–65535"))
  }
  guard call.has("certificate") == call.has("key") else {
    throw UsageProblem(Localized("--certificate ve --key birlikte verilir", "--certificate and --key go together"))
  }
  try call.serve(
    ServeOptions(
      database: call.existingDatabase(), dataFolder: call.dataFolder(), address: call.text("address") ?? "127.0.0.1",
      port: port, certificateFile: call.text("certificate"), keyFile: call.text("key"), outbox: call.text("outbox"),
      sender: call.text("from"), site: call.text("site") ?? "", isVerbose: call.has("verbose"),
      say: call.console.out))
  return .done
}
