import GuvenceApplication
import GuvenceCore
import GuvenceHTTPServer
import GuvenceMarkup
import GuvenceRegister

extension WebApplication {
  /// Evidence files: list, add, open, withdraw.
  func evidence(_ route: EvidenceRoute, _ visit: Visit) throws -> Response {
    let actor = try visit.actor
    switch route {
    case .list(let target): return visit.page(try evidencePage(target, FormState(), visit))
    case .attach(let target): return try attach(target, visit)
    case .content(let id):
      let (file, bytes) = try app.evidenceContent(id, by: actor)
      // Always to be saved, never shown in place: what people upload must not run as a page of this server.
      return .download(.bytes(bytes), name: file.name, contentType: file.format.mediaType)
    case .withdrawForm(let id): return visit.page(try withdrawalPage(id, FormState(), visit))
    case .withdraw(let id):
      return try visit.submit(
        form: { try withdrawalPage(id, $0, visit) },
        action: {
          let target = try app.evidence(id, by: actor).target
          _ = try app.withdrawEvidence(id, reason: visit.values.text("reason"), by: actor)
          return .redirect(Done.saved.after(target.page))
        })
    }
  }

  private func attach(_ target: EvidenceTarget, _ visit: Visit) throws -> Response {
    try visit.submit(
      form: { try evidencePage(target, $0, visit) },
      action: {
        guard let upload = visit.request.uploads.first(where: { $0.name == "file" && !$0.fileName.isEmpty }) else {
          guard try app.evidence(of: target, by: try visit.actor).mayWrite else {
            throw Problem(.forbidden, Text.Refusal.forbidden)
          }
          throw RiskInput.refusal([FieldProblem("file", Text.Evidence.noFile)])
        }
        _ = try app.attachEvidence(
          file: upload.path, name: upload.fileName, note: visit.values.text("evidenceNote"), to: target,
          by: try visit.actor)
        return .redirect(Done.created.after(target.page))
      })
  }

  private func evidencePage(_ target: EvidenceTarget, _ state: FormState, _ visit: Visit) throws -> Node {
    EvidenceView(frame: visit.frame, list: try app.evidence(of: target, by: try visit.actor), state: state).node
  }

  private func withdrawalPage(_ id: Identifier<Evidence>, _ state: FormState, _ visit: Visit) throws -> Node {
    let (file, target) = try app.evidence(id, by: try visit.actor)
    guard try app.evidence(of: target, by: try visit.actor).mayWrite else {
      throw Problem(.forbidden, Text.Refusal.forbidden)
    }
    return RetireView(
      frame: visit.frame, state: state, title: Text.Evidence.withdraw, lead: Text.Evidence.withdrawLead,
      name: file.name, version: 1, action: .evidence(.withdraw(id)), back: target.page, room: target.room
    ).node
  }
}
