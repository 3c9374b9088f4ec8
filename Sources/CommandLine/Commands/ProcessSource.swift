import Foundation
import GuvenceApplication
import GuvenceCatalogs
import GuvenceCore
import GuvenceProcesses

/// Where processes come from.
enum ProcessSource {
  /// The shipped ones.
  case catalogue(Catalogs)
  /// Those of an administration, as this person sees them.
  case database(App, Actor)
}

extension Invocation {
  /// The database named by `--db`, or by GUVENCE_DB where that file is there; else the shipped catalogue.
  func processSource() throws -> ProcessSource {
    let isNamed = text("db") != nil || text("as") != nil
    let isThere = console.environment("GUVENCE_DB").map { access($0, F_OK) == 0 } ?? false
    guard !has("catalogue"), isNamed || isThere else {
      return .catalogue(try Catalogs.load(dataFolder: dataFolder()))
    }
    let app = try app()
    return .database(app, try actor(app))
  }

  /// Card and chart of one process: the version asked for, the one in force, or the open one; with the charts in force
  /// before it.
  func chosenProcess(_ code: String) throws -> (process: WorkProcess, earlier: [Chart]) {
    switch try processSource() {
    case .catalogue(let catalogs): return (try process(code, in: catalogs), [])
    case .database(let app, let actor):
      let number = try integer("number") ?? app.process(code, by: actor).current?.number
      let page = try app.chart(code, number: number, by: actor)
      return (page.process, page.earlier)
    }
  }

  /// The shipped process with this code, or a problem that names the nearest.
  func process(_ code: String, in catalogs: Catalogs) throws -> WorkProcess {
    if let process = catalogs.process(code: code) { return process }
    let near = nearest(to: code, among: catalogs.processes.map(\.card.code))
    let (turkish, english) = (near.map { " Şunu mu demek istediniz: \($0)?" }, near.map { " Did you mean \($0)?" })
    throw Problem(
      .notFound,
      Localized(
        "«\(code)» kodlu süreç yok.\(turkish ?? "")", "There is no process «\(code)».\(english ?? "")"))
  }

  /// Which way a chart runs.
  var orientation: Orientation { has("vertical") ? .vertical : .horizontal }

  /// Writes a new file, or prints where `path` is nil.
  func write(_ bytes: [UInt8], to path: String?, isQuiet: Bool = false) throws {
    guard let path else {
      // The console ends each line itself.
      let text = String(decoding: bytes, as: UTF8.self)
      say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      return
    }
    try Data(bytes).write(to: URL(fileURLWithPath: try newFile(path)), options: .withoutOverwriting)
    if !isQuiet { say(Localized("\(path) yazıldı", "\(path) written")) }
  }
}
