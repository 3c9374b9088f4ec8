import Foundation
import GuvenceApplication
import GuvenceCore
import GuvenceExchange
import GuvenceHTTPServer
import GuvenceMarkup

extension WebApplication {
  /// Imports: upload, progress, preview, correction, confirmation.
  func imports(_ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch visit.route {
    case .upload: return try upload(visit)
    case .importJob(let key): return try jobPage(key, visit)
    case .importPreview(let id):
      let options = try app.importOptions(run: id, by: actor)
      return try previewPage(try app.previewImport(run: id, options: options, by: actor), visit)
    case .importMapping(let id):
      let preview = try app.previewImport(run: id, options: ImportForm.read(visit.values), by: actor)
      return .redirect(Route.importPreview(preview.runID).path)
    case .confirmImport(let id):
      let result = try app.confirmImport(run: id, options: ImportForm.read(visit.values), by: actor)
      return visit.page(ImportResultView(frame: visit.frame, result: result).node)
    case .discardImport(let id):
      try app.discardImport(run: id, by: actor)
      return .redirect(Done.discarded.after(.imports))
    default: return visit.page(try uploadPage(FormState(), visit))
    }
  }

  private func uploadPage(_ state: FormState, _ visit: Visit) throws -> Node {
    try visit.require(.importRegister)
    let methodologies = try rules().methodologies(on: visit.now.dayInIstanbul)
    return UploadView(frame: visit.frame, state: state, methodologies: methodologies).node
  }

  private func upload(_ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try uploadPage($0, visit) },
      action: {
        guard let upload = visit.request.uploads.first(where: { $0.name == "file" && $0.size > 0 }) else {
          throw RiskInput.refusal([FieldProblem("file", Text.Imports.noFile)])
        }
        var options = ImportOptions()
        options.methodologyID = visit.values.nonEmpty("methodology")
        let file = try TemporaryFile(ending: "upload")
        try file.take(upload.path)
        let key = jobs.start(file, name: upload.fileName, options: options, by: try visit.actor, now: visit.now)
        return try answerSoon(key, visit)
      })
  }

  /// Most files are read before anybody notices: the preview comes at once. Longer ones get a page that tells how far.
  private func answerSoon(_ key: String, _ visit: Visit) throws -> Response {
    for _ in 0..<20 {
      if case .running? = jobs.state(key, for: try visit.actor) {
        Thread.sleep(forTimeInterval: 0.05)
      } else {
        break
      }
    }
    guard case .failed(let error)? = jobs.state(key, for: try visit.actor) else { return try jobPage(key, visit) }
    return visit.page(try uploadPage(refusedFile(error, visit), visit), status: 422)
  }

  private func jobPage(_ key: String, _ visit: Visit) throws -> Response {
    switch jobs.state(key, for: try visit.actor) {
    case nil: throw Problem(.notFound, Text.Imports.jobGone)
    case .done(let run): return .redirect(Route.importPreview(run).path)
    case .failed(let error): return visit.page(try uploadPage(refusedFile(error, visit), visit), status: 422)
    case .running(let progress):
      let route = Route.importJob(key)
      if visit.request.method == .post { return .redirect(route.path) }
      return visit.page(ImportJobView(frame: visit.frame, route: route, progress: progress).node)
        .adding("Refresh", "3")
    }
  }

  /// The upload form with the reason why the file was refused; a fault stays a fault.
  private func refusedFile(_ error: any Error, _ visit: Visit) throws -> FormState {
    var state = FormState(visit.values)
    state.message = Text.Imports.refused
    switch error {
    case let refusal as ExchangeRefusal:
      let remedy = refusal.remedy
      state.problems = [
        FieldProblem(
          "file",
          Localized(
            "\(refusal.message.turkish). \(remedy.turkish)", "\(refusal.message.english). \(remedy.english)"))
      ]
    case let problem as Problem where problem.isForTheForm:
      state.message = problem.message
      state.problems = problem.fields
    case let diagnostics as Diagnostics:
      state.problems = diagnostics.all.prefix(20).map { found in
        FieldProblem(
          "file",
          Localized(
            "\(found.placeText): \(found.text.turkish). \(found.advice.turkish)",
            "\(found.placeText): \(found.text.english). \(found.advice.english)"))
      }
    default: throw error
    }
    return state
  }

  private func previewPage(_ preview: ImportPreview, _ visit: Visit) throws -> Response {
    visit.page(
      ImportPreviewView(
        frame: visit.frame, preview: preview, units: try app.units(by: try visit.actor),
        fields: ImportOptions.fieldChoices.map { ($0.field, $0.header) }
      ).node)
  }
}
