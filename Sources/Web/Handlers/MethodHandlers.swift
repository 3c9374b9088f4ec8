import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Methodologies: list, trial, own ones, publication and taking back.
  func methods(_ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch visit.route {
    case .addMethod: return try addMethod(visit)
    case .method(let id): return visit.page(try simulation(id, FormState(), visit))
    case .methodText(let id):
      let text = try app.methodologyText(id, by: actor)
      return .download(.bytes(Array(text.utf8)), name: id + ".yaml", contentType: "application/yaml; charset=utf-8")
    case .publishMethod(let id): return try publish(id, visit)
    case .undoMethodForm(let id): return visit.page(try undoForm(id, FormState(), visit))
    case .undoMethod(let id): return try undo(id, visit)
    default: return visit.page(try methodList(FormState(), visit))
    }
  }

  private func methodList(_ state: FormState, _ visit: Visit) throws -> Node {
    MethodsView(frame: visit.frame, state: state, list: try app.methods(by: try visit.actor)).node
  }

  private func simulation(_ id: String, _ state: FormState, _ visit: Visit) throws -> Node {
    let page = try app.simulateMethod(.id(id), by: try visit.actor)
    return MethodSimulationView(frame: visit.frame, state: state, simulation: page).node
  }

  private func addMethod(_ visit: Visit) throws -> Response {
    _ = try app.methods(by: try visit.actor)
    guard let upload = visit.request.uploads.first(where: { $0.name == "file" && $0.size > 0 }) else {
      return visit.page(try methodList(refused(Text.Methods.noFile, visit), visit), status: 422)
    }
    guard upload.size <= 1_000_000, let text = try? TextFile.read(upload.path) else {
      return visit.page(try methodList(refused(Text.Methods.badFile, visit), visit), status: 422)
    }
    let added = try app.addMethodology(text: text, file: upload.fileName, by: try visit.actor)
    return .redirect(Done.methodKept.after(.method(added.id)))
  }

  private func refused(_ message: Localized, _ visit: Visit) -> FormState {
    var state = FormState(visit.values)
    state.problems = [FieldProblem("file", message)]
    return state
  }

  private func publish(_ id: String, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try simulation(id, $0, visit) },
      action: {
        guard visit.values["confirmed"] == "1" else {
          throw RiskInput.refusal([FieldProblem("confirmed", Text.Methods.notConfirmed)])
        }
        _ = try app.publishMethod(
          .id(id), digest: visit.values.nonEmpty("digest"), reason: visit.values.text("reason"),
          version: visit.version, by: try visit.actor)
        return .redirect(Done.methodPublished.after(.methods))
      })
  }

  private func undoForm(_ id: Int64, _ state: FormState, _ visit: Visit) throws -> Node {
    let list = try app.methods(by: try visit.actor)
    guard let line = list.changes.first(where: { $0.change.id.rawValue == id && $0.mayUndo }) else {
      throw Problem(.notFound, Text.Refusal.notFound)
    }
    return RetireView(
      frame: visit.frame, state: state, title: Text.Methods.undoTitle, lead: line.undoLead,
      name: "\(line.from) → \(line.to)", version: 1, action: .undoMethod(id), back: .methods, room: .administration
    ).node
  }

  private func undo(_ id: Int64, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try undoForm(id, $0, visit) },
      action: {
        try app.undoMethod(Identifier(id), reason: visit.values.text("reason"), by: try visit.actor)
        return .redirect(Done.methodUndone.after(.methods))
      })
  }
}

extension MethodChangeLine {
  /// What taking it back would do.
  fileprivate var undoLead: Localized {
    let count = change.assessmentCount
    return Localized(
      "«\(from)» yeniden idarenin yöntemi olur; \(count) riskin yayımdan önceki değerlendirmesi, türetilmiş yeni bir "
        + "kayıtla yeniden yürürlüğe girer. Hiçbir değerlendirme silinmez.",
      "«\(from)» becomes the administration's methodology again; the assessments of \(count) risks before the "
        + "publication are put in force by new derived entries. No assessment is deleted.")
  }
}
